import { expect } from 'vitest'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { readReports } from '@/reading'
import type { Given } from './documents'
import { placed, type Placed } from './pdf'

// A table 3 without rulings, and what is read of the PDF it stands in.

export const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 9 : 4.5), 0)
export const centred = (text: string, middle: number, y: number): Placed => [text, middle - width(text) / 2, y]
export const title = ({ agency, year }: Given): Placed => [`${agency}${year}年政府信息公开工作年度报告`, 60, 40]

export async function read(pages: readonly (readonly Placed[])[]): Promise<Record<string, unknown>> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes: placed(pages) })
  expect(refused).toBeNull()
  expect(reports).toHaveLength(1)
  return Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
}

export const HEADINGS = ['自然人', '商业企业', '科研机构', '公益组织', '法律机构', '其他', '总计']
export const START = 300
export const STEP = 42
export const FIRST = 124
export const ROW = 16

/** The rows of table 3 with what each cell says: a blank now and then in place of a zero. */
export const rowsOf = (report: Given): { label: string; figures: FigureId[]; cells: string[] }[] =>
  formatOf(report.format)!
    .tables.find(({ section }) => section === 'requests')!
    .rows.flatMap(({ label, figures }, row) => {
      const own = figures[0] ? APPLICANT_IDS.map((applicant) => figures[0]!.replace(/[^.]+$/, applicant) as FigureId) : []
      return own.length === 0 ? [] : [{ label: label.zh, figures: own, cells: own.map((figure, at) => String(report.figures.get(figure) === 0 && (row + at) % 3 === 0 ? '' : report.figures.get(figure)!)) }]
    })
export const wanted = (report: Given): Record<string, unknown> => Object.fromEntries(rowsOf(report).flatMap(({ figures, cells }) => figures.map((figure, at) => [figure, cells[at] === '' ? 'blank' : Number(cells[at])])))

/** Table 3, with what stands beside its names, and its columns from left to right. */
export function requests(report: Given, before: (row: number, y: number) => Placed[] = () => [], order: readonly number[] = HEADINGS.map((_, at) => at)): Placed[] {
  const head: Placed[] = [title(report), ['三、收到和处理政府信息公开申请情况', 60, 60], ...order.map((column, at) => centred(HEADINGS[column]!, START + at * STEP, 100))]
  const rows = rowsOf(report).flatMap(({ label, cells }, row): Placed[] => {
    const y = FIRST + row * ROW
    return [[label.slice(0, 20), 40, y], ...before(row, y), ...order.flatMap((column, at) => (cells[column] === '' ? [] : [centred(cells[column]!, START + at * STEP, y)]))]
  })
  const end = FIRST + rowsOf(report).length * ROW
  return [...head, ...rows, ['四、政府信息公开行政复议、行政诉讼情况', 60, end + 10], ['无。', 60, end + 26]]
}
