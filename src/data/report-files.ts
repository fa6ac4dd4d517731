import { FORMATS, formatOf } from '@/domain/formats'
import { SCOPES } from '@/domain/scope'
import type { TableBuilder } from '@/domain/table-builder'
import { plainText, type FileShape, type TakeLine, type Tell } from './table-file'

const AGENCY_FIELDS = ['name', 'province', 'city', 'county', 'level', 'category', 'code'] as const

const yearOf = (text: string): number => (/^(19|20)\d\d$/.test(text) ? Number(text) : Number.NaN)

/** The national format of a year, for reports whose own is not known. */
const formatByYear = (year: number): string => (FORMATS.find(({ family, from }) => family === 'cn' && from <= year) ?? FORMATS.findLast(({ family }) => family === 'cn')!).id

/** Where agencies and reports are looked up and, where the package has no file of them, made from the lines that name them. */
export class Register {
  private lastAgency = ''
  private lastYear = ''
  private lastRow = -1
  private readonly read = new Set<string>()

  constructor(private readonly builder: TableBuilder) {}

  /** A file without a single usable line is as good as missing. */
  fileRead(name: string, rowsLoaded: number): void {
    if (rowsLoaded > 0) this.read.add(name)
  }

  /** Reads `agencies.csv`. */
  agencies(tell: Tell): FileShape<TakeLine> {
    return {
      keys: ['id'],
      others: AGENCY_FIELDS,
      open: (at) => {
        const idAt = at('id')
        const places = AGENCY_FIELDS.map((field) => [field, at(field)] as const)
        return (cells, line) => {
          const id = plainText(cells[idAt]!)
          if (id === '') return leftOut(tell, 'agency-missing', line, 'id', cells.join(','))
          const fields = Object.fromEntries(places.map(([field, place]) => [field, place < 0 ? '' : plainText(cells[place]!)])) as Record<(typeof AGENCY_FIELDS)[number], string>
          return this.builder.addAgency({ id, ...fields, name: fields.name || id }) || leftOut(tell, 'agency-twice', line, 'id', id)
        }
      },
    }
  }

  /** Reads `reports.csv`. A format that no file defines is told, and the year's format taken. */
  reports(tell: Tell): FileShape<TakeLine> {
    return {
      keys: ['agency', 'year'],
      others: ['format', 'scope', 'break', 'source', 'notes'],
      open: (at) => {
        const places = Object.fromEntries(['agency', 'year', 'format', 'scope', 'break', 'source', 'notes'].map((heading) => [heading, at(heading)]))
        return (cells, line) => {
          const text = (heading: string): string => plainText(cells[places[heading]!] ?? '')
          const agency = text('agency')
          const year = yearOf(text('year'))
          if (!this.place(agency, text('year'), year, line, tell)) return false
          const known = formatOf(text('format'))
          if (!known) tell('format-unknown', { line, column: 'format', text: text('format') })
          const added = this.builder.addReport(agency, year, known?.id ?? formatByYear(year), text('source'), text('notes'), text('break') === '1', SCOPES.find((scope) => scope === text('scope')) ?? '')
          return added || leftOut(tell, 'report-twice', line, 'agency', `${agency} ${year}`)
        }
      },
    }
  }

  /** The report of a line; -1 when there is none, having told why. Lines of one report stand together, so the last answer is kept. */
  readonly find = (agencyText: string, yearText: string, line: number, tell: Tell): number => {
    if (agencyText === this.lastAgency && yearText === this.lastYear && this.lastRow >= 0) return this.lastRow
    const agency = plainText(agencyText)
    const year = yearOf(plainText(yearText))
    let row = Number.isNaN(year) ? -1 : this.builder.rowOf(agency, year)
    if (row < 0) {
      if (!this.place(agency, yearText, year, line, tell)) return -1
      if (this.read.has('reports')) {
        leftOut(tell, 'report-unknown', line, 'agency', `${agency} ${year}`)
        return -1
      }
      this.builder.addReport(agency, year, formatByYear(year), '', '')
      row = this.builder.rowOf(agency, year)
    }
    this.lastAgency = agencyText
    this.lastYear = yearText
    this.lastRow = row
    return row
  }

  private place(agency: string, yearText: string, year: number, line: number, tell: Tell): boolean {
    if (agency === '') return leftOut(tell, 'agency-missing', line, 'agency', yearText)
    if (Number.isNaN(year)) return leftOut(tell, 'year-unreadable', line, 'year', yearText)
    if (this.builder.hasAgency(agency)) return true
    if (this.read.has('agencies')) return leftOut(tell, 'agency-unknown', line, 'agency', agency)
    return this.builder.addAgency({ id: agency, name: agency, province: '', city: '', county: '', level: '', category: '' })
  }
}

function leftOut(tell: Tell, kind: Parameters<Tell>[0], line: number, column: string, text: string): false {
  tell(kind, { line, column, text, lineLeftOut: true })
  return false
}
