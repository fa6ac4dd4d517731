import { tableOf, NO_OUTCOMES, requestCells } from '../fixture'
import { DEFAULTS, type Selection } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { chartById, sliceFor } from '@/charts'
import type { ChartContext } from '@/charts/chart'
import { PALETTES } from '@/charts/theme'
import { wordsOf } from '@/i18n'

const whole = (received: number, granted: number, notHeld: number): Record<string, number | string> => ({
  ...requestCells({ ...NO_OUTCOMES, received, 'carried-in': 2, granted, 'partly-granted': 3, 'unavailable.not-held': notHeld, processed: granted + 3 + notHeld, 'carried-out': received + 2 - granted - 3 - notHeld }),
  'requests.received.natural': received - 1,
  'requests.received.business': 1,
  'requests.received.research': 0,
  'requests.received.nonprofit': 0,
  'requests.received.legal': 0,
  'requests.received.other': 0,
  'documents.issued': 12,
  'documents.repealed': 0,
  'documents.in-force': 40,
  'fees.amount': 25.1,
  'licences.decisions': 1234,
  'review.upheld': 3,
  'review.corrected': 1,
  'review.other': 0,
  'review.pending': 2,
  'review.total': 6,
  'participation.npc-suggestions.received': 9,
  'participation.npc-suggestions.satisfied-rate': 100,
})

/** Tables like the real ones: some whole, most with a few figures, years apart and in two formats. */
export const FULL = tableOf([
  { agency: '甲省乙市教育局', year: 2018, cells: { 'requests.received.total': 7 } },
  { agency: '甲省乙市教育局', year: 2020, cells: { 'requests.received.total': 9, 'requests.processed.total': 9, 'requests.other.total': 2 } },
  { agency: '甲省乙市教育局', year: 2022, cells: whole(60, 30, 20) },
  { agency: '甲省乙市教育局', year: 2023, cells: whole(80, 20, 40) },
  { agency: '甲省乙市民政局', year: 2023, cells: whole(90, 60, 10) },
  { agency: '甲省丙市人民政府', year: 2023, cells: { 'requests.received.total': 5, 'requests.processed.total': 2, 'requests.granted.total': 1, 'requests.disclosed.total': 1, 'narrative.items-disclosed': '8（约）' } },
])

/** Blank, refused to read, other scopes, zero denominators: nothing but gaps and oddities. */
export const GAPS = tableOf(
  [
    { agency: '甲省甲市人民政府', year: 2023, cells: { 'requests.received.total': '', 'requests.processed.total': 0, 'requests.granted.total': 0, 'requests.partly-granted.total': 0, 'documents.issued': '若干', 'review.total': '/' } },
    { agency: '甲省乙市人民政府', year: 2023, cells: { 'requests.received.total': '5147（全市）', 'requests.processed.total': '..', 'requests.disclosed.total': 30, 'documents.repealed': 1 } },
    { agency: '甲省丙市人民政府', year: 2021, cells: { 'requests.processed.total': 50, 'requests.disclosed.total': 30 } },
  ],
  ['甲省丁市人民政府'],
)

export const NOTHING = tableOf([])

export const selected = (changes: Partial<Selection> = {}): Selection => ({ ...DEFAULTS, ...changes })

/** Everything a chart is given, for a table, a selection and a place to draw. */
export function contextOf(id: string, table: Table, changes: Partial<Selection> = {}, look: { language?: string; palette?: 'light' | 'dark'; width?: number } = {}): ChartContext {
  const selection = selected(changes)
  const slice = sliceFor(chartById(id)!, table, selection)
  return { table, selection, slice, words: wordsOf(look.language ?? 'zh-CN'), palette: PALETTES[look.palette ?? 'light'], width: look.width ?? 1100 }
}
