import { label, type Label } from './label'
import type { Unit } from './unit'

/** Sections of a report; every figure belongs to exactly one. The CSV file of a section carries its name. `figures`: those of a format's own catalogue. */
export const SECTIONS = ['proactive', 'requests', 'reviews', 'participation', 'narrative', 'figures'] as const
export type Section = (typeof SECTIONS)[number]

/** Applicants of table 3: natural person, five kinds of organisation, total. */
export const APPLICANTS = {
  natural: label('自然人', 'natural persons'),
  business: label('商业企业', 'businesses'),
  research: label('科研机构', 'research institutions'),
  nonprofit: label('社会公益组织', 'non-profits'),
  legal: label('法律服务机构', 'legal services'),
  other: label('其他组织', 'other organisations'),
  total: label('总计', 'all applicants'),
} as const satisfies Record<string, Label>
export type Applicant = keyof typeof APPLICANTS
export const APPLICANT_IDS = Object.keys(APPLICANTS) as Applicant[]
/** The parts of 总计: a total is never a member of a sum. */
export const APPLICANT_PARTS = APPLICANT_IDS.filter((id) => id !== 'total')

/** Rows of table 3 in the form's order (national form of 2021; `other` is the unsplit row of 2019), by figure id. */
export const REQUEST_ROWS = {
  received: label('本年新收申请', 'received'),
  'carried-in': label('上年结转', 'carried in from last year'),
  granted: label('予以公开', 'granted'),
  'partly-granted': label('部分公开', 'partly granted'),
  'refused.state-secret': label('属于国家秘密', 'state secret'),
  'refused.forbidden-by-law': label('其他法律行政法规禁止公开', 'forbidden by law'),
  'refused.security': label('危及“三安全一稳定”', 'security and stability'),
  'refused.third-party': label('保护第三方合法权益', 'rights of third parties'),
  'refused.internal': label('属于三类内部事务信息', 'internal affairs'),
  'refused.deliberative': label('属于四类过程性信息', 'deliberative'),
  'refused.enforcement-file': label('属于行政执法案卷', 'enforcement file'),
  'refused.inquiry': label('属于行政查询事项', 'administrative inquiry'),
  'unavailable.not-held': label('本机关不掌握', 'not held'),
  'unavailable.to-be-created': label('没有现成信息需另行制作', 'would have to be created'),
  'unavailable.unclear': label('补正后内容仍不明确', 'still unclear after correction'),
  'not-processed.petition': label('信访举报投诉类', 'petition or complaint'),
  'not-processed.duplicate': label('重复申请', 'duplicate'),
  'not-processed.publication': label('要求提供公开出版物', 'published work'),
  'not-processed.excessive': label('无正当理由大量反复申请', 'excessive'),
  'not-processed.confirmation': label('要求确认或重新出具', 'confirmation of known information'),
  'other.not-corrected': label('逾期不补正', 'not corrected in time'),
  'other.fee-unpaid': label('逾期未缴费', 'fee not paid'),
  'other.other': label('其他', 'other reasons'),
  processed: label('办理结果总计', 'processed'),
  'carried-out': label('结转下年度', 'carried over to next year'),
  refused: label('不予公开', 'refused'),
  unavailable: label('无法提供', 'unavailable'),
  'not-processed': label('不予处理', 'not processed'),
  other: label('其他处理', 'otherwise closed'),
  disclosed: label('予以公开及部分公开', 'granted or partly granted'),
} as const satisfies Record<string, Label>
export type RequestRow = keyof typeof REQUEST_ROWS
export const REQUEST_ROW_IDS = Object.keys(REQUEST_ROWS) as RequestRow[]

/** The outcome groups (一) to (六) of table 3, from open to closed; each with the rows under it. */
export const OUTCOME_GROUPS = ['granted', 'partly-granted', 'refused', 'unavailable', 'not-processed', 'other'] as const
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]
export const rowsOfGroup = (group: OutcomeGroup): RequestRow[] => REQUEST_ROW_IDS.filter((row) => row.startsWith(`${group}.`))

/** The figure of the unsplit （六）其他处理 that stands for a row under it where a report does not split it; undefined for any other figure. */
export const unsplitOf = (figure: FigureId): FigureId | undefined => (/^requests\.other\.[\w-]+\.\w+$/.test(figure) ? (figure.replace(/^(requests\.other)\.[\w-]+/, '$1') as FigureId) : undefined)

/** The rows under （六）其他处理 that a figure of the unsplit row stands for; none for any other figure. */
export const splitsOf = (figure: FigureId): FigureId[] => (/^requests\.other\.\w+$/.test(figure) ? rowsOfGroup('other').map((row) => figure.replace('requests.other', `requests.${row}`) as FigureId) : [])

/** The column that a figure stands in, the last part of its id: an applicant of table 3, a result of table 4. */
export const columnOf = (figure: FigureId): string => figure.slice(figure.lastIndexOf('.') + 1)

/** Items of table 2 (Regulations on Open Government Information, Art. 20). */
export const PROACTIVE_ITEMS = {
  rules: label('规章', 'rules'),
  documents: label('行政规范性文件', 'normative documents'),
  licences: label('行政许可', 'licences'),
  services: label('其他对外管理服务事项', 'other services'),
  penalties: label('行政处罚', 'penalties'),
  measures: label('行政强制', 'coercive measures'),
  fees: label('行政事业性收费', 'administrative fees'),
  procurement: label('政府集中采购', 'government procurement'),
} as const satisfies Record<string, Label>
export type ProactiveItem = keyof typeof PROACTIVE_ITEMS

export const PROACTIVE_COLUMNS = {
  issued: label('本年制发', 'issued'),
  repealed: label('本年废止', 'repealed'),
  'in-force': label('现行有效', 'in force'),
  decisions: label('本年处理决定', 'decisions'),
  amount: label('金额', 'amount'),
  'newly-made': label('本年新制作', 'newly made'),
  'newly-published': label('本年新公开', 'newly published'),
  'public-total': label('对外公开总数量', 'public in total'),
  'items-before': label('上一年项目数量', 'items the year before'),
  change: label('本年增/减', 'change'),
  projects: label('采购项目数量', 'projects'),
} as const satisfies Record<string, Label>
export type ProactiveColumn = keyof typeof PROACTIVE_COLUMNS

/** Which columns an item has in one form or another. */
export const ITEM_COLUMNS: Readonly<Record<ProactiveItem, readonly ProactiveColumn[]>> = {
  rules: ['issued', 'repealed', 'in-force', 'newly-made', 'newly-published', 'public-total'],
  documents: ['issued', 'repealed', 'in-force', 'newly-made', 'newly-published', 'public-total'],
  licences: ['decisions', 'items-before', 'change'],
  services: ['decisions', 'items-before', 'change'],
  penalties: ['decisions', 'items-before', 'change'],
  measures: ['decisions', 'items-before', 'change'],
  fees: ['amount', 'items-before', 'change'],
  procurement: ['projects', 'amount'],
}

/** Kinds of table 4. */
export const REVIEW_KINDS = {
  review: label('行政复议', 'administrative review'),
  'suit-direct': label('未经复议直接起诉', 'direct suit'),
  'suit-after-review': label('复议后起诉', 'suit after review'),
} as const satisfies Record<string, Label>
export type ReviewKind = keyof typeof REVIEW_KINDS

/** Results of table 4; 总计 includes 尚未审结. */
export const REVIEW_RESULTS = {
  upheld: label('结果维持', 'upheld'),
  corrected: label('结果纠正', 'corrected'),
  other: label('其他结果', 'other result'),
  pending: label('尚未审结', 'pending'),
  total: label('总计', 'total'),
} as const satisfies Record<string, Label>
export type ReviewResult = keyof typeof REVIEW_RESULTS

/** Channels of public-comment handling (fields after the yearly government website report, 国办发〔2017〕47号). */
export const CHANNELS = {
  consultations: label('意见征集', 'consultations'),
  messages: label('网民留言', 'messages'),
  interviews: label('在线访谈', 'interviews'),
  'npc-suggestions': label('人大代表建议', 'deputies’ suggestions'),
  'cppcc-proposals': label('政协提案', 'CPPCC members’ proposals'),
  'suggestions-and-proposals': label('建议提案合计', 'suggestions and proposals'),
} as const satisfies Record<string, Label>
export type Channel = keyof typeof CHANNELS

export const CHANNEL_MEASURES = {
  held: label('开展次数', 'held'),
  comments: label('收到意见', 'comments received'),
  adopted: label('采纳', 'adopted'),
  'partly-adopted': label('部分采纳', 'partly adopted'),
  'not-adopted': label('未采纳', 'not adopted'),
  'results-published': label('公布结果', 'results published'),
  received: label('收到', 'received'),
  led: label('主办', 'led'),
  assisted: label('协办', 'assisted'),
  answered: label('答复', 'answered'),
  published: label('公开', 'published'),
  'average-days': label('平均办理天数', 'average days'),
  'answered-rate': label('办复率（自述）', 'answered, as stated'),
  'on-time-rate': label('按时率（自述）', 'on time, as stated'),
  'satisfied-rate': label('满意率（自述）', 'satisfied, as stated'),
  'contact-rate': label('面商率（自述）', 'contacted, as stated'),
} as const satisfies Record<string, Label>
export type ChannelMeasure = keyof typeof CHANNEL_MEASURES

/** Figures in prose. No format prescribes them: absence means not stated. More are read as met (`narrative.<anything>`). */
export const NARRATIVE = {
  'items-disclosed': { label: label('主动公开信息', 'items disclosed'), unit: 'items' },
  'web-items': { label: label('网站发布信息', 'website items'), unit: 'posts' },
  visits: { label: label('网站访问量', 'website visits'), unit: 'visits' },
  'social-posts': { label: label('新媒体发布', 'social-media posts'), unit: 'posts' },
  followers: { label: label('新媒体订阅', 'followers'), unit: 'persons' },
  interpretations: { label: label('政策解读', 'policy interpretations'), unit: 'posts' },
  'catalogue-items': { label: label('公开目录事项', 'catalogue items'), unit: 'projects' },
  trainings: { label: label('培训', 'trainings'), unit: 'times' },
  staff: { label: label('工作人员', 'staff'), unit: 'persons' },
  policies: { label: label('政策文件', 'policies'), unit: 'items' },
  'handling-fee': { label: label('信息处理费', 'information-handling fee'), unit: 'wan-yuan' },
  reviews: { label: label('复议（正文）', 'reviews, in the text'), unit: 'cases' },
  suits: { label: label('诉讼（正文）', 'suits, in the text'), unit: 'cases' },
} as const satisfies Record<string, { label: Label; unit: Unit }>

type Dotted<P extends string, Q extends string> = `${P}.${Q}`

/** A figure of a format's own catalogue (`us-foia:requests.received`), or one that a file names and no format does (`own:Cost per request`). */
export type OwnFigureId = `${string}:${string}`
/** Prefix of figures that no format defines: the heading of their column is their name. */
export const UNLISTED = 'own:'

/** Identifies a reported number; stable in files, links and on the command line. A misspelt literal is a compile error. */
export type FigureId =
  | Dotted<ProactiveItem, ProactiveColumn>
  | `requests.${RequestRow}.${Applicant}`
  | Dotted<ReviewKind, ReviewResult>
  | `participation.${Channel}.${ChannelMeasure}`
  | `narrative.${string}`
  | OwnFigureId

const crossed = <T extends string>(first: readonly string[], second: readonly string[], prefix = ''): T[] => first.flatMap((a) => second.map((b) => `${prefix}${a}.${b}` as T))

/** Every figure of the national forms' catalogue by section, in the form's order. */
export const FIGURES: Readonly<Record<Exclude<Section, 'figures'>, readonly FigureId[]>> = {
  proactive: Object.entries(ITEM_COLUMNS).flatMap(([item, columns]) => columns.map((column) => `${item}.${column}` as FigureId)),
  requests: crossed<FigureId>(REQUEST_ROW_IDS, APPLICANT_IDS, 'requests.'),
  reviews: crossed<FigureId>(Object.keys(REVIEW_KINDS), Object.keys(REVIEW_RESULTS)),
  participation: crossed<FigureId>(Object.keys(CHANNELS), Object.keys(CHANNEL_MEASURES), 'participation.'),
  narrative: Object.keys(NARRATIVE).map((name) => `narrative.${name}` as FigureId),
}

const SECTION_OF = new Map<string, Section>(Object.entries(FIGURES).flatMap(([section, figures]) => figures.map((figure) => [figure, section as Section] as const)))

/** The section of a figure id; undefined for an id that is not in the catalogue (any `narrative.…` and any id with a colon is). */
export const sectionOf = (figure: string): Section | undefined => SECTION_OF.get(figure) ?? (figure.includes(':') ? 'figures' : figure.startsWith('narrative.') ? 'narrative' : undefined)
