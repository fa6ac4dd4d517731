import { comparisonOf } from '@/domain/comparisons'
import { APPLICANTS } from '@/domain/figure'
import type { Selection } from '@/domain/selection'
import { agenciesOf, yearsOf } from '@/domain/members'
import type { Table } from '@/domain/table'
import type { Words } from '@/i18n'
import { namesText, yearsText } from './parameter-text'

/** What is selected, as a sentence: whose figures, of which years, and what else bounds them. Counts are left out until a table is there. */
export function selectionSentence(words: Words, selection: Selection, table: Table | null): string {
  const { applicant, scope } = selection
  return [
    who(words, selection, table),
    when(words, selection, table),
    ...(applicant === 'total' || !knowsApplicants(table) ? [] : [words.t('shell.applicant', { applicant: words.name(APPLICANTS[applicant], `applicant.${applicant}`) })]),
    ...(scope === 'own' ? [] : [words.t(`shell.scope.${scope}`)]),
  ].join(words.t('shell.joint'))
}

/** Whether the reports tell requests apart by applicant; the national forms do. */
const knowsApplicants = (table: Table | null): boolean => comparisonOf('requests', table).indicators.some(({ byApplicant }) => byApplicant)

/** The same in a few words, for a button: how many agencies, which years. */
export function selectionBrief(words: Words, selection: Selection, table: Table | null): string {
  const n = table ? agenciesOf(table, selection).length : selection.agency.length
  return words.t('shell.brief', { who: n > 0 || table ? words.t('shell.agencies', { n }) : words.t('shell.agencies-all'), when: when(words, selection, null) })
}

function who(words: Words, selection: Selection, table: Table | null): string {
  if (selection.agency.length > 0) return namesText(words, selection.agency)
  const bounds = [selection.province, selection.city, selection.level, selection.category].filter((values) => values.length > 0).map((values) => namesText(words, values))
  if (!table) return bounds.length > 0 ? bounds.join(' · ') : words.t('shell.agencies-all')
  const n = agenciesOf(table, selection).length
  return bounds.length > 0 ? words.t('shell.agencies-within', { where: bounds.join(' · '), n }) : words.t('shell.agencies-every', { n })
}

function when(words: Words, selection: Selection, table: Table | null): string {
  if (selection.year) return yearsText(words, selection.year)
  const years = table ? yearsOf(table, selection) : []
  return years.length > 0 ? words.t('shell.years-within', { years: yearsText(words, { from: years[0]!, to: years.at(-1)! }) }) : words.t('shell.years-all')
}
