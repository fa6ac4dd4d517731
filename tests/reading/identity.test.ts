import { describe, expect, it } from 'vitest'
import { identify } from '@/reading/meaning/identity'

const TITLE = '2022年政府信息公开工作年度报告'
const FOOTER = ['主办：青阳县人民政府办公室', '承办：青阳县大数据中心', '版权所有：青阳县人民政府']
const of = (lines: readonly string[], titles: readonly string[] = [TITLE]): { agency: string | null; inferredFrom: string | null } => identify(lines.map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } })), titles, 'a.html', true)

describe('who reports, where the title names nobody', () => {
  it.each([
    ['the signature', [TITLE, '一、总体情况', '全年工作平稳。', '青阳县水务局', '2023年1月20日', ...FOOTER]],
    ['the first paragraph', [TITLE, '根据《中华人民共和国政府信息公开条例》规定，青阳县水务局编制本报告。', ...FOOTER]],
    ['the trail of links', ['当前位置：首页 > 政务公开 > 青阳县水务局 > 年报', TITLE, '一、总体情况', ...FOOTER]],
    ['the source', [TITLE, '发布日期：2023-01-20 来源：青阳县水务局 浏览次数：128', '一、总体情况', ...FOOTER]],
    ['the signature, though the site’s name stands above', ['青阳县人民政府', TITLE, '一、总体情况', '青阳县水务局', '2023年1月20日', ...FOOTER]],
  ])('%s comes before the footer', (_, lines) => {
    const { agency, inferredFrom } = of(lines)
    expect(agency).toBe('青阳县水务局')
    expect(inferredFrom).toContain('青阳县水务局')
  })

  it.each([
    ['the signature', [TITLE, '一、总体情况', '青阳县水务局（河长制办公室）', '2023年1月20日']],
    ['the publisher', [TITLE, '发布机构：青阳县水务局（河长制办公室） 发布日期：2023-01-20', '一、总体情况']],
    ['the author', [TITLE, '本报告由青阳县水务局（河长制办公室）编制。', '一、总体情况']],
  ])('%s may have a name with another in brackets', (_, lines) => {
    expect(of(lines).agency).toBe('青阳县水务局（河长制办公室）')
  })

  it('a name in brackets may be as long as any', () => {
    const name = '云梦市青阳土家族苗族自治县发展和改革局（云梦市青阳土家族苗族自治县粮食和物资储备局）'
    expect(of([TITLE, `根据《中华人民共和国政府信息公开条例》规定，${name}编制了${TITLE}。`]).agency).toBe(name)
  })

  it('what stands behind a broken character is the rest of a name: it is the one that the file’s title has, or is told', () => {
    const line = '云梦^水务局2022年政府信息公开工作年度报告'
    expect(of([line], ['云梦市水务局2022年政府信息公开工作年度报告'])).toMatchObject({ agency: '云梦市水务局' })
    expect(identify([{ kind: 'text', text: line, place: {} }], [], 'a.pdf').inferredFrom).toContain('水务局')
  })

  it('the author’s name begins behind 本报告由, however long the name of the region before it', () => {
    expect(of([TITLE, '本报告由广西壮族自治区青阳市水务局根据《中华人民共和国政府信息公开条例》编制。']).agency).toBe('广西壮族自治区青阳市水务局')
  })

  it('what the report is presented as comes before whom to ask', () => {
    const text = '现公布青阳县水务局2022年政府信息公开工作年度报告。如有疑问，请与青阳县水务局办公室联系（电话：0000-1234567）。'
    expect(of(['政府信息公开工作年度报告', text], ['政府信息公开工作年度报告']).agency).toBe('青阳县水务局')
    expect(of([TITLE, '全年工作平稳。', '如有疑问，请与青阳县水务局办公室联系。']).agency).toBe('青阳县水务局')
  })

  it('words put together by a layout, and what people of a place call an organ, give way to a name stated elsewhere', () => {
    const publisher = '发布机构：青阳县发展和改革委员会'
    expect(of(['法定主动公开制度2022年政府信息公开工作年度报告', publisher], []).agency).toBe('青阳县发展和改革委员会')
    expect(of(['县发改委2022年政府信息公开工作年度报告', publisher], [])).toMatchObject({ agency: '青阳县发展和改革委员会', inferredFrom: publisher.replace('：', ':') })
    expect(of(['县发改委2022年政府信息公开工作年度报告', '全年工作平稳。'], []).agency).toBe('县发改委')
  })

  it('an office named in a title whose year is written with the letter o of another alphabet reports for itself', () => {
    const title = '青阳县人民政府办公室二О二二年政府信息公开工作年度报告'
    expect(of([title, '如有疑问，请与青阳县人民政府办公室联系。'], [title])).toMatchObject({ agency: '青阳县人民政府办公室', inferredFrom: null, year: 2022, yearsStated: [] })
  })

  it('a place before the title is where a page was written, where another organ signs and writes the report', () => {
    const line = '原创 云梦市青阳县桥中街道办事处 2020年01月21日 17:33 湖南省'
    const [author, signature] = ['根据《中华人民共和国政府信息公开条例》规定，云梦市青阳县桥中街道办事处编制本报告。', ['云梦市青阳县桥中街道办事处', '2020年1月21日']]
    expect(identify([line, TITLE, author, '一、总体情况', ...signature].map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } })), [], 'a.txt').agency).toBe('云梦市青阳县桥中街道办事处')
    expect(of(['青阳县2022年政府信息公开工作年度报告', '一、总体情况', '云梦市青阳县人民政府办公室', '2023年1月20日'], []).agency).toBe('青阳县人民政府')
  })

  it('the office of a commission of the party reports for itself', () => {
    const name = '中共青阳县委网络安全和信息化委员会办公室'
    expect(of([TITLE, '全年工作平稳。', `如有疑问，请与${name}联系。`]).agency).toBe(name)
  })

  it('a bureau of a place for nothing is what a cut page leaves of a name', () => {
    expect(of([TITLE, '根据《中华人民共和国政府信息公开条例》规定，青阳市局编制本报告。', '发布日期：2023-01-20 来源：青阳市公安局 浏览次数：128']).agency).toBe('青阳市公安局')
  })

  it('quotes the footer where nothing else names an organ', () => {
    expect(of([TITLE, '一、总体情况', ...FOOTER])).toMatchObject({ agency: '青阳县人民政府办公室', inferredFrom: FOOTER[0]!.replace('：', ':') })
  })

  it('a link on the title’s line is no part of the name', () => {
    expect(of(['法定主动公开内容 青阳县水务局2022年政府信息公开工作年度报告'], []).agency).toBe('青阳县水务局')
  })

  it('the city before a district is no verb', () => {
    expect(of(['城北区水务局2022年政府信息公开工作年度报告', '现公布青阳市城北区水务局2022年政府信息公开工作年度报告。'], []).agency).toBe('青阳市城北区水务局')
  })

  it('of the reports that a page lists, the year is that of the page’s own title, or of its prose where that says none', () => {
    const year = (lines: readonly string[], titles: readonly string[]): number | null => identify(lines.map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } })), titles, 'a.html', true).year
    const list = [2024, 2023, 2021].map((each) => `青阳县水务局${each}年政府信息公开工作年度报告`)
    const prose = ['一、总体情况', '2022年，我局扎实推进政府信息公开各项工作。']
    expect(year([...list, '我局2022年政府信息公开工作年度报告', '来源：青阳县水务局', ...prose], ['我局2022年政府信息公开工作年度报告'])).toBe(2022)
    expect(year([...list, '青阳县水务局2022年政府信息公开工作年度报告', ...prose], ['青阳县人民政府门户网站'])).toBe(2022)
  })

  it('takes a heading with a tag written out in it as it stands', () => {
    expect(of(['青阳县人民政府', '一、总体情况'], [`青阳县<b>水务</b>局${TITLE}`])).toMatchObject({ agency: '青阳县<b>水务</b>局', inferredFrom: null })
  })
})

describe('the year', () => {
  it('is that of the title with the agency’s name, not that of a link to another report above it', () => {
    const title = '青阳县水务局2022年政府信息公开工作年度报告'
    const lines = ['2023年政府信息公开工作年度报告', TITLE, title, '统计期限自2022年1月1日起至2022年12月31日止。']
    const said = identify(lines.map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } })), [], 'a.txt')
    expect(said).toMatchObject({ agency: '青阳县水务局', year: 2022, yearsStated: [] })
  })

  it('is none that a list below the report states: that of its sentences is taken, and told', () => {
    const prose = ['一、总体情况', '2024年，我局扎实推进政府信息公开各项工作。', '五、存在的主要问题及改进情况', '六、其他需要报告的事项', '无。']
    const said = identify([...prose, '青阳县水务局2023年政府信息公开工作年度报告'].map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } })), [], 'a.txt')
    expect(said).toMatchObject({ year: 2024, yearInferredFrom: expect.stringContaining('2024年') })
  })

  it('of a title is told where no sentence of the report begins with it', () => {
    const of = (...prose: string[]): readonly number[] => identify(['青阳县水务局2023年政府信息公开工作年度报告', '一、总体情况', ...prose].map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } })), [], 'a.txt').yearsStated.map(({ year }) => year)
    expect(of('2024年，我局扎实推进各项工作。', '2024年，全年公开信息12条。')).toEqual([2023, 2024])
    expect(of('2022年以来，我局扎实推进各项工作。', '2023年，全年公开信息12条。')).toEqual([])
  })
})
