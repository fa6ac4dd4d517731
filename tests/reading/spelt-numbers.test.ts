import { expect, it } from 'vitest'
import { statementsOf } from '@/reading/prose/narrative'

// Numbers that the prose writes in characters; nothing is read from figures of speech, orders, guesses and rules.

const statements = (text: string) => statementsOf([{ kind: 'text', text, place: { line: 1 } }], { agency: '云梦市水务局', year: 2022 })
const figuresIn = (text: string): Record<string, number> => Object.fromEntries(statements(text).map(({ figure, value }) => [figure.replace(/^(?:narrative|participation)\./, ''), value]))

it.each<[line: string, expected: Record<string, number>]>([
  ['发布政策解读十二篇。', { interpretations: 12 }],
  ['全年收到信息公开申请一百零五件，均已按期办结。', { 'requests.received.total': 105, 'requests.processed.total': 105 }],
  ['办理人大代表建议三件、政协提案两件。', { 'npc-suggestions.received': 3, 'cppcc-proposals.received': 2 }],
  ['微信公众号发布信息三百余条，关注人数一万二千人。', { 'social-posts': 300, followers: 12000 }],
  ['举办政务公开培训一次，征集意见建议二十三条，采纳十条。', { trainings: 1, 'consultations.comments': 23, 'consultations.adopted': 10 }],
  ['政府网站发布信息千余条。', { 'web-items': 1000 }],
  ['共征集意见3万条，采纳二条。', { 'consultations.comments': 30000, 'consultations.adopted': 2 }],
  ['举办政务公开培训第二期。', {}],
  ['举办政务公开培训两三次。', {}],
  ['每季度举办政务公开培训一次。', {}],
  ['至少举办政务公开培训两次。', {}],
  ['举办政务公开培训三至五次。', {}],
  ['政府网站发布信息数十条。', {}],
  ['政府网站发布信息上百条。', {}],
  ['公开征求意见一批，目录明确一项重要内容。', {}],
])('%s', (line, expected) => {
  expect(figuresIn(line)).toEqual(expected)
})

it('quotes what is written, behind a number that became longer as digits too', () => {
  const [comments, adopted] = statements('公开征求意见，收到意见一百条，经研究采纳了其中的二十三条。')
  expect(comments).toMatchObject({ value: 100, written: '一百条', fragment: '收到意见一百条' })
  expect(adopted).toMatchObject({ value: 23, written: '二十三条', fragment: '经研究采纳了其中的二十三条' })
})

it('says of a number in characters that it is about so many', () => {
  expect(statements('政府网站发布信息三百余条。')[0]).toMatchObject({ value: 300, written: '三百余条', note: '约' })
})
