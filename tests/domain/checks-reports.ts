import fc from 'fast-check'
import { APPLICANT_PARTS, REVIEW_KINDS, type FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { requestRowOf } from '@/domain/checks/sums'
import type { ReportFixture } from '../fixture'

type Cells = Record<string, number | string>

const OUTCOMES = formatOf('cn-2021')!.tables.filter(({ section }) => section === 'requests').flatMap(({ rows }) => rows.flatMap(({ figures }) => figures.filter((figure) => figure?.endsWith('.total')))).map((figure) => requestRowOf(figure as FigureId)!).filter((row) => !['received', 'carried-in', 'processed', 'carried-out'].includes(row))

/** A stream of small numbers that is the same for the same seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The filled-in form of 2021 in which every sum holds. `carriedIn`: what the year before carried out, by applicant. */
export function consistentCells(next: (below: number) => number, carriedIn: readonly number[] = APPLICANT_PARTS.map(() => next(4))): Cells {
  const cells: Cells = {}
  const write = (row: string, values: readonly number[]): void => {
    APPLICANT_PARTS.forEach((part, at) => (cells[`requests.${row}.${part}`] = values[at]!))
    cells[`requests.${row}.total`] = values.reduce((sum, value) => sum + value, 0)
  }
  const processed = APPLICANT_PARTS.map(() => 0)
  for (const row of OUTCOMES) {
    const values = APPLICANT_PARTS.map((_, at) => (next(3) === 0 ? 0 : next(at === 0 ? 60 : 6)))
    values.forEach((value, at) => (processed[at]! += value))
    write(row, values)
  }
  // Each applicant has more processed than carried in, so that something was received.
  const granted = APPLICANT_PARTS.map((part, at) => {
    const more = Math.max(0, carriedIn[at]! - processed[at]!)
    processed[at]! += more
    return Number(cells[`requests.granted.${part}`]) + more
  })
  write('granted', granted)
  const carriedOut = APPLICANT_PARTS.map(() => next(5))
  write('carried-in', carriedIn)
  write('processed', processed)
  write('carried-out', carriedOut)
  write('received', APPLICANT_PARTS.map((_, at) => processed[at]! + carriedOut[at]! - carriedIn[at]!))
  for (const kind of Object.keys(REVIEW_KINDS)) {
    const results = ['upheld', 'corrected', 'other', 'pending'].map((result) => [result, next(30)] as const)
    for (const [result, value] of results) cells[`${kind}.${result}`] = value
    cells[`${kind}.total`] = results.reduce((sum, [, value]) => sum + value, 0)
  }
  const [issued, repealed, inForce] = [next(20), next(10), 40 + next(40)]
  Object.assign(cells, { 'documents.issued': issued, 'documents.repealed': repealed, 'documents.in-force': inForce, 'rules.issued': 0, 'rules.repealed': 0, 'rules.in-force': 0, 'licences.decisions': 200 + next(300), 'penalties.decisions': 100 + next(200), 'measures.decisions': 20 + next(30), 'fees.amount': 50 + next(100) })
  return cells
}

/** The report of the year after: it carries in what was carried out, and its stock follows. */
export function cellsAfter(before: Cells, next: (below: number) => number): Cells {
  const cells = consistentCells(next, APPLICANT_PARTS.map((part) => Number(before[`requests.carried-out.${part}`])))
  const stock = Number(before['documents.in-force']) + Number(cells['documents.issued']) - Number(cells['documents.repealed'])
  return { ...cells, 'documents.in-force': stock }
}

/** An agency's consistent reports of consecutive years. */
export function consistentReports(seed: number, agency: string, years: readonly number[]): ReportFixture[] {
  const next = numbersFrom(seed)
  const reports: ReportFixture[] = []
  for (const year of years) {
    const before = reports.at(-1)?.cells
    reports.push({ agency, year, format: 'cn-2021', cells: before ? cellsAfter(before as Cells, next) : consistentCells(next) })
  }
  return reports
}

/** Any agency's consistent reports of three years. */
export const anyReports = fc.integer({ min: 1, max: 2 ** 31 }).map((seed) => consistentReports(seed, '甲市乙局', [2021, 2022, 2023]))

/** Three years of an agency that fit, but what 2023 carries out: H1 and H3 fail in 2023 and H5 in 2024, of one cause. */
export const wronglyCarried = (agency: string): ReturnType<typeof consistentReports> =>
  consistentReports(5, agency, [2022, 2023, 2024]).map((report) => (report.year === 2023 ? { ...report, cells: { ...report.cells, 'requests.carried-out.natural': 9 } } : report))
