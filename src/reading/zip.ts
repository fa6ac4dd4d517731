import { zipLibrary } from './libraries'
import { ReadingError } from './problem'

/** The text parts of a document may unpack to this much. */
const MOST_UNPACKED = 96 << 20
/** All of it, pictures included, may unpack to this much. */
const MOST_LISTED = 1 << 30

/** Parts of an archive by their names. */
export type Parts = Readonly<Record<string, Uint8Array>>

/** The parts of a zip whose names fit, unpacked, and the names of all. Throws where it is damaged, and where it would fill the memory. */
export async function partsOf(bytes: Uint8Array, wanted: RegExp): Promise<{ parts: Parts; names: readonly string[] }> {
  const { unzipSync } = await zipLibrary()
  const names: string[] = []
  let [listed, text] = [0, 0]
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        listed += originalSize
        text += wanted.test(name) ? originalSize : 0
        return false
      },
    })
    if (listed > MOST_LISTED || text > MOST_UNPACKED) throw new ReadingError('bomb')
    return { names, parts: unzipSync(bytes, { filter: ({ name }) => wanted.test(name) }) }
  } catch (error) {
    throw error instanceof ReadingError ? error : new ReadingError('damaged')
  }
}
