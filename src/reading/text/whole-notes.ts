import type { TextLine } from './lines'
import { tokensOf } from './tokens'

/** A note behind a number that is still open at the end of a line. */
const OPEN = /\d\s*[件项条个]?[（(][^（）()]*$/
/** A number at the end of a line, and a note on the next that is no numeral of a label, （三）, nor the table's own above its headings. */
const NUMBER_END = /\d\s*[件项条个]?$/
const NOTE_START = /^[（(](?![一二三四五六七八九十\d]|本[列表]数据)/
const NOTE = /(?<=\d)\s*([件项条个]?)\s*([（(](?![一二三四五六七八九十\d]{1,2}[）)])[^（）()]*[）)])/g
/** A note in a narrow cell stands on so many lines. */
const MOST_LINES = 10
const LONGEST_NOTE = 40

/** Whether a line can hold cells of a row: a label and numbers, no sentence. */
const isOfCells = (text: string): boolean => !/[，。；：]/.test(text) && (tokensOf(text.replace(/[（(][^（）()]*[）)]?/g, ''))?.values.length ?? 0) > 0

/** How many lines the note goes on below a line with a number; 0 where none does. */
function noteLines(lines: readonly TextLine[], at: number): number {
  const first = lines[at]!.text.trim()
  // A bracket may stand alone above the numeral of a label that is written downwards.
  const next = lines.slice(at + 1, at + 3).map(({ text }) => text.trim()).join('')
  if (!isOfCells(first) || !(OPEN.test(first) || (NUMBER_END.test(first) && NOTE_START.test(next)))) return 0
  let note = ''
  for (let below = 1; below <= MOST_LINES; below += 1) {
    const text = lines[at + below]?.text.trim() ?? ''
    if (text === '' || /[。；\t]/.test(text)) return 0
    const end = text.search(/[）)]/)
    note += end < 0 ? text : text.slice(0, end)
    if (note.length > LONGEST_NOTE) return 0
    if (end >= 0) return below
  }
  return 0
}

/** Lines of cells with each note behind a number whole: on one line, and without the spaces that programs put between its digits and words. */
export function withWholeNotes(lines: readonly TextLine[]): TextLine[] {
  const whole: TextLine[] = []
  const rest = [...lines]
  while (rest.length > 0) {
    const count = noteLines(rest, 0)
    const [first, ...others] = rest.splice(0, count + 1)
    // A tab before the number parts it from the cell above.
    const text = others.length > 0 ? `${first!.text.trimEnd()}${others.map((line) => line.text.trim()).join('')}` : first!.text
    // Behind its end another may begin.
    if (count > 0) rest.unshift({ ...first!, text })
    else whole.push(isOfCells(text) ? { ...first!, text: text.replace(NOTE, (_, unit: string, note: string) => `${unit}${note.replace(/\s+/g, '')}`) } : first!)
  }
  return whole
}
