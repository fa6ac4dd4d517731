import type { TextLine } from './lines'

/** So few tabs may stand anywhere. */
const LEAST_TABS = 5

/** Lines of which each is a cell, some moved in by a tab: it parts nothing, as no line has one between its words, and none has it alone, as a blank cell or the bound of two has. */
export function withoutIndents<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const tabbed = lines.filter(({ text }) => text.includes('\t'))
  const areIndents = tabbed.length >= LEAST_TABS && tabbed.every(({ text }) => /^\t[^\t]*\S[^\t]*$/.test(text))
  return areIndents ? lines.map((line) => ({ ...line, text: line.text.replace('\t', '') })) : lines
}
