import type { Block, ReadDocument } from './document'
import { isValue } from './entries'
import type { Item } from './geometry'
import { pageBlocks } from './layout'
import { linesToBlocks, type TextLine } from './lines'
import { joinedParagraphCells } from './paragraph-cells'
import { hasHan, plain, tight } from './words'

/** Columns that a text takes in a fixed-width layout: Chinese characters take two. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\u303e\u3041-\uffe6]/.test(letter) && !/[\uff61-\uff9f]/.test(letter) ? 2 : 1), 0)

/** Where the numbers at the end of a line start, if there are three or more. */
function numbersFrom(text: string): number {
  const words = [...text.matchAll(/[^\s\u00a0]+/g)]
  let at = words.length
  while (at > 0 && isValue(words[at - 1]![0])) at -= 1
  return words.length - at >= 3 ? words[at]!.index : text.length
}

/** The pieces of a line that two or more spaces part, in columns; of three and more numbers at its end, those that one space parts too. */
function piecesOf(text: string, y: number): Item[] {
  const pieces: Item[] = []
  let x = 0
  const numbers = numbersFrom(text)
  const parts = [...text.slice(0, numbers).split(/([ \u00a0]{2,}|\t)/), ...text.slice(numbers).split(/([ \u00a0\t]+)/)]
  for (const part of parts) {
    const width = widthOf(part)
    const lead = widthOf(part.slice(0, part.length - part.trimStart().length))
    if (part.trim() !== '') pieces.push({ text: part.trim(), x: x + lead, y, width: width - lead, height: 2 })
    x += width
  }
  return pieces
}

/** A line of a layout: at least three numbers apart from each other, or a label and a number far apart. */
const isAligned = (text: string): boolean => {
  if (text.includes('\t') || /[|｜│]/.test(text)) return false
  const pieces = text.trim().split(/[ \u00a0]{2,}/)
  return pieces.length >= 3 && pieces.filter((piece) => /^[+-]?[\d., ]+$/.test(plain(piece.normalize('NFKC')))).length >= 2
}

/** Where the right one of two texts side by side starts in a line: at the first piece that the line has already had. */
function seam(pieces: readonly Item[]): number | null {
  const seen = new Set<string>()
  for (const [at, { text, x }] of pieces.entries()) {
    const words = tight(text)
    const first = pieces.findIndex((piece) => tight(piece.text) === words)
    if (hasHan(words) && !isValue(text) && seen.has(words) && first <= 1 && at >= 1 && at - first >= pieces.length / 2 - 1) return first === 0 ? x : pieces[at - first]!.x
    seen.add(words)
  }
  return null
}

const YEARS = /^[^\d]*(20[0-3]\d)\s*年?\s*(?:报告|年报|年度报告|年)?[^\d]*$/

interface Laid {
  readonly line: number
  readonly pieces: readonly Item[]
  readonly seam: number | null
}

/** The nearest seam above or below a line. */
function seamNear(lines: readonly Laid[], at: number): number | null {
  for (let off = 0; off <= 40; off += 1) {
    const near = [lines[at - off]?.seam, lines[at + off]?.seam].filter((each) => each !== null && each !== undefined)
    if (near.length > 0) return Math.min(...(near as number[]))
  }
  return null
}

/** Prose set in two columns: the gap that most lines around have. */
const proseSeam = ({ pieces }: Laid): number | null => (pieces.length === 2 && pieces.every(({ text }) => hasHan(text)) && pieces[1]!.x > 20 ? pieces[1]!.x : null)

/** The lines of two texts side by side as two texts; null where the lines are one. */
function sideBySide(laid: readonly Laid[]): { years: readonly (string | null)[]; sides: Laid[][] } | null {
  if (laid.filter(({ seam: own }) => own !== null).length < 8) return null
  const heading = laid.find(({ pieces }) => pieces.length === 2 && pieces.every(({ text }) => YEARS.test(text)))
  const years: readonly (string | null)[] = heading ? heading.pieces.map(({ text }) => YEARS.exec(text)![1]!) : [null, null]
  const sides: [Laid[], Laid[]] = [[], []]
  let whole: number | null = null
  laid.forEach((each, at) => {
    const caption = each.pieces.length === 1 ? YEARS.exec(each.pieces[0]!.text)?.[1] : undefined
    if (caption !== undefined && years.includes(caption)) whole = years.indexOf(caption)
    if (whole !== null && /^[五六]、/.test(each.pieces[0]?.text ?? '')) whole = null
    if (whole !== null) return void sides[whole]!.push(each)
    const near = each.seam ?? proseSeam(each) ?? (each.pieces.length === 1 ? (each.pieces[0]!.x > 20 ? each.pieces[0]!.x : Infinity) : seamNear(laid, at))
    const cut = near === null ? Infinity : near
    sides[0].push({ ...each, pieces: each.pieces.filter(({ x }) => x < cut - 0.5) })
    // The right side starts further left or right from line to line: it is counted from its own seam.
    const from = each.seam ?? seamNear(laid, at) ?? 0
    sides[1].push({ ...each, pieces: each.pieces.filter(({ x }) => x >= cut - 0.5).map((piece) => ({ ...piece, x: piece.x - from })) })
  })
  return { years, sides }
}

/** Blocks of lines laid out in columns. */
function laidBlocks(lines: readonly Laid[]): Block[] {
  const items = lines.flatMap(({ pieces }) => pieces)
  return pageBlocks({ page: 1, items, rulings: [], whole: true }, 0).map((block) => ({ ...block, place: { ...block.place, page: undefined } }) as unknown as Block)
}

/** What the first and last lines of pages have in common: their numbers and dates left out. */
const runningKey = (line: string): string => tight(line).replace(/\d+/g, '0')

/** The text without the lines that stand at the head or foot of most of its pages. */
function withoutRunningLines(text: string): string {
  const pages = text.split('\f').map((page) => page.split(/\r?\n/))
  if (pages.filter((page) => page.some((line) => line.trim() !== '')).length < 2) return text
  const edges = pages.map((page) => page.flatMap((line, at) => (line.trim() === '' ? [] : [at]))).map((filled) => [filled[0], filled.at(-1)].filter((at) => at !== undefined))
  const counts = new Map<string, number>()
  edges.forEach((ats, page) => ats.forEach((at) => counts.set(runningKey(pages[page]![at]!), (counts.get(runningKey(pages[page]![at]!)) ?? 0) + 1)))
  const isRunning = (line: string): boolean => (counts.get(runningKey(line)) ?? 0) * 2 > pages.length - 1 && (counts.get(runningKey(line)) ?? 0) >= 2 && hasLetters(line)
  return pages.map((page, at) => page.map((line, index) => (edges[at]!.includes(index) && isRunning(line) ? '' : line)).join('\n')).join('\f')
}

const hasLetters = (line: string): boolean => /\p{L}{2}/u.test(line)

const linesOfText = (text: string): TextLine[] => text.split(/\r\n|[\n\r\f\v\u2028\u2029]/).map((line, at) => ({ text: line.replace(/[\u200b\ufeff]/g, ''), line: at + 1 }))

/** A text in any shape as blocks: a cell a line, tabs, bars, columns; two reports side by side give two documents. */
export function readText(file: string, text: string): ReadDocument[] {
  const lines = joinedParagraphCells(linesOfText(withoutRunningLines(text)))
  const document = (blocks: readonly Block[], titles: readonly string[] = []): ReadDocument => ({ file, kind: 'text', titles, blocks, problems: [] })
  const aligned = lines.filter(({ text: line }) => isAligned(line)).length
  if (aligned < 6) return [document(linesToBlocks(lines.map((line) => ({ ...line, text: markdownHeading(line.text) })), { tables: 0 }))]
  const laid = lines.map(({ text: line, line: number }): Laid => {
    const pieces = piecesOf(line, number * 2)
    return { line: number, pieces, seam: seam(pieces) }
  })
  const both = sideBySide(laid)
  if (!both) return [document(laidBlocks(laid))]
  const heads = lines.slice(0, 6).map(({ text: line }) => line)
  return both.sides.map((side, at) => {
    const title = both.years[at] ? `${agencyIn(heads)}${both.years[at]}年政府信息公开工作年度报告` : ''
    return document([...(title ? [{ kind: 'text' as const, text: title, place: { line: 1 } }] : []), ...laidBlocks(side)])
  })
}

/** The organ that the first lines name. */
const agencyIn = (lines: readonly string[]): string => lines.map((line) => /([\u4e00-\u9fff]{2,20}人民政府(?:办公[厅室])?)/.exec(line.replace(/[的与和]/g, ' '))?.[1]).find((name) => name !== undefined) ?? ''

const markdownHeading = (text: string): string => text.replace(/^#{1,6}\s+/, '').replace(/\*\*/g, '')
