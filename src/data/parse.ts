import Papa from 'papaparse'

/** Takes the cells of a line and its number in the file (from 1; a quoted line break counts). */
export type TakeRow = (cells: readonly string[], line: number) => void
/** Takes a line whose quotes do not close or are followed by text. */
export type TakeBroken = (text: string, line: number) => void

/** A record that has not ended after so many characters or lines has an unclosed quote. */
const LONGEST_RECORD = 1 << 16
const MOST_LINES = 200
/** A line without an end is given up. */
const LONGEST_LINE = 1 << 22
const optionsOf = (delimiter: string): Papa.ParseConfig => ({ delimiter, newline: '\n', header: false, dynamicTyping: false })
/** What a spreadsheet may put between cells, besides the comma. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** The delimiter of the first lines of a text, as Papa Parse guesses it; a comma when there is nothing to guess from. */
export function delimiterOf(text: string): string {
  const { meta } = Papa.parse(text, { preview: 20, delimiter: '', newline: '\n', delimitersToGuess: [...DELIMITERS], skipEmptyLines: true })
  return DELIMITERS.find((delimiter) => delimiter === meta.delimiter && text.includes(delimiter)) ?? ','
}

/** Whether a text is rows of cells: of its first 20 lines at least two in five have equally many cells, and more than one. */
export function isDelimited(text: string): boolean {
  const { data } = Papa.parse<string[]>(text, { preview: 20, delimiter: delimiterOf(text), newline: '\n', skipEmptyLines: true })
  const rows = new Map<number, number>()
  for (const { length } of data) if (length > 1) rows.set(length, (rows.get(length) ?? 0) + 1)
  return Math.max(0, ...rows.values()) >= data.length * 0.4
}

/**
 * Reads delimited text given in chunks (LF line ends). Blank lines are passed over but counted. A line with a broken quote goes to `broken`
 * and the next line is read afresh. Never throws. Gives how many lines there are, and whether the last one has no line end.
 */
export function readRows(texts: Iterable<string>, row: TakeRow, broken: TakeBroken, delimiter = ','): { lines: number; endsOpen: boolean } {
  const reader = new RowReader(row, broken, optionsOf(delimiter))
  let rest = ''
  let skipping = false
  for (const text of texts) {
    rest += text
    if (skipping) {
      const end = rest.indexOf('\n')
      rest = end < 0 ? '' : rest.slice(end + 1)
      skipping = end < 0
    }
    rest = rest.slice(reader.read(rest, false))
    if (rest.length <= LONGEST_LINE || rest.includes('\n')) continue
    reader.giveUp(rest.slice(0, LONGEST_RECORD), 0)
    rest = ''
    skipping = true
  }
  const endsOpen = rest !== '' && !rest.endsWith('\n')
  if (rest !== '') reader.read(endsOpen ? `${rest}\n` : rest, true)
  return { lines: reader.line, endsOpen }
}

class RowReader {
  /** Lines read so far. */
  line = 0

  constructor(
    private readonly row: TakeRow,
    private readonly broken: TakeBroken,
    private readonly options: Papa.ParseConfig,
  ) {}

  /** Takes the whole records at the start of the text; gives their length. The last chunk ends in a line end and is taken whole. */
  read(text: string, last: boolean): number {
    const quoted = text.includes('"')
    const parsed = new Papa.Parser(this.options).parse(text, 0, true) as Papa.ParseResult<string[]>
    const taken = parsed.meta.cursor
    const sound = parsed.errors.length === 0 && (last ? taken === text.length : text.length - taken < LONGEST_RECORD)
    if (!sound) return this.readByRecord(text, last)
    for (const cells of parsed.data) {
      this.take(cells)
      if (quoted) for (const cell of cells) if (cell.includes('\n')) this.line += cell.split('\n').length - 1
    }
    return taken
  }

  private take(cells: readonly string[]): void {
    this.line += 1
    if (cells.length > 1 || cells[0] !== '') this.row(cells, this.line)
  }

  /** The slow way, for a chunk with a broken quote: record by record, by counting quotes. */
  private readByRecord(text: string, last: boolean): number {
    let start = 0
    while (start < text.length) {
      const end = endOfRecord(text, start)
      const lineEnd = text.indexOf('\n', start)
      if (lineEnd < 0 || (end < 0 && !last && text.length - start < LONGEST_RECORD)) break
      start = this.readRecord(text, start, lineEnd, end)
    }
    return start
  }

  private readRecord(text: string, start: number, lineEnd: number, end: number): number {
    for (const to of end > lineEnd ? [end, lineEnd] : [lineEnd]) {
      const record = text.slice(start, to + 1)
      const parsed = new Papa.Parser(this.options).parse(record, 0, true) as Papa.ParseResult<string[]>
      if (parsed.errors.length > 0 || parsed.data.length !== 1 || parsed.meta.cursor !== record.length) continue
      this.take(parsed.data[0]!)
      this.line += record.split('\n').length - 2
      return to + 1
    }
    return this.giveUp(text.slice(start, lineEnd), lineEnd + 1)
  }

  /** Tells a line that cannot be read; gives where the next one begins. */
  giveUp(line: string, next: number): number {
    this.line += 1
    this.broken(line, this.line)
    return next
  }
}

/** Where the line end of the record stands that starts here: the first one with an even number of quotes before it; -1 when there is none near. */
function endOfRecord(text: string, start: number): number {
  let inside = false
  let lines = 0
  for (let at = start; at < text.length && at - start < LONGEST_RECORD; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) inside = !inside
    if (code !== 10) continue
    if (!inside) return at
    lines += 1
    if (lines >= MOST_LINES) return -1
  }
  return -1
}
