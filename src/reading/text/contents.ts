import { sectionOf } from '../meaning/sections'
import type { TextLine } from './lines'

/** A part of the report with the page that it begins on, dots or tabs between them. */
const ENTRY = /^\s*[一二三四五六七八]、[^\d\t]{2,40}?(?:\t+|[.．…·]{2,}|\s{2,})[.．…·\s]*\d{1,3}\s*$/
/** So many below each other are a table of contents, where some are parts of every report. */
const [LEAST, LEAST_PARTS] = [3, 2] as const

/** Lines of a text without its table of contents: its page numbers are no figures. */
export function withoutContents(lines: readonly TextLine[]): readonly TextLine[] {
  const left = new Set<TextLine>()
  let run: TextLine[] = []
  const close = (): void => {
    if (run.length >= LEAST && run.filter(({ text }) => sectionOf(text.replace(/[.．…·\s\d]+$/, '')) !== undefined).length >= LEAST_PARTS) for (const line of run) left.add(line)
    run = []
  }
  for (const line of lines) {
    if (ENTRY.test(line.text)) run.push(line)
    else if (line.text.trim() !== '') close()
  }
  close()
  return left.size === 0 ? lines : lines.filter((line) => !left.has(line))
}
