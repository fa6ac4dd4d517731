import { binary, decodeText } from './decode'
import { ReadingError } from './problem'

/** A part of a MIME message: its header lines, joined where they were folded, and what follows them. */
interface Part {
  readonly header: string
  readonly body: string
}

/** The bytes of a text of one character each. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const MIME_HEAD = /^(?:mime-version|content-type|from|subject|date|snapshot-content-location|x-\w[\w-]*)\s*:/i

/** Whether bytes are a web page saved as one file (MHTML): header lines that say so come first. */
export function isMht(bytes: Uint8Array): boolean {
  const head = binary(bytes.subarray(0, 4096)).replace(/^[^\w]+/, '')
  return MIME_HEAD.test(head) && /^content-type\s*:\s*(?:multipart\/|text\/html)/im.test(head)
}

function partOf(text: string): Part {
  const end = /\r?\n[ \t]*\r?\n/.exec(text)
  const header = (end ? text.slice(0, end.index) : '').replace(/\r?\n[ \t]+/g, ' ')
  return { header, body: end ? text.slice(end.index + end[0].length) : text }
}

/** The parts of a message, those of nested messages included. */
function partsOf(text: string, depth = 0): Part[] {
  const part = partOf(text.trimStart())
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(part.header)
  if (!boundary || depth > 4) return [part]
  const mark = `--${boundary[1] ?? boundary[2]}`
  return `\n${part.body}`.split(`\n${mark}`).slice(1).filter((each) => !each.startsWith('--')).flatMap((each) => partsOf(each.replace(/^[ \t]*\r?\n/, ''), depth + 1))
}

const unquoted = (text: string): string => text.replace(/[ \t]+(?=\r?\n)/g, '').replace(/=\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function contentOf({ header, body }: Part): Uint8Array {
  const encoding = /^content-transfer-encoding\s*:\s*([\w-]+)/im.exec(header)?.[1]?.toLowerCase()
  if (encoding === 'quoted-printable') return bytesOf(unquoted(body))
  if (encoding !== 'base64') return bytesOf(body)
  try {
    return bytesOf(atob(body.replace(/[^A-Za-z0-9+/]/g, '')))
  } catch {
    throw new ReadingError('damaged')
  }
}

const isPage = ({ header }: Part): boolean => /^content-type\s*:\s*text\/html/im.test(header)
const cells = (html: string): number => [...html.matchAll(/<td\b/gi)].length

/** The page in a web page saved as one file; of several (frames) the one with most cells of tables. Throws where it holds none. */
export function pageOfMht(bytes: Uint8Array): string {
  const pages = partsOf(binary(bytes)).filter(isPage).map((part) => decodeText(contentOf(part)))
  if (pages.length === 0) throw new ReadingError('unsupported')
  return pages.reduce((best, page) => (cells(page) > cells(best) ? page : best))
}
