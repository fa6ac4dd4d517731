import { APPLICANT_IDS } from '@/domain/figure'
import { cellsOf, type Block } from '../document'
import { isNumber } from '../meaning/values'
import type { TextLine } from './lines'
import { tokensOf } from './tokens'

const WIDTH = APPLICANT_IDS.length

const isBlank = ({ text }: TextLine): boolean => text.trim() === ''

/** Whether the numbers of all applicants add up to the last. */
const addsUp = (cells: readonly string[]): boolean => cells.slice(0, -1).reduce((sum, cell) => sum + Number(cell), 0) === Number(cells.at(-1))

/** Lines with one number or none, in stretches between those that name something. */
function stretchesOf(lines: readonly TextLine[]): (readonly TextLine[])[] {
  const stretches: TextLine[][] = []
  let open: TextLine[] | null = null
  for (const line of lines) {
    const tokens = isBlank(line) ? null : tokensOf(line.text)
    if (isBlank(line) || (tokens?.label === '' && tokens.values.length === 1)) open?.push(line)
    else stretches.push((open = []))
  }
  return stretches
}

/** Where the second of two rows begins in a stretch, each as wide as table 3; -1 where there are not two, or their bounds are not known. `areCells`: a blank line is a blank cell. */
function secondIn(stretch: readonly TextLine[], areCells: boolean): number {
  const numbers = stretch.flatMap((line, at) => (isBlank(line) ? [] : [at]))
  if (!areCells) {
    if (numbers.length !== 2 * WIDTH) return -1
    const [first, second] = [numbers.slice(0, WIDTH), numbers.slice(WIDTH)]
    if ([first, second].some((own) => own.at(-1)! - own[0]! !== WIDTH - 1)) return -1
    const isApart = second[0]! - first.at(-1)! > 1
    return isApart || [first, second].every((own) => addsUp(own.map((at) => stretch[at]!.text))) ? second[0]! : -1
  }
  // Each has a number in its first and last column, and a blank line stands for the name that is missing.
  const second = numbers.findLast((at) => at <= (numbers.at(-1) ?? 0) - WIDTH + 1) ?? -1
  const isWhole = numbers[0] === 0 && numbers.includes(WIDTH - 1) && numbers.at(-1) === second + WIDTH - 1
  return isWhole && second > WIDTH && !numbers.some((at) => at >= WIDTH && at < second) && isNumber(stretch[second]!.text) ? second : -1
}

/** Of a text with a cell a line the first numbers of rows of table 3 that stand below another row and have no name of their own. */
export function unnamedRows(lines: readonly TextLine[], areCells: boolean): ReadonlySet<TextLine> {
  return new Set(stretchesOf(lines).flatMap((stretch) => stretch[secondIn(stretch, areCells)] ?? []))
}

/** Blocks in which the numbers of a whole row that has no name are no stray ones: what row they are is told by those around it. */
export const withUnnamed = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => {
    if (block.kind !== 'table' || !block.told) return block
    const isRow = (at: number): boolean => cellsOf(block.rows[at]!).length === WIDTH && cellsOf(block.rows[at]!).every(({ text }) => isNumber(text))
    return { ...block, told: block.told.map((told, at) => (told === 'left' && isRow(at) ? undefined : told)) }
  })
