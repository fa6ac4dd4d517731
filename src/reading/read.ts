import { decodeText } from './decode'
import type { ReadDocument } from './document'
import { readDocx } from './docx'
import { readHtml } from './html'
import { kindOf } from './kind'
import { readPdf, type PdfAssets } from './pdf'
import { ReadingError, type ReadingProblem } from './problem'
import { recognise, type ReadReport } from './recognise'
import { readText } from './text'

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

async function openDocument({ name, bytes }: DocumentFile, assets: PdfAssets): Promise<Opened> {
  const kind = kindOf(name, bytes)
  if (kind === 'text') return { documents: readText(name, decodeText(bytes)), pictures: 0 }
  const { document, pictures } = kind === 'html' ? await readHtml(name, decodeText(bytes)) : kind === 'docx' ? await readDocx(name, bytes) : await readPdf(name, bytes, assets)
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
