import type { OwnFigureId } from './figure'
import { label, type Label } from './label'

/** What of a report's head its document may leave in doubt: whose report it is, and of which year. Named like figures, so that a doubt about it goes wherever a doubt about a figure goes; no column bears these names. */
export const HEAD_LABELS = {
  'head:agency': label('机关名称', 'agency'),
  'head:year': label('年度', 'year'),
} as const satisfies Partial<Record<OwnFigureId, Label>>
export type HeadPart = keyof typeof HEAD_LABELS
export const HEAD_PARTS = Object.keys(HEAD_LABELS) as HeadPart[]

export const isHeadPart = (figure: string): figure is HeadPart => Object.hasOwn(HEAD_LABELS, figure)
