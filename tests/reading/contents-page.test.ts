import { expect, it } from 'vitest'
import { readReports } from '@/reading'
import { placed, type Placed } from './pdf'

// The first page of a report that holds its title, broken over two lines, and a table of contents.

const PARTS = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项']
const HEADINGS = ['自然人', '商业企业', '科研机构', '社会公益', '法律服务', '其他', '总计']

it('the parts of a report with their pages are text, and no table with its title in it', async () => {
  const contents = PARTS.flatMap((text, at): Placed[] => [[text, 60, 180 + at * 26, 12], [String(1 + (at >> 1)), 420, 180 + at * 26, 12]])
  const first: Placed[] = [['（2020年度）', 250, 60, 12], ['云梦市青阳县水务局2020年', 230, 100, 18], ['政府信息公开工作年度报告', 220, 130, 18], ['目录', 280, 156, 12], ...contents]
  const row = (name: string, cells: readonly string[], y: number): Placed[] => [[name, 60, y], ...cells.map((text, at): Placed => [text, 260 + at * 44, y])]
  const second: Placed[] = [[PARTS[0]!, 60, 60], ['全年主动公开政府信息88条。', 60, 80], [PARTS[2]!, 60, 110], ...row('', HEADINGS, 134).slice(1), ...row('一、本年新收政府信息公开申请', ['5', '1', '0', '0', '2', '0', '8'], 154), ...row('（七）总计', ['5', '1', '0', '0', '2', '0', '8'], 174), [PARTS[4]!, 60, 220], ['无。', 60, 240]]
  const { reports } = await readReports({ name: 'a.pdf', bytes: placed([first, second]) })
  const [report] = reports
  expect([report!.agency, report!.year, report!.cells.get('requests.received.total')?.cell]).toEqual(['云梦市青阳县水务局', 2020, { value: 8 }])
  expect(report!.narrative.map(({ figure, value }) => [figure, value])).toEqual([['narrative.items-disclosed', 88]])
  expect(report!.problems.map(({ kind }) => kind).filter((kind) => kind === 'agency-inferred' || kind === 'numbers-left')).toEqual([])
})
