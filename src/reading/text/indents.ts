import type { TextLine } from './lines'

/** So few tabs may stand anywhere. */
const LEAST_TABS = 5

/** So large a part of the lines that begin with a tab hold something: where it bounds cells, as many stand alone. */
const MOSTLY = 0.8

/** Lines of which each is a cell, some moved in by a tab: it parts nothing, as no line has one between its words, and few have it alone, as the bound of two cells has. */
export function withoutIndents<Line extends TextLine>(lines: readonly Line[]): readonly Line[] {
  const tabbed = lines.filter(({ text }) => text.includes('\t'))
  const areIndents = tabbed.length >= LEAST_TABS && tabbed.every(({ text }) => /^\t[^\t]*$/.test(text)) && tabbed.filter(({ text }) => text.trim() !== '').length >= tabbed.length * MOSTLY
  return areIndents ? lines.map((line) => ({ ...line, text: line.text.replace('\t', '') })) : lines
}
