import type { Block, Place } from '../document'
import { LONGEST_FRAGMENT, tight } from '../meaning/words'
import { withoutOthers, type Whose } from './other-matters'
import { paragraphs } from './paragraphs'
import { inDigits } from './spelt-numbers'

/** What a page says of itself: how often it was opened, alone on its line or beside the page's other fields. */
const COUNTER = '(?:浏览|点击|访问|阅读)(?:总)?(?:次数|数量|量|数|率|人次|人数)?'
const ONLY_COUNTER = new RegExp(`^[\\[(【|]*(?:本页|本文|文章|页面|信息|本站|已|总|累计)*${COUNTER}:?(?:共|为)?\\d[\\d,]*(?:人次|次|人)?[\\])】|]*$|^[\\[(【]*(?:已有?)?\\d[\\d,]*(?:人次|次|人)(?:浏览|点击|访问|阅读)[\\])】]*$|您是第`)
const PAGE_FIELD = /(?:发布时间|发布日期|发布机构|发布单位|信息来源|来源|作者|编辑|责任编辑|索引号|字体|字号|打印|分享|日期|时间):?/
const COUNTED = new RegExp(`${COUNTER}:\\d[\\d,]*(?:人次|次|人)?|\\d[\\d,]*(?:人次|次)(?:浏览|点击|阅读)`, 'g')
const withoutCounter = (sentence: string): string => (ONLY_COUNTER.test(sentence) ? '' : PAGE_FIELD.test(sentence) ? sentence.replace(COUNTED, ' ') : sentence.replace(/(?:浏览|点击|访问|阅读)次数:\d+(?:次|人)?/, ' '))

/** A sentence of the prose, or its part up to a semicolon, with its place. */
export interface Sentence {
  /** Without what is of other years, plans and organs; all numbers in digits. */
  readonly text: string
  /** What is written between two places of the text. */
  readonly written: (from: number, to: number) => string
  /** At most 60 characters as they are written around two places of the text. */
  readonly quote: (from: number, to: number) => string
  readonly place: Place
  /** More of the sentence follows behind a semicolon. */
  readonly goesOn: boolean
}

/** A row of a table that was left among the text. */
const ROW = /(?:\s[\d０-９]+){4}\s*$/

/** What goes on with a part of what was told before. */
const PART = /^(?:其中|包括|含)/

/** The sentences of the text, without counters of visits and rows of tables. */
export function sentencesOf(blocks: readonly Block[], whose: Whose): Sentence[] {
  const sentences: Sentence[] = []
  for (const { text: written, place } of paragraphs(blocks)) {
    if (ROW.test(written)) continue
    // 20余万 is 20万余.
    const parts = tight(written).replace(/(\d)([余多])([万亿])/g, '$1$3$2').split(/(?<=[。;!])/).map(withoutCounter)
    let other = false
    for (const [at, original] of parts.entries()) {
      const { text, after } = withoutOthers(original, whose, other)
      const goesOn = original.endsWith(';') && at < parts.length - 1
      other = goesOn && (after === 'others' || (after === 'aside' && PART.test(parts[at + 1]!)))
      const { text: inNumbers, placeOf } = inDigits(text)
      sentences.push({ text: inNumbers, written: (from, to) => original.slice(placeOf(from), placeOf(to)), quote: (from, to) => around(original, placeOf(from), placeOf(to)), place, goesOn })
    }
  }
  return sentences
}

/** At most 60 characters of a sentence around what was found. */
function around(sentence: string, from: number, to: number): string {
  const start = Math.max(0, Math.min(from, to - LONGEST_FRAGMENT))
  const clause = Math.max(sentence.lastIndexOf(',', from - 1) + 1, 0)
  const begin = to - clause <= LONGEST_FRAGMENT ? clause : start
  return sentence.slice(begin, Math.min(sentence.length, begin + LONGEST_FRAGMENT)).slice(0, Math.max(to - begin, 1))
}
