import { describe, expect, it } from 'vitest'
import { pictureSvg } from '@/charts/picture'
import { PALETTES } from '@/charts/theme'

const option = { xAxis: { type: 'value' as const }, yAxis: { type: 'category' as const, data: ['甲'] }, series: [{ type: 'bar' as const, data: [3] }] }
const frame = { title: '新收申请 <2024> & 其他', subtitle: '单位：件', footer: '来源：公开年报（2026-11-24）', palette: PALETTES.light, width: 400, height: 200 }

describe('pictureSvg', () => {
  it('carries title, unit, source and date with the drawing', async () => {
    const svg = await pictureSvg(option, frame)
    for (const part of ['新收申请 &lt;2024&gt; &amp; 其他', '单位：件', '来源：公开年报（2026-11-24）', '<path']) expect(svg).toContain(part)
    expect(svg.match(/<svg /g)).toHaveLength(2)
  })

  it('grows with a long title instead of cutting it', async () => {
    const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)![1])
    expect(heightOf(await pictureSvg(option, { ...frame, title: '长'.repeat(120) }))).toBeGreaterThan(heightOf(await pictureSvg(option, frame)) + 50)
  })
})
