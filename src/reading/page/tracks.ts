import { centre, isNumber, linesOf, type Item } from './geometry'
import { APPLICANT_LABELS, COLUMN_LABELS, ITEM_LABELS, KIND_LABELS, REQUEST_LABELS, RESULT_LABELS } from '../meaning/labels'
import { stacked } from './headings'
import { hasHan, tight } from '../meaning/words'

/** The main text of a page, and what stands in a narrow column beside it: a site's menu, links to other reports. */
export interface Tracks {
  readonly main: readonly Item[]
  readonly side: readonly Item[]
}

/** A column beside the text is at most so wide, in parts of the page's text, and has so many lines. */
const WIDEST = 0.3
const LEAST_LINES = 4
/** The text beside it has a line so wide. */
const LEAST_MAIN = 0.4
/** The gap between both, in heights of a letter. */
const LEAST_GAP = 0.8

const VOCABULARIES = [REQUEST_LABELS, ITEM_LABELS, COLUMN_LABELS, APPLICANT_LABELS, RESULT_LABELS, KIND_LABELS]
/** Words of the form: a column that has some is one of a table. */
const isOfForm = (text: string): boolean => /^(?:信息内容|第二十条)/.test(tight(text)) || VOCABULARIES.some((words) => words.is(text) !== undefined) || (tight(text).length >= 4 && REQUEST_LABELS.name(text) !== null)

/** Names of the form are broken over no more lines. */
const MOST_LINES = 6
const holdsForm = (lines: readonly string[]): boolean => /本年度办理结果/.test(tight(lines.join(''))) || lines.some((_, at) => Array.from({ length: MOST_LINES }, (_each, more) => lines.slice(at, at + more + 1).join('')).some(isOfForm))

/** Whether pieces can be a column beside the text. */
function isSide(side: readonly Item[], rest: readonly Item[], width: number, height: number): boolean {
  // Headings of a table's first columns may be written downwards beside each other.
  if (stacked(side, height).some(({ text }) => isOfForm(text))) return false
  if (linesOf(side).length < LEAST_LINES || !side.some(({ text }) => hasHan(text)) || side.some(({ text }) => isNumber(text)) || holdsForm(linesOf(side).map((line) => line.map(({ text }) => text).join('')))) return false
  const [top, bottom] = [Math.min(...side.map(centre)), Math.max(...side.map(centre))]
  const [left, right] = [Math.min(...side.map(({ x }) => x)), Math.max(...side.map((item) => item.x + item.width))]
  if (right - left > width * WIDEST) return false
  const beside = rest.filter((item) => centre(item) >= top - item.height && centre(item) <= bottom + item.height)
  const lines = linesOf(beside)
  // Beside the labels of a table there are only numbers.
  const worded = lines.filter((line) => line.some(({ text }) => hasHan(text) && !isNumber(text)))
  return beside.every((item) => item.x >= right || item.x + item.width <= left) && worded.length * 2 >= lines.length && worded.some((line) => line.at(-1)!.x + line.at(-1)!.width - line[0]!.x >= width * LEAST_MAIN)
}

/** The longest stretch of lines of a column that nothing of the rest stands across. */
function stretchOf(side: readonly Item[], across: readonly Item[]): readonly Item[] {
  const stretches: Item[][] = [[]]
  for (const item of [...side].sort((a, b) => centre(a) - centre(b))) {
    const last = stretches.at(-1)!.at(-1)
    if (last && across.some((other) => centre(other) > centre(last) && centre(other) < centre(item))) stretches.push([item])
    else stretches.at(-1)!.push(item)
  }
  return stretches.reduce((best, each) => (each.length > best.length ? each : best))
}

/** Parts the column beside the text of a page from it. */
export function tracksOf(items: readonly Item[], height: number): Tracks {
  const whole = { main: items, side: [] }
  if (items.length < LEAST_LINES * 2) return whole
  const [left, right] = [Math.min(...items.map(({ x }) => x)), Math.max(...items.map((item) => item.x + item.width))]
  const width = right - left
  const gaps = linesOf(items).flatMap((line) => line.slice(1).map((item, at) => ({ from: line[at]!.x + line[at]!.width, to: item.x })).filter(({ from, to }) => to - from >= height * LEAST_GAP))
  const edges = [...new Set(gaps.flatMap(({ from, to }) => [Math.ceil(from), Math.floor(to)]))].filter((edge) => edge <= left + width * (WIDEST + 0.05) || edge >= right - width * (WIDEST + 0.05))
  const found = edges.flatMap((edge): Tracks[] => {
    const across = items.filter(({ x, width: wide }) => x < edge && x + wide > edge)
    const part = stretchOf(items.filter(({ x, width: wide }) => (edge < left + width / 2 ? x + wide <= edge : x >= edge)), across)
    const rest = items.filter((item) => !part.includes(item))
    return part.length > 0 && isSide(part, rest, width, height) ? [{ main: rest, side: part }] : []
  })
  return found.reduce((best: Tracks, each) => (each.side.length > best.side.length ? each : best), whole)
}
