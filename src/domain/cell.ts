import { label, type Label } from './label'

export { NOT_KNOWN, plainNumber, readCell } from './read-cell'

/** Why there is no number. The order is part of the table's encoding: append only. */
export const MISSING_REASONS = [
  'not-known',
  'blank',
  'not-applicable',
  'suppressed',
  'unreadable',
  'not-in-format',
  'no-report',
  'not-computable',
  'contradictory',
  'fails-check',
] as const

export type MissingReason = (typeof MISSING_REASONS)[number]

export const MISSING_LABELS: Readonly<Record<MissingReason, Label>> = {
  'not-known': label('此处未知', 'not known here'),
  blank: label('原文空白', 'blank in the original'),
  'not-applicable': label('不适用', 'not applicable'),
  suppressed: label('低于阈值不公布', 'suppressed'),
  unreadable: label('无法读作数字', 'not readable as a number'),
  'not-in-format': label('该年报格式无此项', 'not in this report format'),
  'no-report': label('该年无年报数据', 'no report for this year'),
  'not-computable': label('分母为零，无法计算', 'denominator is zero'),
  contradictory: label('分子大于分母，两数矛盾', 'part exceeds the whole'),
  'fails-check': label('核验不符，已剔除', 'left out: fails a check'),
}

/** All of these together. */
export const UNSTATED = label('未说明', 'not stated')

/** A cell of a report: a number, or the reason why there is none. Raw text and note survive to tooltip, table and file. */
export type Cell =
  | { readonly value: number; readonly note?: string; readonly raw?: string }
  | { readonly missing: MissingReason; readonly note?: string; readonly raw?: string }

const REGION_NOTE = /全(?:国|省|市|区|县|州|盟|旗|镇|乡|街道|系统)|全自治[区州县]/
const ABOUT_NOTE = /约|余|多/

/** The note says that the figure counts a whole region (全市, 全区 …), not the office's own work. */
export const isRegionNote = (note: string | undefined): boolean => note !== undefined && REGION_NOTE.test(note)

/** The note says that the figure is approximate (约, 余). */
export const isAboutNote = (note: string | undefined): boolean => note !== undefined && ABOUT_NOTE.test(note)

/** The note of a count of those processed that a text does not state but implies: so many came in, and all were answered. */
export const INFERRED_NOTE = '由“均已办结”推得'

/** Whether a count is only implied by a text. */
export const isInferredNote = (note: string): boolean => note.includes(INFERRED_NOTE)
