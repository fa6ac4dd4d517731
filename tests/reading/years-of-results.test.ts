import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { given, PLAIN, tablesOf, text } from './documents'

const report = given(11)
const figures = [...report.figures].filter(([figure]) => /^(?:review|suit)/.test(figure))
const OWN = figures.map(([, value]) => value)
const OTHER = given(23).figures
const before = figures.map(([figure]) => OTHER.get(figure)!)
const HEADINGS = ['年度', '行政复议 行政诉讼', '结果', '维持', '结果', '纠正', '其他', '结果', '尚未', '审结', '总计', '未经复议直接起诉 复议后起诉', ...Array.from({ length: 2 }, () => ['结果', '维持', '结果', '纠正', '其他', '结果', '尚未', '审结', '总计']).flat()]

/** The report in reading order, a cell a line, with other lines for table 4. */
async function read(lines: readonly string[]): Promise<ReadReport> {
  const all = text(report, tablesOf(report, PLAIN, 11), 'lines').split('\n')
  const [from, to] = ['四、', '五、'].map((numeral) => all.findLastIndex((line) => line.startsWith(numeral)))
  const body = [...all.slice(0, from! + 1), ...HEADINGS, ...lines, ...all.slice(to)].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(body) })).reports[0]!
}
const found = ({ cells }: ReadReport): unknown[] => figures.map(([figure]) => cells.get(figure)?.cell).map((cell) => (cell && 'value' in cell ? cell.value : cell))

describe('table 4 with a row for each of two years in a text without columns', () => {
  it.each([
    ['the report’s first', [String(report.year), `年 ${OWN.join(' ')}`, String(report.year - 1), `年 ${before.join(' ')}`]],
    ['the year before first', [`${report.year - 1}年 ${before.join(' ')}`, `${report.year}年 ${OWN.join(' ')}`]],
    ['years broken by a narrow column', [String(report.year).slice(0, 3), `${String(report.year).slice(3)} 年 ${OWN.join(' ')}`, String(report.year - 1).slice(0, 3), `${String(report.year - 1).slice(3)} 年 ${before.join(' ')}`]],
  ])('has its own year’s numbers: %s', async (_, lines) => {
    expect(found(await read(lines))).toEqual(OWN)
  })

  it('has none where its own row leaves cells out, and says so', async () => {
    const reading = await read([String(report.year), `年 ${OWN.slice(0, 2).join(' ')}`, String(report.year - 1), `年 ${before.join(' ')}`])
    expect(found(reading)).toEqual(OWN.map(() => undefined))
    expect(reading.missingTables).toContain('reviews')
  })
})
