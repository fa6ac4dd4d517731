import { NOTHING, type Doubt, type Doubts } from '../doubt'
import { sectionOf, type FigureId } from '../figure'
import { ownEntryOf } from '../formats'
import { FAIL } from './check'
import type { Findings } from './findings'

/** The official table that a figure stands in. */
const tableOf = (figure: FigureId): string => ownEntryOf(figure)?.table.id ?? sectionOf(figure) ?? ''

/** Whether a finding is a failing hard check: soft ones have explanations and are no reproach. */
const failsHard = (findings: Findings, index: number): boolean => findings.data.codes[index] === FAIL && findings.checkAt(index).hard

/** H7 counts versions: which of them stands is the reader's choice, and the figures may all be right. */
const isDoubtful = (findings: Findings, index: number): boolean => failsHard(findings, index) && findings.checkAt(index).id !== 'H7'

/** A mark for each report with a finding that is meant. */
function marked(findings: Findings, isMeant: (findings: Findings, index: number) => boolean): Uint8Array {
  const marks = new Uint8Array(findings.table.size)
  for (let index = 0; index < findings.size; index += 1) if (isMeant(findings, index)) marks[findings.rowAt(index)] = 1
  return marks
}

/** How many reports fail a hard check. */
export const failingReports = (findings: Findings): number => marked(findings, failsHard).reduce((sum, mark) => sum + mark, 0)

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
  const { tests } = findings.data
  const doubtful = marked(findings, isDoubtful)
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
    any: (row) => doubtful[row] === 1,
    about: (row, figures) => {
      if (doubtful[row] !== 1) return NOTHING
      const found: Doubt[] = []
      const [from, to] = findings.rangeOf(row)
      for (let index = from; index < to; index += 1) if (isDoubtful(findings, index) && tablesIn(figures).some((table) => tablesOf(index).has(table))) found.push(new Failing(findings, index))
      return found.length === 0 ? NOTHING : found
    },
  }
}
