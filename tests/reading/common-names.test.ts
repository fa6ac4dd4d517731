import { describe, expect, it } from 'vitest'
import { lookAt } from '@/data/import/import'
import { readReports } from '@/reading'
import { countyNamed, isCommonName } from '@/reading/meaning/common-names'
import { file } from '../data/import/given'
import { given, html, PLAIN, tablesOf } from './documents'

describe('a name that several places share', () => {
  it.each(['柳林镇人民政府', '城关街道办事处', '石桥乡人民政府', '东风街道', '水利局', '商务厅', '人民政府', '办公室', '发展和改革委员会', '开发区管理委员会', '乡村振兴局', '住建局', '人事务局', '民政府', '会保障局', '县财政局', '市房管局', '治州水利局', '明市水利局'])('%s', (name) => expect(isCommonName(name)).toBe(true))
  it.each(['唐白县柳林镇人民政府', '上海市宝山区大场镇人民政府', '阿鲁科尔沁旗双胜镇人民政府', '西咸新区底张街道办事处', '金湖县人民政府', '国家税务总局', '国家统计局', '审计署', '厦门海关缉私局', '长江航道局', '津市市财政局', '市中区财政局', '市北区审计局', '苏银产业园管理委员会', '中华人民共和国水利部'])('%s is none', (name) => expect(isCommonName(name)).toBe(false))
})

describe('the county of a town', () => {
  it.each([
    ['of who runs the site', ['主办：宛城市唐白县人民政府办公室　承办：宛城市唐白县大数据中心'], '宛城市唐白县'],
    ['of the address', ['请与柳林镇人民政府办公室联系（地址：宛城市唐白县人民路98号，邮编：357995）'], '宛城市唐白县'],
    ['written once with its city and once without', ['地址：唐白县人民路98号', '主办：宛城市唐白县人民政府'], '宛城市唐白县'],
    ['written once with its city, which runs the site', ['地址：宛城市唐白县人民路98号', '主办：宛城市人民政府'], '宛城市唐白县'],
    ['is none where two are named', ['地址：唐白县人民路98号', '主办：青阳县人民政府'], ''],
    ['is none where none is named', ['地址：人民路98号'], ''],
  ])('%s', (_, texts, county) => expect(countyNamed(texts)).toBe(county))
})

it.each(['水利局', '民政府'])('an organ by its kind alone is in doubt: %s', async (agency) => {
  const { reports } = await readReports(file('a.html', html({ ...given(7), agency }, tablesOf(given(7), PLAIN, 7), 'tidy', 7)))
  expect([reports[0]!.agency, reports[0]!.problems.filter(({ kind }) => kind === 'agency-common').length]).toEqual([agency, 1])
})

it('a town by its name alone is in doubt until its name is completed or confirmed, with the county that the document names', async () => {
  const report = { ...given(7), agency: '柳林镇人民政府' }
  const page = html(report, tablesOf(report, PLAIN, 7), 'tidy', 7).replace('</body>', '<p>主办：宛城市唐白县人民政府办公室</p></body>')
  const [look] = await lookAt([file('a.html', page)])
  expect([look!.read!.agency, [...look!.read!.doubtful.keys()].filter((figure) => figure.startsWith('head:'))]).toEqual(['柳林镇人民政府', ['head:agency']])
  expect(look!.read!.doubtful.get('head:agency' as never)!.zh).toContain('宛城市唐白县')
})
