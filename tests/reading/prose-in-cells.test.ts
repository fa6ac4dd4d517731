import { expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { readReports } from '@/reading'
import { statementsOf } from '@/reading/prose/narrative'
import { placed, type Placed, type Ruled } from './pdf'

// Pages that are laid out by a table, whose lines are drawn around the text too.

const found = (...blocks: Block[]): Record<string, number> => Object.fromEntries(statementsOf(blocks, { agency: '云梦市水务局', year: 2021 }).map(({ figure, value }) => [figure, value]))
const page = (number: number, ...rows: readonly (readonly string[])[]): Block => ({ kind: 'table', rows: gridOf(rows.map((row) => row.map((text) => ({ text })))), place: { page: number, table: number }, loose: true })

it('the text in a line around a page, beside its table, states figures', async () => {
  const texts: Placed[] = ['云梦市水务局2021年政府信息公开工作年度报告', '一、总体情况', '2021年，全局共主动公开政府信息88条，举办政府信息公开培训班', '3期，各项工作按照条例的要求有序开展。', '二、主动公开政府信息情况'].map((text, at) => [text, 70, 60 + at * 16])
  const row = ([name, ...cells]: readonly string[], y: number): Placed[] => [[name!, 76, y], ...cells.map((text, at): Placed => [text, 240 + at * 90, y])]
  const table = [row(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], 156), row(['规章', '0', '0', '2'], 176), row(['行政规范性文件', '4', '1', '17'], 196)].flat()
  const [xs, ys] = [[72, 200, 300, 400, 500], [142, 162, 182, 202]]
  const inner = [...ys.map((y): Ruled => [72, y, 500, y]), ...xs.map((x): Ruled => [x, 142, x, 202])]
  // The line around the page so near to the table’s that they are one.
  const around: Ruled[] = [[60, 40, 520, 40], [60, 800, 520, 800], [60, 40, 60, 800], [520, 40, 520, 800], [70, 40, 70, 800]]
  const { reports } = await readReports({ name: 'a.pdf', bytes: placed([[...texts, ...table]], [...inner, ...around]) })
  expect(Object.fromEntries(reports[0]!.narrative.map(({ figure, value }) => [figure, value]))).toEqual({ 'narrative.items-disclosed': 88, 'narrative.trainings': 3 })
  expect(reports[0]!.cells.get('documents.in-force')?.cell).toMatchObject({ value: 17 })
})

it('a paragraph in a cell goes on over its lines and at the head of the next page, which it may end on', () => {
  const first = page(1, ['规章', '2'], ['一、总体情况\n本局按照要求开展有关工作，各项任务有序完成。全年通过门\n户网站主动公开政府信息88条。共收到政府信息公开申请'])
  expect(found(first, { kind: 'text', text: '12件，均已答复。', place: { page: 2 } })).toMatchObject({ 'narrative.web-items': 88, 'requests.received.total': 12 })
  expect(found(first, page(2, ['12件，均在期限内答复；举办政府信息公开培训班3期，参加人员均为本局干部。']))).toMatchObject({ 'requests.received.total': 12, 'narrative.trainings': 3 })
})

it('a sentence that has no end, and labels and numbers of a table, state nothing', () => {
  expect(found(page(1, ['本局按照要求开展有关工作，各项任务有序完成。公众号粉丝数为2021']))).toEqual({})
  expect(found(page(1, ['主动公开政府信息', '88条'], ['举办培训班3期', '3']))).toEqual({})
})
