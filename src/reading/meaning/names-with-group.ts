import { GROUP_ROWS, REQUEST_LABELS } from './labels'

/** A sign between two names in one cell. */
const BETWEEN = /[-\u2010-\u2015－:：/／|>→·]+/

/** A group's name and that of its row in one text, with a sign between them: （六）其他处理—3.其他. Any other text alone. */
export function withGroup(text: string): string[] {
  const found = BETWEEN.exec(text)
  const isGroup = found !== null && GROUP_ROWS.has(REQUEST_LABELS.is(text.slice(0, found.index)) ?? '')
  return isGroup ? [text.slice(0, found.index), text.slice(found.index + found[0].length).trim()] : [text]
}
