/** What the build drew of the plain link's first chart (scripts/first-picture.mjs); null while developing. */
declare module 'virtual:first-picture' {
  interface FirstPicture {
    /** The data package it is drawn from. */
    readonly package: string
    readonly chart: string
    /** Widths of the drawings in CSS pixels, ascending. */
    readonly widths: readonly number[]
    readonly height: number
    readonly words: Readonly<Record<string, { readonly title: string; readonly subtitle: string; readonly coverage: string; readonly summary: string }>>
  }
  const first: FirstPicture | null
  export default first
}
