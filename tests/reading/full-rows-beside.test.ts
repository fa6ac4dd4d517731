import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { placed, type Placed } from './pdf'

const RIGHTS = [300, 400, 500]
const HEADS = ['本年制发件数', '本年废止件数', '现行有效件数']
const ROWS: readonly (readonly [name: string, cells: readonly string[]])[] = [
  ['规章', ['0', '0', '']],
  ['行政规范性文件', ['6', '1', '32']],
]
const TITLE = '东湖街道办事处2023年政府信息公开工作年度报告'

/** Table 2 with numbers at the right of columns whose headings are at the left. */
async function expectRead(name: string, bytes: Uint8Array): Promise<void> {
  const report: ReadReport = (await readReports({ name, bytes })).reports[0]!
  const cells = Object.fromEntries([...report.cells].filter(([figure]) => /^(?:rules|documents)\./.test(figure)).map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
  expect(cells).toEqual({ 'rules.issued': 0, 'rules.repealed': 0, 'rules.in-force': 'blank', 'documents.issued': 6, 'documents.repealed': 1, 'documents.in-force': 32 })
}

describe('a row without blanks shows where numbers stand that are set otherwise than their headings', () => {
  it('in a text laid out', async () => {
    const at = (label: string, cells: readonly string[], isRight: boolean): string => cells.reduce((line, text, index) => (text === '' ? line : line.padEnd(20 + index * 16 + (isRight ? 15 - text.length : 0)) + text), label)
    const lines = [TITLE, '二、主动公开政府信息情况', '第二十条第（一）项', at('信息内容', HEADS, false), ...ROWS.map(([name, cells]) => at(name, cells, true)), '第二十条第（五）项', at('信息内容', ['本年处理决定数量'], false), at('行政许可', ['118'], true)]
    const requests = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '（七）总计', '四、结转下年度继续办理'].map((name) => `${name.padEnd(30)}1   0   0   0   0   0   1`)
    await expectRead('a.txt', new TextEncoder().encode([...lines, '三、收到和处理政府信息公开申请情况', ...requests].join('\n')))
  })

  it('on a page without rulings', async () => {
    const across = (texts: readonly string[], y: number): Placed[] => texts.flatMap((text, index) => (text === '' ? [] : [[text, RIGHTS[index]! - text.length * 4.5, y] as const]))
    const table: Placed[] = [['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 90], ...HEADS.map((text, index): Placed => [text, RIGHTS[index]! - 90, 90]), ...ROWS.flatMap(([name, cells], row): Placed[] => [[name, 60, 110 + row * 20], ...across(cells, 110 + row * 20)]), ['信息内容', 60, 160], ['本年处理决定数量', 210, 160], ['行政许可', 60, 180], ...across(['118'], 180)]
    await expectRead('a.pdf', placed([[[TITLE, 60, 40], ...table, ['三、收到和处理政府信息公开申请情况', 60, 250], ['无。', 60, 270]]]))
  })
})
