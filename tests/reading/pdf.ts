import type { Given, Rows, Tables } from './documents'
import { slots } from './documents'

const SIZE = 9
const HEIGHT = 842
const hex = (text: string): string => [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '~' ? 1 : 0.5), 0) * SIZE

/** Ways in which programs draw the same page; `known`: in a font that is not embedded and whose codes only its name tells; `raised`: with the mark of a note behind each number of a table; `brimful`: words fill their cells; `white`: headings of tables are white on blue, and a digit before each number on nothing; `beyond`: a number stands beside each row, where the page has ended. */
export const WAYS = ['plain', 'dotted', 'dashed', 'boxed', 'twice', 'letters', 'spaced', 'marked', 'hidden', 'sideways', 'overhead', 'menu', 'flush', 'apart', 'struck', 'overrun', 'filled', 'known', 'raised', 'brimful', 'white', 'beyond'] as const
export type Way = (typeof WAYS)[number]

/** A page that is being drawn; y counts from the top. */
interface Page {
  readonly way: Way
  draw: string
  y: number
}

const show = (text: string, x: number, y: number, size = SIZE): string => `BT /F1 ${size} Tf ${x.toFixed(2)} ${(HEIGHT - y).toFixed(2)} Td <${hex(text)}> Tj ET\n`

function say(page: Page, text: string, x: number, y: number, size = SIZE): void {
  const gap = page.way === 'spaced' ? SIZE * 0.15 : 0
  if (page.way === 'letters' || gap > 0) [...text].forEach((letter, at) => (page.draw += show(letter, x + (wide([...text].slice(0, at).join('')) * size) / SIZE + at * gap, y, size)))
  else page.draw += show(text, x, y, size)
  if (page.way === 'twice') page.draw += show(text, x + 0.25, y)
  if (page.way === 'hidden') page.draw += `3 Tr ${show(text, x + 1.5, y + 1)}0 Tr\n`
}

/** A line drawn through, or in little squares or bars. */
function stroke({ way, ...page }: Page, x1: number, y1: number, x2: number, y2: number): string {
  if (way !== 'dotted' && way !== 'dashed') return `${page.draw}${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S\n`
  const [mark, step] = way === 'dotted' ? [0.6, 2] : [3, 5]
  const flat = y1 === y2
  const count = Math.floor((flat ? x2 - x1 : y2 - y1) / step) + 1
  return page.draw + Array.from({ length: count }, (_, at) => `${(flat ? x1 + at * step : x1).toFixed(2)} ${(HEIGHT - (flat ? y1 : y1 + at * step)).toFixed(2)} ${flat ? mark : 0.6} ${flat ? 0.6 : -mark} re f\n`).join('')
}

/** How wide the column beside a page is that holds the menu of a site. */
const MENU = 110
const MENU_LINES = ['政府信息公开制度', '政府信息公开指南', '法定主动公开', '内容', '政府信息公开', '年报', '2021年', '2020年']

/** The size of a page, and how what is drawn is moved on it. */
function sheet({ way, draw }: Page): { box: string; content: string } {
  if (way === 'sideways') return { box: `0 0 ${HEIGHT} 595`, content: `0 1 -1 0 ${HEIGHT} 0 cm\n${draw}` }
  if (way === 'overhead') return { box: `0 0 595 ${HEIGHT}`, content: `-1 0 0 -1 595 ${HEIGHT} cm\n${draw}` }
  return way === 'menu' ? { box: `0 0 ${595 + MENU} ${HEIGHT}`, content: `1 0 0 1 ${MENU} 0 cm\n${draw}` } : { box: `0 0 595 ${HEIGHT}`, content: draw }
}

/** A PDF with one font that is not embedded: its codes are UTF-16, and a table says so. */
function written(pages: readonly Page[]): Uint8Array {
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const row = high.toString(16).padStart(2, '0')
    return `<${row}00> <${row}ff> <${row}00>`
  })
  const blocks = [ranges.slice(0, 100), ranges.slice(100, 200), ranges.slice(200)].map((part) => `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`).join('\n')
  const unicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks}\nendcmap end end`
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
  const isKnown = pages[0]!.way === 'known'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${7 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    isKnown ? '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>' : '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    isKnown
      ? '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>'
      : '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [0 126 500 173 173 500] >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 >>',
    stream(unicode),
    ...pages.flatMap((page, at) => [`<< /Type /Page /Parent 2 0 R /MediaBox [${sheet(page).box}] /Contents ${8 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`, stream(sheet(page).content)]),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0))
}

/** What is left free of a cell's width. */
const padding = (way: Way): number => (way === 'brimful' ? 0.8 : 4)

const wrapped = (text: string, width: number, way: Way): string[] => text.split('\n').flatMap((line) => {
  const lines = ['']
  for (const letter of line) {
    if (wide(lines.at(-1)! + letter) > width - padding(way) && lines.at(-1) !== '') lines.push('')
    lines[lines.length - 1] += letter
  }
  return lines
})

/** A table with its rulings, over as many pages as it needs; a row in which a text starts with a form feed starts one. */
function drawTable(pages: Page[], rows: Rows, widths: readonly number[], next: () => Page, ruled: boolean): void {
  const grid = slots(rows)
  const xs = widths.reduce<number[]>((edges, width) => [...edges, edges.at(-1)! + width], [50])
  const spanOf = (y: number, x: number): number => rowSpan(grid, y, x)
  const heights = grid.map((row, y) => {
    const lines = row.map(({ text, columns, own }, x) => (own && text !== '' && spanOf(y, x) === 1 ? wrapped(text, xs[x + columns]! - xs[x]!, pages[0]!.way) : []))
    return Math.max(1, ...lines.map((each) => each.length)) * (SIZE + 3) + 6
  })
  grid.forEach((row, y) => {
    const height = heights[y]!
    const before = pages.at(-1)
    if (pages.at(-1)!.y + height > HEIGHT - 60 || row.some(({ text }) => text.startsWith('\f'))) pages.push(next())
    const page = pages.at(-1)!
    row.forEach(({ text, columns, own }, x) => {
      if (!own && columns === 0) return
      const right = xs[x + Math.max(columns, 1)]!
      const high = own ? spanOf(y, x) : 1
      if (page.way === 'filled' && (own || page !== before)) page.draw = fill(xs[x]!, page.y, right, heightOn(page, grid, heights, y, x)) + page.draw
      const isWhite = page.way === 'white' && y === 0 && own
      if (isWhite) page.draw += `${fill(xs[x]!, page.y, right, heightOn(page, grid, heights, y, x), '0.1 0.2 0.6 rg')}1 g\n`
      const said = own ? wrapped(text.replace('\f', ''), right - xs[x]!, page.way) : []
      said.forEach((line, at) => {
        const number = /^[\d+.,-]+$/.test(line)
        const left = number && page.way === 'flush' ? xs[x]! + 0.5 : number ? (xs[x]! + right) / 2 - wide(line) / 2 : xs[x]! + (page.way === 'brimful' ? 0.4 : 3)
        const base = high > 1 ? page.y + (at + 1) * (SIZE + 3) : page.y + height / 2 - ((said.length - 1) * (SIZE + 3)) / 2 + at * (SIZE + 3) + SIZE / 3
        // What has no room in the headings of table 4 runs over their lower edge.
        const over = page.way === 'overrun' && row.length === 15 && !number && said.length > 1 ? SIZE * 1.1 : 0
        say(page, line, left, base + over)
        if (number && page.way === 'white') page.draw += `1 g\n${show('9', left - SIZE / 2, base)}0 g\n`
        if (number && page.way === 'beyond' && x === row.length - 1) say(page, '7', 700, base)
        if (number && page.way === 'raised') say(page, '12', left + wide(line), base - SIZE * 0.4, SIZE * 0.6)
        // A digit that was there before a change.
        if (number && page.way === 'struck') {
          say(page, '9', left - SIZE / 2, base)
          page.draw = stroke(page, left - SIZE / 2, base - SIZE * 0.3, left, base - SIZE * 0.3)
        }
      })
      if (isWhite) page.draw += '0 g\n'
      if (!ruled || page.way === 'filled') return
      const inner = page.way !== 'boxed'
      if (inner || x === 0) page.draw = stroke(page, xs[x]!, page.y, xs[x]!, page.y + height)
      if (inner || x + columns === row.length) page.draw = stroke(page, right, page.y, right, page.y + height)
      if (own && (inner || y === 0)) page.draw = stroke(page, xs[x]!, page.y, right, page.y)
      // The lower edge of the label above, drawn by itself.
      if (own && y > 0 && page.way === 'apart' && x < row.length - 7) page.draw = stroke(page, xs[x]!, page.y + 6, right, page.y + 6)
    })
    if (ruled && (y === grid.length - 1)) page.draw = stroke(page, xs[0]!, page.y + height, xs.at(-1)!, page.y + height)
    page.y += height
  })
}

/** The shade of a cell, with a narrow gap to the next. */
const fill = (left: number, top: number, right: number, height: number, colour = '0.9 g'): string => `${colour} ${left + 0.5} ${HEIGHT - top - height + 0.5} ${right - left - 1} ${height - 1} re f 0 g\n`

/** How high a cell is from a row on, as far as the page goes. */
function heightOn({ y: top }: Page, grid: ReturnType<typeof slots>, heights: readonly number[], y: number, x: number): number {
  let [height, next] = [heights[y]!, y + 1]
  while (grid[next]?.[x] && !grid[next]![x]!.own && grid[next]![x]!.columns > 0 && top + height + heights[next]! <= HEIGHT - 60) height += heights[next++]!
  return height
}

/** How many rows the cell that starts at a slot covers. */
function rowSpan(grid: ReturnType<typeof slots>, y: number, x: number): number {
  let high = 1
  while (grid[y + high]?.[x] && !grid[y + high]![x]!.own && grid[y + high]![x]!.columns > 0) high += 1
  return high
}

const WIDTHS = [[130, 60, 60, 60, 60, 60, 60], [30, 55, 160, 36, 36, 36, 36, 36, 36, 36], Array.from({ length: 15 }, () => 33)]
const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']

/** Columns of table 3 that leave hardly a gap between their numbers. */
export const NARROW = [WIDTHS[0]!, [30, 55, 160, ...Array.from({ length: 7 }, () => 23)], WIDTHS[2]!]

/** Names of rows of table 2 that fill their cells. */
export const TIGHT_LABELS = [[67, 60, 60, 60, 60, 60, 60], WIDTHS[1]!, WIDTHS[2]!]

/** Headings of table 2 of so many letters that fill their cells, of two columns each. */
export const fullHeadings = (letters: number): number[][] => [[130, ...Array.from({ length: 6 }, () => (letters * SIZE + 1) / 2)], WIDTHS[1]!, WIDTHS[2]!]

/** Room for one digit of natural persons' numbers only, which then go on in the next line. */
export const NARROW_NUMBERS = [WIDTHS[0]!, [30, 55, 160, 10, ...Array.from({ length: 6 }, () => 40)], WIDTHS[2]!]

/** Room for one letter only in the cells of tables 3 and 4. */
export const ONE_LETTER = [WIDTHS[0]!, [30, 55, 160, ...Array.from({ length: 7 }, () => 15)], Array.from({ length: 15 }, () => 15)]

/** Room for a few characters of a label only, which then has many lines. */
export const NARROW_LABELS = [WIDTHS[0]!, [30, 40, 64, 50, 50, 50, 50, 50, 50, 50], WIDTHS[2]!]

/** The report as a PDF, with or without ruling lines. */
export function pdf({ agency, year }: Given, tables: Tables, ruled = true, widths: readonly (readonly number[])[] = WIDTHS, way: Way = 'plain'): Uint8Array {
  const pages: Page[] = []
  const next = (): Page => {
    const page: Page = { way, draw: '0.5 w\n', y: 60 }
    if (way === 'marked') page.draw += `BT /F1 60 Tf 0.8 0.6 -0.6 0.8 120 250 Tm <${hex('内部资料注意保存2021')}> Tj ET\n`
    if (way === 'menu') MENU_LINES.forEach((text, at) => say(page, text, 40 - MENU, 60 + SIZE + at * 14))
    say(page, `— ${pages.length + 1} —`, 280, HEIGHT - 30)
    return page
  }
  pages.push(next())
  const line = (text: string): void => {
    if (pages.at(-1)!.y > HEIGHT - 80) pages.push(next())
    // Letters of every size are set apart by the same width.
    say(pages.at(-1)!, text, 60, pages.at(-1)!.y + SIZE, way === 'spaced' ? 12 : SIZE)
    pages.at(-1)!.y += 20
  }
  line(`${agency}${year}年政府信息公开工作年度报告`)
  line('一、总体情况')
  line('本机关按照条例要求开展有关工作，全年主动公开政府信息88条。')
  ;[tables.proactive, tables.requests, tables.reviews].forEach((rows, at) => {
    line(HEADINGS[at]!)
    drawTable(pages, rows, widths[at]!, next, ruled)
    pages.at(-1)!.y += 20
  })
  line('五、存在的主要问题及改进情况')
  line(agency)
  line(`${year + 1}年1月20日`)
  return written(pages)
}

/** A text with the places of its left edge and of its line from the page's upper left corner, and the size of its letters where they are not the usual. */
export type Placed = readonly [text: string, x: number, y: number, size?: number]
/** A line from one point to another. */
export type Ruled = readonly [x1: number, y1: number, x2: number, y2: number]

/** Pages of texts that stand where they are said to, with lines and the shades of cells, each from its upper left corner to the other, on the first, lines on the others, and nothing else. */
export const placed = (pages: readonly (readonly Placed[])[], lines: readonly Ruled[] = [], shades: readonly Ruled[] = [], others: readonly Ruled[] = []): Uint8Array =>
  written(pages.map((texts, at) => ({ way: 'plain', y: 0, draw: [...(at === 0 ? shades : []).map(([x1, y1, x2, y2]) => fill(x1, y1, x2, y2 - y1)), ...texts.map(([text, x, y, size]) => show(text, x, y, size)), ...(at === 0 ? lines : others).map((line) => stroke({ way: 'plain', y: 0, draw: '' }, ...line))].join('') })))

/** A table as it is drawn. */
export interface Drawn {
  readonly texts: Placed[]
  readonly lines: Ruled[]
}

/** Rows of cells with their rulings, each line of a text below the one before; null is one with the cell left of it. */
export function drawn(rows: readonly (readonly (string | null)[])[], xs: readonly number[], top: number, height = 30): Drawn {
  const ys = [...rows, []].map((_, at) => top + at * height)
  const texts = rows.flatMap((row, y) => row.flatMap((words, x) => (words ?? '').split('\n').map((line, at): Placed => [line, xs[x]! + 2, ys[y]! + 12 + at * 11])))
  const upright = rows.flatMap((row, y) => xs.flatMap((x, at): Ruled[] => (row[at] === null ? [] : [[x, ys[y]!, x, ys[y + 1]!]])))
  return { texts, lines: [...ys.map((y): Ruled => [xs[0]!, y, xs.at(-1)!, y]), ...upright] }
}
