import { isBare, isOrgan } from './bare-organs'
import { LISTED } from './places'
import { areAbove } from './regions'

/** A town, township or street by its name alone: many counties have one of it. */
const TOWN_ALONE = /^[^省市县区州盟旗]{1,8}(?:镇|乡|街道|苏木)(?:人民政府|办事处|党工委)?$/
/** What is left of a place whose name begins on another line: 治州, and 明市 of 昆明市; 芒市 and 津市 alone are called by one character. */
const CUT_PLACE = /^(?:族|自?治[州县区旗]|(?![芒津])[\u4e00-\u9fff]市(?![场政容]))/
/** A place by its rank alone: 县财政局. */
const RANK = /^[省市县区州盟旗镇乡]/
/** A bureau whose name holds no place; those of the state and of rivers are whole so. */
const NO_PLACE = /^(?!国|中|全国|最高|长江|黄河|珠江|淮河|海河|太湖|松辽)[^省市县区旗州盟镇乡]{2,}[局厅]$/
/** Places as short names begin with them: 厦门海关缉私局. */
const STEMS = LISTED.map((place) => place.replace(/(?:[\u4e00-\u9fff]+族)?(?:维吾尔)?自治[区州]$|[省市盟州]$|地区$/, ''))
/** Where a page or a report says which place it is of: who runs the site, and where to write to. */
const PLACED = /(?:主办|承办|地址|住址)(?:单位)?[:：]?([\u4e00-\u9fff]{2,20})/g
const COUNTY = /^(.*?(?:市|州|盟|地区))?[\u4e00-\u9fff]{1,8}?[县区旗]|^[\u4e00-\u9fff]{2,8}?市/

/** Whether an agency's name is one that several places share: it does not say which, or only in part. */
export const isCommonName = (agency: string): boolean => TOWN_ALONE.test(agency) || isBare(agency) || (NO_PLACE.test(agency) && !STEMS.some((stem) => stem !== '' && agency.startsWith(stem))) || CUT_PLACE.test(agency) || (RANK.test(agency) && (isOrgan(agency.slice(1)) || NO_PLACE.test(agency.slice(1))))

/** The county or district that a document's texts name beside its address or its site; '' where they name none, or several. */
export function countyNamed(texts: readonly string[]): string {
  const found = texts.flatMap((text) => [...text.matchAll(PLACED)].flatMap(([, words]) => COUNTY.exec(words!)?.[0] ?? []))
  const longest = [...new Set(found)].sort((a, b) => b.length - a.length)
  const [first = ''] = longest
  return longest.every((each) => first.endsWith(each) || (first.startsWith(each) && areAbove(each))) ? first : ''
}
