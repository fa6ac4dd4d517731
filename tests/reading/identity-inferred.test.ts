import { describe, expect, it } from 'vitest'
import type { Block } from '@/reading/document'
import { gridOf } from '@/reading/document'
import { identify, type Identity } from '@/reading/meaning/identity'

const lines = (...texts: string[]): Block[] => texts.map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } }))
const of = (...texts: string[]): Identity => identify(lines(...texts), [], 'a.txt')
const LEGAL = '根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》的要求，'

describe('who reports, where a sentence says it', () => {
  it.each([
    ['of a place, its government', `${LEGAL}现公布青阳自治县2021年度政府信息公开工作年度报告。如有疑问，请与青阳自治县政务公开办联系。`, '青阳自治县人民政府'],
    ['after the notice of another organ, with another year', `根据《省政府办公厅关于做好2020年度政府信息公开工作年度报告编制发布工作的通知》文件精神，结合我市实际情况，现向社会公布2021年度青阳市市场监督管理局信息公开工作年度报告。`, '青阳市市场监督管理局'],
    ['as the title of the report in quotation marks', `${LEGAL}街道依法依规开展信息公开工作，现编制《南关街道办事处2021年政府信息公开工作年度报告》。`, '南关街道办事处'],
    ['of an area that an organ of its own runs, as it is named', `${LEGAL}现公布青阳产业合作区2021年度政府信息公开工作年度报告。`, '青阳产业合作区'],
    ['behind 现把', `${LEGAL}现把青阳市科技局2021年度政府信息公开工作情况报告如下：`, '青阳市科技局'],
    ['behind 完成', `${LEGAL}依法按时完成青阳街道2021年政府信息公开年度报告。请与青阳街道办事处办公室联系。`, '青阳街道办事处'],
    ['behind the place of the page in its site', '青阳市人民政府门户网站 部门 青阳市体育局2021年政府信息公开工作年度报告', '青阳市体育局'],
    ['behind 由, written by it', `${LEGAL}由青阳市大河区生态环境局编写了2021年度政府信息公开工作年度报告。`, '青阳市大河区生态环境局'],
    ['behind 编写', `${LEGAL}编写青阳县2021年度政府信息公开工作年度报告。请与青阳县电子政务办公室联系。`, '青阳县人民政府'],
    ['behind 现向社会公开', `${LEGAL}现向社会公开青阳高新区投资建设中心2021年政府信息公开工作年度报告。`, '青阳高新区投资建设中心'],
    ['of a park', `${LEGAL}特编制青阳电子产业园2021年度政府信息公开工作年度报告，并向社会公布。`, '青阳电子产业园'],
    ['of the course of its work', `${LEGAL}现公布青阳自治区审计厅2021年政务信息公开工作开展年度报告。`, '青阳自治区审计厅'],
    ['behind 现公开', `${LEGAL}现公开钢花街道办事处2021年政府信息公开工作年度报告。`, '钢花街道办事处'],
    ['before what it is called further on', `${LEGAL}现公布青阳县清新镇人民政府(以下简称镇政府)2021年政府信息公开工作年度报告。`, '青阳县清新镇人民政府'],
    ['before its making a report of itself', `${LEGAL}青阳县教育局编制了县教育局2021年政府信息公开工作年度报告。`, '青阳县教育局'],
    ['all customs houses under one together, which no place is', `${LEGAL}梳理编制南港海关关区2021年政府信息公开工作年度报告。`, '南港海关关区'],
    ['behind words of making it', `${LEGAL}结合本年度工作实际情况，认真总结工作，特编制青阳经济开发区2021年度政府信息公开工作报告，并向社会公布。`, '青阳经济开发区'],
  ])('%s', (_, sentence, agency) => {
    expect(of(sentence, '一、总体情况', '全年工作平稳。')).toMatchObject({ agency, year: 2021, yearsStated: [] })
  })

  it.each([
    ['充分发挥', '河阳区充分发挥河阳区人民政府网站作用，通过河阳区政府门户网站发布稿件90篇。我区做好公开工作。', '河阳区人民政府'],
    ['对以', '我县对以县政府名义发布的文件进行清理。', null],
    ['至', '我局信息推荐至市人民政府网站。', null],
    ['日以来', '河阳镇工作有序。现将2021年1月1日至2021年12月31日以来政府信息公开工作报告如下：', null],
    ['其中转载', '全年发布信息12条，其中转载河阳市人民政府信息3条。我市工作有序。', '河阳市人民政府'],
  ])('no words of the sentence before it: %s', (_, sentence, agency) => {
    expect(of('2021年政府信息公开工作年度报告', '一、总体情况', sentence).agency).toBe(agency)
  })

  it.each([
    ['2021年，青阳市公安局（以下简称“市公安局”）以公开促工作。', '青阳市公安局'],
    ['2021年，青阳省退役军人事务厅准确把握公开要求。', '青阳省退役军人事务厅'],
    ['根据规定要求，编制市城管执法局2021年政府信息公开工作年度报告。', null],
    ['2021年，青阳市认真贯彻条例。每周对各区县政府开展巡查。', '青阳市人民政府'],
    ['经开区政府信息公开工作平稳，各部门政府信息公开工作有序。', null],
  ])('of whom a sentence of the first part tells: %s', (sentence, agency) => {
    expect(of('2021年政府信息公开工作年度报告', '一、总体情况', sentence).agency).toBe(agency)
  })

  it.each([
    ['结合我县政府信息公开工作实际编制，请联系青阳县人民政府办公室。', '青阳县人民政府'],
    ['如有疑问，请联系：硚阳区统计局党政办公室。', '硚阳区统计局'],
    ['请与青阳市发展和改革委员会政府信息公开办公室联系。', '青阳市发展和改革委员会'],
    ['请联系青阳镇人民政府党政综合办公室。', '青阳镇人民政府'],
    ['由青阳市大理区清水镇编制。如有疑问，请联系：清水镇政府信息公开查阅室（清水镇政府办公室）。', '青阳市大理区清水镇人民政府'],
    ['结合我办工作实际编制。请联系青阳市人民政府外事办公室综合处，地址：青阳路1号。', '青阳市人民政府外事办公室'],
    ['本报告涵盖了2021年大河区自然资源局政府信息公开工作。', '大河区自然资源局'],
    ['由青阳市统计局围绕2021年度政府信息公开工作情况编制而成。', '青阳市统计局'],
    ['由青阳县结合有关统计数据编制。请与青阳县政府办公室政务公开科联系。', '青阳县人民政府'],
    ['本报告依据条例要求，由青阳区市场监督管理局信息中心结合有关统计数据编制而成。', '青阳区市场监督管理局'],
    ['以及2021年度青阳市环境保护局（以下简称“我局”）政府信息公开工作编制。', '青阳市环境保护局'],
    ['请与南关街道党政办联系。街道党工委、办事处高度重视。', '南关街道办事处'],
    ['请联系：青阳县大河乡信息公开领导小组办公室，邮编：324403。', '青阳县大河乡人民政府'],
    ['结合开发区管委会信息公开工作有关统计数据撰写，请与青阳经济开发区综合办公室联系。我管委会高度重视。', '青阳经济开发区管理委员会'],
  ])('of whom a reader may ask: %s', (sentence, agency) => {
    expect(of('2021年政府信息公开工作年度报告', sentence, '一、总体情况').agency).toBe(agency)
  })

  it('of the year that the prose tells of, before that of a report it mentions', () => {
    expect(of('一、总体情况', '2020年，我局门户网站信息更新总量为406条，其中发布动态信息103条、部门文件37条、通知公告36条、政策解读21条、预决算及绩效信息13条、财政收支信息24条以及公布机构职能及2019年度信息公开工作报告。2020年度我局共收到申请12件。')).toMatchObject({ year: 2020 })
    expect(of('一、总体情况', '我局2022年度主动公开信息15条。').year).toBe(2022)
    expect(of('一、概述', '公开工作运行正常。', '二、政府信息主动公开情况', '我局2022年共主动公开信息15条。').year).toBe(2022)
  })

  it('of the year in which the figures end', () => {
    expect(of('本报告由青阳市科学技术局编制。本年报中所列数据截止为2019年12月31日，可查阅。', '一、总体情况', '全年工作平稳。').year).toBe(2019)
  })

  it('of a city whose name begins like “our”', () => {
    expect(of('本溪市人民政府合作交流办公室', '2022年政府信息公开工作年度报告', '一、总体情况')).toMatchObject({ agency: '本溪市人民政府合作交流办公室', year: 2022, inferredFrom: null })
  })

  it('as the place of the site that the text names beside others', () => {
    expect(of(`${LEGAL}县政府编制了2021年度政府信息公开工作报告。`, '一、总体情况', '我县做好公开工作。除开设青阳县人民政府网外，还有政务新媒体33个。').agency).toBe('青阳县人民政府')
  })

  it('is quoted from before the date or number that stands before it, and what is left out is marked', () => {
    const line = '发布日期：2025-01-29 9:31 来源: 邵武市人民政府 浏览次数:16次'
    expect(of('2024年政府信息公开工作年度报告', line, '一、总体情况').inferredFrom).toBe('…2025-01-299:31来源:邵武市人民政府浏览次数:16次')
  })

  it.each([['with a date below it', '（2022年1月27日）'], ['above the first part', '一、总体情况']])('right below a heading that names nobody, %s', (_, next) => {
    expect(of('2021年政府信息公开工作年度报告', '青阳市体育局', next, '一、总体情况', '全年工作平稳。')).toMatchObject({ agency: '青阳市体育局', year: 2021 })
    expect(of('2021年政府信息公开工作年度报告', '青阳市体育局', '青阳市教育局', '一、总体情况', '全年工作平稳。').agency).toBeNull()
  })

  it('who publishes a report goes before who stands below its heading', () => {
    expect(of('2022年政府信息公开工作年度报告', '青阳市人民政府办公室', '发布时间：2023-01-20 09:00 浏览次数：12', '发布机构：青阳市司法局', '一、总体情况').agency).toBe('青阳市司法局')
  })

  it('what a notice is called, or a speaker without a name, is nobody', () => {
    expect(of(`${LEGAL}现公布我局2022年政府信息公开工作年度报告。`, '一、总体情况')).toMatchObject({ agency: null, year: 2022 })
    expect(of('依据《青阳省人民政府办公厅关于政府信息公开工作年度报告有关要求的通知》编制。', '一、总体情况').agency).toBeNull()
  })

  it('a year in the sentence that is not the period of the figures is told', () => {
    expect(of('我镇认真编制了《田桥镇2020年政府信息公开工作年度报告》，本年度报告所列数据的统计期限自2021年1月1日起至12月31日止，全文可在市政府门户网站查阅下载，如有疑问请联系。')).toMatchObject({ agency: '田桥镇人民政府', year: 2021, yearsStated: [{ year: 2021, words: expect.stringContaining('2021') }, { year: 2020, words: expect.stringContaining('2020') }] })
  })

  it('of two years that disagree it is the one that the prose tells of', () => {
    expect(of('结合实际情况，青阳市水务局编制了《青阳市水务局2021年政府信息公开年度报告》。本报告中所列数据的统计期限自2020年1月1日起至2020年12月31日止，敬请监督并提出宝贵意见和建议。', '一、总体情况', '2021年，青阳市水务局公开信息20条。')).toMatchObject({ year: 2021, yearsStated: [{ year: 2021, words: expect.stringContaining('2021') }, { year: 2020, words: expect.stringContaining('2020') }] })
  })

  it.each([
    ['a place whose name begins as 发布会 ends', '根据条例第五十条规定，现向社会公布会理市白马镇人民政府2021年政府信息公开工作年度报告。', '会理市白马镇人民政府'],
    ['an organ, in words of what the report was made of', '根据2021年青阳市司法局信息公开工作实际编制而成。', '青阳市司法局'],
    ['an organ, behind its office', '如对本报告有疑问，请与青阳市民政局办公室联系。', '青阳市民政局'],
    ['an organ with another name in brackets, behind its office', '如对本报告有疑问，请与青阳市住房和城乡建设局（青阳市人民防空办公室）办公室联系。', '青阳市住房和城乡建设局（青阳市人民防空办公室）'],
    ['two that compile it together', '根据条例规定，青阳市民政局、青阳市乡村振兴局编制本报告。', '青阳市民政局、青阳市乡村振兴局'],
    ['a centre that calls itself one, behind its office', '2021年，我中心主动公开信息35条。如对本报告有疑问，请与青阳市社会保险事业管理中心办公室联系。', '青阳市社会保险事业管理中心'],
    ['a government, behind its office', '如对本报告有疑问，请与青阳县人民政府办公室联系。', '青阳县人民政府'],
    ['an office that the text speaks as', '2021年，我办主动公开信息35条。如对本报告有疑问，请与青阳县人民政府办公室联系。', '青阳县人民政府办公室'],
    ['a government’s office that compiles a report and speaks as a unit', '本报告由青阳县人民政府办公室编制。2021年，我单位主动公开政府信息35条。', '青阳县人民政府办公室'],
    ['a government whose office compiles the report', '本报告由青阳县人民政府办公室编制。2021年，我县主动公开政府信息35条，我单位牵头。', '青阳县人民政府'],
    ['whose work the first sentence tells', '2021年，青阳县人民政府办公室严格落实条例。', '青阳县人民政府办公室'],
  ])('%s', (_, sentence, agency) => {
    expect(of('2021年政府信息公开工作年度报告', sentence).agency).toBe(agency)
  })

  it.each([
    ['the government of the kind of place that it speaks as', '特向社会公布我旗2021年度信息公开年度报告。', '截至2021年底，青阳前旗政府网站发布信息3120条，西旗政府未发布。', '青阳前旗人民政府'],
    ['the owner of its own rules', '2021年，我局按照市政务公开工作部署。', '按照《青阳市水务局政府信息公开申请办理实施细则》规范办理。', '青阳市水务局'],
    ['the owner of rules on trial', '2021年，市水务局严格落实条例，我局网站更新及时。', '印发《青阳市水务局信息公开工作机制（试行）》。', '青阳市水务局'],
    ['the one organ of the kind that it names', '2021年，我厅坚持公开。', '主动公开青阳省司法厅2021年部门预算。', '青阳省司法厅'],
    ['nobody, where it names two', '2021年，我局坚持公开。', '青阳市司法局、青阳市财政局出席。', null],
    ['nobody, where it is an organ and only places are named', '2021年，我局按照市政务公开工作部署。', '我局网站由青阳市人民政府统一建设。', null],
    ['nobody, where others are counted', '2021年政务公开工作总结如下。', '公布县人民政府和12个乡镇人民政府的目录。', null],
  ])('%s', (_, first, second, agency) => {
    expect(of('一、总体情况', first, second).agency).toBe(agency)
  })

  it('neither an office without its organ nor a site is who reports', () => {
    expect(of('2021年政府信息公开工作年度报告', '发布机构：政府办公室', '一、总体情况').agency).toBeNull()
    expect(of('一、总体情况', '2021年政府信息公开工作年度报告，通过青阳县政府网站公布。').agency).not.toMatch(/网站|通过/)
  })

  it('none of the organs that a table lists below 单位', () => {
    const rows = gridOf([[{ text: '单位' }, { text: '件数' }], [{ text: '青阳市场监督管理局' }, { text: '3' }]])
    expect(identify([...lines(`${LEGAL}青阳县住房和城乡建设局编制并公布2021年政府信息公开工作年度报告。`, '一、总体情况'), { kind: 'table', rows, place: {} }], [], 'a.txt').agency).toBe('青阳县住房和城乡建设局')
  })

  it('who publishes the page, in the row below the names of its fields', () => {
    const rows = gridOf([[{ text: '索引号' }, { text: '公开方式' }, { text: '发布机构' }], [{ text: '123' }, { text: '主动公开' }, { text: '青阳区张义镇人民政府' }]])
    expect(identify([{ kind: 'table', rows, place: {} }, ...lines(`${LEGAL}特向社会公布2021年度本机关信息公开年度报告。`, '一、概述')], [], 'a.txt').agency).toBe('青阳区张义镇人民政府')
  })

  it('a title in a row of a page laid out by tables', () => {
    const rows = gridOf([[{ text: '索引号：' }, { text: '123' }], [{ text: '青阳省教育厅2021年度政府信息公开工作报告', columnSpan: 2 }]])
    expect(identify([{ kind: 'table', rows, place: {} }, ...lines('一、总体情况')], [], 'a.txt')).toMatchObject({ agency: '青阳省教育厅', year: 2021, inferredFrom: null })
  })
})

describe('the year, where no title and no period states it', () => {
  it('is that which the sentences of the first part begin with, and says from which words', () => {
    expect(of('一、总体情况', '2021年，青阳县水务局认真贯彻落实条例，比2020年增加3件。', '2021年度，我局公开信息12条。', '二、主动公开政府信息情况')).toMatchObject({ agency: '青阳县水务局', year: 2021, yearInferredFrom: expect.stringContaining('2021年,') as string })
  })

  it('is the one before the signature’s, and says so; one of the title needs no words', () => {
    expect(of('政府信息公开工作年度报告', '全年工作平稳。', '青阳县水务局', '2023年1月20日')).toMatchObject({ year: 2022, yearInferredFrom: '2023年1月20日' })
    expect(of('青阳县水务局2022年政府信息公开工作年度报告', '2023年1月20日')).toMatchObject({ year: 2022, yearInferredFrom: null })
  })

  it('is not made up of dates and notices', () => {
    expect(of('依据《青阳市2022年政务公开工作要点》编制。', '我镇全年公开信息100条。').year).toBeNull()
  })
})
