import { cellsOf, type Block, type Place, type TableBlock, type TableCell } from '../document'
import { tight } from '../meaning/words'
import { isFull, isOpen, isRunningText, PART_HEADING, widthOf } from '../meaning/running-text'

/** A paragraph of the text, with the place where it begins. */
export interface Paragraph {
  readonly text: string
  readonly place: Place
}

/** The paragraphs that lines make: one that fills its cell goes on in the next. */
function paragraphsOf(lines: readonly string[]): string[] {
  const widest = Math.max(...lines.map(widthOf))
  const found: string[] = []
  let goesOn = false
  for (const line of lines) {
    if (goesOn && !PART_HEADING.test(line)) found[found.length - 1] += line
    else found.push(line)
    goesOn = isOpen(found.at(-1)!) && isFull(line, widest)
  }
  return found
}

/** What the cells of a table say in sentences. Cells with bounds of their own have a line for each paragraph. */
function paragraphsIn({ rows, place, bounded }: TableBlock): Paragraph[] {
  const own = [...new Set(rows.flatMap(cellsOf))].filter(({ text }) => isRunningText(text))
  const linesOf = ({ text }: TableCell): string[] => text.split('\n').map(tight).filter((line) => line !== '')
  return own.flatMap((cell) => (bounded ? linesOf(cell) : paragraphsOf(linesOf(cell))).map((text) => ({ text, place: { ...place, row: cell.row + 1, column: cell.column + 1 } })))
}

/** The paragraphs of a document, those in cells too. One of a cell at the end of a page goes on at the head of the next; what has no end is left out. */
export function paragraphs(blocks: readonly Block[]): Paragraph[] {
  const found: Paragraph[] = []
  let open: Paragraph | null = null
  for (const block of blocks) {
    const own: Paragraph[] = block.kind === 'text' ? [{ text: block.text, place: block.place }] : paragraphsIn(block)
    if (own.length === 0) continue
    const isNext: boolean = open !== null && own[0]!.place.page === open.place.page! + 1 && !PART_HEADING.test(tight(own[0]!.text))
    if (isNext) own[0] = { ...open!, text: `${open!.text}${own[0]!.text}` }
    const last = own.at(-1)!
    open = block.kind === 'table' && !block.bounded && block.place.page !== undefined && isOpen(last.text) ? last : null
    found.push(...(open ? own.slice(0, -1) : own))
  }
  return found
}
