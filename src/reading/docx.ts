import { joined, markedChunks, partedAtChunks, relatedParts, type Read } from './chunks'
import { readHtml } from './html'
import { wordLibrary, zipLibrary } from './libraries'
import { ReadingError } from './problem'
import { simplified } from './traditional'
import { asShown } from './word-body'
import type { Parts } from './zip'

/** The parts of a Word file that its text is made of. */
export const WORD_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/(?!media\/)[^/]+\.xml|word\/_rels\/.*\.rels|docProps\/.*\.xml)$/i
export const WORD_BODY = /^word\/document\d*\.xml$/
const BODY_RELATIONS = /^word\/_rels\/document\d*\.xml\.rels$/

const encoded = (xml: string): Uint8Array => new TextEncoder().encode(xml)
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The library fails where text names a style and the file has no styles. */
const STYLES = 'word/styles.xml'
const NO_STYLES = encoded('<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')

/** The names and bytes of the parts that the library needs. */
function forLibrary(parts: Parts): Record<string, Uint8Array> {
  const entries = Object.entries(STYLES in parts ? parts : { ...parts, [STYLES]: NO_STYLES })
  return Object.fromEntries(entries.map(([name, part]) => [name, WORD_BODY.test(name) ? encoded(markedChunks(asShown(decoded(part)))) : part]))
}

/**
 * A Word file as blocks: the library makes HTML of it, which the HTML reader reads; merged cells stay merged. The library sees only
 * parts that were unpacked within the sizes that the archive's directory states. A part of another kind that the body takes in whole
 * is read by `readPart`, and stands in its place.
 */
export async function readDocx(file: string, parts: Parts, readPart: (name: string) => Promise<readonly Read[]>): Promise<Read> {
  const [{ zipSync }, mammoth] = await Promise.all([zipLibrary(), wordLibrary()])
  const archive = zipSync(forLibrary(parts), { level: 0 })
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  // The library's Node build takes `buffer`, its browser build `arrayBuffer`.
  const source = { arrayBuffer: archive.buffer, buffer: archive } as unknown as { arrayBuffer: ArrayBuffer }
  const { value } = await mammoth.convertToHtml(source, { convertImage }).catch(() => {
    throw new ReadingError('damaged')
  })
  const related = relatedParts(Object.entries(parts).flatMap(([name, part]) => (BODY_RELATIONS.test(name) ? [decoded(part)] : [])).join(''))
  const reads: Read[] = []
  for (const [at, piece] of partedAtChunks(simplified(value)).entries()) {
    const part = related.get(piece)
    if (at % 2 === 0) reads.push(await readHtml(file, piece, true))
    else if (part !== undefined) reads.push(...(await readPart(part)))
  }
  return joined(file, reads)
}
