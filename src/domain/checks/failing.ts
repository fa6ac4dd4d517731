import { NOTHING, type Doubt, type Doubts } from '../doubt'
import { sectionOf, type FigureId } from '../figure'
import { ownEntryOf } from '../formats'
import { FAIL } from './check'
import type { Findings } from './findings'

/** The official table that a figure stands in. */
const tableOf = (figure: FigureId): string => ownEntryOf(figure)?.table.id ?? sectionOf(figure) ?? ''

/** H7 counts versions: which of them stands is the reader's choice, and the figures may all be right. */
const concerns = (id: string, hard: boolean): boolean => hard && id !== 'H7'

/** A finding that is written out when somebody reads it: its proposals take time. */
class Failing implements Doubt {
  readonly kind = 'failing'
  constructor(
    private readonly findings: Findings,
    private readonly index: number,
  ) {}

  get id(): string {
    return this.findings.checkAt(this.index).id
  }

  get text(): Doubt['text'] {
    return this.findings.at(this.index).explanation
  }
}

/** The doubts that failing hard checks (H1 to H6) cast: on every number that rests on the same official table of the report. */
export function failingDoubts(findings: Findings): Doubts {
  const { rows, tests, codes } = findings.data
  const byRow = new Map<number, number[]>()
  for (let index = 0; index < rows.length; index += 1) {
    if (codes[index] !== FAIL) continue
    const { id, hard } = findings.checkAt(index)
    if (!concerns(id, hard)) continue
    const known = byRow.get(rows[index]!)
    if (known) known.push(index)
    else byRow.set(rows[index]!, [index])
  }
  // Whichever report a test fails in, its cells stand in the same tables.
  const ofTest = new Map<number, ReadonlySet<string>>()
  const tablesOf = (index: number): ReadonlySet<string> => {
    let tables = ofTest.get(tests[index]!)
    if (!tables) ofTest.set(tests[index]!, (tables = new Set(findings.at(index).cells.map(tableOf))))
    return tables
  }
  const asked = new WeakMap<readonly FigureId[], readonly string[]>()
  const tablesIn = (figures: readonly FigureId[]): readonly string[] => {
    let tables = asked.get(figures)
    if (!tables) asked.set(figures, (tables = [...new Set(figures.map(tableOf))]))
    return tables
  }
  return {
    table: findings.table,
    any: (row) => byRow.has(row),
    about: (row, figures) => {
      const indexes = byRow.get(row)
      if (!indexes) return NOTHING
      const found = indexes.filter((index) => tablesIn(figures).some((table) => tablesOf(index).has(table)))
      return found.length === 0 ? NOTHING : found.map((index) => new Failing(findings, index))
    },
  }
}
