import { describe, expect, it } from 'vitest'
import { identify } from '@/reading/meaning/identity'
import { recognise } from '@/reading/recognise'
import { readText } from '@/reading/text'
import { statementsOf } from '@/reading/prose/narrative'
import type { Block } from '@/reading/document'

const blocks = (...lines: string[]): Block[] => lines.map((text, at) => ({ kind: 'text', text, place: { line: at + 1 } }))
const who = (lines: string[], titles: string[] = [], file = 'report.html'): [string | null, number | null] => {
  const { agency, year } = identify(blocks(...lines), titles, file)
  return [agency, year]
}

describe('agency and year', () => {
  it.each([
    [['云梦市交通运输局2021年政府信息公开工作年度报告'], ['云梦市交通运输局', 2021]],
    [['云梦市交通运输局2021年', '政府信息公开工作年度报告'], ['云梦市交通运输局', 2021]],
    [['云梦市交通运输局', '2021年度政府信息公开年度报告'], ['云梦市交通运输局', 2021]],
    [['2022年云梦市人民政府办公室政府信息公开工作年度报告'], ['云梦市人民政府办公室', 2022]],
    [['2022年云梦市人民政府信息公开工作年度报告'], ['云梦市人民政府', 2022]],
    [['云梦市2023年政府信息公开工作年度报告', '现将云梦市人民政府2023年有关情况公布'], ['云梦市人民政府', 2023]],
    [['青阳县政府2020年政府信息公开工作年度报告'], ['青阳县人民政府', 2020]],
    [['东湖街道2022年政府信息公开工作年度报告'], ['东湖街道', 2022]],
    [['东湖街道2022年政府信息公开工作年度报告', '东湖街道办事处认真做好信息公开。'], ['东湖街道办事处', 2022]],
    [['云梦市交通运输局二〇二一年政府信息公开工作年度报告'], ['云梦市交通运输局', 2021]],
    [['云梦市交通运输局政府信息公开工作年度报告（2021年度）'], ['云梦市交通运输局', 2021]],
    // The date of issue below a title without a year, and a page's menu of years before it, say nothing of the report's.
    [['云梦市交通运输局政府信息公开工作年度报告', '（2022年1月18日）', '一、总体情况', '2021年，我局主动公开政府信息64条。'], ['云梦市交通运输局', 2021]],
    [['云梦市交通运输局政府信息公开工作年度报告（2022-01-18）', '一、总体情况', '2021年，我局主动公开政府信息64条。'], ['云梦市交通运输局', 2021]],
    [['2022年政府信息公开年报', '2021年政府信息公开年报', '2020年政府信息公开年报', '云梦市交通运输局政府信息公开工作年度报告', '一、总体情况', '2021年，我局主动公开政府信息64条。'], ['云梦市交通运输局', 2021]],
    [['云梦市人力资源和社会保障局、云梦市乡村振兴局2021年政府信息公开工作年度报告'], ['云梦市人力资源和社会保障局、云梦市乡村振兴局', 2021]],
    [['2021年政府信息公开工作年度报告', '本报告由中国人民银行云梦市分行根据条例编制。'], ['中国人民银行云梦市分行', 2021]],
    [['首页 > 公开 > 年报', '标题：云梦市交通运输局2021年政府信息公开年度报告', '发布时间：2022-01-20'], ['云梦市交通运输局', 2021]],
    [['河阳区人民政府', '2023年政府信息公开工作年度报告', '本报告由临江市河阳区人民政府办公室根据条例编制。'], ['临江市河阳区人民政府', 2023]],
    [['云梦市水务局', '政府信息公开工作年度报告', '（2021年）'], ['云梦市水务局', 2021]],
    [['云梦市水务局——2021年政府信息公开工作年度报告'], ['云梦市水务局', 2021]],
    [['云梦市水务局关于公布2021年政府信息公开工作年度报告的公告'], ['云梦市水务局', 2021]],
    [['政府信息公开制度', '云梦市水务局2021年政府信息', '公开工作年度报告', '青阳县水务局2020年政府信息公开工作年度报告'], ['云梦市水务局', 2021]],
    [['云梦经济技术开发区2021年政府信息公开工作年度报告'], ['云梦经济技术开发区', 2021]],
    [['2021年度政府信息公开工作年度报告', '发布机构：云梦市水务局 发布日期：2022-01-20'], ['云梦市水务局', 2021]],
    [['2021年政府信息公开工作年度报告', '所列数据的统计期限自2021年1月1日起至12月31日止。', '云梦市水务局', '2022年1月29日'], ['云梦市水务局', 2021]],
  ])('%j', (lines, expected) => {
    expect(who(lines)).toEqual(expected)
  })

  it('takes the title of the page, or the name of the file, where the text has none', () => {
    expect(who(['一、总体情况'], ['云梦市水务局2020年政府信息公开工作年度报告-云梦市人民政府网'])).toEqual(['云梦市水务局', 2020])
    expect(who(['一、总体情况'], ['云梦市人民政府门户网站 年度报告 云梦市水务局2020年政府信息公开工作年度报告'])).toEqual(['云梦市水务局', 2020])
    expect(who(['一、总体情况'], [], '12.云梦市水务局-2020年度年报.docx')).toEqual(['云梦市水务局', 2020])
    expect(who(['一、总体情况'], [], '下载/云梦市水务局2020年政府信息公开工作年度报告.pdf')).toEqual(['云梦市水务局', 2020])
  })

  it('is the report itself where its page lists those of other years and agencies', () => {
    const list = ['历年年报', '云梦市水务局2019年政府信息公开工作年度报告', '云梦市水务局2021年政府信息公开工作年度报告', '青阳县水务局2020年政府信息公开工作年度报告']
    expect(who([...list, '云梦市水务局2021年政府信息公开工作年度报告'])).toEqual(['云梦市水务局', 2021])
    expect(who([...list, '所列数据自2021年1月1日起至12月31日止。'])).toEqual(['云梦市水务局', 2021])
    const titled = identify(blocks(...list, '一、总体情况'), ['2021年政府信息公开工作年度报告-云梦市水务局'], 'a.html', true)
    expect([titled.agency, titled.year]).toEqual(['云梦市水务局', 2021])
  })

  it('is not that of links behind the report, nor of the page before or after', () => {
    const body = ['2021年政府信息公开工作年度报告', '一、总体情况', '云梦市水务局', '2022年1月29日']
    expect(who([...body, '云梦市水务局2018年政府信息公开工作年度报告'])).toEqual(['云梦市水务局', 2021])
    expect(who(['上一篇：青阳县水务局2018年政府信息公开工作年度报告', '下一篇', '云梦市水务局2019年政府信息公开工作年度报告', '云梦市水务局2021年政府信息公开工作年度报告'])).toEqual(['云梦市水务局', 2021])
  })

  it('has no words of a sentence in its name', () => {
    expect(who(['根据条例规定，编制并公布云梦市水务局2021年政府信息公开工作年度报告'])).toEqual(['云梦市水务局', 2021])
    expect(who(['云梦市政府新闻发布中心2021年政府信息公开工作年度报告'])).toEqual(['云梦市政府新闻发布中心', 2021])
  })

  it('keeps an organ above the title on the first page where every page has it', async () => {
    const page = ['云梦市水务局', '', '第一行', '第二行', '第三行', '- 1 -'].join('\n')
    const [read] = readText('a.txt', ['云梦市水务局', '2021年政府信息公开工作年度报告', '一、总体情况', page, page].join('\n').replaceAll(page, `\f${page}`))
    expect(identify(read!.blocks, [], 'a.txt')).toMatchObject({ agency: '云梦市水务局', year: 2021 })
    expect(read!.blocks.filter((block) => block.kind === 'text' && block.text === '云梦市水务局')).toHaveLength(1)
  })

  it('says so where places name different years', () => {
    const found = identify(blocks('云梦市水务局2021年政府信息公开工作年度报告', '统计期限为2020年1月1日至2020年12月31日。'), [], 'a.html')
    expect([found.year, found.yearsStated]).toEqual([2021, [{ year: 2021, words: '云梦市水务局2021年政府信息公开工作年度报' }, { year: 2020, words: '期限为2020年1月1日' }]])
  })

  it('says of years that differ where each stands', () => {
    const [report] = recognise(readText('a.txt', ['云梦市水务局2021年政府信息公开工作年度报告', '', '一、总体情况', '', '统计期限为2020年1月1日至2020年12月31日。收到政府信息公开申请33件，办结30件。'].join('\n')))
    expect(report!.problems.find(({ kind }) => kind === 'year-doubtful')?.text).toMatch(/^2021“云梦市水务局2021年[^”]*” \/ 2020“[^”]*2020年1月1日”$/)
  })
})

const OWN = { agency: '金湖县民政局', year: 2021 }
const figuresIn = (line: string, whose?: typeof OWN): Record<string, number> => Object.fromEntries(statementsOf(blocks(line), whose).map(({ figure, value }) => [figure.replace(/^(?:narrative|participation)\./, ''), value]))

it('says of a count that follows from “all answered” that the text does not state it', () => {
  const notes = (line: string): (string | undefined)[] => statementsOf(blocks(line)).map(({ figure, note }) => `${figure} ${note ?? ''}`)
  expect(notes('收到政府信息公开申请33件，均已按期办结。')).toEqual(['requests.received.total ', 'requests.processed.total 由“均已办结”推得'])
  expect(notes('收到政府信息公开申请33件，办结30件。')).toEqual(['requests.received.total ', 'requests.processed.total '])
})

describe('what is not of the report’s year or organ', () => {
  it.each<[string, Record<string, number>]>([
    ['2022年将力争门户网站信息发布量达到8130条以上。', {}],
    ['2022年计划组织政务公开培训7次以上。', {}],
    ['2022年，我局拟开展培训4次；发布解读材料20篇。', {}],
    ['2020年，我局主动公开政府信息712条，公开力度不足的问题在本年度得到改善。', {}],
    ['2020年培训3次，今年培训5次。', { trainings: 5 }],
    ['2021年，我局主动公开政府信息712条，比上年的650条增加62条。', { 'items-disclosed': 712 }],
    ['较去年培训3次有所增加。', {}],
    ['下一步，组织培训不少于4次。', {}],
    ['全年计划培训12次，实际开展培训10次。', { trainings: 10 }],
    ['力争2022年主动公开信息达到500条以上，培训19次。', {}],
    ['力争2021年主动公开信息达到500条以上；全年培训19次。', { trainings: 19 }],
    ['按照年度培训计划，举办培训3次。', { trainings: 3 }],
    ['组织参加省、市级培训3次，自行举办业务培训班8期。', { trainings: 8 }],
    ['参加上级培训2次。', {}],
    ['定期参加并组织开展培训5次。', { trainings: 5 }],
    ['组织参加上级培训、举办业务培训班3期。', { trainings: 3 }],
    ['组织各部门参加的政务公开培训会3次。', { trainings: 3 }],
    ['专栏点击量同比增加8万次。', {}],
    ['月均发布信息35条，全年网站发布信息420条。', { 'web-items': 420 }],
    ['上半年发布政策解读12篇，全年发布政策解读30篇。', { interpretations: 30 }],
    ['每季度开展业务培训1次，全年共开展4次。', {}],
    ['第一季度网站发布信息90条，第二季度120条，合计210条。', {}],
    ['自2019年以来累计收取信息处理费800元。', {}],
    ['今年以来举办培训3次。', { trainings: 3 }],
    ['2021年1月1日以来共主动公开政府信息8900条。', { 'items-disclosed': 8900 }],
    ['报告期以来主动公开政府信息620条。', { 'items-disclosed': 620 }],
    ['长期以来我局高度重视，全年主动公开政府信息620条。', { 'items-disclosed': 620 }],
    ['新《条例》实施以来共收到政府信息公开申请12件。', { 'requests.received.total': 12 }],
    ['微信公众号自开通以来粉丝数达5000人。', { followers: 5000 }],
    ['政府信息公开受理中心受理政府信息公开申请12件。', { 'requests.received.total': 12 }],
    ['全县各部门共收到政府信息公开申请33件，均已依法受理并按时答复。', { 'requests.received.total': 33, 'requests.processed.total': 33 }],
    ['开展“政务公开每月一讲”培训12次。', { trainings: 12 }],
    ['发布每季度重点工作完成情况解读材料30篇。', { interpretations: 30 }],
    ['全年新增关注用户总数达5000人。', { followers: 5000 }],
    ['全市共举办培训班3期，全市政务公开工作由我办牵头。', { trainings: 3 }],
    ['我局共收到省人大代表建议2件、市人大代表建议5件，均按时办结。', {}],
    ['共办理市人大代表建议12件，其中省级人大代表建议2件。', { 'npc-suggestions.received': 12 }],
    ['网站开通以来累计访问量突破900万人次，2021年访问量86万人次。', { visits: 860000 }],
    ['《条例》施行以来累计受理申请612件，2021年受理申请27件。', { 'requests.received.total': 27 }],
    ['微信公众号新增粉丝3200人，粉丝总数达51000人。', { followers: 51000 }],
    ['2021年目标：发布解读30篇。全年发布解读22篇。', { interpretations: 22 }],
    ['全市主动公开信息8900条，我局主动公开信息620条。', { 'items-disclosed': 620 }],
    ['全市主动公开信息8900条。', { 'items-disclosed': 8900 }],
    ['所属事业单位主动公开信息300条，局机关主动公开信息500条。', { 'items-disclosed': 500 }],
    ['市教育局收到政府信息公开申请33件，我局收到政府信息公开申请4件。', { 'requests.received.total': 4 }],
    ['各乡镇共收到信息公开申请15件，县直部门收到41件。', {}],
    ['2020年办理建议提案40件，2021年办理建议提案46件。', { 'suggestions-and-proposals.received': 46 }],
    ['承办省人大建议2件、市人大建议5件，省政协提案1件、市政协提案7件。', {}],
    ['承办市人大建议5件，市政协提案7件，市人大代表均表示满意。', { 'npc-suggestions.received': 5, 'cppcc-proposals.received': 7 }],
    ['力争应公开尽公开，全年主动公开政府信息30条。', { 'items-disclosed': 30 }],
    ['全年主动公开政府信息30条，其中，县教育局发布信息81条、县交通局公开信息59条。', { 'items-disclosed': 30 }],
    ['县民政局主动公开政府信息30条。', { 'items-disclosed': 30 }],
    ['规划计划类信息30条，下年度继续办理2件。', { 'requests.carried-out.total': 2 }],
    ['办结180件（含2020年结转5件），结转2022年3件。', { 'requests.processed.total': 180, 'requests.carried-in.total': 5, 'requests.carried-out.total': 3 }],
    ['2020年结转5件，结转下年度继续办理3件。', { 'requests.carried-in.total': 5, 'requests.carried-out.total': 3 }],
    ['上年度结转申请5件，2022年继续办理3件。', { 'requests.carried-in.total': 5 }],
    ['按照2019年新修订的条例，全年主动公开政府信息30条。', { 'items-disclosed': 30 }],
  ])('%s', (sentence, expected) => {
    expect(figuresIn(sentence, OWN)).toEqual(expected)
  })

  it('is told apart by words alone where nothing says whose or of which year the report is', () => {
    expect(statementsOf(blocks('2020年培训3次。', '县教育局发布信息81条。', '明年计划开展培训9次。')).map(({ value }) => value)).toEqual([3, 81])
  })

  it('stays in the words quoted', () => {
    expect(statementsOf(blocks('2020年培训3次，今年培训5次。'), OWN)).toMatchObject([{ fragment: '今年培训5次' }])
  })
})

describe('figures in prose', () => {
  it.each<[string, Record<string, number>]>([
    ['主动公开各类政府信息7,046条。', { 'items-disclosed': 7046 }],
    ['依托市政府门户网站平台，全年发布政务信息318条，同比增长0.5%。', { 'web-items': 318 }],
    ['通过政府门户网站，主动公开政府信息63条。', { 'web-items': 63 }],
    ['通过我局政府信息公开专栏主动公开政府信息249条。', { 'items-disclosed': 249 }],
    ['修订主动公开基本目录，明确公开事项140项。', { 'catalogue-items': 140 }],
    ['编制政府信息主动公开目录178项。', { 'catalogue-items': 178 }],
    ['现有政府信息公开工作人员8名。', { staff: 8 }],
    ['确定5名工作人员负责政务公开日常工作。', { staff: 5 }],
    ['全年通过局网站主动公开政府信息144条，其中政策类文件3件。', { 'web-items': 144, policies: 3 }],
    ['全年通过局网站主动公开政府信息144条；维护门户网站信息183条。', { 'items-disclosed': 144, 'web-items': 183 }],
    ['通过政府网站、政务微博、政务微信等渠道公开政府信息3226条。', { 'items-disclosed': 3226 }],
    ['网站独立用户访问总量为5120个，微信公众号关注用户880人。', { visits: 5120, followers: 880 }],
    ['发布时间：2022-01-20 来源：本站 浏览次数：123', {}],
    ['本年度我局未收到政府信息公开申请。', { 'requests.received.total': 0 }],
    ['办结180件（含2020年结转5件），结转2022年3件。', { 'requests.processed.total': 180, 'requests.carried-in.total': 5, 'requests.carried-out.total': 3 }],
    ['收到网民留言30条，办结29条，平均办理时间3天；回复网民留言12条。', { 'messages.received': 30, 'messages.answered': 29, 'messages.average-days': 3 }],
    ['承办的人大代表建议和政协委员提案分别为12件、3件。', { 'npc-suggestions.received': 12, 'cppcc-proposals.received': 3 }],
    ['全年收到12件人大代表建议和3件政协提案。', { 'npc-suggestions.received': 12, 'cppcc-proposals.received': 3 }],
    ['人大代表建议29件（主办11件，会办18件），政协提案20件（其中主办17件，协办3件）。', { 'npc-suggestions.received': 29, 'npc-suggestions.led': 11, 'npc-suggestions.assisted': 18, 'cppcc-proposals.received': 20, 'cppcc-proposals.led': 17, 'cppcc-proposals.assisted': 3 }],
    ['共办理代表建议和政协提案195件。', { 'suggestions-and-proposals.received': 195 }],
    ['下表列出行政诉讼（未经复议直接起诉）的情况。', {}],
    ['维护门户网站信息183条，访问量达到436210人次。', { 'web-items': 183, visits: 436210 }],
    ['政务微博、微信等新媒体全年编发各类信息262条，订阅人数达到3351人。', { 'social-posts': 262, followers: 3351 }],
    ['更新公开目录，明确66项主动公开内容；安排1人兼职负责此项工作。', { 'catalogue-items': 66, staff: 1 }],
    ['全年发布解读材料27篇，举办培训2次。', { interpretations: 27, trainings: 2 }],
    ['全年收到政府信息公开申请44件，答复申请43件，结转下年度办理1件。', { 'requests.received.total': 44, 'requests.processed.total': 43, 'requests.carried-out.total': 1 }],
    ['予以公开8件，部分公开4件，不予公开2件，无法提供3件。', { 'requests.granted.total': 8, 'requests.partly-granted.total': 4, 'requests.refused.total': 2, 'requests.unavailable.total': 3 }],
    ['予以公开及部分公开258件。', { 'requests.disclosed.total': 258 }],
    ['因信息公开引发行政复议26件、行政诉讼5件。', { reviews: 26, suits: 5 }],
    ['全年未发生因政府信息公开被申请行政复议或提起行政诉讼的情况。', { reviews: 0, suits: 0 }],
    ['2021年未收取政府信息公开信息处理费。', { 'handling-fee': 0 }],
    ['全年收取信息处理费2230元。', { 'handling-fee': 0.223 }],
    ['共收到“两会”建议、提案62件，其中人大建议21件，政协提案41件。', { 'suggestions-and-proposals.received': 62, 'npc-suggestions.received': 21, 'cppcc-proposals.received': 41 }],
    ['提案办理的沟通率、按时办结率、代表委员满意率均为100%。', { 'suggestions-and-proposals.contact-rate': 100, 'suggestions-and-proposals.on-time-rate': 100, 'suggestions-and-proposals.satisfied-rate': 100 }],
    ['开展征集调查19期，收到公众意见75条，采纳12条。', { 'consultations.held': 19, 'consultations.comments': 75, 'consultations.adopted': 12 }],
    ['发布日期：2025-01-24 09:31 来源：本机关 浏览次数：128', {}],
    ['点击量：1280', {}],
    ['网站年访问量128万次。', { visits: 1280000 }],
    ['其中公开答复7件。', {}],
    ['收到网民留言225条。', { 'messages.received': 225 }],
    ['2024年我局共收到政府信息公开申请3，均已办结。', { 'requests.received.total': 3 }],
    ['共受理依申请公开事项61件（其中本年度新收申请数52件）。', { 'requests.received.total': 52 }],
    ['共办理依申请公开34件，已办结31件，3件结转至2025年。', { 'requests.processed.total': 31, 'requests.carried-out.total': 3 }],
    ['剩余4件转2026年继续办理。', { 'requests.carried-out.total': 4 }],
    ['全年未接到群众要求公开的信息。', { 'requests.received.total': 0 }],
    ['门户网站和微信公众号分别发布信息321条、187条。', { 'web-items': 321, 'social-posts': 187 }],
    ['门户网站、微博、微信分别发布信息321条、187条。', {}],
    ['政务微博发布信息45条，微信公众号发布信息92条。', { 'social-posts': 92 }],
    ['政务微博发布信息45条，抖音号发布信息92条。', {}],
    ['政务微博、微信公开信息分别为45条和92条。', { 'social-posts': 92 }],
    ['门户网站和微信公众号发布解读材料分别为5篇、3篇。', {}],
    ['政务微博发布238条、微信公众号发布386条。', { 'social-posts': 386 }],
    ['“青阳教育”“青阳招考”微信公众号分别发布信息27篇、23篇。', { 'social-posts': 50 }],
    ['通过门户网站、政务新媒体及省、市主流媒体共公开4087条政府信息。', { 'items-disclosed': 4087 }],
    ['在日报、网站、微信公众号发布信息22篇。', { 'items-disclosed': 22 }],
    ['通过政府网站、公开专栏、电子屏等途径公开各类政府信息732条，其中：通过政府网站公开各类政府信息635条。', { 'items-disclosed': 732, 'web-items': 635 }],
    ['全年通过省政府网站专栏和厅网站主动公开各类信息1529条，其中，省政府网站专栏更新信息428条，厅网站公开动态信息1100条。', { 'web-items': 1529 }],
    ['全年公开各类信息1012条，其中网站公开604条、微信公众号公开408条。', { 'items-disclosed': 1012, 'web-items': 604, 'social-posts': 408 }],
    ['依托市政府门户网站集中公开七大类48项信息共8989条。', { 'web-items': 8989 }],
    ['通过区政府网站主动公开机构职能、财政预决算、工作动态等各类政务信息275条。', { 'web-items': 275 }],
    ['主动公开公示公告、政策解读等各类政府信息656条。', { 'items-disclosed': 656 }],
    ['我委共主动公开149篇政府信息。', { 'items-disclosed': 149 }],
    ['政务新媒体发布时政资讯、财政数据、工作动态等类别信息62条。', { 'social-posts': 62 }],
    ['政务微博、微信两个账号共发布信息2458条次。', { 'social-posts': 2458 }],
    ['通过掌上青阳APP发布信息716条。', { 'social-posts': 716 }],
    ['“青阳号角”平台共发布推文133篇。', { 'social-posts': 133 }],
    ['“青阳发布”发布信息459条；“办事指南”栏目发布信息3条。', {}],
    ['通过微信工作群公开200余条。', {}],
    ['动态信息123条，共计更新314条。', { 'items-disclosed': 314 }],
    ['收到依申请公开政府信息42件，答复依申请公开政府信息39件。', { 'requests.received.total': 42, 'requests.processed.total': 39 }],
    ['收到26份政府信息公开申请，依法依规答复处理24件。', { 'requests.received.total': 26, 'requests.processed.total': 24 }],
    ['规范受理答复政府信息公开申请3件。', { 'requests.received.total': 3, 'requests.processed.total': 3 }],
    ['收到政府信息公开申请6件，办结率100%。', { 'requests.received.total': 6, 'requests.processed.total': 6 }],
    ['完成政府信息依申请公开答复1453件，其中予以公开966件，部分公开67，不予公开81件。', { 'requests.processed.total': 1453, 'requests.granted.total': 966, 'requests.partly-granted.total': 67, 'requests.refused.total': 81 }],
    ['全年依申请公开共收到群众网上申请105件，快递17件，合计122件。', { 'requests.received.total': 122 }],
    ['收到12封申请。', { 'requests.received.total': 12 }],
    ['依申请公开受理量为0件。', { 'requests.received.total': 0 }],
    ['我镇未收到公民、法人或其他组织通过任何形式提出的政府信息公开申请。', { 'requests.received.total': 0 }],
    ['我局无申请公开政府信息情况。', { 'requests.received.total': 0 }],
    ['全年办理政府信息公开申请96宗（结转下年度1宗）。', { 'requests.processed.total': 96, 'requests.carried-out.total': 1 }],
    ['因未掌握等情形依规答复8件。', {}],
    ['“予以公开”及“部分公开”69件。', { 'requests.disclosed.total': 69 }],
    ['收到248条网民留言，办结留言230条，公开答复4条。', { 'messages.received': 248, 'messages.answered': 230, 'messages.published': 4 }],
    ['收到依申请公开信件8件，办结8件。', { 'requests.received.total': 8, 'requests.processed.total': 8 }],
    ['共向社会公开征集文件草案意见14次。', { 'consultations.held': 14 }],
    ['发布意见征集公告、意见采纳28条；公开决策草案征求意见稿3条。', {}],
    ['对5件重要政策文件进行了政策解读。', { interpretations: 5 }],
    ['积极通过青阳政府网和各类新媒体平台，发布各类政务信息422条，在青阳政府网上公开组织机构信息3条、财政预决算信息16条。', { 'items-disclosed': 422 }],
    ['通过官方网站、政务新媒体、公告栏等方式，及时公开政策法规、业务工作等政府信息共16条。', { 'items-disclosed': 16 }],
    ['通过政府网站、政务新媒体等多种渠道，及时发布文化活动、广播电视、执法监督等各类信息共计252条。', { 'items-disclosed': 252 }],
    ['“青阳政府网”微信公众号推送各类信息735条。', { 'social-posts': 735 }],
    ['我乡通过门户网站主动公开工作动态33条、乡镇建设12条、政策文件4条。', { policies: 4 }],
    ['我局网站共发布统计信息分析31篇，进度数据表11条。', {}],
    ['公开重点领域政府信息2424条，发布政策解读24篇。', { 'items-disclosed': 2424, interpretations: 24 }],
    ['网站应急专栏公开信息33条，通知公告专栏公开信息10条。', {}],
    ['主动公开政府信息355条，其中通过网站公开145条，通过政务微博、报纸等方式公开210条。', { 'items-disclosed': 355, 'web-items': 145 }],
    ['全年通过网站发布各类信息528条，其中法定主动公开信息113条。', { 'web-items': 528 }],
    ['在门户网站上公开各类信息共37条，微信公开各类信息共80条。', { 'web-items': 37, 'social-posts': 80 }],
    ['通过区政府门户网站青阳镇子站，累计公开发布政府信息152条。', { 'web-items': 152 }],
    ['青阳网站（含市政府网站、局网站，下同）发布政府信息600条、纳入政府信息公开目录217条。', { 'web-items': 600, 'catalogue-items': 217 }],
    ['阳光政务平台公开项目信息646条，通过网站公开政府信息289条。', { 'web-items': 289 }],
    ['在网站回应关注热点信息2条。', {}],
    ['印发主动公开文件66份，均通过网站予以公开。', {}],
    ['全年主动公开件35件。', { 'items-disclosed': 35 }],
    ['无信息公开申请，无相关行政复议。', { 'requests.received.total': 0, reviews: 0 }],
    ['发布解读相关信息108条，其中网站发布89篇次（文字解读18篇次）。', { interpretations: 108 }],
    ['其中统计信息11条，解读11条；全年发布各类解读材料33条。', { interpretations: 33 }],
    ['公开政策法规、政策解读20条；转发水利部政策解读2条。', {}],
    ['解读重大政策21条。', { interpretations: 21 }],
    ['发布重大决策宣传解读材料49项。', { interpretations: 49 }],
    ['处理结果4件为不予公开，1件为不予处理，2件为无法提供。', { 'requests.refused.total': 4, 'requests.not-processed.total': 1, 'requests.unavailable.total': 2 }],
    ['无法提供的有6件。', { 'requests.unavailable.total': 6 }],
    ['收到信息公开申请7件；答复完毕6件。', { 'requests.received.total': 7, 'requests.processed.total': 6 }],
    ['办理书记信箱7件，办理县长信箱1件，办理市委书记信箱6件。', {}],
    ['办理县长信箱来信17件。', { 'messages.received': 17 }],
    ['微博发布信息16000条，关注量85.4万；微信发布信息1500条，关注量1.5万。', { 'social-posts': 1500, followers: 15000 }],
    ['政务新媒体累计关注量达到48.3万人次。', { followers: 483000 }],
    ['门户网站阅读总量突破150万次。', { visits: 1500000 }],
    ['微信公众号发布信息[284]条。', { 'social-posts': 284 }],
    ['街道未向公民、法人和其他组织收取任何与政府信息公开工作相关的费用。', { 'handling-fee': 0 }],
    ['我局的政府信息公开不收取任何费用。', { 'handling-fee': 0 }],
    ['专门举办了一期高新技术企业认定培训班。', {}],
    ['举办一期政务公开业务培训班。', { trainings: 1 }],
    ['配备组长1名、专职工作人员2名。', { staff: 2 }],
    ['指定1名工作人员专职负责信息公开。', { staff: 1 }],
    ['截至12月底，我区累计主动公开政府信息13866条。本年度主动公开政府信息470条。', { 'items-disclosed': 470 }],
    ['截至12月底，我区累计主动公开政府信息13866条。', { 'items-disclosed': 13866 }],
    ['掌上青阳融媒体平台公开信息179条。', {}],
    ['网站发布新闻类165条，教育通知类39条。', {}],
    ['“青阳教育”微信公众号发布稿件533条，“青阳教育”抖音公众号发布稿件165条。', { 'social-posts': 533 }],
    ['通过厅网站、微信公众号、政务微博等形式主动公开政府信息106篇，发布工作动态类信息887篇。', { 'items-disclosed': 106 }],
    ['其中文字解读62篇，图文解读49篇，动漫、专家等多种形式的解读58篇。', {}],
    ['5个新增领域基层政务公开事项标准目录覆盖到乡镇。', {}],
    ['微信公众号发布信息886篇，在门户网站主动公开发布公告公示、部门动态等85条。', { 'social-posts': 886, 'web-items': 85 }],
    ['通过政府网站主动公开财政预决算、招生入学政策等群众关心关注的信息共计86条。', { 'web-items': 86 }],
    ['在门户网站主页要闻、警务动态等栏目发布各类信息284条。', { 'web-items': 284 }],
    ['全年信息更新468条。', { 'items-disclosed': 468 }],
    ['收到政府信息公开申请1件，并在规定时间内依法办结。', { 'requests.received.total': 1, 'requests.processed.total': 1 }],
    ['受理信息公开申请0件，回复处理0件。', { 'requests.received.total': 0, 'requests.processed.total': 0 }],
    ['我局未收到任何通过网络平台、来信等方式提出的相关政府信息依申请公开。', { 'requests.received.total': 0 }],
    ['未有受理信息公开申请情况。', { 'requests.received.total': 0 }],
    ['政策解读稿件发布4条；解读政策文件56个。', { interpretations: 4 }],
    ['没有出现行政复议及行政诉讼纠错的情况。', {}],
    ['收到政府信息公开申请3项全部予以公开。', { 'requests.received.total': 3, 'requests.granted.total': 3 }],
    ['收到政府信息公开申请3件，均依法予以公开或部分公开。', { 'requests.received.total': 3 }],
    ['新收到政府信息公开申请4件，均未予以公开。', { 'requests.received.total': 4 }],
    ['共收到依申请公开信息26件，均为不同意公开。', { 'requests.received.total': 26, 'requests.refused.total': 26 }],
    ['全年收到申请0件；诉求工作，网站、微博共办理66件。', { 'requests.received.total': 0 }],
    ['通过微信公众号发布专题117期，通过APP、短信、微博、微信等方式发布预报195期。', { 'social-posts': 117 }],
    ['通过外网主动公开政府信息13条。', { 'web-items': 13 }],
    ['依托县政府门户网站作为官方发布平台，更新发布信息200余条。', { 'web-items': 200 }],
    ['政府网站公开754条，通过其他方式公开政府信息54条。', { 'web-items': 754 }],
    ['通过政务公开平台发布信息82条，通过统计网站发布信息263条。', { 'web-items': 263 }],
    ['公开行业领域政府信息2510余条、动态类政务信息1520余条。', {}],
    ['公开政府信息202条、微信公众号公开信息340条。', { 'items-disclosed': 202, 'social-posts': 340 }],
    ['微信公众号发布原创内容23篇，转载内容7篇。', {}],
    ['微信公众号发布和转载政府信息383条。', { 'social-posts': 383 }],
    ['公众号共发布信息294期1014条。', { 'social-posts': 1014 }],
    ['微信公众号收到评论和留言1833条。', {}],
    ['接到网络信件327件。', { 'messages.received': 327 }],
    ['共解读各类政策性文件38件；解读回应27条。', { interpretations: 38 }],
    ['发生2起关于政府信息公开的行政诉讼案件。', { suits: 2 }],
    ['全年收政府信息公开申请464件。', { 'requests.received.total': 464 }],
    ['发生因信息公开申请行政复议情况1件。', { reviews: 1 }],
    ['不存在政府信息公开的收费及减免情况。', { 'handling-fee': 0 }],
    ['更新政府信息公开目录462条。', { 'catalogue-items': 462 }],
    ['开展7期调查征集，收到意见85条。', { 'consultations.held': 7, 'consultations.comments': 85 }],
    ['收到群众留言3条全部办结。', { 'messages.received': 3, 'messages.answered': 3 }],
    ['通过青阳政务网发布信息83条。', { 'web-items': 83 }],
    ['政协提案共17件（其中人大代表建议6件，政协委员提案11件）。', { 'suggestions-and-proposals.received': 17, 'npc-suggestions.received': 6, 'cppcc-proposals.received': 11 }],
    ['一、本年新收政府信息公开申请数量 7 0 0 0 0 0 7', {}],
    ['全年未收到因政府信息依申请公开引发的行政复议和行政诉讼案件。', { reviews: 0, suits: 0 }],
    ['全年受理政府信息公开申请54件（含上年结转申请5件），结转下年度办理2件。', { 'requests.carried-in.total': 5, 'requests.carried-out.total': 2 }],
    ['收到政府信息公开申请33件，均已按期办结。', { 'requests.received.total': 33, 'requests.processed.total': 33 }],
    ['上年结转申请1件，本年新收政府信息公开申请2件，均已按期办结。', { 'requests.carried-in.total': 1, 'requests.received.total': 2 }],
    ['收到网络申请公开政府信息6件，线下申请2件。', {}],
    ['办理依申请公开信息207条。', {}],
    ['代表建议答复46件、政协提案答复13件。', { 'npc-suggestions.received': 46, 'cppcc-proposals.received': 13 }],
    ['被申请行政复议9件（含上一年度结转1件）。', { reviews: 9 }],
    ['累计公开信息8775条（2025年新增388条）。', {}],
    ['历年累计主动公开政府信息20208条。', {}],
    ['“青阳发布”微信公众号发布信息260条；“青阳水利”微信公众号发布信息64条。', { 'social-posts': 324 }],
    ['通过微信公众号发布信息260条；召开新闻发布会2场。', { 'social-posts': 260 }],
    ['“青阳教育”微信订阅号关注用户达7.58万人，全年发布信息216条。', { followers: 75800, 'social-posts': 216 }],
    ['“青阳普法”微信497条，抖音157条。', { 'social-posts': 497 }],
    ['在门户网站、政府公报主动公开市政府规章13件。全年市政府网站共发布各类信息46106条。', { 'web-items': 46106 }],
    ['网站从开通至今，总共发布动态类信息2519条。', {}],
    ['在省级以上媒体发布信息112篇，融媒体中心发布信息78条。', {}],
    ['接收网络方式提交政府信息公开5件。', { 'requests.received.total': 5 }],
    ['督促县直部门在信息公开页面发布信息3044条。', {}],
    ['科技项目申报与受理公开信息16条。', {}],
    ['政策法规类信息4条，业务工作类信息10条，信息公开30条。', {}],
    ['公开群众关心关注的信息共计86条，回应公众关注热点25条。', {}],
    ['微信公众号现有关注人数21908人。', { followers: 21908 }],
    ['发布行政公文和政策解读信息9条，文件及解读信息82条。', {}],
    ['规范性文件9件，其他政策文件35件。', {}],
    ['予以公开或部分公开59件，不予公开32件。', { 'requests.disclosed.total': 59, 'requests.refused.total': 32 }],
    ['共受理教师资格认定申请等行政许可事项671件。', {}],
    ['共收到政府信息公开申请4件，其中上年度结转2件。', { 'requests.carried-in.total': 2 }],
    ['收到依申请公开14件（其中信件申请10件，网络申请4件），已办结12件。', { 'requests.received.total': 14, 'requests.processed.total': 12 }],
    ['收到依申请公开信息12条，其中：收到邮递申请1条，信息公开平台依申请公开11条，均在规定时限内答复。', { 'requests.received.total': 12 }],
    ['处理网站投诉类信息16条，正在办理0条。', {}],
    ['全年通过区政府信息公开网站共公开信息314条，其中，人员招录信息公开3条，预算信息公开2条。', { 'web-items': 314 }],
    ['全年主动公开信息20条，其中，主动公开文件12件。', { 'items-disclosed': 20 }],
    ['我局通过官方网站发布政务类信息34条，概况类信息150条。', {}],
    ['全年通过门户网站公开行政许可事项382件，行政处罚事项9件。', {}],
    ['通过县政府网站发布预算信息1条，决算信息1条。', {}],
    ['我局主动公开36件、依申请公开436件、不予公开43件。', {}],
    ['收到政府信息公开申请9件，予以公开5件、不予公开4件。', { 'requests.received.total': 9, 'requests.granted.total': 5, 'requests.refused.total': 4 }],
    ['予以公开与部分公开4宗。', { 'requests.disclosed.total': 4 }],
    ['没有因信息公开引起的行政诉讼、行政复议败诉。', {}],
    ['没有因信息公开引起的行政诉讼、行政复议。', { reviews: 0, suits: 0 }],
    ['维持纠正其他未审结合计维持纠正未经复议。', {}],
    ['开展网上调查征集并公布调查结果5期；开展线上访谈7期。', { 'consultations.held': 5, 'interviews.held': 7 }],
    ['发布新闻发布会及在线访谈17期。', {}],
    ['通过青阳电视台、青阳日报等媒介共主动发布政府信息910篇。', {}],
    ['依托公示公告栏、主流新闻媒体等平台发布信息500条；报纸等其他媒体发布信息86条。', {}],
    ['我局共主动公开政府信息16项65条。', { 'items-disclosed': 65 }],
    ['全年整理、录入、发布14条主动公开政府信息。', { 'items-disclosed': 14 }],
    ['发布林业工作动态、政策法规、公示公告等信息共计112条。', { 'items-disclosed': 112 }],
    ['全平台发布各类政务信息合计932条，其中网站发布信息98条。', { 'items-disclosed': 932, 'web-items': 98 }],
    ['累计主动公开政府信息已达657条。全年新增主动公开政府信息50条。', { 'items-disclosed': 50 }],
    ['向档案馆报送政务公开信息266条；通过市政府公报发布信息6条。', {}],
    ['通过青阳气象网主动公开信息321条。', {}],
    ['通过市政府网站公开信息210条，通过县政府门户网站发布政府信息546条。', { 'web-items': 546 }],
    ['青阳林业局官方网站2021年全年发布各类信息364条。', { 'web-items': 364 }],
    ['我局网站2021年度主动公开政务信息（包括：政务公开、办事服务等4个栏目）共计768条。', { 'web-items': 768 }],
    ['在门户网站通过发展规划、工作动态、财经信息、年度报告等栏目主动公开政府信息260条。', { 'web-items': 260 }],
    ['政协委员提案13件，网上公开13件。', { 'cppcc-proposals.received': 13 }],
    ['向政府网站公开平台报送信息20篇。', {}],
    ['通过官网（http://swj.qingyang.gov.cn/）、“青阳文旅”微信公众号等主动公开信息166条。', { 'items-disclosed': 166 }],
    ['微信公众号“青阳民政”刊（转）发信息600条。', { 'social-posts': 600 }],
    ['微信公众号开通至今，粉丝累计5693人，累计发布508条图文。', { followers: 5693 }],
    ['发挥“青阳普法”微信公众号的作用，扩大宣传，2021年推送普法图文信息21期93篇。', { 'social-posts': 93 }],
    ['门户网站信息浏览约430万人次。', { visits: 4300000 }],
    ['接到12项依申请公开政府信息申请，我局均在规定的时限内依法作出答复。', { 'requests.received.total': 12, 'requests.processed.total': 12 }],
    ['依申请公开申请数为21件，截至12月31日已全部办结。', { 'requests.received.total': 21, 'requests.processed.total': 21 }],
    ['收到政府信息公开申请3件，按期依法依规办结。', { 'requests.received.total': 3, 'requests.processed.total': 3 }],
    ['收到并处理政府信息公开申请7项；', { 'requests.received.total': 7, 'requests.processed.total': 7 }],
    ['收到依申请公开共525件，按时办结517件，延期办结8件。', { 'requests.received.total': 525 }],
    ['收到依申请公开件27封。', { 'requests.received.total': 27 }],
    ['没有因政府信息公开引起行政复议或者行政起诉的案例。', { reviews: 0, suits: 0 }],
    ['因政府信息公开申请行政复议、提起行政诉讼0件。', { reviews: 0, suits: 0 }],
    ['我局无政府信息公开的收费及减免情况。', { 'handling-fee': 0 }],
    ['我局没有因依申请公开信息收取或减免费用情况。', { 'handling-fee': 0 }],
    ['局门户网站12个栏目共发布公开文章83篇。', { 'web-items': 83 }],
    ['在收到申请之日起20个工作日内予以答复。', {}],
    ['通过局政府网站主动公开各类信息578条，财政公开信息8条；转发中央和省级政府网站信息119条。', { 'web-items': 578 }],
    ['微信公众号发布信息149条；快手账号发布信息46条。', { 'social-posts': 149 }],
    ['微信公众号发布各类信息74条，今日头条公开各类信息67条。', { 'social-posts': 74 }],
    ['通过各种公开平台累计共公开政府信息200条。', { 'items-disclosed': 200 }],
    ['全年主动公开政府信息44件，累计主动公开政府信息230条。', { 'items-disclosed': 44 }],
    ['业务类信息20条，其他信息公开13条；其他渠道（包括新闻发布会等）发布信息105条。', {}],
    ['林木采伐许可证共办理466件，林地手续共办理2个，检疫证书共办理183件。', {}],
    ['信息公开没有进行收费；未有收取或减免相关费用的情况。', { 'handling-fee': 0 }],
    ['收到并办结依申请公开政府信息事项3件。', { 'requests.received.total': 3, 'requests.processed.total': 3 }],
    ['收到政府信息依申请公开1件次，在法定期限内予以答复。', { 'requests.received.total': 1, 'requests.processed.total': 1 }],
    ['回复有效留言126条。', { 'messages.answered': 126 }],
    ['局官方网站（http://swj.qingyang.gov.cn/）发布92条。', { 'web-items': 92 }],
    ['在门户网站“征求意见”栏目发布征求意见稿28条。', {}],
    ['全年受理依申请信息公开21件，包括信函申请2件、网络申请19件，全部在规定时间内办结。收到行政复议1件，尚未办结0件。', { 'requests.received.total': 21, 'requests.processed.total': 21, reviews: 1 }],
    ['受理政府信息公开申请21件，其中18件依法依规办理答复。', { 'requests.received.total': 21 }],
    ['共受理问题959件，已办理958件，办结率99%。', {}],
    ['配备了3名专职和2名兼职工作人员。', {}],
    ['承办“市长信箱”42件，人民来信3件，网民留言8件。', {}],
    ['重点领域公开336条、新闻发布16条、政策解读32条。', { interpretations: 32 }],
    ['主动公开政府信息20余万条。', { 'items-disclosed': 200000 }],
    ['我镇信息主动公开292条，其中政务信息229条。', { 'items-disclosed': 292 }],
    ['政务公开浏览信息人数约12000人次。', { visits: 12000 }],
    ['政策解读发布信息29条。', { interpretations: 29 }],
    ['机构信息4条、政策档案及解读8条。', {}],
    ['答复“局长信箱”174件、“投诉建议”237件，答复率100%。', { 'messages.answered-rate': 100 }],
    ['全年主动公开人大建议、政协提案答复意见37件；公开对省人大建议的答复32件。', {}],
    ['本年度共公开政务信息350条，公开主动公开政府文件24份，转载新闻13条。', { 'items-disclosed': 350 }],
    ['公开审批清单94条，项目受理公示信息20条，审批决定公告信息13条。', {}],
    ['我局主动公开执法职能及动态信息950条，微信发布信息90条。', { 'items-disclosed': 950, 'social-posts': 90 }],
    ['在门户网站设置了安全监管专栏，全年依法主动公开相关内容64条。', { 'items-disclosed': 64 }],
    ['“青阳水务”网站是主要平台。网站设置了机构概况等12个栏目，并开设专栏，2021年，共及时发布各类信息243条。', { 'web-items': 243 }],
    ['通过官方微博和微信公众号等平台发布政策解读、宣传稿件205篇。', { 'social-posts': 205 }],
    ['通过政务微信发布安全提示、科普知识、时政要闻等内容共计230条。', { 'social-posts': 230 }],
    ['官方网站发布信息44条。官方微信共推文70篇，总点击量达到6万。', { 'web-items': 44, 'social-posts': 70 }],
    ['对49份政府信息公开申请依法作出答复。', { 'requests.processed.total': 49 }],
    ['收到信息公开申请4件，申请公开信息均已按规定时间予以回复。', { 'requests.received.total': 4, 'requests.processed.total': 4 }],
    ['受理政府信息公开申请3件，已完成依申请公开申请2件。', { 'requests.received.total': 3, 'requests.processed.total': 2 }],
    ['受理依申请公开政府信息19条，无上年度结转，均按规定在法定期限内予以答复。', { 'requests.received.total': 19, 'requests.carried-in.total': 0, 'requests.processed.total': 19 }],
    ['新收政府信息公开申请52件、上年度结转10件；年度办结48件、结转下一年度14件。', { 'requests.received.total': 52, 'requests.carried-in.total': 10, 'requests.processed.total': 48, 'requests.carried-out.total': 14 }],
    ['由办公室牵头，落实专（兼）职工作人员3名。', { staff: 3 }],
    ['主动公开政府信息2类，共计公开政府信息6条，分别是机构职能类信息1条，其他应当主动公开的政府信息5条。', { 'items-disclosed': 6 }],
    ['主动公开政务信息603条，通过市政府网站公开信息5条，在各级媒体网站、报刊、网络等载体公开信息532条。', { 'items-disclosed': 603, 'web-items': 5 }],
    ['全年办理行政许可41件、行政处罚7件、行政复议1件。', {}],
    ['我局门户网站累计发布信息1047条，网站从开通至今，总共发布动态信息251条。', {}],
    ['处理门户网站咨询投诉类信息16条，已回复16条，回复率100%。', { 'messages.received': 16, 'messages.answered': 16 }],
    ['予以公开35件；部分予以公开1件。被申请行政复议有3件，行政诉讼有1件。', { 'requests.granted.total': 35, 'requests.partly-granted.total': 1, reviews: 3, suits: 1 }],
    ['收到政府信息公开申请3件，2件为自然人申请，1件为企业申请，已全部办结。', { 'requests.received.total': 3, 'requests.processed.total': 3 }],
    ['通过政务网发布信息319条，官方微信150期。', { 'web-items': 319, 'social-posts': 150 }],
    ['全年无信息公开收费的事项。', { 'handling-fee': 0 }],
    ['农业局收到县人大建议9个，政协提案6个。', { 'npc-suggestions.received': 9, 'cppcc-proposals.received': 6 }],
    ['“青阳城事”共发布了390篇微博、微信、头条号图文，其中“创森”相关图文发布了40条。', { 'social-posts': 390 }],
    ['“青阳水利”微信公众号推出“河长在行动”“河长说”“河美乡村”等专题专栏，全年共发布信息496条。', { 'social-posts': 496 }],
    ['从事政府信息公开工作的全职人员1人。', { staff: 1 }],
    ['明确4名工作人员，配备2台电脑，具体承担公开的日常工作。', { staff: 4 }],
    ['新发布规范性文件2件，制作相关解读文字和图片4个。', { interpretations: 4 }],
  ])('%s', (line, expected) => {
    expect(figuresIn(line)).toEqual(expected)
  })

  it('says of posts on one network, of accounts added and of one way of requests what they are', () => {
    const notes = (line: string): unknown[] => statementsOf(blocks(line)).map(({ note }) => note)
    expect(notes('政务微博发布信息45条，微信公众号发布信息92条。')).toEqual(['微信；其他账号另计'])
    expect(notes('政务微博发布238条、微信公众号发布386条。')).toEqual(['微信；其他账号另计'])
    expect(notes('“青阳发布”微信公众号发布信息260条；“青阳水利”微信公众号发布信息64条。')).toEqual(['微信；2个账号相加'])
    expect(notes('接收网络方式提交政府信息公开5件。')).toEqual(['网络'])
    expect(notes('收到网络和书面申请5件。')).toEqual([undefined])
  })

  it('reads 万, 余 and regions with their notes', () => {
    expect(statementsOf(blocks('收到政府信息公开申请118件，在全市各委办局中位列第三，办结117件。')).map(({ note }) => note)).toEqual([undefined, undefined])
    expect(statementsOf(blocks('全市共主动公开政府信息14万余条。'))).toMatchObject([{ figure: 'narrative.items-disclosed', value: 140000, written: '14万余条', note: '约；全市', place: { line: 1 } }])
  })

  it('quotes at most 60 characters, and says nothing where the text does not', () => {
    const [found] = statementsOf(blocks(`${'进一步完善工作机制'.repeat(20)}全年主动公开政府信息144条。`))
    expect(found!.fragment.length).toBeLessThanOrEqual(60)
    expect(found!.fragment).toContain('144条')
    expect(figuresIn('本机关认真贯彻条例，持续加强公开工作。电话：0533-312068，邮编：255000。')).toEqual({})
  })
})
