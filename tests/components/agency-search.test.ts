import { describe, expect, it } from 'vitest'
import { groupAgencies, loadReadings, needsReadings, regionBeyondName, searchAgencies } from '@/components/agency-search'
import type { Agency } from '@/domain/table'

const agency = (name: string, province = '', city = '', county = '', level = '县', category = '部门'): Agency => ({ id: name, name, province, city, county, level, category })

const AGENCIES = [
  agency('重庆市水利局', '重庆市', '重庆市', '', '省'),
  agency('重庆市武隆区水利局', '重庆市', '重庆市', '武隆区'),
  agency('杭州市公安局', '浙江省', '杭州市', '', '市'),
  agency('绿春县人民政府', '云南省', '红河州', '绿春县', '县', '政府'),
  agency('教育部', '', '', '', '国家'),
  agency('Department of Energy', '', '', '', '国家'),
]
const names = (found: readonly Agency[]): string[] => found.map(({ name }) => name)

describe('searchAgencies', () => {
  it('gives all for an empty query', () => {
    expect(searchAgencies(AGENCIES, '  ', null)).toEqual(AGENCIES)
  })

  it('puts names that start with the words before those that contain them', () => {
    expect(names(searchAgencies([agency('甲市教育局'), agency('教育部')], '教育', null))).toEqual(['教育部', '甲市教育局'])
  })

  it('finds by words of name and region in any order', () => {
    expect(names(searchAgencies(AGENCIES, '公安 浙江', null))).toEqual(['杭州市公安局'])
  })

  it('finds a name with characters left out', () => {
    expect(names(searchAgencies(AGENCIES, '杭州公安局', null))).toEqual(['杭州市公安局'])
    expect(searchAgencies(AGENCIES, '公安杭州', null)).toEqual([])
  })

  it('finds Latin names whatever the case', () => {
    expect(names(searchAgencies(AGENCIES, 'ENERGY', null))).toEqual(['Department of Energy'])
  })

  it('finds by full pinyin, initials, both mixed and an unfinished syllable', async () => {
    const readings = await loadReadings()
    for (const query of ['hangzhou', 'hzsgaj', 'hzgaj', 'hangzhougaj', 'hangzhougong', 'gonga']) expect(names(searchAgencies(AGENCIES, query, readings)), query).toEqual(['杭州市公安局'])
  })

  it('knows every reading of a character, and ü as v', async () => {
    const readings = await loadReadings()
    expect(names(searchAgencies(AGENCIES, 'chongqing', readings))).toEqual(['重庆市水利局', '重庆市武隆区水利局'])
    expect(names(searchAgencies(AGENCIES, 'lvchun', readings))).toEqual(['绿春县人民政府'])
  })

  it('finds a region by pinyin', async () => {
    expect(names(searchAgencies(AGENCIES, 'yunnan', await loadReadings()))).toEqual(['绿春县人民政府'])
  })

  it('finds nothing for letters that spell nothing', async () => {
    expect(searchAgencies(AGENCIES, 'xyzq', await loadReadings())).toEqual([])
  })
})

describe('needsReadings', () => {
  it('is true for letters only', () => {
    expect(needsReadings('hz')).toBe(true)
    expect(needsReadings('杭州')).toBe(false)
  })
})

describe('groupAgencies', () => {
  it('puts the largest group first and those without the field last', () => {
    expect(groupAgencies(AGENCIES, 'province').map(({ name, agencies }) => [name, agencies.length])).toEqual([['重庆市', 2], ['浙江省', 1], ['云南省', 1], ['', 2]])
    expect(groupAgencies(AGENCIES, 'category').map(({ name }) => name)).toEqual(['部门', '政府'])
  })
})

describe('regionBeyondName', () => {
  it('places an agency only where its name does not', () => {
    expect(regionBeyondName(AGENCIES[2]!)).toBe('')
    expect(regionBeyondName(AGENCIES[3]!)).toBe('云南省 红河州')
    expect(regionBeyondName(AGENCIES[4]!)).toBe('')
  })
})
