import { REQUEST_ROWS, type FigureId, type RequestRow } from '../figure'
import { labelOfFigure, type Format } from '../formats'
import { label, type Label } from '../label'
import { FAIL, PASS, PASS_BLANK, TOTAL_BLANK, UNTESTABLE, UNTESTABLE_LABELS, type Code, type Detail, type Proposal, type Test, type UntestableReason, type Written, type WrittenTerm } from './check'
import type { Context } from './context'
import { isUndecided } from './likeliness'
import { blanksOf, repairsOf } from './repairs'
import type { Sum } from './sum'
import { requestRowOf, type SumCheckId } from './sums'
import type { SumCell } from './term'
import { addition, signed, written, type Named } from './words'

/** An addend; without a figure where the form has no cell for it. */
interface Term extends Named {
  readonly figure?: FigureId
}

const added = (cells: readonly SumCell[]): number => cells.reduce((sum, { value }) => sum + value, 0)

const PREFIX: Partial<Readonly<Record<Code, Label>>> = { [PASS_BLANK]: label('空白作零：', 'with blank as zero: '), [TOTAL_BLANK]: label('总计未填，按各项之和：', 'a total is blank; with the sum of its parts: ') }

/** A blank total that its parts stand for is named as blank: no document says the number. */
const asBlank = (cell: SumCell): Term => (cell.blank && cell.value !== 0 ? { ...cell, label: label(`${cell.label.zh}（空白）`, `${cell.label.en} (blank)`) } : cell)

/** The sum written out, with what it comes to on both sides. */
function equation(sum: Sum, row: number, expected: number, found: number, code: Code): Label {
  const [right, left] = [sum.side('expected', row), sum.side('found', row)]
  const extra = expected - added(right)
  const outside: Term[] = extra === 0 ? [] : [{ label: label('表外行', 'rows outside the form'), value: extra }]
  const prefix = PREFIX[code] ?? label('', '')
  const by = code === FAIL ? label(`；差 ${signed(found - expected)}`, `; off by ${signed(found - expected)}`) : label('', '')
  const named = (cells: readonly SumCell[]): Term[] => (code === TOTAL_BLANK ? cells.map(asBlank) : [...cells])
  const unfilled = left.length === 1 && code === TOTAL_BLANK && left[0]!.blank ? left[0]!.label : undefined
  const parts = sideOf([...named(right), ...outside], expected)
  const total = unfilled ? label(`${unfilled.zh}空白`, `${unfilled.en} blank`) : sideOf(named(left), found)
  return label(`${prefix.zh}${parts.zh}；${total.zh}${by.zh}`, `${prefix.en}${parts.en}; ${total.en}${by.en}`)
}

/** More addends than this are told by the groups of the form. */
const READABLE = 8

/** The rows of a group as one addend, where it has several. */
function byGroup(terms: readonly Term[]): Named[] {
  const groups = new Map<string, Term[]>()
  for (const term of terms) {
    const row = term.figure && requestRowOf(term.figure)
    const key = row?.split('.')[0] ?? term.label.zh
    groups.set(key, [...(groups.get(key) ?? []), term])
  }
  return [...groups].map(([group, rows]) => {
    if (rows.length === 1) return rows[0]!
    const name = REQUEST_ROWS[group as RequestRow]
    return { label: label(`${name.zh}（${rows.length} 项）`, `${name.en} (${rows.length} rows)`), value: rows.reduce((sum, { value }) => sum + value, 0) }
  })
}

/** `a 1 + b 2 = 3`; a lone number needs no sum, and a long one is told by groups. */
function sideOf(terms: readonly Term[], sum: number): Label {
  if (terms.length === 1) return label(`${terms[0]!.label.zh} ${written(sum)}`, `${terms[0]!.label.en} ${written(sum)}`)
  const filled = terms.filter(({ value }) => value !== 0)
  if (filled.length === 0) return label('各项之和 0', 'the parts add up to 0')
  const { zh, en } = addition(filled.length > READABLE ? byGroup(filled) : filled)
  const zeros = terms.length - filled.length
  const rest = terms.length > READABLE && zeros > 0 ? label(`（另 ${zeros} 项为 0）`, ` (and ${zeros} ${zeros === 1 ? 'zero' : 'zeros'})`) : label('', '')
  return filled.length === 1 ? label(`${zh}${rest.zh}`, `${en}${rest.en}`) : label(`${zh}${rest.zh} = ${written(sum)}`, `${en}${rest.en} = ${written(sum)}`)
}

/** Why a test cannot be made, naming the figure where one is lacking. */
export function untestable(reason: UntestableReason, figure?: Label): Label {
  const why = UNTESTABLE_LABELS[reason]
  return figure ? label(`${why.zh}：「${figure.zh}」`, `${why.en}: “${figure.en}”`) : why
}

/** Both sides of the sum: what adds up, and what it must come to. */
function writtenSum(context: Context, sum: Sum, row: number, extras: number): Written {
  const year = context.table.yearOf(row)
  const terms = (cells: readonly SumCell[]): WrittenTerm[] => cells.map(({ figure, label: name, value, blank }) => ({ figure, label: name, value, sign: 1, year, blank }))
  const outside: WrittenTerm[] = extras === 0 ? [] : [{ figure: null, label: label('表外行', 'rows outside the form'), value: extras, sign: 1, year, blank: false }]
  return { left: [...terms(sum.side('expected', row)), ...outside], right: terms(sum.side('found', row)), rule: 'equal' }
}

const UNDECIDED = label('；仅凭合计无从断定哪一格有误', '; the sums alone do not say which cell is wrong')

function detailOf(context: Context, sum: Sum, row: number, code: Code): Detail {
  sum.outcome(row)
  const cells = sum.cells(row)
  if (code === UNTESTABLE) {
    const reason = sum.reason!
    const lacking = reason === 'table-blank' || reason === 'parts-blank' || reason === 'approximate' || reason === 'outside-form' ? undefined : sum.lacking(row)
    return { cells, expected: null, found: null, explanation: untestable(reason, lacking && labelOfFigure(lacking)) }
  }
  const extras = code === FAIL && sum.spec.extras ? context.extras(sum.spec.extras, row).own : 0
  const expected = added(sum.side('expected', row)) + extras
  const found = code === FAIL ? added(sum.side('found', row)) : expected
  const proposals: Proposal[] = code === FAIL ? repairsOf(context, sum, row) : code === PASS ? [] : blanksOf(context, sum, row)
  const { zh, en } = equation(sum, row, expected, found, code)
  const open = isUndecided(proposals) ? UNDECIDED : label('', '')
  return { cells, expected, found, explanation: label(`${zh}${open.zh}`, `${en}${open.en}`), proposals, written: writtenSum(context, sum, row, extras) }
}

/** The tests of a check that is a sum. */
export const sumTests =
  (check: SumCheckId) =>
  (context: Context, format: Format): Test[] =>
    context.sums(format)[check].map((sum) => ({ name: sum.spec.name, label: sum.spec.label, outcome: (row) => sum.outcome(row), outcomes: (rows, codes) => sum.outcomes(rows, codes), cells: (row) => sum.cells(row), detail: (row, code) => detailOf(context, sum, row, code) }))
