import { gridOf, type Block, type Place, type TableBlock, type TableCell } from './document'
import { isValue } from './entries'
import { isNumbered, plain, tight } from './words'

/** A piece of text on a page: its box from the page's upper left corner, in any unit. */
export interface Item {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A ruling line, horizontal or vertical. */
export interface Ruling {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface PageLayout {
  readonly page: number
  readonly items: readonly Item[]
  readonly rulings: readonly Ruling[]
  /** Its items are whole pieces already: none is a part of the next. */
  readonly whole?: boolean
}

const TOUCH = 3
const middle = ({ x, width }: Item): number => x + width / 2
const centre = ({ y, height }: Item): number => y + height / 2

/** Near values as one, in rising order. */
function clusters(values: readonly number[], tolerance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const found: number[][] = []
  for (const value of sorted) {
    const last = found.at(-1)
    if (last && value - last.at(-1)! <= tolerance) last.push(value)
    else found.push([value])
  }
  return found.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

/** Items on the same line, from left to right; lines from top to bottom. */
export function linesOf(items: readonly Item[]): Item[][] {
  const lines: { y: number; height: number; items: Item[] }[] = []
  for (const item of [...items].sort((a, b) => centre(a) - centre(b) || a.x - b.x)) {
    const line = lines.findLast(({ y, height }) => Math.abs(y - centre(item)) <= Math.max(Math.min(height, item.height) * 0.5, 0.4))
    if (line) line.items.push(item)
    else lines.push({ y: centre(item), height: item.height, items: [item] })
  }
  return lines.sort((a, b) => a.y - b.y).map((line) => line.items.sort((a, b) => a.x - b.x))
}

/** Items of a line joined where no more than a gap of `most` character heights parts them. */
export function joinedItems(line: readonly Item[], most = 0.6): Item[] {
  const joined: Item[] = []
  for (const item of line) {
    const last = joined.at(-1)
    const gap = last ? item.x - (last.x + last.width) : Infinity
    if (last && gap <= most * Math.max(item.height, last.height) && !(isNumber(last.text) && isNumber(item.text) && gap > 0.25 * item.height)) {
      joined[joined.length - 1] = { text: `${last.text}${item.text}`, x: last.x, y: Math.min(last.y, item.y), width: item.x + item.width - last.x, height: Math.max(last.height, item.height) }
    } else joined.push(item)
  }
  return joined
}

const isNumber = (text: string): boolean => tight(text) !== '' && isValue(text)

/** The text of the items of one cell, read line by line. A number that fills its line goes on in the next. */
function cellText(items: readonly Item[], width: number): string {
  const lines = linesOf(items).map((line) => joinedItems(line, 1.2))
  const texts = lines.map((line) => line.map(({ text }) => text.trim()).join(' '))
  const wrapped = lines.length > 1 && texts.every((text) => /^[+-]?[\d,.]+$/.test(tight(text))) && lines.slice(0, -1).every((line) => line[0]!.width > width * 0.55 || line[0]!.width + line[0]!.width / tight(line[0]!.text).length + line[0]!.height * 1.3 > width)
  return texts.join(wrapped ? '' : '\n')
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const boxOf = (rulings: readonly Ruling[]): Box => ({
  left: Math.min(...rulings.map(({ x1 }) => x1)),
  right: Math.max(...rulings.map(({ x2 }) => x2)),
  top: Math.min(...rulings.map(({ y1 }) => y1)),
  bottom: Math.max(...rulings.map(({ y2 }) => y2)),
})
const meets = (a: Ruling, b: Ruling): boolean => a.x1 <= b.x2 + TOUCH && b.x1 <= a.x2 + TOUCH && a.y1 <= b.y2 + TOUCH && b.y1 <= a.y2 + TOUCH
const inside = (item: Item, { left, right, top, bottom }: Box): boolean => middle(item) >= left - 1 && middle(item) <= right + 1 && centre(item) >= top - 1 && centre(item) <= bottom + 1

/** Rulings that touch each other, as groups: each is the frame of a table. */
function framesOf(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, at) => at)
  const root = (at: number): number => (parent[at] === at ? at : (parent[at] = root(parent[at]!)))
  const order = rulings.map((_, at) => at).sort((a, b) => rulings[a]!.y1 - rulings[b]!.y1)
  let open: number[] = []
  for (const at of order) {
    open = open.filter((other) => rulings[other]!.y2 + TOUCH >= rulings[at]!.y1)
    for (const other of open) if (root(other) !== root(at) && meets(rulings[at]!, rulings[other]!)) parent[root(other)] = root(at)
    open.push(at)
  }
  const groups = new Map<number, Ruling[]>()
  rulings.forEach((ruling, at) => groups.set(root(at), [...(groups.get(root(at)) ?? []), ruling]))
  return [...groups.values()]
}

const isFlat = ({ y1, y2 }: Ruling): boolean => y2 - y1 <= TOUCH

/** Whether rulings cover the stretch of a line at a place. */
const covered = (lines: readonly Ruling[], flat: boolean, at: number, from: number, to: number): boolean => {
  const target = (from + to) / 2
  return lines.some((line) => (flat ? Math.abs((line.y1 + line.y2) / 2 - at) <= TOUCH && line.x1 - TOUCH <= target && target <= line.x2 + TOUCH : Math.abs((line.x1 + line.x2) / 2 - at) <= TOUCH && line.y1 - TOUCH <= target && target <= line.y2 + TOUCH))
}

const isBetween = (item: Item, edges: readonly number[], at: number, of: (item: Item) => number = middle): boolean => of(item) >= edges[at]! && of(item) < edges[at + 1]!

/** Whether a number leaves no room for another digit in its column, so that what stands below it may be its end. */
function fills(item: Item, xs: readonly number[]): boolean {
  const at = xs.findLastIndex((x) => x <= middle(item))
  const digit = item.width / Math.max(tight(item.text).length, 1)
  return at >= 0 && at + 1 < xs.length && item.width + digit + item.height * 1.3 > xs[at + 1]! - xs[at]!
}

/** Where rows lack the ruling between them: several lines of numbers, three or more and as many in each, between two rulings. Numbers that fill their columns beside one label go on in the next line. */
function missingRulings(xs: readonly number[], ys: readonly number[], items: readonly Item[]): number[] {
  return ys.slice(1).flatMap((bottom, at) => {
    const own = items.filter((item) => centre(item) > ys[at]! && centre(item) < bottom)
    const lines = linesOf(own.filter((item) => isNumber(item.text)))
    if (lines.some((line) => line.length < 3 || line.length !== lines[0]!.length)) return []
    const names = own.filter((item) => !isNumber(item.text) && isNumbered(item.text)).length
    if (names < 2 && lines.slice(0, -1).every((line) => line.every((item) => fills(item, xs)))) return []
    return lines.slice(1).map((line, index) => (centre(lines[index]![0]!) + centre(line[0]!)) / 2)
  })
}

/** The table that a frame of rulings makes of the items inside it; null where it has fewer than two cells. */
function framedTable(frame: readonly Ruling[], items: readonly Item[], place: Place): TableBlock | null {
  const flat = frame.filter(isFlat)
  const upright = frame.filter((ruling) => !isFlat(ruling))
  const { left, right, top, bottom } = boxOf(frame)
  // Open sides: a table may have no line around it, or run over the page.
  const ruled = clusters([...flat.map(({ y1, y2 }) => (y1 + y2) / 2), top, bottom], TOUCH)
  const xs = clusters([...upright.map(({ x1, x2 }) => (x1 + x2) / 2), left, right], TOUCH)
  const cuts = missingRulings(xs, ruled, items)
  const ys = [...ruled, ...cuts].sort((a, b) => a - b)
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length < 5) return null
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const owner: number[] = Array.from({ length: rows * columns }, (_, at) => at)
  const root = (at: number): number => (owner[at] === at ? at : root(owner[at]!))
  const join = (a: number, b: number): void => void (owner[Math.max(root(a), root(b))] = Math.min(root(a), root(b)))
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      if (column + 1 < columns && !covered(upright, false, xs[column + 1]!, ys[row]!, ys[row + 1]!)) join(at, at + 1)
      const cut = row + 1 < rows && cuts.includes(ys[row + 1]!) && items.some((item) => isBetween(item, xs, column) && isBetween(item, ys, row, centre)) && items.some((item) => isBetween(item, xs, column) && isBetween(item, ys, row + 1, centre))
      if (row + 1 < rows && !cut && !covered(flat, true, ys[row + 1]!, xs[column]!, xs[column + 1]!)) join(at, at + columns)
    }
  }
  const held = new Map<number, Item[]>()
  for (const item of items) {
    const row = ys.findLastIndex((y) => y <= centre(item) + 0.5)
    const column = xs.findLastIndex((x) => x <= middle(item) + 0.5)
    const at = root(Math.min(Math.max(row, 0), rows - 1) * columns + Math.min(Math.max(column, 0), columns - 1))
    held.set(at, [...(held.get(at) ?? []), item])
  }
  const cells = new Map<number, TableCell>()
  const slots = Array.from({ length: rows * columns }, (_, at) => root(at))
  slots.forEach((at) => {
    if (cells.has(at)) return
    const own = slots.flatMap((each, slot) => (each === at ? [slot] : []))
    const lines = own.map((slot) => Math.floor(slot / columns))
    const places = own.map((slot) => slot % columns)
    const [row, column] = [Math.min(...lines), Math.min(...places)]
    const width = xs[Math.max(...places) + 1]! - xs[column]!
    cells.set(at, { text: cellText(held.get(at) ?? [], width), row, column, rowSpan: Math.max(...lines) - row + 1, columnSpan: Math.max(...places) - column + 1 })
  })
  return { kind: 'table', place, rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cells.get(slots[row * columns + column]!)!)) }
}

/** A line of items with what stands in it. */
interface Line {
  readonly y: number
  readonly pieces: readonly Item[]
  /** Numbers and marks, from the first behind which no label stands. */
  readonly values: readonly Item[]
  readonly labels: readonly Item[]
}

function lineOf(items: readonly Item[], whole: boolean): Line {
  const pieces = whole ? items : joinedItems(items)
  const last = pieces.findLastIndex(({ text }) => !isNumber(text))
  const tail = pieces.slice(last + 1)
  // Labels repeated behind the numbers of a row (two tables side by side) are not expected here: the text reader parts them.
  return { y: pieces.reduce((sum, piece) => sum + centre(piece), 0) / pieces.length, pieces, values: tail, labels: pieces.slice(0, last + 1) }
}

/** So many numbers at the end of a line are a row of a table, however long its label. */
const LEAST_VALUES = 5

/** A row of numbers that gets its label from the lines around it. */
interface ValueRow {
  readonly y: number
  readonly values: readonly Item[]
  readonly labels: { readonly band: number; readonly text: string }[]
}

const isProse = ({ pieces, values }: Line): boolean => values.length < LEAST_VALUES && (pieces.some(({ text }) => text.length > 34 || /[。；]$/.test(text.trim())) || (pieces.length === 1 && tight(pieces[0]!.text).length > 30))

/** Where the numbers of a column stand, over all rows that have one in each. */
interface Column {
  readonly left: number
  readonly right: number
}

const columnOf = ({ x, width }: Item): Column => ({ left: x, right: x + width })
/** How far a number stands from a column; negative by how much it stands over it. */
const apart = ({ left, right }: Column, { x, width }: Item): number => Math.max(left - (x + width), x - right)
const widened = (columns: readonly Column[], values: readonly Item[]): Column[] => columns.map(({ left, right }, at) => ({ left: Math.min(left, values[at]!.x), right: Math.max(right, values[at]!.x + values[at]!.width) }))

/** The column that a number stands in, as its index; null where it stands in none, or between two. */
function columnAt(columns: readonly Column[], value: Item, height: number): number | null {
  const byDistance = columns.map((column, at) => ({ at, distance: apart(column, value) })).sort((a, b) => a.distance - b.distance)
  const [first, second] = byDistance
  if (!first || first.distance > height * 1.1) return null
  if (second && (first.distance < 0 ? second.distance < first.distance * 0.5 : second.distance - first.distance < height * 0.4)) return null
  return first.at
}

/** The numbers of a row in the columns above or below it; null where some has no column of its own. */
function inColumns(columns: readonly Column[], { values }: ValueRow, height: number): string[] | null {
  if (values.length === columns.length) return values.map(({ text }) => text.trim())
  const places = values.map((value) => columnAt(columns, value, height))
  if (places.some((place, at) => place === null || (at > 0 && place <= places[at - 1]!))) return null
  return columns.map((_, at) => values[places.indexOf(at)]?.text.trim() ?? '')
}

/** Rows of numbers that stand under each other, with blanks where a column has none: the rows with the most numbers show where columns stand. A row that does not fit them keeps its numbers as they are. */
function spread(rows: readonly ValueRow[], height: number): string[][] {
  const near = (columns: readonly Column[], values: readonly Item[]): boolean => values.every((value) => columns.some((column) => apart(column, value) <= height * 1.1))
  const result: string[][] = []
  let from = 0
  while (from < rows.length) {
    let to = from + 1
    let columns = rows[from]!.values.map(columnOf)
    for (; to < rows.length; to += 1) {
      const { values } = rows[to]!
      if (values.length === columns.length && values.every((value, at) => apart(columns[at]!, value) <= height * 1.1)) columns = widened(columns, values)
      else if (values.length > columns.length && columns.length > 3 && rows.slice(from, to).every((each) => near(values.map(columnOf), each.values))) columns = values.map(columnOf)
      else if (values.length >= columns.length || !near(columns, values)) break
    }
    for (const row of rows.slice(from, to)) result.push(inColumns(columns, row, height) ?? row.values.map(({ text }) => text.trim()))
    from = to
  }
  return result
}

/** A piece left of the numbers; `row` is the row of numbers on its own line. */
interface Fragment {
  readonly item: Item
  readonly row: ValueRow | null
  readonly band: number
}

/** A label that stands in one or more lines of the same band. */
interface Label {
  readonly band: number
  readonly text: string
  readonly first: number
  readonly y: number
  /** The row of numbers that it stands beside; null where it names a group, or is a heading. */
  readonly row: ValueRow | null
}

/** Headings inside a table: never a part of the label next to them. */
const STANDALONE = /情况$|^第二十条|^信息内容$|^申请人/

/** Pieces of labels put together: a numbered one goes on over the lines below it, any other has the lines nearest to its row of numbers. */
function labelsOf(fragments: readonly Fragment[], rows: readonly ValueRow[], height: number): Label[] {
  const groups: Fragment[][] = []
  const open = new Map<number, Fragment[]>()
  const nearest = ({ item, row }: Fragment): ValueRow | null => row ?? [...rows].sort((a, b) => Math.abs(a.y - centre(item)) - Math.abs(b.y - centre(item)))[0] ?? null
  for (const fragment of [...fragments].sort((a, b) => centre(a.item) - centre(b.item))) {
    const group = open.get(fragment.band)
    if (group && goesOn(group, fragment, height, nearest)) group.push(fragment)
    else {
      groups.push([fragment])
      open.set(fragment.band, groups.at(-1)!)
    }
  }
  return groups.map((group) => {
    const text = group.map(({ item }) => item.text.trim()).join('')
    const ys = group.map(({ item }) => centre(item))
    const y = (ys[0]! + ys.at(-1)!) / 2
    const near = [...rows].sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0]
    const beside = group.find(({ row }) => row !== null)?.row ?? (near && Math.abs(near.y - y) <= height * 1.3 && !STANDALONE.test(tight(text)) ? near : null)
    return { band: group[0]!.band, text, first: ys[0]!, y, row: beside }
  })
}

function goesOn(group: readonly Fragment[], fragment: Fragment, height: number, nearest: (fragment: Fragment) => ValueRow | null): boolean {
  const [last, { item, row }] = [group.at(-1)!, fragment]
  const words = tight(item.text)
  if (centre(item) - centre(last.item) > height * 2.1 || isNumbered(item.text) || STANDALONE.test(words) || STANDALONE.test(tight(last.item.text))) return false
  if (words.length <= 2 && tight(last.item.text).length <= 2) return row === null || last.row === null || row === last.row
  if (isNumbered(group[0]!.item.text)) return row === null || group.every((each) => each.row === null)
  return (row === null || group.every((each) => each.row === null || each.row === row)) && nearest(fragment) === nearest(last)
}

/** Items without rulings: rows of numbers with the labels beside them become tables, all else lines of text. */
function streamBlocks(items: readonly Item[], height: number, whole: boolean, place: (y: number) => Place, nextTable: () => number): Block[] {
  const lines = linesOf(items).map((line) => lineOf(line, whole))
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    let end = at
    while (end < lines.length && !isProse(lines[end]!) && (end === at || lines[end]!.y - lines[end - 1]!.y < height * 6)) end += 1
    if (end > at && lines.slice(at, end).some(({ values }) => values.length > 0)) blocks.push(...region(lines.slice(at, end), height, place, nextTable))
    else blocks.push(...textBlocks(lines.slice(at, Math.max(end, at + 1)), height, place))
    at = Math.max(end, at + 1)
  }
  return blocks
}

/** Whether the numbers of a line are the ends of those above it, which had no more room: fewer, right below, under the longest. */
function wraps({ values: above, y }: Line, { values, labels, y: below }: Line, height: number): boolean {
  if (values.length === 0 || values.length >= above.length || labels.length > 0 || below - y > height * 1.6) return false
  const over = values.map((value) => above.find((each) => apart(columnOf(each), value) < 0))
  if (over.includes(undefined) || new Set(over).size < over.length) return false
  const digits = ({ text }: Item): number => tight(text).length
  const others = above.filter((each) => !over.includes(each))
  return over.every((each, at) => /^\d{2,}$/.test(tight(each!.text)) && /^\d+$/.test(tight(values[at]!.text)) && others.every((other) => digits(other) <= digits(each!)))
}

/** Lines with the ends of wrapped numbers put behind their beginnings. */
function unwrapped(lines: readonly Line[], height: number): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const last = kept.at(-1)
    if (!last || !wraps(last, line, height)) kept.push(line)
    else kept[kept.length - 1] = { ...last, values: last.values.map((value) => ({ ...value, text: `${value.text.trim()}${line.values.find((end) => apart(columnOf(value), end) < 0)?.text.trim() ?? ''}` })) }
  }
  return kept
}

/** A stretch of lines with numbers in them. */
function region(written: readonly Line[], height: number, place: (y: number) => Place, nextTable: () => number): Block[] {
  const lines = unwrapped(written, height)
  const rows: ValueRow[] = []
  const headings: Item[] = []
  const fragments: Omit<Fragment, 'band'>[] = []
  const of = new Map<Line, ValueRow>()
  for (const line of lines) {
    if (line.values.length === 0) continue
    const row: ValueRow = { y: line.y, values: line.values, labels: [] }
    rows.push(row)
    of.set(line, row)
  }
  for (const line of lines) {
    const row = of.get(line) ?? null
    const pieces = row ? line.labels : line.pieces
    for (const item of pieces) {
      const near = rows.filter(({ y }) => Math.abs(y - line.y) <= height * 4)
      const left = near.length > 0 && near.every(({ values }) => item.x < values[0]!.x - height * 0.2) && near.some(({ values }) => item.x + item.width <= values[0]!.x + height * 4)
      // Three pieces and more without a number are headings of columns, whatever stands below them.
      const heads = !row && pieces.length >= 3 && item !== pieces[0]
      if (row || (left && !heads)) fragments.push({ item, row })
      else headings.push(item)
    }
  }
  const loose = rows.length > 0 ? headingRows(headings, rows, height) : []
  const bands = clusters(fragments.map(({ item }) => item.x), height * 1.2)
  const bandOf = ({ x }: Item): number => bands.reduce((best, band, at) => (Math.abs(band - x) < Math.abs(bands[best]! - x) ? at : best), 0)
  const labels = labelsOf(fragments.map((fragment) => ({ ...fragment, band: bandOf(fragment.item) })), rows, height)
  const beside = (label: Label): boolean => fragments.some(({ item, row }) => row !== null && row === label.row && label.text.includes(item.text.trim()))
  // Those on the line of their numbers first, then the innermost: a row that has its label takes none further out, which names a group.
  for (const label of labels.sort((a, b) => Number(beside(b)) - Number(beside(a)) || b.band - a.band)) {
    const row = label.row
    const free = row && (row.labels.length === 0 || (row.labels.every(({ band }) => band < label.band) && Math.abs(row.y - label.y) <= height * 0.5))
    if (row && (beside(label) || free)) row.labels.push({ band: label.band, text: label.text })
    else loose.push({ y: label.first, texts: [label.text] })
  }
  const cells = spread(rows, height)
  const table = nextTable()
  const all = [
    ...rows.map((row, index) => ({ y: row.y, cells: [...row.labels.sort((a, b) => a.band - b.band).map(({ text }) => text), ...cells[index]!] })),
    ...loose.map(({ y, texts }) => ({ y, cells: texts })),
  ].sort((a, b) => a.y - b.y)
  return [{ kind: 'table', loose: true, rows: gridOf(all.map((row) => row.cells.map((text) => ({ text })))), place: { ...place(all[0]!.y), table } }]
}

interface Loose {
  readonly y: number
  readonly texts: readonly string[]
}

/** Headings above rows of numbers: the lines of one column put together, columns from left to right, so that their order is that of the numbers. */
function headingRows(headings: readonly Item[], rows: readonly ValueRow[], height: number): Loose[] {
  const groups = new Map<number, Item[]>()
  for (const item of headings) {
    const above = rows.filter(({ y }) => y < centre(item)).length
    groups.set(above, [...(groups.get(above) ?? []), item])
  }
  return [...groups.values()].map((items) => {
    const columns: Item[] = []
    for (const item of [...items].sort((a, b) => centre(a) - centre(b))) {
      const at = columns.findIndex((column) => (Math.abs(middle(column) - middle(item)) <= height * 0.9 || Math.abs(column.x - item.x) <= height * 0.4) && item.y - (column.y + column.height) <= height * 1.1)
      const column = columns[at]
      if (!column) columns.push(item)
      else columns[at] = { text: `${column.text}${item.text}`, x: Math.min(column.x, item.x), y: column.y, width: Math.max(column.x + column.width, item.x + item.width) - Math.min(column.x, item.x), height: item.y + item.height - column.y }
    }
    return { y: Math.min(...items.map(centre)), texts: columns.sort((a, b) => a.x - b.x).map(({ text }) => text) }
  })
}

/** A line as long as this is prose: it goes on below unless it ends with a stop. */
const LEAST_PROSE = 18
const HEADING = /^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)/

/** Lines of prose put together as paragraphs: a line that ends early, or the next that starts further right, ends one. */
function textBlocks(lines: readonly Line[], height: number, place: (y: number) => Place): Block[] {
  const edges = lines.flatMap(({ pieces }) => pieces.map(({ x, width }) => x + width))
  const right = edges.length > 0 ? Math.max(...edges) : 0
  const left = Math.min(...lines.flatMap(({ pieces }) => pieces.map(({ x }) => x)))
  const blocks: { text: string; y: number; size: number; open: 'prose' | 'line' | null }[] = []
  for (const { pieces, y } of lines) {
    const text = plain(pieces.map((piece) => piece.text).join(' '))
    const last = blocks.at(-1)
    const size = pieces[0]!.height
    const unfinished = text.length >= LEAST_PROSE && !/[。；！？：]$/.test(text)
    const open = unfinished ? 'prose' : pieces.at(-1)!.x + pieces.at(-1)!.width >= right - height * 2.2 ? 'line' : null
    const indented = pieces[0]!.x > left + height * 0.8
    // Another size of letters is another text: a page's head, a title.
    if (last?.open && Math.abs(last.size - size) <= size * 0.15 && (!indented || last.open === 'prose') && !HEADING.test(text)) {
      last.text += text
      last.open = open
    } else blocks.push({ text, y, size, open })
  }
  return blocks.map(({ text, y }) => ({ kind: 'text', text, place: place(y) }))
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1

/** The blocks of a page: tables by their rulings where they have them, else by the places of their numbers. `tables`: how many stand before. */
export function pageBlocks({ page, items, rulings, whole = false }: PageLayout, tables: number): Block[] {
  const visible = items.filter(({ text }) => tight(text) !== '')
  if (visible.length === 0) return []
  const height = median(visible.map((item) => item.height)) || 1
  let count = tables
  const next = (): number => (count += 1)
  const frames = framesOf(rulings)
    .map((frame) => ({ frame, box: boxOf(frame) }))
    .sort((a, b) => a.box.top - b.box.top)
  const blocks: Block[] = []
  let rest: readonly Item[] = visible
  const flow = (until: number): void => {
    const above = rest.filter((item) => centre(item) < until)
    rest = rest.filter((item) => centre(item) >= until)
    if (above.length > 0) blocks.push(...streamBlocks(above, height, whole, () => ({ page }), next))
  }
  for (const { frame, box } of frames) {
    const own = rest.filter((item) => inside(item, box))
    const table = own.length > 0 ? framedTable(frame, own, { page }) : null
    if (!table) continue
    rest = rest.filter((item) => !own.includes(item))
    flow(box.top)
    blocks.push({ ...table, place: { page, table: next() } })
  }
  flow(Infinity)
  return blocks
}
