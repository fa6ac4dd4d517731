const BOUND = /<table\b|<\/table\s*>/gi
/** A table that holds cells. */
const CELLS = /<t[dh][\s>]/i
/** What programs write around a table that they set into a text. */
const SHELL = /<\/?(?:html|body|div|center|p)\b[^>]*>/gi
const HEADING = /^(#{1,3})\s+(.*)$/

/** A line of the text as an element of a page. */
function elementOf(line: string): string {
  const [, marks, words] = HEADING.exec(line.trim()) ?? []
  const escaped = (text: string): string => text.replace(/&(?!#?\w+;)/g, '&amp;').replace(/</g, '&lt;').replace(/\*\*/g, '')
  return marks === undefined ? `<p>${escaped(line)}</p>` : `<h${marks.length}>${escaped(words!)}</h${marks.length}>`
}

/** A text cut at its tables: what stands before, between and behind them, and each with those inside it. One that does not end is none. */
function cut(text: string): { between: string[]; tables: string[] } {
  const [between, tables]: [string[], string[]] = [[], []]
  let [depth, opened, closed] = [0, 0, 0]
  for (const { 0: bound, index } of text.matchAll(BOUND)) {
    const opens = !bound.startsWith('</')
    if (opens && depth === 0) opened = index
    depth = Math.max(0, depth + (opens ? 1 : -1))
    if (opens || depth > 0 || opened < closed) continue
    between.push(text.slice(closed, opened))
    closed = index + bound.length
    tables.push(text.slice(opened, closed))
  }
  return { between: [...between, text.slice(closed)], tables }
}

/** The page that a text is whose tables are written in HTML, as programs do that turn scans and documents into Markdown; null for any other text, and for what is a page itself. */
export function pageOfText(text: string): string | null {
  if (text.trimStart().startsWith('<')) return null
  const { between: written, tables } = cut(text)
  const between = written.map((part) => part.replace(SHELL, ''))
  if (!tables.some((table) => CELLS.test(table)) || between.some((part) => /<[a-z]/i.test(part))) return null
  return between.map((part, at) => `${part.split(/\r\n|[\r\n]/).map(elementOf).join('\n')}\n${tables[at] ?? ''}`).join('\n')
}
