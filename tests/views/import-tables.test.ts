import { expect, it } from 'vitest'
import type { ReadLook, TableLook } from '@/data/imports'
import { wordsOf } from '@/i18n'
import { addedText, goText, suggestedName } from '@/views/import-tables'
import { look } from '../imports'

const words = { t: (_: string, values: Record<string, unknown>) => `${String(values.name)} +…` } as unknown as Parameters<typeof suggestedName>[0]
const files = ['broken.pdf', '甲.html', '乙.docx'].map((name) => ({ name })) as unknown as Parameters<typeof suggestedName>[1]
type Of = Pick<ReadLook, 'agency' | 'year'>
const looks = (refused: readonly string[], read: readonly (Of | null)[] = []): TableLook[] => files.map(({ name }, at) => ({ name, refused: refused.includes(name) ? 'damaged' : null, format: '', read: read[at] ?? null })) as unknown as TableLook[]

it('names a package after what was read', () => {
  expect(suggestedName(words, files, looks(['broken.pdf']))).toBe('甲 +…')
  expect(suggestedName(words, files, looks(['broken.pdf', '甲.html']))).toBe('乙')
  expect(suggestedName(words, files, looks(['broken.pdf', '甲.html', '乙.docx']))).toBe('broken +…')
})

it('names a package of official reports after their agencies and years', async () => {
  const name = (...read: readonly Of[]): string => suggestedName(wordsOf('zh-CN'), files, looks(['broken.pdf'], [null, ...read]))
  expect(name({ agency: '甲局', year: 2023 }, { agency: '乙局', year: 2021 })).toBe('甲局等机关 2021–2023')
  expect(name({ agency: '甲局', year: 2023 }, { agency: '甲局', year: 2023 })).toBe('甲局 2023')
  // As the reader says, where the reader says otherwise.
  const said = { '甲.html': { mapping: { format: 'cn', columns: {}, agency: '丙局', year: 2020 } } }
  expect(suggestedName(wordsOf('zh-CN'), files, looks(['broken.pdf'], [null, { agency: '甲局', year: 2023 }, { agency: '乙局', year: 2021 }]), said)).toBe('丙局等机关 2020–2021')
  expect(name({ agency: null, year: null }, { agency: null, year: null })).toBe('（机关未知）')
})

it('gives a data package by itself its own name', () => {
  expect(suggestedName(words, [{ name: 'p1/datapackage.json' }] as unknown as Parameters<typeof suggestedName>[1], [{ name: 'p1', refused: null, shape: 'package', format: 'package', title: '甲省 2023', read: null }] as unknown as TableLook[])).toBe('甲省 2023')
})

it('says what came to the list while a document was under review', () => {
  const before = new Set(['a.html'])
  expect(addedText(wordsOf('zh-CN'), [look('a.html')], before)).toBe('')
  expect(addedText(wordsOf('zh-CN'), [look('a.html'), look('b.csv')], before)).toBe('列表中新增 1 项：b.csv')
  expect(addedText(wordsOf('zh-CN'), [look('a.html'), look('b.csv'), look('c.png', { refused: 'file-binary' })], before)).toBe('列表中新增 2 项，其中 1 项不能读取：b.csv；c.png')
})

it('says what an import will do by kind, and of reports that the package has counts those that add or change something', () => {
  const zh = wordsOf('zh-CN')
  const report = (name: string): TableLook => look(name, { read: {} as ReadLook, shape: 'document' })
  const all = [report('a.html'), report('b.html'), look('c.csv'), look('p.zip', { shape: 'package' })]
  const standing = (name: string, added: number) => [name, { name, changed: [], added, corrected: 0 }] as const
  const same = new Map([standing('a.html', 0), standing('b.html', 0)])
  expect([goText(zh, all, false, same), goText(zh, all, true, same)]).toEqual(['导入 2 份年报、1 个表、1 个数据包', '加入 1 个表、1 个数据包'])
  expect(goText(zh, all.slice(0, 2), true, same)).toBe('加入（没有新的内容）')
  expect(goText(zh, all.slice(0, 2), true, new Map([standing('a.html', 0), standing('b.html', 3)]))).toBe('加入 1 份年报')
  expect(goText(zh, all.slice(0, 2), true, same, { 'a.html': { edits: { 'documents.issued': { text: '3', remark: '' } } } })).toBe('加入 1 份年报')
  expect(goText(wordsOf('en'), all, false, same)).toBe('Import 2 reports, 1 table, 1 data package')
})
