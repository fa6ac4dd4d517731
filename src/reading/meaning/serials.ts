import type { Entry } from './entries'
import { tight } from './words'

/** So many numbers one after the other count lines. */
const LEAST_SERIALS = 8
/** So many lines one after the other may have no number: rows that a report added, headings of groups. */
const MOST_WITHOUT = 2

/** Where the first cell of a line stands that is not blank; -1 where all are. */
const filledAt = ({ values }: Entry): number => values.findIndex(({ text }) => tight(text) !== '')

/** The number of a line that a cell's text can be; NaN where it can be none. */
export const serialOf = (text: string): number => Number(/^\d{1,2}$/.exec(tight(text))?.[0] ?? Number.NaN)

/** The lines from one whose first number is 1 whose first numbers are the next, each one more. */
function runFrom(firsts: readonly number[], from: number): number[] {
  const run: number[] = []
  for (let at = from, without = 0; at < firsts.length && without <= MOST_WITHOUT; at += 1) {
    const fits = firsts[at] === run.length + 1
    without = fits ? 0 : without + 1
    if (fits) run.push(at)
  }
  return run
}

/** Which lines are counted by their first numbers, as indices: the runs of 1, 2, 3 … that are long enough. */
export function serialRuns(firsts: readonly number[]): number[][] {
  const runs: number[][] = []
  // Of two lines that the same run could start with, the nearer one.
  for (let at = firsts.length - 1; at >= 0; at -= 1) {
    const run = firsts[at] === 1 ? runFrom(firsts, at) : []
    if (run.length >= LEAST_SERIALS && !run.some((line) => runs.some((other) => other.includes(line)))) runs.push(run)
  }
  return runs
}

/** Rows without the numbers of their lines (行次, 序号), which some reports set between names and numbers: they would be the first of these. */
export function withoutSerials(entries: Entry[]): Entry[] {
  const lines = entries.filter(({ labels, values }) => labels.length > 0 && values.length > 1)
  const serials = new Set(serialRuns(lines.map((line) => serialOf(line.values[filledAt(line)]?.text ?? ''))).flatMap((run) => run.map((at) => lines[at]!)))
  return serials.size === 0 ? entries : entries.map((entry) => (serials.has(entry) ? { ...entry, values: entry.values.slice(filledAt(entry) + 1) } : entry))
}

/** So many numbers one after the other count columns. */
export const LEAST_COLUMNS = 5
/** What may stand in the row that numbers the columns, before the numbers. */
export const COLUMN_NUMBERS = /^(?:[甲乙丙丁]|[栏列行]次|序号|编号)?$/

/** Whether the cells of a row do nothing but number the columns: 甲 1 2 3 …, 栏次 1 2 3 … No row of the form adds up so. */
export function numbersColumns(cells: readonly string[]): boolean {
  const written = cells.map(tight)
  const texts = written.slice(0, written.findLastIndex((text) => text !== '') + 1)
  const first = texts.indexOf('1')
  return first >= 0 && texts.length - first >= LEAST_COLUMNS && texts.slice(0, first).every((text) => COLUMN_NUMBERS.test(text)) && texts.slice(first).every((text, at) => text === String(at + 1))
}
