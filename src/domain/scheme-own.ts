import { OUTCOME_GROUPS } from './figure'
import { ownEntries, type Format, type OwnTable } from './formats'
import { indicatorOf, type Indicator } from './indicators'
import { countsOf, type Count } from './indicators/counts'
import type { Outcome, OutcomeRow, Page, ReasonGroup, Review, Scheme } from './scheme'
import { first, named, NO_PAGE, present } from './scheme-page'
import { REASON_BITS, STATED, type Table } from './table'

const MOST_LEADING = 6

/** The rate of the format; undefined where its figures do not allow it. */
const rateOf = (format: Format, rate: string): string | undefined => indicatorOf(`${format.id}:${rate}`)?.id

const MOST_REASONS = 25
const REASONS_SHOWN = 20

/** What all reports state of a figure, added up. */
function totalIn(table: Table, figure: string): number {
  const column = (table.columns as ReadonlyMap<string, { readonly values: ArrayLike<number>; readonly states: Uint8Array }>).get(figure)
  let total = 0
  column?.states.forEach((state, row) => {
    if ((state & REASON_BITS) === STATED) total += column.values[row]!
  })
  return total
}

/** The rows under refused, then the tables of reasons. Of very many only those given most in the data. */
function reasonsOf(table: Table, format: Format, refused: Outcome | undefined): Scheme['reasons'] {
  const byTable = (format.own?.tables ?? []).map((own): ReasonGroup => ({ label: own.title, group: 'refused', indicators: ownEntries(format).filter((entry) => entry.table === own && entry.figure.role === 'reason').map(({ id }) => id) }))
  const all = [...(refused ? [{ label: refused.label, group: refused.group, indicators: refused.rows.map(({ indicator }) => indicator) }] : []), ...byTable].filter(({ indicators }) => indicators.length > 0)
  const totals = new Map(all.flatMap(({ indicators }) => indicators.map((id) => [id, totalIn(table, id)] as const)))
  const used = [...totals.keys()].sort((a, b) => totals.get(b)! - totals.get(a)!)
  const kept = new Set(totals.size > MOST_REASONS ? used.slice(0, REASONS_SHOWN) : used)
  const groups = all.map((group) => ({ ...group, indicators: group.indicators.filter((id) => kept.has(id)) })).filter(({ indicators }) => indicators.length > 0)
  const given = new Set(byTable.flatMap(({ indicators }) => indicators))
  return { groups, rankBy: used.find((id) => given.has(id)) ?? used[0], of: totals.size }
}

const isFor = (table: OwnTable, pattern: RegExp): boolean => table.figures.some(({ role }) => role !== undefined && pattern.test(role))

const idOf = (count: Count | undefined): string | undefined => count?.id
const figuresIn = (format: Format, isMeant: (table: OwnTable) => boolean): string[] => ownEntries(format).filter(({ table }) => isMeant(table)).map(({ id }) => id)

/** A page without a figure that leads it has nothing to compare. */
const pageOf = (indicators: readonly Indicator[], leading: readonly string[], yearBy: readonly string[]): Page => (leading.length === 0 ? NO_PAGE : { indicators: first(indicators, []), leading: leading.slice(0, MOST_LEADING), yearBy })

function pagesOf(format: Format, scheme: Omit<Scheme, 'pages'>, unlisted: readonly Indicator[]): Scheme['pages'] {
  const { received, reviewed, 'carried-out': pending } = countsOf(format)
  const { outcomes, processed, disclosureRate, flow, proactive } = scheme
  const { kinds } = scheme.reviews
  const overview = present(idOf(received), processed, disclosureRate, idOf(pending), idOf(reviewed), proactive[0])
  const requests = present(idOf(received), processed, disclosureRate, rateOf(format, 'clearance-rate'), idOf(pending))
  const reviews = present(idOf(reviewed), rateOf(format, 'review-rate'), ...scheme.correctionRates)
  const others = figuresIn(format, (table) => !isFor(table, /^(proactive|review\.)/))
  return {
    overview: pageOf(named(...overview), overview, present(idOf(received))),
    proactive: pageOf(named(...proactive), proactive, proactive.slice(0, 1)),
    requests: pageOf(
      [...named(...requests, ...flow, ...outcomes.flatMap(({ indicator, share }) => [indicator, share]), ...others, ...outcomes.flatMap(({ rows }) => rows.map(({ share }) => share))), ...unlisted],
      requests,
      outcomes.length > 0 ? outcomes.map(({ indicator }) => indicator) : present(idOf(received)),
    ),
    participation: NO_PAGE,
    reviews: pageOf(
      named(...reviews, ...kinds.flatMap(({ total, results }) => [total, ...Object.values(results)]), ...figuresIn(format, (table) => isFor(table, /^review\./))),
      present(...reviews, ...kinds.flatMap(({ results }) => [results.upheld, results.corrected])),
      present(idOf(reviewed)),
    ),
  }
}

/** The scheme of reports of one format with a catalogue of its own. `unlisted`: columns that it does not list. */
export function ownScheme(table: Table, format: Format, unlisted: readonly Indicator[]): Scheme {
  const counts = countsOf(format)
  const outcomes = OUTCOME_GROUPS.flatMap((group): Outcome[] => {
    const count = counts.outcomes[group]
    if (!count) return []
    const rows = count.entries.map(({ id, figure }): OutcomeRow => ({ label: figure.label, indicator: id, share: `${id}.share` }))
    return [{ group, label: count.name, indicator: count.id, share: `${count.id}.share`, rows: rows.length > 1 ? rows : [] }]
  })
  const kinds = counts.reviews.map(({ table: { id, title }, results, total }): Review => ({ id, label: title, results: Object.fromEntries(Object.entries(results).map(([result, count]) => [result, count.id])), total: idOf(total) }))
  const scheme: Omit<Scheme, 'pages'> = {
    family: format.family,
    families: [format.family],
    wording: '.general',
    outcomes,
    joint: undefined,
    processed: idOf(counts.processed),
    outside: undefined,
    disclosureRate: rateOf(format, 'disclosure-rate'),
    flow: present(idOf(counts.received), idOf(counts['carried-in']), idOf(counts.processed), idOf(counts['carried-out']), rateOf(format, 'clearance-rate')),
    reasons: reasonsOf(table, format, outcomes.find(({ group }) => group === 'refused')),
    proactive: present(idOf(counts.proactive), ...(counts.proactive?.entries.map(({ id }) => id) ?? [])),
    reviews: { kinds, rankBy: kinds[0] && (kinds[0].total ?? Object.values(kinds[0].results)[0]) },
    correctionRates: present(rateOf(format, 'correction-rate')),
  }
  return { ...scheme, pages: pagesOf(format, scheme, unlisted) }
}
