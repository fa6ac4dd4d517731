import type { ReadDocument } from './document'
import { readHtml } from './html'
import { wordLibrary, zipLibrary } from './libraries'
import { ReadingError } from './problem'

/** The text parts of a DOCX may unpack to this much. */
const MOST_UNPACKED = 96 << 20
/** All of it, pictures included, may unpack to this much. */
const MOST_LISTED = 1 << 30
const TEXT_PART = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/(?!media\/)[^/]+\.xml|word\/_rels\/.*\.rels|docProps\/.*\.xml)$/i

/** The text parts of a Word file, unpacked. Throws where it is none, where it is damaged, and where it would fill the memory. */
async function textParts(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const { unzipSync } = await zipLibrary()
  const names: string[] = []
  let listed = 0
  let wanted = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        listed += originalSize
        wanted += TEXT_PART.test(name) ? originalSize : 0
        return false
      },
    })
  } catch {
    throw new ReadingError('damaged')
  }
  if (listed > MOST_LISTED || wanted > MOST_UNPACKED) throw new ReadingError('bomb')
  if (names.includes('xl/workbook.xml')) throw new ReadingError('spreadsheet')
  if (names.includes('EncryptedPackage')) throw new ReadingError('encrypted')
  if (!names.some((name) => /^word\/document\d*\.xml$/.test(name))) throw new ReadingError(names.some((name) => name === 'content.xml' || name.startsWith('ppt/')) ? 'unsupported' : 'archive')
  try {
    return unzipSync(bytes, { filter: ({ name }) => TEXT_PART.test(name) })
  } catch {
    throw new ReadingError('damaged')
  }
}

/**
 * A Word file as blocks: the library makes HTML of it, which the HTML reader reads; merged cells stay merged. The library sees only
 * parts that were unpacked within the sizes that the archive's directory states.
 */
export async function readDocx(file: string, bytes: Uint8Array): Promise<{ document: ReadDocument; pictures: number }> {
  const parts = await textParts(bytes)
  const [{ zipSync }, mammoth] = await Promise.all([zipLibrary(), wordLibrary()])
  const archive = zipSync(parts, { level: 0 })
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
  const { document } = await readHtml(file, value)
  return { document: { ...document, kind: 'docx' }, pictures }
}
