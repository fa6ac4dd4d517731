import { gridOf, type Block, type Place } from './document'
import { clusters, linesOf, type Item } from './geometry'
import { textBlocks } from './paragraphs'
import { headingRows, labelsOf, type Fragment, type Label, type Loose } from './row-labels'
import { lineOf, spread, unwrapped, type Line, type ValueRow } from './rows'
import { tight } from './words'

/** So many numbers at the end of a line are a row of a table, however long its label. */
const LEAST_VALUES = 5
const isProse = ({ pieces, values }: Line): boolean => values.length < LEAST_VALUES && (pieces.some(({ text }) => text.length > 34 || /[。；]$/.test(text.trim())) || (pieces.length === 1 && tight(pieces[0]!.text).length > 30))

/** Items without rulings: rows of numbers with the labels beside them become tables, all else lines of text. */
export function streamBlocks(items: readonly Item[], height: number, whole: boolean, place: (y: number) => Place, nextTable: () => number): Block[] {
  const lines = linesOf(items).map((line) => lineOf(line, whole))
  const blocks: Block[] = []
  // A paragraph runs on from line to line, whatever the lines look like one by one.
  let prose: Line[] = []
  const close = (): void => {
    if (prose.length > 0) blocks.push(...textBlocks(prose, height, place))
    prose = []
  }
  let at = 0
  while (at < lines.length) {
    let end = at
    while (end < lines.length && !isProse(lines[end]!) && (end === at || lines[end]!.y - lines[end - 1]!.y < height * 6)) end += 1
    if (end > at && lines.slice(at, end).some(({ values }) => values.length > 0)) {
      close()
      blocks.push(...region(lines.slice(at, end), height, place, nextTable))
    } else prose.push(...lines.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  close()
  return blocks
}

/** The pieces of lines beside or above rows of numbers: parts of their labels, or headings of columns. */
function sorted(lines: readonly Line[], rows: ReadonlyMap<Line, ValueRow>, height: number): { fragments: Omit<Fragment, 'band'>[]; headings: Item[] } {
  const headings: Item[] = []
  const fragments: Omit<Fragment, 'band'>[] = []
  for (const line of lines) {
    const row = rows.get(line) ?? null
    const pieces = row ? line.labels : line.pieces
    const near = [...rows.values()].filter(({ y }) => Math.abs(y - line.y) <= height * 4)
    for (const item of pieces) {
      const left = near.length > 0 && near.every(({ values }) => item.x < values[0]!.x - height * 0.2) && near.some(({ values }) => item.x + item.width <= values[0]!.x + height * 4)
      // Three pieces and more without a number are headings of columns, whatever stands below them.
      const heads = !row && pieces.length >= 3 && item !== pieces[0]
      if (row || (left && !heads)) fragments.push({ item, row })
      else headings.push(item)
    }
  }
  return { fragments, headings }
}

/** Pieces with the band of their left edges: labels of groups stand further left than those of rows. */
function banded(fragments: readonly Omit<Fragment, 'band'>[], height: number): Fragment[] {
  const bands = clusters(fragments.map(({ item }) => item.x), height * 1.2)
  const bandOf = ({ x }: Item): number => bands.reduce((best, band, at) => (Math.abs(band - x) < Math.abs(bands[best]! - x) ? at : best), 0)
  return fragments.map((fragment) => ({ ...fragment, band: bandOf(fragment.item) }))
}

/** Gives rows their labels; those that are left stand by themselves. */
function named(labels: readonly Label[], fragments: readonly Fragment[], height: number): Loose[] {
  const beside = (label: Label): boolean => fragments.some(({ item, row }) => row !== null && row === label.row && label.text.includes(item.text.trim()))
  // Those on the line of their numbers first, then the innermost: a row that has its label takes none further out, which names a group.
  return [...labels]
    .sort((a, b) => Number(beside(b)) - Number(beside(a)) || b.band - a.band)
    .flatMap((label) => {
      const { row, band, text } = label
      const free = row && (row.labels.length === 0 || (row.labels.every((other) => other.band < band) && Math.abs(row.y - label.y) <= height * 0.5))
      if (!row || !(beside(label) || free)) return [{ y: label.first, texts: [text] }]
      row.labels.push({ band, text })
      return []
    })
}

/** A stretch of lines with numbers in them. */
function region(written: readonly Line[], height: number, place: (y: number) => Place, nextTable: () => number): Block[] {
  const lines = unwrapped(written, height)
  const byLine = new Map(lines.filter(({ values }) => values.length > 0).map((line): [Line, ValueRow] => [line, { y: line.y, values: line.values, labels: [] }]))
  const rows = [...byLine.values()]
  const { fragments, headings } = sorted(lines, byLine, height)
  const inBands = banded(fragments, height)
  const loose = [...headingRows(headings, rows, height), ...named(labelsOf(inBands, rows, height), inBands, height)]
  const cells = spread(rows, height)
  const all = [
    ...rows.map(({ y, labels }, index) => ({ y, cells: [...labels.sort((a, b) => a.band - b.band).map(({ text }) => text), ...cells[index]!] })),
    ...loose.map(({ y, texts }) => ({ y, cells: texts })),
  ].sort((a, b) => a.y - b.y)
  return [{ kind: 'table', loose: true, rows: gridOf(all.map((row) => row.cells.map((text) => ({ text })))), place: { ...place(all[0]!.y), table: nextTable() } }]
}
