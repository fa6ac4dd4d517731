import { APPLICANT_IDS } from '@/domain/figure'
import { cellsOf, type Block } from '../document'
import { RESULT_LABELS } from '../meaning/labels'
import { isNumber } from '../meaning/values'
import type { TextLine } from './lines'
import { tokensOf } from './tokens'

const WIDTH = APPLICANT_IDS.length

const isBlank = ({ text }: TextLine): boolean => text.trim() === ''

/** Whether the numbers of all applicants add up to the last. */
const addsUp = (cells: readonly string[]): boolean => cells.slice(0, -1).reduce((sum, cell) => sum + Number(cell), 0) === Number(cells.at(-1))

const isResult = (text: string): boolean => RESULT_LABELS.is(text) !== undefined

/** Lines with one number or none, in stretches between those that name something; those below the headings of table 4 are no rows of table 3. */
function stretchesOf(lines: readonly TextLine[]): (readonly TextLine[])[] {
  const stretches: TextLine[][] = []
  let open: TextLine[] | null = null
  let above = ''
  for (const line of lines) {
    const tokens = isBlank(line) ? null : tokensOf(line.text)
    if (isBlank(line) || (tokens?.label === '' && tokens.values.length === 1)) open?.push(line)
    else {
      open = []
      if (!isResult(line.text) || !isResult(above)) stretches.push(open)
      above = line.text
    }
  }
  return stretches
}

/** Where rows begin in a stretch behind the first, each as wide as table 3 and without a blank line within; none where they do not all add up and nothing parts them. */
function laterIn(stretch: readonly TextLine[]): number[] {
  const numbers = stretch.flatMap((line, at) => (isBlank(line) ? [] : [at]))
  const rows = Array.from({ length: Math.floor(numbers.length / WIDTH) }, (_, row) => numbers.slice(row * WIDTH, (row + 1) * WIDTH))
  if (rows.length < 2 || numbers.length % WIDTH !== 0 || rows.some((own) => own.at(-1)! - own[0]! !== WIDTH - 1)) return []
  const later = rows.slice(1).map(([first]) => first!)
  const areApart = later.every((first) => isBlank(stretch[first - 1]!))
  return areApart || rows.every((own) => addsUp(own.map((at) => stretch[at]!.text))) ? later : []
}

/** The same where a blank line is a blank cell: the second row where each of two has a number in its first and last column, and a blank line stands for the name that is missing. */
function secondIn(stretch: readonly TextLine[]): number[] {
  const numbers = stretch.flatMap((line, at) => (isBlank(line) ? [] : [at]))
  const last = numbers.at(-1) ?? 0
  const second = numbers.findLast((at) => at <= last - WIDTH + 1) ?? -1
  const isWhole = numbers[0] === 0 && numbers.includes(WIDTH - 1) && last === second + WIDTH - 1
  return isWhole && second > WIDTH && !numbers.some((at) => at >= WIDTH && at < second) ? [second] : []
}

/** Lines with the numbers of all applicants alone, right below one that has as many behind a name. */
function wholeLines(lines: readonly TextLine[]): TextLine[] {
  const filled = lines.filter((line) => !isBlank(line))
  const said = filled.map(({ text }) => tokensOf(text))
  const isWhole = (at: number, named: boolean): boolean => said[at]?.values.length === WIDTH && (said[at].label !== '') === named
  return filled.filter((_, at) => isWhole(at, false) && isWhole(at - 1, true))
}

/** Of a text without columns, `areCells`: whose blank lines are blank cells, the first numbers of rows of table 3 that stand below another row and have no name of their own. */
export function unnamedRows(lines: readonly TextLine[], areCells: boolean): ReadonlySet<TextLine> {
  return new Set([...stretchesOf(lines).flatMap((stretch) => (areCells ? secondIn(stretch) : laterIn(stretch)).map((at) => stretch[at]!)), ...wholeLines(lines)])
}

/** Blocks in which the numbers of a whole row that has no name are no stray ones: what row they are is told by those around it. */
export const withUnnamed = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => {
    if (block.kind !== 'table' || !block.told) return block
    const isRow = (at: number): boolean => cellsOf(block.rows[at]!).length === WIDTH && cellsOf(block.rows[at]!).every(({ text }) => isNumber(text))
    return { ...block, told: block.told.map((told, at) => (told === 'left' && isRow(at) ? undefined : told)) }
  })
