import { valuesFrom } from './laid-cells'
import type { WordLine } from './laid-lines'
import { isValue } from '../meaning/values'
import { hasHan } from '../meaning/words'

/** Where the numbers of a line end that has as many as a row beside each other, words behind them or none; null where it has fewer. */
function endOfRow({ words }: WordLine, width: number): number | null {
  const last = words.findLastIndex(({ text }) => isValue(text))
  const row = words.slice(0, last + 1)
  const end = row.at(-1)
  return end && row.length - valuesFrom(row) >= width ? end.x + end.width : null
}

/** Lines of a table without the words of a column behind its numbers, for remarks: all that stands further right on its page than whole rows reach. They would leave their line without a number. */
export function withoutRemarks<Line extends WordLine>(lines: readonly Line[], width: number): readonly Line[] {
  const ends = new Map<number, number>()
  for (const line of lines) {
    const end = endOfRow(line, width)
    if (end !== null) ends.set(line.page, Math.max(end, ends.get(line.page) ?? 0))
  }
  return lines.map((line) => ({ ...line, words: line.words.filter(({ text, x }) => !(x >= (ends.get(line.page) ?? Infinity) && hasHan(text) && !/[（()）]/.test(text))) }))
}
