import { areAbove } from './regions'

/** A town, township or street by its name alone: many counties have one of it. */
const TOWN_ALONE = /^[^省市县区州盟旗]{1,8}(?:镇|乡|街道|苏木)(?:人民政府|办事处|党工委)?$/
/** Where a page or a report says which place it is of: who runs the site, and where to write to. */
const PLACED = /(?:主办|承办|地址|住址)(?:单位)?[:：]?([\u4e00-\u9fff]{2,20})/g
const COUNTY = /^(.*?(?:市|州|盟|地区))?[\u4e00-\u9fff]{1,8}?[县区旗]|^[\u4e00-\u9fff]{2,8}?市/

/** Whether an agency's name is one that several places share: it does not say which. */
export const isCommonName = (agency: string): boolean => TOWN_ALONE.test(agency)

/** The county or district that a document's texts name beside its address or its site; '' where they name none, or several. */
export function countyNamed(texts: readonly string[]): string {
  const found = texts.flatMap((text) => [...text.matchAll(PLACED)].flatMap(([, words]) => COUNTY.exec(words!)?.[0] ?? []))
  const longest = [...new Set(found)].sort((a, b) => b.length - a.length)
  const [first = ''] = longest
  return longest.every((each) => first.endsWith(each) || (first.startsWith(each) && areAbove(each))) ? first : ''
}
