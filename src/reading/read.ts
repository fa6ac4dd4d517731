import type { Read } from './chunks'
import { decodeText } from './decode'
import { readDocx, WORD_BODY, WORD_PARTS } from './docx'
import { readHtml } from './html'
import { containerOf, type Container } from './kind'
import { pageOfMht } from './mht'
import { readOdf } from './odf'
import { readPdf, type PdfAssets } from './pdf'
import { ReadingError, type ReadingProblem } from './problem'
import { recognise, type ReadReport } from './recognise'
import { readRtf } from './rtf'
import { pageOfText } from './tables-in-text'
import { readText } from './text'
import { partsOf } from './zip'

/** A document to read. */
export interface DocumentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What became of a document: its reports, or why it could not be read. */
export interface ReadResult {
  readonly file: string
  readonly reports: readonly ReadReport[]
  /** Why there is no report; null where there is one. */
  readonly refused: ReadingProblem | null
}

const OPEN_BODY = 'content.xml'
const ZIP_PARTS = new RegExp(`${WORD_PARTS.source}|^content\\.xml$`, 'i')

/** A document in an archive: of Word, or an open document. A Word file that another takes in takes in none itself. */
async function readZip({ name, bytes }: DocumentFile, assets: PdfAssets, inside: boolean): Promise<Read> {
  const readPart = async (part: string): Promise<Read[]> => {
    const found = inside ? undefined : (await partsOf(bytes, new RegExp(`^${part.replace(/\W/g, '\\$&')}$`))).parts[part]
    return found?.some((byte) => byte > 32) ? openDocument({ name: part, bytes: found }, assets, true) : []
  }
  const { parts, names } = await partsOf(bytes, ZIP_PARTS)
  if (names.includes('xl/workbook.xml')) throw new ReadingError('spreadsheet')
  if (names.includes('OFD.xml')) throw new ReadingError('ofd')
  if (names.includes('EncryptedPackage')) throw new ReadingError('encrypted')
  if (names.some((part) => WORD_BODY.test(part))) return readDocx(name, parts, readPart)
  const open = parts[OPEN_BODY]
  if (open) return readOdf(name, decodeText(open))
  throw new ReadingError(names.some((part) => part.startsWith('ppt/')) ? 'unsupported' : 'archive')
}

async function readOne(container: Exclude<Container, 'text'>, file: DocumentFile, assets: PdfAssets, inside: boolean): Promise<Read> {
  const { name, bytes } = file
  switch (container) {
    case 'pdf':
      return readPdf(name, bytes, assets)
    case 'zip':
      return readZip(file, assets, inside)
    case 'mht':
      return readHtml(name, pageOfMht(bytes))
    case 'fodt':
      return readOdf(name, decodeText(bytes))
    case 'rtf':
      return { document: readRtf(name, bytes), pictures: 0 }
    case 'html': {
      const text = decodeText(bytes)
      return readHtml(name, pageOfText(text) ?? text)
    }
  }
}

/** What a file holds: one document, or one for each of the reports that stand side by side in a text. `inside`: it is part of a Word file. */
async function openDocument(file: DocumentFile, assets: PdfAssets, inside = false): Promise<Read[]> {
  const container = containerOf(file.name, file.bytes)
  if (container !== 'text') return [await readOne(container, file, assets, inside)]
  const text = decodeText(file.bytes)
  const page = pageOfText(text)
  return page === null ? readText(file.name, text).map((document) => ({ document, pictures: 0 })) : [await readHtml(file.name, page)]
}

/** Reads a document of any kind. Never throws for what a document holds. */
export async function readReports(file: DocumentFile, assets: PdfAssets = {}): Promise<ReadResult> {
  try {
    const reads = await openDocument(file, assets)
    return { file: file.name, reports: recognise(reads.map(({ document }) => document), reads.reduce((sum, { pictures }) => sum + pictures, 0)), refused: null }
  } catch (error) {
    const kind = error instanceof ReadingError ? error.kind : 'damaged'
    return { file: file.name, reports: [], refused: { kind } }
  }
}
