import { NOTHING, type Doubt, type Doubts } from '../doubt'
import type { FigureId } from '../figure'
import { FAIL } from './check'
import type { Findings } from './findings'

/** Whether a finding is a failing hard check: soft ones have explanations and are no reproach. */
const failsHard = (findings: Findings, index: number): boolean => findings.data.codes[index] === FAIL && findings.checkAt(index).hard

/** H7 counts versions: which of them stands is the reader's choice, and the figures may all be right. */
const isDoubtful = (findings: Findings, index: number): boolean => failsHard(findings, index) && findings.checkAt(index).id !== 'H7'

/** A mark for each report with a finding that is meant. */
function marked(findings: Findings, isMeant: (findings: Findings, index: number) => boolean): Uint8Array {
  const marks = new Uint8Array(findings.table.size)
  for (let index = 0; index < findings.size; index += 1) if (isMeant(findings, index)) marks[findings.rowAt(index)] = 1
  return marks
}

/** How many reports fail a hard check. */
export const failingReports = (findings: Findings): number => marked(findings, failsHard).reduce((sum, mark) => sum + mark, 0)

/** A finding that is written out when somebody reads it: its proposals take time. */
class Failing implements Doubt {
  readonly kind = 'failing'
  constructor(
    private readonly findings: Findings,
    private readonly index: number,
  ) {}

  get id(): string {
    return this.findings.checkAt(this.index).id
  }

  get text(): Doubt['text'] {
    return this.findings.at(this.index).explanation
  }
}

/**
 * The doubts that failing hard checks (H1 to H6) cast: on every number that rests on a cell which takes part in the failing test, as any of its cells may be the wrong one.
 * A number all of whose own sums fit is in no doubt, whatever else fails in its report; where two years are compared, the doubt is the later report's.
 */
export function failingDoubts(findings: Findings): Doubts {
  const doubtful = marked(findings, isDoubtful)
  const known = new Map<number, ReadonlySet<FigureId>>()
  const cellsOf = (index: number): ReadonlySet<FigureId> => {
    let cells = known.get(index)
    if (!cells) known.set(index, (cells = new Set(findings.cellsAt(index))))
    return cells
  }
  return {
    table: findings.table,
    any: (row) => doubtful[row] === 1,
    about: (row, figures) => {
      if (doubtful[row] !== 1) return NOTHING
      const found: Doubt[] = []
      const [from, to] = findings.rangeOf(row)
      for (let index = from; index < to; index += 1) if (isDoubtful(findings, index) && figures.some((figure) => cellsOf(index).has(figure))) found.push(new Failing(findings, index))
      return found.length === 0 ? NOTHING : found
    },
  }
}
