import { describe, expect, it } from 'vitest'
import type { Block } from '@/reading/document'
import { abbreviates } from '@/reading/meaning/abbreviations'
import { identify, type Identity } from '@/reading/meaning/identity'

const TITLE = '2022年政府信息公开工作年度报告'
const blocks = (lines: readonly string[]): Block[] => lines.map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } }))
const of = (...lines: string[]): Identity => identify(blocks(lines), [], 'a.txt')
const BODY = ['一、总体情况', '2022年，我单位主动公开信息30条。', '六、其他需要报告的事项', '无。']
const SIGNED = '2023年1月20日'

describe('a signature', () => {
  it('below a sentence on what was 承办 is no footer of a site', () => {
    const asked = '如对本报告有疑问，请与青阳市南山区人民政府柳林街道办事处办公室联系。'
    expect(of(TITLE, asked, ...BODY.slice(0, 3), '全年共承办人大代表建议12件、政协提案21件，办结率100%。', '青阳市南山区人民政府柳林街道办事处', SIGNED)).toMatchObject({ agency: '青阳市南山区人民政府柳林街道办事处' })
  })
})

it('a signature is one though links stand behind its date', () => {
  expect(of('2021 年度政府信息公开工作报告', ...BODY, '青阳市行政审批服务局', '2022年1月22日【打印本页】【关闭窗口】')).toMatchObject({ agency: '青阳市行政审批服务局' })
})

it('a signature is one though the page before is named behind its date', () => {
  expect(of('2021年政府信息公开工作年度报告', ...BODY, '青阳市水利局', '2022年1月22日上一篇：青阳市司法局2020年政府信息公开工作年度报告', '下一篇：青阳市民政局2021年政府信息公开工作年度报告')).toMatchObject({ agency: '青阳市水利局' })
})

it('a sentence below a long menu names who reports', () => {
  const menu = Array.from({ length: 30 }, (_, at) => `栏目${'甲乙丙丁戊己庚辛壬癸'[at % 10]!}${at < 10 ? '' : at < 20 ? '一' : '二'}`)
  expect(of(...menu, TITLE, '本报告由青阳市水利局按照《中华人民共和国政府信息公开条例》要求编制。', ...BODY, '下一篇：青阳市司法局2022年政府信息公开工作年度报告')).toMatchObject({ agency: '青阳市水利局' })
})

it('关于 behind the name of the site is none of the organ’s', () => {
  expect(of('青阳市柳林政府门户网站 政府信息公开年报 关于青阳市柳林街道办事处2022年政府信息公开工作年度报告的公示', ...BODY, SIGNED)).toMatchObject({ agency: '青阳市柳林街道办事处' })
})

it('a title names an organ with a long region and a second name', () => {
  const name = '青阳市南山岭布依族苗族自治县卫生健康委员会（南山岭布依族苗族自治县疾病预防控制局）'
  expect(of(`${name}2022年政府信息公开工作年度报告`, ...BODY, SIGNED)).toMatchObject({ agency: name })
})

it('a title longer than a line names an organ with two long names, whole', () => {
  const name = '青阳高新技术产业开发区管理委员会综合行政执法与应急管理局（青阳高新技术产业开发区安全生产监督管理与防灾减灾救灾综合协调办公室）'
  expect(of(`${name}2022年政府信息公开工作年度报告`, ...BODY, SIGNED)).toMatchObject({ agency: name, inferredFrom: null })
})

describe('the place of an organ', () => {
  it('may stand on a line of its own above the rest of its title', () => {
    expect(of('青阳满族自治县', '城市管理局', TITLE, ...BODY)).toMatchObject({ agency: '青阳满族自治县城市管理局', inferredFrom: null })
  })

  it.each(['城市管理局', '水务局'])('is that of the only line that names it with one, where the title of a %s has none', (organ) => {
    const titled = [`${organ}${TITLE}`, ...BODY]
    expect(of(`青阳满族自治县${organ}`, '网站首页', ...titled)).toMatchObject({ agency: `青阳满族自治县${organ}`, inferredFrom: `青阳满族自治县${organ}` })
    expect(of(`青阳县${organ}`, `云梦县${organ}`, ...titled).agency).toBe(organ)
  })
})

it('the number of the document that it was sent with is no part of a name below it', () => {
  expect(of('青政办发〔2023〕21 号青阳市财政局2022年政府信息公开工作年度报告', ...BODY, SIGNED)).toMatchObject({ agency: '青阳市财政局' })
})

describe('a title without the region that the text and the signature write', () => {
  it.each([
    ['of a district whose organ has 市 in its name', '南山区市场监督管理局', '青阳市南山区市场监督管理局'],
    ['of a district, 城市', '南山区城市管理局', '青阳市南山区城市管理局'],
    ['of a district, 市容', '南山区绿化和市容管理局', '青阳市南山区绿化和市容管理局'],
    ['of a district of a region with a long name', '南山区教育局', '新疆维吾尔自治区克拉玛依市南山区教育局'],
    ['of a district of a city with 和 in its name', '南山区市场监督管理局', '呼和浩特市南山区市场监督管理局'],
    ['of a city in a prefecture', '青阳市财政局', '黔东南苗族侗族自治州青阳市财政局'],
    ['of a city’s government office', '青阳市人民政府办公室', '黔东南苗族侗族自治州青阳市人民政府办公室'],
    ['of a city of the corps', '青阳市教育局', '新疆生产建设兵团第八师青阳市教育局'],
    ['of an organ led from above', '青阳市税务局', '国家税务总局青阳市税务局'],
  ])('%s', (_, short, full) => {
    const year = '2022年1月1日'
    expect(of(`${short}${TITLE}`, `本报告由${full}编制。`, ...BODY, full, SIGNED)).toMatchObject({ agency: full, inferredFrom: null })
    expect(of(`${short}${TITLE}`, `现公布${full}2022年度政府信息公开工作年度报告，统计期限自${year}起。`, ...BODY).agency).toBe(full)
    expect(of(`${short}${TITLE}`, `根据《条例》规定，由${full}（以下简称“我单位”）编制而成。`, ...BODY, short, SIGNED).agency).toBe(full)
  })

  it('a province before a city, or another place’s organ, is no part of the name', () => {
    expect(of(`青阳市民政局${TITLE}`, ...BODY, '湖南省青阳市民政局', SIGNED).agency).toBe('青阳市民政局')
    expect(of(`南山区市场监督管理局${TITLE}`, '按照青阳市北山区市场监督管理局的经验开展工作。', ...BODY).agency).toBe('南山区市场监督管理局')
  })

  it('neither a line above nor the year before it is taken for a city', () => {
    expect(of(`标题如下`, `南山区市场监督管理局${TITLE}`, '2022年青阳市南山区市场监督管理局依法公开信息。', '年度报告', '南山区市场监督管理局', ...BODY).agency).toBe('青阳市南山区市场监督管理局')
  })
})

it.each(['青阳市龙河区人民政府 龙河区人民政府', '龙河区人民政府-青阳市龙河区人民政府', '龙河区人民政府_龙河区人民政府'])('a page’s title that names the site and the agency: %s', (names) => {
  const { agency } = identify(blocks([`龙河区人民政府${TITLE}`, '青阳市龙河区人民政府编制本报告。', ...BODY]), [`${names}${TITLE}`], 'a.pdf')
  expect(agency).toBe('青阳市龙河区人民政府')
})

it('a title without a place has the county that the text writes before it', () => {
  expect(of('住建局2021年政府信息公开工作年度报告', ...BODY.slice(0, 1), '2021年青阳县住建局依申请公开办理69件。').agency).toBe('青阳县住建局')
  expect(of('住建局2021年政府信息公开工作年度报告', ...BODY.slice(0, 1), '青阳县住建局、大河县住建局参加。').agency).toBe('住建局')
})

it('a town has the district that a sentence of the title writes before it', () => {
  expect(of('2021年大河镇政府信息公开年度报告', '青阳区大河镇人民政府2021年政府信息公开年度报告：本年报是按照《中华人民共和国政府信息公开条例》要求编制，如对本年报有疑问，请联系我们，电话0533，地址：青阳路1号，邮编：255000。', '一、概述').agency).toBe('青阳区大河镇人民政府')
})

describe('an abbreviated name in the title', () => {
  it.each([
    ['南山区建交委', '青阳市南山区建设和交通委员会'],
    ['青阳县市场监管局', '青阳县市场监督管理局'],
    ['青阳县政府办', '青阳县人民政府办公室'],
    ['青阳经开区管委会', '青阳经济技术开发区管理委员会'],
    ['青阳市大理区工信局', '青阳市大理区工业和信息化局'],
    ['南山公安分局', '青阳市公安局南山分局'],
    ['青州人民政府', '青阳河蒙古自治州人民政府'],
  ])('%s is spelt out as the signature does, and marked', (short, full) => {
    expect(of(`${short}${TITLE}`, ...BODY, full, SIGNED)).toMatchObject({ agency: full, inferredFrom: expect.stringContaining(full) as string })
  })

  it.each([
    ['another name with more words', '青阳县农业局', '青阳县农业农村局'],
    ['a government and its office', '青阳县人民政府', '青阳县人民政府办公室'],
    ['a branch', '青阳市生态环境局', '青阳市生态环境局南山分局'],
    ['another place', '南山区建交委', '北山区建设和交通委员会'],
    ['another kind', '青阳县教体局', '青阳县教育体育委员会'],
  ])('is not taken for %s', (_, short, full) => {
    expect(abbreviates(short, full)).toBe(false)
    expect(of(`${short}${TITLE}`, ...BODY, full, SIGNED).agency).toBe(short)
  })
})

describe('text of a page that lists the reports of other agencies', () => {
  const others = ['北山县财政局', '西山区河口街道办事处', '东山市教育局']
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['with dates', others.map((name) => `${name}${TITLE}2023-01-18`)],
    ['without dates', others.map((name) => `${name}${TITLE}`)],
    ['with dates below', others.flatMap((name) => [`${name}${TITLE}`, '2023-01-18'])],
    ['of one report', [`${others[0]}${TITLE}`]],
  ]
  const NAV = ['首页', '政务公开', '当前位置：首页 > 政府信息公开 > 政府信息公开年报']

  it.each(lists)('%s: the name is that of the report’s own text, and marked', (_, list) => {
    const sentence = '根据《条例》要求，青阳县水务局编制本报告。'
    for (const lines of [
      [...NAV, ...list, TITLE, sentence, ...BODY],
      [...NAV, ...list, TITLE, ...BODY, '青阳县水务局', SIGNED],
      [...NAV, ...list, '发布机构：青阳县水务局 发文日期：2023年01月20日', '政府信息公开工作年度报告', '（2022年度）', sentence, ...BODY, '青阳县水务局', SIGNED],
    ]) expect(of(...lines)).toMatchObject({ agency: '青阳县水务局', year: 2022, inferredFrom: expect.stringContaining('青阳县水务局') as string })
  })

  it('nobody, where nothing but the list names an organ', () => {
    expect(of(...NAV, ...lists[1]![1], TITLE, ...BODY)).toMatchObject({ agency: null, year: 2022 })
  })

  it('the own title, though it is abbreviated or lacks the region', () => {
    expect(of(...NAV, ...lists[1]![1], `南山区市场监督管理局${TITLE}`, ...BODY, '青阳市南山区市场监督管理局', SIGNED)).toMatchObject({ agency: '青阳市南山区市场监督管理局', inferredFrom: null })
    expect(of(...NAV, ...lists[0]![1], '南山区建交委政府信息公开工作年度报告', '（2022年度）', ...BODY, '青阳市南山区建设和交通委员会', SIGNED).agency).toBe('青阳市南山区建设和交通委员会')
  })

  it('of several titles that nothing else speaks for, one is marked', () => {
    expect(of(...NAV, ...lists[1]![1], `青阳县水务局${TITLE}`, ...BODY).inferredFrom).not.toBeNull()
  })

  it('of the own reports of other years, the year is that of the heading below them', () => {
    const list = [2023, 2021, 2020].map((year) => `青阳县水务局${year}年政府信息公开工作年度报告${year + 1}-01-18`)
    expect(of(...NAV, ...list, TITLE, ...BODY, '青阳县水务局', SIGNED)).toMatchObject({ agency: '青阳县水务局', year: 2022 })
  })

  it('a list below the report hides its signature not', () => {
    const list = Array.from({ length: 15 }, (_, at) => `${others[at % 3]}${2010 + at}年政府信息公开工作年度报告2024-01-18`)
    expect(of(TITLE, ...BODY, '青阳县水务局', SIGNED, '相关报告', ...list)).toMatchObject({ agency: '青阳县水务局', year: 2022 })
  })
})

describe('who reports, where the title names nobody', () => {
  it('a government’s office that publishes for the organ which the text names is not who reports', () => {
    expect(of('发布机构：青阳县人民政府办公室 发文日期：2023年01月20日', TITLE, '本报告由青阳县水务局编制。', ...BODY).agency).toBe('青阳县水务局')
    expect(of('发布机构：青阳县人民政府办公室 发文日期：2023年01月20日', TITLE, ...BODY)).toMatchObject({ agency: '青阳县人民政府办公室' })
  })

  it('the name is marked, also if the file is called like the title', () => {
    expect(identify(blocks([TITLE, ...BODY, '青阳县水务局', SIGNED]), [], `${TITLE}.txt`).inferredFrom).not.toBeNull()
  })

  it('the words before a name, 由 and 现将, are none of it', () => {
    expect(of(TITLE, '根据《条例》规定，结合工作实际，由青阳县水务局（以下简称“我局”）编制而成。', ...BODY).agency).toBe('青阳县水务局')
    expect(of(TITLE, '依据《关于做好编制工作的通知》，青阳县水务局现将2022年度政府信息公开工作情况报告如下。', ...BODY).agency).toBe('青阳县水务局')
  })
})

it('a page’s title with the site’s name before a heading that names nobody is not the report’s, where its sentences name another organ', () => {
  const page = identify(blocks([TITLE, '现公布东江市青阳县大溪镇人民政府2022年政府信息公开工作年度报告。', ...BODY]), [`东江市青阳县人民政府 ${TITLE}`], 'a.html', true)
  expect(page).toMatchObject({ agency: '东江市青阳县大溪镇人民政府', year: 2022 })
  expect(page.inferredFrom).not.toBeNull()
})

it('a notice on the format of reports is no title', () => {
  const notice = '府信息公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通'
  expect(of(TITLE, '根据《条例》（国务院令第711号）和《国务院办公厅政', notice, '知》要求，由青阳县林业局编制本报告。', ...BODY).agency).toBe('青阳县林业局')
})

describe('what a page writes above a title', () => {
  const name = '青阳市南山满族自治县自然资源和规划局'
  it.each([
    ['a row of years, and a title without one', ['2022年 2021年 2020年 2019年 2018年', name, '政府信息公开工作年度报告', '（2022年度）']],
    ['a row of years, and a title that goes on in the next line', ['2024年 2023年 2022年 2021年', `${name}2022年政府信息公开`, '工作年度报告']],
    ['years, one a line, and a title without one', ['2020年', '2019年', '2018年', name, '政府信息公开工作年度报告', '（2022年度）']],
  ])('%s', (_, head) => {
    expect(of(...head, ...BODY)).toMatchObject({ agency: name, year: 2022, yearsStated: [] })
  })

  it.each(['法定主动公开内容', '政府信息公开指南', '依申请公开'])('%s is no organ', (entry) => {
    expect(of(entry, TITLE, ...BODY, name, SIGNED)).toMatchObject({ agency: name, year: 2022 })
    expect(of(entry, TITLE, ...BODY)).toMatchObject({ agency: null })
  })
})
