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
  { pattern: new RegExp(`(${NAME})${YEAR}(?:的|本级)?${REPORT}`), agency: 1, year: 2 },
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

const cleanName = (name: string): string => {
  const clean = name.replace(NOISE, '').replace(/^[()·]+|[(·]+$/g, '').replace(/(?:关于|的|本级)$/, '')
  return clean.endsWith('人民') ? `${clean}政府` : clean
}

const SUFFIX = '(?:人民政府办公厅|人民政府办公室|人民政府|政府办公室|政府|办公厅|办公室|管理委员会|管委会|委员会|街道办事处|办事处|总局|分局|局|厅|委|院|署|中心|支队|大队|总队|站|所|处|社|联合会|协会|集团|公司|学校|医院|馆)'
const AGENCY = new RegExp(`^[\\u4e00-\\u9fff()·]{2,36}${SUFFIX}$`)
const isAgency = (text: string): boolean => AGENCY.test(text) && !/^(?:我|本|该|各|全|县|市|区|省)(?!.*(?:省|市|县|区).{2})/.test(text)

/** Texts of a document in order, tables' cells included. */
const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === 'text' ? [tight(block.text)] : []))

const NAMED_IN_TEXT = [
  /(?:本(?:年度)?报告由|现将|请与|请联系|请向|由)([\u4e00-\u9fff()]{4,36}?)(?:20\d\d年|根据|编制|按照|依据|联系|负责|\(|,|。)/,
  /^([\u4e00-\u9fff()]{4,30}?)(?:根据|按照|依据|现公布|现将)/,
]
const PUBLISHER = /^(?:发布机构|发布单位|信息来源|来源|发文机关|公开机构|责任单位|单位|制作单位|发布部门)[:：]?$/

/** Names from places other than the title, the surest first: the signature, the publisher's field, sentences that name the author. */
function otherNames(blocks: readonly Block[]): string[] {
  const texts = textsOf(blocks)
  const signature = texts.slice(-12).filter((text, at, last) => isAgency(text) && (at === last.length - 1 || last.slice(at + 1, at + 3).some((next) => /^20\d\d年\d+月\d+日$/.test(withYears(next)))))
  const dated = texts.slice(-12).flatMap((text) => /^([\u4e00-\u9fff()]{4,36}?)20\d\d年\d+月\d+日$/.exec(withYears(text))?.slice(1) ?? [])
  const publisher = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell, at) => (cell && PUBLISHER.test(tight(cell.text)) ? [tight(row[at + 1]?.text ?? '')] : []))) : (/^(?:发布机构|来源|信息来源|单位)[:：]([\u4e00-\u9fff]{4,36})/.exec(tight(block.text))?.slice(1) ?? [])))
  const said = texts.slice(0, 25).flatMap((text) => NAMED_IN_TEXT.flatMap((pattern) => pattern.exec(text)?.slice(1) ?? []))
  return [...signature, ...dated, ...publisher, ...said].filter(isAgency)
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
  return { name: found ?? organs[0]!, inferred: found === undefined }
}

const PERIOD = /(?:期限|时限|时间|期间|周期|截止)[^。]{0,14}?(20\d\d)年1月1日/

/** Agency and year from the titles the container states, the first lines, the file's name, the period of the figures, the signature. `titlesFirst`: the page's titles are surer than its first lines, which may be links. */
export function identify(blocks: readonly Block[], titles: readonly string[], file: string, titlesFirst = false): Identity {
  const texts = textsOf(blocks)
  const whole = withYears(texts.join('\n'))
  const fileText = tight(file.replace(/^.*[/\\]/, '').replace(/\.\w{2,5}$/, ''))
  const first = texts.slice(0, 40).filter((text) => text.length <= 80)
  // A title may be broken over two lines; whole ones go first.
  const lines = [...first, ...first.map((text, at) => `${text}${first[at + 1] ?? ''}`)]
  const heads = [...(titlesFirst ? [...titles, ...lines] : [...lines, ...titles])].map(titleOf).filter((title) => title !== null)
  const named = titleOf(fileText)
  const sentence = titleOf(texts.slice(0, 40).find((text) => text.length > 80 && (titleOf(text)?.year ?? null) !== null)?.slice(0, 400) ?? '')
  const title = heads.find(({ agency, year }) => agency !== '' && isName(agency) && year !== null) ?? heads.find(({ agency }) => isName(agency))
  const period = PERIOD.exec(whole)?.[1]
  const signed = /(20\d\d)年1?\d月\d+日/.exec(withYears(texts.slice(-6).join('\n')))?.[1]
  const years = [title?.year ?? heads.find(({ year }) => year !== null)?.year, period && Number(period), named?.year, /(?<!\d)(20[0-3]\d)(?:年|(?!\d))/.exec(fileText)?.[1]].filter((year) => year).map(Number)
  const year = mostOf(years) ?? sentence?.year ?? (signed ? Number(signed) - 1 : null)
  const others = otherNames(blocks)
  const short = title?.agency ?? (named && isName(named.agency) ? named.agency : undefined) ?? others[0] ?? (sentence && isAgency(sentence.agency) ? sentence.agency : undefined) ?? organIn(whole)
  const otherYears = [...new Set(years.filter((each) => each !== year))]
  if (!short) return { agency: null, year, inferred: false, otherYears }
  const organ = ofPlace(short, whole, fileText)
  const longer = [...others, named?.agency ?? ''].find((other) => other.endsWith(organ.name) && other.length > organ.name.length && !/^[\u4e00-\u9fff]{2,6}(?:省|市)/.test(organ.name))
  return { agency: longer ?? withCity(organ.name, whole), year, inferred: organ.inferred || (!title && !named), otherYears }
}

const isName = (name: string): boolean => name.length >= 3 && !/^(?:我|本|该)/.test(name) && !/年|政府信息公开/.test(name)

/** The first organ named in the text, where no title, signature or file name says who reports. */
const organIn = (text: string): string | undefined => /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,12}(?:省|市|县|区|州|镇|乡)人民政府(?:办公[厅室])?)/.exec(text.replace(/[的由与]/g, ' '))?.[1]

/** The value met most often, the first of equals. */
const mostOf = (values: readonly number[]): number | undefined => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
