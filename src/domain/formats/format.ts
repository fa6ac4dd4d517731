import { label, type Label } from '../label'
import { APPLICANT_IDS, APPLICANTS, REVIEW_KINDS, REVIEW_RESULTS, type FigureId, type OutcomeGroup, type OwnFigureId, type RequestRow, type ReviewKind, type ReviewResult, type Section } from '../figure'
import type { MissingReason } from '../cell'
import type { IndicatorKind } from '../indicators/indicator'
import type { Unit } from '../unit'

/** One line of an official table: the form's own words and the figure of each column (null where the form has no cell). */
export interface FormatRow {
  readonly label: Label
  /** The form's words in its own language, where that is neither Chinese nor English of `label`. */
  readonly official?: string
  readonly figures: readonly (FigureId | null)[]
  /** Depth under the form's headings: 0, 1, 2. */
  readonly depth: number
}

export interface FormatTable {
  readonly section: Section
  readonly title: Label
  readonly columns: readonly Label[]
  readonly rows: readonly FormatRow[]
}

/** A report format: what a form of some years asks for. Adding one is one file `cn-….ts` (or other country) with this as its default export. */
export interface Format {
  readonly id: string
  readonly label: Label
  /** The document that prescribes the form. */
  readonly basis: Label
  /** First report year it was in use; the headings of a report decide, not its year. */
  readonly from: number
  readonly tables: readonly FormatTable[]
  /** Formats whose figures of the same id may be joined with this one's in a series. */
  readonly continues: readonly string[]
  /** Formats of one family ask for the same figures and are compared row by row; across families only the common measures are. */
  readonly family: string
  /** The format's own catalogue and the files it comes in; absent where the figures are those of the national forms (figure.ts). */
  readonly own?: OwnCatalogue
}

/** A format with figures of the catalogue of figure.ts. */
export const defineFormat = (format: Omit<Format, 'family' | 'own'>): Format => Object.freeze({ family: 'cn', ...format })

/** What a figure is in the course of a request or a review; comparisons and the common measures follow from it. A figure without one is only listed. */
export type Role =
  | 'received'
  | 'carried-in'
  | 'processed'
  | 'carried-out'
  /** One of the outcomes that add up to `processed`. */
  | OutcomeGroup
  /** A reason (exemption, exception) for refusing; one request may have several. */
  | 'reason'
  | 'proactive'
  | 'review.received'
  | 'review.upheld'
  | 'review.corrected'
  | 'review.other'
  | 'review.pending'
  /** Reviews decided, pending ones excluded. */
  | 'review.total'

/** A figure of a format's own catalogue. */
export interface OwnFigure {
  /** Within the format: `requests.received`. The figure id is `<format id>:<id>`. */
  readonly id: string
  /** The official heading of its column first, then others met in files. Case, spaces and punctuation do not matter. */
  readonly headings: readonly [string, ...string[]]
  readonly label: Label
  /** Default: the table's unit. */
  readonly unit?: Unit
  readonly kind?: IndicatorKind
  readonly role?: Role
}

/** A table of a format: what stands in one file, or in a stretch of its columns. */
export interface OwnTable {
  readonly id: string
  readonly title: Label
  readonly unit: Unit
  /** Words of the file's name that tell it from another table with the same headings. */
  readonly names?: readonly string[]
  readonly figures: readonly OwnFigure[]
}

/** Fields of an agency that a file may give beside its name. */
export type AgencyField = 'province' | 'city' | 'county' | 'level' | 'category' | 'code'

/** How the files of a format are laid out, and their traps. */
export interface FileLayout {
  /** Headings of the column with the agency's name. */
  readonly agency: readonly [string, ...string[]]
  /** Headings of the column with the year; none: the year stands in the file's name. */
  readonly year: readonly string[]
  readonly fields?: Readonly<Partial<Record<AgencyField, readonly string[]>>>
  /** Rows of components inside: only those whose cell in one of these columns matches are an agency's own. */
  readonly whole?: { readonly headings: readonly [string, ...string[]]; readonly is: RegExp }
  /** Names, in the agency's column, of rows that add up the others: they are checked against, never loaded. */
  readonly total: RegExp
  /** Texts of cells that stand for a missing value, beyond those every cell knows. */
  readonly markers?: Readonly<Record<string, MissingReason>>
}

export interface OwnCatalogue {
  readonly tables: readonly OwnTable[]
  readonly layout: FileLayout
}

/** A format with a catalogue of its own: another country's, in one file. */
export function defineOwnFormat({ tables, layout, ...format }: Omit<Format, 'tables' | 'family' | 'own' | 'continues'> & OwnCatalogue): Format {
  return Object.freeze({
    ...format,
    family: format.id,
    continues: [],
    own: { tables, layout },
    tables: tables.map(({ title, figures }): FormatTable => ({
      section: 'figures',
      title,
      columns: [label('数值', 'figure')],
      rows: figures.map(({ id, label: name, headings }) => ({ label: name, official: headings[0], depth: 0, figures: [`${format.id}:${id}` as OwnFigureId] })),
    })),
  })
}

type Words = readonly [zh: string, en: string]

/** A line of table 3, crossed with the seven applicant columns. */
export const requestRow = (row: RequestRow, [zh, en]: Words, depth: number): FormatRow => ({
  label: label(zh, en),
  depth,
  figures: APPLICANT_IDS.map((applicant) => `requests.${row}.${applicant}` as const),
})

/** A heading of table 3 without cells of its own; its group total may be stated in prose. */
export const requestHeading = ([zh, en]: Words): FormatRow => ({
  label: label(zh, en),
  depth: 1,
  figures: APPLICANT_IDS.map(() => null),
})

export const requestTable = (rows: readonly FormatRow[]): FormatTable => ({
  section: 'requests',
  title: label('收到和处理政府信息公开申请情况', 'Requests received and processed'),
  columns: Object.values(APPLICANTS),
  rows,
})

/** Table 4, the same in both national forms. */
export const reviewTable = (): FormatTable => ({
  section: 'reviews',
  title: label('行政复议、行政诉讼情况', 'Reviews and suits'),
  columns: Object.values(REVIEW_RESULTS),
  rows: Object.entries(REVIEW_KINDS).map(([kind, name]) => ({
    label: name,
    depth: 0,
    figures: Object.keys(REVIEW_RESULTS).map((result) => `${kind as ReviewKind}.${result as ReviewResult}` as const),
  })),
})

/** The rows of table 3 that both national forms share, from 新收 to （五）不予处理. */
export const sharedRequestRows = (): FormatRow[] => [
  requestRow('received', ['一、本年新收政府信息公开申请数量', '1. Requests received this year'], 0),
  requestRow('carried-in', ['二、上年结转政府信息公开申请数量', '2. Requests carried in from last year'], 0),
  requestRow('granted', ['（一）予以公开', '(1) Granted'], 1),
  requestRow('partly-granted', ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '(2) Partly granted'], 1),
  requestHeading(['（三）不予公开', '(3) Refused']),
  requestRow('refused.state-secret', ['1．属于国家秘密', '1. State secret'], 2),
  requestRow('refused.forbidden-by-law', ['2．其他法律行政法规禁止公开', '2. Forbidden by other laws'], 2),
  requestRow('refused.security', ['3．危及“三安全一稳定”', '3. Security and stability'], 2),
  requestRow('refused.third-party', ['4．保护第三方合法权益', '4. Rights of third parties'], 2),
  requestRow('refused.internal', ['5．属于三类内部事务信息', '5. Internal affairs'], 2),
  requestRow('refused.deliberative', ['6．属于四类过程性信息', '6. Deliberative information'], 2),
  requestRow('refused.enforcement-file', ['7．属于行政执法案卷', '7. Enforcement file'], 2),
  requestRow('refused.inquiry', ['8．属于行政查询事项', '8. Administrative inquiry'], 2),
  requestHeading(['（四）无法提供', '(4) Unavailable']),
  requestRow('unavailable.not-held', ['1．本机关不掌握相关政府信息', '1. Not held'], 2),
  requestRow('unavailable.to-be-created', ['2．没有现成信息需要另行制作', '2. Would have to be created'], 2),
  requestRow('unavailable.unclear', ['3．补正后申请内容仍不明确', '3. Still unclear after correction'], 2),
  requestHeading(['（五）不予处理', '(5) Not processed']),
  requestRow('not-processed.petition', ['1．信访举报投诉类申请', '1. Petition, report or complaint'], 2),
  requestRow('not-processed.duplicate', ['2．重复申请', '2. Duplicate'], 2),
  requestRow('not-processed.publication', ['3．要求提供公开出版物', '3. Published work'], 2),
  requestRow('not-processed.excessive', ['4．无正当理由大量反复申请', '4. Excessive without good reason'], 2),
  requestRow('not-processed.confirmation', ['5．要求行政机关确认或重新出具已获取信息', '5. Confirmation of information already obtained'], 2),
]

/** （六）其他处理: a row of its own in the form of 2019, a heading above three in that of 2021. */
export const OTHER: Words = ['（六）其他处理', '(6) Otherwise closed']
export const splitOtherRows = (): FormatRow[] => [
  requestRow('other.not-corrected', ['1．申请人无正当理由逾期不补正', '1. Not corrected in time'], 2),
  requestRow('other.fee-unpaid', ['2．申请人逾期未按收费通知要求缴纳费用', '2. Fee not paid in time'], 2),
  requestRow('other.other', ['3．其他', '3. Other'], 2),
]

export const closingRequestRows = (): FormatRow[] => [
  requestRow('processed', ['（七）总计', '(7) Total processed'], 1),
  requestRow('carried-out', ['四、结转下年度继续办理', '4. Carried out to next year'], 0),
]
