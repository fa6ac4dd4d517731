import { DOUBT_KINDS, type DoubtKind } from './doubt'
import { DOUBT_LOOKS } from './doubt-looks'
import { definitionOf, figuresOf } from './definition'
import { BLANK_NOTE } from './evaluate'
import { extrasOf } from './extras'
import type { FunnelPoint } from './funnel'
import { label, type Label } from './label'
import { schemeOf } from './scheme'
import { choicesOf, type Selection } from './selection'
import type { Observation, Slice } from './slice'
import type { Table } from './table'

/** A column of a sheet. `id` is its heading in files, `label` on screen. */
export interface SheetColumn {
  readonly id: string
  readonly label: Label
  readonly numeric: boolean
}

/** Rows of plain values: null is an empty cell, a number stays a number. What the table shows and the file holds. */
export interface Sheet {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export type Shape = 'tidy' | 'wide'

interface Field extends SheetColumn {
  readonly value: (observation: Observation) => string | number | null
}

const LABELS: Readonly<Record<string, Label>> = {
  agency: label('机关', 'agency'),
  province: label('省份', 'province'),
  region: label('地区', 'region'),
  category: label('类别', 'category'),
  year: label('年度', 'year'),
  indicator: label('指标', 'indicator'),
  label: label('指标名称', 'indicator name'),
  'label-en': label('指标英文名称', 'indicator name in English'),
  applicant: label('申请人', 'applicant'),
  value: label('数值', 'value'),
  unit: label('单位', 'unit'),
  missing: label('缺失原因', 'missing because'),
  numerator: label('分子', 'numerator'),
  denominator: label('分母 n', 'denominator n'),
  low: label('95% 区间下限', '95 % interval, low'),
  high: label('95% 区间上限', '95 % interval, high'),
  definition: label('口径', 'definition'),
  format: label('年报格式', 'report format'),
  scope: label('范围', 'scope'),
  apart: label('与上年不可比', 'not comparable with the year before'),
  note: label('备注', 'note'),
  source: label('来源', 'source'),
}

/** Files carry one unit word each, whatever the language on screen. */
const FILE_UNITS: Readonly<Record<string, string>> = { percent: '%', 'wan-yuan': '万元' }

/** Every figure of the slice with everything known about it, or the slice with a column a year. Rows keep the slice's order. */
export function sheetOf(table: Table, selection: Selection, slice: Slice, shape: Shape): Sheet {
  const fields = fieldsOf(table, selection, slice)
  return shape === 'tidy' ? { columns: fields, rows: slice.observations.map((observation) => fields.map(({ value }) => value(observation))) } : wide(slice, fields)
}

function fieldsOf(table: Table, selection: Selection, slice: Slice): Field[] {
  const choices = choicesOf(selection)
  const field = (id: string, numeric: boolean, value: Field['value'], name: string = id): Field => ({ id, label: LABELS[name]!, numeric, value })
  const { by = 'province' } = slice.cut
  const province = schemeOf(table).wording === '' ? 'province' : 'region'
  const agencyOf = (observation: Observation) => table.agencies[slice.subjects[observation.subject]!.agency]
  return [
    field('agency', false, (observation) => agencyOf(observation)?.name ?? null),
    field('province', false, (observation) => agencyOf(observation)?.province ?? (by === 'province' ? slice.subjects[observation.subject]!.name : null), province),
    ...(by === 'category' ? [field('category', false, ({ subject }) => slice.subjects[subject]!.name)] : []),
    field('year', true, ({ year }) => year),
    field('indicator', false, ({ indicator }) => indicator.id),
    field('label', false, ({ indicator }) => indicator.label.zh),
    field('label-en', false, ({ indicator }) => indicator.label.en),
    field('applicant', false, ({ indicator, applicant }) => (indicator.byApplicant ? applicant : null)),
    field('value', true, ({ value }) => value),
    field('unit', false, ({ indicator }) => FILE_UNITS[indicator.unit] ?? indicator.unit),
    field('missing', false, ({ missing }) => missing),
    field('numerator', true, ({ numerator }) => numerator),
    field('denominator', true, ({ denominator }) => denominator),
    field('low', true, ({ low }) => low),
    field('high', true, ({ high }) => high),
    field('definition', false, ({ indicator }) => (indicator.choice ? definitionOf(indicator, choices).id : null)),
    field('format', false, ({ row }) => (row < 0 ? null : table.formatOf(row))),
    field('scope', false, ({ row, regional, value }) => (row < 0 || value === null ? null : regional ? 'region' : table.data.reportScope[row] === 0 ? 'unstated' : 'own')),
    ...(slice.cut.across === 'agencies-years' ? [field('apart', false, ({ apart }) => apart)] : []),
    ...rankFields(slice),
    ...funnelFields(slice, selection.n),
    ...doubtFields(slice),
    field('note', false, (observation) => noteOf(table, selection, observation)),
    field('source', false, ({ row, indicator, applicant }) => (row < 0 ? null : table.sourceOf(row, figuresOf(definitionOf(indicator, choices).formula, applicant, table.formatOf(row))) || null)),
  ]
}

/** The place of each agency and among how many, of a cut with ranks. */
const rankFields = ({ cut }: Slice): Field[] =>
  cut.ranks
    ? [
        { id: 'rank', label: label('名次', 'rank'), numeric: true, value: ({ rank }) => rank?.place ?? null },
        { id: 'ranked', label: label('参与排名机关数', 'agencies ranked'), numeric: true, value: ({ rank }) => rank?.of ?? null },
      ]
    : []

/** The overall rate and the limits for each agency's n, of a cut with a funnel. */
function funnelFields({ funnel, observations }: Slice, enough: number): Field[] {
  if (!funnel) return []
  const points = new Map(observations.map((observation, at) => [observation, funnel.points[at]]))
  const number = (id: string, zh: string, en: string, value: (point: FunnelPoint) => number | null): Field => ({
    id,
    label: label(zh, en),
    numeric: true,
    value: (observation) => {
      const point = points.get(observation)
      return point ? value(point) : null
    },
  })
  return [
    number('overall', '总体比率', 'overall rate', () => funnel.centre),
    number('limit-95-low', '95% 控制限下限', '95 % limit, low', ({ inner }) => inner.low),
    number('limit-95-high', '95% 控制限上限', '95 % limit, high', ({ inner }) => inner.high),
    number('limit-99.8-low', '99.8% 控制限下限', '99.8 % limit, low', ({ outer }) => outer.low),
    number('limit-99.8-high', '99.8% 控制限上限', '99.8 % limit, high', ({ outer }) => outer.high),
    {
      id: 'position',
      label: label('位置', 'position'),
      numeric: false,
      value: (observation) => {
        const position = points.get(observation)?.position ?? null
        return position === 'not-judged' ? `n < ${enough}: not judged` : position
      },
    },
  ]
}

/** Per kind of doubt what is in doubt, in Chinese and in English. */
const doubtFields = ({ observations }: Slice): Field[] =>
  DOUBT_KINDS.filter((kind) => DOUBT_LOOKS[kind].always || observations.some(({ doubts }) => doubts.some((doubt) => doubt.kind === kind))).flatMap((kind): Field[] => {
    const { column, heading } = DOUBT_LOOKS[kind]
    const english = label(`${heading.zh}（英文）`, `${heading.en}, in English`)
    return [
      { id: column, label: heading, numeric: false, value: (observation) => doubtText(observation, kind, 'zh') },
      { id: `${column}-en`, label: english, numeric: false, value: (observation) => doubtText(observation, kind, 'en') },
    ]
  })

/** The doubts of a kind about an observation: `H4 …; H3 …`. Null where there is none. */
function doubtText({ doubts }: Observation, kind: DoubtKind, language: 'zh' | 'en'): string | null {
  const told = doubts.filter((doubt) => doubt.kind === kind).map(({ id, text }) => `${id} ${text[language]}`.trim())
  return told.length === 0 ? null : told.join('; ')
}

/** The notes of the cells behind an observation, in the source's words, and what the reckoning did about blanks. Null when there are none. */
export function noteOf(table: Table, selection: Selection, observation: Observation): string | null {
  const { indicator, applicant, row, blankAsZero } = observation
  if (row < 0) return null
  const notes = new Set<string>()
  for (const figure of figuresOf(definitionOf(indicator, choicesOf(selection)).formula, applicant, table.formatOf(row))) {
    const remark = table.columns.get(figure)?.remarks.get(row)
    if (remark?.note) notes.add(remark.note)
    else if (remark?.raw && observation.missing === 'unreadable') notes.add(remark.raw)
  }
  if (indicator.outside) for (const extra of extrasOf(table, row, applicant)) notes.add(extra)
  if (blankAsZero) notes.add(BLANK_NOTE)
  return notes.size === 0 ? null : [...notes].join('; ')
}

const WIDE_KEYS = ['agency', 'province', 'category', 'indicator', 'label', 'label-en', 'applicant', 'unit', 'definition'] as const

type Plain = string | number | null

/** A column a year; a cell without a number holds its reason. What is in doubt stands before them, with its year. */
function wide(slice: Slice, fields: readonly Field[]): Sheet {
  const keys = WIDE_KEYS.flatMap((id) => fields.filter((field) => field.id === id))
  const years = slice.years.map((year): SheetColumn => ({ id: String(year), label: label(String(year), String(year)), numeric: true }))
  const doubts = doubtFields(slice)
  const rows = new Map<string, Plain[]>()
  for (const observation of slice.observations) {
    const key = `${observation.subject}|${observation.indicator.id}|${observation.applicant}`
    let row = rows.get(key)
    if (!row) {
      row = [...keys.map(({ value }) => value(observation)), ...doubts.map(() => null), ...years.map(() => null)]
      rows.set(key, row)
    }
    row[keys.length + doubts.length + slice.years.indexOf(observation.year)] = observation.value ?? observation.missing
    for (const [at, { value }] of doubts.entries()) addDoubt(row, keys.length + at, observation.year, value(observation))
  }
  return { columns: [...keys, ...doubts, ...years], rows: [...rows.values()] }
}

function addDoubt(row: Plain[], at: number, year: number, text: Plain): void {
  if (text !== null) row[at] = row[at] === null ? `${year}: ${text}` : `${row[at]}; ${year}: ${text}`
}
