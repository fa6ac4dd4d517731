import { APPLICANT_IDS } from '@/domain/figure'
import { inDigits, wordsOf } from './columns'
import { addsUp, asCells, valuesFrom } from './laid-cells'
import type { WordLine } from './laid-lines'
import { isPageNumber, withoutDownward, type TextLine } from './lines'
import { unnamedRows } from './unnamed-rows'
import { ITEM_LABELS } from '../meaning/labels'
import { isUnit } from '../meaning/units'
import type { Item } from '../page/geometry'

/** Words stand so far apart that none is taken for the end of another. */
const APART = 10

/** Lines of a text without columns: words stand one behind the other, so that no two stand over each other. */
export interface FlowLine extends WordLine {
  readonly sources: readonly TextLine[]
}

/** Whether a line is a row of table 3 with its name and all its numbers, which add up: none that follows is its own. */
function isWhole(words: readonly Item[]): boolean {
  const values = words.slice(valuesFrom(words))
  const cells = asCells(values)
  return values.length < words.length && values.length === APPLICANT_IDS.length && (addsUp(cells, 'last') === true || addsUp(cells, 'first') === true)
}

/** Whether words are the mark that none applies which may be a letter of a label, too. */
const isNone = (words: readonly Item[]): boolean => words.length === 1 && words[0]!.text === '无'

/**
 * Lines of a text in its reading order, as pdftotext writes it and as it is copied from a page of a PDF: numbers that go on over
 * several lines are put on one, but for one alone below a row that is whole, as page numbers stand. What stands in which column is told by the numbers' order alone.
 */
export function flowLines(lines: readonly TextLine[]): FlowLine[] {
  const made: { line: number; page: number; words: Item[]; sources: TextLine[] }[] = []
  let x = 0
  const sources = withoutDownward(lines)
  const unnamed = unnamedRows(sources, false)
  for (const source of sources) {
    const words = isPageNumber(source.text) ? [] : inDigits(wordsOf(source.text, source.line, 1), 1).map((word): Item => ({ ...word, x: (x += APART), width: 1 }))
    const last = made.at(-1)
    const onlyValues = words.length > 0 && words.every(({ text }) => isUnit(text) || valuesFrom([{ text, x: 0, y: 0, width: 1, height: 1 }]) === 0)
    const isStray = words.length === 1 && onlyValues && last?.sources.length === 1 && isWhole(last.words)
    if (words.length === 0 || isStray) last?.sources.push(source)
    else if (last && onlyValues && !unnamed.has(source) && (valuesFrom(last.words.slice(-1)) === 0 || (isNone(words) && ITEM_LABELS.is(last.words.map(({ text }) => text).join('')) !== undefined))) {
      last.words.push(...words.filter(({ text }) => !isUnit(text)))
      last.sources.push(source)
    } else made.push({ line: source.line, page: source.line, words, sources: [source] })
  }
  return made
}
