import type { WrittenCell } from './document'
import { attribute, childrenOf, contains, isElement, isText, type Element, type Markup, type Node } from './markup'
import { isNumberCell } from './meaning/values'
import { hasHan } from './meaning/words'

/** A row of a grid made without table markup has a cell for each column of table 3. */
const LEAST_CELLS = 7
const LEAST_ROWS = 3
const LEAST_PARTS = 2
const LEAST_VALUES = 5
/** How an element sets what it holds side by side. */
const LAID = /display\s*:\s*(?:inline-)?(flex|grid)/i

/** A cell's share of its row's width. */
const WEIGHT = /(?:^|;)\s*(?:flex(?:-grow)?\s*:\s*(\d{1,2})(?=\s|;|$)|grid-column\s*:\s*span\s+(\d{1,2}))/i

/** The grids of a page that only styles make tables of, without table markup. `cellOf`: what an element says as a cell. */
export class StyledGrids {
  /** What the rows of the grids found are made of. */
  private readonly rowShapes = new Set<string | null>()

  constructor(
    private readonly markup: Markup,
    private readonly cellOf: (node: Element) => WrittenCell,
  ) {}

  /** The elements of a node where it holds nothing beside them; null where it has text of its own. */
  private parts(node: Node): Element[] | null {
    const own = childrenOf(node).some((child) => isText(child) && child.value.trim() !== '')
    return own ? null : childrenOf(node).filter(isElement).filter((child) => !this.markup.isHidden(child))
  }

  /** The cells of a row of a grid that only styles elsewhere make a table of: many elements side by side, most of them numbers. */
  private cellsOf(node: Element): WrittenCell[] | null {
    if (node.tagName === 'p') return null
    const cells = this.parts(node)
    if (!cells || cells.length < LEAST_CELLS || cells.some((cell) => this.holdsBlocks(cell))) return null
    const written = cells.map((cell) => this.cellOf(cell))
    // Labels behind numbers start another row: what holds them is no row. The number of the row itself stands before its name.
    const name = /^\d{1,2}$/.test(written[0]!.text) && hasHan(written[1]!.text) ? 1 : 0
    const first = name + written.slice(name).findIndex(({ text }) => text !== '' && isNumberCell(text))
    if (written.slice(first, -1).some(({ text }) => hasHan(text) && !isNumberCell(text))) return null
    return written.filter(({ text }) => isNumberCell(text)).length >= LEAST_VALUES ? written : null
  }

  /** What a cell holds, without the elements that hold nothing but one another. */
  private core(node: Element): Element {
    const parts = this.parts(node)
    return parts?.length === 1 ? this.core(parts[0]!) : node
  }

  /** How many columns each cell of rows takes, by its share of the width; null where not all say it, or rows are not as wide as each other. */
  private weightsOf(rows: readonly Element[]): number[][] | null {
    const weights = rows.map((row) => (this.parts(row) ?? []).map((cell) => Number(WEIGHT.exec(attribute(cell, 'style'))?.slice(1).find((weight) => weight !== undefined) ?? 0)))
    const widths = new Set(weights.map((own) => own.reduce((sum, weight) => sum + weight, 0)))
    return widths.size === 1 && weights.flat().every((weight) => weight > 0) ? weights : null
  }

  private holdsBlocks(node: Element): boolean {
    return contains(this.core(node), (each) => isElement(each) && !this.markup.isInline(each) && !/^(?:p|br)$/.test(each.tagName))
  }

  /** What a row of a grid is made of; null for an element that is none. */
  private shapeOf(row: Element): string | null {
    const cells = this.parts(row)
    if (!cells?.[0] || cells.some((cell) => this.holdsBlocks(cell))) return null
    return `${row.tagName} ${attribute(row, 'class')} ${LAID.exec(attribute(row, 'style'))?.[1] ?? ''} ${[...new Set(cells.map(({ tagName }) => tagName))].join()}`
  }

  private isRowOfGrid(node: Element): boolean {
    const shape = this.shapeOf(node)
    return shape !== null && this.rowShapes.has(shape)
  }

  /** Finds what the rows of the page's grids are made of: a grid of few numbers is told by that alone. */
  find(node: Node): void {
    for (const child of childrenOf(node)) {
      if (!isElement(child) || this.markup.isHidden(child) || this.markup.isTable(child)) continue
      this.rowsOf(child)
      this.find(child)
    }
  }

  /** The rows of a grid without table markup; null where the element is none. */
  rowsOf(node: Element): WrittenCell[][] | null {
    const parts = this.parts(node)
    if (!parts || parts.length < LEAST_PARTS) return null
    const rows = parts.map((part) => this.cellsOf(part))
    const count = rows.filter((row) => row !== null).length
    const isGrid = (count >= LEAST_ROWS && count * 2 >= rows.length) || parts.every((part) => this.isRowOfGrid(part))
    if (!isGrid) return null
    for (const part of parts.filter((_, at) => rows[at])) this.rowShapes.add(this.shapeOf(part))
    const weights = this.weightsOf(parts)
    return rows.map((row, at) => (row ?? (this.parts(parts[at]!) ?? []).map((cell) => this.cellOf(cell))).map((cell, column) => ({ ...cell, columnSpan: weights?.[at]![column] ?? cell.columnSpan ?? 1 })))
  }
}
