import { binary } from './decode'
import { gridOf, type Block, type ReadDocument, type WrittenCell } from './document'
import { plain, withBlanks } from './meaning/words'

/** Groups whose text is none of the document's. */
const ASIDE = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'footnote', 'listtable', 'listoverridetable', 'rsidtbl', 'generator', 'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'xmlnstbl', 'fldinst', 'pntext', 'nonesttables', 'bkmkstart', 'bkmkend', 'objdata', 'annotation'])
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/gi

/** Where a cell of a row ends, and whether it goes on with the one above or before it. */
interface Edge {
  readonly right: number
  readonly below: boolean
  readonly beside: boolean
}

interface Row {
  readonly edges: readonly Edge[]
  readonly texts: readonly string[]
}

interface Group {
  readonly aside: boolean
  readonly hidden: boolean
  /** Characters that stand for one of Unicode in older readers. */
  readonly spare: number
}

/** Reads the tokens of rich text: paragraphs and rows of cells, in their order. */
class RichText {
  readonly blocks: Block[] = []
  private group: Group = { aside: false, hidden: false, spare: 1 }
  private readonly outer: Group[] = []
  private bytes: number[] = []
  private text = ''
  private skip = 0
  private inTable = false
  private below = false
  private beside = false
  private edges: Edge[] = []
  private texts: string[] = []
  private rows: Row[] = []
  private tables = 0

  read(written: string): void {
    for (const [, word, number, byte, sign, brace, run] of written.matchAll(TOKEN)) {
      if (brace === '{') this.outer.push(this.group)
      else if (brace === '}') this.group = this.outer.pop() ?? this.group
      else if (byte !== undefined) this.add([Number.parseInt(byte, 16)])
      else if (run !== undefined) this.add([...run.replace(/[\r\n]/g, '')].map((letter) => letter.charCodeAt(0)))
      else if (sign !== undefined) this.symbol(sign)
      else if (word !== undefined) this.control(word, number === undefined ? undefined : Number(number))
    }
    this.paragraph()
    this.table()
  }

  private add(bytes: readonly number[]): void {
    const kept = bytes.slice(this.skip)
    this.skip = Math.max(0, this.skip - bytes.length)
    if (!this.group.aside && !this.group.hidden) this.bytes.push(...kept)
  }

  private put(text: string): void {
    this.settle()
    if (!this.group.aside && !this.group.hidden) this.text += text
  }

  /** Bytes are characters of GB18030, one or more each. */
  private settle(): void {
    if (this.bytes.length > 0) this.text += new TextDecoder('gb18030').decode(Uint8Array.from(this.bytes))
    this.bytes = []
  }

  private symbol(sign: string): void {
    if (sign === '*') this.group = { ...this.group, aside: true }
    else if (sign === '~') this.put(' ')
    else if (/[\\{}]/.test(sign)) this.put(sign)
  }

  private control(word: string, number: number | undefined): void {
    if (ASIDE.has(word)) this.group = { ...this.group, aside: true }
    else if (word === 'v') this.group = { ...this.group, hidden: number !== 0 }
    else if (word === 'plain') this.group = { ...this.group, hidden: false }
    else if (word === 'uc') this.group = { ...this.group, spare: number ?? 1 }
    else if (word === 'u') this.unicode(number ?? 0)
    else if (word === 'tab') this.put(' ')
    else if (word === 'line') this.put('\n')
    else this.structure(word, number)
  }

  private unicode(code: number): void {
    this.put(String.fromCharCode(code & 0xffff))
    this.skip = this.group.spare
  }

  private structure(word: string, number: number | undefined): void {
    if (word === 'trowd') this.edges = []
    else if (word === 'clvmrg') this.below = true
    else if (word === 'clmrg') this.beside = true
    else if (word === 'cellx') this.edge(number ?? 0)
    else if (word === 'pard') this.inTable = false
    else if (word === 'intbl') this.inTable = true
    else if (word === 'cell') this.texts.push(this.taken())
    else if (word === 'row') this.row()
    else if (word === 'par' && this.inTable) this.put('\n')
    else if (word === 'par' || word === 'sect' || word === 'page') this.paragraph()
  }

  private edge(right: number): void {
    this.edges.push({ right, below: this.below, beside: this.beside })
    this.below = false
    this.beside = false
  }

  private row(): void {
    if (this.texts.length > 0) this.rows.push({ edges: this.edges, texts: this.texts })
    this.texts = []
  }

  private paragraph(): void {
    const text = plain(this.taken())
    if (this.texts.length === 0) this.table()
    if (text !== '') this.blocks.push({ kind: 'text', text, place: { line: this.blocks.length + 1 } })
  }

  private taken(): string {
    this.settle()
    const text = withBlanks(this.text).trim()
    this.text = ''
    return text
  }

  private table(): void {
    if (this.rows.length > 0) this.blocks.push({ kind: 'table', bounded: true, rows: gridOf(writtenRows(this.rows)), place: { table: (this.tables += 1) } })
    this.rows = []
  }
}

interface MergedCell {
  readonly text: string
  rowSpan: number
  columnSpan: number
}

/** Rows of cells with the columns and rows that they cover: columns end where any cell of the table ends. */
function writtenRows(rows: readonly Row[]): WrittenCell[][] {
  const ends = [...new Set(rows.flatMap(({ edges }) => edges.map(({ right }) => right)))].sort((a, b) => a - b)
  // By where they end: the cells of the last row, each also where one that it covers ends.
  const open = new Map<number, MergedCell>()
  return rows.map(({ edges, texts }) => {
    const cells: MergedCell[] = []
    const reached = new Set<MergedCell>()
    texts.forEach((text, at) => {
      const edge = edges[at]
      const columnSpan = edge ? ends.indexOf(edge.right) - (at > 0 ? ends.indexOf(edges[at - 1]!.right) : -1) : 1
      const last = cells.at(-1)
      const above = edge && open.get(edge.right)
      if (edge?.below && above) {
        if (!reached.has(above)) above.rowSpan += 1
        return void reached.add(above)
      }
      if (edge?.beside && last) {
        open.set(edge.right, last)
        return void (last.columnSpan += columnSpan)
      }
      const cell = { text, rowSpan: 1, columnSpan: Math.max(columnSpan, 1) }
      if (edge) open.set(edge.right, cell)
      cells.push(cell)
    })
    return cells
  })
}

/** Rich text as blocks. */
export function readRtf(file: string, bytes: Uint8Array): ReadDocument {
  const reader = new RichText()
  reader.read(binary(bytes))
  return { file, kind: 'rtf', titles: [], blocks: reader.blocks, problems: [] }
}
