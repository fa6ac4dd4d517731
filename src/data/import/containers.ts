import type { ProblemKind, SaidOfDocument } from '@/domain/problem'
import { DESCRIPTOR, readDescriptor } from '../descriptor'
import { FILES } from '../load'
import type { ImportFile, ImportProgress } from './account'
import { documentTables, isDocument, PICTURE } from './documents'
import type { FileChoices } from './mapping'
import { sheetSource, textSource, type TableSource } from './table-source'

/** A data package of ours: its files as they are. */
export interface PackageMember {
  readonly name: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** What reading documents needs beside them: where the tables of characters for PDF fonts lie. */
export type Assets = Parameters<typeof documentTables>[1]

/** A file that cannot be read, and why. */
export interface Refused {
  readonly name: string
  readonly kind: ProblemKind
  readonly text: string
  readonly said?: SaidOfDocument
}

/** Hears of everything as it is found: documents take a while. */
export interface Finding {
  readonly table?: (source: TableSource) => void
  readonly refused?: (refused: Refused) => void
  readonly progress?: (now: ImportProgress) => void
}

/** What was found in the files given. */
export interface Contents {
  readonly tables: readonly TableSource[]
  readonly packages: readonly PackageMember[]
  readonly refused: readonly Refused[]
}

/** More is refused: it would not fit in a tab. */
const LARGEST_FILE = 1 << 30
const LARGEST_UNPACKED = 1 << 29
/** A zip that unpacks to so many times its size, and to more than a few megabytes, is a bomb. */
const RATIO_AT_MOST = 200
const RATIO_FROM = 1 << 24
const MOST_MEMBERS = 5_000

const TABULAR = /\.(?:csv|tsv|tab|txt|psv)$/i
const PASSED_OVER = /(?:^|\/)(?:\.[^/]*|__MACOSX\/.*|thumbs\.db|.*\.(?:md|png|jpe?g|gif|svg|doc|json|xml|css|js|py|r|ipynb|license)|license|readme)$/i

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)
const MAGIC: readonly (readonly [mark: readonly number[], kind: ProblemKind])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'file-unsupported'],
  [[0x89, 0x50, 0x4e, 0x47], 'file-unsupported'],
  [[0xff, 0xd8, 0xff], 'file-unsupported'],
  [[0x47, 0x49, 0x46, 0x38], 'file-unsupported'],
  [[0x1f, 0x8b], 'file-unsupported'],
  [[0x52, 0x61, 0x72, 0x21], 'file-unsupported'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'file-unsupported'],
  [[0x50, 0x41, 0x52, 0x31], 'file-unsupported'],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
/** How an encrypted workbook names its content inside the old container: EncryptedPackage in UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])

function includes(bytes: Uint8Array, part: readonly number[], within: number): boolean {
  const end = Math.min(bytes.length, within) - part.length
  for (let at = bytes.indexOf(part[0]!); at >= 0 && at <= end; at = bytes.indexOf(part[0]!, at + 1)) if (part.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}

/** Why the bytes are no text; undefined when they may be. Zeros in step are UTF-16, any others are no text. */
function notText(bytes: Uint8Array): ProblemKind | undefined {
  if (bytes.length === 0) return 'file-empty'
  if (startsWith(bytes, OLE)) return includes(bytes, ENCRYPTED, 1 << 20) ? 'file-encrypted' : 'file-unsupported'
  const magic = MAGIC.find(([mark]) => startsWith(bytes, mark))
  if (magic) return magic[1]
  const sample = bytes.subarray(0, 1 << 14)
  if (startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff])) return undefined
  let zeros = [0, 0]
  let control = 0
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at]!
    if (byte === 0) zeros = [zeros[0]! + Number((at & 1) === 0), zeros[1]! + Number((at & 1) === 1)]
    else if (byte < 9 || (byte > 13 && byte < 27)) control += 1
  }
  const [even = 0, odd = 0] = zeros
  const wide = Math.max(even, odd) > sample.length * 0.2 && Math.min(even, odd) < sample.length * 0.02
  return (even + odd > 0 && !wide) || control > sample.length * 0.05 ? 'file-binary' : undefined
}

/** The files of a package of ours. */
const PACKAGE_FILES: ReadonlySet<string> = new Set([DESCRIPTOR, 'import.json', 'problems.csv', 'evidence.csv', ...FILES.map((name) => `${name}.csv`)])

class Finder {
  private unpacked = 0
  private loaded = 0
  private total = 0

  readonly tables: TableSource[] = []
  readonly packages: PackageMember[] = []
  readonly refused: Refused[] = []

  constructor(
    private readonly choices: Readonly<Record<string, FileChoices>>,
    private readonly assets: Assets,
    private readonly told: Finding,
  ) {}

  refuse(name: string, kind: ProblemKind, text = '', said?: SaidOfDocument): void {
    const refused = { name, kind, text, ...(said ? { said } : {}) }
    this.refused.push(refused)
    this.told.refused?.(refused)
  }

  private add(source: TableSource): void {
    this.tables.push(source)
    this.told.table?.(source)
  }

  /** Files that lie together: packages first, then each by itself. */
  async take(files: readonly ImportFile[], depth = 0): Promise<void> {
    const left = this.takePackages(files)
    if (depth === 0) this.total = left.reduce((sum, { bytes }) => sum + bytes.length, 0)
    for (const file of left) {
      this.told.progress?.({ file: file.name, loaded: this.loaded, total: this.total })
      await this.takeFile(file, depth)
      if (depth === 0) this.loaded += file.bytes.length
    }
  }

  private takePackages(files: readonly ImportFile[]): ImportFile[] {
    const folders = files.filter(({ name }) => name === DESCRIPTOR || name.endsWith(`/${DESCRIPTOR}`)).map(({ name }) => name.slice(0, -DESCRIPTOR.length))
    let left = [...files]
    for (const folder of folders) {
      const inside = left.filter(({ name }) => name.startsWith(folder))
      const at = new Map(inside.map(({ name, bytes }) => [name.slice(folder.length), bytes]))
      const descriptor = readDescriptor(new TextDecoder().decode(at.get(DESCRIPTOR)))
      if (!descriptor) continue
      const title = folder.replace(/\/$/, '') || descriptor.title || 'package'
      if (at.has('agencies.csv') && at.has('reports.csv')) {
        // Only what is a package's own: a file beside it is a file of its own, and no path leads out of the folder.
        const own = new Set([...PACKAGE_FILES].filter((path) => at.has(path)))
        this.packages.push({ name: title, files: new Map([...own].map((path) => [path, at.get(path)!])) })
        left = left.filter(({ name }) => !(name.startsWith(folder) && own.has(name.slice(folder.length))))
        continue
      }
      const listed = new Map(descriptor.resources.map((resource) => [`${folder}${resource.path}`, resource]))
      const kept: ImportFile[] = []
      for (const file of left) {
        const resource = listed.get(file.name)
        if (file.name === `${folder}${DESCRIPTOR}`) continue
        if (resource && TABULAR.test(file.name)) this.text(file, { encoding: resource.encoding, ...(resource.delimiter === undefined ? {} : { delimiter: resource.delimiter }) })
        else kept.push(file)
      }
      left = kept
    }
    return left
  }

  private async takeFile(file: ImportFile, depth: number): Promise<void> {
    if (file.bytes.length > LARGEST_FILE) return this.refuse(file.name, 'file-large', `${Math.round(file.bytes.length / 1e6)} MB`)
    if (startsWith(file.bytes, ZIP)) return this.archive(file, depth)
    if (depth > 0 && PICTURE.test(file.name)) return
    if (isDocument(file)) return this.document(file)
    if (depth > 0 && PASSED_OVER.test(file.name)) return
    this.text(file)
  }

  private async document(file: ImportFile): Promise<void> {
    const { tables, refused } = await documentTables(file, this.assets)
    tables.forEach((table) => this.add(table))
    if (refused !== null) this.refuse(file.name, 'document-unread', '', refused)
  }

  private text({ name, bytes }: ImportFile, declared?: { encoding?: string; delimiter?: string }): void {
    const why = notText(bytes)
    if (why) this.refuse(name, why)
    else this.add(textSource(name, bytes, this.choices[name] ?? {}, declared))
  }

  private async archive({ name, bytes }: ImportFile, depth: number): Promise<void> {
    let total = 0
    let members = 0
    let book = false
    let word = false
    try {
      const { unzipSync } = await import('fflate')
      unzipSync(bytes, {
        filter: (member) => {
          total += member.originalSize
          members += 1
          book ||= member.name === 'xl/workbook.xml'
          word ||= member.name === 'word/document.xml' || member.name === 'content.xml'
          return false
        },
      })
      if (members === 0) return this.refuse(name, 'file-empty')
      this.unpacked += total
      if (this.unpacked > LARGEST_UNPACKED || members > MOST_MEMBERS || (total > RATIO_FROM && total > bytes.length * RATIO_AT_MOST)) return this.refuse(name, 'file-bomb', `${Math.round(bytes.length / 1e6)} → ${Math.round(total / 1e6)} MB, ${members}`)
      if (book) return await this.workbook(name, bytes)
      if (word) return await this.document({ name, bytes })
      if (depth >= 2) return this.refuse(name, 'file-bomb', String(depth))
      const unpacked = unzipSync(bytes, { filter: (member) => !member.name.endsWith('/') })
      const inside = Object.entries(unpacked).map(([path, content]) => ({ name: `${name}/${path}`, bytes: content }))
      await this.take(inside, depth + 1)
    } catch (reason) {
      const text = String(reason instanceof Error ? reason.message : reason)
      this.refuse(name, /encrypt|password/i.test(text) ? 'file-encrypted' : 'file-damaged', text)
    }
  }

  private async workbook(name: string, bytes: Uint8Array): Promise<void> {
    const { default: readWorkbook } = await import('read-excel-file/universal')
    const sheets = (await readWorkbook(bytes.slice().buffer, WORKBOOK as never)) as unknown as readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[]
    const filled = sheets.map(({ sheet, data }) => ({ sheet, rows: squared(data), typed: data.some((row) => row.some((cell) => cell instanceof TypedNumber)) })).filter(({ rows }) => rows.length > 0)
    if (filled.length === 0) return this.refuse(name, 'file-empty')
    for (const { sheet, rows, typed } of filled) this.add(sheetSource(`${name}/${sheet}`, rows, typed))
  }
}

/** A number of a workbook, apart from text that looks like one (a code of digits). */
class TypedNumber {
  constructor(readonly text: string) {}
}

/** What the library reads besides: its types know only numbers. */
const WORKBOOK = { parseNumber: (text: string) => new TypedNumber(text), trim: false }

const cellText = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell instanceof TypedNumber ? plainDecimal(cell.text) : String(cell))

/** Numbers of a workbook are kept in binary: 0.30000000000000004 was typed as 0.3, 1E+3 as 1000. */
const plainDecimal = (text: string): string => (!/e/i.test(text) && text.length < 16 ? text : String(Number(Number(text).toPrecision(15))))

/** Rows of equal width, empty ones at the end cut. */
function squared(data: readonly (readonly unknown[])[]): string[][] {
  const rows = data.map((row) => row.map(cellText))
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell === '')) rows.pop()
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** Two files of one name are told apart: `a.csv`, `a (2).csv`. */
function namedOnce(files: readonly ImportFile[]): ImportFile[] {
  const used = new Set<string>()
  return files.map((file) => {
    let { name } = file
    for (let n = 2; used.has(name); n += 1) name = file.name.replace(/(\.[^./]*)?$/, ` (${n})$1`)
    used.add(name)
    return { ...file, name }
  })
}

/** Opens what was given: archives and workbooks are unpacked, packages of ours kept whole, what is no table refused with the reason. Never throws. */
export async function contentsOf(files: readonly ImportFile[], choices: Readonly<Record<string, FileChoices>>, assets: Assets = {}, told: Finding = {}): Promise<Contents> {
  const finder = new Finder(choices, assets, told)
  await finder.take(namedOnce(files))
  return finder
}
