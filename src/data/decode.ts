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

/** What is told while text is read. */
export interface Told {
  /** Bytes make no character; told once. */
  readonly broken?: () => void
  /** A line of a UTF-8 file is written in another encoding and was read so. */
  readonly mended?: (line: number, label: string) => void
  readonly progress?: (read: number) => void
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
/** From this share of lines in valid UTF-8 on, the other lines are another encoding's, not the file. */
const MIXED_FROM = 0.1
/** Text is Chinese when so many of its characters beyond ASCII are the common ones of GB 2312. */
const CHINESE_FROM = 0.6
/** UTF-16 without a mark: so many of the even or the odd bytes are zero. */
const WIDE_FROM = 0.4
const LF = 10

/** Finds the encoding: byte order mark, what the descriptor declares, UTF-16 by its zeros, strict UTF-8, GB 18030 where it makes common Chinese, else windows-1252. Never throws. */
export function encodingOf(bytes: Uint8Array, declared = 'utf-8'): Encoding {
  for (const [label, mark] of MARKS) if (mark.every((byte, at) => bytes[at] === byte)) return { label, mark: mark.length, sure: true, declared: true }
  const named = labelOf(declared)
  if (named !== 'utf-8') return { label: named, mark: 0, sure: true, declared: true }
  const wide = wideLabel(bytes)
  if (wide) return { label: wide, mark: 0, sure: false, declared: false }
  const from = firstBeyondAscii(bytes)
  if (from < 0) return { label: 'utf-8', mark: 0, sure: true, declared: true }
  return judged(bytes.subarray(from, from + JUDGED_BYTES))
}

function judged(sample: Uint8Array): Encoding {
  if (isUtf8(sample, true)) return { label: 'utf-8', mark: 0, sure: true, declared: true }
  const damage = brokenShare(sample, 'utf-8')
  const label = isMixed(sample) ? 'utf-8' : isChinese(sample) ? 'gb18030' : damage < DAMAGED_AT_MOST ? 'utf-8' : 'windows-1252'
  return { label, mark: 0, sure: label === 'gb18030' && brokenShare(sample, label) === 0, declared: label === 'utf-8' }
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

function wideLabel(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 1 << 12)
  if (length < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1]! += 1
  const share = zeros.map((count) => count / (length / 2))
  if (share[1]! >= WIDE_FROM && share[0]! < 0.05) return 'utf-16le'
  return share[0]! >= WIDE_FROM && share[1]! < 0.05 ? 'utf-16be' : undefined
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

const isLetter = (byte: number | undefined): boolean => byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122))
const isCommon = (lead: number, trail: number): boolean => trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))

/**
 * Read as GB 18030, most characters beyond ASCII are the common Chinese ones or Chinese punctuation. Accented Latin letters before ASCII
 * make rare ones; two together beside other letters (`EDUCAÇÃO`) are no Chinese either.
 */
function isChinese(bytes: Uint8Array): boolean {
  let common = 0
  let others = 0
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at += 1
      continue
    }
    const from = at
    let good = 0
    let bad = 0
    for (; at < bytes.length && bytes[at]! >= 0x80; at += 2) {
      if (isCommon(bytes[at]!, bytes[at + 1] ?? 0)) good += 1
      else bad += 1
    }
    const amongLetters = good + bad === 1 && (isLetter(bytes[from - 1]) || isLetter(bytes[at]))
    common += amongLetters ? 0 : good
    others += amongLetters ? good + bad : bad
  }
  return common > 0 && common / (common + others) >= CHINESE_FROM
}

/** Some character takes three bytes or more, as Chinese does in UTF-8: two-byte characters alone may as well be GB 18030. */
const hasWide = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0xe0)

/** `open`: a character may be cut by the end. */
function isUtf8(bytes: Uint8Array, open = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: open })
    return true
  } catch {
    return false
  }
}

/** Lines of the bytes, line ends included. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LF, at)
    const to = end < 0 ? bytes.length : end + 1
    yield bytes.subarray(at, to)
    at = to
  }
}

/** Some lines are UTF-8 and the others Chinese of GB 18030. */
function isMixed(sample: Uint8Array): boolean {
  let valid = 0
  let chinese = 0
  let others = 0
  for (const line of linesOf(sample)) {
    if (firstBeyondAscii(line) < 0) continue
    if (isUtf8(line) && (hasWide(line) || !isChinese(line))) valid += 1
    else if (isChinese(line)) chinese += 1
    else others += 1
  }
  return chinese > 0 && valid / (valid + chinese + others) >= MIXED_FROM
}

/** The text in chunks, characters and CRLF never cut; line ends are LF. Bytes that make no character become U+FFFD and are told once. */
export function* textsOf(bytes: Uint8Array, encoding: Encoding, told: Told = {}, size = CHUNK_BYTES): Generator<string> {
  yield* encoding.label === 'utf-8' ? utf8Texts(bytes, encoding.mark, told, size) : streamed(bytes, encoding, told, size)
}

function* streamed(bytes: Uint8Array, encoding: Encoding, told: Told, size: number): Generator<string> {
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
    yield withLf(withoutC1(text, encoding.label))
    told.progress?.(Math.min(at + size, bytes.length))
  }
}

/** What windows-1252 has where Latin-1 has control characters; Node 20 decodes these as Latin-1. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const withoutC1 = (text: string, label: string): string => (label === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, (c) => C1[c.charCodeAt(0) - 0x80]!) : text)

const withLf = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)

/** Chunks end where a line ends, so that a line in another encoding can be read by itself. */
function* utf8Texts(bytes: Uint8Array, from: number, told: Told, size: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const mender = new Mender(bytes, told)
  for (let at = from; at < bytes.length; ) {
    const end = endOfChunk(bytes, at, size)
    const part = bytes.subarray(at, end)
    const text = decoder.decode(part)
    yield withLf(text.includes(REPLACED) ? mender.mend(part, at) : text)
    at = end
    told.progress?.(at)
  }
}

function endOfChunk(bytes: Uint8Array, at: number, size: number): number {
  if (at + size >= bytes.length) return bytes.length
  const before = bytes.lastIndexOf(LF, at + size - 1)
  if (before >= at) return before + 1
  const after = bytes.indexOf(LF, at + size)
  return after < 0 ? bytes.length : after + 1
}

/** Reads the lines of a UTF-8 file that are not UTF-8. */
class Mender {
  private broken = false
  private counted = 0
  private line = 1

  constructor(
    private readonly bytes: Uint8Array,
    private readonly told: Told,
  ) {}

  mend(part: Uint8Array, from: number): string {
    const texts: string[] = []
    let at = from
    for (const line of linesOf(part)) {
      texts.push(this.read(line, at))
      at += line.length
    }
    return texts.join('')
  }

  private read(line: Uint8Array, at: number): string {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line)
    if (isUtf8(line)) return text
    if (!isChinese(line) || brokenShare(line, 'gb18030') > 0) {
      if (!this.broken) this.told.broken?.()
      this.broken = true
      return text
    }
    this.told.mended?.(this.lineAt(at), 'gb18030')
    return new TextDecoder('gb18030').decode(line)
  }

  private lineAt(at: number): number {
    for (; this.counted < at; this.counted += 1) if (this.bytes[this.counted] === LF) this.line += 1
    return this.line
  }
}
