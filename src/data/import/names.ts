import '@/domain/all-forms'
import { APPLICANT_IDS, APPLICANTS, CHANNEL_MEASURES, CHANNELS, FIGURES, ITEM_COLUMNS, PROACTIVE_COLUMNS, PROACTIVE_ITEMS, REQUEST_ROW_IDS, REQUEST_ROWS, REVIEW_KINDS, REVIEW_RESULTS, sectionOf, type Applicant, type FigureId, type Section } from '@/domain/figure'
import { FORMATS, ownEntries, ownEntryOf } from '@/domain/formats'
import { allIndicators } from '@/domain/indicators'
import type { Label } from '@/domain/label'
import { nationalLabel } from '@/domain/national-figure'
import { remembered } from '@/domain/remembered'

const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const NUMBERING = /^\s*(?:[(（]?[一二三四五六七八九十]+[)）、.．]|\d{1,2}[.．、](?!\d))\s*/
const STOPWORDS = new Set(['number', 'of', 'the', 'in', 'for', 'a', 'an', 'to', 'on', 'from', 'by', 'during', 'as', 'at', 'that', 'were', 'which', 'this', 'your', 'fiscal', 'financial', 'year', 'agency', 'agencys', 'count', 'and'])

/** A name without characters that cannot be seen (control, direction, zero width), spaces run together. */
export const visible = (text: string): string => text.replace(INVISIBLE, (c) => (/[\t\n\r]/.test(c) ? ' ' : '')).replace(/\s+/g, ' ').trim().normalize('NFC')

/** What two writings of one heading have in common: letters and digits, without numbering, width, case and punctuation. */
export const normal = remembered((text) => text.normalize('NFKC').replace(NUMBERING, '').toLowerCase().replace(/%/g, 'percent').replace(/[^\p{L}\p{N}]/gu, ''))

/** The same for looser wordings of a Latin heading: without filler words. '' for other scripts. */
export const loose = remembered((text) => {
  const words = text.normalize('NFKC').toLowerCase().match(/[a-z]+|\d+|%/g) ?? []
  return words.filter((word) => !STOPWORDS.has(word)).join(' ')
})

/** Headings of columns that mean the same in every file, the surest first. */
const KEY_NAMES = {
  agency: ['agency', 'agency name', '机关', '机关名称', '机关全称', '单位名称', '行政机关', '部门名称', '机构名称', '填报单位', '公开主体', '报告机关', '名称', '部门', '机构', '单位'],
  year: ['year', '年度', '年份', '报告年度', '年', '统计年度'],
  row: ['row', 'item', 'kind', 'channel', '行', '项目', '事项', '办理结果', '办理情况', '渠道', '条目', '信息内容', '类型'],
  column: ['applicant', 'measure', 'result', '申请人', '申请人类型', '申请人类别', '列', '结果'],
  figure: ['figure', 'indicator', 'indicator id', 'variable', 'metric', '指标', '指标名称', '指标代码', '数据项'],
  value: ['value', 'figure value', 'count', 'amount', '数值', '数量', '值', '件数', '数字', '数据'],
  unit: ['unit', '计量单位', '单位'],
  note: ['note', 'notes', 'remark', 'remarks', '备注', '注', '说明'],
  missing: ['missing', 'missing because', '缺失原因'],
  named: ['as-named', 'as named', '原文名称', '原文指标'],
  quote: ['quote', '原文', '引文'],
  source: ['source', 'source url', 'url', '来源', '网址', '链接', '来源网址'],
  format: ['format', 'report format', '年报格式'],
  scope: ['scope', '统计范围'],
} as const satisfies Record<string, readonly string[]>
export type KeyRole = keyof typeof KEY_NAMES

const KEYS = new Map<string, KeyRole[]>()
for (const [role, names] of Object.entries(KEY_NAMES)) for (const name of names) KEYS.set(normal(name), [...(KEYS.get(normal(name)) ?? []), role as KeyRole])

/** What a heading means in any file, the likelier first; `单位` is an agency or a unit of measure. */
export const keyRolesOf = (heading: string): readonly KeyRole[] => KEYS.get(normal(heading)) ?? []

/** How sure a heading names the agency: 0 the surest; -1 not at all. */
export const agencyRank = (heading: string): number => KEY_NAMES.agency.findIndex((name) => normal(name) === normal(heading))

const EXTRA: Readonly<Record<string, readonly string[]>> = {
  'requests.received.total': ['新收', '新收申请', '收到申请', '收到申请数', '申请数', '申请量', '申请总数', '受理申请', '本年新收', '收到依申请公开', '依申请公开数', '依申请数量'],
  'requests.carried-in.total': ['上年结转', '上年结转申请'],
  'requests.granted.total': ['全部公开', '同意公开'],
  'requests.partly-granted.total': ['部分公开', '同意部分公开'],
  'requests.refused.total': ['不予公开合计', '不公开', '不同意公开'],
  'requests.unavailable.total': ['无法提供合计'],
  'requests.not-processed.total': ['不予处理合计'],
  'requests.processed.total': ['办结', '办结数', '答复数', '办理总数', '办理总计', '本年度办理结果总计', '办结总数'],
  'requests.carried-out.total': ['结转下年', '结转下年度', '结转下年度继续办理'],
  'documents.issued': ['制发规范性文件', '制发规范性文件数', '规范性文件制发', '本年制发规范性文件'],
  'documents.repealed': ['废止规范性文件', '规范性文件废止'],
  'documents.in-force': ['现行有效规范性文件', '规范性文件现行有效'],
  'review.total': ['行政复议', '复议', '复议总计', '行政复议总计', '行政复议数'],
  'suit-direct.total': ['直接诉讼', '未经复议直接起诉总计'],
  'suit-after-review.total': ['复议后诉讼', '复议后起诉总计'],
  'fees.amount': ['收费金额', '行政事业性收费金额', '行政事业性收费'],
}

/** Words that stand for other things in other tables: a heading alone does not tell. */
const VAGUE: ReadonlySet<string> = new Set(['总计', '其他'])

const WHOLE = new Map<string, FigureId>()
const nameWhole = (name: string, figure: FigureId): void => {
  const key = normal(name)
  if (key !== '' && !WHOLE.has(key)) WHOLE.set(key, figure)
}
const sections = Object.values(FIGURES).flat()
for (const figure of sections) nameWhole(figure, figure)
for (const figure of sections) nameWhole(nationalLabel(figure).zh, figure)
for (const [figure, names] of Object.entries(EXTRA)) for (const name of names) nameWhole(name, figure as FigureId)
for (const format of FORMATS) {
  for (const table of format.tables) {
    if (table.section !== 'requests') continue
    for (const { label, figures } of table.rows) if (figures.at(-1) && !VAGUE.has(normal(label.zh))) nameWhole(label.zh, figures.at(-1)!)
  }
}

/** The figure of the national forms that a heading or text names by its id, its Chinese label or a usual short name; requests without an applicant are all applicants'. */
export const nationalNamed = (text: string): FigureId | undefined => WHOLE.get(normal(text))

interface Part {
  readonly section: Section
  readonly id: string
}

const ROWS = new Map<string, Part[]>()
const COLUMNS = new Map<string, Part[]>()
const namePart = (map: Map<string, Part[]>, name: string, part: Part): void => {
  const key = normal(name)
  const found = map.get(key) ?? []
  if (key !== '' && !found.some(({ section, id }) => section === part.section && id === part.id)) map.set(key, [...found, part])
}
const nameParts = (map: Map<string, Part[]>, section: Section, names: Readonly<Record<string, Label>>): void => {
  for (const [id, label] of Object.entries(names)) for (const name of [id, label.zh, label.en]) namePart(map, name, { section, id })
}
nameParts(ROWS, 'proactive', PROACTIVE_ITEMS)
nameParts(ROWS, 'requests', REQUEST_ROWS)
nameParts(ROWS, 'reviews', REVIEW_KINDS)
nameParts(ROWS, 'participation', CHANNELS)
nameParts(COLUMNS, 'proactive', PROACTIVE_COLUMNS)
nameParts(COLUMNS, 'requests', APPLICANTS)
nameParts(COLUMNS, 'reviews', REVIEW_RESULTS)
nameParts(COLUMNS, 'participation', CHANNEL_MEASURES)
const COLUMN_NAMES: readonly (readonly [section: Section, id: string, ...names: string[]])[] = [
  ['requests', 'other', '其他'],
  ['requests', 'total', '合计'],
  ['requests', 'business', '企业'],
  ['requests', 'natural', '公民'],
  ['requests', 'natural', '个人'],
  ['reviews', 'upheld', '维持'],
  ['reviews', 'corrected', '纠正'],
  ['reviews', 'other', '其他'],
  ['reviews', 'pending', '未审结'],
  ['reviews', 'total', '合计'],
]
for (const [section, id, ...names] of COLUMN_NAMES) for (const name of names) namePart(COLUMNS, name, { section, id })
for (const format of FORMATS) {
  for (const table of format.tables) {
    for (const { label, figures } of table.rows) {
      const figure = figures.find((each) => each !== null)
      if (!figure || table.section === 'figures') continue
      const id = table.section === 'requests' ? figure.split('.').slice(1, -1).join('.') : figure.split('.')[0]!
      for (const name of [label.zh, label.en]) namePart(ROWS, name, { section: table.section, id })
    }
    if (table.section === 'proactive' || table.section === 'reviews') {
      table.columns.forEach((label, at) => {
        const id = table.rows.map(({ figures }) => figures[at]).find((figure) => figure)?.split('.').at(-1)
        if (id) for (const name of [label.zh, label.en]) namePart(COLUMNS, name, { section: table.section, id })
      })
    }
  }
}
for (const [figure, names] of Object.entries(EXTRA)) {
  const parts = figure.split('.')
  if (parts[0] === 'requests') for (const name of names) namePart(ROWS, name, { section: 'requests', id: parts.slice(1, -1).join('.') })
}

/** A column of the national tables that a heading names: 自然人, 结果维持, 本年制发. */
export const columnsNamed = (heading: string): readonly Part[] => COLUMNS.get(normal(heading)) ?? []
/** A row of the national tables that a text names. */
export const rowsNamed = (text: string): readonly Part[] => ROWS.get(normal(text)) ?? []

const joined = ({ section, id }: Part, column: string): FigureId => (section === 'requests' || section === 'participation' ? `${section}.${id}.${column}` : `${id}.${column}`) as FigureId
const known = (figure: FigureId): FigureId | undefined => (sectionOf(figure) ? figure : undefined)

const DERIVED = new Set(allIndicators().map(({ id }) => id))
const PATTERNS = new Set(REQUEST_ROW_IDS.map((row) => `requests.${row}`))

/** Figure of the parts that stand in one line; `derived` for a measure that is reckoned from others, `unknown` for a name nothing has. */
export type Named = FigureId | 'derived' | 'unknown'

/** The figure of a line and column of a national table, by ids or names in Chinese or English. Without a column, requests are those of `applicant`. */
export function figureOfParts(row: string, column: string, applicant: Applicant, format: string): Named {
  const rows = rowsNamed(row)
  if (column === '') {
    const requests = rows.find(({ section }) => section === 'requests')
    return requests ? joined(requests, applicant) : figureNamed(row, '', applicant, format)
  }
  const columns = columnsNamed(column)
  for (const part of rows) {
    const match = columns.find(({ section }) => section === part.section)
    const figure = match && known(joined(part, match.id))
    if (figure && (part.section !== 'proactive' || (ITEM_COLUMNS as Readonly<Record<string, readonly string[]>>)[part.id]!.includes(match.id))) return figure
  }
  return 'unknown'
}

/** The figure of a text that names it whole (id, label, or a row of requests with the applicant beside it); names of a format's own catalogue only for that format. */
export function figureNamed(text: string, column: string, applicant: Applicant, format: string): Named {
  const id = text.trim()
  // `requests.other.other` is a whole figure (（六）其他处理, other organisations) before it is a row of all applicants.
  const isWhole = column === '' && applicant === 'total' && sectionOf(id) !== undefined
  if (!isWhole && PATTERNS.has(id as `requests.received`)) {
    const named = column === '' ? applicant : applicantNamed(column)
    return named ? (`${id}.${named}` as FigureId) : 'unknown'
  }
  if (sectionOf(id) && (!id.includes(':') || ownEntryOf(id) || id.startsWith('own:'))) return id as FigureId
  // Under a definition of its own it is reckoned, too.
  if (DERIVED.has(id.replace(/@[\w-]+$/, ''))) return 'derived'
  if (column !== '') {
    const figure = figureOfParts(id, column, applicant, format)
    if (figure !== 'unknown') return figure
  }
  const whole = nationalNamed(id)
  // A column that names nothing (another kind of applicant) makes it another figure.
  if (whole && column !== '' && whole.startsWith('requests.')) return 'unknown'
  if (whole && applicant !== 'total' && whole.startsWith('requests.')) return whole.replace(/\.total$/, `.${applicant}`) as FigureId
  return whole ?? OWN_NAMES.get(`${format} ${normal(id)}`) ?? 'unknown'
}

const applicantNamed = (text: string): Applicant | undefined => APPLICANT_IDS.find((id) => columnsNamed(text).some((part) => part.section === 'requests' && part.id === id))

const OWN_NAMES = new Map<string, FigureId>()
for (const format of FORMATS) {
  for (const { id, figure } of ownEntries(format)) {
    for (const name of [...figure.headings, figure.label.zh, figure.label.en]) {
      const key = `${format.id} ${normal(name)}`
      if (!OWN_NAMES.has(key)) OWN_NAMES.set(key, id)
    }
  }
}
