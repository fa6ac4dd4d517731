import { expect, it } from 'vitest'
import { labelled } from '@/reading/page/label-lines'
import type { LabelLine } from '@/reading/page/label-columns'
import type { ValueRow } from '@/reading/page/rows'

const NAMES = ['4.无正当理由大量反复申请', '5.要求行政机关确认或重新出具已获取信息', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '3.其他']

it('names that run down eighteen lines of two letters have the numbers beside their first', () => {
  const rows: ValueRow[] = []
  const lines: LabelLine[] = []
  let y = 0
  for (const name of NAMES) {
    const row: ValueRow = { y, values: [] }
    rows.push(row)
    for (let at = 0; at < name.length; at += at === 0 ? 4 : 2) {
      lines.push({ y, text: name.slice(at, at + (at === 0 ? 4 : 2)), row: at === 0 ? row : null })
      y += 20
    }
    y += 9
  }
  const { of, blank } = labelled(lines, rows, 12)
  expect(rows.map((row) => of.get(row)?.map(({ text }) => text).join(''))).toEqual(NAMES)
  expect(blank).toEqual([])
})
