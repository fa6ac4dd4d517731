import { OUTCOME_GROUPS, REQUEST_ROWS, rowsOfGroup, type FigureId, type OutcomeGroup, type RequestRow } from '@/domain/figure'
import type { Selection } from '@/domain/selection'
import { agencyStack, agencyStackHeight, type StackEntry, type StackMeasure } from './agency-stack'
import { defineChart, type Chart, type ChartContext } from './chart'
import { numberText } from './format'
import { jointlyDisclosed } from './joint'
import { applicantText, definitionText, joinedText, summarised, titled } from './sentences'
import { indicatorOf } from '@/domain/indicators'

/** The group opened into its official rows; '' where none is, or it has no rows. */
const openedIn = (selection: Selection): OutcomeGroup | '' => (selection.group !== '' && rowsOfGroup(selection.group).length > 0 ? selection.group : '')

const rowsIn = (selection: Selection): readonly RequestRow[] => {
  const group = openedIn(selection)
  return group === '' ? OUTCOME_GROUPS : rowsOfGroup(group)
}

const rankedBy = (selection: Selection): string => {
  const group = openedIn(selection)
  if (selection.values === 'share') return group === '' ? 'requests.disclosure-rate' : `requests.${group}.share`
  return group === '' ? 'requests.processed' : `requests.${group}`
}

const idOf = (selection: Selection, row: RequestRow): string => (selection.values === 'share' ? `requests.${row}.share` : `requests.${row}`)

const rowOf = (indicator: string): RequestRow => indicator.replace(/^requests\.|\.share$/g, '') as RequestRow

const entriesIn = ({ selection, palette }: ChartContext): StackEntry[] => {
  const group = openedIn(selection)
  return rowsIn(selection).map((row, at) => ({ label: REQUEST_ROWS[row], colour: group === '' ? palette.outcomes[row as OutcomeGroup] : palette.series[at % palette.series.length]! }))
}

function measureIn(context: ChartContext): StackMeasure {
  const { selection, words, table, slice } = context
  const share = selection.values === 'share'
  const opened = openedIn(selection) !== ''
  const processed = (subject: number): number | null => {
    const cell = table.cell(`requests.processed.${selection.applicant}` as FigureId, table.rowOf(slice.subjects[subject]!.agency, slice.years[0] ?? 0))
    return 'value' in cell ? cell.value : null
  }
  return {
    amount: ({ observation }) => observation.value,
    ...(opened ? {} : { joint: jointlyDisclosed(context) }),
    whole: (_, subject) => (opened ? null : share ? 100 : processed(subject)),
    end: (all, subject) => {
      const stated = all.filter(({ observation }) => observation.value !== null)
      const sum = stated.reduce((total, { observation }) => total + observation.value!, 0)
      if (opened) return stated.length < all.length || all.length === 0 ? '' : share ? numberText(words, sum, 'percent') : words.number(sum)
      const n = share ? (stated[0]?.observation.denominator ?? null) : processed(subject)
      return n === null ? '' : words.number(n)
    },
  }
}

const title: Chart['title'] = (context) => {
  const { selection, words } = context
  const group = openedIn(selection)
  return group === '' ? titled(context, `chart.outcomes.title.${selection.values}`) : titled(context, `chart.outcomes.title.group.${selection.values}`, { group: words.name(REQUEST_ROWS[group]) })
}

export default defineChart({
  id: 'outcomes',
  places: { requests: 0 },
  controls: ['values', 'group', 'disclosure-rate', 'at', 'sort', 'top'],
  cut: (selection) => ({ across: 'agencies', indicators: rowsIn(selection).map((row) => idOf(selection, row)), rankBy: rankedBy(selection), anyOf: true }),
  title,
  subtitle: (context) => {
    const rank = indicatorOf(rankedBy(context.selection))!
    return joinedText(context, [context.words.t(`chart.outcomes.subtitle.${openedIn(context.selection) === '' ? '' : 'group.'}${context.selection.values}`), context.words.t('chart.sorted-by', { indicator: context.words.name(rank.label, rank.id), text: definitionText(context, rank) }), applicantText(context)])
  },
  summary: (context) => summarised(context, title(context)),
  height: (slice, width) => agencyStackHeight(slice, width, slice.indicators.map(({ id }) => REQUEST_ROWS[rowOf(id)]), 1),
  option: (context) => {
    const { selection, slice, words } = context
    const share = selection.values === 'share'
    const opened = openedIn(selection) !== ''
    const heading = words.t(opened ? 'chart.outcomes.sum' : 'chart.outcomes.processed')
    const column = { id: 'outcomes', heading, figures: slice.indicators.map(({ id }) => ({ indicator: id })) }
    return agencyStack(context, entriesIn(context), [column], measureIn(context), { until: share && !opened ? 'hundred' : 'own', inside: (amount) => (share ? `${words.number(amount)}%` : words.number(amount)) })
  },
  drill: (slice, observation, selection) => {
    const row = rowOf(slice.observations[observation]?.indicator.id ?? '')
    const group = OUTCOME_GROUPS.find((each) => each === row)
    return openedIn(selection) === '' && group && rowsOfGroup(group).length > 0 ? { group } : undefined
  },
})
