import { describe, expect, it } from 'vitest'
import { contrast, inkOn, mixed } from '@/charts/colour'
import { shareText, valueText } from '@/charts/format'
import { fittedAmong, shortNames, withoutStart } from '@/charts/names'
import { niceTicks, spread } from '@/charts/scale'
import { downwards, fitted, fittedDown, textWidth, wrapped } from '@/charts/text'
import { PALETTES } from '@/charts/theme'
import { withShortSums } from '@/charts/doubts'
import { tooltipOf } from '@/charts/tooltip'
import { tableOf } from '../fixture'
import { contextOf, FULL } from './fixtures'

describe('names', () => {
  it('drops the places that all agencies share', () => {
    expect(shortNames(['江苏省淮安市教育局', '江苏省淮安市民政局'])).toEqual(['教育局', '民政局'])
    expect(shortNames(['重庆市教育局', '重庆市人民政府'])).toEqual(['教育局', '人民政府'])
  })
  it('keeps names that share nothing, single names, and what would become too short', () => {
    expect(shortNames(['重庆市教育局', '上海市教育局'])).toEqual(['重庆市教育局', '上海市教育局'])
    expect(shortNames(['重庆市教育局'])).toEqual(['重庆市教育局'])
    expect(shortNames(['重庆市', '重庆市教育局'])).toEqual(['重庆市', '重庆市教育局'])
    expect(shortNames([])).toEqual([])
  })
  it('keep of names too long what tells them apart', () => {
    const names = ['Department of Justice', 'Department of Homeland Security', 'Peace Corps']
    expect(names.map((name) => fittedAmong(name, names, 12, 130))).toEqual(['…Justice', '…Homeland Secur…', 'Peace Corps'])
    expect(fittedAmong('重庆市教育委员会', ['重庆市民政局', '重庆市教育委员会'], 12, 60)).toBe('重庆市教…')
  })
  it('lose what all of them start with, never half a number or word', () => {
    expect(withoutStart(['Ex. 1 defence', 'Ex. 7(A) proceedings'])).toEqual(['1 defence', '7(A) proceedings'])
    expect(withoutStart(['豁免条款第22条：甲', '豁免条款第24条：乙'])).toEqual(['22条：甲', '24条：乙'])
    expect(withoutStart(['not held', 'notes'])).toEqual(['not held', 'notes'])
    expect(withoutStart(['Ex. 1 defence'])).toEqual(['Ex. 1 defence'])
  })
  it('never cuts inside a word', () => {
    expect(shortNames(['甲市教育局', '甲市教委'])).toEqual(['教育局', '教委'])
  })
})

describe('a long sum in a tooltip', () => {
  const { words } = contextOf('ranking', FULL)
  it('keeps its first terms, its last one and what it comes to', () => {
    const terms = Array.from({ length: 20 }, (_, at) => `甲${at} ${at}`).join(' + ')
    expect(withShortSums(words, `${terms} = 190；办理结果总计 5；差 −185`)).toBe('甲0 0 + 甲1 1 + 甲2 2 + … 另 16 项 + 甲19 19 = 190；办理结果总计 5；差 −185')
    expect(withShortSums(words, `${terms} = 190；${terms} = 190`).match(/另 16 项/g)).toHaveLength(2)
  })
  it('stays whole where it is short', () => {
    for (const text of ['a 1 + b 2 + c 3 + d 4 + e 5 = 15; f 3', 'no sum']) expect(withShortSums(words, text)).toBe(text)
  })
})

describe('numbers in words', () => {
  it('shows the n of a rate and the reason of a gap', () => {
    const context = contextOf('disclosure-rate', FULL, { view: 'requests' })
    const { observations } = context.slice
    expect(shareText(context.words, observations.at(-1)!)).toBe('50%（1/2）')
    const gap = contextOf('documents', FULL, { view: 'proactive', agency: ['甲省丙市人民政府'] })
    expect(valueText(gap, gap.slice.observations[0]!)).toBe('此处未知')
  })
  it('gives money its decimals and unit', () => {
    const context = contextOf('fees', FULL, { view: 'proactive' })
    expect(valueText(context, context.slice.observations[0]!)).toMatch(/^25\.1 ?万元$/)
  })
})

describe('tooltip', () => {
  it('tells name, year, value, interval, small n and format', () => {
    const context = contextOf('disclosure-rate', FULL, { view: 'requests' })
    const tip = tooltipOf(context, context.slice.observations.length - 1)
    expect(tip.title).toBe('甲省丙市人民政府 · 2023 年')
    expect(tip.lines[0]).toEqual({ label: '公开率', value: '50%（1/2）', note: '公开及部分公开 ÷ 办结' })
    expect(tip.lines.map(({ label }) => label)).toEqual(['公开率', '95% 区间', '样本', '年报格式'])
  })
  it('tells notes, scope, precision and counted blanks', () => {
    const table = tableOf([{ agency: '甲市人民政府', year: 2023, cells: { 'requests.received.total': 8, 'requests.unavailable.not-held.total': 3, 'requests.unavailable.to-be-created.total': '', 'requests.unavailable.unclear.total': '' } }])
    const region = tableOf([{ agency: '甲市人民政府', year: 2023, cells: { 'requests.received.total': '8（全市 约）' } }])
    const context = contextOf('ranking', region, { view: 'requests', scope: 'all' })
    expect(tooltipOf(context, 0).lines.map(({ value }) => value)).toEqual(expect.arrayContaining(['全地区合计，非本机关自身', '原文为约数', '全市 约']))
    const blanks = contextOf('outcomes', table, { view: 'requests', values: 'absolute' })
    const at = blanks.slice.observations.findIndex(({ blankAsZero }) => blankAsZero)
    expect(tooltipOf(blanks, at).lines.map(({ label }) => label)).toContain('空白')
  })
  it('says why there is no number, and nothing for an index outside the slice', () => {
    const context = contextOf('documents', FULL, { view: 'proactive', agency: ['甲省丙市人民政府'] })
    expect(tooltipOf(context, 0).lines[0]!.value).toBe('此处未知')
    expect(tooltipOf(context, 999)).toEqual({ title: '', lines: [] })
  })
  it('counts agencies of a province', () => {
    const context = contextOf('coverage', tableOf([...['甲省一局', '甲省二局', '甲省三局', '乙省一局'].map((agency) => ({ agency, year: 2023, cells: { 'requests.received.total': 1 } }))]), {})
    expect(tooltipOf(context, 0).lines[0]!.value).toBe('3 / 3 个机关有数据')
  })
})

describe('text and scales', () => {
  it('measures, shortens and wraps', () => {
    expect(textWidth('机关', 12)).toBe(24)
    expect(fitted('重庆市教育委员会', 12, 60)).toBe('重庆市教…')
    expect(fitted('短', 12, 60)).toBe('短')
    expect(wrapped('carried out (requests)', 11, 80)).toEqual(['carried out', '(requests)'])
    expect(wrapped('', 11, 80)).toEqual([])
    expect(downwards('38(1)(b)条：甲')).toEqual(['38', '(1)', '(b)', '条', '：', '甲'])
    expect(fittedDown('38(1)(b)条：甲乙丙', 6)).toBe('38(1)(b)条：…')
  })
  it('steps in round numbers from zero', () => {
    expect(niceTicks(0, 1182, 4, true)).toEqual([0, 500, 1000, 1500])
    expect(niceTicks(0, 3, 4, true)).toEqual([0, 1, 2, 3])
    expect(niceTicks(0, 0, 4, true)).toEqual([0, 1])
    expect(niceTicks(-10, 30, 4, true)).toEqual([-10, 0, 10, 20, 30])
  })
  it('moves labels apart and keeps them inside', () => {
    expect(spread([0, 1, 2], 10, 0, 100)).toEqual([0, 10, 20])
    expect(spread([99, 100], 10, 0, 100)).toEqual([90, 100])
  })
})

describe('colours', () => {
  it('mixes, and writes legibly on every colour of both palettes', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080')
    for (const palette of Object.values(PALETTES)) {
      for (const colour of [...Object.values(palette.outcomes), ...Object.values(palette.results), ...palette.series, ...palette.heat]) expect(contrast(colour, inkOn(colour))).toBeGreaterThan(4.5)
      for (const colour of [palette.text, palette.muted, palette.accent]) expect(contrast(colour, palette.background)).toBeGreaterThan(4.5)
    }
  })
})
