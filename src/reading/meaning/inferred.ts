import { isAgency, isReporter } from './names'
import { titleOf, withYears, type Title } from './title'

/** The title within a sentence, such as 现公布某局2022年政府信息公开工作年度报告; one that names who reports before one that does not. */
export function titleInSentences(texts: readonly string[]): Title | null {
  const found = texts.flatMap((text) => titleOf(text.slice(0, LONGEST)) ?? []).filter(({ year }) => year !== null)
  return found.find(({ agency }) => isReporter(agency)) ?? found[0] ?? null
}
const LONGEST = 400

/** Rules on disclosure that an agency makes for itself; those of a place bind all of its agencies. */
const OWN_RULES = /《([\u4e00-\u9fff()]{3,30}?)(?:政府|政务)?信息公开[\u4e00-\u9fff]{0,12}(?:指南|制度|机制|细则|目录)(?:\(试行\))?》/g

/** The text without other documents, names apart from the words before them. */
const wordsOf = (text: string): string => text.replace(/《[^《》]*》/g, ' ').replace(/[的由与在]|和(?=[市县区省])|通过|根据|按照|依据|结合|公布|发布|公开|现将|完善|加强|推进|做好|组织|以来|开展|主要|依托|除?开设|充分|发挥|其中|转[载发]|[至以]|对(?=各)|[县市区]委(?=[县市区])/g, ' ')

/** The government of a place, or its office, by the name that is met most. */
function governmentOf(kind: string, text: string): string | undefined {
  const counts = new Map<string, number>()
  const words = wordsOf(text)
  for (const [, place, office = ''] of words.matchAll(new RegExp(`(?<![\\u4e00-\\u9fff\\d])([\\u4e00-\\u9fff]{1,11}${kind})(?:人民)?政府(办公[厅室])?`, 'g'))) {
    if (/^[我本全各该]|^(?:经|高|开|经济|高新|产业)[\u4e00-\u9fff]{0,4}[区园]$/.test(place!)) continue
    const name = `${place}人民政府${kind === ANY_PLACE ? office : ''}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
const ANY_PLACE = '(?:省|市|县|区|州|盟|旗|镇|乡)'

/** The one organ of a kind (我厅) that the text names with its place; none where it names several. */
function organOf(kind: string, text: string): string | undefined {
  const names = [...wordsOf(text).matchAll(new RegExp(`(?<![\\u4e00-\\u9fff\\d])([\\u4e00-\\u9fff]{2,8}?(?:省|市|县|区|州|盟|旗)[\\u4e00-\\u9fff]{2,16}${kind})(?!长)`, 'g'))].map(([, name]) => name!)
  return new Set(names).size === 1 && isAgency(names[0]!) ? names[0] : undefined
}

/** Who reports, where nothing names the author: the owner of the rules that the text speaks of as its own, or the organ or the government of the place that the whole document speaks as (我厅, 我旗). */
export function speakerOf(text: string, whole: string): string | undefined {
  const place = /我(省|市|县|区|州|盟|旗|镇|乡)(?!直|级|长|委|政府各)/.exec(whole)?.[1]
  const organ = /我(局|委|厅|办|院|中心|队|公司|集团)/.exec(whole)?.[1]
  const owner = [...text.matchAll(OWN_RULES)].map(([, name]) => name!).find((name) => isAgency(name) || (organ === undefined && place !== undefined && name.length > 2 && name.endsWith(place)))
  return owner ?? (organ === undefined ? governmentOf(place ?? ANY_PLACE, text) : organOf(organ, text))
}

/** A place whose work a sentence tells. */
const PLACE_AT_WORK = /^20\d\d年(?:度|以来|来)?,([\u4e00-\u9fff]{2,8}[省市县区州盟旗镇乡])(?:按照|根据|认真|坚持|深入|严格|切实|扎实|全面|不断|进一步|持续|积极|高度)/

/** The place whose work the texts tell, where no organ is named and they speak as none, or as another kind of place (我镇). */
export function placeAtWork(texts: readonly string[]): string | undefined {
  const name = texts.map((text) => PLACE_AT_WORK.exec(withYears(text))?.[1]).find((each) => each !== undefined && isReporter(each))
  const kinds = new Set(texts.flatMap((text) => [...text.matchAll(/我([局委厅办院队省市县区州盟旗镇乡])(?!直|级|长)/g)].map(([, kind]) => kind!)))
  return name !== undefined && [...kinds].every((kind) => name.endsWith(kind)) ? name : undefined
}

/** The year that sentences of a report's first part begin with most often, and all those that they begin with; of all parts where the first names none. */
export function yearOfProse(texts: readonly string[]): { readonly year: number; readonly words: string; readonly all: ReadonlySet<number> } | undefined {
  const end = texts.findIndex((text) => /^二、/.test(text))
  const yearsIn = (own: readonly string[]): { year: number; words: string }[] => own.flatMap((text) => [...withYears(text).matchAll(/(?<!\d)(20[0-3]\d)年(?:度|以来|来|全年)?(?=[,我全本共]|主动公开|累计|收到)/g)].map((match) => ({ year: Number(match[1]), words: text.slice(match.index) })))
  const first = yearsIn(texts.slice(0, end < 0 ? undefined : end))
  const found = first.length > 0 ? first : yearsIn(texts)
  const counts = found.map(({ year }) => found.filter((each) => each.year === year).length)
  const most = found[counts.indexOf(Math.max(...counts))]
  return most && { ...most, all: new Set(found.map(({ year }) => year)) }
}
