import { ReadingError } from './problem'
import { simplified } from './traditional'
import { meant } from './meaning/words'

const REPLACED = '\ufffd'
/** Common characters of any report; text in which none stands was read in the wrong encoding. */
const COMMON = /[的年公开信息政府申请数]/g
/** What UTF-8 read as GB18030, or as Latin-1, looks like. */
const GARBLED = /锟斤拷|鏀垮簻|淇℃伅|鍏紑|æ[\u0080-\u00bf]|ç[\u0080-\u00bf]|å[\u0080-\u00bf]/g

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

/** Without a mark, UTF-16 shows itself by zero bytes in every other place. */
function utf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 400)
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length)
  if (zeros[1]! > 20 && zeros[0] === 0) return 'utf-16le'
  return zeros[0]! > 20 && zeros[1] === 0 ? 'utf-16be' : undefined
}

/** The text of bytes: byte order mark, else strict UTF-8, else what the page declares, else GB18030. Throws where it is garbled. */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes)
  const replaced = [...text.matchAll(/\ufffd/g)].length
  const garbled = [...text.matchAll(GARBLED)].length
  const common = [...text.matchAll(COMMON)].length
  if (replaced > text.length / 50 || (garbled > 5 && garbled * 4 > common)) throw new ReadingError('mojibake')
  return simplified(meant(text.replaceAll(REPLACED, '')))
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  const wide = utf16(bytes)
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
