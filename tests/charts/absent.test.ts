import { describe, expect, it } from 'vitest'
import { CHARTS, chartById } from '@/charts'
import { renderSvg } from '@/charts/engine'
import { sheetOf } from '@/domain/sheet'
import { NO_OUTCOMES, requestCells, tableOf } from '../fixture'
import { contextOf } from './fixtures'

const known = { agency: '知名区局', year: 2023, cells: requestCells({ ...NO_OUTCOMES, received: 50, granted: 40, 'unavailable.not-held': 10, processed: 50 }) }
const silent = (n: number): string[] => Array.from({ length: n }, (_, at) => `无数区${String(at).padStart(2, '0')}局`)
const drawn = (id: string, n: number) => {
  const names = silent(n)
  const context = contextOf(id, tableOf([known, { agency: '另一区局', year: 2023, cells: known.cells }], names), { view: 'requests', agency: ['知名区局', '另一区局', ...names] })
  return { context, svg: renderSvg(chartById(id)!.option(context), 1100, 600), names }
}

describe.each(['outcomes', 'ranking', 'reasons', 'clearance'])('%s: agencies asked for that have no figure', (id) => {
  it('are drawn while they are few', async () => {
    const { svg, names } = drawn(id, 12)
    for (const name of names) expect(await svg).toContain(`>${name}<`)
    expect(await svg).not.toContain('列在表格中')
  })

  it('do not crowd out the others when they are many: the first few, then how many more; all of them in the table', async () => {
    const { context, svg, names } = drawn(id, 40)
    const written = await svg
    expect(names.filter((name) => written.includes(`>${name}<`))).toEqual(names.slice(0, 5))
    expect(written).toContain('另有 35 个机关没有可用的数，列在表格中')
    const { columns, rows } = sheetOf(context.table, context.selection, context.slice, 'tidy')
    const agency = columns.findIndex((column) => column.id === 'agency')
    expect(new Set(rows.map((row) => row[agency]))).toEqual(new Set(['知名区局', '另一区局', ...names]))
  })

  it('do not make it longer', () => {
    const chart = chartById(id)!
    expect(chart.height(drawn(id, 40).context.slice, 1100, drawn(id, 40).context.table)).toBeLessThan(chart.height(drawn(id, 12).context.slice, 1100, drawn(id, 12).context.table))
  })
})

it('every chart of one year draws them without a fault', async () => {
  for (const chart of CHARTS) {
    const { context } = drawn(chart.id, 40)
    await expect(renderSvg(chart.option(context), 1100, 600)).resolves.toContain('<svg')
  }
})
