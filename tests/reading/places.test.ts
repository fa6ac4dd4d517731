import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { placesIn, type Places } from '@/reading/meaning/places'

const BUNDLED = Papa.parse<Places & { readonly name: string }>(readFileSync('public/data/cn/agencies.csv', 'utf8').replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data

describe('where an agency is, as its name says', () => {
  it.each([
    ['江苏省淮安市金湖县人民政府', '江苏省', '淮安市', '金湖县'],
    ['淮安市城市管理局', '江苏省', '淮安市', ''],
    ['东阳市自然资源和规划局', '浙江省', '', '东阳市'],
    ['金湖县财政局', '', '', '金湖县'],
    ['上海市浦东新区周浦镇人民政府', '上海市', '上海市', '浦东新区'],
    ['广西壮族自治区人民政府办公厅', '广西壮族自治区', '', ''],
    ['黔东南苗族侗族自治州凯里市财政局', '贵州省', '黔东南苗族侗族自治州', '凯里市'],
    ['海南省教育厅', '海南省', '', ''],
    ['吉林省吉林市船营区人民政府', '吉林省', '吉林市', '船营区'],
    ['国家税务总局淮安市税务局', '江苏省', '淮安市', ''],
    ['中华人民共和国教育部', '', '', ''],
    ['西咸新区底张街道办事处', '', '', ''],
    ['中共金湖县委机构编制委员会办公室', '', '', '金湖县'],
    ['晋水市青秀江区教育局', '', '晋水市', '青秀江区'],
    ['余姚市社区教育学院', '浙江省', '', '余姚市'],
    ['上海市宝山区水务局', '上海市', '上海市', '宝山区'],
    ['杭州市萧山区审计局', '浙江省', '杭州市', '萧山区'],
    ['长春市绿园区退役军人事务局', '吉林省', '长春市', '绿园区'],
    ['苏州市工业园区管理委员会', '江苏省', '苏州市', ''],
    ['昆山市高新区管理委员会', '江苏省', '', '昆山市'],
    ['津市市教育局', '湖南省', '', '津市市'],
    ['芒市人民政府', '云南省', '', '芒市'],
    ['青州市人民政府', '山东省', '', '青州市'],
  ])('%s', (name, province, city, county) => {
    expect(placesIn(name)).toEqual({ province, city, county })
  })

  it('agrees with what is known of the bundled agencies wherever it says anything', () => {
    const places = BUNDLED.map(({ name, province, city, county }) => ({ name, known: { province, city, county }, said: placesIn(name) }))
    const differs = (field: 'province' | 'city' | 'county') => places.filter(({ known, said }) => said[field] && known[field] && said[field] !== known[field]).map(({ name }) => name)
    expect(places.filter(({ said }) => said.province).length).toBeGreaterThan(700)
    expect([differs('province'), differs('city')]).toEqual([[], []])
    // Zones are no counties.
    const silent = places.filter(({ name, known, said }) => known.county && !said.county && name.startsWith(`${known.city || known.province}${known.county}`))
    expect(silent.map(({ known }) => known.county).filter((county) => !/(?:开发|新|合作|风景)区$/.test(county))).toEqual([])
    // 宣武区(今西城区)
    expect(differs('county')).toEqual(['北京市宣武区大栅栏街道办事处'])
  })
})
