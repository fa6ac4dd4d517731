import { gridOf, type Block, type ReadDocument, type TableRow, type WrittenCell } from './document'
import { htmlParser } from './libraries'
import { withListedItems } from './text/item-lists'
import { linesToBlocks, type TextLine } from './text/lines'
import { withNamedValues } from './text/named-values'
import { attribute, childrenOf, contains, isElement, isText, Markup, stylesOf, type Element, type Node } from './markup'
import { serialOf } from './meaning/serials'
import { isNumberCell } from './meaning/values'
import { blocksOfDocument } from './page/document-pages'
import { placedPages } from './placed'
import { sectionOf } from './meaning/sections'
import { hasHan, tight, withBlanks } from './meaning/words'
import { readText } from './text'
import { flattened, type NestingCell } from './nested'
import { StyledGrids } from './styled-grids'

const span = (node: Element, name: string): number => Math.min(Number.parseInt(attribute(node, name), 10) || 1, 500)

/** No label or note in a table that holds tables is longer. */
const LONGEST_CELL = 90
/** So long is no cell of a report's tables, but a part of the report or the whole of it. */
const LEAST_REPORT = 500

/** Raised beside a word or number: it points to a note, and would make another number of it. */
const FOOTNOTE_MARK = /^[[［(（]?(?:\d{1,2}|注\d{0,2}|[①-⑳*])[)）\]］]?$/

/** A field of a form as a site fills it in: what it holds is seen like any text. */
const isTextField = (node: Element): boolean => node.tagName === 'input' && /^(?:|text|number)$/i.test(attribute(node, 'type'))

/** Reads a page: data tables become tables, all else lines of text. */
class PageReader {
  readonly blocks: Block[] = []
  private lines: TextLine[] = []
  private tables = 0

  /** White space that is none of the text: in a page all, in what a word processor wrote not its tabs. */
  private readonly spaces: RegExp
  private readonly grids: StyledGrids

  constructor(
    private readonly markup: Markup,
    tabs: boolean,
  ) {
    this.spaces = tabs ? /[ \r\n\f]+/g : /[ \t\r\n\f]+/g
    this.grids = new StyledGrids(markup, (node) => this.cell(node))
  }

  read(tree: Node): void {
    this.grids.find(tree)
    this.walk(tree)
    this.flush()
  }

  /** The lines of text under a node, outside the tables in it: blocks and breaks part them. */
  private textLines(node: Node): string[] {
    const lines = ['']
    const walk = (each: Node): void => {
      if (isText(each)) return void (lines[lines.length - 1] += withBlanks(each.value).replace(this.spaces, ' '))
      if (!isElement(each)) return childrenOf(each).forEach(walk)
      if (this.isLeftOut(each)) return
      if (isTextField(each)) return void (lines[lines.length - 1] += attribute(each, 'value'))
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

  /** The rows of a table, without those that word processors add at its end to set the widths of its columns, none high and without text. */
  private rowsOf(table: Element): NestingCell[][] {
    const { isRow, isCell, isTable } = this.markup
    const rows = this.markup.under(table, isRow).filter((row) => attribute(row, 'height') !== '0' || this.textLines(row).length > 0)
    return rows.map((row) => this.markup.under(row, isCell).map((cell) => ({ ...this.cell(cell), inner: this.markup.under(cell, isTable).flatMap((inner) => this.gridOf(inner)) })))
  }

  private cellsOf(table: Element): Element[][] {
    return this.markup.under(table, this.markup.isRow).map((row) => this.markup.under(row, this.markup.isCell))
  }

  private gridOf(table: Element): TableRow[] {
    const rows = this.rowsOf(table)
    return rows.flat().some(({ inner }) => inner.length > 0) ? flattened(rows) : gridOf(rows)
  }

  private lettersIn(cell: Element): number {
    return this.textLines(cell).join('').length
  }

  /** Whether cells below each other hold the text of a report. */
  private isReport(rows: readonly (readonly Element[])[]): boolean {
    return rows.every((cells) => cells.length <= 1) && rows.flat().some((cell) => this.lettersIn(cell) >= LEAST_REPORT)
  }

  /** A table that only arranges the page: one cell, or the report below its title, or tables below each other, or beside text that is longer than a cell's, or beside each other, with what heads them, where each names its own rows. */
  private isLayout(table: Element): boolean {
    const { isTable } = this.markup
    const rows = this.cellsOf(table)
    if (!contains(table, isTable)) return (rows.length === 1 && rows[0]!.length <= 1) || this.isReport(rows)
    const isBeside = rows.some((cells) => cells.length > 1 && cells.some((cell) => contains(cell, isTable)))
    const inner = rows.flat().flatMap((cell) => this.markup.under(cell, isTable))
    const isFrame = inner.every((each) => this.namesRows(each)) && rows.flat().every((cell) => contains(cell, isTable) || this.textLines(cell).length === 0)
    return !isBeside || isFrame || rows.flat().some((cell) => this.lettersIn(cell) > LONGEST_CELL) || inner.some((each) => (contains(each, isTable) ? this.isLayout(each) : this.isReport(this.cellsOf(each))))
  }

  /** Whether the last row of a table has a name, its number before it or none, and numbers behind it. */
  private namesRows(table: Element): boolean {
    const row = this.rowsOf(table).at(-1) ?? []
    const [name, ...values] = row.slice(serialOf(row[0]?.text ?? '') > 0 ? 1 : 0)
    return name !== undefined && hasHan(name.text) && !isNumberCell(name.text) && values.length > 0 && values.every(({ text }) => isNumberCell(text))
  }

  private table(rows: TableRow[]): void {
    this.flush()
    this.tables += 1
    this.blocks.push({ kind: 'table', bounded: true, rows, place: { table: this.tables } })
  }

  private flush(): void {
    this.blocks.push(...linesToBlocks(withNamedValues(withListedItems(this.lines)), { tables: this.tables }))
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

  /** Text set with its own lines and spaces, tables drawn among them. */
  private preformatted(text: string): void {
    this.flush()
    // The heading of a part says what the table below it is.
    const above = this.blocks.at(-1)
    const head = above?.kind === 'text' && sectionOf(above.text) !== undefined ? above.text : null
    const read = readText('', head === null ? text : `${head}\n${text}`, true).flatMap(({ blocks }) => blocks)
    for (const block of head !== null && read[0]?.kind === 'text' && tight(read[0].text) === tight(head) ? read.slice(1) : read) {
      if (block.kind === 'table') this.tables += 1
      this.blocks.push(block.kind === 'table' ? { ...block, place: { ...block.place, table: this.tables } } : block)
    }
  }

  private block(node: Element): void {
    const text = node.tagName === 'pre' ? this.markup.written(node) : null
    if (text !== null) return this.preformatted(text)
    if (this.markup.isTable(node) && !this.isLayout(node)) return this.table(this.gridOf(node))
    const grid = this.markup.isTable(node) ? null : this.grids.rowsOf(node)
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
  const css = elements.filter(({ tagName }) => tagName === 'style').map(textOf).join('\n')
  const markup = new Markup(stylesOf(css), tree)
  const pictures = html.match(/<img\b/gi)?.length ?? 0
  const pages = placedPages(tree, markup, css)
  if (pages) return { document: { file, kind: 'html', titles: titlesOf(elements), blocks: blocksOfDocument(pages), problems: [] }, pictures }
  const reader = new PageReader(markup, tabs)
  reader.read(tree)
  return { document: { file, kind: 'html', titles: titlesOf(elements), blocks: reader.blocks, problems: [] }, pictures }
}
