import { TableBuilder } from '@/domain/table-builder'
import type { TableData } from '@/domain/table'
import { doubtsShape, editsShape, narrativeShape, versionsShape } from './beside-files'
import { DESCRIPTOR, readDescriptor, resourceNamed, unlisted, type Descriptor, type Resource } from './descriptor'
import { LoadError } from './load-error'
import { Register } from './report-files'
import { figuresShape, WIDE_SECTIONS, wideShape } from './section-files'
import { readTableFile, teller, type FileCount, type FileShape, type TakeLine, type Tell } from './table-file'

/** Where the files of a package come from: a folder on a server or on disk. `null`: there is no such file. Rejects when that cannot be known. */
export interface Source {
  readonly read: (path: string, bytes?: number) => Promise<Uint8Array | null>
}

/** How far reading is: `loaded` of `total` bytes of all files are read into the table. */
export interface LoadProgress {
  readonly file: string
  readonly loaded: number
  readonly total: number
}

/** The table with the account of every file, and what the package says about itself. */
export interface LoadResult extends TableData {
  readonly files: readonly FileCount[]
  readonly descriptor: Descriptor | null
}

/** Read in this order: agencies, reports, then what refers to them. evidence.csv is read when somebody asks. */
export const FILES = ['agencies', 'reports', ...WIDE_SECTIONS.map(({ section }) => section), 'figures', 'narrative', 'versions', 'edits', 'doubts'] as const
type FileName = (typeof FILES)[number]
/** A package without these is not complete even where its descriptor does not list them. */
const REQUIRED: ReadonlySet<FileName> = new Set(['agencies', 'reports'])
/** Most packages have none of these: without a descriptor they are looked for, not missed. */
const OPTIONAL: ReadonlySet<FileName> = new Set(['figures', 'versions', 'edits', 'doubts'])

interface Fetched {
  readonly name: FileName
  readonly resource: Resource
  readonly bytes: Uint8Array | null
  /** The descriptor lists it, or no package is complete without it. */
  readonly expected: boolean
}

/**
 * Reads a package into columns; the same routine in the browser's worker and in Node. What is wrong with the files is in `problems`
 * and never stops it. Rejects with a LoadError only when nothing can be shown: neither descriptor nor agencies.
 */
export async function loadPackage(source: Source, progress: (now: LoadProgress) => void = () => undefined): Promise<LoadResult> {
  const builder = new TableBuilder()
  const { descriptor, failure } = await fetchDescriptor(source, builder)
  const fetched = await Promise.all(FILES.map((name) => fetchFile(source, descriptor, name)))
  if (failure && fetched[0]!.bytes === null) throw failure
  const register = new Register(builder)
  const total = fetched.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
  const files: FileCount[] = []
  let before = 0
  for (const { name, resource, bytes, expected } of fetched) {
    const tell = teller(resource.path, (problem) => builder.report(problem))
    if (bytes === null) {
      if (expected) tell('file-missing')
      continue
    }
    const at = before
    const count = readTableFile(bytes, resource, shapeOf(name, builder, register, tell, resource), tell, (read) => progress({ file: resource.path, loaded: at + read, total }))
    files.push(count)
    register.fileRead(name, count.rowsLoaded)
    before += bytes.length
  }
  return { ...builder.finish(), files, descriptor: descriptor ?? null }
}

async function fetchDescriptor(source: Source, builder: TableBuilder): Promise<{ descriptor: Descriptor | undefined; failure: LoadError | null }> {
  const tell = teller(DESCRIPTOR, (problem) => builder.report(problem))
  try {
    const bytes = await source.read(DESCRIPTOR)
    const descriptor = bytes ? readDescriptor(new TextDecoder().decode(bytes)) : undefined
    if (!descriptor) tell(bytes ? 'descriptor' : 'file-missing')
    return { descriptor, failure: bytes ? null : new LoadError('package-missing', DESCRIPTOR) }
  } catch (reason) {
    tell('file-missing')
    return { descriptor: undefined, failure: reason instanceof LoadError ? reason : new LoadError('network', DESCRIPTOR, String(reason)) }
  }
}

/** A file that cannot be had is a missing file: the rest of the package can still be shown. */
async function fetchFile(source: Source, descriptor: Descriptor | undefined, name: FileName): Promise<Fetched> {
  const listed = resourceNamed(descriptor, name)
  const resource = listed ?? unlisted(name)
  const expected = listed !== undefined || REQUIRED.has(name)
  const bytes = expected ? await source.read(resource.path, resource.bytes).catch(() => null) : null
  return { name, resource, bytes, expected: expected && (descriptor !== undefined || !OPTIONAL.has(name)) }
}

function shapeOf(name: FileName, builder: TableBuilder, register: Register, tell: Tell, resource: Resource): FileShape<TakeLine> {
  if (name === 'agencies') return register.agencies(tell)
  if (name === 'reports') return register.reports(tell)
  if (name === 'figures') return figuresShape(builder, register.find, tell, resource.markers)
  if (name === 'versions') return versionsShape(builder, register.find, tell)
  if (name === 'edits') return editsShape(builder, register.find, tell)
  if (name === 'doubts') return doubtsShape(builder, register.find, tell)
  const wide = WIDE_SECTIONS.find(({ section }) => section === name)
  return wide ? wideShape(wide, builder, register.find, tell, resource.markers) : narrativeShape(builder, register.find, tell)
}
