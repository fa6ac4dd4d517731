import { INFERRED_NOTE, isAboutNote, isRegionNote, readCell } from '../../cell'
import { sectionOf, type FigureId } from '../../figure'
import { labelOfFigure, unitOfFigure, type Format } from '../../formats'
import { label, type Label } from '../../label'
import { ABOUT, REASON_BITS, REGIONAL, STATED, type Statement } from '../../table'
import { defineCheck, FAIL, NONE, PASS, UNTESTABLE, type Code, type Detail, type Test, type Written } from '../check'
import type { Context } from '../context'
import { isInFailingSum } from '../carry'
import { textRepairs } from '../text-repairs'
import { trialOf } from '../trial'
import { untestable } from '../sum-tests'
import { requestGroupRows } from '../sums'
import { addition, phrase, signed, written } from '../words'

/** What the text says against what the tables say, with the note that goes with it. */
interface Comparison {
  readonly told: number
  readonly about: boolean
  readonly regional: boolean
  readonly note: string
  readonly figure: FigureId
  readonly tableFigures: readonly FigureId[]
  readonly asNamed: string
}

const PROCESSED: FigureId = 'requests.processed.total'
/** Notes of statements: whence they are, and that they are approximate. */
const PROSE = '正文'
const ABOUT_WORD = '约'
const OWN_NOTE = /自身|本级|本机关|本单位/
const BOUNDED: ReadonlySet<string> = new Set(['proactive', 'requests', 'reviews'])

/** The sum of the cells; undefined where one is not stated. */
function tableSum(context: Context, figures: readonly FigureId[], row: number): number | undefined {
  const sum = figures.reduce((added, figure) => added + context.number(figure, row), 0)
  return figures.length === 0 || Number.isNaN(sum) ? undefined : sum
}

const isRegional = (context: Context, figures: readonly FigureId[], row: number): boolean => figures.some((figure) => ((context.column(figure)?.states[row] ?? 0) & REGIONAL) !== 0)

/** Why the two may count different things: one the office alone, the other the region. */
function scopeRemark(context: Context, { regional, note, tableFigures }: Comparison, row: number): Label {
  const told = OWN_NOTE.test(note) ? 'own' : regional ? 'region' : ''
  const table = isRegional(context, tableFigures, row) ? 'region' : 'own'
  const remark = note === '' ? label('', '') : label(`（正文注：${note}）`, ` (note: ${note})`)
  if (told === '' || told === table) return remark
  return told === 'own'
    ? label(`；正文为本机关自身，表中为全区域，口径不同${remark.zh}`, `; the text counts the office’s own, the table the whole region: they need not agree${remark.en}`)
    : label(`；正文为全区域，表中未注明全区域，口径可能不同${remark.zh}`, `; the text counts the whole region, the table does not say so: they need not agree${remark.en}`)
}

/** Whether the text tells the end of the requests that came in this year, as most reports do (共收到申请N件，均已答复): the table's number has those carried in, too, and not yet those carried over, whose time is not up. */
function isOfReceived(context: Context, { told, figure }: Comparison, table: number, row: number): boolean {
  const carried = table > told ? 'requests.carried-in.total' : 'requests.carried-out.total'
  return figure === PROCESSED && told !== table && told === context.number('requests.received.total', row) && Math.abs(table - told) <= context.number(carried, row)
}

function compared(context: Context, comparison: Comparison | undefined, row: number): Code {
  const table = comparison && tableSum(context, comparison.tableFigures, row)
  if (comparison === undefined || table === undefined) return NONE
  if (comparison.told === table || isOfReceived(context, comparison, table, row)) return PASS
  return comparison.about ? UNTESTABLE : FAIL
}

/** The table's cells against the number in the text. */
function writtenOut(context: Context, { figure, tableFigures, told }: Comparison, named: Label, row: number): Written {
  const year = context.table.yearOf(row)
  const inText = figure.startsWith('narrative.') ? named : label(`正文「${named.zh}」`, `in the text: ${named.en}`)
  return {
    left: tableFigures.map((each) => ({ figure: each, label: labelOfFigure(each), value: context.number(each, row), sign: 1, year, blank: false })),
    right: [{ figure: tableFigures.includes(figure) ? null : figure, label: inText, value: told, sign: 1, year, blank: false }],
    rule: 'equal',
  }
}

/** A figure of the text by its name alone: that it stands in the text is said beside it. */
const inProse = ({ zh, en }: Label): Label => label(zh.replace(/（正文）$/, ''), en.replace(/, in the text$/, ''))

/** Which of the two the sums of the table speak for. */
function verdict(context: Context, { told, figure, tableFigures }: Comparison, row: number): Label {
  const trial = trialOf(context, row)
  const [cell] = tableFigures
  if (!cell || tableFigures.some((each) => isInFailingSum(context, each, row))) return label('', '')
  if (tableFigures.every((each) => trial.sumsWith(each) === 0)) return label('；没有合计经过表中的数，哪一个有误无从断定', '; no sum goes through the table’s number: nothing says which of the two is wrong')
  if (tableFigures.length === 1 && (figure !== cell || trial.remainingWith([[cell, told]]) <= trial.failing)) return label('', '')
  return label('；表中的数与各项合计相符，改为正文的数则不符，正文或有误', '; the table’s number fits its sums, the text’s would not: the text may be wrong')
}

function explained(context: Context, comparison: Comparison, row: number, code: Code): Detail {
  const cells = [...new Set([comparison.figure, ...comparison.tableFigures])]
  if (code === UNTESTABLE) return { cells, expected: null, found: null, explanation: untestable('approximate') }
  const found = comparison.told
  const expected = tableSum(context, comparison.tableFigures, row)!
  const { asNamed } = comparison
  const name = inProse(labelOfFigure(comparison.figure))
  const named = asNamed === '' ? name : label(asNamed, name.en)
  const inTable = addition(comparison.tableFigures.map((figure) => ({ label: labelOfFigure(figure), value: context.number(figure, row) })))
  const total = comparison.tableFigures.length > 1 ? ` = ${written(expected)}` : ''
  const by = found === expected ? '' : signed(found - expected)
  const text = phrase((of, language) => (language === 'zh' ? `正文「${of(named)}」${written(found)}，表中${of(inTable)}${total}${by && `；差 ${by}`}` : `the text says “${of(named)}” ${written(found)}, the table ${of(inTable)}${total}${by && `; off by ${by}`}`))
  const scope = scopeRemark(context, comparison, row)
  const fits = code !== FAIL
  const ofReceived = isOfReceived(context, comparison, expected, row) ? label('；正文说的是本年新收的申请，表中计入上年结转的，不计结转下年度的', '; the text is about those received this year, the table counts those carried in, and not those carried over to the next') : label('', '')
  const why = fits || scope.zh.includes('口径') ? ofReceived : verdict(context, comparison, row)
  return { cells, expected, found, explanation: label(`${text.zh}${scope.zh}${why.zh}`, `${text.en}${scope.en}${why.en}`), proposals: fits || scope.zh.includes('口径') ? [] : textRepairs(context, comparison, expected, row), written: writtenOut(context, comparison, named, row) }
}

function testOf(context: Context, name: string, title: Label, comparisonAt: (row: number) => Comparison | undefined): Test {
  return { name, label: title, outcome: (row) => compared(context, comparisonAt(row), row), detail: (row, code) => explained(context, comparisonAt(row)!, row, code) }
}

/** A figure in prose that has a cell of its own, against cells of the tables. */
function narrativeTest(context: Context, figure: FigureId, tableFigures: readonly FigureId[]): Test[] {
  const column = context.column(figure)
  if (!column) return []
  return [
    testOf(context, figure, labelOfFigure(figure), (row) => {
      const state = column.states[row]!
      if ((state & REASON_BITS) !== STATED) return undefined
      const note = context.table.columns.get(figure)?.remarks.get(row)?.note ?? ''
      return { told: column.values[row]!, about: (state & ABOUT) !== 0, regional: (state & REGIONAL) !== 0, note, figure, tableFigures, asNamed: '' }
    }),
  ]
}

/** The first further statement of a figure that says otherwise than its cell; else the first. */
function statementTest(context: Context, figure: FigureId): Test {
  const tableFigures = requestGroupRows(figure)
  const comparisonOf = ({ value, unit, note, asNamed }: Statement): Comparison[] => {
    const cell = readCell(unit.endsWith('元') ? `${value}${unit}` : value, unitOfFigure(figure))
    const said = note.split('；').filter((each) => each !== PROSE)
    // The text gives the number of those received, and says that all were answered: no count that could differ.
    if (said.includes(INFERRED_NOTE)) return []
    const notes = [cell.note, ...said].filter((each) => each !== undefined && each !== '').join('；')
    return 'value' in cell ? [{ told: cell.value, about: isAboutNote(cell.note) || said.some((each) => each.startsWith(ABOUT_WORD)), regional: isRegionNote(notes), note: notes, figure, tableFigures, asNamed }] : []
  }
  return testOf(context, `statement ${figure}`, labelOfFigure(figure), (row) => {
    const comparisons = context.statements(row).filter((statement) => statement.figure === figure).flatMap(comparisonOf)
    return comparisons.find(({ told }) => told !== tableSum(context, tableFigures, row)) ?? comparisons[0]
  })
}

function statedFigures(context: Context, format: Format): FigureId[] {
  const figures = context.once('stated figures', () => [...new Set(context.table.statements.map(({ figure }) => figure))].filter((figure): figure is FigureId => BOUNDED.has(sectionOf(figure) ?? '')))
  return format.tables.length > 0 ? figures : []
}

export default defineCheck({
  id: 'S9',
  label: label('正文与表格', 'the text against the tables'),
  text: label('正文（第一、六部分）写的数与表中的数不同。可能口径不同：本机关或全区域、收到或办结。', 'A number in the text differs from the table’s. They may count different things: the office or the whole region, received or closed.'),
  source: label('同一份年报的正文与表格', 'text and tables of one report'),
  holdsFor: ({ family }) => family === 'cn',
  tests: (context, format) => [
    ...narrativeTest(context, 'narrative.reviews', ['review.total']),
    ...narrativeTest(context, 'narrative.suits', ['suit-direct.total', 'suit-after-review.total']),
    ...statedFigures(context, format).map((figure) => statementTest(context, figure)),
  ],
})
