import { seriesOf } from '@/domain/series'
import { indicatorOf } from '@/domain/indicators'
import { schemeOf, type OutcomeRow } from '@/domain/scheme'
import { choicesOf, type Selection } from '@/domain/selection'
import type { Table } from '@/domain/table'
import type { StackEntry } from './agency-stack'
import type { Palette } from './theme'

/** What the outcomes leave of those processed, where any report leaves something: a part of the bar of its own. */
export function outsideIn(table: Table, selection: Selection): OutcomeRow[] {
  const { outside } = schemeOf(table)
  if (!outside) return []
  const { values } = seriesOf(table, indicatorOf(outside.indicator)!, selection.applicant, choicesOf(selection))
  return values.some((value) => value > 0) ? [outside] : []
}

/** How it is drawn: in no outcome's colour, and hatched. */
export const outsideEntry = ({ label }: OutcomeRow, { missing }: Palette): StackEntry => ({ label, colour: missing, hatched: true })
