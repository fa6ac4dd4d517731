const KEEP_ADDRESS = 60_000

/** A name that every file system takes: without separators and control characters, 120 characters at most. */
export const fileName = (name: string): string =>
  Array.from(name)
    .map((character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '-' : character))
    .slice(0, 120)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '') || 'download'

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob | Uint8Array<ArrayBuffer> | string, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS)
}
