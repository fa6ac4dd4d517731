import { isOfTables } from '@/domain/extras'
import type { Statement } from '@/domain/table'
import { withoutFolder } from './file-names'

/** Between the parts of a key; in no text. */
const PART = '\u0001'

/** Agency, year, figure, its name, value and unit: so many parts of a line of evidence say what it states. */
const STATED = 6

const keyOf = (parts: readonly string[]): string => parts.join(PART)
const partsOf = ({ row, figure, asNamed, value, unit, note, origin = '' }: Statement): string[] => [String(row), figure, asNamed, value, unit, note, origin]

/** What reports say in words: statements that are no cells, and where figures stand. What is said again in the same words is one. */
export class FiledWords {
  statements: Statement[] = []
  evidence: (readonly string[])[] = []
  private readonly known = new Set<string>()
  /** What the evidence states. */
  private readonly borneOut = new Set<string>()

  /** Whether it is said of the report that stands. */
  isSaid(statement: Statement): boolean {
    return this.known.has(keyOf(partsOf({ ...statement, origin: '' })))
  }

  state(statement: Statement): void {
    if (this.isNew(partsOf(statement))) this.statements.push(statement)
  }

  /** What a version of a report says of its tables is from now on what stands, and the other way round. `against`: the version that what stood is from now on. */
  swap(row: number, origin: string, against: string): void {
    this.statements = this.statements.map((statement): Statement => {
      if (statement.row !== row || !isOfTables(statement)) return statement
      const { origin: own = '', ...said } = statement
      return own === origin ? said : own === '' ? { ...said, origin: against } : statement
    })
  }

  /** A line of `evidence.csv`. `source`: what its source is called where two files have one name; `isCopy`: of a report that says what stands already, so that only what nothing bears out yet is new. The same words at the same place of a file in another folder are the same evidence. */
  witness(line: readonly string[], source = line[7]!, isCopy = false): void {
    const stated = keyOf(line.slice(0, STATED))
    if (isCopy && this.borneOut.has(stated)) return
    this.borneOut.add(stated)
    const named = line.with(7, source)
    const isNew = this.isNew(line.with(7, withoutFolder(line[7]!)))
    if ((source === line[7] || this.isNew(named)) && isNew) this.evidence.push(named)
  }

  /** Names another agency or year in the evidence of a report. */
  readdress(isOfReport: (agency: string, year: string) => boolean, agency: string, year: string): void {
    this.evidence = this.evidence.map((line) => (isOfReport(line[0]!, line[1]!) ? line.with(0, agency).with(1, year) : line))
  }

  /** Forgets what a report said. */
  drop(row: number, isOfReport: (agency: string, year: string, figure: string) => boolean): void {
    this.statements = this.statements.filter((statement) => statement.row !== row)
    this.evidence = this.evidence.filter(([agency, year, figure]) => !isOfReport(agency!, year!, figure!))
    this.known.clear()
    this.borneOut.clear()
    for (const line of this.evidence) this.borneOut.add(keyOf(line.slice(0, STATED)))
    for (const line of this.evidence) this.isNew(line.with(7, withoutFolder(line[7]!)))
    for (const statement of this.statements) this.isNew(partsOf(statement))
  }

  private isNew(parts: readonly string[]): boolean {
    const key = keyOf(parts)
    if (this.known.has(key)) return false
    this.known.add(key)
    return true
  }
}
