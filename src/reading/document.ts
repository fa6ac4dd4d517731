import type { ReadingProblem } from './problem'

/** Kinds of documents that are read. */
export const DOCUMENT_KINDS = ['html', 'docx', 'odt', 'pdf', 'rtf', 'text'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Where something stands in a document; everything counts from 1. */
export interface Place {
  readonly page?: number
  readonly table?: number
  readonly row?: number
  readonly column?: number
  /** Line of a text, or number of the block in a page of HTML. */
  readonly line?: number
}

/** A paragraph or heading. */
export interface TextBlock {
  readonly kind: 'text'
  readonly text: string
  readonly place: Place
}

/** A cell of a table. One that covers several rows or columns stands in each slot that it covers: the same object. */
export interface TableCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export type TableRow = readonly (TableCell | null)[]

/** How numbers were told to their columns where their places in a row with blanks left several: by the form's sums, or as the likeliest; or to their row, between two names; or that a row's name has no number beside it, or numbers no row; or that some of a row's numbers stand beside its name and others below, so that their order may not be that of the columns. */
export type Told = 'sums' | 'likely' | 'between' | 'empty' | 'left' | 'parted'

/** A table as a grid: every row has the same width, merged cells are expanded, null is a slot that no cell covers. */
export interface TableBlock {
  readonly kind: 'table'
  readonly rows: readonly TableRow[]
  readonly place: Place
  /** Put together from the places of texts: labels and headings may stand in another order than in the document. */
  readonly loose?: boolean
  /** Its cells have bounds of their own in the file's markup: what stands in one is one cell's text beyond doubt. */
  readonly bounded?: boolean
  /** Of each row, where its place left several columns, or rows, to its numbers. */
  readonly told?: readonly (Told | undefined)[]
}

export type Block = TextBlock | TableBlock

/** What every reader gives: the blocks of a document in their order, and what was found wrong with it. */
export interface ReadDocument {
  readonly file: string
  readonly kind: DocumentKind
  /** Titles that the container states (of the page, of the properties), the surest first. */
  readonly titles: readonly string[]
  readonly blocks: readonly Block[]
  readonly problems: readonly ReadingProblem[]
}

/** A place in one short text: `p3 t2 r5 c4`, `l12`. */
export const placeText = ({ page, table, row, column, line }: Place): string =>
  [page && `p${page}`, table && `t${table}`, row && `r${row}`, column && `c${column}`, line && `l${line}`].filter(Boolean).join(' ')

/** A cell as it is written in markup: its text and how far it reaches. */
export interface WrittenCell {
  readonly text: string
  readonly rowSpan?: number
  readonly columnSpan?: number
}

const WIDEST = 200

/** The grid of rows of written cells: as HTML lays them out, each cell in the first free slot of its row. */
export function gridOf(written: readonly (readonly WrittenCell[])[]): TableRow[] {
  const rows: (TableCell | null)[][] = written.map(() => [])
  written.forEach((cells, row) => {
    let column = 0
    for (const { text, rowSpan = 1, columnSpan = 1 } of cells) {
      while (rows[row]![column]) column += 1
      const high = Math.min(Math.max(rowSpan, 1), written.length - row)
      const wide = Math.min(Math.max(columnSpan, 1), WIDEST)
      const cell: TableCell = { text, row, column, rowSpan: high, columnSpan: wide }
      for (let y = row; y < row + high; y += 1) for (let x = column; x < column + wide; x += 1) rows[y]![x] ??= cell
      column += wide
    }
  })
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? null))
}

/** The cells of a row, each once, from left to right. */
export const cellsOf = (row: TableRow): TableCell[] => [...new Set(row)].filter((cell) => cell !== null)
