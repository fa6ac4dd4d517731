import { headingsIn, isHeading, RESULT_ORDER } from '../meaning/labels'
import { COLUMN_NUMBERS, LEAST_COLUMNS, numbersColumns } from '../meaning/serials'
import { tight } from '../meaning/words'
import type { TextLine } from './lines'

/** A heading is broken over no more lines. */
const MOST_BROKEN = 3
/** The headings of a table stand on no more lines. */
const MOST_ABOVE = 60
const RESULTS = /结果维持|结果纠正|其[他它]结果|尚未审结|[总合]计/g

const isBlank = ({ text }: TextLine): boolean => text.trim() === '' && !text.includes('\t')
const isNumeric = (text: string): boolean => /^[\d０-９]/.test(tight(text))
const isMark = ({ text }: TextLine): boolean => !isBlank({ text, line: 0 }) && COLUMN_NUMBERS.test(tight(text))

/** The lines above one that hold words, from below, without blank ones and without what stands before the numbers of columns (甲, 栏次). */
function wordsAbove(lines: readonly TextLine[], at: number): string[] {
  const words: string[] = []
  for (let above = at - 1; above >= Math.max(0, at - MOST_ABOVE) && !isNumeric(lines[above]!.text); above -= 1) if (!isBlank(lines[above]!) && !(words.length === 0 && isMark(lines[above]!))) words.push(lines[above]!.text.trim())
  return words
}

/** Whether the words above a line end with a heading, on one line or broken over some. */
const endsWithHeading = (words: readonly string[]): boolean => words.slice(0, MOST_BROKEN).some((_, at) => [isHeading, headingsIn].some((is) => Boolean(is(words.slice(0, at + 1).reverse().join('')))))

/** The lines from one on that hold 1, 2, 3 …, each number alone, equally many blank lines between any two. */
function runFrom(lines: readonly TextLine[], from: number): number[] {
  const run = [from]
  let step: number | null = null
  for (;;) {
    let next = run.at(-1)! + 1
    while (next < lines.length && isBlank(lines[next]!)) next += 1
    if (next >= lines.length || tight(lines[next]!.text) !== String(run.length + 1) || (step !== null && next - run.at(-1)! !== step)) return run
    step = next - run.at(-1)!
    run.push(next)
  }
}

/** How many of the lines with 1, 2, 3 … number columns: all above a name; above numbers as many as table 4 has headings; 0 where that cannot be told. */
function columnsIn(run: readonly number[], lines: readonly TextLine[], words: readonly string[]): number {
  const next = lines.slice(run.at(-1)! + 1).find((line) => !isBlank(line))
  if (next === undefined || !isNumeric(next.text)) return run.length >= LEAST_COLUMNS ? run.length : 0
  const headings = [...words].reverse().join('').match(RESULTS)?.length ?? 0
  return headings > 0 && headings % RESULT_ORDER.length === 0 && headings <= run.length ? headings : 0
}

/** Lines of cells without those that number the columns, below the headings of a table: they would be its first row. */
export function withoutColumnNumbers<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const dropped = new Set<number>()
  lines.forEach(({ text }, at) => {
    if (!text.includes('\t') && numbersColumns(text.trim().split(/\s+/))) dropped.add(at)
    if (tight(text) !== '1') return
    const words = wordsAbove(lines, at)
    if (!endsWithHeading(words)) return
    const run = runFrom(lines, at)
    const columns = run.slice(0, columnsIn(run, lines, words))
    // The blank lines between them go with them.
    const gap = columns.length > 1 ? columns[1]! - columns[0]! : 1
    for (const column of columns) for (let line = column; line < column + gap && (line === column || (lines[line] && isBlank(lines[line]!))); line += 1) dropped.add(line)
  })
  return dropped.size === 0 ? lines : lines.filter((_, at) => !dropped.has(at))
}
