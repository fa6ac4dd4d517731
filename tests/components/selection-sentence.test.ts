import { describe, expect, it } from 'vitest'
import { selectionBrief, selectionSentence } from '@/components/selection-sentence'
import { DEFAULTS, type Selection } from '@/domain/selection'
import { wordsOf } from '@/i18n'
import { tableOf } from '../fixture'

const zh = wordsOf('zh-CN')
const en = wordsOf('en')
const table = tableOf([
  { agency: '甲市人民政府', year: 2021, cells: { 'requests.received.total': 3 } },
  { agency: '乙县水利局', year: 2024, cells: { 'requests.received.total': 5 } },
])
const selected = (part: Partial<Selection>): Selection => ({ ...DEFAULTS, ...part })

describe('selectionSentence', () => {
  it('says how many agencies and which years by default', () => {
    expect(selectionSentence(zh, DEFAULTS, table)).toBe('全部 2 个机关，全部年份（2021–2024年）')
    expect(selectionSentence(en, DEFAULTS, table)).toBe('All 2 agencies, all years (2021–2024)')
  })

  it('makes no count up before the data are there', () => {
    expect(selectionSentence(zh, DEFAULTS, null)).toBe('全部机关，全部年份')
    expect(selectionSentence(zh, selected({ category: ['部门'] }), null)).toBe('部门，全部年份')
  })

  it('names the bounds, the applicant and the scope', () => {
    expect(selectionSentence(zh, selected({ category: ['部门'], year: { from: 2024, to: 2024 }, applicant: 'natural', scope: 'region' }), table)).toBe('部门（1 个机关），2024年，申请人为自然人，只计全地区的数')
  })

  it('names the agencies where the link does', () => {
    expect(selectionSentence(zh, selected({ agency: ['乙县水利局'] }), table)).toBe('乙县水利局，全部年份（2021–2024年）')
  })
})

describe('selectionBrief', () => {
  it('fits a button', () => {
    expect(selectionBrief(zh, selected({ year: { from: 2021, to: 2024 } }), table)).toBe('2 个机关 · 2021–2024年')
    expect(selectionBrief(en, DEFAULTS, null)).toBe('All agencies · all years')
  })
})
