import { signsOf } from '@/charts/doubts'
import { reasonText, unitText } from '@/charts/format'
import { DOUBT_KINDS } from '@/domain/doubt'
import { DOUBT_LOOKS } from '@/domain/doubt-looks'
import { BLANK_NOTE } from '@/domain/evaluate'
import { APPLICANTS, type Applicant } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import type { Selection } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import type { Observation, Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { digitsOf } from '@/domain/unit'
import type { Words } from '@/i18n'

type Plain = string | number | null

export interface TwinColumn {
  readonly id: string
  readonly head: string
  readonly numeric: boolean
}

/** A row of the table beside a picture: one observation, its plain values for sorting and its texts for reading. */
export interface TwinRow {
  readonly observation: number
  readonly values: readonly Plain[]
  readonly texts: readonly string[]
  /** Without a number: the reason stands where the value would. */
  readonly missing: boolean
}

/** Columns of the sheet that the screen says otherwise: the indicator by its name, the reason in place of the value. */
const NOT_SHOWN = new Set(['indicator', 'label-en', 'missing', 'definition', ...DOUBT_KINDS.map((kind) => `${DOUBT_LOOKS[kind].column}-en`)])

type Writer = (value: Plain, observation: Observation, words: Words) => string

/** Where a rate lies in its funnel, or that its cases are too few to say. */
function positionText(words: Words, value: Plain): string {
  if (value === null) return ''
  const few = /^n < ([\d.]+)/.exec(String(value))
  return few ? words.t('chart.funnel.position.not-judged', { n: Number(few[1]) }) : words.t(`chart.funnel.position.${value}`)
}

const decimals: Writer = (value, _, words) => (typeof value === 'number' ? words.number(value, 1) : '')

/** Per kind of doubt a column: the sign, then what is in doubt in the reader's language. */
const DOUBT_WRITERS = Object.fromEntries(
  DOUBT_KINDS.map((kind): [string, Writer] => [
    DOUBT_LOOKS[kind].column,
    (_, { doubts }, words) => {
      const own = doubts.filter((doubt) => doubt.kind === kind)
      return own.length === 0 ? '' : `${DOUBT_LOOKS[kind].sign} ${own.map(({ id, text }) => `${id} ${words.name(text)}`.trim()).join(words.t('card.joint'))}`
    },
  ]),
)

const WRITERS: Readonly<Record<string, Writer>> = {
  ...DOUBT_WRITERS,
  year: (value) => String(value),
  label: (_, { indicator }, words) => words.name(indicator.label, indicator.id),
  applicant: (value, _, words) => (value === null ? '' : words.name(APPLICANTS[value as Applicant], `applicant.${value}`)),
  value: (value, observation, words) => {
    const { indicator, missing } = observation
    const signs = missing === 'fails-check' ? '' : signsOf(observation)
    return [signs, typeof value === 'number' ? words.number(value, digitsOf(indicator.unit)) : reasonText(words, missing ?? 'not-known')].filter((part) => part !== '').join(' ')
  },
  unit: (_, { indicator }, words) => unitText(words, indicator.unit),
  numerator: (value, _, words) => (typeof value === 'number' ? words.number(value, 2) : ''),
  denominator: (value, _, words) => (typeof value === 'number' ? words.number(value, 2) : ''),
  low: decimals,
  high: decimals,
  format: (value, _, words) => (value === null ? '' : words.name(formatOf(String(value))?.label ?? { zh: String(value), en: String(value) }, `format.${value}`)),
  scope: (value, _, words) => (value === null ? '' : words.t(`card.scope-${value}`)),
  position: (value, _, words) => positionText(words, value),
  overall: decimals,
  'limit-95-low': decimals,
  'limit-95-high': decimals,
  'limit-99.8-low': decimals,
  'limit-99.8-high': decimals,
  apart: (value, _, words) => (value === null ? '' : words.t(`chart.apart.${value}`)),
  note: (value, _, words) => (value === null ? '' : value === BLANK_NOTE ? words.t('card.blank-as-zero') : String(value)),
}

/** The slice as a table for reading: exactly the observations drawn, in their order; columns without a single value left out. */
export function twinOf(table: Table, selection: Selection, slice: Slice, words: Words): { columns: TwinColumn[]; rows: TwinRow[] } {
  const sheet = sheetOf(table, selection, slice, 'tidy')
  // What the reader corrected comes before what is in doubt: that is told at length, and would push it out of view.
  const before = sheet.columns.findIndex(({ id }) => id === DOUBT_LOOKS.failing.column) - 0.5
  const placeOf = ({ id, at }: { readonly id: string; readonly at: number }): number => (id === DOUBT_LOOKS.edited.column ? before : at)
  const shown = sheet.columns.map((column, at) => ({ ...column, at })).filter(({ id, at }) => !NOT_SHOWN.has(id) && (id === 'value' || sheet.rows.some((row) => row[at] !== null && row[at] !== '')))
  const kept = shown.sort((a, b) => placeOf(a) - placeOf(b))
  return {
    columns: kept.map(({ id, label, numeric }) => ({ id, head: words.name(label, `column.${id}`), numeric })),
    rows: sheet.rows.map((row, observation) => {
      const observed = slice.observations[observation]!
      const values = kept.map(({ at }) => row[at] ?? null)
      return {
        observation,
        values,
        texts: kept.map(({ id }, at) => WRITERS[id]?.(values[at] ?? null, observed, words) ?? String(values[at] ?? '')),
        missing: observed.value === null,
      }
    }),
  }
}

/** Rows in the order of a column, those without a value last; the given order where `column` is -1. Equal rows keep their order. */
export function sorted(rows: readonly TwinRow[], column: number, ascending: boolean, language: string): readonly TwinRow[] {
  if (column < 0) return rows
  const { compare } = new Intl.Collator(language, { numeric: true })
  return [...rows].sort((a, b) => {
    const left = a.values[column] ?? null
    const right = b.values[column] ?? null
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    const order = typeof left === 'number' && typeof right === 'number' ? left - right : compare(String(left), String(right))
    return ascending ? order : -order
  })
}
