import { describe, expect, it } from 'vitest'
import { problemText } from '@/components/import/problem-text'
import { noteText, statedName } from '@/components/stated-name'
import { english, words } from './cards'

describe('what sources call figures', () => {
  it('is told in the reader’s language, with the source’s own name where it is another one', () => {
    expect([statedName(english, 'requests.received.total', '本年新收申请'), statedName(english, 'requests.received.total', '收到申请'), statedName(english, '', '其他事项')]).toEqual(['received', 'received (收到申请)', '其他事项'])
    expect([statedName(words, 'requests.received.total', '收到申请'), statedName(words, 'requests.received.total', '')]).toEqual(['收到申请', '本年新收申请'])
  })

  it('has the reading’s own words in notes translated, not the source’s', () => {
    expect([noteText(english, '正文；全市'), noteText(words, '正文；全市')]).toEqual(['Note: stated in the text; 全市', '注：正文；全市'])
  })
})

it('names a file of a package with the package, not within what it quotes', () => {
  expect(problemText(words, { kind: 'cell-unreadable', file: '包.zip', line: 12, column: 'value', text: 'requests.csv: 4o9' })).toBe('包.zip/requests.csv 第 12 行“value”列：“4o9”无法读作数字，原文保留，不参与计算。')
  expect(problemText(words, { kind: 'cell-unreadable', file: 'a.csv', line: 12, column: '数', text: '比例: 3' })).toContain('“比例: 3”')
})

describe('a cell that a second file states otherwise', () => {
  const problem = { kind: 'version', file: 'b.html', column: '规章·现行有效', text: '甲局 2023: 3 / 0' } as const

  it('is named in the reader’s language, and it is said which number is whose', () => {
    expect(problemText(english, problem)).toBe('b.html: “rules: in force” differs from what was read first: 甲局 2023: 3 / 0 (read first / in this file)')
    expect(problemText(words, problem)).toBe('b.html：“规章·现行有效”与先读入的不同：甲局 2023: 3 / 0（先读入的 / 本文件）')
  })

  it('keeps the column’s own heading where a table has it', () => {
    expect(problemText(english, { ...problem, line: 3, text: '甲局 2023' })).toBe('b.html, line 3, column “规章·现行有效” differs from what was read first: 甲局 2023')
  })
})
