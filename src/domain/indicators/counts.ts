import { OUTCOME_GROUPS, REQUEST_ROWS, type OutcomeGroup } from '../figure'
import { ownEntries, type Format, type OwnEntry, type OwnTable, type Role } from '../formats'
import { label, type Label } from '../label'

/** Figures of a format's own catalogue that count one thing together. One alone keeps its own id and name. */
export interface Count {
  readonly id: string
  readonly name: Label
  readonly entries: readonly OwnEntry[]
}

/** The results of a review that a form may tell apart. */
export const RESULT_ROLES = ['upheld', 'corrected', 'other', 'pending'] as const
export type ResultRole = (typeof RESULT_ROLES)[number]

/** A table of reviews that tells their results apart. */
export interface ReviewCounts {
  readonly table: OwnTable
  readonly results: Partial<Readonly<Record<ResultRole, Count>>>
  /** Reviews decided, where the form states it; else reviews received. */
  readonly total: Count | undefined
}

/** What a format's own catalogue counts, by the roles of its figures. */
export interface Counts {
  readonly received: Count | undefined
  readonly 'carried-in': Count | undefined
  /** As stated, else the sum of all outcomes. */
  readonly processed: Count | undefined
  readonly 'carried-out': Count | undefined
  readonly proactive: Count | undefined
  readonly reviewed: Count | undefined
  readonly outcomes: Partial<Readonly<Record<OutcomeGroup, Count>>>
  readonly reviews: readonly ReviewCounts[]
}

const NAMES = {
  received: label('收到申请', 'received'),
  'carried-in': label('期初未办结', 'carried in'),
  granted: label('全部公开', 'granted in full'),
  'partly-granted': label('部分公开', 'granted in part'),
  refused: label('拒绝公开', 'refused'),
  'not-held': label('不掌握', 'not held'),
  other: label('其他结果', 'other outcome'),
  processed: label('办结', 'processed'),
  pending: label('期末未办结', 'pending at the end'),
  reviewed: label('复核与申诉', 'reviews and appeals'),
  corrected: label('改变原决定', 'decision changed'),
  proactive: label('主动公开', 'proactive disclosures'),
} as const satisfies Record<string, Label>
export type CommonCount = keyof typeof NAMES
/** What all formats share, with the name it goes by across them. */
export const COMMON_COUNTS: Readonly<Record<CommonCount, Label>> = NAMES

const SUM_OF_OUTCOMES = label('办结（各项结果合计）', 'processed (sum of outcomes)')
const GROUP_NAMES: Readonly<Record<OutcomeGroup, Label>> = { granted: NAMES.granted, 'partly-granted': NAMES['partly-granted'], refused: NAMES.refused, unavailable: NAMES['not-held'], 'not-processed': REQUEST_ROWS['not-processed'], other: NAMES.other }
const RESULT_NAMES: Readonly<Record<ResultRole, Label>> = { upheld: label('维持原决定', 'decision upheld'), corrected: NAMES.corrected, other: label('其他复核结果', 'other result of review'), pending: label('复核未结', 'review pending') }

const withRole = (entries: readonly OwnEntry[], ...roles: readonly Role[]): OwnEntry[] => entries.filter(({ figure }) => figure.role !== undefined && roles.includes(figure.role))

function countOf(format: Format, key: string, name: Label, entries: readonly OwnEntry[]): Count | undefined {
  const [only, ...more] = entries
  if (!only) return undefined
  return more.length === 0 ? { id: only.id, name: only.figure.label, entries } : { id: `${format.id}:${key}`, name, entries }
}

function reviewCountsOf(format: Format, entries: readonly OwnEntry[], table: OwnTable): ReviewCounts | undefined {
  const own = entries.filter((entry) => entry.table === table)
  const results = Object.fromEntries(RESULT_ROLES.flatMap((result) => {
    const count = countOf(format, `reviews.${table.id}.${result}`, { zh: `${table.title.zh}：${RESULT_NAMES[result].zh}`, en: `${table.title.en}: ${RESULT_NAMES[result].en}` }, withRole(own, `review.${result}`))
    return count ? [[result, count]] : []
  }))
  if (Object.keys(results).length === 0) return undefined
  const total = withRole(own, 'review.total')
  return { table, results, total: countOf(format, `reviews.${table.id}.total`, table.title, total.length > 0 ? total : withRole(own, 'review.received')) }
}

const known = new WeakMap<Format, Counts>()

/** What the format's own catalogue counts; nothing for the national forms. */
export function countsOf(format: Format): Counts {
  const found = known.get(format)
  if (found) return found
  const entries = ownEntries(format)
  const count = (key: string, name: Label, ...roles: readonly Role[]): Count | undefined => countOf(format, key, name, withRole(entries, ...roles))
  const counts: Counts = {
    received: count('all.received', NAMES.received, 'received'),
    'carried-in': count('all.carried-in', NAMES['carried-in'], 'carried-in'),
    processed: count('all.processed', NAMES.processed, 'processed') ?? count('all.processed', SUM_OF_OUTCOMES, ...OUTCOME_GROUPS),
    'carried-out': count('all.carried-out', NAMES.pending, 'carried-out'),
    proactive: count('all.proactive', NAMES.proactive, 'proactive'),
    reviewed: count('all.reviewed', NAMES.reviewed, 'review.received') ?? count('all.reviewed', NAMES.reviewed, 'review.total'),
    outcomes: Object.fromEntries(OUTCOME_GROUPS.flatMap((group) => {
      const outcome = count(`outcomes.${group}`, GROUP_NAMES[group], group)
      return outcome ? [[group, outcome]] : []
    })),
    reviews: (format.own?.tables ?? []).flatMap((table) => reviewCountsOf(format, entries, table) ?? []),
  }
  known.set(format, counts)
  return counts
}

/** The counts that are sums of several figures, and so have no figure of their own. */
export const sumsOf = ({ outcomes, reviews, ...counts }: Counts): Count[] =>
  [...Object.values(counts), ...Object.values(outcomes), ...reviews.flatMap(({ results, total }) => [...Object.values(results), total])].filter((count): count is Count => count !== undefined && count.entries.length > 1)
