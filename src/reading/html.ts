import type { DefaultTreeAdapterMap } from 'parse5'
import { gridOf, type Block, type ReadDocument, type WrittenCell } from './document'
import { htmlParser } from './libraries'
import { linesToBlocks, type TextLine } from './lines'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const IGNORED = new Set(['script', 'style', 'noscript', 'template', 'select', 'option', 'button', 'iframe', 'object', 'svg', 'textarea', 'head', 'audio', 'video'])
const INLINE = new Set(['a', 'abbr', 'b', 'big', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'o:p', 'st1:chsdate', 'bdo', 'wbr', 'img'])

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (node: Element, name: string): string => node.attrs.find((each) => each.name === name)?.value ?? ''
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const isHidden = (node: Element): boolean => IGNORED.has(node.tagName) || node.attrs.some(({ name }) => name === 'hidden') || /(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(attribute(node, 'style'))
const isInline = (node: Element): boolean => (INLINE.has(node.tagName) || node.tagName.includes(':')) && !/display\s*:\s*(?:block|table|flex)/i.test(attribute(node, 'style'))
const isTable = (node: Node): node is Element => isElement(node) && (node.tagName === 'table' || roleOf(node) === 'table')
const contains = (node: Node, test: (node: Node) => boolean): boolean => childrenOf(node).some((child) => test(child) || contains(child, test))

/** What an element without table markup stands for in a table, by its role, style or class. */
function roleOf(node: Element): 'table' | 'row' | 'cell' | null {
  if (/^(?:table|tbody|thead|tfoot|tr|td|th|body|html)$/.test(node.tagName)) return null
  const said = `${attribute(node, 'role')} ${/display\s*:\s*(table(?:-row|-cell)?)\s*(?:;|$)/i.exec(attribute(node, 'style'))?.[1] ?? ''}`.toLowerCase()
  if (/\b(?:cell|gridcell|table-cell|columnheader|rowheader)\b/.test(said)) return 'cell'
  if (/\b(?:row|table-row)\b/.test(said)) return 'row'
  return /\b(?:table|grid)\b/.test(said) ? 'table' : null
}

const isRow = (node: Node): node is Element => isElement(node) && (node.tagName === 'tr' || roleOf(node) === 'row')
const isCell = (node: Node): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th' || roleOf(node) === 'cell')

/** Elements of a kind under a node, without looking inside those found or inside tables. */
const under = (node: Node, test: (node: Node) => node is Element): Element[] =>
  childrenOf(node).flatMap((child): Element[] => (isElement(child) && isHidden(child) ? [] : test(child) ? [child] : isTable(child) ? [] : under(child, test)))

/** The lines of text under a node: blocks and breaks part them. */
function textLines(node: Node): string[] {
  const lines = ['']
  const add = (text: string): void => void (lines[lines.length - 1] += text)
  const walk = (each: Node): void => {
    if (each.nodeName === '#text') return add((each as DefaultTreeAdapterMap['textNode']).value.replace(/[ \t\r\n\f]+/g, ' '))
    if (!isElement(each)) return childrenOf(each).forEach(walk)
    if (isHidden(each)) return
    const parts = each.tagName === 'br' || !isInline(each)
    if (parts) lines.push('')
    childrenOf(each).forEach(walk)
    if (parts && each.tagName !== 'br') lines.push('')
  }
  childrenOf(node).forEach(walk)
  return lines.map((line) => line.replace(/[\u00a0\u3000]/g, ' ').trim()).filter((line) => line !== '')
}

const span = (node: Element, name: string): number => Math.min(Number.parseInt(attribute(node, name), 10) || 1, 500)

function writtenRows(table: Element): WrittenCell[][] {
  return under(table, isRow).map((row) => under(row, isCell).map((cell) => ({ text: textLines(cell).join('\n'), rowSpan: span(cell, 'rowspan'), columnSpan: span(cell, 'colspan') })))
}

/** A table that only arranges the page: tables inside it, or one cell. */
const isLayout = (table: Element): boolean => {
  if (contains(table, isTable)) return true
  const rows = under(table, isRow)
  return rows.length === 1 && under(rows[0]!, isCell).length <= 1
}

interface Page {
  readonly blocks: Block[]
  lines: TextLine[]
  tables: number
}

function flush(page: Page): void {
  page.blocks.push(...linesToBlocks(page.lines, { tables: page.tables }))
  page.tables = page.blocks.filter(({ kind }) => kind === 'table').length
  page.lines = []
}

/** Walks the page in order: data tables become tables, all else lines of text. */
function walk(node: Node, page: Page): void {
  let inline: Node[] = []
  const close = (): void => {
    for (const text of textLines({ childNodes: inline } as unknown as Node)) page.lines.push({ text, line: page.lines.length + page.blocks.length + 1 })
    inline = []
  }
  for (const child of childrenOf(node)) {
    if (isElement(child) && isHidden(child)) continue
    if (!isElement(child) || (isInline(child) && !contains(child, (each) => isTable(each) || (isElement(each) && !isInline(each) && each.tagName !== 'br')))) {
      inline.push(child)
      continue
    }
    close()
    if (isTable(child) && !isLayout(child)) {
      flush(page)
      page.tables += 1
      page.blocks.push({ kind: 'table', rows: gridOf(writtenRows(child)), place: { table: page.tables } })
    } else if (child.tagName === 'br') continue
    else walk(child, page)
  }
  close()
}

const TITLE_META = /^(?:articletitle|og:title|title|dc\.title|ucaptitle)$/i

function titlesOf(node: Node): { heading: string[]; meta: string[] } {
  const found = { heading: [] as string[], meta: [] as string[] }
  const visit = (each: Node): void => {
    if (isElement(each)) {
      if (each.tagName === 'meta' && TITLE_META.test(attribute(each, 'name') || attribute(each, 'property'))) found.meta.push(attribute(each, 'content'))
      if (each.tagName === 'title') found.meta.push(textLines(each).join(''))
      if (/^h[1-3]$|title$/.test(each.tagName) && each.tagName !== 'title') found.heading.push(textLines(each).join(''))
      if (IGNORED.has(each.tagName) && each.tagName !== 'head') return
    }
    childrenOf(each).forEach(visit)
  }
  visit(node)
  return found
}

/** A page of HTML as blocks. Nothing of it runs: the parser makes a tree of plain objects. */
export async function readHtml(file: string, html: string): Promise<{ document: ReadDocument; pictures: number }> {
  const { parse } = await htmlParser()
  const tree = parse(html)
  const page: Page = { blocks: [], lines: [], tables: 0 }
  walk(tree, page)
  flush(page)
  const { heading, meta } = titlesOf(tree)
  return { document: { file, kind: 'html', titles: [...heading, ...meta].filter((title) => title !== ''), blocks: page.blocks, problems: [] }, pictures: html.match(/<img\b/gi)?.length ?? 0 }
}
