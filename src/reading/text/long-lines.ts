import { isValue } from '../meaning/values'

/** A line of so many words, of which so many are numbers, holds all of table 3. */
const LONG = { words: 80, numbers: 50 }
/** Where there is one such line, shorter ones hold the other tables. */
const BESIDE = { words: 20, numbers: 8 }

/** The numeral of a heading, apart from its words. */
const NUMERAL = /(?<=(?:^|[ \u3000\u00a0])[一二三四五六七八九十])[ \u3000\u00a0]+、?(?=[\u4e00-\u9fff]{4})/g
const LINE_END = /([\n\r\f\v\u2028\u2029]+)/

/** The text with the words of a line one below the other that holds a whole table: pages shown as text alone, and programs that take the white space out, leave no line's end. */
export function withShortLines(text: string): string {
  const lines = text.split(LINE_END).map((line) => {
    const words = /[\t|｜│]/.test(line) ? [] : line.trim().replace(NUMERAL, '、').split(/[ \u3000\u00a0]+/)
    const numbers = words.filter((word) => isValue(word)).length
    return { line, words, holds: ({ words: least, numbers: some }: typeof LONG): boolean => words.length >= least && numbers >= some }
  })
  return lines.some(({ holds }) => holds(LONG)) ? lines.map(({ line, words, holds }) => (holds(BESIDE) ? words.join('\n') : line)).join('') : text
}
