import { indicatorOf, type Indicator } from '@/domain/indicators'
import type { Label } from '@/domain/label'
import { schemeOf, type Outcome, type OutcomeRow } from '@/domain/scheme'
import type { Selection } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { agencyStack, agencyStackHeight, type StackEntry, type StackMeasure } from './agency-stack'
import { defineChart, type Chart, type ChartContext } from './chart'
import { totalText } from './format'
import { jointEntries, jointLabels, jointlyDisclosed, jointTotals } from './joint'
import { outsideEntry, outsideIn } from './outside'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'
import { manyColours } from './theme'

/** The outcome opened into its rows; undefined where none is, or it has no rows. */
const openedIn = (selection: Selection, table: Table): Outcome | undefined => schemeOf(table).outcomes.find(({ group, rows }) => group === selection.group && rows.length > 0)

const rowsIn = (selection: Selection, table: Table): readonly OutcomeRow[] => openedIn(selection, table)?.rows ?? [...schemeOf(table).outcomes, ...outsideIn(table, selection)]

function rankedBy(selection: Selection, table: Table): string {
  const opened = openedIn(selection, table)
  const { disclosureRate = 'common.disclosure-rate', processed = 'common.processed' } = schemeOf(table)
  return selection.values === 'share' ? (opened?.share ?? disclosureRate) : (opened?.indicator ?? processed)
}

/** What the count is called, of a count or of its share. */
const labelOf = ({ id, label }: Indicator): Label => indicatorOf(id.replace(/\.share$/, ''))?.label ?? label

function entriesIn({ selection, palette, table }: ChartContext): StackEntry[] {
  const opened = openedIn(selection, table)
  if (!opened) return [...schemeOf(table).outcomes.map(({ label, group }) => ({ label, colour: palette.outcomes[group] })), ...outsideIn(table, selection).map((outside) => outsideEntry(outside, palette))]
  const colours = manyColours(palette, opened.rows.length)
  return opened.rows.map(({ label }, at) => ({ label, colour: colours[at]! }))
}

/** Whose figure is written at the end of a bar: of a group opened its own, of counts all processed. The shares of processed hold that number as their n. */
function totalIn(selection: Selection, table: Table): string | undefined {
  const opened = openedIn(selection, table)
  if (selection.values === 'share') return opened?.share
  return opened?.indicator ?? schemeOf(table).processed
}

function measureIn(context: ChartContext): StackMeasure {
  const { selection, words, table } = context
  const share = selection.values === 'share'
  const opened = openedIn(selection, table) !== undefined
  return {
    amount: ({ observation }) => observation.value,
    ...(opened ? {} : { joint: jointlyDisclosed(context, selection.values) }),
    whole: (_, total) => (share && !opened ? 100 : (total?.observation.value ?? null)),
    end: (all, total) => {
      if (!share || opened) return totalText(words, total?.observation)
      const n = all.find(({ observation }) => observation.value !== null)?.observation.denominator ?? null
      return n === null ? '' : words.number(n)
    },
  }
}

const title: Chart['title'] = (context) => {
  const { selection, words, table } = context
  const opened = openedIn(selection, table)
  return opened ? titled(context, `chart.outcomes.title.group.${selection.values}`, { group: words.name(opened.label, opened.indicator) }) : titled(context, `chart.outcomes.title.${selection.values}`)
}

export default defineChart({
  id: 'outcomes',
  places: { requests: 0 },
  controls: ['values', 'group', 'disclosure-rate', 'at', 'sort', 'top'],
  suits: (_, table) => schemeOf(table).outcomes.length > 0,
  cut: (selection, table) => {
    const total = totalIn(selection, table)
    const totals = [...(total === undefined ? [] : [{ indicator: total }]), ...(openedIn(selection, table) ? [] : jointTotals(table, selection.values))]
    return {
      across: 'agencies',
      indicators: rowsIn(selection, table).map(({ indicator, share }) => (selection.values === 'share' ? share : indicator)),
      ...(totals.length === 0 ? {} : { totals }),
      rankBy: rankedBy(selection, table),
      anyOf: true,
    }
  },
  title,
  subtitle: (context) => {
    const { selection, table, words } = context
    const rank = indicatorOf(rankedBy(selection, table))!
    const plain = openedIn(selection, table) || !schemeOf(table).joint
    return joinedText(context, [words.t(`chart.outcomes.subtitle.${plain ? 'group.' : ''}${selection.values}`), words.t('chart.sorted-by', { indicator: words.name(rank.label, rank.id), text: definitionText(context, rank) }), applicantText(context)])
  },
  summary: (context) => summarised(context, title(context)),
  height: (slice, width, table) => agencyStackHeight(slice, width, [...slice.indicators.map(labelOf), ...jointLabels(slice, table)], 1),
  option: (context) => {
    const { selection, slice, words, table } = context
    const total = totalIn(selection, table)
    const share = selection.values === 'share'
    const opened = openedIn(selection, table) !== undefined
    const heading = words.t(opened ? 'chart.outcomes.sum' : 'chart.outcomes.processed')
    const column = { id: 'outcomes', heading, figures: slice.indicators.map(({ id }) => ({ indicator: id })), ...(total === undefined ? {} : { total: { indicator: total } }) }
    return agencyStack(context, entriesIn(context), [column], measureIn(context), { until: share && !opened ? 'hundred' : 'own', inside: (amount) => (share ? `${words.number(amount)}%` : words.number(amount)) }, jointEntries(context))
  },
  drill: (slice, observation, selection, table) => {
    const id = slice.observations[observation]?.indicator.id
    const outcome = schemeOf(table).outcomes.find(({ indicator, share }) => indicator === id || share === id)
    return !openedIn(selection, table) && outcome && outcome.rows.length > 0 ? { group: outcome.group } : undefined
  },
})
