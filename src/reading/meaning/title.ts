import { DIGITS, ZEROS } from './numerals'
import { isBegunAbove } from './names-begun-above'
import { isRowOfYears, YEARS_ALONE } from './page-lines'
import { REGION_ALONE } from './regions'
import { tight } from './words'

/** In a year the digit stands for it, too. */
const ZERO = new RegExp(`[${ZEROS}Ｏ０0]`, 'g')
const YEAR_IN_CHARACTERS = new RegExp(`二${ZERO.source}(?:[${DIGITS}]|${ZERO.source}){2}(?=年)`, 'g')

/** Years written in Chinese digits as numbers. */
export const withYears = (text: string): string =>
  text.replace(YEAR_IN_CHARACTERS, (year) => [...year.replace(ZERO, '〇')].map((digit) => DIGITS.indexOf(digit)).join(''))

const REPORT = '(?:政府信息公开|政务信息公开|政务公开|信息公开|政府信息与政务公开)(?:工作)?(?:开展)?(?:情况)?(?:的)?(?:年度|年)?(?:工作)?(?:情况)?(?:的)?(?:报告(?!格式)|总结|年报)'
/** Agencies that report together are named one after the other. */
const NAME = '(?:[\\u4e00-\\u9fff·()]{2,30}(?:[局委厅院办]|委员会|办公室|中心|政府)、){0,2}[\\u4e00-\\u9fff·()]{2,80}?'
/** The year of a date is none of a report's. */
const YEAR = '(20[0-3]\\d)(?!(?:年|[-/.])\\d)年?(?:年?度)?'
const TITLES: readonly { readonly pattern: RegExp; readonly agency: number; readonly year: number }[] = [
  { pattern: new RegExp(`^${YEAR}${REPORT}[(]([\\u4e00-\\u9fff·]{4,40})[)]`), agency: 2, year: 1 },
  { pattern: new RegExp(`(${NAME})[-—_·]*${YEAR}(?:的|本级)?${REPORT}`), agency: 1, year: 2 },
  { pattern: new RegExp(`(?:关于)?${YEAR}(${NAME})(?:的)?${REPORT}`), agency: 2, year: 1 },
  { pattern: new RegExp(`(${NAME})${REPORT}[(]?${YEAR}[)]?`), agency: 1, year: 2 },
  { pattern: new RegExp(`(${NAME})(?:政府信息公开|政务公开|信息公开)(?:工作)?${YEAR}(?:工作)?(?:情况)?(?:报告|总结|年报)`), agency: 1, year: 2 },
  { pattern: new RegExp(`()${YEAR}${REPORT}`), agency: 1, year: 2 },
  { pattern: new RegExp(`(${NAME})(?:关于)?${REPORT}()`), agency: 1, year: 2 },
]
const NOISE = /^(?:.*[:>|_\-—»《“"\]]|打印(?:本页|此页)?|(?:关闭|收藏)(?:窗口|本页)?|分享到?|字[体号]大小|标题|名称|号|关于(?:印发|公布|发布)?|附件\d*|首页|现[将把]|(?:现|特?向社会|现向社会)公开(?=.{3})|.*(?:公布|发布|印发)了?(?!中心|会(?!.{1,2}[市县区]))(?=.{3})|按照|根据|(?:特|梳理|汇总)?(?:编制(?!委员会)|编写|撰写)|由(?=.{3})|(?:依法|按时|按期|认真)*完成(?=.{3})|部门(?=[\u4e00-\u9fff]{2,4}[省市县区])|的)+/

export interface Title {
  readonly agency: string
  readonly year: number | null
}

/** A quoted document that is not the report: a notice on reports names who gave it, and often another year. */
const OTHER_DOCUMENT = /《[^《》]*(?<!报告|年报|总结)》/g

/** What a title says; null where the text is none. */
export function titleOf(text: string): Title | null {
  const words = withYears(tight(text)).replace(OTHER_DOCUMENT, ' ')
  for (const { pattern, agency, year } of TITLES) {
    const match = pattern.exec(words)
    if (match) return { agency: cleanName(match[agency]!), year: match[year] ? Number(match[year]) : null }
  }
  return null
}

/** Whether a text could be the title line of a report of a year. */
export const isTitle = (text: string): boolean => text.length <= 100 && !/[。；，]/.test(text) && (titleOf(text)?.year ?? null) !== null

/** Words of the site that stand before the agency in a page's title. */
const SITE = /^.*(?:门户网站?|政府网站?|政务网|信息网|年度报告|年报|信息公开|主动公开(?:内容)?)(?=.{3})/

/** A name that stands twice, with and without what is above it: a page's title holds the site's name before its own. */
const TWICE = /^(?:([\u4e00-\u9fff]*?([\u4e00-\u9fff]{4,}))\2|([\u4e00-\u9fff]{4,})([\u4e00-\u9fff]*\3))$/

/** An entry of a site's menu, above the title of a report. */
const MENU_ENTRY = /(?:法定主动公开(?:内容)?|主动公开(?:内容|目录)|依申请公开|信息公开(?:指南|目录|制度|专栏|平台))$/

/** How a report calls its author further on: (以下简称区政府办公室). */
const CALLED = /\((?:以下)?(?:简称|称)[^()]*\)/g
/** An organ makes the report of who is named behind it as who it is itself: 某县教育局编制了县教育局. */
const MAKES = /(?<=[局委厅院办署会府处])编制了.*$/

const cleanName = (name: string): string => {
  const clean = name.replace(CALLED, '').replace(MAKES, '').replace(NOISE, '').replace(SITE, '').replace(NOISE, '').replace(MENU_ENTRY, '').replace(/^[()·]+|[(·]+$/g, '').replace(/(?:关于(?:公布|发布|印发|公开)?|(?:组织)?(?:编制|编写|撰写|起草|制作|形成|公布|发布|报送)了?|现[将就]|的|本级)$/, '').replace(/^中国·/, '').replace(TWICE, '$1$4')
  return clean.endsWith('人民') ? `${clean}政府` : clean
}

/** The agency of a page's heading that no name looks like: it holds signs, such as a tag written out. */
export const oddTitle = (titles: readonly string[]): string | undefined => titles.map((title) => new RegExp(`^(.{3,80}?)\\s*${YEAR}${REPORT}`).exec(title.replace(/\s+/g, ' ').trim())?.[1]).find((name) => name !== undefined && /[<>&]/.test(name) && /[\u4e00-\u9fff]{2}/.test(name))

export const isName = (name: string): boolean => name.length >= 3 && !/^(?:我|本(?!溪)|该|各)|^中华人民共和国$|(?:我|本)[\u4e00-\u9fff]$|^[年月日]政府$|^日(?:以来|起|至)/.test(name) && !/年|政府信息公开|网站?$|门户|报告|总结/.test(name)

const isWhole = (text: string): boolean => {
  const title = titleOf(text)
  return title !== null && title.year !== null && isName(title.agency)
}

/** A link to the page before or after, which may be that of another report. */
const NEIGHBOUR = /^(?:上|下|前|后)(?:一?[篇条页]|一个)[:：]?/
const HEADING = /^[一二三四五六]、/

/** A title with the date of its publication behind it, as lists of reports have them. */
const LISTED = /(?:报告|年报|总结)[[(【]?20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])】]?$/

/** Lines without the entries of a list of reports, where another line is a title. */
function withoutList(texts: readonly string[]): readonly string[] {
  const others = texts.filter((text) => !LISTED.test(tight(text)))
  return texts.length - others.length > 1 && others.some((text, at) => isWhole(text) || isWhole(`${text}${others[at + 1] ?? ''}`)) ? others : texts
}

const NAMELESS = new RegExp(`^(?:我[\\u4e00-\\u9fff])?(?:${YEAR})?${REPORT}(?:[(]?${YEAR}[)]?)?$`)

/** So many headings that name nobody, each of the year after or before, are a page's menu of years. */
const LEAST_MENU = 3

/** Lines without a menu of years: nothing in it says of which year the report is. */
function withoutMenu(written: readonly string[]): readonly string[] {
  const texts = written.filter((text) => !isRowOfYears(text))
  const yearOf = (text: string): number | null => (YEARS_ALONE.test(text) ? Number(text.slice(0, 4)) : NAMELESS.test(text) ? (titleOf(text)?.year ?? null) : null)
  const years = texts.map((text) => yearOf(withYears(tight(text))))
  const stepTo = (at: number): number => {
    const [last, next] = [years[at - 1] ?? null, years[at] ?? null]
    return last === null || next === null ? 0 : next - last
  }
  const inMenu = new Set<number>()
  for (let from = 0; from < texts.length; from += 1) {
    let to = from + 1
    while (to < texts.length && Math.abs(stepTo(to)) === 1 && stepTo(to) === stepTo(from + 1)) to += 1
    if (to - from >= LEAST_MENU) for (let at = from; at < to; at += 1) inMenu.add(at)
  }
  return texts.filter((_, at) => !inMenu.has(at))
}

/** Lines that may be one title: the first of them, and how many. */
export interface Head {
  readonly text: string
  readonly at: number
  readonly size: number
}

/** Whether a title has the rest of a name that the line above begins. */
function goesOnFrom(above: string, text: string): boolean {
  const [title, whole] = [titleOf(text), titleOf(`${above}${text}`)]
  return title !== null && title.year !== null && isName(title.agency) && whole?.year === title.year && whole.agency === `${tight(above)}${title.agency}` && isBegunAbove(tight(above), title.agency)
}

/** Lines that may be titles in their order: whole ones, and those broken over two or three lines, unless the next is whole by itself and names an organ with its place; links to the page before or after and headings of parts are none. A line that is read with the one above has no text of its own. */
export function headsOf(written: readonly string[]): Head[] {
  const texts = withoutMenu(withoutList(written))
  const lines = texts.filter((text, at) => !NEIGHBOUR.test(text) && !HEADING.test(text) && !(at > 0 && NEIGHBOUR.test(texts[at - 1]!) && texts[at - 1]!.length <= 4))
  const head = (at: number, size: number): Head => ({ text: lines.slice(at, at + size).join(''), at, size })
  const heads = lines.map((line, at) => {
    if (isWhole(line) || isWhole(lines[at + 1] ?? '')) return head(at, 1)
    const [two, three] = [head(at, 2), head(at, 3)]
    // The name of a place alone goes on in the lines below, also where these name an organ by themselves.
    const goesOn = REGION_ALONE.test(tight(line)) || !isWhole(lines.slice(at + 1, at + 3).join(''))
    return isWhole(two.text) ? two : isWhole(three.text) && !isWhole(lines[at + 2] ?? '') && goesOn ? three : head(at, 1)
  })
  const begins = heads.map((_, at) => at + 1 < heads.length && goesOnFrom(lines[at]!, heads[at + 1]!.text))
  return heads.map((own, at) => (begins[at] ? head(at, 1 + heads[at + 1]!.size) : begins[at - 1] ? head(at, 0) : own))
}

/** A heading that names nobody. */
interface Nameless {
  readonly at: number
  readonly year: number | null
}

/** Whether a text is a heading of a report that names nobody. */
export const namesNobody = (text: string): boolean => NAMELESS.test(withYears(tight(text)))

/** The headings that name nobody, such as 2022年政府信息公开工作年度报告, with the year that they or the line below them state; what a title broken over several lines ends with is none, nor is a row of links. */
export const namelessOf = (heads: readonly Head[]): Nameless[] =>
  heads.flatMap(({ text, at, size }) => {
    if (size > 1 || !namesNobody(text) || heads.some((other) => other.at < at && at < other.at + other.size)) return []
    const below = new RegExp(`^[(]?${YEAR}[)]?$`).exec(withYears(tight(heads[at + 1]?.text ?? '')))?.[1]
    return [{ at, year: titleOf(text)?.year ?? (below === undefined ? null : Number(below)) }]
  })
