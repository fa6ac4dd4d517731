import { isBare } from './bare-organs'
import { tight } from './words'

/** Regions above districts and counties. No name of one holds a sign of time, of a smaller place, or a word that leads to a name. */
const CHARACTER = '(?:(?<=呼)和|和(?=田)|(?![由与和及在对向据于将请为是至到从经年月日度区县旗省市我本该])[\\u4e00-\\u9fff])'
const PROVINCE = '(?:(?:北京|天津|上海|重庆)市|(?:内蒙古|西藏|广西壮族|宁夏回族|新疆维吾尔)自治区|CHARACTER{2,3}省)'
const PREFECTURE = '(?:CHARACTER{2,4}(?:市|盟|地区)|CHARACTER{2,10}州)'
/** What is above organs that are led from above, and the corps with its divisions. */
const ABOVE = '(?:新疆生产建设兵团|第[一二三四五六七八九十]{1,3}师|国家[\\u4e00-\\u9fff]{2,4}总局|中华人民共和国)'
const pattern = (text: string): RegExp => new RegExp(text.replaceAll('CHARACTER', CHARACTER))
const REGIONS = pattern(`^(?:${PROVINCE}|${PREFECTURE}|${ABOVE})+$`)
const PROVINCE_ALONE = pattern(`^${PROVINCE}$`)
/** Words, and their last characters, that a name follows in a sentence. */
const LEADING = /(?:[由与和及在对向据于将请为是至到从经的了年月日度]|公布|发布|公开|印发|关于|按照|结合|组织|编制|联系|咨询|反映|委托|隶属)$/
const NO_REGION = /公布|发布|公开|印发|按照|结合|组织|编制|联系|咨询|反映|委托|隶属|报告/

/** Whether words before a name are regions or organs above it, and nothing else. */
export const areAbove = (words: string): boolean => REGIONS.test(words) && !NO_REGION.test(words)

/** Whether a name begins with a province or a city; 周村区城市管理局 and 嵩明县市场监督管理局 do not. */
export const hasCity = (name: string): boolean => /^(?:内蒙古|西藏|广西壮族|宁夏回族|新疆维吾尔)自治区|^(?![^省市]{0,8}[区县旗])[\u4e00-\u9fff]{2,6}(?:省|市)/.test(name)

/** The city that sentences write before the name of a district's organ most often; none where they write none, or words that may be others. */
function cityBefore(name: string, text: string): string | undefined {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + name.length)) {
      const words = /[\u4e00-\u9fff]*$/.exec(line.slice(Math.max(0, at - 30), at))![0]
      const from = [...words].findIndex((_, start) => areAbove(words.slice(start)) && (start === 0 || LEADING.test(words.slice(0, start))))
      if (from >= 0) counts.set(words.slice(from), (counts.get(words.slice(from)) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The name of a region, of a county or of a district, and nothing else. */
export const REGION_ALONE = /^[\u4e00-\u9fff]{2,12}[省市县区旗州盟]$/

/** What lines call an organ whose name begins with no place, with the place before it and nothing else on the line, and other titles one that is bare; none where they call several so. */
export function namesInLines(name: string, lines: readonly string[], titled: readonly string[]): string[] {
  const inLines = /^[\u4e00-\u9fff]{2,12}?[省市县区旗州盟]/.test(name) ? [] : lines.map(tight).filter((line) => line.endsWith(name) && REGION_ALONE.test(line.slice(0, -name.length)))
  const found = new Set([...inLines, ...(isBare(name) ? titled.filter((other) => other !== name && other.endsWith(name)) : [])])
  return found.size === 1 ? [...found] : []
}

/** Words that begin no county's name. */
const NOT_OWN = '[我本全各该由与和及在对向]|市[区县]'
/** An organ that a name alone may be. */
const BARE_BUREAU = /^[\u4e00-\u9fff]{2,4}局$/

/** What sentences write before the name of a county's organ that begins with no place; none where they write several places, or none, or only the titles and numbers of documents do. */
export function countyBefore(name: string, text: string): string | undefined {
  if (!BARE_BUREAU.test(name)) return undefined
  const told = text.replace(/《[^《》]*》/g, ' ')
  const found = new Set([...told.matchAll(new RegExp(`(?<![\\u4e00-\\u9fff])(?:20\\d\\d年(?:度)?)?((?!${NOT_OWN})[\\u4e00-\\u9fff]{2,3}[县区市旗])${name}(?![〔[(（]20\\d\\d)`, 'g'))].map(([, place]) => place!))
  return found.size === 1 ? [...found][0] : undefined
}

/** The name with what the document writes before it: of a district the city, also within sentences; of another that begins with no city whatever stands before it where it names the author; of a county-level city, or an organ led from above, only what is above it. A province before a city is none. */
export function withRegions(name: string, others: readonly string[], text: string): string {
  const longer = others.filter((other) => other.length > name.length && other.endsWith(name))
  const above = longer.find((other) => areAbove(other.slice(0, -name.length)))
  if (hasCity(name)) return above !== undefined && !PROVINCE_ALONE.test(above.slice(0, -name.length)) ? above : name
  const first = above ?? longer[0]
  // The edge of a page may cut another name, too, and in mid-word: 雄县文化 and 镇雄县文化 before 旅游局.
  const written = first !== undefined && isBare(name) ? (longer.find((other) => other.length > first.length && other.endsWith(first) && !areAbove(other.slice(0, -first.length))) ?? first) : first
  if (written !== undefined) return written
  if (!/^[\u4e00-\u9fff]{1,5}区/.test(name) || /^[\u4e00-\u9fff]{2,6}(?:自治州|州|盟)/.test(name)) return name
  return `${cityBefore(name, text) ?? ''}${name}`
}
