import { GROUP_ROWS, REQUEST_LABELS } from './labels'
import { segments } from './words'

/** A sign between two names in one cell, or the number that the second begins with. */
const BETWEEN = /\s*[-\u2010-\u2015－:：/／|>→·]+\s*|\s+|(?<=[\u4e00-\u9fff])(?=[\d０-９]{1,2}[.．、])/g

/** Whether a name is that of a row under a group, or of one that may stand under each. */
const isUnder = (group: string, name: string): boolean => {
  const row = REQUEST_LABELS.is(name)
  return row === 'other.other' || row === 'extra' || row?.startsWith(`${group}.`) === true
}

/** A group's name and that of its row in one text, also broken over lines, with a sign between them or, where the latter is the form's own, a space or its number: （六）其他处理—3.其他. Any other text alone. */
export function withGroup(written: string): string[] {
  const text = written.trim()
  for (const found of text.matchAll(BETWEEN)) {
    const [name, rest] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
    const group = REQUEST_LABELS.is(name) ?? ''
    if (GROUP_ROWS.has(group) && (found[0].trim() !== '' || isUnder(group, rest))) return [name, rest]
  }
  return [written]
}

/** The name of a row without that of its group before it: （四）无法提供—1.本机关不掌握相关政府信息. Any other text as it is. */
export function withoutGroup(text: string): string {
  const parted = withGroup(text)
  const [group, row, ...more] = parted.length > 1 ? parted : segments(text)
  return row !== undefined && more.length === 0 && GROUP_ROWS.has(REQUEST_LABELS.is(group!) ?? '') ? row : text
}
