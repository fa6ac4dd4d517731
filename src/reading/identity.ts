import type { Block, Place } from './document'
import { tight } from './words'

/** Who reports, and for which year; null where the document does not say. */
export interface Identity {
  readonly agency: string | null
  readonly year: number | null
  /** The full name was put together from a shorter one. */
  readonly inferred: boolean
  /** Other years that the title, the file's name or the period of the figures state. */
  readonly otherYears: readonly number[]
  readonly place?: Place
}

const CHINESE_DIGITS = '〇一二三四五六七八九'
const ZEROS = /[○Ｏ０零Oo]/g

/** Years written in Chinese digits as numbers. */
const withYears = (text: string): string =>
  text.replace(/二[〇○Ｏ０零Oo][一二三四五六七八九〇○Ｏ０零Oo]{2}(?=年)/g, (year) => [...year.replace(ZEROS, '〇')].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(''))

const REPORT = '(?:政府信息公开|政务公开|信息公开|政府信息与政务公开)(?:工作)?(?:情况)?(?:的)?(?:年度|年)?(?:工作)?(?:情况)?(?:的)?(?:报告|总结|年报)'
const NAME = '[\\u4e00-\\u9fff·()]{2,40}?'
const YEAR = '(20[0-3]\\d)年?(?:年?度)?'
const TITLES: readonly { readonly pattern: RegExp; readonly agency: number; readonly year: number }[] = [
  { pattern: new RegExp(`(${NAME})[-—_·]*${YEAR}(?:的|本级)?${REPORT}`), agency: 1, year: 2 },
  { pattern: new RegExp(`(?:关于)?${YEAR}(${NAME})(?:的)?${REPORT}`), agency: 2, year: 1 },
  { pattern: new RegExp(`(${NAME})${REPORT}[(]?${YEAR}[)]?`), agency: 1, year: 2 },
  { pattern: new RegExp(`()${YEAR}${REPORT}`), agency: 1, year: 2 },
  { pattern: new RegExp(`(${NAME})(?:关于)?${REPORT}()`), agency: 1, year: 2 },
]
const NOISE = /^(?:.*[:>|_\-—»《“"]|标题|名称|关于(?:印发|公布|发布)?|附件\d*|首页|现将|现公布|公布|按照|根据|编制|的)+/

interface Title {
  readonly agency: string
  readonly year: number | null
}

/** What a title says; null where the text is none. */
export function titleOf(text: string): Title | null {
  const words = withYears(tight(text))
  for (const { pattern, agency, year } of TITLES) {
    const match = pattern.exec(words)
    if (match) return { agency: cleanName(match[agency]!), year: match[year] ? Number(match[year]) : null }
  }
  return null
}

/** Whether a text could be the title line of a report of a year. */
export const isTitle = (text: string): boolean => text.length <= 70 && !/[。；，]/.test(text) && (titleOf(text)?.year ?? null) !== null

/** Words of the site that stand before the agency in a page's title. */
const SITE = /^.*(?:门户网站?|政府网站?|政务网|信息网|年度报告|年报|信息公开)(?=.{3})/

const cleanName = (name: string): string => {
  const clean = name.replace(NOISE, '').replace(SITE, '').replace(/^[()·]+|[(·]+$/g, '').replace(/(?:关于(?:公布|发布|印发|公开)?|的|本级)$/, '')
  return clean.endsWith('人民') ? `${clean}政府` : clean
}

const SUFFIX = '(?:人民政府办公厅|人民政府办公室|人民政府|政府办公室|政府|办公厅|办公室|管理委员会|管委会|委员会|街道办事处|办事处|总局|分局|局|厅|委|院|署|中心|支队|大队|总队|站|所|处|室|社|联合会|协会|集团|公司|学校|医院|馆)'
const ZONE = '(?:开发|工业|示范|产业|高新|园|物流|保税|试验|度假|管理|风景名胜|经开|新)区'
const AGENCY = new RegExp(`^(?:[\\u4e00-\\u9fff()·]{2,36}(?:${SUFFIX}|街道|${ZONE})|(?:中华人民共和国|国家)[\\u4e00-\\u9fff]{2,16}部)$`)
const isAgency = (text: string): boolean => AGENCY.test(text) && !/^(?:我|本|该|各|全|县|市|区|省)(?!.*(?:省|市|县|区).{2})/.test(text)

/** Texts of a document in order, tables' cells included. */
const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === 'text' ? [tight(block.text)] : []))

const NAMED_IN_TEXT = [
  /(?:本(?:年度)?报告由|现将|请与|请联系|请向|由)([\u4e00-\u9fff()]{4,36}?)(?:20\d\d年|根据|编制|按照|依据|联系|负责|\(|,|。)/,
  /^([\u4e00-\u9fff()]{4,30}?)(?:根据|按照|依据|现公布|现将)/,
]
/** Fields of a page that name who publishes it; what they name may stand on the line of other fields. */
const FIELD_END = '(?=发布|成文|公开|来源|浏览|字体|阅读|点击|索引|时间|日期|责任|[^\\u4e00-\\u9fff()]|$)'
const PUBLISHED = new RegExp(`(?:发布机构|发布单位|公开机构|责任单位|发文机关|制作单位|发布部门)[:：]([\\u4e00-\\u9fff()]{4,36}?)${FIELD_END}`)
const SOURCE = new RegExp(`(?:信息来源|来源|单位)[:：]([\\u4e00-\\u9fff()]{4,36}?)${FIELD_END}`)
const PUBLISHER = /^(?:发布机构|发布单位|信息来源|来源|发文机关|公开机构|责任单位|单位|制作单位|发布部门)[:：]?$/

/** Names from places other than the title, the surest first: the signature, the publisher's field, sentences that name the author. */
function otherNames(blocks: readonly Block[]): string[] {
  const texts = textsOf(blocks)
  const signature = texts.slice(-12).filter((text, at, last) => isAgency(text) && (at === last.length - 1 || last.slice(at + 1, at + 3).some((next) => /^20\d\d年\d+月\d+日$/.test(withYears(next)))))
  const dated = texts.slice(-12).flatMap((text) => /^([\u4e00-\u9fff()]{4,36}?)20\d\d年\d+月\d+日$/.exec(withYears(text))?.slice(1) ?? [])
  const publisher = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell, at) => (cell && PUBLISHER.test(tight(cell.text)) ? [tight(row[at + 1]?.text ?? '')] : []))) : (PUBLISHED.exec(tight(block.text))?.slice(1) ?? [])))
  const source = texts.flatMap((text) => SOURCE.exec(text)?.slice(1) ?? [])
  const said = texts.slice(0, 25).flatMap((text) => NAMED_IN_TEXT.flatMap((pattern) => pattern.exec(text)?.slice(1) ?? []))
  return [...signature, ...dated, ...publisher, ...said, ...source].filter(isAgency)
}

const PLACE_PREFIX = '((?:[^与由和及在对向据于将请为是至到从、,的。:("“]{2,4}(?:省|市|自治区|自治州|州|盟))+)'

/** The name with the city before it, where it starts with a district and the text writes it so. */
function withCity(name: string, text: string): string {
  if (!/^[\u4e00-\u9fff]{1,5}(?:区)/.test(name) || /^[\u4e00-\u9fff]{2,6}(?:省|市|自治区|州|盟)/.test(name)) return name
  const found = new RegExp(`${PLACE_PREFIX}${name}`).exec(text)
  return found ? `${found[1]}${name}` : name
}

/** The organ behind a place's name: 宿迁市 → 宿迁市人民政府. */
function ofPlace(name: string, text: string, fileText: string): { name: string; inferred: boolean } {
  const whole = name.replace(/(?<!人民)政府$/, '人民政府')
  if (whole !== name) return { name: whole, inferred: !text.includes(whole) }
  if (/街道$/.test(name)) return { name: `${name}办事处`, inferred: !text.includes(`${name}办事处`) }
  if (!/(?:省|市|县|区|州|盟|旗|镇|乡)$/.test(name)) return { name, inferred: false }
  const organs = [`${name}人民政府`, `${name}管理委员会`, `${name}管委会`]
  const found = organs.find((organ) => text.includes(organ) || fileText.includes(organ))
  // A zone has no government of its own; what runs it is not always named.
  if (!found && new RegExp(`${ZONE}$`).test(name) && !/(?:省|市|州)[\u4e00-\u9fff]{1,3}新区$/.test(name)) return { name, inferred: true }
  return { name: found ?? organs[0]!, inferred: found === undefined }
}

const PERIOD = /(?:期限|时限|时间|期间|周期|截止)[^。]{0,14}?(20\d\d)年1月1日/

/** Agency and year from the titles the container states, the first lines, the file's name, the period of the figures, the signature. `titlesFirst`: the page's titles are surer than its first lines, which may be links. */
export function identify(blocks: readonly Block[], titles: readonly string[], file: string, titlesFirst = false): Identity {
  const texts = textsOf(blocks)
  const whole = withYears(texts.join('\n'))
  const fileText = tight(file.replace(/^.*[/\\]/, '').replace(/\.\w{2,5}$/, ''))
  const first = texts.slice(0, 40).filter((text) => text.length <= 80)
  const lines = headsOf(first)
  const heads = [...(titlesFirst ? [...titles, ...lines] : [...lines, ...titles])].map(titleOf).filter((title) => title !== null)
  const named = titleOf(fileText)
  const sentence = titleOf(texts.slice(0, 40).find((text) => text.length > 80 && (titleOf(text)?.year ?? null) !== null)?.slice(0, 400) ?? '')
  const title = heads.find(({ agency, year }) => agency !== '' && isName(agency) && year !== null) ?? heads.find(({ agency }) => isName(agency))
  const period = PERIOD.exec(whole)?.[1]
  const signed = /(20\d\d)年1?\d月\d+日/.exec(withYears(texts.slice(-6).join('\n')))?.[1]
  const years = [heads.find(({ year }) => year !== null)?.year, period && Number(period), named?.year, /(?<!\d)(20[0-3]\d)(?:年|(?!\d))/.exec(fileText)?.[1]].filter((year) => year).map(Number)
  const year = mostOf(years) ?? sentence?.year ?? (signed ? Number(signed) - 1 : null)
  const others = otherNames(blocks)
  const short = title?.agency ?? (named && isName(named.agency) ? named.agency : undefined) ?? others[0] ?? namedByFile(fileText) ?? (sentence && isAgency(sentence.agency) ? sentence.agency : undefined) ?? organIn(whole)
  const otherYears = [...new Set(years.filter((each) => each !== year))]
  if (!short) return { agency: null, year, inferred: false, otherYears }
  const organ = ofPlace(short, whole, fileText)
  const longer = [...others, named?.agency ?? ''].find((other) => other.endsWith(organ.name) && other.length > organ.name.length && !/^[\u4e00-\u9fff]{2,6}(?:省|市)/.test(organ.name))
  return { agency: longer ?? withCity(organ.name, whole), year, inferred: organ.inferred || (!title && !named), otherYears }
}

const isWhole = (text: string): boolean => {
  const title = titleOf(text)
  return title !== null && title.year !== null && isName(title.agency)
}

/** Lines that may be titles in their order: whole ones, and those broken over two or three lines, unless the next is whole by itself. */
function headsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => {
    if (isWhole(line) || isWhole(lines[at + 1] ?? '')) return [line]
    const [two, three] = [2, 3].map((count) => lines.slice(at, at + count).join(''))
    return isWhole(two!) ? [two!] : isWhole(three!) && !isWhole(lines[at + 2] ?? '') && !isWhole(lines.slice(at + 1, at + 3).join('')) ? [three!] : [line]
  })
}

const isName = (name: string): boolean => name.length >= 3 && !/^(?:我|本|该)/.test(name) && !/年|政府信息公开|网站?$|门户/.test(name)

/** The agency that a file's name starts with, before the year. */
const namedByFile = (text: string): string | undefined => [/^[\d.、_-]*([\u4e00-\u9fff()]{4,36}?)[-_—]*20\d\d/.exec(text)?.[1]].find((name) => name !== undefined && isAgency(name))

/** The first organ named in the text, where no title, signature or file name says who reports. */
const organIn = (text: string): string | undefined => /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,12}(?:省|市|县|区|州|镇|乡)人民政府(?:办公[厅室])?)/.exec(text.replace(/[的由与]/g, ' '))?.[1]

/** The value met most often, the first of equals. */
const mostOf = (values: readonly number[]): number | undefined => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
