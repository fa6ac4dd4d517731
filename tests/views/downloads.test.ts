import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PALETTES } from '@/charts/theme'
import { csvText } from '@/data'
import { sheetOf } from '@/domain/sheet'
import { Table } from '@/domain/table'
import { baseName, downloadsOf, readmeOf, type Download, type Shown } from '@/views/downloads'
import { chart, selected, sliceWith, table, words } from '../components/cards'

const selection = selected({ agency: table.agencies.map(({ id }) => id) })
const slice = sliceWith(selection)
const shown: Shown = {
  chart,
  table,
  selection,
  slice,
  words,
  option: {},
  frame: { title: '新收申请 2024', subtitle: '按机关', footer: '来源：甲', palette: PALETTES.light, width: 600, height: 300 },
  link: 'https://atlas.example/?view=requests&chart=plain',
  descriptor: { id: '', title: '甲', version: '1', created: '2026-11-24', resources: [], sources: [{ title: '各机关年报', path: 'https://example.gov.cn/' }], licences: [] },
}

const bytesOf = async (downloads: readonly Download[], id: string) => (await downloads.find((each) => each.id === id)!.make()) as Uint8Array<ArrayBuffer>

describe('downloads of a card', () => {
  it('are named after page, chart and years', () => {
    expect(baseName({ id: 'requests-outcomes' }, { view: 'requests' }, { years: [2024] })).toBe('atlas-requests-outcomes-2024')
    expect(baseName({ id: 'ranking' }, { view: 'reviews' }, { years: [2021, 2022, 2023] })).toBe('atlas-reviews-ranking-2021-2023')
    expect(baseName({ id: 'ranking' }, { view: 'reviews' }, { years: [] })).toBe('atlas-reviews-ranking')
  })

  it('hold exactly the slice that is drawn', async () => {
    const text = new TextDecoder().decode(await bytesOf(await downloadsOf(shown), 'tidy'))
    expect(text).toBe(csvText(sheetOf(table, selection, slice, 'tidy')))
    expect(text.trim().split('\r\n')).toHaveLength(slice.observations.length + 1)
  })

  it('say rows and size before they are chosen', async () => {
    const [tidy] = await downloadsOf(shown)
    expect(tidy!.detail).toMatch(/^6 行 · [\d.]+ kB$/)
  })

  it('come as one archive with description and readme', async () => {
    const files = unzipSync(await bytesOf(await downloadsOf(shown), 'zip'))
    expect(Object.keys(files).toSorted()).toEqual(['README.md', 'atlas-requests-plain-2024.csv', 'datapackage.json'].toSorted())
    expect(JSON.parse(strFromU8(files['datapackage.json']!))).toMatchObject({ title: '新收申请 2024', homepage: shown.link })
  })

  it('name the sources of their own reports, not those of others of the package, and what it names of itself', async () => {
    const [first, second] = [...new Set(slice.observations.flatMap(({ row }) => (row < 0 ? [] : [row])))] as [number, number]
    const outside = table.data.reportSource.findIndex((_, row) => !slice.observations.some((observation) => observation.row === row))
    const reportSource = table.data.reportSource.map((_, row) => ({ [first]: 'reports/a.docx', [second]: 'https://a.gov.cn/b.html', [outside]: 'reports/c.pdf' })[row] ?? '')
    const own = { ...shown, table: new Table({ ...table.data, reportSource }), descriptor: { ...shown.descriptor!, sources: ['reports/a.docx', 'reports/c.pdf', '汇编'].map((title) => ({ title, path: '' })) } }
    expect(readmeOf(own).split('## 来源')[1]!.trim().split('\n').slice(1)).toEqual(['- reports/a.docx', '- <https://a.gov.cn/b.html>', '- 汇编'])
    const files = unzipSync(await bytesOf(await downloadsOf(own), 'zip'))
    expect(JSON.parse(strFromU8(files['datapackage.json']!)).sources.map(({ title }: { title: string }) => title)).toEqual(['甲 1', 'reports/a.docx', 'https://a.gov.cn/b.html', '汇编'])
  })

  it('explain themselves: selection in words, link, definitions, sources', () => {
    const readme = readmeOf(shown)
    for (const part of ['# 新收申请 2024', shown.link, '`requests.received`', '年报第三部分', '各机关年报 <https://example.gov.cn/>', '6 个机关中']) expect(readme).toContain(part)
  })
})
