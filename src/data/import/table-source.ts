import type { ProblemKind } from '@/domain/problem'
import { encodingOf, textsOf } from '../decode'
import { delimiterOf, readRows, type TakeBroken, type TakeRow } from '../parse'
import type { ReadLook } from './account'
import type { FileChoices } from './mapping'

/** A table of a file, whatever it is kept in: its lines, read as often as asked. */
export interface TableSource {
  readonly name: string
  readonly encoding: string
  readonly encodingSure: boolean
  readonly delimiter: string
  /** Bytes (of text) or rows (of a sheet), for progress. */
  readonly size: number
  /** The report of a document, as it was read. */
  readonly report?: ReadLook
  /** Its numbers are numbers, not text: nothing is read into their writing. */
  readonly typed: boolean
  /** Reads all lines; `first`: only about the first so many bytes. */
  readonly read: (on: { row: TakeRow; broken: TakeBroken; told?: (kind: ProblemKind, where: { line?: number; text?: string }) => void; progress?: (read: number) => void }, first?: number) => void
}

const SAMPLE_BYTES = 1 << 16

/** A file of delimited text. What a descriptor or the reader says of it counts before what the bytes look like. */
export function textSource(name: string, bytes: Uint8Array, choices: FileChoices, declared?: { readonly encoding?: string; readonly delimiter?: string }): TableSource {
  const chosen = choices.encoding === undefined ? undefined : { ...encodingOf(bytes), label: choices.encoding, sure: true, declared: true }
  const encoding = chosen ? { ...chosen, mark: encodingOf(bytes).label === chosen.label ? chosen.mark : 0 } : encodingOf(bytes, declared?.encoding)
  const delimiter = choices.delimiter ?? declared?.delimiter ?? delimiterOf(firstText(bytes, encoding))
  return {
    name,
    encoding: encoding.label,
    encodingSure: encoding.sure,
    delimiter,
    size: bytes.length,
    typed: false,
    read: ({ row, broken, told, progress }, first) => {
      const part = first === undefined ? bytes : wholeLines(bytes, first)
      const texts = textsOf(part, encoding, {
        broken: () => told?.('encoding', { text: encoding.label }),
        mended: (line, label) => told?.('encoding-mixed', { line, text: label }),
        ...(progress ? { progress } : {}),
      })
      readRows(texts, row, broken, delimiter)
    },
  }
}

/** The first bytes, up to the last line end among them. */
function wholeLines(bytes: Uint8Array, first: number): Uint8Array {
  if (bytes.length <= first) return bytes
  const end = bytes.lastIndexOf(10, first)
  return bytes.subarray(0, end < 0 ? first : end + 1)
}

function firstText(bytes: Uint8Array, encoding: Parameters<typeof textsOf>[1]): string {
  return [...textsOf(wholeLines(bytes, SAMPLE_BYTES), encoding)].join('')
}

/** A sheet of a workbook, its cells as text. */
export const sheetSource = (name: string, rows: readonly (readonly string[])[], typed: boolean): TableSource => ({
  name,
  encoding: '',
  encodingSure: true,
  delimiter: '',
  size: rows.length,
  typed,
  read: ({ row, progress }, first) => {
    const until = first === undefined ? rows.length : Math.min(rows.length, 400)
    for (let at = 0; at < until; at += 1) {
      row(rows[at]!, at + 1)
      if (at % 1000 === 0) progress?.(at)
    }
  },
})
