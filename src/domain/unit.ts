import { label, type Label } from './label'

/** What a figure counts. Money is in 万元 (10,000 yuan), as the form asks. */
export const UNITS = {
  items: label('件', 'documents'),
  decisions: label('件', 'decisions'),
  requests: label('件', 'requests'),
  cases: label('件', 'cases'),
  proposals: label('件', 'proposals'),
  messages: label('条', 'messages'),
  comments: label('条', 'comments'),
  consultations: label('次', 'consultations'),
  interviews: label('次', 'interviews'),
  posts: label('条', 'posts'),
  times: label('次', 'times'),
  persons: label('人', 'persons'),
  visits: label('次', 'visits'),
  projects: label('项', 'items'),
  days: label('天', 'days'),
  'wan-yuan': label('万元', '× 10,000 yuan'),
  percent: label('%', '%'),
  'per-hundred': label('件/百件办结', 'per 100 processed'),
  usd: label('美元', 'US dollars'),
  records: label('条', 'records'),
  exemptions: label('次', 'times applied'),
  figures: label('个数字', 'figures'),
  agencies: label('个机关', 'agencies'),
} as const satisfies Record<string, Label>

export type Unit = keyof typeof UNITS

/** Decimals shown at most: rates one, money and days two, counts none. Files keep every digit. */
export const digitsOf = (unit: Unit): number => (unit === 'percent' || unit === 'per-hundred' ? 1 : unit === 'wan-yuan' || unit === 'usd' || unit === 'days' ? 2 : 0)
