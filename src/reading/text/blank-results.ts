import { headingsIn, KIND_LABELS, KIND_ORDER, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { cellOf, isNumber } from '../meaning/values'
import { MOST_BLANKS_BEHIND, type BlankLines } from './blank-lines'
import type { TextLine } from './lines'
import { cellsOfLine } from './tokens'

const RESULTS = RESULT_ORDER.length

/** Of how many kinds the results add up to the total, blanks as none, and whether those of all do; `counted`: kinds without any number do not count. */
function addingUp(cells: readonly string[]): { readonly counted: number; readonly all: boolean } {
  const numbers = cells.map((text) => cellOf(text, 'items')).map((cell) => ('value' in cell ? cell.value : 0))
  const kinds = Array.from({ length: cells.length / RESULTS }, (_, kind) => numbers.slice(kind * RESULTS, (kind + 1) * RESULTS))
  const adding = kinds.filter((own) => own.slice(0, -1).reduce((sum, each) => sum + each, 0) === own.at(-1))
  return { counted: adding.filter((own) => own.at(-1)! > 0).length, all: adding.length === kinds.length }
}

/** Where a row of so many cells starts among lines with a number or none: the one start that leaves no number out, or the one whose numbers add up, or in which alone those of some kind do; null where there are several or none. */
function startOf(run: readonly string[], width: number, separators: number): number | null {
  const [first, last] = [run.findIndex((text) => text !== ''), run.findLastIndex((text) => text !== '')]
  const from = Math.min(separators, first)
  const to = Math.max(run.length - separators, last + 1)
  const starts = Array.from({ length: first - from + 1 }, (_, at) => from + at).filter((start) => last < start + width && start + width <= to)
  const ways = starts.map((start) => ({ start, ...addingUp(run.slice(start, start + width)) }))
  const found = [ways, ways.filter(({ all }) => all), ways.filter(({ counted }) => counted > 0)].find(({ length }) => length === 1)
  return found?.[0]?.start ?? null
}

/** So many results with their number right below them make table 4 a list. */
const LEAST_LISTED = 2

/** Whether table 4 has a result a line, its number below it. */
export const listsResults = (lines: readonly TextLine[]): boolean => lines.filter(({ text }, at) => ![undefined, 'total'].includes(RESULT_LABELS.is(text)) && lines[at + 1] !== undefined && isNumber(lines[at + 1]!.text)).length >= LEAST_LISTED

/** Lines with a number or none, between two labels of table 4. */
interface Run {
  readonly cells: readonly string[]
  /** How many results head the columns. */
  readonly headings: number
  /** The label above is a kind's, and that below no result: those of a kind stand behind its name. */
  readonly isKind: boolean
}

const isBlank = (text: string): boolean => text === ''

/** Where the cells of a row start among lines; null where that is not known, undefined where these are no row's. */
function startIn({ cells, headings, isKind }: Run, { areCells, separators }: BlankLines): number | null | undefined {
  const behind = cells.length - headings
  if (headings === 0 || headings % RESULTS !== 0) return undefined
  // Behind the name of a kind its five results begin at once.
  if (isKind && headings === RESULTS && behind >= 0 && behind <= MOST_BLANKS_BEHIND && cells.slice(headings).every(isBlank)) return 0
  if (cells.every(isBlank)) return areCells && headings === KIND_ORDER.length * RESULTS && behind === separators ? 0 : undefined
  return cells.every((text) => cellsOfLine(text).values.length <= 1) ? startOf(cells, headings, separators) : undefined
}

/** Blank lines below the headings of table 4, each with whether it is a cell: as many lines as the headings have columns are. */
export function blankResults(lines: readonly TextLine[], blanks: BlankLines): ReadonlyMap<TextLine, boolean> {
  const found = new Map<TextLine, boolean>()
  let headings = 0
  let isKind = false
  for (let at = 0; at < lines.length; at += 1) {
    const { label, values } = cellsOfLine(lines[at]!.text)
    if (label !== '') {
      headings = values.length > 0 ? 0 : headings + (headingsIn(label) ?? [label]).filter((each) => RESULT_LABELS.is(each)).length
      isKind = KIND_LABELS.is(label) !== undefined
      continue
    }
    const end = lines.findIndex(({ text }, index) => index > at && cellsOfLine(text).label !== '')
    const run = lines.slice(at, end < 0 ? undefined : end)
    at += run.length - 1
    const cells = run.map(({ text }) => text.trim())
    const isRow = isKind && RESULT_LABELS.is(lines[end]?.text ?? '') === undefined
    const start = startIn({ cells, headings, isKind: isRow }, blanks)
    if (start !== undefined) run.forEach((line, index) => isBlank(cells[index]!) && found.set(line, start !== null && index >= start && index < start + headings))
    // Headings stand above all rows of kinds, and above blank lines of their own.
    if (!cells.every(isBlank) && !(isRow && headings === RESULTS && start === 0)) headings = 0
  }
  return found
}
