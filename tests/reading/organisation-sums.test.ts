import { expect, it } from 'vitest'
import { REQUEST_ROWS, type RequestRow } from '@/domain/figure'
import { readReports } from '@/reading'

const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total']
const NAMES: readonly (readonly [RequestRow, string])[] = [['received', '一、本年新收政府信息公开申请数量'], ['carried-in', '二、上年结转政府信息公开申请数量'], ['granted', '（一）予以公开'], ['partly-granted', '（二）部分公开'], ['refused.state-secret', '1.属于国家秘密'], ['refused.security', '3.危及“三安全一稳定”'], ['refused.third-party', '4.保护第三方合法权益'], ['unavailable.not-held', '1.本机关不掌握相关政府信息'], ['not-processed.duplicate', '2.重复申请'], ['processed', '（七）总计'], ['carried-out', '四、结转下年度继续办理']]
const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' || /[“”]/.test(letter) ? 2 : 1), 0)
const line = (name: string, cells: readonly (number | string)[]): string => `${name}${' '.repeat(44 - wide(name))}${cells.map((cell) => `${cell}${' '.repeat(8 - wide(String(cell)))}`).join('')}`.trimEnd()

it.each([
  ['in one word', ['商业企业', '科研机构', '公益组织', '服务机构', '其他', '小计'], ['', '', '', '', '', ''], '总计', ''],
  ['broken by a narrow column', ['商业', '科研', '公益', '服务', '其', '小'], ['企业', '机构', '组织', '机构', '他', '计'], '总', '计'],
])('a text laid out in columns has the sums of its organisations, their heading %s: they are none of the form’s', async (_, above, below, total, rest) => {
  const rows = NAMES.map(([row], at): readonly [RequestRow, number[]] => {
    const parts = [at + 2, at % 3, 0, at % 2, 0]
    const sum = parts.reduce((a, b) => a + b, 0)
    return [row, [at * 7, ...parts, sum, at * 7 + sum]]
  })
  const text = ['云梦市水务局2023年政府信息公开工作年度报告', '', '三、收到和处理政府信息公开申请情况', line('', ['自然人', ...above, total]), line('', ['', ...below, rest]), ...rows.map(([, cells], at) => line(NAMES[at]![1], cells)), '', '五、存在的主要问题及改进情况', '无。'].join('\n')
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
  for (const [row, cells] of rows) {
    const own = [...cells.slice(0, 6), cells[7]]
    expect([REQUEST_ROWS[row].zh, ...APPLICANTS.map((applicant) => {
      const cell = reports[0]!.cells.get(`requests.${row}.${applicant}` as never)?.cell
      return cell && 'value' in cell ? cell.value : cell
    })]).toEqual([REQUEST_ROWS[row].zh, ...own])
  }
})
