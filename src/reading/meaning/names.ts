import { cellsOf, type Block, type TableRow } from '../document'
import { behindAuthor, behindOffice } from './offices'
import { isName, namesNobody, withYears } from './title'
import { tight } from './words'

const SUFFIX = '(?:人民政府办公厅|人民政府办公室|人民政府|政府办公室|政府|办公厅|办公室|管理委员会|管委会|委员会|街道办事处|办事处|总局|分局|局|厅|委|院|署|中心|支队|大队|总队|调查队|站|所|处|室|社|联合会|协会|(?:工作|宣传|组织|统战|武装)部|集团|公司|学校|[大中小]学|幼儿园|医院|馆|海关(?:关区)?|监狱|银行|[分支]行|第[一二三四五六七八九十]{1,3}[师团]|工会|学会|商会|红十字会|[妇残文]联|(?:产业|工业|科技|软件|物流)园)'
const ZONE = '(?:开发|工业|示范|产业|高新|园|物流|保税|试验|实验|合作|保护|集聚|度假|管理|风景名胜|经开|新)区'
const AGENCY = new RegExp(`^(?:[\\u4e00-\\u9fff()·]{2,36}(?:${SUFFIX}|街道|${ZONE})(?:\\([\\u4e00-\\u9fff]{2,24}\\))?|(?:中华人民共和国|国家)[\\u4e00-\\u9fff]{2,16}部)$`)
/** What ends like an organ and is none: a site, an office without its organ, words that lead to a name, a bureau of a place for nothing. */
const NO_AGENCY = /报告|年度|年报|门户|网站?$|^编制(?!委)|^(?:通过|根据|按照|依据|结合|其中)|依托|转载|对各|^(?:人民)?(?:政府|党政|行政|综合)?办公[厅室]$|^[\u4e00-\u9fff]{2,8}[省市县区州盟旗][局厅署]$|^(?:国家)?(?:经济|高新|技术|产业|经开)*(?:开发|高新|经开|园|新)区(?:管(?:理委员|委)会)?$|^管(?:理委员|委)会$|查阅室|^和[\u4e00-\u9fff]{2,4}[市省]|党[委组]$|党工委$/
const isOne = (text: string): boolean => AGENCY.test(text) && !NO_AGENCY.test(text) && !/^(?:我|本(?!溪)|该)/.test(text) && !/^(?:我|本|该|各|全|县|市|区|省)(?!.*(?:省|市|县|区).{2})/.test(text.replace(/城市|(?<!^)市[场政容]|(?<!^)[社园景库]区/g, ''))
/** Whether a text names an agency, or several that report together. */
export const isAgency = (text: string): boolean => text.split('、').every(isOne)

/** Whether a name is that of an organ, or of a place whose government reports. */
export const isReporter = (name: string): boolean => isName(name) && (isAgency(name) || /^[\u4e00-\u9fff]{2,20}(?:省|市|县|区|州|盟|旗|镇|乡|街道)$/.test(name))

/** The text of a row with one cell, as pages are laid out by tables; none where it has more. */
function lineOf(row: TableRow): string[] {
  const texts = cellsOf(row).map(({ text }) => tight(text)).filter((text) => text !== '')
  return texts.length === 1 ? texts : []
}

/** Texts of a document in order, rows of tables with one cell included. */
export const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === 'text' ? [tight(block.text)] : block.rows.flatMap(lineOf)))

const NAMED_IN_TEXT = [
  /涵盖了?(?:20\d\d年度?)?([\u4e00-\u9fff()]{4,30}?)(?:20\d\d年度?)?(?:政府|政务)?信息公开工作/,
  /(?:本(?:年度)?报告由|现将|现公布|现予公布|现发布)([\u4e00-\u9fff()、]{4,60}?)(?:20\d\d年|根据|编制|按照|依据|负责|\((?=以下|下称|简称)|,|。)/,
  /由([\u4e00-\u9fff()、]{4,60}?)(?:20\d\d年|根据|围绕|编制|按照|依据|负责|\((?=以下|下称|简称)|,|。)/,
  /^(?!本)([\u4e00-\u9fff()、]{4,60}?)(?:根据|按照|依据|现公布|现将)/,
  /(?:^|[,。]|20\d\d年度?)(?:[现特]?由|现(?:将|公布|发布|公开))?([\u4e00-\u9fff]{4,36}?)\((?:以下)?(?:简称|称)[“"]?[我本省市县区州镇乡][\u4e00-\u9fff]{1,6}[”"]?\)/,
  /(?:结合|根据)(?:20\d\d年度?)?([\u4e00-\u9fff()]{4,30}?)(?:20\d\d年度?)?(?:政府|政务)?信息公开(?:工作)?(?:实际|情况|有关统计)/,
]
/** Whose work a sentence tells. */
const SUBJECT = /^20\d\d年(?:度|以来|来)?,([\u4e00-\u9fff()]{4,30}?)(?:认真|准确|坚决|切实|扎实|聚焦|不断|进一步|深入|坚持|严格|全面|持续|紧紧|始终|高度|积极|以|在|按|根据)/
/** Whom a reader may ask, which need not be who reports. */
const ASKED = /(?:请与|请联系|请向)[:：]?([\u4e00-\u9fff()]{4,36}?)(?:联系|咨询|反映|\((?=以下|下称|简称|电话|地址|联系)|,|。)/
/** Fields of a page that name who publishes it; what they name may stand on the line of other fields. */
const FIELD_END = '(?=发布|发文|印发|生成|成文|公开|来源|浏览|字体|字号|阅读|点击|索引|时间|日期|责任|[^\\u4e00-\\u9fff()]|$)'
const PUBLISHED = new RegExp(`(?:发布机构|发布单位|公开机构|责任单位|发文机关|制作单位|发布部门|填报单位|编制单位)[:：\\]】]+([\\u4e00-\\u9fff()]{4,36}?)${FIELD_END}`)
const SOURCE = new RegExp(`(?:信息来源|来源|(?<!主办|承办|协办|技术支持|维护|运维|建设|管理|版权)单位)[:：]([\\u4e00-\\u9fff()]{4,36}?)${FIELD_END}`)
/** A field whose name stands above it. */
const HEADS_PUBLISHER = /^(?:发布机构|发布单位|发文机关|公开机构|制作单位|发布部门)[:：]?$/
const PUBLISHER = /^(?:发布机构|发布单位|信息来源|来源|发文机关|公开机构|责任单位|单位|制作单位|发布部门)[:：]?$/

/** Who runs or carries the site, which need not be who reports. What was 承办 in a sentence is what the report tells of. */
export const FOOTER = /[主承协]办(?:单位|机构|方|[:：]|$|(?=[\u4e00-\u9fff]{2,24}(?:人民政府|局|委员会|办公[室厅]|中心|公司)(?:$|[^\u4e00-\u9fff]|[主承协]办)))|版权|备案号|ICP备|网站标识码|公网安备|技术支持|运行维护|维护单位|copyright/i
const FOOTER_LINES = 20

/** The texts before the page's footer. */
export function withoutFooter(texts: readonly string[]): string[] {
  const from = texts.findIndex((text, at) => at >= texts.length - FOOTER_LINES && text.length < 120 && FOOTER.test(text))
  return texts.slice(0, from < 0 ? undefined : from)
}

const AUTHOR = /[,。](?:现由|由)?([\u4e00-\u9fff()、]{4,60}?)(?:组织)?(?:编制|编写|制作|公布|发布|现将|向社会|结合|汇总|认真|对20\d\d年)/
const TRAIL = /[>›»→]|::|\/(?![\/\d])/

/** Organs of the trail of links that leads to the page, the innermost first. */
const trailNames = (texts: readonly string[]): string[] => texts.slice(0, 40).flatMap((text) => (/(?:位置|首页)/.test(text) && TRAIL.test(text) ? text.replace(/^.*位置[:：]?/, '').split(TRAIL).reverse() : []))

/** Names from places other than the title. */
export interface OtherNames {
  /** All of them, the surest first: the signature at the end, the publisher's field, sentences that name the author, the signature at the head, the page's trail, last whom to ask. */
  readonly all: readonly string[]
  /** What the report itself says of its author: the signature, and sentences. */
  readonly own: readonly string[]
  /** Whom a reader may ask. */
  readonly asked: readonly string[]
}

/** The date of a signature; a page may write links behind it, to print it, to close it, or to its neighbours. */
const DATE = /^20\d\d年\d+月\d+日(?:[【[(]?(?:打印(?:[本此]页)?|关闭(?:窗口|[本此]页)?|返回(?:顶部)?)[】\])]?)*(?:[上下前后]一?[篇条页个].*)?$/
const LAST_LINES = 12

/** Names of organs with a date below them among the last lines, or alone as the very last; where a page goes on below the report, behind its last part. */
function signatures(texts: readonly string[]): string[] {
  const dated = (at: number): boolean => texts.slice(at + 1, at + 3).some((next) => DATE.test(withYears(next)))
  const last = texts.flatMap((text, at) => (at >= texts.length - LAST_LINES && isAgency(text) && (at === texts.length - 1 || dated(at)) ? [text] : []))
  const end = texts.findLastIndex((text) => /^六、/.test(text))
  return last.length > 0 || end < 0 ? last : texts.filter((text, at) => at > end && isAgency(text) && DATE.test(withYears(texts[at + 1] ?? ''))).slice(0, 1)
}

/** A date alone, or in brackets. */
const DATED = /^\(?20\d\d年\d+月\d+日\)?$/
/** A text as long as this with a stop or comma is a sentence. */
const SENTENCE = /^(?=.{20}).*[,，。;；]/

/** The name of an organ right below a heading that names nobody, where a date, a sentence or the first part follows: who signs the report at its head. */
function signedAtHead(opening: readonly string[]): string[] {
  const at = opening.findIndex((text, index) => namesNobody(text) && isAgency(opening[index + 1] ?? ''))
  const next = opening[at + 2]
  const isHead = at >= 0 && (next === undefined || /^一、/.test(next) || DATED.test(withYears(next)) || SENTENCE.test(next))
  return isHead ? [opening[at + 1]!] : []
}

/** Whom a field within a text names, or within a cell: 填报单位：某局. */
const publisherIn = (text: string): string[] => PUBLISHED.exec(tight(text))?.slice(1) ?? []

/** Whom the fields of a block name as who publishes the page. */
const publishersOf = (block: Block): string[] =>
  block.kind === 'text' ? publisherIn(block.text) : block.rows.flatMap((row, y) => row.flatMap((cell, at) => (cell === null ? [] : PUBLISHER.test(tight(cell.text)) ? [row[at + 1], ...(HEADS_PUBLISHER.test(tight(cell.text)) ? [block.rows[y + 1]?.[at]] : [])].map((beside) => tight(beside?.text ?? '')) : publisherIn(cell.text))))

/** Whether a government, or its office, is only the publisher of what an organ of its place reports. */
function publishesFor(publisher: string, author: string): boolean {
  const place = /^([\u4e00-\u9fff]{2,}[省市县区州盟旗])人民政府(?:办公[厅室])?$/.exec(publisher)?.[1]
  return place !== undefined && author.startsWith(place.slice(0, -1)) && !/人民政府(?:办公[厅室])?$/.test(author) && !/政务|信息公开|数据|领导小组/.test(author)
}

/** So many texts at least may name who reports: the menus of a page may stand above them. */
const OPENING = 25

/** What a document says of who reports besides its titles. */
export function otherNames(blocks: readonly Block[]): OtherNames {
  const texts = withoutFooter(textsOf(blocks))
  const dated = texts.slice(-LAST_LINES).flatMap((text) => /^([\u4e00-\u9fff()]{4,36}?)20\d\d年\d+月\d+日$/.exec(withYears(text))?.slice(1) ?? [])
  const publisher = blocks.flatMap(publishersOf).filter(isAgency)
  const source = texts.flatMap((text) => SOURCE.exec(text)?.slice(1) ?? [])
  const whole = texts.join('\n')
  const opening = texts.slice(0, Math.max(OPENING, texts.findIndex((text) => /^一、/.test(text))))
  const signed = [...signatures(texts), ...dated].filter(isAgency)
  const atHead = signedAtHead(opening)
  const asked = opening.flatMap((text) => ASKED.exec(text)?.slice(1) ?? []).map((name) => behindOffice(name, whole)).filter(isAgency)
  const told = opening.flatMap((text) => [...(SUBJECT.exec(text)?.slice(1).map((name) => ({ name, author: false })) ?? []), ...[...NAMED_IN_TEXT, ...(/根据|按照|依据/.test(text) ? [AUTHOR] : [])].flatMap((pattern) => pattern.exec(text)?.slice(1) ?? []).map((name) => ({ name, author: true }))])
  const said = told.map(({ name, author }) => ({ name: author ? behindAuthor(name, whole) : name, author })).flatMap(({ name, author }) => (isAgency(name) || (author && isReporter(name)) ? [name] : []))
  const published = said[0] !== undefined && publisher.every((name) => publishesFor(name, said[0]!)) ? [...said, ...publisher] : [...publisher, ...said]
  return { all: [...signed, ...published, ...atHead, ...[...trailNames(texts), ...source].filter(isAgency), ...asked], own: [...signed, ...atHead, ...said, ...told.map(({ name }) => name).filter(isAgency)], asked }
}

/** What a street's office calls itself. */
const SPEAKS_AS_STREET = /街道(?:党工委、)?办事处/
/** What a zone's administration calls itself. */
const SPEAKS_AS_ZONE = /(?:我|本|区|园)管(?:理委员|委)会/

/** The organ behind a place's name: 宿迁市 → 宿迁市人民政府. */
export function ofPlace(name: string, text: string, fileText: string): { name: string; inferred: boolean } {
  const whole = name.replace(/(?<!人民|^民)政府$/, '人民政府')
  if (whole !== name) return { name: whole, inferred: !text.includes(whole) }
  // A street or a zone may be the organ itself by this name; what runs it is not always named.
  if (/街道$/.test(name)) return text.includes(`${name}办事处`) || fileText.includes(`${name}办事处`) ? { name: `${name}办事处`, inferred: false } : { name: SPEAKS_AS_STREET.test(text) ? `${name}办事处` : name, inferred: true }
  // All customs houses under one report together by this name: no place has it.
  if (!/(?:省|市|县|(?<!海关关)区|州|盟|旗|镇|乡)$/.test(name)) return { name, inferred: false }
  const organs = [`${name}人民政府`, `${name}管理委员会`, `${name}管委会`]
  const found = organs.find((organ) => text.includes(organ) || fileText.includes(organ))
  if (!found && new RegExp(`${ZONE}$`).test(name) && !/(?:省|市|州)[\u4e00-\u9fff]{1,3}新区$/.test(name)) return { name: SPEAKS_AS_ZONE.test(text) ? `${name}管理委员会` : name, inferred: true }
  return { name: found ?? organs[0]!, inferred: found === undefined }
}
