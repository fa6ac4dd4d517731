import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { given, PLAIN, tablesOf, type Rows } from './documents'

// Parts of a page that its script shows when a reader asks for them: tabs, folded sections.

const report = given(7)
const tables = tablesOf(report, PLAIN, 7)
const lastYear = tablesOf({ ...report, figures: given(21).figures }, PLAIN, 7)
const PARTS = [['二、主动公开政府信息情况', 'proactive'], ['三、收到和处理政府信息公开申请情况', 'requests'], ['四、政府信息公开行政复议、行政诉讼情况', 'reviews']] as const

const table = (rows: Rows): string => `<table>${rows.map((row) => `<tr>${row.map(({ text, rows: down = 1, columns = 1 }) => `<td rowspan="${down}" colspan="${columns}">${text}</td>`).join('')}</tr>`).join('')}</table>`
const page = (around: (at: number, part: keyof typeof tables) => string): string =>
  `<style>.pane{display:none}</style><h1>${report.agency}${report.year}年政府信息公开工作年度报告</h1>${PARTS.map(([heading, part], at) => `<h4>${heading}</h4><p>本节数据由各科室报送，经办公室汇总核对，统计期限为全年。</p>${around(at, part)}`).join('')}`

async function numbers(body: string): Promise<Record<string, unknown>> {
  const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(body) })
  return Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
}

describe.each(['style="display: none"', 'hidden', 'class="pane"'])('tables in what is hidden: %s', (folded) => {
  it('are read where the page has them nowhere else', async () => {
    const open = (from: number) => page((at, part) => (at < from ? table(tables[part]) : `<div ${folded}>${table(tables[part])}</div>`))
    for (const from of [0, 1, 2]) expect(await numbers(open(from))).toEqual(Object.fromEntries(report.figures))
  })
  it('are not where the page shows their like: copies for another screen, or another year’s', async () => {
    expect(await numbers(page((_, part) => `${table(tables[part])}<div ${folded}>${table(lastYear[part])}</div>`))).toEqual(Object.fromEntries(report.figures))
    expect(await numbers(page((_, part) => `<div ${folded}>${table(lastYear[part])}</div>${table(tables[part])}`))).toEqual(Object.fromEntries(report.figures))
  })
  it('are not where the page shows their like in tables without markup of tables', async () => {
    const drawn = (rows: Rows): string => `<div role="table">${rows.map((row) => `<div role="row">${row.map(({ text }) => `<div role="cell">${text}</div>`).join('')}</div>`).join('')}</div>`
    const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(`${page((_, part) => drawn(tables[part]))}<div ${folded}>${page((_, part) => table(tables[part]))}</div>`) })
    expect(reports.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([[]])
  })
  it('are not where they are struck', async () => expect(await numbers(page((at, part) => (at === 0 ? table(tables[part]) : at === 1 ? `<del>${table(tables[part])}</del>` : '')))).not.toHaveProperty(['requests.received.total']))
})
