import type { Applicant, ProactiveColumn, ProactiveItem, RequestRow, ReviewKind, ReviewResult } from '@/domain/figure'
import { PROACTIVE_ITEMS, REQUEST_ROW_IDS, REVIEW_KINDS, REVIEW_RESULTS } from '@/domain/figure'
import { formatOf, FORMATS } from '@/domain/formats'
import { Vocabulary, type Writings } from './vocabulary'
import { bare, tight } from './words'

/** The words of a national form for the first figure of each row that an id names. */
const official = (section: string, idOf: (figure: string) => string): Record<string, string[]> => {
  const words: Record<string, string[]> = {}
  for (const format of FORMATS.filter(({ family }) => family === 'cn')) {
    for (const { rows } of format.tables.filter((table) => table.section === section)) {
      for (const row of rows) {
        const figure = row.figures.find((each) => each !== null)
        if (figure) (words[idOf(figure)] ??= []).push(row.label.zh)
      }
    }
  }
  return words
}

const joined = <Id extends string>(ids: readonly Id[], ...lists: Writings<Id>[]): Writings<Id> => Object.fromEntries(ids.map((id) => [id, lists.flatMap((list) => list[id] ?? [])])) as unknown as Writings<Id>

/** What the form says of both rows, and reports say or leave out. */
const NO_MORE = '行政机关不再处理其政府信息公开申请'
const withOrWithout = (names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}${NO_MORE}`])

const REQUEST_WRITINGS: Writings<RequestRow> = {
  received: ['本年新收', '本年新收申请', '本年新收政府信息公开申请', '本年新收申请数量', '本年新收信息公开申请数量', '本年度新收政府信息公开申请数量', '新收政府信息公开申请数量'],
  'carried-in': ['上年结转', '上年度结转', '上年结转申请', '上年结转政府信息公开申请', '上年度结转政府信息公开申请数量', '上年结转申请数量', '上年结转信息公开申请数量'],
  granted: ['予以公开', '给予公开', '准予公开', '同意公开', '全部公开', '全部予以公开', '本年度办理结果公开'],
  'partly-granted': ['部分公开', '部分公开区分处理的只计这一情形不计其他情形', '部分公开区分处理的只计这一情况不计其他情形'],
  'refused.state-secret': ['国家秘密', '属国家秘密', '涉及国家秘密'],
  'refused.forbidden-by-law': ['法律行政法规禁止公开', '其他法律法规禁止公开', '法律法规禁止公开', '其他法律行政法规禁止公开的'],
  'refused.security': ['三安全一稳定', '危及三安全一稳定的', '危及三安全'],
  'refused.third-party': ['第三方合法权益', '保护第三方权益'],
  'refused.internal': ['三类内部事务信息', '内部事务信息', '属于内部事务信息', '属于三类内部管理信息', '内部管理信息'],
  'refused.deliberative': ['四类过程性信息', '过程性信息', '属于过程性信息'],
  'refused.enforcement-file': ['行政执法案卷', '属于行政执法案卷信息'],
  'refused.inquiry': ['行政查询事项', '属于行政查询'],
  'unavailable.not-held': ['本机关不掌握', '不掌握相关政府信息', '本行政机关不掌握相关政府信息', '本机关不掌握相关信息'],
  'unavailable.to-be-created': ['没有现成信息', '没有现成信息需要另行加工制作', '需要另行制作'],
  'unavailable.unclear': ['申请内容仍不明确', '补正后申请内容不明确', '补正后仍不明确'],
  'not-processed.petition': ['信访举报投诉类', '信访投诉举报类申请', '信访举报投诉申请'],
  'not-processed.duplicate': ['重复申请', '重复申请类'],
  'not-processed.publication': ['要求提供公开出版物', '公开出版物'],
  'not-processed.excessive': ['大量反复申请', '无正当理由大量反复'],
  'not-processed.confirmation': ['确认或重新出具已获取信息', '要求行政机关确认或重新出具', '要求确认或重新出具已获取信息', '要求行政机关确认或者重新出具已获取信息'],
  'other.not-corrected': withOrWithout(['申请人无正当理由逾期不补正', '申请人逾期不补正', '逾期不补正', '无正当理由逾期不补正']),
  'other.fee-unpaid': withOrWithout(['申请人逾期未按收费通知要求缴纳费用', '申请人逾期未缴费', '逾期不缴费', '逾期未缴费', '逾期未缴纳费用', '逾期未按收费通知要求缴纳费用']),
  'other.other': ['其他', '其它', '其他情形', '其他情况', '其他原因'],
  processed: ['总计', '合计', '总数', '合计数', '总计数', '办理结果总计', '本年度办理结果总计', '小计'],
  'carried-out': ['结转下年度', '结转下年', '结转下年度继续办理', '结转下年继续办理', '结转下一年度继续办理', '结转至下年度继续办理', '结转下年度办理'],
  refused: ['不予公开', '不予公开小计', '不予公开合计'],
  unavailable: ['无法提供', '无法提供小计', '无法提供合计'],
  'not-processed': ['不予处理', '不予处理小计', '不予处理合计'],
  other: ['其他处理', '其它处理', '其他处理小计', '其他处理合计', '六其他', '六其他处理'],
  disclosed: ['予以公开及部分公开', '予以公开和部分公开'],
}

/** Rows that reports add to the form: never taken for one of its own, however alike. */
const EXTRA_ROWS = ['属于工作秘密', '工作秘密', '属于商业秘密', '商业秘密', '属于个人隐私', '个人隐私', '申请人撤回申请', '申请人主动撤回', '撤回申请', '无法联系到申请人', '无法联系申请人', '党务信息', '属于党务信息', '不属于政府信息', '咨询类申请', '已主动公开', '不属于本机关公开', '非本机关职责', '信息不存在', '历史信息', '属于历史信息', '移送', '中止办理', '属于内部管理工作秘密']

/** Rows of table 3, with the rows that reports add under `extra`. */
export const REQUEST_LABELS = new Vocabulary<RequestRow | 'extra'>(
  {
    ...joined<RequestRow>(REQUEST_ROW_IDS, official('requests', (figure) => figure.split('.').slice(1, -1).join('.')), REQUEST_WRITINGS),
    extra: EXTRA_ROWS,
  },
  { granted: ['（一）公开'] },
)

/** The rows of table 3 in the form's order, group headings in their places. */
export const ROW_ORDER: readonly RequestRow[] = formatOf('cn-2021')!.tables
  .find(({ section }) => section === 'requests')!
  .rows.map(({ label, figures }) => (figures[0] ? figures[0].split('.').slice(1, -1).join('.') : REQUEST_LABELS.is(label.zh)) as RequestRow)

/** Whether a text is the label at the side of table 3, over all results. */
export const isSideLabel = (text: string): boolean => /本年度办理结果$/.test(tight(text))

/** What heads a column for remarks. */
export const REMARKS = /^(?:备注|备考|附注|说明)$/
/** Whether a cell for remarks says that there is none. */
export const isNoRemark = (text: string): boolean => /^(?:[-—–－/／]|无)$/.test(tight(text))
/** The article of the regulation that heads items of table 2. */
export const ARTICLE = /^第二十条第[（(]?[一二三四五六七八九][)）]?项$/

/** Heads of table 3: the label at its side, and those of its columns. */
const HEADS = ['本年度办理结果', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '法人或其他组织']
/** Whether a text is what the end of a page leaves of a head of table 3 for the next: 果, 办理结果, 织. */
export const isRestOfHead = (text: string): boolean => tight(text) !== '' && HEADS.some((head) => head.endsWith(tight(text)))

/** Rows that head others. */
export const GROUP_ROWS: ReadonlySet<string> = new Set(['refused', 'unavailable', 'not-processed', 'other'])

/** Items of table 2. */
export const ITEM_LABELS = new Vocabulary<ProactiveItem>(
  joined<ProactiveItem>(Object.keys(PROACTIVE_ITEMS) as ProactiveItem[], official('proactive', (figure) => figure.split('.')[0]!), {
    rules: ['规章', '政府规章', '行政规章'],
    documents: ['规范性文件', '行政规范性文件', '行政规范文件'],
    licences: ['行政许可', '行政许可事项'],
    services: ['其他对外管理服务事项', '其它对外管理服务事项', '其他对外管理服务'],
    penalties: ['行政处罚', '行政处罚事项'],
    measures: ['行政强制', '行政强制措施', '行政强制事项'],
    fees: ['行政事业性收费', '行政事业收费', '行政事业性收费项目'],
    procurement: ['政府集中采购', '集中采购', '政府采购'],
  }),
)

const COLUMN_WRITINGS: Readonly<Record<ProactiveColumn, readonly [string, ...string[]]>> = {
  issued: ['本年制发件数', '本年制发数量', '本年制发', '制发件数', '本年度制发件数'],
  repealed: ['本年废止件数', '本年废止数量', '本年废止', '废止件数', '本年度废止件数'],
  'in-force': ['现行有效件数', '现行有效数量', '现行有效', '有效件数'],
  decisions: ['本年处理决定数量', '处理决定数量', '本年度处理决定数量', '处理决定'],
  amount: ['本年收费金额', '本年收费金额单位万元', '本年收费金额万元', '收费金额', '采购总金额', '采购金额', '采购总金额单位万元', '采购总金额万元'],
  'newly-made': ['本年新制作数量', '本年新制作', '新制作数量'],
  'newly-published': ['本年新公开数量', '本年新公开', '新公开数量'],
  'public-total': ['对外公开总数量', '对外公开总数', '公开总数量', '对外公开数量'],
  'items-before': ['上一年项目数量', '上年项目数量', '上一年度项目数量', '上一年项目数'],
  change: ['本年增/减', '本年增减', '本年增／减', '本年度增减', '本年增减数量'],
  projects: ['采购项目数量', '采购项目', '采购项目数'],
}
/** Headings of table 2. */
export const COLUMN_LABELS = new Vocabulary<ProactiveColumn>(COLUMN_WRITINGS)
/** The form's own words for them. */
export const COLUMN_WORDS = Object.fromEntries(Object.entries(COLUMN_WRITINGS).map(([id, [words]]) => [id, words])) as Readonly<Record<ProactiveColumn, string>>

/** Applicants of table 3. */
export const APPLICANT_LABELS = new Vocabulary<Applicant>({
  natural: ['自然人', '自然人数量', '自然人公民', '公民', '公民个人', '个人'],
  business: ['商业企业', '企业', '工商企业', '企业法人'],
  research: ['科研机构', '科研单位', '科研院所', '科学研究机构'],
  nonprofit: ['社会公益组织', '社会公益', '公益组织', '社会公益组织机构', '社会公益机构', '社会公益类组织', '社会公益性组织', '公益性组织', '社会组织', '社会团体'],
  legal: ['法律服务机构', '法律服务', '法律机构', '法律服务组织', '法律服务类机构', '法律服务单位'],
  other: ['其他', '其它', '其他组织', '其它组织'],
  total: ['总计', '合计', '总数'],
})

/** The form's own words for them. */
export const APPLICANT_WORDS: Readonly<Record<Applicant, string>> = { natural: '自然人', business: '商业企业', research: '科研机构', nonprofit: '社会公益组织', legal: '法律服务机构', other: '其他', total: '总计' }

/** Kinds and results of table 4. */
export const KIND_LABELS = new Vocabulary<ReviewKind>({
  review: ['行政复议', '复议'],
  'suit-direct': ['未经复议直接起诉', '行政诉讼未经复议直接起诉', '未经复议直接诉讼', '直接起诉', '未经行政复议直接起诉'],
  'suit-after-review': ['复议后起诉', '行政诉讼复议后起诉', '复议后诉讼', '经复议后起诉', '行政复议后起诉'],
})
export const KIND_ORDER = Object.keys(REVIEW_KINDS) as ReviewKind[]
export const RESULT_LABELS = new Vocabulary<ReviewResult>({
  upheld: ['结果维持', '维持'],
  corrected: ['结果纠正', '纠正', '结果纠错', '纠错'],
  other: ['其他结果', '其它结果'],
  pending: ['尚未审结', '未审结', '尚未审理', '未审理', '尚未结案', '未结案'],
  total: ['总计', '合计', '总数'],
})
export const RESULT_ORDER = Object.keys(REVIEW_RESULTS) as ReviewResult[]

const HEADING_VOCABULARIES = [RESULT_LABELS, KIND_LABELS, APPLICANT_LABELS, COLUMN_LABELS]
/** Whether a text is the heading of a column, or of several. */
export const isHeading = (text: string): boolean => /^(?:信息内容|申请人情况|法人或其他组织|行政诉讼|项目|类别)$/.test(bare(text)) || HEADING_VOCABULARIES.some((words) => words.is(text) !== undefined)

/** The column headings that one line of text names, parted by white space, in their order; null where it has any other words. */
export function headingsIn(text: string): string[] | null {
  const words = text.trim().split(/\s+/)
  const headings: string[] = []
  let open = ''
  for (const word of words) {
    open += word
    if (!isHeading(open)) continue
    headings.push(open)
    open = ''
  }
  return open === '' && headings.length >= 2 ? headings : null
}
