/** A file of an archive. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
}

/** The earliest time a zip can hold in every time zone: the same parts give the same bytes. */
const FIXED_TIME = new Date(1980, 0, 2)

/** Packs a slice: the CSV, its datapackage.json and a README. The packer is fetched when first used. */
export async function sliceZip(parts: readonly ZipPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate')
  const files = Object.fromEntries(parts.map(({ name, content }) => [name, typeof content === 'string' ? strToU8(content) : content]))
  return new Uint8Array(zipSync(files, { level: 6, mtime: FIXED_TIME }))
}
