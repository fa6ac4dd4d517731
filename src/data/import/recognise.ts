import '@/domain/all-forms'
import type { FigureId } from '@/domain/figure'
import { FORMATS, formatOf, ownEntries, type AgencyField, type FileLayout, type Format, type OwnTable } from '@/domain/formats'
import type { ProblemKind } from '@/domain/problem'
import type { Shape } from './account'
import type { ColumnRole, Mapping } from './mapping'
import { agencyRank, columnsNamed, figureNamed, figureOfParts, keyRolesOf, loose, nationalNamed, normal, type KeyRole } from './names'
import { namesYear, yearInName, yearOf } from './year'

/** How a column without a heading is called: `⟨3⟩`, the third. */
export const unnamed = (at: number): string => `⟨${at + 1}⟩`
export const isUnnamed = (heading: string): boolean => /^⟨\d+⟩$/.test(heading)

/** What a table of a file is taken for. */
export interface Recognition {
  /** '' when no format was recognised: somebody has to say what the columns are. */
  readonly format: string
  readonly shape: Shape
  readonly mapping: Mapping
  readonly told: readonly { readonly kind: ProblemKind; readonly column?: string; readonly text?: string }[]
}

export interface Headed {
  /** Path of the file. */
  readonly name: string
  readonly headings: readonly string[]
  /** What stands above the headings. */
  readonly titles?: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

const OWN_FORMATS = FORMATS.filter((format) => format.own)
/** Any other export: its layout and figures are the fallback for headings that no country's format has. */
export const COMMON = formatOf('common')!

const TABLE_FROM = 0.6
const SURE_MATCHES = 3

/** The year of a table without a column for it: in the file's name, else in a title above the headings. */
const yearOfTable = ({ name, titles = [] }: Headed): number | null => yearInName(name) ?? titles.map(yearInName).find((year) => year !== null) ?? null

/** Looks for what a table is: a format's own file, the national form's tables, a line a figure, a column a year, a column a figure. `format`: only this one, as the reader said. */
export function recognise(table: Headed, format?: string): Recognition {
  const own = OWN_FORMATS.filter(({ id }) => id !== COMMON.id && (format === undefined || id === format))
  const best = own.map((each) => ownFile(table, each, format !== undefined)).filter((each) => each !== null).sort((a, b) => b.score - a.score)[0]
  if (best) return best
  return keyed(table, format) ?? wide(table, format) ?? unknown(table, format)
}

interface Scored extends Recognition {
  readonly score: number
}

const has = (names: readonly string[], heading: string): boolean => names.some((name) => normal(name) === normal(heading))

/** Columns that say which part of a year a line counts, where another column has the year. */
const PERIODS = ['quarter', 'period', 'reporting period', 'half', 'half year', 'month', '季度', '月份', '期间', '统计期间']

/** The column with the year: of those so called, the first whose cells name years. */
function yearHeading({ headings, sample }: Headed, names: readonly string[], taken: Readonly<Record<string, ColumnRole>>): string | undefined {
  const found = names.flatMap((name) => headings.filter((heading) => normal(heading) === normal(name) && !(heading in taken)))
  return found.find((heading) => sample.some((row) => namesYear(row[headings.indexOf(heading)] ?? ''))) ?? found[0]
}

/** The column numbers the lines from one on: no code of an agency. */
function countsLines({ sample }: Headed, at: number): boolean {
  const numbers = sample.map((row) => Number(row[at]?.trim() || Number.NaN))
  return numbers.length > 1 && numbers[0]! <= 1 && numbers.every((number, line) => line === 0 || number === numbers[line - 1]! + 1)
}

/** The agency's, year's and other columns of a format's files. */
function keysOf(headed: Headed, layout: FileLayout): { columns: Record<string, ColumnRole>; year: boolean; whole: boolean } {
  const { headings } = headed
  const columns: Record<string, ColumnRole> = {}
  const agency = layout.agency.map((name) => headings.find((heading) => normal(heading) === normal(name))).find((heading) => heading !== undefined)
  if (agency !== undefined) columns[agency] = { as: 'agency' }
  const year = yearHeading(headed, layout.year, columns)
  if (year !== undefined) columns[year] = { as: 'year' }
  const period = headings.find((heading) => !Object.hasOwn(columns, heading) && has(PERIODS, heading))
  if (period !== undefined) columns[period] = { as: 'period' }
  for (const [field, names] of Object.entries(layout.fields ?? {})) {
    const heading = headings.find((each) => !Object.hasOwn(columns, each) && has(names, each) && !(field === 'code' && countsLines(headed, headings.indexOf(each))))
    if (heading !== undefined) columns[heading] = { as: 'field', field: field as AgencyField }
  }
  const whole = layout.whole && headings.find((heading) => has(layout.whole!.headings, heading))
  if (whole !== undefined) columns[whole] = { as: 'skip' }
  return { columns, year: year !== undefined, whole: whole !== undefined }
}

interface Matched {
  readonly table: OwnTable
  readonly figures: ReadonlyMap<string, FigureId>
}

/** The headings that a table of the format has: exactly first, then in looser words where only one figure fits. */
function matchTable(format: Format, table: OwnTable, headings: readonly string[]): Matched {
  const figures = new Map<string, FigureId>()
  const taken = new Set<string>()
  const take = (heading: string, id: string): void => {
    figures.set(heading, `${format.id}:${id}`)
    taken.add(id)
  }
  for (const heading of headings) {
    const found = table.figures.find(({ id, headings: names }) => !taken.has(id) && has(names, heading))
    if (found) take(heading, found.id)
  }
  for (const heading of headings) {
    const words = loose(heading)
    if (figures.has(heading) || words === '') continue
    const found = table.figures.filter(({ id, headings: names }) => !taken.has(id) && names.some((name) => loose(name) === words))
    if (found.length === 1) take(heading, found[0]!.id)
  }
  return { table, figures }
}

/** How many of the words that tell a table stand in the file's name. */
const nameScore = ({ names = [] }: OwnTable, file: string): number => {
  const text = normal(file.split('/').at(-1)!.replace(/\.\w+$/, ''))
  return names.length === 0 ? 0 : names.filter((name) => text.includes(normal(name))).length / names.length
}

function ownFile(headed: Headed, format: Format, asked: boolean): Scored | null {
  const { name, headings } = headed
  const { layout, tables } = format.own!
  const keys = keysOf(headed, layout)
  if (!Object.values(keys.columns).some(({ as }) => as === 'agency')) return null
  if (layout.year.length > 0 && !keys.year && yearOfTable(headed) === null) return null
  const others = headings.filter((heading) => !Object.hasOwn(keys.columns, heading) && !isUnnamed(heading))
  // The table with most of the headings first; of equals the one they fill, then the one the file's name tells.
  const ranked = tables
    .map((table) => matchTable(format, table, others))
    .map((matched) => ({ ...matched, filled: matched.figures.size / matched.table.figures.length, named: nameScore(matched.table, name) }))
    .sort((a, b) => b.figures.size - a.figures.size || b.filled - a.filled || b.named - a.named)
  const columns = { ...keys.columns }
  const used = new Set<FigureId>()
  for (const { figures } of ranked) {
    for (const [heading, figure] of figures) {
      if (Object.hasOwn(columns, heading) || used.has(figure)) continue
      columns[heading] = { as: 'cells', figure }
      used.add(figure)
    }
  }
  const matched = used.size
  const whole = matched === others.length && keys.whole
  const enough = asked ? matched > 0 : matched / Math.max(1, others.length) >= TABLE_FROM && (matched >= SURE_MATCHES || whole)
  if (!enough) return null
  const told: Recognition['told'][number][] = []
  const [first, second] = ranked
  if (first && second && first.figures.size === second.figures.size && first.filled === second.filled && first.named === second.named && first.figures.size > 0 && [...first.figures.keys()].some((heading) => second.figures.has(heading))) {
    told.push({ kind: 'table-ambiguous', text: `${first.table.title.en} / ${second.table.title.en}` })
  }
  for (const heading of others) {
    if (Object.hasOwn(columns, heading)) continue
    columns[heading] = { as: 'own' }
    told.push({ kind: 'column-kept', column: heading })
  }
  return { format: format.id, shape: 'format', mapping: { format: format.id, columns, year: keys.year ? null : yearOfTable(headed) }, told, score: matched / Math.max(1, others.length) + matched / 1000 }
}

/** Every cell of the column is a year of our time: a year whatever its heading says. */
const holdsYears = ({ sample }: Headed, at: number): boolean => {
  const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => /^(?:19[9]|20[0-4])\d$/.test(cell))
}

/** The agency, year and fields of a file in no format's own layout; a heading that may be two things is the one still missing. */
function generalKeys(headed: Headed): Record<string, ColumnRole> {
  const { headings } = headed
  const { columns, year } = keysOf(headed, { ...COMMON.own!.layout, agency: [' '] as [string] })
  const free = headings.filter((heading) => !Object.hasOwn(columns, heading))
  const ranked = free.map((heading) => ({ heading, rank: agencyRank(heading) })).filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank)
  const agency = ranked[0]?.heading ?? free.find((heading) => has(COMMON.own!.layout.agency, heading))
  if (agency !== undefined) columns[agency] = { as: 'agency' }
  if (!year) {
    const found = headings.find((heading) => !Object.hasOwn(columns, heading) && keyRolesOf(heading).includes('year')) ?? headings.find((heading, at) => !Object.hasOwn(columns, heading) && isYearHeading(heading) === null && holdsYears(headed, at))
    if (found !== undefined) columns[found] = { as: 'year' }
  }
  return columns
}

const isYearHeading = (heading: string): number | null => (/^(?:FY\s*)?(?:19|20)\d\d(?:年|年度|[-/–]\d{2}(?:\d{2})?)?$/i.test(heading.trim()) ? yearOf(heading).year : null)

const plainRole = (role: KeyRole): ColumnRole => ({ as: role })

/** The format whose names stand in the columns that name figures: the national forms', unless another knows more of them. */
function formatNamed({ headings, sample }: Headed, columns: Readonly<Record<string, ColumnRole>>): string {
  const text = (row: readonly string[], as: string): string => row[headings.findIndex((heading) => columns[heading]?.as === as)]?.trim() ?? ''
  const names = [...new Map(sample.map((row) => [text(row, 'figure') || text(row, 'row'), text(row, 'column')])).entries()]
  const known = (id: string): number => names.filter(([name, column]) => name !== '' && ![figureNamed(name, column, 'total', id), figureOfParts(name, column, 'total', id)].every((named) => named === 'unknown')).length
  const scored = ['cn', ...OWN_FORMATS.map(({ id }) => id).filter((id) => id !== COMMON.id), COMMON.id].map((id) => ({ id, count: known(id) }))
  return scored.reduce((best, each) => (each.count > best.count ? each : best)).id
}

/** Tables that name the figure in a column: the national form's tables, a line a figure, a column a year. */
function keyed(headed: Headed, format?: string): Recognition | null {
  const { headings } = headed
  const columns = generalKeys(headed)
  const taken = new Set<KeyRole>()
  for (const heading of headings) {
    if (Object.hasOwn(columns, heading)) continue
    const role = keyRolesOf(heading).find((each) => each !== 'agency' && each !== 'year' && !taken.has(each))
    if (!role) continue
    taken.add(role)
    columns[heading] = plainRole(role)
  }
  // A measure without a row beside it is the whole figure.
  const lone = taken.has('row') || taken.has('figure') ? undefined : headings.find((heading) => columns[heading]?.as === 'column')
  if (lone !== undefined && normal(lone) === 'measure') {
    columns[lone] = { as: 'figure' }
    taken.add('figure')
  }
  const named = taken.has('row') || taken.has('figure')
  if (!named || !Object.values(columns).some(({ as }) => as === 'agency')) return null
  const base = { year: null as number | null }
  const as = (shape: Shape): Recognition => {
    const id = format ?? formatNamed(headed, columns)
    return { format: id, shape, mapping: { format: id, columns, ...base }, told: leftovers(headings, columns) }
  }
  const years = headings.filter((heading) => !Object.hasOwn(columns, heading) && isYearHeading(heading) !== null)
  const hasYear = Object.values(columns).some((role) => role.as === 'year')
  if (years.length > 0 && !hasYear) {
    for (const heading of years) columns[heading] = { as: 'year-cells', year: isYearHeading(heading)! }
    return as('years')
  }
  if (!hasYear) base.year = yearOfTable(headed)
  const parts = headings.filter((heading) => !Object.hasOwn(columns, heading) || columns[heading]!.as === 'note' || columns[heading]!.as === 'value').filter((heading) => columnsNamed(heading).length > 0)
  if (taken.has('row') && parts.length >= 2) {
    for (const heading of parts) columns[heading] = { as: 'part', part: columnsNamed(heading)[0]!.id }
    return as('form')
  }
  return taken.has('value') ? as('tidy') : null
}

/** Columns nobody asked for are passed over, which is told. */
const leftovers = (headings: readonly string[], columns: Readonly<Record<string, ColumnRole>>): Recognition['told'] =>
  headings.filter((heading) => !Object.hasOwn(columns, heading) && !isUnnamed(heading) && !QUIET.has(normal(heading))).map((column) => ({ kind: 'column-unknown', column, text: '' }))

/** Columns that count the lines. */
const INDEXES: ReadonlySet<string> = new Set(['序号', '编号', 'sn'])

/** Columns of our own downloads that repeat what others say. */
const QUIET = new Set(['label', 'numerator', 'denominator', 'low', 'high', 'definition', 'scope', 'labelen', 'name', 'break', 'notes', ...INDEXES])

function wide(headed: Headed, format?: string): Recognition | null {
  const { headings, sample } = headed
  const columns = generalKeys(headed)
  if (!Object.values(columns).some(({ as }) => as === 'agency')) return null
  const others = headings.filter((heading) => !Object.hasOwn(columns, heading) && !isUnnamed(heading))
  const choices = [nationalColumns(others), commonColumns(others)].filter(({ id }) => format === undefined || format === id).sort((a, b) => b.figures.size - a.figures.size)
  const best = choices[0]
  if (!best || best.figures.size === 0) return null
  const told: Recognition['told'][number][] = []
  for (const [heading, figure] of best.figures) columns[heading] = { as: 'cells', figure }
  for (const heading of others) {
    if (Object.hasOwn(columns, heading)) continue
    const role = keyRolesOf(heading).find((each) => (each === 'note' || each === 'source' || each === 'unit') && !Object.values(columns).some(({ as }) => as === each))
    if (role) columns[heading] = plainRole(role)
    else if (INDEXES.has(normal(heading))) continue
    else if (isNumeric(sample, headings.indexOf(heading))) {
      columns[heading] = { as: 'own' }
      told.push({ kind: 'column-kept', column: heading })
    } else told.push({ kind: 'column-unknown', column: heading, text: '' })
  }
  const hasYear = Object.values(columns).some(({ as }) => as === 'year')
  return { format: best.id, shape: 'wide', mapping: { format: best.id, columns, year: hasYear ? null : yearOfTable(headed) }, told }
}

const isNumeric = (sample: readonly (readonly string[])[], at: number): boolean => {
  const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter((cell) => /^[+-]?[\d０-９][\d０-９.,，\s]*%?$/.test(cell) || /^(n\/?a|-|—|\/|\*|<\d+)$/i.test(cell)).length >= cells.length * 0.8
}

interface Columns {
  readonly id: string
  readonly figures: ReadonlyMap<string, FigureId>
}

function nationalColumns(headings: readonly string[]): Columns {
  const figures = new Map<string, FigureId>()
  for (const heading of headings) {
    const figure = nationalNamed(heading) ?? splitNamed(heading)
    if (figure && ![...figures.values()].includes(figure)) figures.set(heading, figure)
  }
  return { id: 'cn', figures }
}

/** `自然人-新收` or `新收（自然人）`: a row and a column of a table in one heading. */
function splitNamed(heading: string): FigureId | undefined {
  const [first = '', second = '', ...more] = heading.split(/[-－—_/·.:：（）()\s]+/).filter((part) => part !== '')
  if (second === '' || more.length > 0) return undefined
  for (const [row, column] of [[first, second], [second, first]] as const) {
    if (columnsNamed(column).length === 0 || normal(column) === '其他') continue
    const figure = figureNamed(row, column, 'total', 'cn')
    if (figure !== 'unknown' && figure !== 'derived' && nationalNamed(row) !== figure) return figure
  }
  return undefined
}

function commonColumns(headings: readonly string[]): Columns {
  const figures = new Map<string, FigureId>()
  for (const loosely of [false, true]) {
    for (const heading of headings) {
      if (figures.has(heading)) continue
      const found = ownEntries(COMMON).filter(({ id, figure }) => ![...figures.values()].includes(id) && figure.headings.some((name) => (loosely ? loose(name) !== '' && loose(name) === loose(heading) : normal(name) === normal(heading))))
      if (found.length >= 1) figures.set(heading, found[0]!.id)
    }
  }
  return { id: COMMON.id, figures }
}

/** Nothing is sure: what can be guessed is suggested. */
function unknown(headed: Headed, format?: string): Recognition {
  const { headings, sample } = headed
  const columns = generalKeys(headed)
  const years = headings.filter((heading) => isYearHeading(heading) !== null)
  if (!Object.values(columns).some(({ as }) => as === 'year') && years.length >= 2) for (const heading of years) columns[heading] = { as: 'year-cells', year: isYearHeading(heading)! }
  const texts = headings.filter((heading) => !Object.hasOwn(columns, heading) && !isUnnamed(heading) && !isNumeric(sample, headings.indexOf(heading)))
  if (!Object.values(columns).some(({ as }) => as === 'agency') && texts[0] !== undefined) columns[texts[0]] = { as: 'agency' }
  for (const heading of headings) if (!Object.hasOwn(columns, heading) && !isUnnamed(heading) && !INDEXES.has(normal(heading)) && isNumeric(sample, headings.indexOf(heading))) columns[heading] = { as: 'own' }
  return { format: '', shape: 'unknown', mapping: { format: format ?? COMMON.id, columns, year: yearOfTable(headed) }, told: [{ kind: 'columns-unmapped', text: headings.join(' | ') }] }
}

/** How many headings of a line any file of any format has: what tells the line of headings from titles above it. */
export function headingScore(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '' && HEADINGS().has(normal(cell))).length
}

let known: Set<string> | undefined
function HEADINGS(): Set<string> {
  if (known) return known
  known = new Set<string>()
  for (const format of OWN_FORMATS) {
    const { layout, tables } = format.own!
    for (const name of [...layout.agency, ...layout.year, ...Object.values(layout.fields ?? {}).flat(), ...(layout.whole?.headings ?? []), ...tables.flatMap(({ figures }) => figures.flatMap(({ headings }) => headings))]) known.add(normal(name))
  }
  return known
}

/** Whether a text is a heading that means something in any file. */
export const isHeading = (text: string): boolean => text.trim() !== '' && (HEADINGS().has(normal(text)) || keyRolesOf(text).length > 0 || columnsNamed(text).length > 0 || nationalNamed(text) !== undefined || isYearHeading(text) !== null)
