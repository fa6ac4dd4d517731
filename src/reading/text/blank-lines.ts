import { APPLICANT_IDS } from '@/domain/figure'
import { cellOf } from '../meaning/values'
import { headingsIn, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import type { TextLine } from './lines'
import { tokensOf } from './tokens'

/** Blank lines behind a row of table 3: as many as the cells of its labels that go on from the row above. */
const MOST_BLANKS_BEHIND = 2

/** What stands between one label and the next: `0` for a line with numbers, a space for a blank one. */
function runsOf(lines: readonly TextLine[]): string[] {
  const runs: string[] = []
  for (const { text } of lines) {
    const blank = text.trim() === ''
    if (!blank && tokensOf(text)!.label !== '') runs.push('')
    else if (runs.length > 0) runs[runs.length - 1] += blank ? ' ' : '0'
  }
  return runs
}

/** Whether blank lines are blank cells: rows are as long as table 3 is wide with them, and are not without them. A row of blanks alone is, where others have no blank line behind them. */
export function blanksAreCells(lines: readonly TextLine[]): boolean {
  const width = APPLICANT_IDS.length
  const runs = runsOf(lines)
  const rows = runs.filter((run) => run.trim() !== '')
  const full = rows.filter((run) => run.length >= width && run.length <= width + MOST_BLANKS_BEHIND && run.slice(width).trim() === '')
  const blank = separatorsOf(lines) === 0 && runs.some((run) => run === ' '.repeat(width))
  return full.length >= 4 && (blank || full.some((run) => run.slice(0, width).includes(' '))) && full.length * 2 > rows.length
}

/** Blank lines behind each row: fewest behind those of table 3 that are full without them. */
function separatorsOf(lines: readonly TextLine[]): number {
  const full = runsOf(lines).filter((run) => run.trimEnd().length === APPLICANT_IDS.length && !run.trimEnd().includes(' '))
  return full.length === 0 ? 0 : Math.min(...full.map((run) => run.length - run.trimEnd().length))
}

/** Whether the results of each kind add up to its total, blanks as none. */
function addUp(cells: readonly string[]): boolean {
  const numbers = cells.map((text) => cellOf(text, 'items')).map((cell) => ('value' in cell ? cell.value : 0))
  const totals = numbers.filter((_, at) => at % RESULT_ORDER.length === RESULT_ORDER.length - 1)
  return totals.every((total, kind) => numbers.slice(kind * RESULT_ORDER.length, (kind + 1) * RESULT_ORDER.length - 1).reduce((sum, each) => sum + each, 0) === total)
}

/** Where a row of so many cells starts among lines with a number or none: the one start that leaves no number out, or the one whose numbers add up; null where there are several or none. */
function startOf(run: readonly string[], width: number, separators: number): number | null {
  const [first, last] = [run.findIndex((text) => text !== ''), run.findLastIndex((text) => text !== '')]
  const from = Math.min(separators, first)
  const to = Math.max(run.length - separators, last + 1)
  const starts = Array.from({ length: first - from + 1 }, (_, at) => from + at).filter((start) => last < start + width && start + width <= to)
  const adding = starts.length > 1 ? starts.filter((start) => addUp(run.slice(start, start + width))) : starts
  return adding.length === 1 ? adding[0]! : null
}

/** Blank lines below the headings of table 4, each with whether it is a cell: as many lines as the headings have columns are. */
export function blankResults(lines: readonly TextLine[]): ReadonlyMap<TextLine, boolean> {
  const separators = separatorsOf(lines)
  const found = new Map<TextLine, boolean>()
  let headings = 0
  for (let at = 0; at < lines.length; at += 1) {
    const { label, values } = tokensOf(lines[at]!.text)!
    if (label !== '') headings = values.length > 0 ? 0 : headings + (headingsIn(label) ?? [label]).filter((each) => RESULT_LABELS.is(each)).length
    else {
      const end = lines.findIndex(({ text }, index) => index > at && tokensOf(text)!.label !== '')
      const run = lines.slice(at, end < 0 ? undefined : end)
      at += run.length - 1
      const cells = run.map(({ text }) => text.trim())
      if (cells.every((text) => text === '')) continue
      if (headings > 0 && headings % RESULT_ORDER.length === 0 && run.every(({ text }) => tokensOf(text)!.values.length <= 1)) {
        const start = startOf(cells, headings, separators)
        run.forEach((line, index) => cells[index] === '' && found.set(line, start !== null && index >= start && index < start + headings))
      }
      headings = 0
    }
  }
  return found
}
