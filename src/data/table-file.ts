import type { Problem, ProblemKind } from '@/domain/problem'
import { encodingOf, textsOf } from './decode'
import type { Resource } from './descriptor'
import { readRows } from './parse'

/** Every line of a file is loaded or reported: `rowsIn` = `rowsLoaded` + `rowsReported`. The header and blank lines are no rows. */
export interface FileCount {
  readonly file: string
  readonly rowsIn: number
  readonly rowsLoaded: number
  readonly rowsReported: number
}

/** What stands in a file of a package. */
export interface FileShape<Writer> {
  /** Headings without which no line has a place. */
  readonly keys: readonly string[]
  readonly others: readonly string[] | ((heading: string) => boolean)
  /** Called once the headings are known; `at` gives a heading's place, -1 when it is not there. */
  readonly open: (at: (heading: string) => number, found: readonly string[]) => Writer
}

/** Takes the cells of a line; gives false when it left the line out, having told why. */
export type TakeLine = (cells: readonly string[], line: number) => boolean

export type Tell = (kind: ProblemKind, where?: Omit<Problem, 'kind' | 'file'>) => void

/** Finds the report of a line; -1 when there is none, having told why. */
export type FindReport = (agency: string, year: string, line: number, tell: Tell) => number

/** More problems of one kind in one file are only counted. */
const MOST_TOLD = 5_000
const LONGEST_TEXT = 200

/** Tells problems of one file, long texts cut, of one kind so many at most; of the others only `untold` hears. */
export function teller(file: string, report: (problem: Problem) => void, untold: () => void = () => undefined): Tell {
  const told = new Map<ProblemKind, number>()
  return (kind, where = {}) => {
    const count = (told.get(kind) ?? 0) + 1
    told.set(kind, count)
    if (count > MOST_TOLD) return untold()
    const text = where.text
    report({ kind, file, ...where, ...(text !== undefined && text.length > LONGEST_TEXT ? { text: `${text.slice(0, LONGEST_TEXT - 1)}…` } : {}) })
  }
}

/** The text without spaces around it and without the apostrophe that guards a formula in our own downloads. */
export function plainText(text: string): string {
  const trimmed = text.trim()
  return /^'[=+\-@\t\r]/.test(trimmed) ? trimmed.slice(1) : trimmed
}

/** Reads one CSV file line by line: encoding, headings, ragged lines, quotes and a cut end are seen to here. Never throws. */
export function readTableFile(bytes: Uint8Array, resource: Resource, shape: FileShape<TakeLine>, tell: Tell, progress: (read: number) => void = () => undefined): FileCount {
  const encoding = encodingOf(bytes, resource.encoding)
  const smaller = bytes.length < resource.bytes
  // A file that ends with a whole line may have been changed, or written in another encoding, by somebody else.
  const cut = smaller && bytes.at(-1) !== 10
  const reader = new LineReader(shape, tell, cut)
  if (smaller) tell(cut ? 'file-cut' : 'file-smaller', { text: `${bytes.length} / ${resource.bytes}` })
  const suspect = !encoding.declared || !encoding.sure
  if (suspect) tell('encoding', { text: encoding.label })
  const broken = (): void => (suspect ? undefined : tell('encoding', { text: encoding.label }))
  const mended = (line: number, label: string): void => tell('encoding-mixed', { line, text: label })
  const { endsOpen } = readRows(textsOf(bytes, encoding, { broken, mended, progress }), reader.row, reader.broken)
  reader.end(endsOpen)
  return { file: resource.path, rowsIn: reader.rowsIn, rowsLoaded: reader.rowsIn - reader.rowsReported, rowsReported: reader.rowsReported }
}

class LineReader {
  rowsIn = 0
  rowsReported = 0
  private headings: readonly string[] | null = null
  private take: TakeLine | null = null
  private width = 0
  /** The last line of a cut file is not trusted, so each line waits for the next. */
  private waiting: { cells: readonly string[]; line: number } | null = null

  constructor(
    private readonly shape: FileShape<TakeLine>,
    private readonly tell: Tell,
    private readonly cut: boolean,
  ) {}

  readonly row = (cells: readonly string[], line: number): void => {
    if (this.headings === null) return this.readHeadings(cells, line)
    if (!this.cut) return this.place(cells, line)
    if (this.waiting) this.place(this.waiting.cells, this.waiting.line)
    this.waiting = { cells, line }
  }

  readonly broken = (text: string, line: number): void => {
    if (this.headings === null) return this.readHeadings(text.split(','), line)
    this.leaveOut('quote', line, text)
  }

  end(endsOpen: boolean): void {
    if (this.headings === null) this.tell('file-empty')
    if (!this.waiting) return
    if (endsOpen) this.leaveOut('file-cut', this.waiting.line, this.waiting.cells.join(','))
    else this.place(this.waiting.cells, this.waiting.line)
  }

  private leaveOut(kind: ProblemKind, line: number, text: string): void {
    this.rowsIn += 1
    this.rowsReported += 1
    this.tell(kind, { line, text, lineLeftOut: true })
  }

  private place(cells: readonly string[], line: number): void {
    if (cells[0] === '' && cells.every((cell) => cell === '')) return
    const fits = cells.length === this.width || (cells.length > this.width && cells.slice(this.width).every((cell) => cell === ''))
    if (!fits) return this.leaveOut('ragged', line, cells.join(','))
    this.rowsIn += 1
    if (this.take === null || !this.take(cells, line)) this.rowsReported += 1
  }

  private readHeadings(cells: readonly string[], line: number): void {
    const headings = cells.map(plainText)
    while (headings.at(-1) === '') headings.pop()
    this.headings = headings
    this.width = headings.length
    headings.forEach((column, at) => {
      if (headings.indexOf(column) !== at) this.tell('column-twice', { line, column })
      else if (!this.shape.keys.includes(column) && !(typeof this.shape.others === 'function' ? this.shape.others(column) : this.shape.others.includes(column))) this.tell('column-unknown', { line, column, text: '' })
    })
    const missing = this.shape.keys.filter((key) => !headings.includes(key))
    for (const column of missing) this.tell('column-missing', { line, column })
    if (missing.length === 0) this.take = this.shape.open((heading) => headings.indexOf(heading), headings)
  }
}
