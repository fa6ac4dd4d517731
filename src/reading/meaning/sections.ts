import type { Entry } from './entries'
import { tight } from './words'

/** An official table of the report. */
export type TableId = 'proactive' | 'requests' | 'reviews'

/** Headings of table 3 in fewer words than the form's. */
const SHORT_REQUESTS = /^[一二三四五六]、(?:政府信息公开申请|依申请公开(?:政府信息)?)(?:办理|受理|处理)?情况$/

const SECTION_HEADS: readonly (readonly [words: RegExp, section: TableId | null])[] = [
  [/主动公开政府信息.{0,4}情况|政府信息主动公开.{0,2}情况|主动公开情况统计|^二、主动公开情况$/, 'proactive'],
  [/收到和处理.{0,8}申请.{0,4}情况|申请人情况|处理政府信息公开申请情况|申请的?(?:收到|接收|受理)和处理/, 'requests'],
  [SHORT_REQUESTS, 'requests'],
  [/行政复议.{0,6}(?:提起)?行政诉讼.{0,4}情况|复议、诉讼情况/, 'reviews'],
  [/存在的?(?:主要)?问题|其他需要报告|总体情况|改进(?:情况|措施)/, null],
]
const LONGEST_HEADING = 40

/** Whether words without white space head table 3, and none of its columns. */
export const headsRequests = (words: string): boolean => /收到和处理/.test(words) || SHORT_REQUESTS.test(words)

/** The section that a heading opens, null where it has no table; undefined for a text that is no heading. */
export function sectionOf(text: string): TableId | null | undefined {
  const words = tight(text)
  return words.length > LONGEST_HEADING ? undefined : SECTION_HEADS.find(([pattern]) => pattern.test(words))?.[1]
}

/** Whether an entry heads a part of the report: by its words, or by its number outside tables. */
export function isSectionHead({ table, text }: Entry): boolean {
  const words = tight(text)
  return words.length <= LONGEST_HEADING && table === null && (sectionOf(text) !== undefined || /^[一二三四五六]、/.test(words))
}
