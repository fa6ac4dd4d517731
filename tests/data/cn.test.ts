import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPackage, type LoadResult } from '@/data/load'
import { readEvidence } from '@/data/read-evidence'
import { Evidence } from '@/data/evidence'
import type { FigureId } from '@/domain/figure'
import { cellOf } from './files'

const FOLDER = new URL('../../public/data/cn/', import.meta.url)
const read = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(path, FOLDER)))

/** Figures as the reports state them, copied by hand from the reports. */
const STATED: readonly (readonly [agency: string, year: number, figures: Readonly<Partial<Record<FigureId, number>>>])[] = [
  ['淄博市工业和信息化局', 2021, { 'requests.received.total': 2, 'requests.granted.total': 1, 'requests.refused.internal.natural': 1, 'requests.refused.internal.total': 1, 'documents.in-force': 5, 'documents.issued': 1, 'review.total': 0, 'fees.amount': 0 }],
  ['宿迁市人民政府', 2024, { 'review.upheld': 88, 'review.total': 170, 'suit-direct.total': 25, 'suit-after-review.total': 52, 'requests.received.natural': 3440, 'requests.received.total': 3525, 'requests.carried-out.total': 125, 'documents.in-force': 420, 'licences.decisions': 1573179, 'fees.amount': 72701.2578 }],
  ['宿迁市人民政府', 2023, { 'review.upheld': 309, 'review.total': 440, 'requests.received.total': 3511, 'requests.granted.total': 1191, 'documents.issued': 109, 'penalties.decisions': 2822652, 'fees.amount': 59237.2449 }],
  ['金湖县人民政府', 2023, { 'requests.received.total': 143, 'requests.received.natural': 140, 'review.total': 7, 'suit-after-review.total': 1, 'licences.decisions': 54408, 'fees.amount': 14722.49 }],
  ['上海市科学技术委员会', 2024, { 'requests.received.total': 34, 'requests.processed.total': 35, 'requests.granted.total': 9, 'documents.in-force': 55, 'review.total': 1, 'licences.decisions': 97 }],
  ['上海市人民政府办公厅', 2025, { 'requests.received.total': 1295, 'requests.carried-out.total': 293, 'rules.repealed': 22, 'documents.repealed': 55, 'review.total': 55, 'suit-direct.total': 12 }],
  ['上海市人民政府办公厅', 2019, { 'requests.received.total': 859, 'documents.newly-made': 60, 'procurement.amount': 25.1, 'review.total': 7, 'suit-direct.total': 9 }],
]

describe('the bundled package', () => {
  let result: LoadResult

  beforeAll(async () => {
    result = await loadPackage({ read })
  })

  it('loads whole: every line of every file, without a problem', () => {
    expect(result.problems).toEqual([])
    expect(result.files.map(({ file }) => file)).toEqual(['agencies.csv', 'reports.csv', 'proactive.csv', 'requests.csv', 'reviews.csv', 'participation.csv', 'narrative.csv'])
    for (const { rowsIn, rowsLoaded, rowsReported } of result.files) expect([rowsLoaded, rowsReported]).toEqual([rowsIn, 0])
    expect(result.agencies.length).toBeGreaterThan(900)
  })

  it.each(STATED)('%s %i', (agency, year, figures) => {
    for (const [figure, value] of Object.entries(figures)) expect(cellOf(result, agency, year, figure as FigureId), figure).toMatchObject({ value })
  })

  it('keeps what stands in the cell beside the number', () => {
    expect(cellOf(result, '上海市人民政府办公厅', 2025, 'rules.repealed')).toMatchObject({ value: 22, note: '其中修订16件' })
    expect(cellOf(result, '上海市人民政府办公厅', 2019, 'procurement.amount')).toMatchObject({ value: 25.1, raw: '251000元' })
    expect(cellOf(result, '上海市人民政府办公厅', 2019, 'requests.carried-in.business')).toMatchObject({ missing: 'blank' })
  })

  it('says where a figure comes from', async () => {
    const evidence = new Evidence(readEvidence(await read('evidence.csv')))
    const [line] = evidence.of('上海市人民政府', 2022, ['narrative.web-items'])
    expect(line).toMatchObject({ value: '46106', quote: '全年上海市人民政府网站共发布各类信息46106条' })
    expect(line!.source).toMatch(/^https:\/\/shanghai\.gov\.cn\//)
    expect(evidence.of('没有的机关', 2022)).toEqual([])
  })
})
