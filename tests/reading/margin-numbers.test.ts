import { expect, it } from 'vitest'
import { readReports } from '@/reading'
import { placed, type Placed } from './pdf'

// Numbers that count the lines of a page in its margin.

const LINES = ['云梦市水务局2022年政府信息公开工作年度报告', '一、总体情况', '2022年，我局认真执行政府信息公开条例的各项规定，全年在政府网站共发布信息', '5404条，比上年增加29.2%；新收政府信息公开申请26件，上年结转3件，均已办结，', '组织培训2次。', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '无。']

it('are no digits of the sentences beside them, on a page with few of them neither', async () => {
  const page = (lines: readonly string[], from: number): Placed[] => lines.flatMap((text, at): Placed[] => [[String(from + at), 44 - String(from + at).length * 4.5, 80 + at * 20], [text, 65, 80 + at * 20]])
  const bytes = placed([[['1', 39.5, 43], ...page(LINES, 1)], page(['五、存在的主要问题及改进情况', '无。'], 1)])
  const { reports } = await readReports({ name: 'a.pdf', bytes })
  const [{ agency, narrative }] = reports as [(typeof reports)[number]]
  expect(agency).toBe('云梦市水务局')
  expect(Object.fromEntries(narrative.map(({ figure, value }) => [figure, value]))).toEqual({ 'narrative.web-items': 5404, 'requests.received.total': 26, 'requests.carried-in.total': 3, 'narrative.trainings': 2 })
})
