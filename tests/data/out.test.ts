import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvBytes, csvCell, csvSize, csvText } from '@/data/csv'
import { readDescriptor } from '@/data/descriptor'
import { fileName } from '@/data/download'
import { slicePackage } from '@/data/slice-package'
import { sliceZip } from '@/data/zip'
import { label } from '@/domain/label'
import type { Sheet } from '@/domain/sheet'

const sheet: Sheet = {
  columns: [
    { id: 'agency', label: label('机关', 'agency'), numeric: false },
    { id: 'year', label: label('年度', 'year'), numeric: true },
    { id: 'value', label: label('数值', 'value'), numeric: true },
    { id: 'missing', label: label('缺失原因', 'missing because'), numeric: false },
  ],
  rows: [
    ['宿迁市人民政府', 2024, -3.5, null],
    ['=HYPERLINK("x")', 2023, null, 'blank'],
  ],
}

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1036', "'+1036"],
    ['-', "'-"],
    ['@x', "'@x"],
    ['=a\nb', `"'=a\nb"`],
    ['\tx', "'\tx"],
    [-1036, '-1036'],
    [0.1, '0.1'],
    [null, ''],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    [' x', '" x"'],
    ['平', '平'],
  ])('%j', (value, text) => expect(csvCell(value)).toBe(text))

  it('is RFC 4180 with a mark only in the file', () => {
    const text = 'agency,year,value,missing\r\n宿迁市人民政府,2024,-3.5,\r\n"\'=HYPERLINK(""x"")",2023,,blank\r\n'
    expect(csvText(sheet)).toBe(text)
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvBytes(sheet))).toBe(`\uFEFF${text}`)
    expect(csvSize(sheet)).toEqual({ rows: 2, bytes: csvBytes(sheet).length })
  })
})

describe('a slice as a package of its own', () => {
  const descriptor = readDescriptor('{"title":"中国","version":"1.0.0","resources":[],"licenses":[{"title":"L","path":"https://l.example"}],"sources":[{"title":"S"}]}')!
  const description = { path: 'slice.csv', title: '各机关受理', link: 'https://atlas.example/?view=requests', bytes: 12, sheet, descriptor }

  it('names fields, types, sources, licence and the link', () => {
    expect(JSON.parse(slicePackage(description))).toMatchObject({
      homepage: 'https://atlas.example/?view=requests',
      sources: [{ title: '中国 1.0.0' }, { title: 'S' }],
      licenses: [{ title: 'L', path: 'https://l.example' }],
      resources: [{ path: 'slice.csv', bytes: 12, schema: { fields: [{ name: 'agency', type: 'string' }, { name: 'year', type: 'year' }, { name: 'value', type: 'number' }, { name: 'missing', type: 'string' }], missingValues: [{ value: '' }] } }],
    })
  })

  it('names the reasons that stand in the cells of the wide shape', () => {
    const wide = { ...sheet, columns: sheet.columns.slice(0, 3) }
    const { resources } = JSON.parse(slicePackage({ ...description, sheet: wide, descriptor: null }))
    expect(resources[0].schema.missingValues).toContainEqual({ value: 'blank', label: '原文空白 / blank in the original' })
  })

  it('is packed the same each time', async () => {
    const parts = [{ name: 'slice.csv', content: csvBytes(sheet) }, { name: 'README.md', content: '说明' }]
    const zip = await sliceZip(parts)
    expect(await sliceZip(parts)).toEqual(zip)
    const files = unzipSync(zip)
    expect(files['slice.csv']).toEqual(csvBytes(sheet))
    expect(strFromU8(files['README.md']!)).toBe('说明')
  })
})

describe('file names', () => {
  it.each([
    ['公开率 2021/2024: 前15.csv', '公开率 2021-2024- 前15.csv'],
    ['..', 'download'],
    ['a\nb', 'a-b'],
  ])('%j', (name, safe) => expect(fileName(name)).toBe(safe))
})
