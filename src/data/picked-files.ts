import type { PickedFile } from './import-messages'
import { freeName } from './numbered'

/** What was dropped on the page: taken from the event at once, read later. */
export type Dropped = readonly (FileSystemEntry | File)[]

const MOST = 20_000
/** What systems leave in folders and archives. */
const LITTER = /(?:^|\/)(?:\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|~\$[^/]*)(?:\/|$)/i

let count = 0

/** Files to import with the names they have in their folders, those that a system left behind left out. Names are as they are in the file system: they are never shown as anything but text. */
export const pickedFiles = (files: Iterable<File>): PickedFile[] => [...files].map((file) => picked(file.webkitRelativePath || file.name, file)).filter(({ name }) => !LITTER.test(name))

const picked = (name: string, file: Blob): PickedFile => ({ key: `${(count += 1)}`, name, file })

/** A file that was picked before and kept. */
export const keptFile = picked

/** The heading and first row of the reports' table of requests. */
const REPORT_WORDS = /收到和处理政府信息公开申请|本年新收政府信息公开申请/

/** A text pasted in place of a file. */
export const pastedFile = (name: string, text: string): PickedFile => picked(name, new Blob([text], { type: 'text/plain' }))

/** The files of what was dropped, those inside folders with the folder's name before theirs. */
export async function filesIn(dropped: Dropped): Promise<PickedFile[]> {
  const found: PickedFile[] = []
  for (const each of dropped) {
    if (each instanceof File) found.push(...pickedFiles([each]))
    else await walk(each, '', found)
  }
  return found
}

async function walk(entry: FileSystemEntry, folder: string, found: PickedFile[]): Promise<void> {
  const name = `${folder}${entry.name}`
  if (found.length >= MOST || LITTER.test(name)) return
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)).catch(() => null)
    if (file) found.push(picked(name, file))
    return
  }
  for (const inside of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(inside, `${name}/`, found)
}

/** A reader gives a folder's entries in parts, and an empty part at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => [])
    if (part.length === 0 || all.length >= MOST) return all
    all.push(...part)
  }
}

/** Whether a file is picked again, as it was: no second one of its name. A text has no time of its own. */
export const isPickedAgain = (a: PickedFile, b: PickedFile): boolean =>
  a.name === b.name && a.file instanceof File && b.file instanceof File && a.file.size === b.file.size && a.file.lastModified === b.file.lastModified

/** The files with each name used once: a second one of a name is numbered. */
export function namedOnce(files: readonly PickedFile[], taken: Iterable<string> = []): PickedFile[] {
  const used = new Set(taken)
  return files.map((file) => {
    const name = freeName(file.name, used)
    used.add(name)
    return { ...file, name }
  })
}

/** An official report copied from a page, as a page of its own: its tables keep their rows and columns. Null for anything else; a spreadsheet's rows are text. */
export const copiedReport = (name: string, html: string): PickedFile | null => (/<table[\s>]/i.test(html) && REPORT_WORDS.test(html.replace(/<[^>]*>|\s/g, '')) ? picked(name, new Blob([html], { type: 'text/html' })) : null)
