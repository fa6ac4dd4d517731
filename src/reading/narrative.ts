import { readCell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import type { Block, Place } from './document'
import { suggestionsIn } from './suggestions'
import { LONGEST_FRAGMENT, tight } from './words'

/** A figure that the prose states; marked as from text by standing here. */
export interface Statement {
  readonly figure: FigureId
  readonly value: number
  /** Number and unit as written: `1.2万余条`. */
  readonly written: string
  /** 约 where the text says about; 全市 and the like where it counts a region. */
  readonly note?: string
  readonly place: Place
  readonly fragment: string
}

/** A pattern with one figure: `#` stands for the number with its unit. */
interface Rule {
  readonly figure: FigureId
  readonly pattern: RegExp
  /** The number where the words say it without one: 未收取 is 0. */
  readonly value?: number
}

const NUMBER = '(?:约|近|超过|超|逾|共计|共|累计|合计|总计|达到|达|为|计|是|数量|数|了|:|各类)*(?<n>\\d+(?:,\\d{3})*(?:\\.\\d+)?[万亿千]?)(?<about>余|多)?(?<unit>UNIT)'
const rule = (figure: FigureId, words: string, unit: string): Rule => ({ figure, pattern: new RegExp(words.replace('#', NUMBER.replace('UNIT', unit)).replaceAll('~', '[^,。;\\d]').replaceAll('≈', '[^。;\\d]'), 'g') })
const zero = (figure: FigureId, words: string): Rule => ({ figure, pattern: new RegExp(words.replaceAll('~', '[^,。;\\d]').replaceAll('≈', '[^。;\\d]'), 'g'), value: 0 })
const text = (name: string): FigureId => `narrative.${name}`
/** Disclosed on the site: of the site where the report gives no other number for it, else of all. */
const WEB_DISCLOSED: FigureId = 'narrative.web-disclosed'
/** What a page says of itself: how often it was opened, alone on its line or beside the page's other fields. */
const COUNTER = '(?:浏览|点击|访问|阅读)(?:总)?(?:次数|数量|量|数|率|人次|人数)?'
const ONLY_COUNTER = new RegExp(`^[\\[(【|]*(?:本页|本文|文章|页面|信息|本站|已|总|累计)*${COUNTER}:?(?:共|为)?\\d[\\d,]*(?:人次|次|人)?[\\])】|]*$|^[\\[(【]*(?:已有?)?\\d[\\d,]*(?:人次|次|人)(?:浏览|点击|访问|阅读)[\\])】]*$|您是第`)
const PAGE_FIELD = /(?:发布时间|发布日期|发布机构|发布单位|信息来源|来源|作者|编辑|责任编辑|索引号|字体|字号|打印|分享|日期|时间):?/
const COUNTED = new RegExp(`${COUNTER}:\\d[\\d,]*(?:人次|次|人)?|\\d[\\d,]*(?:人次|次)(?:浏览|点击|阅读)`, 'g')
const withoutCounter = (sentence: string): string => (ONLY_COUNTER.test(sentence) ? '' : PAGE_FIELD.test(sentence) ? sentence.replace(COUNTED, ' ') : sentence.replace(/(?:浏览|点击|访问|阅读)次数:\d+(?:次|人)?/, ' '))

const ITEMS = '条|件|篇|份|余条|则|\\(条\\)'
const TIMES = '次|期|场次|场|个|项|轮|批'
const CASES = '件次|件|宗|起|例|份|次|条|项|个'
/** A character of the clause that does not lead to another matter. */
const ASKED = '(?:(?!复议|诉讼|撤|投诉|举报|提案|建议)[^,。;\\d])'
/** A character of the clause that names no channel beside the site. */
const ON_SITE = '(?:(?!微博|微信|新媒体|公众号|等平台|等渠道|等多|等媒)[^,。;\\d])'
const ADDED = '(?:公开|发布|更新|、|和|了|各|类|项|公文|本级|区政府|政府|政务|公众|工作|动态|有关|相关|文字|新闻|的|级)*'

/** A reply that says how a request ended (公开答复) is one outcome of several. */
const OWN_REPLY = '(?<!(?<!信息)公开|不予|部分|其中)答复'

/** `~` is any character within the clause, `≈` within the sentence; both but digits. The first rule that matches a number has it. */
const RULES: readonly Rule[] = [
  rule('participation.messages.average-days', '平均(?:办理|办结|答复|回复|处理)?(?:时间|时长|天数|用时|时限|周期)~{0,4}#', '天|个?工作日|日'),
  rule('participation.messages.answered', '(?<=(?:留言|来信|信件|信箱)[^。;]{0,24})(?:办结|答复|回复|回应|已办)~{0,6}#', CASES),
  rule('participation.messages.answered', '(?:回复|答复|回应|办结|处理)(?:各类|群众|网民|公众|网友|网上|互动)*(?:留言|来信|咨询|民声|诉求)(?:咨询|数)?#', `${CASES}|封`),
  rule('requests.received.total', `(?:收到|受理|接收|收办|新收|接到|新增)${ASKED}{0,26}(?:申请|依申请公开)(?:公开)?${ASKED}{0,12}#`, CASES),
  rule('requests.received.total', `(?:收到|受理|接收|收办|新收|接到)~{0,10}#${ASKED}{0,14}(?:申请|依申请公开)`, CASES),
  rule('requests.received.total', '依申请公开(?:政府信息)?(?:事项|件|案件|申请)?(?:共|共计|总数|数量|数)+#', CASES),
  zero('requests.received.total', `(?:未|没有)(?:收到|接到|受理|接收到|接收|发生)${ASKED}{0,20}(?:(?<!被)申请(?!人|行政|复议)|依申请)`),
  zero('requests.received.total', '无(?:政府信息)?依申请公开|(?<=收到和处理政府信息公开)申请(?:数量)?为0'),
  rule('requests.carried-in.total', '结转上一?年度?~{0,8}#', CASES),
  rule('requests.carried-in.total', '(?<=20\\d\\d年度?)(?:未办结)?(?:结转|转结)(?:的|件)*#', CASES),
  rule('requests.carried-out.total', '(?<=(?:结转|转结)(?:到|至)?20\\d\\d年度?(?:继续)?(?:办理)?)#', CASES),
  zero('requests.carried-in.total', '无上一?年度?结转'),
  rule('requests.carried-in.total', '(?:上年度?|上一年度?|去年)(?:度)?(?:结转|转结)~{0,12}#', CASES),
  rule('requests.carried-out.total', '(?:结转|转结|转)(?:至|到|入)?(?:下|次|明)一?年度?~{0,10}#', CASES),
  rule('requests.carried-out.total', '#(?:申请|案件|尚)?[^,。;\\d无]{0,12}(?:顺延|结转|转)(?:至|到|入)?(?:下|次|明)一?年', CASES),
  zero('requests.carried-out.total', '无(?:申请)?(?:结转|转)(?:至|到|入)?(?:下|次|明)一?年'),
  rule('requests.disclosed.total', '予以公开[及和、](?:部分公开|予以部分公开)~{0,6}#', CASES),
  rule('requests.granted.total', '(?<!不)(?:予以|同意|准予|给予)公开[”"]?(?:答复|的|类)*#', CASES),
  rule('requests.partly-granted.total', '(?<!及|和|予以公开、)部分公开[”"]?(?:答复|的|类)*#', CASES),
  rule('requests.granted.total', '#的?(?:予以公开|同意公开|准予公开)(?!及|和|、)', CASES),
  rule('requests.partly-granted.total', '#的?(?:予以)?部分公开', CASES),
  rule('requests.refused.total', '不予公开[”"]?(?:答复|的|类)*#', CASES),
  rule('requests.unavailable.total', '无法提供[”"]?(?:答复|的|类)*#', CASES),
  rule('requests.not-processed.total', '不予处理[”"]?(?:答复|的|类)*#', CASES),
  rule('requests.other.total', '其他处理[”"]?(?:\\([^)]*\\))?(?:答复|的|类)*#', CASES),
  rule('requests.processed.total', `(?:办结|${OWN_REPLY}|办理完毕|办理|办理完成|处理)${ASKED}{0,10}(?:申请|依申请公开|信息公开)(?:事项|件|案件)?(?:共|共计)?#`, CASES),
  rule('requests.processed.total', `(?:办结|${OWN_REPLY}|办理完毕|办理完成|办理)(?:总数|量为|政府信息公开|信息公开|依申请公开)*(?:申请)?(?:件)?#(?!件?(?:人大|政协))`, CASES),
  rule(text('reviews'), '行政复议(?:申请|案件|案)?(?:共)?#', CASES),
  rule(text('suits'), '(?:行政)?诉讼(?:案件|案)?(?:共)?#', CASES),
  rule(text('reviews'), '#的?行政复议', CASES),
  rule(text('suits'), '#的?行政诉讼', CASES),
  zero(text('reviews'), '(?:未(?!经)|没有|无|不存在|零)≈{0,30}(?:行政)?复议'),
  zero(text('suits'), '(?:未(?!经)|没有|无|不存在|零)≈{0,44}诉讼'),
  zero(text('handling-fee'), '(?:未|没有|无)(?:收取|发生|产生|向)~{0,22}(?:处理费|收费|费用)'),
  rule(text('handling-fee'), '(?:处理费|收取费用|费用)~{0,10}#', '万元|元'),
  rule('participation.consultations.held', '(?:意见征集|征集调查|民意征集|征求意见|网上征集|征集意见|网上调查|调查征集|征集活动)~{0,4}#', TIMES),
  rule('participation.consultations.held', '(?:公开|网上|向社会)?征(?:求|集)(?:社会)?公?众?(?:意见|建议)+(?:建议)?#', '次|期|场|轮|批'),
  rule('participation.consultations.comments', '(?:收到|征集到|收集到?|征求)~{0,14}(?:意见|意见建议|建议)(?:反馈)?~{0,3}#', '条|件|个'),
  rule('participation.consultations.adopted', '采纳~{0,8}#', '条|件|个'),
  rule('participation.messages.received', '(?:留言|来信|信箱信件|网民信件|咨询投诉|网民咨询)~{0,6}#', '条|件|封|个'),
  rule('participation.messages.received', '(?:受理|办理|收到|处理)~{0,10}(?:信箱|信件|来信|留言)~{0,4}#', `${CASES}|封`),
  rule('participation.interviews.held', '在线访谈~{0,6}#', TIMES),
  rule(text('catalogue-items'), '目录≈{0,14}(?:明确|梳理|公布|列明|涵盖|包含|共)?~{0,8}#~{0,8}(?:主动公开|公开|事项|内容)', '项|个'),
  rule(text('staff'), '(?:安排|配备|确定|明确|设)~{0,8}#~{0,4}[专兼]', '名|人'),
  rule(text('staff'), '[专兼]职~{0,8}人员#', '名|人'),
  rule(text('trainings'), '(?:培训|培训班|培训会|讲座)(?:活动|工作)?#', TIMES),
  rule(text('trainings'), '(?:举办|开展|组织|召开)~{0,14}#~{0,16}培训', TIMES),
  rule(text('interpretations'), '解读(?:类|性)?(?:材料|信息|稿件|产品|文件|文章|稿|方案)*#', `${ITEMS}|期|次|个`),
  rule(text('policies'), '政策(?:类|性)?文件#', '件|份|条|个'),
  rule(text('visits'), '(?<!用户)(?:访问|浏览|点击)(?:总|量|人次|数|次数)+≈{0,14}#', '人次|次|'),
  rule(text('visits'), '独立用户访问(?:总|量|数)*~{0,4}#', '人次|次|个|人'),
  rule(text('followers'), '(?:订阅|关注|粉丝|(?<!独立)用户)(?:用户|人)?(?:总|数|量)*~{0,6}#', '人|名|个|'),
  rule(WEB_DISCLOSED, `(?:网站|门户|官网|网页)${ON_SITE}{0,16}主动公开${ADDED}信息(?:公开)?(?:总数|数)?~{0,4}#`, ITEMS),
  rule(WEB_DISCLOSED, `(?:网站|门户|官网|网页)${ON_SITE}{0,6},?主动公开#${ADDED}信息`, ITEMS),
  rule(text('items-disclosed'), `(?:网站|门户|官网)~{0,20}(?:微信|微博|新媒体|公众号)~{0,16}等~{0,8}(?:公开|发布)${ADDED}信息~{0,4}#`, ITEMS),
  rule(text('social-posts'), '(?:微信|微博|新媒体|公众号|抖音|视频号)≈{0,34}(?:发布|推送|编发|发表|刊发|推文|公开|更新|转发)~{0,16}#', `${ITEMS}|期`),
  rule(text('social-posts'), '(?:微信公众号|微信|微博|公众号)[”"]?~{0,10}#', ITEMS),
  rule(text('web-items'), `(?:网站|门户|官网|网页|首都之窗|(?:公开|政务)(?:平台|专栏|栏目)|内容[”"]栏目)${ON_SITE}{0,22}(?:信息|文章|内容|发布|更新|公开|稿件|报送)~{0,6}#`, ITEMS),
  rule(text('web-items'), '(?:门户|政府)网站#', ITEMS),
  rule(text('items-disclosed'), `主动公开(?:的|各类|各项|本级)*${ADDED}(?:信息|文件)(?:公开)?~{0,4}#`, ITEMS),
  rule(text('items-disclosed'), `(?:公开|发布|更新|变更)${ADDED}信息(?:公开|发布)?(?:总数|数)?(?:共计|共|累计)?#`, ITEMS),
  rule(text('items-disclosed'), '(?:公开|发布)~{0,10}(?:政府|政务)信息~{0,4}#', ITEMS),
  rule(text('items-disclosed'), '信息公开(?:发布)?(?:共|共计|总数|数量)?#', ITEMS),
]

const REGION = /全[省市区县州盟旗镇乡](?!体|面|部|年|文|程|国)/
const RATES = /((?:[^,。;、和及率]{0,8}率[、和及与]?)+)(?:均|都|分别)?(?:达到|达|为|是|实现|保持)?(?:了)?(?:三个|两个|双|均)?(\d+(?:\.\d+)?)%/g
const RATE_MEASURES: readonly (readonly [words: RegExp, measure: string])[] = [
  [/按时|按期|及时/, 'on-time-rate'],
  [/满意/, 'satisfied-rate'],
  [/沟通|面商|走访|见面|联系/, 'contact-rate'],
  [/办结|办复|答复|回复/, 'answered-rate'],
]

/** A sentence of the prose with its place. */
interface Sentence {
  readonly text: string
  readonly place: Place
}

const sentencesOf = (blocks: readonly Block[]): Sentence[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? tight(block.text).split(/(?<=[。;!])/).map((part) => ({ text: withoutCounter(part), place: block.place })) : []))

/** At most 60 characters of a sentence around what was found. */
function around(sentence: string, from: number, to: number): string {
  const start = Math.max(0, Math.min(from, to - LONGEST_FRAGMENT))
  const clause = Math.max(sentence.lastIndexOf(',', from - 1) + 1, 0)
  const begin = to - clause <= LONGEST_FRAGMENT ? clause : start
  return sentence.slice(begin, Math.min(sentence.length, begin + LONGEST_FRAGMENT)).slice(0, Math.max(to - begin, 1))
}

/** All figures that the prose states, the first statement of each. Absence means that it does not say. */
export function statementsOf(blocks: readonly Block[]): Statement[] {
  const found = new Map<FigureId, Statement>()
  const keep = (statement: Statement): void => {
    if (!found.has(statement.figure)) found.set(statement.figure, statement)
  }
  for (const sentence of sentencesOf(blocks)) {
    const taken: (readonly [from: number, to: number])[] = []
    for (const { from, to, ...suggested } of suggestionsIn(sentence.text)) {
      taken.push([from, to])
      keep({ ...suggested, place: sentence.place, fragment: around(sentence.text, from, to) })
    }
    for (const each of RULES) for (const match of sentence.text.matchAll(each.pattern)) stated(each, match, sentence, taken, keep)
    if (/建议|提案/.test(sentence.text)) rates(sentence, keep)
  }
  return settledWeb(found)
}

/** What was disclosed on the site is the number of the site's items, or of all items where the text gives the site another. */
function settledWeb(found: ReadonlyMap<FigureId, Statement>): Statement[] {
  const own = found.has(text('web-items')) ? text('items-disclosed') : text('web-items')
  return [...found.values()].flatMap((statement) => (statement.figure !== WEB_DISCLOSED ? [statement] : found.has(own) ? [] : [{ ...statement, figure: own }]))
}

function stated({ figure, value }: Rule, match: RegExpMatchArray, { text: sentence, place }: Sentence, taken: (readonly [number, number])[], keep: (statement: Statement) => void): void {
  const from = match.index!
  const to = from + match[0].length
  const { n, about, unit = '' } = match.groups ?? {}
  const digits = n === undefined ? from : from + match[0].indexOf(n, match[0].search(/\d/) >= 0 ? match[0].search(/\d/) : 0)
  if (n !== undefined && taken.some(([start, end]) => start < digits + n.length && digits < end)) return
  if (n === undefined && /\d/.test(match[0])) return
  const cell = n === undefined ? { value: value! } : readCell(`${n}${unit === '元' || unit === '万元' ? unit : ''}`, unitOfFigure(figure))
  if (!('value' in cell)) return
  if (n !== undefined) taken.push([digits, digits + n.length])
  const scaled = n?.endsWith('千') ? cell.value * 1000 : cell.value
  const region = REGION.exec(sentence.slice(Math.max(0, from - 24), to))?.[0]
  const vague = about || /(?:约|近|超过|超|逾)\d/.test(match[0]) ? '约' : undefined
  const note = [vague, region].filter(Boolean).join('；')
  keep({ figure, value: scaled, written: n === undefined ? '0' : `${n}${about ?? ''}${unit}`, ...(note ? { note } : {}), place, fragment: around(sentence, from, to) })
}

/** Rates of the suggestions and proposals that the sentence is about. */
function rates({ text: sentence, place }: Sentence, keep: (statement: Statement) => void): void {
  const [npc, cppcc] = [/人大/.test(sentence), /政协|提案/.test(sentence)]
  const channel = npc === cppcc || /两会|建议、?提案|代表委员/.test(sentence) ? 'suggestions-and-proposals' : npc ? 'npc-suggestions' : 'cppcc-proposals'
  for (const match of sentence.matchAll(RATES)) {
    for (const name of match[1]!.split(/[、和及与]/).filter((part) => part.endsWith('率'))) {
      const measure = RATE_MEASURES.find(([words]) => words.test(name))?.[1]
      if (measure) keep({ figure: `participation.${channel}.${measure}` as FigureId, value: Number(match[2]), written: `${match[2]}%`, place, fragment: around(sentence, match.index, match.index + match[0].length) })
    }
  }
}
