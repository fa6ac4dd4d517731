import { decodeText } from './decode'
import type { ReadDocument } from './document'
import { readDocx, WORD_BODY, WORD_PARTS } from './docx'
import { readHtml } from './html'
import { containerOf, type Container } from './kind'
import { pageOfMht } from './mht'
import { readOdf } from './odf'
import { readPdf, type PdfAssets } from './pdf'
import { ReadingError, type ReadingProblem } from './problem'
import { recognise, type ReadReport } from './recognise'
import { readRtf } from './rtf'
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

interface Opened {
  readonly documents: readonly ReadDocument[]
  readonly pictures: number
}

interface Read {
  readonly document: ReadDocument
  readonly pictures: number
}

const OPEN_BODY = 'content.xml'
const ZIP_PARTS = new RegExp(`${WORD_PARTS.source}|^content\\.xml$`, 'i')

/** A document in an archive: of Word, or an open document. */
async function readZip(name: string, bytes: Uint8Array): Promise<Read> {
  const { parts, names } = await partsOf(bytes, ZIP_PARTS)
  if (names.includes('xl/workbook.xml')) throw new ReadingError('spreadsheet')
  if (names.includes('OFD.xml')) throw new ReadingError('ofd')
  if (names.includes('EncryptedPackage')) throw new ReadingError('encrypted')
  if (names.some((part) => WORD_BODY.test(part))) return readDocx(name, parts)
  const open = parts[OPEN_BODY]
  if (open) return readOdf(name, decodeText(open))
  throw new ReadingError(names.some((part) => part.startsWith('ppt/')) ? 'unsupported' : 'archive')
}

async function readOne(container: Exclude<Container, 'text'>, { name, bytes }: DocumentFile, assets: PdfAssets): Promise<Read> {
  switch (container) {
    case 'pdf':
      return readPdf(name, bytes, assets)
    case 'zip':
      return readZip(name, bytes)
    case 'mht':
      return readHtml(name, pageOfMht(bytes))
    case 'fodt':
      return readOdf(name, decodeText(bytes))
    case 'rtf':
      return { document: readRtf(name, bytes), pictures: 0 }
    case 'html':
      return readHtml(name, decodeText(bytes))
  }
}

async function openDocument(file: DocumentFile, assets: PdfAssets): Promise<Opened> {
  const { name, bytes } = file
  const container = containerOf(name, bytes)
  if (container === 'text') return { documents: readText(name, decodeText(bytes)), pictures: 0 }
  const { document, pictures } = await readOne(container, file, assets)
  return { documents: [document], pictures }
}

/** Reads a document of any kind. Never throws for what a document holds. */
export async function readReports(file: DocumentFile, assets: PdfAssets = {}): Promise<ReadResult> {
  try {
    const { documents, pictures } = await openDocument(file, assets)
    return { file: file.name, reports: recognise(documents, pictures), refused: null }
  } catch (error) {
    const kind = error instanceof ReadingError ? error.kind : 'damaged'
    return { file: file.name, reports: [], refused: { kind } }
  }
}
