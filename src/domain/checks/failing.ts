import { NOTHING, type Doubt, type Doubts } from '../doubt'
import type { FigureId } from '../figure'
import { label } from '../label'
import { FAIL } from './check'
import type { Findings } from './findings'

const isHardFailure = (findings: Findings, index: number): boolean => findings.data.codes[index] === FAIL && findings.checkAt(index).hard

/** Whether a finding casts doubt on figures: a failing hard check; soft ones have explanations and are no reproach. H7 counts versions: which of them stands is the reader's choice, and the figures may all be right. */
function isDoubtful(findings: Findings, index: number): boolean {
  return isHardFailure(findings, index) && findings.checkAt(index).id !== 'H7'
}

/** A mark for each report with a finding that is meant. */
function marked(findings: Findings, isMeant: (findings: Findings, index: number) => boolean): Uint8Array {
  const marks = new Uint8Array(findings.table.size)
  for (let index = 0; index < findings.size; index += 1) if (isMeant(findings, index)) marks[findings.rowAt(index)] = 1
  return marks
}

/** The report of the year after, with which the doubt about this one comes; -1 for none. */
const yearAfter = ({ table }: Findings, row: number): number => table.rowOf(table.data.reportAgency[row]!, table.yearOf(row) + 1)

/** The same for the reports of the year before that take part in what is meant. */
function markedBefore(findings: Findings, isMeant: (findings: Findings, index: number) => boolean): Uint8Array {
  const { table } = findings
  const marks = new Uint8Array(table.size)
  for (let index = 0; index < findings.size; index += 1) {
    if (!isMeant(findings, index) || findings.cellsBeforeAt(index).length === 0) continue
    const row = findings.rowAt(index)
    marks[table.rowOf(table.data.reportAgency[row]!, table.yearOf(row) - 1)] = 1
  }
  return marks
}

/** How many reports fail a hard check, be it that their sums do not fit or that two versions differ: as many as the workbench shows of them. */
export const failingReports = (findings: Findings): number => marked(findings, isHardFailure).reduce((sum, mark) => sum + mark, 0)

/** A finding that is written out when somebody reads it: its proposals take time. */
class Failing implements Doubt {
  readonly kind = 'failing'
  constructor(
    private readonly findings: Findings,
    private readonly index: number,
    /** It is told about the report of the year before the finding's. */
    private readonly isBefore = false,
  ) {}

  get id(): string {
    return this.findings.checkAt(this.index).id
  }

  get text(): Doubt['text'] {
    const { explanation, year } = this.findings.at(this.index)
    return this.isBefore ? label(`${year} 年报：${explanation.zh}`, `${year} report: ${explanation.en}`) : explanation
  }
}

/**
 * The doubts that failing hard checks (H1 to H6) cast: on every number that rests on a cell which takes part in the failing test, as any of its cells may be the wrong one.
 * A number all of whose own sums fit is in no doubt, whatever else fails in its report; where two years are compared, the cells of both are in doubt.
 */
export function failingDoubts(findings: Findings): Doubts {
  const [own, before] = [marked(findings, isDoubtful), markedBefore(findings, isDoubtful)]
  const known = new Map<number, ReadonlySet<FigureId>>()
  const cellsOf = (index: number): ReadonlySet<FigureId> => {
    let cells = known.get(index)
    if (!cells) known.set(index, (cells = new Set(findings.cellsAt(index))))
    return cells
  }
  /** The doubtful findings of a report whose cells are among the figures. */
  const found = (row: number, isAmong: (index: number) => boolean, isBefore: boolean): Doubt[] => {
    const [from, to] = findings.rangeOf(row)
    const doubts: Doubt[] = []
    for (let index = from; index < to; index += 1) if (isDoubtful(findings, index) && isAmong(index)) doubts.push(new Failing(findings, index, isBefore))
    return doubts
  }
  return {
    table: findings.table,
    any: (row) => own[row] === 1 || before[row] === 1,
    about: (row, figures) => {
      const doubts = [
        ...(own[row] === 1 ? found(row, (index) => figures.some((figure) => cellsOf(index).has(figure)), false) : []),
        ...(before[row] === 1 ? found(yearAfter(findings, row), (index) => figures.some((figure) => findings.cellsBeforeAt(index).includes(figure)), true) : []),
      ]
      return doubts.length === 0 ? NOTHING : doubts
    },
  }
}
