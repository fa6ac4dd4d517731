import type * as Pdf from 'pdfjs-dist'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'
import type { Block, ReadDocument } from './document'
import type { Item, PageLayout, Ruling } from './geometry'
import { pageBlocks } from './layout'
import { pdfLibrary } from './libraries'
import { isPageNumber } from './lines'
import { ReadingError } from './problem'
import { meant, tight } from './words'

/** Where the library's tables for fonts that are not embedded are found: a folder's path in Node, an address in a browser. */
export interface PdfAssets {
  readonly cMapUrl?: string
}

type PdfLibrary = typeof Pdf

const MOST_PAGES = 200
/** A page with fewer characters has no text worth the name. */
const LEAST_TEXT = 20
const THIN = 2.5

type Matrix = readonly number[]
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0]! * b[0]! + a[2]! * b[1]!,
  a[1]! * b[0]! + a[3]! * b[1]!,
  a[0]! * b[2]! + a[2]! * b[3]!,
  a[1]! * b[2]! + a[3]! * b[3]!,
  a[0]! * b[4]! + a[2]! * b[5]! + a[4]!,
  a[1]! * b[4]! + a[3]! * b[5]! + a[5]!,
]
const moved = (m: Matrix, x: number, y: number): readonly [number, number] => [m[0]! * x + m[2]! * y + m[4]!, m[1]! * x + m[3]! * y + m[5]!]

/** An item of text as a box from the page's upper left corner. */
function itemOf({ str: written, transform, width, height }: TextItem, viewport: Matrix): Item {
  const str = meant(written)
  const m = times(viewport, transform as Matrix)
  const size = Math.hypot(m[2]!, m[3]!) || height || 1
  const turned = Math.abs(m[1]!) > Math.abs(m[0]!)
  const [x, y] = [m[4]!, m[5]!]
  if (turned) return { text: str, x: m[1]! > 0 ? x : x - size, y: m[1]! > 0 ? y : y - width, width: size, height: Math.max(width, size) }
  return { text: str, x, y: y - size * 0.85, width, height: size }
}

/** Ruling lines of a page: thin rectangles and strokes. */
async function rulingsOf(page: PDFPageProxy, viewport: Matrix, { OPS }: PdfLibrary): Promise<Ruling[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rulings: Ruling[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = viewport
  const add = (x1: number, y1: number, x2: number, y2: number): void => {
    const [ax, ay] = moved(matrix, x1, y1)
    const [bx, by] = moved(matrix, x2, y2)
    const ruling = { x1: Math.min(ax, bx), y1: Math.min(ay, by), x2: Math.max(ax, bx), y2: Math.max(ay, by) }
    const [wide, high] = [ruling.x2 - ruling.x1, ruling.y2 - ruling.y1]
    if ((wide <= THIN || high <= THIN) && Math.max(wide, high) > 1) rulings.push(ruling)
  }
  fnArray.forEach((operation, at) => {
    const args = argsArray[at] as unknown[]
    if (operation === OPS.save) stack.push(matrix)
    else if (operation === OPS.restore) matrix = stack.pop() ?? matrix
    else if (operation === OPS.transform) matrix = times(matrix, args as unknown as Matrix)
    else if (operation === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (args?.[0]) matrix = times(matrix, args[0] as Matrix)
    } else if (operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (operation === OPS.constructPath) for (const path of (args[1] as (Float32Array | null)[] | null) ?? []) if (path) pathRulings(path, args[0] as number, OPS, add)
  })
  return rulings
}

/** Painted, not only used to clip. */
const PAINTS = ['stroke', 'closeStroke', 'fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const

function pathRulings(path: ArrayLike<number>, operation: number, OPS: PdfLibrary['OPS'], add: (x1: number, y1: number, x2: number, y2: number) => void): void {
  if (!PAINTS.some((name) => OPS[name] === operation)) return
  const fills = operation === OPS.fill || operation === OPS.eoFill
  const points: (readonly [number, number])[] = []
  const close = (): void => {
    if (points.length >= 2) outline(points, fills, add)
    points.length = 0
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at]!
    if (step === 0) close()
    if (step === 0 || step === 1) points.push([path[at + 1]!, path[at + 2]!])
    if (step === 4 && points.length > 0) points.push(points[0]!)
    if (step === 2) points.push([path[at + 5]!, path[at + 6]!])
    if (step === 3) points.push([path[at + 3]!, path[at + 4]!])
    at += [3, 3, 7, 5, 1][step] ?? path.length
  }
  close()
}

/** A filled shape is a ruling as a whole where it is thin; a stroked one by its sides. */
function outline(points: readonly (readonly [number, number])[], fills: boolean, add: (x1: number, y1: number, x2: number, y2: number) => void): void {
  if (fills) {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    return add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  }
  for (let at = 1; at < points.length; at += 1) add(...points[at - 1]!, ...points[at]!)
}

/** A page's number: in the margin, and nothing else on its line. */
function isPageMark({ text, y, height }: Item, boxes: readonly Item[], page: number): boolean {
  const margin = y < page * 0.08 || y + height > page * 0.92
  return margin && (isPageNumber(text) || /^\d{1,3}$/.test(text.trim())) && boxes.filter((other) => Math.abs(other.y - y) < height).length === 1
}

async function layoutOf(page: PDFPageProxy, pdf: PdfLibrary): Promise<PageLayout> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const boxes = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [itemOf(item, viewport.transform as Matrix)] : []))
  const kept = boxes.filter((box) => !isPageMark(box, boxes, viewport.height))
  const numbers = kept.filter(({ text }) => /^[+-]?\d/.test(tight(text))).length
  return { page: page.pageNumber, items: kept, rulings: numbers > 2 ? await rulingsOf(page, viewport.transform as Matrix, pdf) : [] }
}

/** Lines at the head or foot that stand on most pages are no part of the report. */
function withoutRunningHeads(pages: readonly PageLayout[]): PageLayout[] {
  if (pages.length < 2) return [...pages]
  const counts = new Map<string, number>()
  const key = ({ text, y }: Item): string => `${tight(text)} ${Math.round(y / 3)}`
  for (const { items } of pages) for (const each of new Set(items.map(key))) counts.set(each, (counts.get(each) ?? 0) + 1)
  return pages.map((page) => {
    const ys = page.items.map(({ y }) => y)
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
    return { ...page, items: page.items.filter((item) => tight(item.text).length < 3 || /^\d+$/.test(tight(item.text)) || (counts.get(key(item)) ?? 0) < Math.max(Math.min(3, pages.length), pages.length * 0.6) || (item.y > top + 30 && item.y < bottom - 30)) }
  })
}

/** Paragraphs that go on over the page. */
function joinPages(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const goesOn = last?.kind === 'text' && block.kind === 'text' && last.place.page !== block.place.page && last.text.length > 25 && !/[。；！？：]$/.test(last.text) && !/^[（(]?[一二三四五六七八九十]+[)）、]/.test(block.text)
    if (goesOn) joined[joined.length - 1] = { ...last, text: `${last.text}${block.text}` }
    else joined.push(block)
  }
  return joined
}

async function open(bytes: Uint8Array, { cMapUrl }: PdfAssets): Promise<{ pdf: PdfLibrary; document: PDFDocumentProxy }> {
  const pdf = await pdfLibrary()
  const cMaps = cMapUrl === undefined ? {} : { cMapUrl, cMapPacked: true }
  try {
    const document = await pdf.getDocument({ data: bytes.slice(), ...cMaps, verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, stopAtErrors: false, isOffscreenCanvasSupported: false, useWasm: false }).promise
    return { pdf, document }
  } catch (error) {
    throw new ReadingError((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged')
  }
}

/** A PDF with a text layer as blocks. Throws for scans, encrypted and broken files. */
export async function readPdf(file: string, bytes: Uint8Array, assets: PdfAssets = {}): Promise<{ document: ReadDocument; pictures: number }> {
  const { pdf, document } = await open(bytes, assets)
  try {
    const pages: PageLayout[] = []
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number)
      pages.push(await layoutOf(page, pdf))
      page.cleanup()
    }
    const characters = pages.reduce((sum, { items }) => sum + items.reduce((count, { text }) => count + tight(text).length, 0), 0)
    if (characters < LEAST_TEXT * Math.min(pages.length, 3)) throw new ReadingError('scanned')
    const title = await document.getMetadata().then(({ info }) => String((info as { Title?: string }).Title ?? ''), () => '')
    let tables = 0
    const blocks = withoutRunningHeads(pages).flatMap((page) => {
      const own = pageBlocks(page, tables)
      tables += own.filter(({ kind }) => kind === 'table').length
      return own
    })
    return { document: { file, kind: 'pdf', titles: /\.docx?$|^Microsoft|^PowerPoint/i.test(title) || title === '' ? [] : [title], blocks: joinPages(blocks), problems: [] }, pictures: 0 }
  } catch (error) {
    throw error instanceof ReadingError ? error : new ReadingError('damaged')
  } finally {
    await document.loadingTask.destroy()
  }
}
