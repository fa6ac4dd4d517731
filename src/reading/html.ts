import type { DefaultTreeAdapterMap } from 'parse5'
import { gridOf, type Block, type ReadDocument, type TableRow, type WrittenCell } from './document'
import { isNumberCell } from './meaning/entries'
import { htmlParser } from './libraries'
import { linesToBlocks, type TextLine } from './text/lines'
import { attribute, childrenOf, contains, isElement, Markup, stylesOf, type Element, type Node } from './markup'
import { flattened, type NestingCell } from './nested'
import { hasHan } from './meaning/words'

const span = (node: Element, name: string): number => Math.min(Number.parseInt(attribute(node, name), 10) || 1, 500)
const isText = (node: Node): node is DefaultTreeAdapterMap['textNode'] => node.nodeName === '#text'

/** No label or note in a table that holds tables is longer. */
const LONGEST_CELL = 90

/** A row of a grid made without table markup has a cell for each column of table 3. */
const LEAST_CELLS = 7
const LEAST_ROWS = 3
const LEAST_PARTS = 2
const LEAST_VALUES = 5

/** Raised beside a word or number: it points to a note, and would make another number of it. */
const FOOTNOTE_MARK = /^[[［(（]?(?:\d{1,2}|注\d{0,2}|[①-⑳*])[)）\]］]?$/

/** Reads a page: data tables become tables, all else lines of text. */
class PageReader {
  readonly blocks: Block[] = []
  private lines: TextLine[] = []
  private tables = 0
  private readonly rowShapes = new Set<string | null>()

  /** White space that is none of the text: in a page all, in what a word processor wrote not its tabs. */
  private readonly spaces: RegExp

  constructor(
    private readonly markup: Markup,
    tabs: boolean,
  ) {
    this.spaces = tabs ? /[ \r\n\f]+/g : /[ \t\r\n\f]+/g
  }

  read(tree: Node): void {
    this.findGrids(tree)
    this.walk(tree)
    this.flush()
  }

  /** The lines of text under a node, outside the tables in it: blocks and breaks part them. */
  private textLines(node: Node): string[] {
    const lines = ['']
    const walk = (each: Node): void => {
      if (isText(each)) return void (lines[lines.length - 1] += each.value.replace(this.spaces, ' '))
      if (!isElement(each)) return childrenOf(each).forEach(walk)
      if (this.isLeftOut(each)) return
      if (each.tagName === 'sup' && FOOTNOTE_MARK.test(textOf(each))) return
      const parts = each.tagName === 'br' || !this.markup.isInline(each)
      if (parts) lines.push('')
      childrenOf(each).forEach(walk)
      if (parts && each.tagName !== 'br') lines.push('')
    }
    childrenOf(node).forEach(walk)
    return lines.map((line) => line.replace(/[\u00a0\u3000]/g, ' ').replace(/^ +| +$/g, '')).filter((line) => line.trim() !== '')
  }

  private isLeftOut(node: Element): boolean {
    return this.markup.isHidden(node) || this.markup.isTable(node)
  }

  private cell(node: Element): WrittenCell {
    return { text: this.textLines(node).join('\n'), rowSpan: span(node, 'rowspan'), columnSpan: span(node, 'colspan') }
  }

  private rowsOf(table: Element): NestingCell[][] {
    const { isRow, isCell, isTable } = this.markup
    return this.markup.under(table, isRow).map((row) => this.markup.under(row, isCell).map((cell) => ({ ...this.cell(cell), inner: this.markup.under(cell, isTable).flatMap((inner) => this.gridOf(inner)) })))
  }

  private gridOf(table: Element): TableRow[] {
    const rows = this.rowsOf(table)
    return rows.flat().some(({ inner }) => inner.length > 0) ? flattened(rows) : gridOf(rows)
  }

  /** A table that only arranges the page: one cell, or tables below each other, or beside text that is longer than a cell's. */
  private isLayout(table: Element): boolean {
    const { isTable, isRow, isCell } = this.markup
    const rows = this.markup.under(table, isRow).map((row) => this.markup.under(row, isCell))
    if (!contains(table, isTable)) return rows.length === 1 && rows[0]!.length <= 1
    const isBeside = rows.some((cells) => cells.length > 1 && cells.some((cell) => contains(cell, isTable)))
    const inner = rows.flat().flatMap((cell) => this.markup.under(cell, isTable))
    return !isBeside || rows.flat().some((cell) => this.textLines(cell).join('').length > LONGEST_CELL) || inner.some((each) => contains(each, isTable) && this.isLayout(each))
  }

  /** The elements of a node where it holds nothing beside them; null where it has text of its own. */
  private parts(node: Node): Element[] | null {
    const own = childrenOf(node).some((child) => isText(child) && child.value.trim() !== '')
    return own ? null : childrenOf(node).filter(isElement).filter((child) => !this.markup.isHidden(child))
  }

  /** The cells of a row of a grid that only styles elsewhere make a table of: many elements side by side, most of them numbers. */
  private gridCells(node: Element): WrittenCell[] | null {
    if (node.tagName === 'p') return null
    const cells = this.parts(node)
    if (!cells || cells.length < LEAST_CELLS || cells.some((cell) => this.holdsBlocks(cell))) return null
    const written = cells.map((cell) => this.cell(cell))
    // Labels behind numbers start another row: what holds them is no row.
    const first = written.findIndex(({ text }) => text !== '' && isNumberCell(text))
    if (written.slice(first, -1).some(({ text }) => hasHan(text) && !isNumberCell(text))) return null
    return written.filter(({ text }) => isNumberCell(text)).length >= LEAST_VALUES ? written : null
  }

  private holdsBlocks(node: Element): boolean {
    return contains(node, (each) => isElement(each) && !this.markup.isInline(each) && !/^(?:p|br)$/.test(each.tagName))
  }

  /** What a row of a grid is made of; null for an element that is none. */
  private shapeOf(row: Element): string | null {
    const cells = this.parts(row)
    if (!cells?.[0] || cells.some((cell) => this.holdsBlocks(cell))) return null
    return `${row.tagName} ${attribute(row, 'class')} ${[...new Set(cells.map(({ tagName }) => tagName))].join()}`
  }

  private isRowOfGrid(node: Element): boolean {
    const shape = this.shapeOf(node)
    return shape !== null && this.rowShapes.has(shape)
  }

  /** Finds what the rows of the page's grids are made of: a grid of few numbers is told by that alone. */
  private findGrids(node: Node): void {
    for (const child of childrenOf(node)) {
      if (!isElement(child) || this.markup.isHidden(child) || this.markup.isTable(child)) continue
      this.gridRows(child)
      this.findGrids(child)
    }
  }

  /** The rows of a grid without table markup; null where the element is none. */
  private gridRows(node: Element): WrittenCell[][] | null {
    const parts = this.parts(node)
    if (!parts || parts.length < LEAST_PARTS) return null
    const rows = parts.map((part) => this.gridCells(part))
    const count = rows.filter((row) => row !== null).length
    const isGrid = (count >= LEAST_ROWS && count * 2 >= rows.length) || parts.every((part) => this.isRowOfGrid(part))
    if (!isGrid) return null
    for (const part of parts.filter((_, at) => rows[at])) this.rowShapes.add(this.shapeOf(part))
    return rows.map((row, at) => row ?? (this.parts(parts[at]!) ?? []).map((cell) => this.cell(cell)))
  }

  private table(rows: TableRow[]): void {
    this.flush()
    this.tables += 1
    this.blocks.push({ kind: 'table', bounded: true, rows, place: { table: this.tables } })
  }

  private flush(): void {
    this.blocks.push(...linesToBlocks(this.lines, { tables: this.tables }))
    this.tables = this.blocks.filter(({ kind }) => kind === 'table').length
    this.lines = []
  }

  private isInLine(node: Node): boolean {
    if (!isElement(node)) return true
    return this.markup.isInline(node) && !contains(node, (each) => this.markup.isTable(each) || (isElement(each) && !this.markup.isInline(each) && each.tagName !== 'br'))
  }

  private walk(node: Node): void {
    let inline: Node[] = []
    const close = (): void => {
      for (const text of this.textLines({ childNodes: inline } as unknown as Node)) this.lines.push({ text, line: this.lines.length + this.blocks.length + 1 })
      inline = []
    }
    for (const child of childrenOf(node)) {
      if (isElement(child) && this.markup.isHidden(child)) continue
      if (!isElement(child) || this.isInLine(child)) {
        inline.push(child)
        continue
      }
      close()
      this.block(child)
    }
    close()
  }

  private block(node: Element): void {
    if (this.markup.isTable(node) && !this.isLayout(node)) return this.table(this.gridOf(node))
    const grid = this.markup.isTable(node) ? null : this.gridRows(node)
    if (grid) this.table(gridOf(grid))
    else if (node.tagName !== 'br') this.walk(node)
  }
}

const TITLE_META = /^(?:articletitle|og:title|title|dc\.title|ucaptitle)$/i

/** All text under a node, on one line. */
const textOf = (node: Node): string => (isText(node) ? node.value : childrenOf(node).map(textOf).join('')).replace(/\s+/g, ' ').trim()

/** Elements of a page, those inside others included. */
const elementsOf = (node: Node): Element[] => childrenOf(node).flatMap((child) => (isElement(child) ? [child, ...elementsOf(child)] : elementsOf(child)))

/** The titles that a page states: headings first, then its head. */
function titlesOf(elements: readonly Element[]): string[] {
  const headings = elements.filter(({ tagName }) => /^h[1-3]$|.title$/.test(tagName)).map(textOf)
  const metas = elements.filter((each) => each.tagName === 'meta' && TITLE_META.test(attribute(each, 'name') || attribute(each, 'property'))).map((each) => attribute(each, 'content'))
  return [...headings, ...metas, ...elements.filter(({ tagName }) => tagName === 'title').map(textOf)].filter((title) => title !== '')
}

/** A page of HTML as blocks. Nothing of it runs: the parser makes a tree of plain objects. `tabs`: those of its text part cells. */
export async function readHtml(file: string, html: string, tabs = false): Promise<{ document: ReadDocument; pictures: number }> {
  const { parse } = await htmlParser()
  const tree = parse(html)
  const elements = elementsOf(tree)
  const reader = new PageReader(new Markup(stylesOf(elements.filter(({ tagName }) => tagName === 'style').map(textOf).join('\n'))), tabs)
  reader.read(tree)
  return { document: { file, kind: 'html', titles: titlesOf(elements), blocks: reader.blocks, problems: [] }, pictures: html.match(/<img\b/gi)?.length ?? 0 }
}
