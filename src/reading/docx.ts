import type { ReadDocument } from './document'
import { readHtml } from './html'
import { wordLibrary, zipLibrary } from './libraries'
import { ReadingError } from './problem'
import { simplified } from './traditional'
import type { Parts } from './zip'

/** The parts of a Word file that its text is made of. */
export const WORD_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/(?!media\/)[^/]+\.xml|word\/_rels\/.*\.rels|docProps\/.*\.xml)$/i
export const WORD_BODY = /^word\/document\d*\.xml$/

/** The library fails where text names a style and the file has no styles. */
const STYLES = 'word/styles.xml'
const NO_STYLES = new TextEncoder().encode('<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')

const RUN = /<w:r(?:\s[^>]*)?>\s*<w:rPr>([\s\S]*?)<\/w:rPr>[\s\S]*?<\/w:r>/g
const HIDDEN = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/

/** The body without hidden text, which the library would give like any other; a number beside it would become another number. */
function withoutHidden(body: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(body)
  if (!xml.includes('<w:vanish')) return body
  return new TextEncoder().encode(xml.replace(RUN, (run, properties: string) => (HIDDEN.test(properties) && !run.includes('<w:p>') && !run.includes('<w:p ') ? '' : run)))
}

/**
 * A Word file as blocks: the library makes HTML of it, which the HTML reader reads; merged cells stay merged. The library sees only
 * parts that were unpacked within the sizes that the archive's directory states.
 */
export async function readDocx(file: string, parts: Parts): Promise<{ document: ReadDocument; pictures: number }> {
  const [{ zipSync }, mammoth] = await Promise.all([zipLibrary(), wordLibrary()])
  const archive = zipSync(Object.fromEntries(Object.entries(STYLES in parts ? parts : { ...parts, [STYLES]: NO_STYLES }).map(([name, part]) => [name, WORD_BODY.test(name) ? withoutHidden(part) : part])), { level: 0 })
  let pictures = 0
  const convertImage = mammoth.images.imgElement(async () => {
    pictures += 1
    return { src: '' }
  })
  // The library's Node build takes `buffer`, its browser build `arrayBuffer`.
  const source = { arrayBuffer: archive.buffer, buffer: archive } as unknown as { arrayBuffer: ArrayBuffer }
  const { value } = await mammoth.convertToHtml(source, { convertImage }).catch(() => {
    throw new ReadingError('damaged')
  })
  const { document } = await readHtml(file, simplified(value), true)
  return { document: { ...document, kind: 'docx' }, pictures }
}
