import { tight } from './words'

/** A cell with a sentence of more characters is running text, and no label or number of a table: pages are laid out by tables, and lines are drawn around them. */
const LEAST_SENTENCE = 20
const SENTENCE = new RegExp(`[^。]{${LEAST_SENTENCE}}。`)

/** Whether a cell holds sentences. */
export const isRunningText = (text: string): boolean => SENTENCE.test(tight(text))

/** A heading of a part, which starts a paragraph of its own. */
export const PART_HEADING = /^(?:[（(]?[一二三四五六七八九十]+[)）、])/
const ENDED = /[。；;！!？?：:]$/
/** A line that goes on in the next lacks no more characters at its end. */
export const MOST_LACKING = 6
const LONGEST_HEADING = 30
/** What a heading has no sign of: （二）依申请公开。 begins the sentence behind it. */
const SENTENCE_GOES_ON = /[。；，,;].|[，,]/

/** The room that a line takes, in characters of Chinese. */
export const widthOf = (line: string): number => [...line].reduce((sum, character) => sum + (character > '~' ? 1 : 0.5), 0)

/** Whether a paragraph that ends with these words may go on. */
export const isOpen = (text: string): boolean => !ENDED.test(text) && !(PART_HEADING.test(text) && text.length <= LONGEST_HEADING && !SENTENCE_GOES_ON.test(text))

/** Whether a line fills the room that the widest one takes. */
export const isFull = (line: string, widest: number): boolean => widthOf(line) >= widest - MOST_LACKING
