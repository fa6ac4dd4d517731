import { expect, it } from 'vitest'
import { joinedDescriptor } from '@/data/packages'
import { readDescriptor } from '@/data/descriptor'
import { label } from '@/domain/label'
import { wordsOf } from '@/i18n'
import { licencesText, sourceText } from '@/views/package-words'

const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
const said = (created: string, licence?: string) => readDescriptor(JSON.stringify({ resources: [], created, ...(licence === undefined ? {} : { licenses: [{ title: licence }] }) }))!
const bundled = said('2026-11-24', '可自由使用 / free to use')
const own = said('2026-11-27')
const opened = [{ title: label('年报', 'reports') }, { title: label('我的数据', '我的数据') }]

it('gives every package its own day and its own licence', () => {
  const both = { opened, descriptor: joinedDescriptor([bundled, own]) }
  expect(sourceText(zh, both)).toBe('年报（2026-11-24） + 我的数据（2026-11-27）')
  expect(licencesText(zh, both)).toBe('年报：可自由使用')
  expect(licencesText(en, both)).toBe('reports: free to use')
  expect(sourceText(zh, { opened, descriptor: joinedDescriptor([null, own]) })).toBe('年报 + 我的数据（2026-11-27）')
})

it('says of one package its day and its licence in the language of the page', () => {
  expect(sourceText(en, { opened: opened.slice(0, 1), descriptor: bundled })).toBe('reports (2026-11-24)')
  expect(licencesText(zh, { opened: opened.slice(0, 1), descriptor: bundled })).toBe('可自由使用')
  expect(licencesText(zh, { opened: opened.slice(1), descriptor: own })).toBe('')
  expect(licencesText(zh, { opened: opened.slice(1), descriptor: said('', 'a / b / c') })).toBe('a / b / c')
})
