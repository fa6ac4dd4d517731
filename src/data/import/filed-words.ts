import type { Statement } from '@/domain/table'

/** Between the parts of a key; in no text. */
const PART = '\u0001'

/** What reports say in words: statements that are no cells, and where figures stand. What is said again in the same words is one. */
export class FiledWords {
  statements: Statement[] = []
  evidence: (readonly string[])[] = []
  private readonly known = new Set<string>()

  state(statement: Statement): void {
    const { row, figure, asNamed, value, unit, note } = statement
    if (this.isNew([String(row), figure, asNamed, value, unit, note])) this.statements.push(statement)
  }

  /** A line of `evidence.csv`. `source`: what its source is called where two files have one name. */
  witness(line: readonly string[], source = line[7]!): void {
    const named = line.with(7, source)
    const isNew = this.isNew(line)
    if ((source === line[7] || this.isNew(named)) && isNew) this.evidence.push(named)
  }

  /** Forgets what a report said. */
  drop(row: number, isOfReport: (agency: string, year: string, figure: string) => boolean): void {
    this.statements = this.statements.filter((statement) => statement.row !== row)
    this.evidence = this.evidence.filter(([agency, year, figure]) => !isOfReport(agency!, year!, figure!))
    this.known.clear()
    for (const line of this.evidence) this.isNew(line)
    for (const { row: of, figure, asNamed, value, unit, note } of this.statements) this.isNew([String(of), figure, asNamed, value, unit, note])
  }

  private isNew(parts: readonly string[]): boolean {
    const key = parts.join(PART)
    if (this.known.has(key)) return false
    this.known.add(key)
    return true
  }
}
