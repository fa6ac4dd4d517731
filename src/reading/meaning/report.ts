import type { Block, ReadDocument } from '../document'
import { tight } from './words'

/** A report on open government information by its name. */
const NAME = /(?:信息|政务)公开.{0,12}(?:报告|年报|总结)/
/** How a report without a title opens: what it is made after, and which period its figures are of. */
const OPENING = /本(?:年度)?报告(?:[^。]{0,30}信息公开条例|由[^。]{2,40}编制)|信息公开条例[^。]{0,80}(?:编制|撰写|公布)[^。]{0,40}报告/
const PERIOD = /数据[^。]{0,12}(?:期限|时限|时间|周期)/

const textsOf = (blocks: readonly Block[]): string[] => blocks.map((block) => (block.kind === 'text' ? tight(block.text) : ''))

/** Whether a document calls itself a report on open government information, in one line or in two, or opens as one does. */
export function namesReport({ blocks, titles, file }: ReadDocument): boolean {
  const texts = [...titles.map(tight), tight(file), ...textsOf(blocks)]
  const whole = texts.join('\n')
  return texts.some((text, at) => NAME.test(text) || NAME.test(`${text}${texts[at + 1] ?? ''}`)) || (OPENING.test(whole) && PERIOD.test(whole))
}

/** What the parts of a report are called, of any year's form. */
const PARTS = [/^[^,。]{0,6}(?:概述|综述|概况|总体情况|基本情况)/, /主动公开/, /申请公开|公开申请/, /复议|诉讼/, /收费|费用|减免/, /问题|改进|不足|打算/] as const
const NUMBERED = /^[(（]?[一二三四五六七八九][)）]?[、.]/
const LONGEST_HEADING = 40
/** So many show a report that calls itself one, and so many one that does not. */
const LEAST_PARTS = 2
const LEAST_UNNAMED = 3

/** How many parts of a report have their heading in a text. */
function partsIn(texts: readonly string[]): number {
  const heads = texts.filter((text) => NUMBERED.test(text) && text.length <= LONGEST_HEADING).map((text) => text.replace(NUMBERED, ''))
  return PARTS.filter((part) => heads.some((head) => part.test(head))).length
}

/** Whether a text has headings of several parts of a report, or of one below words that a report opens with. */
export function hasParts(blocks: readonly Block[]): boolean {
  const texts = textsOf(blocks)
  return partsIn(texts) >= (OPENING.test(texts.join('\n')) ? 1 : LEAST_PARTS)
}

/** Whether a text has so many of them that it is a report, whatever it calls itself. */
export const isByParts = (blocks: readonly Block[]): boolean => partsIn(textsOf(blocks)) >= LEAST_UNNAMED && textsOf(blocks).some((text) => /信息[^,。]{0,6}公开/.test(text))
