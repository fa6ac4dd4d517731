import { REQUEST_ROWS, rowsOfGroup, type OutcomeGroup, type RequestRow } from '../figure'
import type { Format, OwnEntry } from '../formats'
import { label, type Label } from '../label'
import { COMMON_COUNTS, countsOf, type CommonCount, type Count } from './counts'
import { defineChoice, defineIndicator, worded, type Definition, type FigurePattern, type Formula, type Indicator } from './indicator'

export const REVIEWS_DECIDED = label('已有结果的复核', 'reviews with a result')

/** Figures added up; parts that are blank or not applicable count as zero beside a stated one. */
export const together = (entries: readonly OwnEntry[]): Formula => (entries.length === 1 ? { figure: entries[0]!.id } : { group: null, parts: entries.map(({ id }) => id) })

/** How something is reckoned in the reports of a format, its name, and the form's own words for it. */
export interface Measure {
  readonly formula: Formula
  readonly name: Label
  readonly words: Label
  /** As a term of a rate: the form's own words, or the name where they are many. */
  readonly term: Label
}

export type MeasureId = CommonCount | 'disclosed' | 'decided' | 'accepted' | 'reviews-decided'
type Measures = Partial<Readonly<Record<MeasureId, Measure>>>

const MOST_WORDS = 3

/** Names one after the other; of many the first two and how many there are. */
export function listed(names: readonly Label[]): Label {
  const shown = names.length <= MOST_WORDS ? names : names.slice(0, 2)
  const text = { zh: shown.map(({ zh }) => zh).join('＋'), en: shown.map(({ en }) => en).join(' + ') }
  return shown.length === names.length ? text : { zh: `${text.zh}等 ${names.length} 项`, en: `${text.en} + ${names.length - shown.length} more` }
}

/** The one name, or what several go by together. */
const called = (measure: Measure | undefined, counts: readonly (Count | undefined)[], name: Label): Measure | undefined => (measure && counts.filter((count) => count !== undefined).length > 1 ? { ...measure, name, term: measure.term === measure.name ? name : measure.term } : measure)

const named = (names: readonly Label[]): Label => ({ zh: names.map(({ zh }) => zh).join('＋'), en: names.map(({ en }) => en).join(' + ') })

function measureOf(...counts: readonly (Count | undefined)[]): Measure | undefined {
  const there = counts.filter((count) => count !== undefined)
  const entries = there.flatMap((count) => count.entries)
  if (entries.length === 0) return undefined
  const name = named(there.map((count) => count.name))
  const words = listed(entries.map(({ figure }) => figure.label))
  return { formula: together(entries), name, words, term: entries.length > MOST_WORDS ? name : words }
}

function ownMeasures(format: Format): Measures {
  const { outcomes, reviews, ...counts } = countsOf(format)
  const { granted, refused, unavailable } = outcomes
  const partly = outcomes['partly-granted']
  const results = reviews.flatMap(({ results: { upheld, corrected, other }, total }) => (total?.entries.some(({ figure }) => figure.role === 'review.total') ? [total] : [upheld, corrected, other]))
  const corrected = reviews.map((review) => review.results.corrected)
  const measures: Record<MeasureId, Measure | undefined> = {
    received: measureOf(counts.received),
    'carried-in': measureOf(counts['carried-in']),
    granted: measureOf(granted),
    'partly-granted': measureOf(partly),
    refused: measureOf(refused),
    'not-held': measureOf(unavailable),
    other: measureOf(outcomes['not-processed'], outcomes.other),
    processed: measureOf(counts.processed),
    pending: measureOf(counts['carried-out']),
    reviewed: measureOf(counts.reviewed),
    corrected: called(measureOf(...corrected), corrected, COMMON_COUNTS.corrected),
    proactive: measureOf(counts.proactive),
    disclosed: granted && measureOf(granted, partly),
    decided: granted && refused && measureOf(granted, partly, refused, unavailable),
    accepted: counts.received && counts['carried-in'] && measureOf(counts.received, counts['carried-in']),
    'reviews-decided': called(measureOf(...results), results, REVIEWS_DECIDED),
  }
  return Object.fromEntries(Object.entries(measures).filter(([, measure]) => measure !== undefined))
}

const row = (id: RequestRow): FigurePattern => `requests.${id}.total`
const national = (id: RequestRow): Formula => {
  const parts = rowsOfGroup(id as OutcomeGroup)
  return parts.length > 0 ? { group: row(id), parts: parts.map(row) } : { figure: row(id) }
}
const nationalMeasure = (formula: Formula, ...names: readonly Label[]): Measure => ({ formula, name: named(names), words: listed(names), term: named(names) })
const rows = (...ids: readonly RequestRow[]): Measure => nationalMeasure(ids.length === 1 ? national(ids[0]!) : { sum: ids.map(national) }, ...ids.map((id) => REQUEST_ROWS[id]))
const disclosed: Formula = { first: [{ sum: [national('granted'), national('partly-granted')] }, { figure: row('disclosed') }] }
const REVIEWS = label('行政复议', 'administrative reviews')

/** The same of the national forms. */
const NATIONAL: Measures = {
  received: rows('received'),
  'carried-in': rows('carried-in'),
  granted: rows('granted'),
  'partly-granted': rows('partly-granted'),
  refused: rows('refused'),
  'not-held': rows('unavailable.not-held'),
  other: rows('unavailable.to-be-created', 'unavailable.unclear', 'not-processed', 'other'),
  processed: rows('processed'),
  pending: rows('carried-out'),
  reviewed: nationalMeasure({ figure: 'review.total' }, REVIEWS),
  corrected: nationalMeasure({ figure: 'review.corrected' }, label('行政复议结果纠正', 'administrative reviews, corrected')),
  proactive: nationalMeasure({ figure: 'narrative.items-disclosed' }, label('正文所述主动公开信息', 'items disclosed, as stated in the text')),
  disclosed: nationalMeasure(disclosed, REQUEST_ROWS.granted, REQUEST_ROWS['partly-granted']),
  decided: nationalMeasure({ sum: [disclosed, national('refused'), national('unavailable.not-held')] }, REQUEST_ROWS.granted, REQUEST_ROWS['partly-granted'], REQUEST_ROWS.refused, REQUEST_ROWS['unavailable.not-held']),
  accepted: rows('received', 'carried-in'),
  'reviews-decided': nationalMeasure({ difference: [{ figure: 'review.total' }, { figure: 'review.pending' }] }, label('行政复议已审结', 'administrative reviews closed')),
}

const measured = new WeakMap<Format, Measures>()

/** What the reports of a format count under the names that all formats share. */
export function measuresOf(format: Format): Measures {
  if (!format.own) return NATIONAL
  const found = measured.get(format) ?? ownMeasures(format)
  measured.set(format, found)
  return found
}

/** Where the rates of a family come from. */
export interface Source {
  /** Before the ids: `us-foia:`, `common.`. */
  readonly prefix: string
  readonly family: string
  readonly measure: (id: MeasureId) => Measure | undefined
  /** What more is to be said about the two terms of a rate. */
  readonly more?: (above: MeasureId, below: MeasureId) => Label | undefined
}

const bracketed = (text: string, plus: string): string => (text.includes(plus) ? (plus === '＋' ? `（${text}）` : `(${text})`) : text)
/** One name divided by another, without a full stop. */
export const divided = (above: Label, below: Label): Label => ({
  zh: `${bracketed(above.zh, '＋')} ÷ ${bracketed(below.zh, '＋')}`.replaceAll('） ', '）').replaceAll(' （', '（'),
  en: `${bracketed(above.en, ' + ')} / ${bracketed(below.en, ' + ')}`,
})
const stopped = ({ zh, en }: Label): Label => ({ zh: `${zh}。`, en: `${en}.` })

/** Two texts one after the other. */
export const followed = (first: Label, second: Label | undefined): Label => (second ? { zh: `${first.zh}${second.zh}`, en: `${first.en} ${second.en}` } : first)

/** The names of the three disclosure rates in use. */
export const DISCLOSURE_RATES = {
  both: label('公开及部分公开 ÷ 办结', 'granted + partly, of processed'),
  granted: label('予以公开 ÷ 办结', 'granted, of processed'),
  decided: label('公开及部分公开 ÷ 实质答复', 'granted + partly, of those decided'),
} as const satisfies Record<string, Label>

const RATES = [
  { id: 'clearance-rate', label: label('办结率', 'clearance rate'), terms: ['processed', 'accepted'], share: true },
  { id: 'review-rate', label: label('复核率', 'review rate'), terms: ['reviewed', 'processed'], share: false },
  { id: 'correction-rate', label: label('改变原决定率', 'rate of decisions changed'), terms: ['corrected', 'reviews-decided'], share: true },
] as const

const DISCLOSURE_TERMS = { both: ['disclosed', 'processed'], granted: ['granted', 'processed'], decided: ['disclosed', 'decided'] } as const

/** The rates that the measures of a source allow. */
export function ratesOf({ prefix, family, measure, more }: Source): Indicator[] {
  const ratio = (id: string, name: Label, [above, below]: readonly [MeasureId, MeasureId], share: boolean): Definition[] => {
    const numerator = measure(above)
    const denominator = measure(below)
    if (!numerator || !denominator) return []
    const brief = stopped(divided(numerator.name, denominator.name))
    return [{ id, label: name, brief, formula: { ratio: [numerator.formula, denominator.formula], share }, ...worded(() => followed(brief, more?.(above, below))) }]
  }
  const rates = RATES.flatMap(({ id, label: name, terms, share }) =>
    ratio('default', name, terms, share).map((definition) => defineChoice({ id: `${prefix}${id}`, label: name, unit: share ? 'percent' : 'per-hundred', family, definitions: [definition] })),
  )
  const [first, ...others] = (['both', 'granted', 'decided'] as const).flatMap((id) => ratio(id, DISCLOSURE_RATES[id], DISCLOSURE_TERMS[id], true))
  const disclosure = first ? [defineChoice({ id: `${prefix}disclosure-rate`, label: label('公开率', 'disclosure rate'), unit: 'percent', family, choice: 'disclosure-rate', definitions: [first, ...others] })] : []
  return [...disclosure, ...rates]
}

/** The share of a count in what was processed. */
export const shareOf = (id: string, name: Label, family: string, formula: Formula, processed: Measure, more?: () => Label): Indicator =>
  defineIndicator({
    id: `${id}.share`,
    label: label(`${name.zh}占比`, `share ${name.en}`),
    unit: 'percent',
    family,
    brief: stopped(divided(name, processed.name)),
    text: () => followed(stopped(divided(name, processed.name)), more?.()),
    formula: { ratio: [formula, processed.formula], share: true },
  })
