import { FIGURES, type FigureId } from '../../figure'
import { hasFigure, labelOfFigure, ownEntryOf, unitOfFigure, type Format } from '../../formats'
import { label, type Label } from '../../label'
import { REASON_BITS, STATED } from '../../table'
import { MISSING_REASONS } from '../../cell'
import { defineCheck, FAIL, NONE, PASS, UNTESTABLE, type Code, type Detail, type Proposal, type Test } from '../check'
import type { Context } from '../context'
import type { Cells } from '../term'
import { repairOfCell } from '../common-repairs'
import { untestable } from '../sum-tests'
import type { Setting } from '../balances'
import { trialOf } from '../trial'
import { proposalOf } from '../trying'
import { written } from '../words'

const UNREADABLE = MISSING_REASONS.indexOf('unreadable')
const MONEY: ReadonlySet<string> = new Set(['wan-yuan', 'usd'])
const RATES: ReadonlySet<string> = new Set(['percent', 'per-hundred', 'days', 'figures'])

/** Counts and money of the format; rates and days are no counts, and what no format lists has no known unit. */
function countedFigures(format: Format): FigureId[] {
  const national = format.family === 'cn' ? Object.values(FIGURES).flat() : []
  const own = format.tables.flatMap(({ rows }) => rows.flatMap(({ figures }) => figures)).filter((figure) => figure !== null && figure.includes(':')) as FigureId[]
  return [...national, ...own].filter((figure) => !RATES.has(unitOfFigure(figure)) && ownEntryOf(figure)?.figure.kind !== 'rate')
}

interface Counted {
  readonly figure: FigureId
  readonly label: Label
  readonly cells: Cells
  readonly money: boolean
  readonly mayFall: boolean
}

/** The line a figure stands in, for a test of its own: row, item, kind, channel, or table of another format. */
const lineOf = (figure: FigureId): string => ownEntryOf(figure)?.table.id ?? figure.replace(/\.[^.]+$/, '')

const isRight = ({ money, mayFall }: Counted, value: number): boolean => (mayFall || value >= 0) && (money || Number.isInteger(value))

function ruleOf({ money, mayFall }: Counted): Label {
  if (money) return label('不小于零', 'not below zero')
  return mayFall ? label('整数', 'a whole number') : label('不小于零的整数', 'a whole number not below zero')
}

/** Of a cell: nothing to test, right, unreadable, wrong; the gravest of a line is its outcome. */
const GRAVITY: readonly Code[] = [NONE, PASS, UNTESTABLE, FAIL]
const ROW_CODE = new Uint8Array(1)

function look(counted: Counted, rows: readonly number[], gravities: Uint8Array): void {
  const { values, states } = counted.cells
  const [mask, stated] = [REASON_BITS, STATED]
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!
    const state = states[row]! & mask
    const gravity = state === stated ? (isRight(counted, values[row]!) ? 1 : 3) : state === UNREADABLE ? 2 : 0
    if (gravity > gravities[i]!) gravities[i] = gravity
  }
}

function outcomesOf(line: readonly Counted[], rows: readonly number[], codes: Uint8Array): void {
  codes.fill(0, 0, rows.length)
  for (const counted of line) look(counted, rows, codes)
  for (let i = 0; i < rows.length; i += 1) codes[i] = GRAVITY[codes[i]!]!
}

function outcomeOf(line: readonly Counted[], row: number): Code {
  outcomesOf(line, [row], ROW_CODE)
  return ROW_CODE[0] as Code
}

const NOTHING = label('', '')
/** Whether a point was misplaced, a comma misread or the unit another, only the source says. */
const NOT_ROUNDED = label('；小数点可能是误入、千分位误读或单位不同，须核对原文，故不建议取整', '; the point may be misplaced, a misread separator or another unit: the source must say, so no rounding is proposed')

const both = (labels: readonly Label[]): Label => label(labels.map(({ zh }) => zh).join('；'), labels.map(({ en }) => en).join('; '))

const stateAt = ({ cells }: Counted, row: number): number => cells.states[row]! & REASON_BITS
const statedIn = (line: readonly Counted[], row: number): Counted[] => line.filter((each) => stateAt(each, row) === STATED)
const wrongIn = (line: readonly Counted[], row: number): Counted[] => statedIn(line, row).filter((each) => !isRight(each, each.cells.values[row]!))

/** The number that the sums ask for; where none does, a negative one without its minus. */
function repair(context: Context, counted: Counted, row: number): Proposal[] {
  const { figure, label: name } = counted
  const trial = trialOf(context, row)
  const found = repairOfCell(context, row, figure, (value) => isRight(counted, value))
  if (found) return [proposalOf(context, { trial, row }, found)]
  const after = -counted.cells.values[row]!
  const settings: readonly Setting[] = [[figure, after]]
  const remaining = isRight(counted, after) ? trial.remainingWith(settings) : Infinity
  if (remaining > trial.failing) return []
  return [{ kind: 'cell', explanation: label(`若负号为误，「${name.zh}」为 ${written(after)}`, `if the minus is a mistake, “${name.en}” is ${written(after)}`), changes: [{ figure, year: context.table.yearOf(row), before: -after, after }], remaining }]
}

function detailOf(context: Context, line: readonly Counted[], row: number, code: Code): Detail {
  if (code === UNTESTABLE) {
    const unreadable = line.filter((each) => stateAt(each, row) === UNREADABLE)
    const texts = unreadable.map(({ figure, label: name }) => ({ name, raw: context.table.columns.get(figure)?.remarks.get(row)?.raw ?? '' }))
    return { cells: unreadable.map(({ figure }) => figure), expected: null, found: null, explanation: both(texts.map(({ name, raw }) => untestable('unreadable', label(`${name.zh} ${raw}`, `${name.en} ${raw}`)))) }
  }
  const wrong = wrongIn(line, row)
  if (code === PASS) return { cells: statedIn(line, row).map(({ figure }) => figure), expected: null, found: null, explanation: label('各数均合法', 'all numbers are in order') }
  const told = wrong.map((each) => {
    const [name, rule, value] = [each.label, ruleOf(each), written(each.cells.values[row]!)]
    const why = Number.isInteger(each.cells.values[row]!) ? NOTHING : NOT_ROUNDED
    return label(`「${name.zh}」为 ${value}，应为${rule.zh}${why.zh}`, `“${name.en}” is ${value}; it should be ${rule.en}${why.en}`)
  })
  return { cells: wrong.map(({ figure }) => figure), expected: null, found: wrong[0]!.cells.values[row]!, explanation: both(told), proposals: wrong.flatMap((each) => repair(context, each, row)) }
}

type Line = readonly Omit<Counted, 'cells'>[]
const known = new Map<string, ReadonlyMap<string, Line>>()

/** The lines of a format by name; reckoned once. */
function linesOf(format: Format): ReadonlyMap<string, Line> {
  let lines = known.get(format.id)
  if (!lines) {
    const byName = new Map<string, Omit<Counted, 'cells'>[]>()
    for (const figure of countedFigures(format)) {
      const line = byName.get(lineOf(figure)) ?? []
      byName.set(lineOf(figure), [...line, { figure, label: labelOfFigure(figure), money: MONEY.has(unitOfFigure(figure)), mayFall: figure.endsWith('.change') }])
    }
    known.set(format.id, (lines = byName))
  }
  return lines
}

function test(context: Context, format: Format, name: string, figures: Line): Test[] {
  const line = figures.flatMap((each): Counted[] => {
    const cells = context.column(each.figure)
    return cells ? [{ ...each, cells }] : []
  })
  if (line.length === 0) return []
  // A figure of another form may stand last in the line: what the report's own form has names the test.
  const titled = line.findLast(({ figure }) => hasFigure(format, figure)) ?? line.at(-1)!
  return [{ name, label: titled.label, outcome: (row) => outcomeOf(line, row), outcomes: (rows, codes) => outcomesOf(line, rows, codes), cells: (row) => wrongIn(line, row).map(({ figure }) => figure), detail: (row, code) => detailOf(context, line, row, code) }]
}

export default defineCheck({
  id: 'H6',
  label: label('数字合法', 'counts are whole numbers not below zero'),
  text: label('件数为不小于零的整数，金额不小于零，本年增/减为整数。约数同样适用。', 'Counts are whole numbers not below zero, money is not below zero, a change is a whole number.'),
  source: label('各表的计量单位', 'the units of the tables'),
  holdsFor: () => true,
  tests: (context, format) => [...linesOf(format)].flatMap(([name, figures]) => test(context, format, name, figures)),
})
