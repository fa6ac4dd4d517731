import { expect, it } from 'vitest'
import { statementsOf } from '@/reading/prose/narrative'

// Numbers of other times beside those of the report's own, and wordings that name the site or the matter before.

const figuresIn = (text: string): Record<string, number> =>
  Object.fromEntries(statementsOf([{ kind: 'text', text, place: { line: 1 } }], { agency: '云梦市水务局', year: 2022 }).map(({ figure, value }) => [figure.replace(/^(?:narrative|participation)\./, ''), value]))

it.each<[line: string, expected: Record<string, number>]>([
  // What a number grew to is the figure; a year is none.
  ['公众号粉丝由2021年底的368人增至39838人。', { followers: 39838 }],
  ['微信公众号粉丝从1.2万人增加到3.5万人，网站访问量由上年的12万次上升至18万次。', { followers: 35000, visits: 180000 }],
  ['公众号关注人数由去年的800人增长至1200人。', { followers: 1200 }],
  ['公众号粉丝由2021年底的368人大幅增长。', {}],
  ['举办培训班由2期增至5期。', {}],
  ['政府网站全年总访问量达238', {}],
  // Matters named before.
  ['围绕重大决策开展民意征集4次，共征集意见549条，采纳6条。', { 'consultations.held': 4, 'consultations.comments': 549, 'consultations.adopted': 6 }],
  ['依托县政府门户网站政府信息公开专栏，累计发布信息254条，其中政务动态3条。', { 'web-items': 254 }],
  // Plans and numbers of other years, told aside.
  ['全年举办政府信息公开培训班3期，2023年拟举办6期；配备政务公开专职工作人员5名。', { trainings: 3, staff: 5 }],
  ['政务新媒体发布信息215条，下一年计划发布不少于300条；网站页面浏览量为106328次。', { 'social-posts': 215, visits: 106328 }],
  ['全年在政府网站发布信息3182条（2021年为199条），微信公众号关注人数250人。', { 'web-items': 3182, followers: 250 }],
  ['全年在政府网站发布信息3182条（2021年为199条）；微信公众号关注人数250人。', { 'web-items': 3182, followers: 250 }],
  ['2020年办理信息公开申请1件，2021年办理3件，2022年共办理答复信息公开申请4件。', { 'requests.processed.total': 4 }],
  // What there was by the end of a year before, and what others published at the same time.
  ['全年门户网站公开信息384条。截至2021年底，网站累计公开信息1907条。', { 'web-items': 384 }],
  ['全年门户网站公开信息384条；省政府网站同期发布信息18818条。', { 'web-items': 384 }],
  ['截至2022年底，门户网站累计公开信息1907条。', { 'web-items': 1907 }],
  // Told of another year throughout.
  ['2021年，在政府网站发布信息199条；微信公众号关注人数90人。', {}],
  ['收到政府信息公开申请9件，2021年收到5件；其中予以公开4件。', { 'requests.received.total': 9 }],
])('%s', (line, expected) => {
  expect(figuresIn(line)).toEqual(expected)
})
