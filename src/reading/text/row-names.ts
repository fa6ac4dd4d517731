import type { RowLine } from './form-rows'
import { overlaps } from './laid-cells'
import type { Item } from '../page/geometry'
import { isNumbered, tight } from '../meaning/words'

/** The letters and digits of a text. */
export const letters = (text: string): string => tight(text).replace(/[^\p{L}\p{N}]/gu, '')

/** How many of these the labels of lines have. */
export const lettersOf = (lines: readonly RowLine[]): number => lines.reduce((sum, { labels }) => sum + labels.reduce((own, { text }) => own + letters(text).length, 0), 0)

/** Whether a text is a name with a numeral: 三、 alone is a piece of what stands beside the table. */
const isNumberedName = (text: string): boolean => isNumbered(text) && letters(text).length > 1

/** Whether lines are beyond doubt those of several rows: two of them have numbers beside a label with a numeral. */
export const namesTwo = (lines: readonly RowLine[]): boolean => lines.filter(({ labels, values }) => values.length > 0 && isNumberedName(labels.at(-1)?.text ?? '')).length > 1

/** The words that stand furthest right, one below the other: what a row is called where those of its group and of the table's side are repeated beside each. */
export function innermost(pieces: readonly Item[]): string {
  const last = pieces.reduce<Item | undefined>((right, piece) => (right && right.x >= piece.x ? right : piece), undefined)
  return pieces.filter(({ x, width }) => last && x < last.x + last.width && last.x < x + width).map(({ text }) => text).join('')
}

/** Whether a name that begins with a numeral stands beside the numbers of the last line, below words of its own column that are no group's: these are another row's. */
export function beginsBelow(lines: readonly RowLine[], isGroup: (text: string) => boolean): boolean {
  const last = lines.at(-1)!
  const begun = last.values.length === 0 ? [] : last.labels.filter(({ text }) => isNumbered(text))
  return begun.some((piece) => lines.slice(0, -1).some(({ labels }) => labels.some((own) => !isGroup(own.text) && overlaps(own, piece))))
}

/** So many rows show where numbers stand. */
const LEAST_BESIDE = 2

/** Whether all numbers stand on the line of their row's name: there a name alone is that of a blank row. */
export function areBeside(lines: readonly RowLine[]): boolean {
  const numbered = lines.filter(({ values }) => values.length > 0)
  return numbered.length >= LEAST_BESIDE && numbered.every(({ labels, values }) => values.every(({ y }) => labels.some((label) => label.y === y)))
}

/** Whether a piece is a group's name, or a part of one. */
export const isGroupPiece = (text: string, groups: readonly string[]): boolean => groups.some((group) => group.includes(letters(text)))

/** Whether pieces are no row's name, but parts of those of groups, or of what stands beside the table. */
export const areGroupEnds = (pieces: readonly Item[], groups: readonly string[]): boolean => pieces.every(({ text }) => !groups.includes(letters(text)) && isGroupPiece(text, groups))

/** Labels of rows start here: right of those of groups. */
export function labelEdge(lines: readonly RowLine[]): number {
  const starts = lines.flatMap(({ labels, values }) => (values.length > 0 && labels.length > 0 ? [labels.at(-1)!.x] : [])).sort((a, b) => a - b)
  return (starts[starts.length >> 1] ?? 0) - 2
}
