import type { ProblemKind, SaidOfDocument } from '@/domain/problem'
import { DESCRIPTOR, readDescriptor } from '../descriptor'
import { FILES } from '../load'
import type { ImportFile, ImportProgress } from './account'
import { documentTables, isDocument, isProse, isWord, PICTURE } from './documents'
import type { Choices } from './mapping'
import { notText, startsWith, ZIP } from './not-text'
import { textSource, type TableSource } from './table-source'
import { workbookTables } from './workbook'

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

/** A part by which an archive is a document: of Word, an open document, OFD. */
const DOCUMENT_PART = /^(?:word\/document\.xml|content\.xml|OFD\.xml)$/
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
    private readonly choices: Choices,
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
      await this.takeFile(file, depth).catch((reason: unknown) => this.refuse(file.name, 'file-damaged', String(reason)))
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
    if (isProse(file)) return this.document(file)
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
    let document = false
    let tables = false
    try {
      const { unzipSync } = await import('fflate')
      unzipSync(bytes, {
        filter: (member) => {
          total += member.originalSize
          members += 1
          book ||= member.name === 'xl/workbook.xml'
          document ||= DOCUMENT_PART.test(member.name)
          tables ||= TABULAR.test(member.name)
          return false
        },
      })
      if (members === 0) return await (isWord(name) ? this.document({ name, bytes }) : this.refuse(name, 'file-empty'))
      this.unpacked += total
      if (this.unpacked > LARGEST_UNPACKED || members > MOST_MEMBERS || (total > RATIO_FROM && total > bytes.length * RATIO_AT_MOST)) return this.refuse(name, 'file-bomb', `${Math.round(bytes.length / 1e6)} → ${Math.round(total / 1e6)} MB, ${members}`)
      if (book) return await this.workbook(name, bytes)
      if (document || (isWord(name) && !tables)) return await this.document({ name, bytes })
      if (depth >= 2) return this.refuse(name, 'file-bomb', String(depth))
      const unpacked = unzipSync(bytes, { filter: (member) => !member.name.endsWith('/') })
      const inside = Object.entries(unpacked).map(([path, content]) => ({ name: `${name}/${path}`, bytes: content }))
      await this.take(inside, depth + 1)
    } catch (reason) {
      if (isWord(name)) return this.document({ name, bytes })
      const text = String(reason instanceof Error ? reason.message : reason)
      this.refuse(name, /encrypt|password/i.test(text) ? 'file-encrypted' : 'file-damaged', text)
    }
  }

  private async workbook(name: string, bytes: Uint8Array): Promise<void> {
    const tables = await workbookTables(name, bytes)
    if (tables.length === 0) return this.refuse(name, 'file-empty')
    tables.forEach((table) => this.add(table))
  }
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
export async function contentsOf(files: readonly ImportFile[], choices: Choices, assets: Assets = {}, told: Finding = {}): Promise<Contents> {
  const finder = new Finder(choices, assets, told)
  await finder.take(namedOnce(files))
  return finder
}
