import { APPLICANT_PARTS, type FigureId } from '../figure'
import { labelOfFigure } from '../formats'
import type { Label } from '../label'
import { ABOUT, REASON_BITS, REGIONAL, STATED } from '../table'
import { FAIL, NONE, PASS, PASS_BLANK, TOTAL_BLANK, UNTESTABLE, type Code, type Detail, type Test, type UntestableReason, type Written, type WrittenTerm } from './check'
import type { Context } from './context'
import { untestable } from './sum-tests'
import { isEmpty } from './tally'
import type { Cells } from './term'

/** A figure of this report, or of the one of the year before, that goes into a comparison with its sign. */
export interface Operand {
  readonly figure: FigureId
  readonly sign: 1 | -1
  readonly year: 'this' | 'before'
  /** What a blank total is worth the sum of. */
  readonly instead?: readonly FigureId[]
}

/** A comparison of a figure with what others, of two years, come to. */
export interface PairSpec {
  readonly name: string
  readonly label: Label
  readonly found: FigureId
  readonly expected: readonly Operand[]
  /** `equal`, or found at most what is expected. */
  readonly rule: 'equal' | 'at-most'
  /** The cells beside the figure: where one of them is stated, a blank is as good as a zero. Without them a blank that does not fit proves nothing. */
  readonly beside?: readonly FigureId[]
  /** Forms that continue one another have all its figures, not only one form. */
  readonly acrossForms?: boolean
}

interface Bound extends Operand {
  readonly cells: Cells | undefined
  readonly parts: readonly Cells[]
}

/** A comparison of two years' reports; the fields are those of the last `outcome`. */
export class Pair {
  found = 0
  expected = 0
  before = -1
  reason: UntestableReason | null = null
  private readonly operands: readonly Bound[]

  constructor(
    readonly spec: PairSpec,
    private readonly context: Context,
    private readonly formatIndex: number,
  ) {
    const own: Operand = { figure: spec.found, sign: 1, year: 'this', ...(spec.expected[0]?.instead ? { instead: partsOf(spec.found) } : {}) }
    this.operands = [own, ...spec.expected].map((operand) => ({ ...operand, cells: context.column(operand.figure), parts: (operand.instead ?? []).flatMap((figure) => context.column(figure) ?? []) }))
  }

  /** `NONE` without a report of the year before in a form with the same figures. */
  outcome(row: number): Code {
    this.before = this.context.joinedBefore[row]!
    if (this.before < 0 || !(this.spec.acrossForms || this.context.table.data.reportFormat[this.before] === this.formatIndex)) return NONE
    this.found = 0
    this.expected = 0
    this.reason = null
    let [stated, blanks, filled, flags, scopes] = [0, 0, 0, 0, 0]
    for (let i = 0; i < this.operands.length; i += 1) {
      const operand = this.operands[i]!
      const at = operand.year === 'this' ? row : this.before
      const state = operand.cells === undefined ? 0 : operand.cells.states[at]!
      if ((state & REASON_BITS) === STATED) {
        stated += 1
        flags |= state & ABOUT
        scopes |= state & REGIONAL ? 2 : 1
        this.take(i, operand.sign * operand.cells!.values[at]!)
      } else if (!isEmpty(state & REASON_BITS)) return NONE
      else {
        const parts = sumOfParts(operand.parts, at)
        if (parts !== 0) filled += 1
        else blanks += 1
        this.take(i, operand.sign * parts)
      }
    }
    if (stated === 0) return NONE
    if (scopes === 3) return this.untestable('scope')
    const fits = this.spec.rule === 'equal' ? Math.abs(this.found - this.expected) < 1e-6 : this.found <= this.expected
    if (fits) return filled > 0 ? TOTAL_BLANK : blanks > 0 ? PASS_BLANK : PASS
    if (flags !== 0) return this.untestable('approximate')
    return blanks > 0 && !this.blanksAreZero(row) ? this.untestable('blank') : FAIL
  }

  private take(operand: number, value: number): void {
    if (operand === 0) this.found = value
    else this.expected += value
  }

  private blanksAreZero(row: number): boolean {
    const { beside } = this.spec
    return beside !== undefined && this.context.anyStated(beside, row) && this.context.anyStated(beside, this.before)
  }

  private untestable(reason: UntestableReason): Code {
    this.reason = reason
    return UNTESTABLE
  }

  /** What each figure stands for in a report, the one that is tested first. */
  terms(row: number, year: number): WrittenTerm[] {
    return this.operands.map(({ figure, sign, year: whose, cells, parts }) => {
      const at = whose === 'this' ? row : this.before
      const stated = ((cells?.states[at] ?? 0) & REASON_BITS) === STATED
      return { figure, label: labelOfFigure(figure), value: stated ? cells!.values[at]! : sumOfParts(parts, at), sign, year: whose === 'this' ? year : year - 1, blank: !stated }
    })
  }

  /** The figures of this report, and those of the year before. */
  cells(): { own: FigureId[]; before: FigureId[] } {
    const of = (year: Operand['year']): FigureId[] => this.operands.filter((operand) => operand.year === year).map(({ figure }) => figure)
    return { own: of('this'), before: of('before') }
  }
}

const partsOf = (total: FigureId): FigureId[] => APPLICANT_PARTS.map((part) => total.replace(/total$/, part) as FigureId)

function sumOfParts(parts: readonly Cells[], row: number): number {
  let sum = 0
  for (const { values, states } of parts) if ((states[row]! & REASON_BITS) === STATED) sum += values[row]!
  return sum
}

/** Both sides of the comparison; what it asks for stands first, but where the figure may not be more than that. */
function writtenPair(pair: Pair, context: Context, row: number): Written {
  const [found, ...expected] = pair.terms(row, context.table.yearOf(row))
  return pair.spec.rule === 'equal' ? { left: expected, right: [found!], rule: 'equal' } : { left: [found!], right: expected, rule: 'at-most' }
}

/** A test of a comparison, with its words. */
export function pairTest(pair: Pair, context: Context, words: (row: number) => Pick<Detail, 'explanation' | 'proposals'>): Test {
  return {
    name: pair.spec.name,
    label: pair.spec.label,
    outcome: (row) => pair.outcome(row),
    cells: () => pair.cells().own,
    cellsBefore: pair.cells().before,
    detail: (row, code) => {
      pair.outcome(row)
      const { own, before } = pair.cells()
      const against = before.length > 0 ? { against: { agency: context.table.agencyOf(row).id, year: context.table.yearOf(row) - 1, cells: before } } : {}
      const numbers = code === UNTESTABLE ? { expected: null, found: null } : { expected: pair.expected, found: pair.found, written: writtenPair(pair, context, row) }
      return { cells: own, ...numbers, ...(code === UNTESTABLE ? { explanation: untestable(pair.reason!) } : words(row)), ...against }
    },
  }
}
