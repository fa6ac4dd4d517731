import { MISSING_REASONS, type Cell } from './cell'
import type { DoubtfulReading } from './doubtful-reading'
import { isOfTables } from './extras'
import { sectionOf, type FigureId } from './figure'
import { familyLabel, FORMATS } from './formats'
import { HEAD_PARTS, isHeadPart } from './report-head'
import type { Revision } from './revision'
import { sourcesText } from './source'
import { EDITED, REASON_BITS, REPAIRED, STATED, type Agency, type Column, type Statement, type TableData, type Version } from './table'
import type { Steps } from './turns'

/** A table to merge, with the name its figures are told by. */
export interface TitledTable {
  readonly title: string
  readonly data: TableData
}

/** Tables as one, and by table the rows that its reports have there. */
export interface Merged {
  readonly data: TableData
  readonly placed: readonly Uint32Array[]
}

/** Reports placed in a step. */
const STEP = 4_096

const DESCRIPTIONS = ['province', 'city', 'county', 'level', 'category', 'code'] as const

/** What a cell says, whoever revised it. */
const SAYS = 0xff & ~(EDITED | REPAIRED)

interface Growing {
  readonly values: Float64Array
  readonly states: Uint8Array
  readonly remarks: Map<number, { readonly note?: string; readonly raw?: string }>
  /** Index of the table that each cell comes from. */
  readonly from: Uint8Array
}

const cellOf = ({ values, states, remarks }: Column | Growing, row: number): Cell => {
  const kind = states[row]! & REASON_BITS
  return kind === STATED ? { value: values[row]!, ...remarks.get(row) } : { missing: MISSING_REASONS[kind] ?? 'not-known', ...remarks.get(row) }
}

/** The family of the formats that each agency reports in; the national one for an agency without a report. */
export function familiesOf({ agencies, reportAgency, reportFormat }: TableData): string[] {
  const families = agencies.map(() => 'cn')
  reportFormat.forEach((format, row) => (families[reportAgency[row]!] = FORMATS[format]!.family))
  return families
}

/** An agency with what a later table says of it where no earlier one says anything. */
function described(agency: Agency, later: Agency): Agency {
  const added = DESCRIPTIONS.filter((field) => !agency[field] && later[field]).map((field) => [field, later[field]])
  return added.length > 0 ? { ...agency, ...Object.fromEntries(added) } : agency
}

const byCell = <T extends { readonly row: number; readonly figure: FigureId }>(said: readonly T[]): ReadonlyMap<string, T> => new Map(said.map((each) => [`${each.row} ${each.figure}`, each]))

/** Fills the cells of a column that are not known yet, and tells of each; gives the rows of the added column whose cells are stated otherwise already. `rows`: where its reports are placed. */
function grow(target: Growing, { values, states, remarks }: Column, rows: Uint32Array, from: number, filled: (row: number) => void): number[] {
  const otherwise: number[] = []
  for (let row = 0; row < rows.length; row += 1) {
    const state = states[row]!
    if (state === 0) continue
    const to = rows[row]!
    const value = values[row]!
    if (target.states[to] === 0) {
      target.values[to] = value
      target.states[to] = state
      target.from[to] = from
      filled(row)
      const remark = remarks.get(row)
      if (remark) target.remarks.set(to, remark)
    } else if (((target.states[to]! ^ state) & SAYS) !== 0 || target.values[to] !== value) otherwise.push(row)
  }
  return otherwise
}

/**
 * Several packages as one table. The same agency (by id, within a family of formats) and year is one report: a cell that an earlier table does not know comes from a
 * later one, as does the place or kind of an agency; a cell that they state differently stays the earlier one's, and the other is kept as a version. A report names the
 * sources that its cells come from. In steps of a few milliseconds.
 */
export function* mergeSteps(tables: readonly TitledTable[]): Steps<Merged> {
  const agencies: Agency[] = []
  const packages: string[][] = []
  const agencyAt = new Map<string, number>()
  const ids = new Set<string>()
  const rowAt = new Map<number, number>()
  const reports: { agency: number; year: number; format: number; breaks: number; scope: number; source: string; notes: string }[] = []
  /** The table that each report comes from first. */
  const firsts: number[] = []
  const placed: Uint32Array[] = []
  /** By table, its reports that an earlier one has too. */
  const inEarlier: Set<number>[] = []
  for (const { title, data } of tables) {
    const families = familiesOf(data)
    yield
    const at = data.agencies.map((agency, each) => {
      const key = `${families[each]!} ${agency.id}`
      const known = agencyAt.get(key)
      if (known !== undefined) {
        packages[known]!.push(title)
        agencies[known] = described(agencies[known]!, agency)
        return known
      }
      agencyAt.set(key, agencies.length)
      packages.push([title])
      // Two countries may have an agency of one name: the second goes by its form's name too.
      agencies.push(ids.has(agency.id) ? { ...agency, id: `${agency.id}（${families[each]!}）`, name: `${agency.name}（${familyLabel(families[each]!).en}）` } : agency)
      ids.add(agency.id)
      return agencies.length - 1
    })
    yield
    const rows = new Uint32Array(data.reportYear.length)
    const again = new Set<number>()
    for (const [row, year] of data.reportYear.entries()) {
      if (row % STEP === STEP - 1) yield
      const agency = at[data.reportAgency[row]!]!
      const key = agency * 4096 + year
      const known = rowAt.get(key)
      rows[row] = known ?? reports.length
      if (known !== undefined) {
        again.add(row)
        continue
      }
      rowAt.set(key, reports.length)
      firsts.push(placed.length)
      reports.push({ agency, year, format: data.reportFormat[row]!, breaks: data.reportBreak[row]!, scope: data.reportScope[row]!, source: data.reportSource[row] ?? '', notes: data.reportNotes[row] ?? '' })
    }
    placed.push(rows)
    inEarlier.push(again)
    yield
  }
  const columns = new Map<FigureId, Growing>()
  const packageSources = new Map<number, string[]>()
  const versions = new Map<string, { row: number; origin: string; against: Map<FigureId, string>; cells: Map<FigureId, Cell>; revisions: Map<FigureId, Revision>; doubtfulReadings: Map<FigureId, DoubtfulReading> }>()
  for (const [from, { title, data }] of tables.entries()) {
    const fillers = new Set<number>()
    const filled = (row: number): void => {
      if (inEarlier[from]!.has(row)) fillers.add(row)
    }
    const [revised, doubted] = [byCell(data.revisions), byCell(data.doubtfulReadings)]
    for (const [figure, column] of data.columns) {
      yield
      let target = columns.get(figure)
      if (!target) columns.set(figure, (target = { values: new Float64Array(reports.length), states: new Uint8Array(reports.length), remarks: new Map(), from: new Uint8Array(reports.length) }))
      for (const row of grow(target, column, placed[from]!, from, filled)) {
        const to = placed[from]![row]!
        const key = `${to} ${from}`
        const version = versions.get(key) ?? { row: to, origin: title, against: new Map<FigureId, string>(), cells: new Map<FigureId, Cell>(), revisions: new Map<FigureId, Revision>(), doubtfulReadings: new Map<FigureId, DoubtfulReading>() }
        versions.set(key, version)
        version.cells.set(figure, cellOf(column, row))
        version.against.set(figure, tables[target.from[to]!]!.title)
        // What is said of a cell that does not stand goes with its version.
        const revision = revised.get(`${row} ${figure}`)
        if (revision) version.revisions.set(figure, { ...revision, row: to })
        for (const part of [figure, ...HEAD_PARTS]) {
          const reading = doubted.get(`${row} ${part}`)
          if (reading) version.doubtfulReadings.set(part, { ...reading, row: to })
        }
      }
    }
    for (const row of fillers) {
      const to = placed[from]![row]!
      const report = reports[to]!
      const sources = packageSources.get(to) ?? [...Array<string>(firsts[to]!).fill(''), report.source]
      sources[from] = data.reportSource[row] ?? ''
      packageSources.set(to, sources)
      report.source = sourcesText([report.source, sources[from]])
    }
  }
  yield
  /** Whether a statement is about tables that stand as another package has them. */
  const isOthers = (statement: Statement, from: number): boolean => {
    if (!inEarlier[from]!.has(statement.row) || statement.origin || !isOfTables(statement)) return false
    const to = placed[from]![statement.row]!
    const own = [...columns].flatMap(([figure, { states, from: of }]) => (sectionOf(figure) === 'requests' && states[to] !== 0 ? [of[to] === from] : []))
    return own.length > 0 && !own.includes(true)
  }
  const own: Version[] = tables.flatMap(({ data }, from) => data.versions.map((version) => ({ ...version, row: placed[from]![version.row]! })))
  /** What is said of cells holds for those that stand in the merged table, what is said of a head for the report that came first. */
  const stands = (figure: FigureId, row: number, from: number): boolean => (isHeadPart(figure) ? !inEarlier[from]!.has(row) : columns.get(figure)?.from[placed[from]![row]!] === from)
  const standing = <T extends { readonly row: number; readonly figure: FigureId }>(of: (data: TableData) => readonly T[]): T[] => tables.flatMap(({ data }, from) => of(data).filter(({ figure, row }) => stands(figure, row, from)).map((each) => ({ ...each, row: placed[from]![each.row]! })))
  const data: TableData = {
    agencies: agencies.map((agency, at) => ({ ...agency, packages: packages[at]! })),
    reportAgency: Uint32Array.from(reports, ({ agency }) => agency),
    reportYear: Uint16Array.from(reports, ({ year }) => year),
    reportFormat: Uint8Array.from(reports, ({ format }) => format),
    reportBreak: Uint8Array.from(reports, ({ breaks }) => breaks),
    reportScope: Uint8Array.from(reports, ({ scope }) => scope),
    reportSource: reports.map(({ source }) => source),
    packageSources,
    reportNotes: reports.map(({ notes }) => notes),
    columns,
    statements: tables.flatMap(({ title, data }, from) => data.statements.map((statement) => ({ ...statement, row: placed[from]![statement.row]!, ...(isOthers(statement, from) ? { origin: title } : {}) }))),
    versions: [...own, ...versions.values()],
    revisions: standing(({ revisions }) => revisions),
    doubtfulReadings: standing(({ doubtfulReadings }) => doubtfulReadings),
    problems: tables.flatMap(({ data }) => data.problems),
  }
  return { data, placed }
}
