/** Whose report a sentence stands in, and of which year; null where that is not known. */
export interface Whose {
  readonly agency: string | null
  readonly year: number | null
}

/** A clause's beginning. */
const START = '(?<=^|[,:;。(])'
/** The start of a clause or of a numbered paragraph that names a year; a request carried over, a law of that year or a date it leads to is none. */
const LED_BY_YEAR = new RegExp(`(?<=^(?:[(]?[一二三四五六七八九十\\d]+[)、.])?(?:在)?|(?<![\\u4e00-\\u9fff])(?:下一?步)?(?:力争|争取|预计|计划|拟)[在到于]?|[,:;。(])(20\\d\\d)年度?(?!(?:度|以来|以前|前|底|末|起|至|新?修[订改]|版|颁布|出台|印发|的|(?:未办结|申请|受理)?(?:的|件|政府信息公开申请)*(?:结转|转结|转|(?:办理|答复)(?![^,。;\\d]{0,12}(?:建议|提案))))|[^,。;]{0,10}(?:条例|办法|要点|通知))`, 'g')
/** Work of years before, told one behind the other; what was carried over from one is of the report's own. */
const PAST_WORK = /(?<=^|[,:;。(])(20\d\d)年度?(?=(?:共)?(?:办理|答复|受理)[^,。;\d]{0,14}\d)/g
/** What there was by the end of a year. */
const BY_END = new RegExp(`${START}截[至止]到?(20\\d\\d)年(?:底|末|12月(?:31日|底))`, 'g')
const OWN_TIME = new RegExp(`${START}(?:本年度?|今年|当年|报告期内)`, 'g')
/** The time after the report's year: plans. */
const LATER = new RegExp(`${START}(?:明年|来年|下一?年(?!度?(?:继续)?(?:办理|处理|答复))|下一?步|下一?阶段|今后|未来)`, 'g')
/** Words that make the numbers of their clause plans, duties or comparisons. */
const PLANNED = /力争|争取|预计|不少于|不低于|不得少于|目标(?=为|是|任务|值|:)|(?:^|[,:、)年度局会府委办心院校区镇乡])(?:拟|计划)(?:在|于|将)?(?:全年)?(?:再)?(?:组织|开展|举办|召开|发布|公开|新增|培训|制定|编制|出台|更新|征集)/
const COMPARED = /(?<!结转|转结|转接|承接|接|转)(?:去年|上一?年|前年|往年)(?!度?(?:末|底)?(?:的|申请|未办结|政府信息公开申请)*(?:结转|转结|转入|转接|遗留|接转|未办结))|(?<!年|年度)同期/
/** A clause about an organ that discloses. */
const ORGAN = new RegExp(`${START}(?:其中[,:]?)?(?<organ>[\\u4e00-\\u9fff]{1,14}?(?:局|委员会|委|办公室|街道|镇|乡|厅|中心|大队)|[\\u4e00-\\u9fff]{0,4}(?:所属|下属|直属|二级)[^,。;]{0,6}单位)(?:共|共计|累计|全年|主动)*(?:发布|公开|报送|更新|上报|编发|推送|收到|受理)`, 'g')
const OWN_ORGAN = /[我本]|公开|受理|领导小组|政务服务|行政服务|^(?:其中)?(?:全|各|该|局|由|经)|政府办/

/** Whether an organ's name is not the report's own, whole, shortened, in another order or without the places it begins with. */
function isOther(organ: string, agency: string): boolean {
  if (OWN_ORGAN.test(organ)) return false
  const name = organ.replace(/^(?:其中)?(?:20\d\d年度?)?[省市县区州盟旗]?/, '')
  return ![...name].every((character) => agency.includes(character))
}

type Span = readonly [from: number, to: number]

const clauseEnd = (sentence: string, from: number): number => from + (/[,。;)]/.exec(sentence.slice(from))?.index ?? sentence.length - from)

/** What leads from a number of another time to the report's own. */
const GROWN = /(?:增[加长]?|上升|提[升高]|扩大|减少?|下?降低?)[至到](?=约?\d)/

/** Where a comparison that begins at a place ends: with its clause, or where its own time's number follows. */
function comparedEnd(sentence: string, from: number): number {
  const end = clauseEnd(sentence, from)
  const grown = GROWN.exec(sentence.slice(from, end))
  return grown ? from + grown.index : end
}

/** What a sentence leaves open for the next, up to a semicolon: nothing; that other years are told, until another is named; or that they were told aside, behind what is of its own. */
export type Open = 'nothing' | 'others' | 'aside'

/** What is said of other years, from where one is named to where the report's own is, or to the end; within brackets, to their end. */
function ofOtherYears(sentence: string, year: number | null, before: boolean): Span[] {
  const own = [...sentence.matchAll(OWN_TIME)].map(({ index }) => ({ index, other: false }))
  const later = [...sentence.matchAll(LATER)].map(({ index }) => ({ index, other: true }))
  const years = year === null ? [] : [...sentence.matchAll(LED_BY_YEAR)].map(({ index, 1: named }) => ({ index, other: Number(named) !== year }))
  const past = year === null || /结转|转结/.test(sentence) ? [] : [...sentence.matchAll(PAST_WORK)].map(({ index, 1: named }) => ({ index, other: Number(named) < year }))
  const ended = year === null ? [] : [...sentence.matchAll(BY_END)].map(({ index, 1: named }) => ({ index, other: Number(named) < year }))
  const marks = [{ index: 0, other: before }, ...[...own, ...later, ...years, ...past, ...ended].sort((a, b) => a.index - b.index)]
  const bracketed = marks.filter(({ index }) => sentence[index - 1] === '(' && sentence.includes(')', index))
  const plain = marks.filter((mark) => !bracketed.includes(mark))
  const within = bracketed.flatMap(({ index, other }): Span[] => (other ? [[index, sentence.indexOf(')', index)]] : []))
  return [...within, ...plain.flatMap(({ index, other }, at): Span[] => (other ? [[index, plain[at + 1]?.index ?? sentence.length]] : []))]
}

/**
 * A sentence without what it says of other years, plans, comparisons and other organs, which is replaced by ends of sentences, so that all other words keep their
 * places. `before`: the sentence before it, up to a semicolon, ended with another year; `after` says so for the next.
 */
export function withoutOthers(sentence: string, { agency, year }: Whose, before = false): { readonly text: string; readonly after: Open } {
  const years = ofOtherYears(sentence, year, before)
  const spans = [...years]
  for (const part of sentence.matchAll(/[^,。;]+/g)) {
    const compared = COMPARED.exec(part[0])
    if (PLANNED.test(`,${part[0]}`)) spans.push([part.index, part.index + part[0].length])
    else if (compared) spans.push([part.index + compared.index, comparedEnd(sentence, part.index + compared.index)])
  }
  if (agency !== null) for (const { index, 0: words, groups } of sentence.matchAll(ORGAN)) if (isOther(groups!['organ']!, agency)) spans.push([index, clauseEnd(sentence, index + words.length)])
  const text = spans.reduce((kept, [from, to]) => kept.slice(0, from) + '。'.repeat(to - from) + kept.slice(to), sentence)
  const open = years.find(([, to]) => to === sentence.length)
  return { text, after: open === undefined ? 'nothing' : /\d[^,。;]*,/.test(sentence.slice(0, open[0])) ? 'aside' : 'others' }
}
