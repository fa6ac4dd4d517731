import { APPLICANT_IDS, REQUEST_ROWS, type Applicant, type FigureId, type RequestRow } from '../figure'
import { labelOfFigure } from '../formats'
import { label, type Label } from '../label'
import type { Case, Draft } from './case'
import { isLone } from './likeliness'
import { joinedDrafts, shiftedColumnDrafts, shiftedRowDrafts } from './move-drafts'
import { requestRowOf } from './sums'
import { SLIP_LABELS, slipOf } from './slips'
import type { SumCell } from './term'
import type { Setting } from './balances'
import type { Trial } from './trial'
import type { Drafting } from './trying'
import { written } from './words'

/** Whole numbers up to here have no more than the digits that are kept. */
const DIGITS = 1e12
/** Without the dust of decimals. */
const exact = (value: number): number => (Number.isInteger(value) && Math.abs(value) < DIGITS ? value : Number(value.toPrecision(12)))
const isCount = (value: number): boolean => value >= 0 && Number.isInteger(value)

/** The one total of the sum at what its parts add up to. */
export function totalDrafts({ found, expected, lacking }: Case): Draft[] {
  const [cell] = found
  const after = exact((cell?.value ?? 0) + lacking)
  if (found.length !== 1 || !cell || !isCount(after)) return []
  const settings: Setting[] = [[cell.figure, after]]
  // That it is off by just one of its parts is no chance.
  const evidence = Math.abs(lacking) > 1 && expected.filter(({ value }) => value === Math.abs(lacking)).length === 1 ? 0.5 : 0
  return [cell.value === 0 ? { kind: 'total-unfilled', settings, explain: () => unfilled(cell.figure, after) } : { kind: 'total', settings, evidence, explain: () => wrongTotal(cell.figure, cell.value, after, expected, lacking) }]
}

function unfilled(figure: FigureId, after: number): Label {
  const name = labelOfFigure(figure)
  return label(`「${name.zh}」填 0，似未填写；填 ${written(after)} 则相符`, `“${name.en}” is 0, as if not filled in; fits if it is ${written(after)}`)
}

/** In brackets how one number may have been written for the other, where that can be seen. */
function slipText(stated: number, right: number): Label {
  const slip = slipOf(stated, right)
  return slip ? label(`（${SLIP_LABELS[slip].zh}）`, ` (${SLIP_LABELS[slip].en})`) : label('', '')
}

function wrongTotal(figure: FigureId, before: number, after: number, parts: readonly SumCell[], lacking: number): Label {
  const name = labelOfFigure(figure)
  const slip = slipText(before, after)
  const same = parts.filter(({ value }) => value !== 0 && value === Math.abs(lacking))
  const hint =
    same.length === 1
      ? label(`；差额恰为「${same[0]!.label.zh}」的 ${written(same[0]!.value)}，似${lacking > 0 ? '未计入' : '重复计入'}`, `; the difference is exactly “${same[0]!.label.en}” (${written(same[0]!.value)}), as if ${lacking > 0 ? 'left out' : 'counted twice'}`)
      : label('', '')
  return label(`若「${name.zh}」为 ${written(after)} 则相符${slip.zh}${hint.zh}`, `fits if “${name.en}” is ${written(after)}${slip.en}${hint.en}`)
}

/** Each cell of the sum with the number that makes the sum fit. */
const needed = ({ found, expected, lacking }: Case): { cell: SumCell; after: number }[] =>
  [...expected.map((cell) => ({ cell, after: exact(cell.value - lacking) })), ...found.map((cell) => ({ cell, after: exact(cell.value + lacking) }))].filter(({ cell, after }) => cell.known && isCount(after))

const filledDrafts = (of: Case): Draft[] =>
  needed(of)
    .filter(({ cell, after }) => cell.blank && !cell.none && cell.value === 0 && after > 0)
    .map(({ cell, after }) => ({
      kind: 'blank-filled',
      settings: [[cell.figure, after]],
      explain: () => {
        const name = labelOfFigure(cell.figure)
        return label(`「${name.zh}」空白，填 ${written(after)} 则相符`, `“${name.en}” is blank; fits if it is ${written(after)}`)
      },
    }))

const inTotalColumn = (figure: FigureId): FigureId => figure.replace(/\.\w+$/, '.total') as FigureId

/** A wrong cell shows in two sums: its row's and its column's; or, with its row's total, in the columns of both. */
export function cellDrafts(of: Case): Draft[] {
  const { trial, lacking } = of
  return needed(of)
    .filter(({ cell }) => !cell.blank)
    .flatMap(({ cell, after }): Draft[] => {
      const explain = (beside: Label): Label => {
        const name = labelOfFigure(cell.figure)
        const slip = slipText(cell.value, after)
        return label(`若「${name.zh}」为 ${written(after)}${beside.zh}则相符${slip.zh}`, `fits if “${name.en}” is ${written(after)}${beside.en}${slip.en}`)
      }
      const totalFigure = inTotalColumn(cell.figure)
      const stated = requestRowOf(cell.figure) && totalFigure !== cell.figure ? trial.value(totalFigure) : undefined
      const alone: Draft = { kind: 'cell', ofSuspects: true, settings: [[cell.figure, after]], explain: () => explain(label(' ', '')) }
      // An empty row has no total that could be wrong by the same amount.
      if (typeof stated !== 'number' || !isCount(stated + after - cell.value) || lacking === 0 || stated + cell.value === 0) return [alone]
      return [alone, { kind: 'cell', settings: [[cell.figure, after], [totalFigure, stated + after - cell.value]], explain: () => explain(label('（其总计同改）', ' and its total with it')) }]
    })
}

function swap(trial: Trial, a: FigureId, b: FigureId): Draft[] {
  const [first, second] = [trial.value(a), trial.value(b)]
  if (first === undefined || second === undefined || (first ?? 0) === (second ?? 0)) return []
  const explain = (): Label => {
    const [x, y] = [labelOfFigure(a), labelOfFigure(b)]
    return label(`「${x.zh}」与「${y.zh}」若互换则相符`, `fits if “${x.en}” and “${y.en}” change places`)
  }
  return [{ kind: 'swapped', settings: [[a, second], [b, first]], explain }]
}

const SPECIAL: readonly (RequestRow | undefined)[] = ['received', 'carried-in', 'processed', 'carried-out']

/** Two cells go into some six sums: where more than twice as many fail, something else has happened. */
const MOST_FOR_SWAPS = 12

/** Two cells of the same line, or of two lines that fail by opposite amounts. */
function swappedDrafts(of: Case): Draft[] {
  const { trial, spec, lacking } = of
  if (trial.failing > MOST_FOR_SWAPS) return []
  const { line } = spec
  const isSpecial = (figure: FigureId): boolean => (requestRowOf(figure) ? SPECIAL.includes(requestRowOf(figure)) || figure.endsWith('.total') : figure === line.at(-1))
  const special = line.map(isSpecial)
  // A total that comes to be blank fits by its nature.
  const isFilled = (figure: FigureId): boolean => trial.value(figure) !== null
  const mayEmpty = (...figures: readonly FigureId[]): boolean => !isLone(of) && !figures.some((figure) => figure.endsWith('.total'))
  const within = line.flatMap((a, at) => line.flatMap((b, other) => (other > at && (special[at] || special[other]) && (isFilled(a) === isFilled(b) || mayEmpty(a, b)) ? swap(trial, a, b) : [])))
  const opposite = trial.failingSums().filter((other) => other !== spec && other.line.length === line.length && other.line[0] !== line[0] && trial.lacking(other) === -lacking)
  return [...within, ...opposite.flatMap((other) => line.flatMap((a, at) => swap(trial, a, other.line[at]!)))]
}

/** Rows of table 3 whose numbers are easily counted under another one too. */
export const TWICE: readonly (readonly [counted: RequestRow, within: RequestRow])[] = [['partly-granted', 'granted'], ['carried-in', 'received'], ['carried-out', 'processed']]

function twiceDrafts({ trial, found, expected, lacking }: Case): Draft[] {
  return [...expected.map((cell) => ({ cell, excess: lacking })), ...found.map((cell) => ({ cell, excess: -lacking }))].flatMap(({ cell, excess }): Draft[] => {
    const row = requestRowOf(cell.figure)
    const within = TWICE.find(([counted]) => counted === row)?.[1]
    if (!within || excess <= 0 || cell.value !== excess) return []
    const applicant = cell.figure.split('.').at(-1) as Applicant
    const other: FigureId = `requests.${within}.${applicant}`
    const stated = trial.value(other)
    if (typeof stated !== 'number' || stated < excess) return []
    const [counted, including] = [labelOfFigure(cell.figure), labelOfFigure(other)]
    return [{ kind: 'counted-twice', settings: [[other, stated - excess]], explain: () => label(`「${counted.zh}」的 ${written(excess)} 若也计入了「${including.zh}」，减去则相符`, `fits if the ${written(excess)} of “${counted.en}” are counted under “${including.en}” too and are taken out there`) }]
  })
}

/** The cells of a row of table 3 that last year's report knows, with its numbers. */
function carriedDrafts({ context, trial, row, expected }: Case): Draft[] {
  const before = context.joinedBefore[row]!
  const carried = expected.find(({ figure }) => requestRowOf(figure) === 'carried-in')
  if (!carried || before < 0) return []
  const settings = APPLICANT_IDS.flatMap((applicant): Setting[] => {
    const last = context.number(`requests.carried-out.${applicant}`, before)
    return Number.isNaN(last) || trial.value(`requests.carried-in.${applicant}`) === undefined ? [] : [[`requests.carried-in.${applicant}`, last]]
  })
  const own = settings.filter(([figure]) => figure === carried.figure)
  const explain = (): Label => label('若上年结转等于上年年报的结转下年度则相符', 'fits if what was carried in is what last year’s report carried out')
  return [own, settings].filter((each) => each.length > 0).map((each) => ({ kind: 'carried-out-before', settings: each, explain }))
}

function elsewhereDrafts({ context, row, found, expected }: Case): Draft[] {
  const stated = [...expected, ...found].flatMap(({ figure, value }): Setting[] => context.statedElsewhere(figure, row).filter((other) => other !== value).slice(0, 1).map((other) => [figure, other]))
  const told = (settings: readonly Setting[]): Draft => {
    const list = settings.map(([figure, after]) => ({ name: labelOfFigure(figure), after: written(after!) }))
    return { kind: 'stated-elsewhere', settings, explain: () => label(`另处载${list.map(({ name, after }) => `「${name.zh}」${after}`).join('、')}，采用则相符`, `fits with what is stated elsewhere: ${list.map(({ name, after }) => `“${name.en}” ${after}`).join(', ')}`) }
  }
  return [...(stated.length > 1 ? [told(stated)] : []), ...stated.map((setting) => told([setting]))]
}

/** The row of totals（七）left at zero or blank in every column, though outcomes are stated. */
export function unfilledRow(trial: Trial): Draft[] {
  const row = APPLICANT_IDS.map((applicant): FigureId => `requests.processed.${applicant}`)
  if (!row.every((figure) => trial.value(figure) === 0 || trial.value(figure) === null)) return []
  const settings = trial.outcomes().flatMap(({ figure, value }): Setting[] => (value > 0 ? [[figure, value]] : []))
  const title = REQUEST_ROWS.processed
  return settings.length < 2 ? [] : [{ kind: 'total-unfilled', settings, explain: () => label(`「${title.zh}」一行似未填写，按各项之和填写则相符`, `the row “${title.en}” is not filled in; fits if it is the sums of the outcomes`) }]
}

/** The same, as a draft for a sum. */
export const unfilledDrafts = ({ trial }: Case): Draft[] => unfilledRow(trial)

/** In the order in which equally good ones are offered. */
export const DRAFTS: readonly Drafting[] = [elsewhereDrafts, filledDrafts, joinedDrafts, carriedDrafts, swappedDrafts, shiftedRowDrafts, shiftedColumnDrafts, twiceDrafts, cellDrafts, totalDrafts]
