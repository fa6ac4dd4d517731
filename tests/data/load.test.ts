import { describe, expect, it } from 'vitest'
import { LoadError } from '@/data/load-error'
import { Table } from '@/domain/table'
import { AGENCY, cellOf, load, loadSmall, OTHER, SMALL } from './files'

describe('a sound package', () => {
  it('puts every cell where its file, line and column say', async () => {
    const result = await loadSmall()
    expect(result.problems).toEqual([])
    expect(cellOf(result, AGENCY, 2021, 'documents.in-force')).toMatchObject({ value: 5 })
    expect(cellOf(result, AGENCY, 2021, 'requests.received.natural')).toMatchObject({ value: 2, regional: false })
    expect(cellOf(result, OTHER, 2024, 'review.total')).toMatchObject({ value: 170 })
    expect(cellOf(result, AGENCY, 2021, 'participation.npc-suggestions.answered-rate')).toMatchObject({ value: 100 })
  })

  it('keeps units, notes and reasons apart', async () => {
    const result = await loadSmall()
    expect(cellOf(result, AGENCY, 2021, 'fees.amount')).toMatchObject({ value: 25.1, raw: '251000元' })
    expect(cellOf(result, AGENCY, 2021, 'narrative.handling-fee')).toMatchObject({ value: 0.295, note: '全市', regional: true })
    expect(cellOf(result, OTHER, 2023, 'requests.received.natural')).toMatchObject({ value: 5147, note: '全市', regional: true })
    expect(cellOf(result, OTHER, 2023, 'requests.received.other')).toMatchObject({ value: 3, regional: true })
    expect(cellOf(result, OTHER, 2023, 'requests.received.legal')).toMatchObject({ value: 8, about: true })
    expect(cellOf(result, OTHER, 2023, 'requests.received.total')).toMatchObject({ value: 1234 })
    expect(cellOf(result, OTHER, 2023, 'requests.received.business')).toMatchObject({ missing: 'not-known' })
    expect(cellOf(result, OTHER, 2023, 'requests.received.research')).toMatchObject({ missing: 'not-applicable' })
    expect(cellOf(result, OTHER, 2023, 'requests.received.nonprofit')).toMatchObject({ missing: 'blank' })
  })

  it('tells an empty cell the form does not have from one left blank', async () => {
    const result = await loadSmall({ 'proactive.csv': `agency,year,item,issued,in-force,newly-made\n${AGENCY},2021,documents,,5,\n` })
    expect(cellOf(result, AGENCY, 2021, 'documents.issued')).toMatchObject({ missing: 'blank' })
    expect(cellOf(result, AGENCY, 2021, 'documents.newly-made')).toMatchObject({ missing: 'not-in-format' })
  })

  it('keeps statements that are no cell', async () => {
    const { statements } = await loadSmall()
    expect(statements.map(({ figure, value, note }) => [figure, value, note])).toEqual([
      ['', '12000', '约'],
      ['narrative.web-items', '144', '其中'],
    ])
  })

  it('reads breaks, notes over two lines and whole-region reports', async () => {
    const result = await loadSmall()
    expect([...result.reportBreak]).toEqual([0, 0, 1])
    expect(result.reportNotes[2]).toBe('第一行\n第二行')
    expect(result.files).toContainEqual({ file: 'reports.csv', rowsIn: 3, rowsLoaded: 3, rowsReported: 0 })
  })

  it('does not depend on the order of lines', async () => {
    const turned = (text: string): string => {
      const [head, ...lines] = text.trimEnd().split('\n')
      return [head, ...lines.reverse(), ''].join('\n')
    }
    const result = await loadSmall({ 'requests.csv': turned(SMALL['requests.csv']!), 'agencies.csv': turned(SMALL['agencies.csv']!), 'proactive.csv': turned(SMALL['proactive.csv']!) })
    expect(cellOf(result, AGENCY, 2021, 'requests.received.total')).toMatchObject({ value: 2 })
    expect(result.problems).toEqual([])
  })

  it('maps further markers that the descriptor declares', async () => {
    const descriptor = { resources: [{ name: 'agencies', path: 'agencies.csv' }, { name: 'reports', path: 'reports.csv' }, { name: 'reviews', path: 'reviews.csv', schema: { missingValues: [{ value: 'S', label: 'suppressed' }, { value: 'x', label: 'no such reason' }] } }] }
    const result = await loadSmall({ 'datapackage.json': JSON.stringify(descriptor), 'reviews.csv': `agency,year,kind,upheld,total\n${OTHER},2024,review,S,x\n` })
    expect(cellOf(result, OTHER, 2024, 'review.upheld')).toMatchObject({ missing: 'suppressed', raw: 'S' })
    expect(result.problems).toEqual([{ kind: 'cell-unreadable', file: 'reviews.csv', line: 2, column: 'total', text: 'x' }])
  })
})

describe('what is wrong is told where it is, and the rest loads', () => {
  const requests = (...lines: string[]): Record<string, string> => ({ 'requests.csv': ['agency,year,row,natural,total', ...lines, ''].join('\n') })

  it.each([
    ['an unreadable cell', requests(`${AGENCY},2021,received,约莫两件,2`), { kind: 'cell-unreadable', line: 2, column: 'natural', text: '约莫两件' }],
    ['an unknown agency', requests('某某局,2021,received,1,1'), { kind: 'agency-unknown', line: 2, column: 'agency', text: '某某局', lineLeftOut: true }],
    ['no agency', requests(',2021,received,1,1'), { kind: 'agency-missing', line: 2, column: 'agency', text: '2021', lineLeftOut: true }],
    ['an unreadable year', requests(`${AGENCY},二〇二一,received,1,1`), { kind: 'year-unreadable', line: 2, column: 'year', text: '二〇二一', lineLeftOut: true }],
    ['a year without report', requests(`${AGENCY},2020,received,1,1`), { kind: 'report-unknown', line: 2, column: 'agency', text: `${AGENCY} 2020`, lineLeftOut: true }],
    ['a line that stands twice', requests(`${AGENCY},2021,received,1,1`, `${AGENCY},2021,received,9,9`), { kind: 'line-twice', line: 3, column: 'row', text: 'received', lineLeftOut: true }],
    ['a line too short', requests(`${AGENCY},2021,received,1`), { kind: 'ragged', line: 2, text: `${AGENCY},2021,received,1`, lineLeftOut: true }],
    ['a line too long', requests(`${AGENCY},2021,received,1,234,5`), { kind: 'ragged', line: 2, text: `${AGENCY},2021,received,1,234,5`, lineLeftOut: true }],
    ['an unknown column', { 'requests.csv': `agency,year,row,natural,people\n${AGENCY},2021,received,1,1\n` }, { kind: 'column-unknown', line: 1, column: 'people', text: '' }],
    ['a repeated column', { 'requests.csv': `agency,year,row,total,total\n${AGENCY},2021,received,1,2\n` }, { kind: 'column-twice', line: 1, column: 'total' }],
    ['a missing column', { 'requests.csv': `agency,year,natural\n${AGENCY},2021,1\n` }, { kind: 'column-missing', line: 1, column: 'row' }],
    ['an empty file', { 'requests.csv': '' }, { kind: 'file-empty' }],
    ['no file', { 'requests.csv': null }, { kind: 'file-missing' }],
  ])('%s', async (_, changed, problem) => {
    const result = await loadSmall(changed)
    expect(result.problems).toEqual([{ file: 'requests.csv', ...problem }])
    expect(cellOf(result, AGENCY, 2021, 'documents.in-force')).toMatchObject({ value: 5 })
  })

  it('keeps the raw text of an unreadable cell', async () => {
    const result = await loadSmall(requests(`${AGENCY},2021,received,约莫两件,2`))
    expect(cellOf(result, AGENCY, 2021, 'requests.received.natural')).toMatchObject({ missing: 'unreadable', raw: '约莫两件' })
  })

  it('leaves the first of two lines', async () => {
    const result = await loadSmall(requests(`${AGENCY},2021,received,1,1`, `${AGENCY},2021,received,9,9`))
    expect(cellOf(result, AGENCY, 2021, 'requests.received.total')).toMatchObject({ value: 1 })
  })

  it('passes over trailing empty cells, spaces round a key, and blank lines, but counts them', async () => {
    const result = await loadSmall(requests('', `${AGENCY} ,2021, received ,1,1,,`, ',,,,', `${AGENCY},2021,granted,x,0`))
    expect(result.problems).toEqual([{ kind: 'cell-unreadable', file: 'requests.csv', line: 5, column: 'natural', text: 'x' }])
    expect(cellOf(result, AGENCY, 2021, 'requests.received.total')).toMatchObject({ value: 1 })
  })

  it('keeps a row that the form does not have, named', async () => {
    const result = await loadSmall(requests(`${AGENCY},2021,属于工作秘密,3,3`))
    expect(result.problems).toEqual([{ kind: 'row-unknown', file: 'requests.csv', line: 2, column: 'row', text: '属于工作秘密' }])
    expect(result.statements).toContainEqual({ row: 0, figure: 'requests.属于工作秘密.total', asNamed: '属于工作秘密', value: '3', unit: '', note: 'total' })
  })

  it('tells a filled cell that the item does not have', async () => {
    const result = await loadSmall({ 'proactive.csv': `agency,year,item,issued,decisions\n${AGENCY},2021,rules,1,7\n` })
    expect(result.problems).toEqual([{ kind: 'column-unknown', file: 'proactive.csv', line: 2, column: 'decisions', text: '7' }])
  })

  it('takes an unknown format from the year', async () => {
    const result = await loadSmall({ 'reports.csv': `agency,year,format\n${AGENCY},2021,cn-2099\n${OTHER},2023,cn-2021\n${OTHER},2024,cn-2021\n` })
    expect(result.problems).toEqual([{ kind: 'format-unknown', file: 'reports.csv', line: 2, column: 'format', text: 'cn-2099' }])
    expect(new Table(result).formatOf(0)).toBe('cn-2021')
  })

  it('does not call a file cut that is smaller than declared and ends with a whole line: it may have been written elsewhere', async () => {
    const resources = JSON.parse(SMALL['datapackage.json']!).resources.map((resource: { name: string }) => ({ ...resource, ...(resource.name === 'reviews' ? { bytes: 5000 } : {}) }))
    const result = await loadSmall({ 'reviews.csv': `agency,year,kind,upheld,total\r\n${AGENCY},2021,review,1,12\r\n`, 'datapackage.json': JSON.stringify({ resources }) })
    expect(result.problems).toEqual([{ kind: 'file-smaller', file: 'reviews.csv', text: expect.stringMatching(/ \/ 5000$/) }])
    expect(cellOf(result, AGENCY, 2021, 'review.total')).toMatchObject({ value: 12 })
  })

  it('does not trust the last line of a cut file', async () => {
    const text = `agency,year,kind,upheld,total\n${OTHER},2024,review,1,1\n${AGENCY},2021,review,1,12`
    const resources = JSON.parse(SMALL['datapackage.json']!).resources.map((resource: { name: string }) => ({ ...resource, ...(resource.name === 'reviews' ? { bytes: 5000 } : {}) }))
    const result = await loadSmall({ 'reviews.csv': text, 'datapackage.json': JSON.stringify({ resources }) })
    expect(result.problems.map(({ kind, line, lineLeftOut }) => ({ kind, line, lineLeftOut }))).toEqual([
      { kind: 'file-cut', line: undefined, lineLeftOut: undefined },
      { kind: 'file-cut', line: 3, lineLeftOut: true },
    ])
    expect(cellOf(result, OTHER, 2024, 'review.total')).toMatchObject({ value: 1 })
    expect(cellOf(result, AGENCY, 2021, 'review.total')).toMatchObject({ missing: 'not-known' })
  })

  it('cuts long texts in problems', async () => {
    const result = await loadSmall(requests(`${'长'.repeat(500)},2021,received,1,1`))
    expect(result.problems[0]!.text).toHaveLength(200)
  })
})

describe('a package without some of its files', () => {
  it('makes reports from the tables, with the format of the year', async () => {
    const result = await loadSmall({ 'reports.csv': null })
    expect(result.problems).toEqual([{ kind: 'file-missing', file: 'reports.csv' }])
    expect(cellOf(result, AGENCY, 2021, 'documents.in-force')).toMatchObject({ value: 5 })
    expect(new Table(result).formatOf(0)).toBe('cn-2021')
  })

  it('makes agencies from the reports', async () => {
    const result = await loadSmall({ 'agencies.csv': null })
    expect(result.problems).toEqual([{ kind: 'file-missing', file: 'agencies.csv' }])
    expect(result.agencies.map(({ name }) => name)).toEqual([AGENCY, OTHER])
  })

  it('does without a descriptor', async () => {
    const result = await loadSmall({ 'datapackage.json': null })
    expect(result.problems).toEqual([{ kind: 'file-missing', file: 'datapackage.json' }])
    expect(cellOf(result, AGENCY, 2021, 'documents.in-force')).toMatchObject({ value: 5 })
    expect((await loadSmall({ 'datapackage.json': '{"resources": [' })).problems).toEqual([{ kind: 'descriptor', file: 'datapackage.json' }])
  })

  it('does not miss a file that the descriptor does not list', async () => {
    const resources = ['agencies', 'reports', 'reviews'].map((name) => ({ name, path: `${name}.csv` }))
    expect((await loadSmall({ 'datapackage.json': JSON.stringify({ resources }) })).problems).toEqual([])
  })

  it('rejects only when nothing can be shown', async () => {
    await expect(load({})).rejects.toEqual(new LoadError('package-missing', 'datapackage.json'))
    const broken = { read: () => Promise.reject(new Error('offline')) }
    const { loadPackage } = await import('@/data/load')
    await expect(loadPackage(broken)).rejects.toMatchObject({ kind: 'network' })
  })
})
