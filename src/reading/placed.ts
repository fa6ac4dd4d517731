import type { Item, PageLayout } from './page/geometry'
import { attribute, childrenOf, contains, isElement, isText, type Element, type Markup, type Node } from './markup'
import { withBlanks } from './meaning/words'

/** So large a part of a page's letters stands in elements with a place of their own, and so many of these, where a program made a page of each sheet of a document. */
const MOSTLY = 0.8
const LEAST_PLACED = 40
const MOST_PLACED = 6000
/** The size of letters in pixels where no style says it. */
const USUAL_SIZE = 16
/** Lines of one element stand so far apart, in sizes of its letters. */
const LINE_HEIGHT = 1.2
/** How wide letters are, in their size. */
const [WIDE, NARROW] = [1, 0.5] as const
const IS_WIDE = /[\u1100-\u115f\u2010-\u206f\u2e80-\u303e\u3041-\uffe6]/

const SIZES = /\.([\w-]+)\s*\{[^{}]*?font-size\s*:\s*([\d.]+)(px|pt)/g
const pixels = (value: string, unit: string): number => Number(value) * (unit === 'pt' ? 4 / 3 : 1)
/** An element that others have their places on. */
const SHEET = /(?:^|;)\s*(?:position\s*:\s*(?:relative|absolute)|height\s*:)/i
const ABSOLUTE = /(?:^|;)\s*position\s*:\s*absolute/i

/** A length of a style in pixels; null where it has none. */
function lengthIn(style: string, name: string): number | null {
  const [, value, unit] = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(-?[\\d.]+)(px|pt)`, 'i').exec(style) ?? []
  return value === undefined ? null : pixels(value, unit!)
}

const widthOf = (text: string, size: number): number => [...text].reduce((sum, letter) => sum + (IS_WIDE.test(letter) ? WIDE : NARROW), 0) * size

/** Words of a line where some are numbers, each with its place: cells that stand near each other may be one text. Else the line. */
function wordsOf(line: string, x: number, size: number): { text: string; x: number }[] {
  const words = [...line.matchAll(/\S+/g)]
  if (!words.some(([word]) => /^[+-]?\d[\d,.]*$/.test(word))) return [{ text: line.trim(), x: x + widthOf(/^\s*/.exec(line)![0], size) }]
  return words.map(({ 0: text, index }) => ({ text, x: x + widthOf(line.slice(0, index), size) }))
}

/** Reads the pages of a document that a program set letter by letter, each text at its place. */
class PlacedReader {
  private readonly pages = new Map<Node, Item[]>()
  private readonly sizes: ReadonlyMap<string, number>
  private placed = 0
  /** Letters in elements with a place, and in all. */
  private within = 0
  private letters = 0

  constructor(
    private readonly markup: Markup,
    css: string,
  ) {
    this.sizes = new Map([...css.matchAll(SIZES)].map(([, name, value, unit]) => [name!, pixels(value!, unit!)]))
  }

  read(tree: Node): PageLayout[] | null {
    // A table of the page says more than places do.
    if (contains(tree, this.markup.isTable)) return null
    this.walk(tree, tree)
    if (this.placed < LEAST_PLACED || this.placed > MOST_PLACED || this.within < this.letters * MOSTLY) return null
    return [...this.pages.values()].map((items, at) => ({ page: at + 1, items, rulings: [] }))
  }

  private walk(node: Node, sheet: Node): void {
    for (const child of childrenOf(node)) {
      if (isText(child)) this.letters += child.value.trim().length
      if (!isElement(child) || this.markup.isHidden(child)) continue
      const style = attribute(child, 'style')
      const [x, y] = [lengthIn(style, 'left'), lengthIn(style, 'top')]
      if (ABSOLUTE.test(style) && x !== null && y !== null && !this.holdsPlaced(child)) this.take(child, style, x, y, sheet)
      else this.walk(child, SHEET.test(style) ? child : sheet)
    }
  }

  private holdsPlaced(node: Node): boolean {
    return childrenOf(node).some((child) => isElement(child) && (ABSOLUTE.test(attribute(child, 'style')) || this.holdsPlaced(child)))
  }

  private take(node: Element, style: string, x: number, y: number, sheet: Node): void {
    const size = lengthIn(style, 'font-size') ?? attribute(node, 'class').split(/\s+/).map((name) => this.sizes.get(name)).find((found) => found !== undefined) ?? USUAL_SIZE
    const lines = (this.markup.written(node) ?? '').split('\n').map((line) => withBlanks(line).replace(/\u00a0/g, ' '))
    if (lines.some((line) => line.trim() !== '')) this.placed += 1
    lines.forEach((line, at) => {
      if (line.trim() === '') return
      this.letters += line.trim().length
      this.within += line.trim().length
      const items = this.pages.get(sheet) ?? []
      this.pages.set(sheet, items)
      for (const word of wordsOf(line, x, size)) items.push({ ...word, y: y + at * size * LINE_HEIGHT, width: widthOf(word.text, size), height: size })
    })
  }
}

/** The sheets of a document that a program made a page of, each text at its place on its sheet; null for any other page. `css`: the page's own styles. */
export const placedPages = (tree: Node, markup: Markup, css: string): PageLayout[] | null => new PlacedReader(markup, css).read(tree)
