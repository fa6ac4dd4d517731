import type * as PdfLibrary from 'pdfjs-dist'

/** A library that is fetched when it is first asked for, once. */
const once = <T>(fetch: () => Promise<T>): (() => Promise<T>) => {
  let library: Promise<T> | undefined
  return () => (library ??= fetch())
}

/** The HTML parser. It makes a tree of plain objects and runs nothing. */
export const htmlParser = once(() => import('parse5'))
export const zipLibrary = once(() => import('fflate'))
export const wordLibrary = once(async () => (await import('mammoth')).default)

/**
 * The PDF library, running in this thread. In a worker, its worker part would take the thread's messages for its own if it saw no
 * window while it loads.
 */
export const pdfLibrary = once(async (): Promise<typeof PdfLibrary> => {
  const scope = globalThis as { window?: unknown; process?: { versions?: { node?: string } } }
  const bare = scope.window === undefined && scope.process?.versions?.node === undefined
  const { push } = Array.prototype
  if (bare) scope.window = globalThis
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as typeof PdfLibrary
  } finally {
    // The build for older engines puts a slower `push` of its own in place of the engine's, for everybody.
    Object.defineProperty(Array.prototype, 'push', { value: push, configurable: true, enumerable: false, writable: true })
    if (bare) delete scope.window
  }
})
