import { hasPart, isEncrypted } from './compound'
import { utf16Of } from './decode'
import { isMht } from './mht'
import { ReadingError, type ReadingProblemKind } from './problem'

/** Larger files are not read. */
export const LARGEST_FILE = 64 << 20

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
const extensionOf = (file: string): string => /\.(\w{1,5})$/.exec(file.toLowerCase())?.[1] ?? ''
const refuse = (kind: ReadingProblemKind): never => {
  throw new ReadingError(kind)
}

function compoundKind(bytes: Uint8Array, extension: string): ReadingProblemKind {
  if (isEncrypted(bytes)) return 'encrypted'
  if (extension === 'xls' || extension === 'et' || hasPart(bytes, 'Workbook')) return 'spreadsheet'
  return extension === 'wps' ? 'wps' : 'old-word'
}

/** What a file must be opened with. */
export type Container = 'html' | 'mht' | 'fodt' | 'zip' | 'pdf' | 'rtf' | 'text'

const PICTURES: readonly (readonly number[])[] = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x42, 0x4d], [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a]]
const HTML_HEAD = /<(?:!doctype|html|head|body|table|div|p|meta|span)[\s>]/i

/** What the bytes must be opened with: by what they hold, not by the name. Throws a ReadingError for what cannot be read. */
export function containerOf(file: string, bytes: Uint8Array): Container {
  const extension = extensionOf(file)
  if (bytes.length > LARGEST_FILE) refuse('too-large')
  if (bytes.every((byte) => byte <= 32)) refuse('empty')
  const head = ascii(bytes, 0, Math.min(bytes.length, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return 'zip'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuse(compoundKind(bytes, extension))
  if (starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || starts(bytes, 0x1f, 0x8b)) refuse('archive')
  if (PICTURES.some((magic) => starts(bytes, ...magic)) || head.slice(8, 12) === 'WEBP') refuse('picture')
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf'
  const zeros = bytes.subarray(0, 2048).filter((byte) => byte === 0).length
  if (utf16Of(bytes) === undefined && zeros > 0 && zeros < Math.min(bytes.length, 2048) / 5) refuse(extension === 'pdf' ? 'damaged' : 'unsupported')
  if (isMht(bytes)) return 'mht'
  if (/<office:document[\s>]/.test(head)) return 'fodt'
  return /^(?:x?html?|shtml|aspx?|jsp|php)$/.test(extension) || HTML_HEAD.test(head.replaceAll('\0', '')) ? 'html' : 'text'
}
