/** How the bytes of a file became text. */
export interface Encoding {
  /** A label that TextDecoder knows. */
  readonly label: string
  /** Length of the byte order mark. */
  readonly mark: number
  /** A mark, a declaration or a strict reading says so; false: the best that could be done. */
  readonly sure: boolean
  /** Marked, or what the descriptor declares (UTF-8 where it says nothing). */
  readonly declared: boolean
}

const MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const REPLACED = '\uFFFD'
/** Judged from the first byte beyond ASCII on. */
const JUDGED_BYTES = 1 << 18
const CHUNK_BYTES = 1 << 18
/** A file is damaged UTF-8 (or GB 18030), not another encoding, while fewer of its characters beyond ASCII than this are broken. */
const DAMAGED_AT_MOST = 0.1

/** Finds the encoding: byte order mark, then what the descriptor declares, then strict UTF-8, then GB 18030, else windows-1252. Never throws. */
export function encodingOf(bytes: Uint8Array, declared = 'utf-8'): Encoding {
  for (const [label, mark] of MARKS) if (mark.every((byte, at) => bytes[at] === byte)) return { label, mark: mark.length, sure: true, declared: true }
  const named = labelOf(declared)
  if (named !== 'utf-8') return { label: named, mark: 0, sure: true, declared: true }
  const from = firstBeyondAscii(bytes)
  if (from < 0) return { label: 'utf-8', mark: 0, sure: true, declared: true }
  const sample = bytes.subarray(from, from + JUDGED_BYTES)
  const damage = brokenShare(sample, 'utf-8')
  if (damage === 0) return { label: 'utf-8', mark: 0, sure: true, declared: true }
  const foreign = brokenShare(sample, 'gb18030')
  if (foreign === 0) return { label: 'gb18030', mark: 0, sure: true, declared: false }
  const label = damage < DAMAGED_AT_MOST ? 'utf-8' : foreign < DAMAGED_AT_MOST ? 'gb18030' : 'windows-1252'
  return { label, mark: 0, sure: false, declared: label === 'utf-8' }
}

function labelOf(declared: string): string {
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return 'utf-8'
  }
}

function firstBeyondAscii(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at]! > 0x7f) return at
  return -1
}

/** Of the characters beyond ASCII, how many cannot be read; a character cut by the end of the sample does not count. */
function brokenShare(sample: Uint8Array, label: string): number {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(sample, { stream: true })
  let beyond = 0
  let broken = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) beyond += 1
    if (code === 0xfffd) broken += 1
  }
  return broken / Math.max(1, beyond)
}

/** The text in chunks, characters and CRLF never cut; line ends are LF. Bytes that make no character become U+FFFD and are told once. */
export function* textsOf(bytes: Uint8Array, encoding: Encoding, told: { broken?: () => void; progress?: (read: number) => void } = {}, size = CHUNK_BYTES): Generator<string> {
  const decoder = new TextDecoder(encoding.label, { ignoreBOM: true })
  let broken = false
  let held = ''
  for (let at = encoding.mark; at < bytes.length; at += size) {
    const last = at + size >= bytes.length
    let text = held + decoder.decode(bytes.subarray(at, at + size), { stream: !last })
    held = !last && text.endsWith('\r') ? '\r' : ''
    if (held !== '') text = text.slice(0, -1)
    if (!broken && text.includes(REPLACED)) {
      broken = true
      told.broken?.()
    }
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
    told.progress?.(Math.min(at + size, bytes.length))
  }
}
