import { COLUMN_LABELS } from './labels'
import { tight } from './words'

/** Words, a number, and the unit that it counts. */
const WORDS_AND_NUMBER = /^([\u4e00-\u9fff/／]{2,12})[:：]?([+-]?\d[\d,.]*(?:件|个|项|条|万?元)?)$/
/** What a cell leaves of its column's heading: 制发 of 本年制发件数, 处理决定 of 本年处理决定数量. */
const [BEFORE, BEHIND] = [['', '本年'], ['', '数量', '件数', '数', '金额']]

/** The number of a cell of table 2 that says what its column counts before it: 制发5件; null for any other text. */
export function namedNumber(text: string): string | null {
  const [, words = '', number = ''] = WORDS_AND_NUMBER.exec(tight(text)) ?? []
  const isColumn = words !== '' && BEFORE.some((before) => BEHIND.some((behind) => COLUMN_LABELS.is(`${before}${words}${behind}`) !== undefined))
  return isColumn ? number : null
}
