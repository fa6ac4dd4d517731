import type { Block, ReadDocument } from './document'

/** A document as read, and how many pictures it holds. */
export interface Read {
  readonly document: ReadDocument
  readonly pictures: number
}

/** A part that a Word file takes in whole: a page, mostly, as sites export their reports. */
const CHUNK = /<w:altChunk\b[^>]*?\br:id="([^"]*)"[^>]*?(?:\/>|>[\s\S]*?<\/w:altChunk>)/g
const RELATION = /<Relationship\b[^>]*>/g
/** Characters for private use, in which no text is written. */
const [OPEN, CLOSE] = ['\uf8f0', '\uf8f1']
const MARK = new RegExp(`<p>${OPEN}([^${CLOSE}]*)${CLOSE}</p>`)

/** The body of a Word file with a paragraph for each part that it takes in, as the library leaves those out. */
export const markedChunks = (body: string): string => body.replace(CHUNK, `<w:p><w:r><w:t>${OPEN}$1${CLOSE}</w:t></w:r></w:p>`)

/** What the library made of a marked body: its own HTML and, at every second place, the id of a part. */
export const partedAtChunks = (html: string): string[] => html.split(MARK)

/** The parts of the archive that the relations of a part in `word/` name, by their ids. */
export function relatedParts(relations: string): Map<string, string> {
  const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return new Map((relations.match(RELATION) ?? []).map((tag) => [attribute(tag, 'Id'), decodeURIComponent(new URL(attribute(tag, 'Target'), 'file:///word/').pathname.slice(1))]))
}

/** Documents one behind the other as one; their tables are counted through. */
export function joined(file: string, reads: readonly Read[]): Read {
  let tables = 0
  const blocks = reads.flatMap(({ document }): Block[] => {
    const before = tables
    tables += document.blocks.filter(({ kind }) => kind === 'table').length
    return document.blocks.map((block) => (block.place.table === undefined ? block : { ...block, place: { ...block.place, table: block.place.table + before } }))
  })
  const documents = reads.map(({ document }) => document)
  return { document: { file, kind: 'docx', titles: documents.flatMap(({ titles }) => titles), blocks, problems: documents.flatMap(({ problems }) => problems) }, pictures: reads.reduce((sum, { pictures }) => sum + pictures, 0) }
}
