import type * as Pdf from 'pdfjs-dist'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api'
import type { ReadDocument } from './document'
import { joinedDashes } from './page/dashes'
import { blocksOfDocument } from './page/document-pages'
import { isGarbled } from './page/garbled'
import type { Item, PageLayout, Ruling } from './page/geometry'
import { glyphsOf } from './page/glyphs'
import { isPartHeading } from './page/headings'
import { pdfLibrary } from './libraries'
import { times, type Matrix } from './page/matrix'
import { pageMarks } from './page-marks'
import { ReadingError } from './problem'
import { withoutRaisedMarks } from './page/raised'
import { drawingOf } from './page/rulings'
import { unstruck } from './page/struck'
import { sidesOf, tileEdges } from './page/tiles'
import { itemsOf, readable } from './page/runs'
import { glyphsOn, withUnseenHidden } from './page/unseen'
import { spacingOf } from './page/spacing'
import { isHeading } from './meaning/labels'
import { meant, tight, withBlanks } from './meaning/words'

/** Where the library's tables for fonts that are not embedded are found: a folder's path in Node, an address in a browser. */
export interface PdfAssets {
  readonly cMapUrl?: string
}

type PdfLibrary = typeof Pdf

const MOST_PAGES = 200
/** A page with fewer characters has no text worth the name. */
const LEAST_TEXT = 20
/** So large a part of a page's characters must be found in its drawing. */
const LEAST_FOLLOWED = 0.9

/** An item of the library's as a box from the page's upper left corner. */
function boxOf({ str, transform, width, height }: TextItem, viewport: Matrix): Item {
  const text = withBlanks(meant(str))
  const m = times(viewport, transform as Matrix)
  const size = Math.hypot(m[2]!, m[3]!) || height || 1
  const [x, y] = [m[4]!, m[5]!]
  if (isTurned(m)) return { text, x: m[1]! > 0 ? x : x - size, y: m[1]! > 0 ? y : y - width, width: size, height: Math.max(width, size) }
  return { text, x, y: y - size * 0.85, width, height: size }
}

const isTurned = (m: Matrix): boolean => Math.abs(m[1]!) > Math.abs(m[0]!)

/** The size of a font's unit. */
function unitsOf({ commonObjs }: PDFPageProxy): (font: string) => number {
  return (font) => (commonObjs.has(font) ? ((commonObjs.get(font) as { fontMatrix?: Matrix } | null)?.fontMatrix?.[0] ?? 0.001) : 0.001)
}

/** How much to turn a page whose text mostly runs up, down or upside down, in degrees. */
function turnOf(items: readonly TextItem[], viewport: Matrix): number {
  const letters = new Map([0, 90, 180, 270].map((turn) => [turn, 0]))
  for (const { str, transform } of items) {
    const m = times(viewport, transform as Matrix)
    const turn = isTurned(m) ? (m[1]! > 0 ? 270 : 90) : m[0]! < 0 ? 180 : 0
    letters.set(turn, letters.get(turn)! + tight(str).length)
  }
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0)
  return [...letters].find(([, count]) => count * 2 > all)?.[0] ?? 0
}

async function layoutOf(page: PDFPageProxy, { OPS }: PdfLibrary, before: PageLayout | undefined): Promise<PageLayout> {
  const content = (await page.getTextContent()).items.filter((item): item is TextItem => 'str' in item && item.str.trim() !== '')
  const turn = turnOf(content, page.getViewport({ scale: 1 }).transform as Matrix)
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 })
  const matrix = viewport.transform as Matrix
  const numbers = content.filter(({ str }) => /^[+-]?\d/.test(tight(str))).length
  // A table may be blank, and the rest of one from the page before may have no numbers.
  const operators = numbers > 2 || (before?.rulings.length ?? 0) > 0 || content.some(({ str }) => isHeading(str) || isPartHeading(str)) ? await page.getOperatorList() : null
  const view = { transform: matrix, width: viewport.width, height: viewport.height }
  const glyphs = operators ? glyphsOf(operators, matrix, OPS, unitsOf(page)) : []
  // Characters that the drawing's steps do not show where the library finds some: set in ways that are not followed here.
  const followed = glyphs.length >= content.reduce((sum, { str }) => sum + tight(str).length, 0) * LEAST_FOLLOWED
  const { marks: lines, fills } = operators ? drawingOf(operators, matrix, OPS) : { marks: [], fills: [] }
  const drawn = withoutRaisedMarks(readable(unstruck(operators ? withUnseenHidden(glyphsOn(glyphs, view), operators, view, OPS) : [], lines)))
  const spacing = spacingOf(drawn, before?.spacing)
  const [ruled, filled] = [joinedDashes(lines), fills].map((rulings) => rulingsOn(rulings, viewport)) as [Ruling[], Ruling[]]
  const items = operators && followed ? itemsOf(drawn, spacing, [...ruled, ...sidesOf(filled)]) : content.map((item) => boxOf(item, matrix))
  const rulings = [...ruled, ...tileEdges(filled, items)]
  const marks = pageMarks(items, rulings, viewport)
  return { page: page.pageNumber, items: items.filter((item) => !marks.has(item)), rulings, spacing }
}

/** Rulings as far as they can be seen: where a program cuts a table at the end of a page, they go on beyond it. */
const rulingsOn = (rulings: readonly Ruling[], { width, height }: { width: number; height: number }): Ruling[] =>
  rulings.filter(({ x1, x2, y1, y2 }) => x2 >= 0 && x1 <= width && y2 >= 0 && y1 <= height).map(({ x1, x2, y1, y2 }) => ({ x1: Math.max(x1, 0), x2: Math.min(x2, width), y1: Math.max(y1, 0), y2: Math.min(y2, height) }))

/** The library's tables, fetched as a worker can: its own way asks the page for its address. */
class Tables {
  constructor(private readonly where: { readonly cMapUrl: string }) {}

  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`no ${filename}: nothing is drawn`)
    const answer = await fetch(`${this.where.cMapUrl}${filename}`)
    if (!answer.ok) throw new Error(`${answer.status} ${filename}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

async function open(bytes: Uint8Array, { cMapUrl }: PdfAssets): Promise<{ pdf: PdfLibrary; document: PDFDocumentProxy }> {
  const pdf = await pdfLibrary()
  const cMaps = cMapUrl === undefined ? {} : { cMapUrl, cMapPacked: true, ...(/^https?:/.test(cMapUrl) ? { BinaryDataFactory: Tables } : {}) }
  try {
    const document = await pdf.getDocument({ data: bytes.slice(), ...cMaps, verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, stopAtErrors: false, isOffscreenCanvasSupported: false, useWasm: false }).promise
    return { pdf, document }
  } catch (error) {
    throw new ReadingError((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged')
  }
}

/** Whether the first page shows any text, readable or not. */
async function showsText(document: PDFDocumentProxy, { OPS }: PdfLibrary): Promise<boolean> {
  const { fnArray } = await (await document.getPage(1)).getOperatorList()
  return fnArray.some((step) => step === OPS.showText)
}

/** A PDF with a text layer as blocks. Throws for scans, encrypted and broken files. */
export async function readPdf(file: string, bytes: Uint8Array, assets: PdfAssets = {}): Promise<{ document: ReadDocument; pictures: number }> {
  const { pdf, document } = await open(bytes, assets)
  try {
    const pages: PageLayout[] = []
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number)
      pages.push(await layoutOf(page, pdf, pages.at(-1)))
      page.cleanup()
    }
    const text = pages.flatMap(({ items }) => items.map((item) => tight(item.text))).join('')
    if (text.length < LEAST_TEXT * Math.min(pages.length, 3)) throw new ReadingError((await showsText(document, pdf)) ? 'text-garbled' : 'scanned')
    if (isGarbled(text)) throw new ReadingError('text-garbled')
    const title = await document.getMetadata().then(({ info }) => String((info as { Title?: string }).Title ?? ''), () => '')
    return { document: { file, kind: 'pdf', titles: /\.docx?$|^Microsoft|^PowerPoint/i.test(title) || title === '' ? [] : [title], blocks: blocksOfDocument(pages), problems: [] }, pictures: 0 }
  } catch (error) {
    throw error instanceof ReadingError ? error : new ReadingError('damaged')
  } finally {
    await document.loadingTask.destroy()
  }
}
