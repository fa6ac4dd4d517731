import { ReadingError } from './problem'
import { simplified } from './traditional'
import { meant } from './meaning/words'

const REPLACED = '\ufffd'
/** Common characters of any report; text in which none stands was read in the wrong encoding. */
const COMMON = /[的年公开信息政府申请数]/g
/** What UTF-8 read as GB18030, or as Latin-1, looks like. */
const GARBLED = /锟斤拷|鏀垮簻|淇℃伅|鍏紑|æ[\u0080-\u00bf]|ç[\u0080-\u00bf]|å[\u0080-\u00bf]/g

/** So large a part of a text's characters are usual ones. */
const LEAST_USUAL = 0.95

const decodeAs = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

const CHUNK = 1 << 15

/** Bytes as a text of one character each. */
export function binary(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return parts.join('')
}

/** The encoding that a page of HTML declares in its first bytes. */
function declared(bytes: Uint8Array): string | undefined {
  const head = decodeAs(bytes.subarray(0, 4096), 'latin1')
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
}

/** Characters that a text of a report is made of. */
const USUAL = /[\t\n\r\f\x20-\x7e\u00a0-\u00ff\u2000-\u206f\u2150-\u26ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g

/** The encoding of bytes in UTF-16, by their mark, or by what the text is in it; undefined for others: they hold no zero bytes, or no text. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length > 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes.length > 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, Math.min(4096, bytes.length & ~1))
  if (!head.includes(0)) return undefined
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => (decodeAs(head, encoding).match(USUAL)?.length ?? 0) * 2 > head.length * LEAST_USUAL)
}

/** The text of bytes: UTF-16, else strict UTF-8, else what the page declares, else GB18030. Throws where it is garbled. */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes)
  const replaced = [...text.matchAll(/\ufffd/g)].length
  const garbled = [...text.matchAll(GARBLED)].length
  const common = [...text.matchAll(COMMON)].length
  if (replaced > text.length / 50 || (garbled > 5 && garbled * 4 > common)) throw new ReadingError('mojibake')
  return simplified(meant(text.replaceAll(REPLACED, '')))
}

function decoded(bytes: Uint8Array): string {
  const wide = utf16Of(bytes)
  if (wide) return decodeAs(bytes, wide)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const named = declared(bytes)
    const encoding = named === undefined || /^(?:utf-?8|gb2312|gbk|gb18030)$/.test(named) ? 'gb18030' : named
    const text = tryDecode(bytes, encoding)
    const utf8 = decodeAs(bytes, 'utf-8')
    const broken = (each: string): number => [...each.matchAll(/\ufffd/g)].length
    // A page in UTF-8 with a few broken bytes stays UTF-8.
    return broken(utf8) * 200 < utf8.length && broken(utf8) <= broken(text) + 20 ? utf8 : text
  }
}

function tryDecode(bytes: Uint8Array, encoding: string): string {
  try {
    return decodeAs(bytes, encoding)
  } catch {
    return decodeAs(bytes, 'gb18030')
  }
}
