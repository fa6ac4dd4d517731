import type { Choices, PickedFile } from './import-messages'
import { asked } from './own-database'
import { keptFile } from './picked-files'

/** Files that were picked and never imported, with all that was said of them. */
export interface LeftImport {
  readonly files: readonly PickedFile[]
  readonly choices: Choices
  /** When the files were kept, in ISO 8601. */
  readonly since: string
}

/** Bytes; a larger list is not kept: it would take the room of the packages. */
const MOST = 500_000_000
/** There is one list. */
const LIST = 'list'

/** Keeps the files of a list in the place of those kept before; of one that is too large none. Rejects with an ImportError where the browser refuses. */
export async function keepFiles(files: readonly PickedFile[]): Promise<void> {
  if (files.reduce((sum, { file }) => sum + file.size, 0) > MOST) return dropLeft()
  await asked((stores) => stores.put('leftFiles', { files: files.map(({ name, file }) => ({ name, file })), since: new Date().toISOString() }, LIST))
}

/** Keeps what was said of the files. */
export const keepChoices = (choices: Choices): Promise<unknown> => asked((stores) => stores.put('leftChoices', JSON.parse(JSON.stringify(choices)) as Choices, LIST))

/** The list that was left; null where there is none. */
export const leftImport = (): Promise<LeftImport | null> =>
  asked(async (stores) => {
    const [list, choices = {}] = await Promise.all([stores.get('leftFiles', LIST), stores.get('leftChoices', LIST)])
    return list ? { files: list.files.map(({ name, file }) => keptFile(name, file)), choices, since: list.since } : null
  })

export const dropLeft = (): Promise<void> =>
  asked(async (stores) => {
    await Promise.all([stores.clear('leftFiles'), stores.clear('leftChoices')])
  })
