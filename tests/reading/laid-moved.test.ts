import { describe, expect, it } from 'vitest'
import { IDS, line, NAMES, readRows as read, rowOf, STARTS, WORDS, type Row } from './laid-rows'

describe('rows of texts laid out whose numbers moved', () => {
  it('a number that no other row bears out shows no column: all others of its page would be one too far to the right', async () => {
    const rows = [[9, 2, '', '', 1, '', 12], [1, '', '', '', '', '', 1], [3, '', '', '', '', '', 3], [1, 1, '', '', '', '', 2], [1, '', '', '', '', '', 1], [1, '', '', '', '', '', 1], [1, 1, '', '', 1, '', 3], ['', '', '', '', '', '', 0], [1, '', '', '', '', '', 1], [8, 2, '', '', 1, '', 11], [2, '', '', '', '', '', 2]]
    const moved = [27, ...STARTS.slice(1)]
    const lines = rows.map((cells, at) => line(NAMES[at]!, cells, at === 10 ? moved : STARTS))
    const report = await read([...lines.slice(0, 2), `\f${lines[2]!}`, ...lines.slice(3)])
    IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...rows[at]!]))
  })

  it('numbers of one column that stand in two places, never both in a row, are not those of two columns where a column of the form is empty', async () => {
    const heads = [line('', WORDS, [70, 77, 84, 94, 106, 113, 122])]
    const rows: Row[] = [[38, 4, 2, 91, 16, '', 151], [5, 3, 1, 3, 1, '', 13], [8, 1, 1, 24, 7, '', 41], [7, 2, '', 6, '', '', 15], [4, 2, '', 7, 1, '', 14], [5, '', 1, 9, 2, '', 17], [2, 2, '', 14, '', '', 18], [6, '', '', 14, 4, '', 24], [11, '', 1, 4, 2, '', 18], [43, 7, 3, 78, 16, '', 147], ['', '', '', 16, 1, '', 17]]
    const lines = rows.map((cells, at) => line(NAMES[at]!, cells, [70, 77, 85, at < 4 ? 94 : 99, 107, 114, 122]))
    const report = await read(lines, heads)
    IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...rows[at]!]))
  })

  it('the lower part of a page stands moved where sums fail all its rows in the same columns', async () => {
    const [upper, lower] = [[45, 51, 57, 62, 67, 72, 78], [38, 44, 49, 54, 58, 62, 64]]
    const b = ''
    const more = ['6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项', '1.本机关不掌握相关政府信息', '3.补正后申请内容仍不明确']
    const names = [...NAMES.slice(0, 9), ...more, '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请', ...NAMES.slice(9)]
    const ids = [...IDS.slice(0, 9), 'refused.deliberative', 'refused.enforcement-file', 'refused.inquiry', 'unavailable.not-held', 'unavailable.unclear', 'not-processed.duplicate', 'not-processed.publication', 'not-processed.excessive', ...IDS.slice(9)]
    const only = (n: number): Row => [n, b, b, b, b, b, n]
    const rows: Row[] = [[5, 1, b, b, b, 2, 8], only(0), only(1), only(0), [0, b, b, b, b, 2, 2], only(0), only(0), only(0), only(1), only(0), only(0), only(3), only(0), [0, 1, b, b, b, b, 1], only(0), only(0), only(0), [5, 1, b, b, b, 2, 8], only(0)]
    const report = await read(rows.map((cells, at) => line(names[at]!, cells, at < 14 ? upper : lower)), [])
    ids.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...rows[at]!]))
  })

  it('so it does where a row above stands in columns of those below', async () => {
    const [upper, lower] = [[25, 30, 39, 43, 47, 51, 55], [39, 47, 49, 53, 59, 63, 67]]
    const b = ''
    const more = ['6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项', '1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确', '1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请', '5.要求行政机关确认或重新出具已获取信息', '1.申请人无正当理由逾期不补正', '2.申请人逾期未按收费通知要求缴纳费用', '3.其他']
    const names = [...NAMES.slice(0, 9), ...more, ...NAMES.slice(9)]
    const ids = [...IDS.slice(0, 9), 'refused.deliberative', 'refused.enforcement-file', 'refused.inquiry', 'unavailable.not-held', 'unavailable.to-be-created', 'unavailable.unclear', 'not-processed.petition', 'not-processed.duplicate', 'not-processed.publication', 'not-processed.excessive', 'not-processed.confirmation', 'other.not-corrected', 'other.fee-unpaid', 'other.other', ...IDS.slice(9)]
    const [none, only] = [[b, b, b, b, b, b, 0] as Row, (n: number): Row => [n, b, b, b, b, b, n]]
    const rows: Row[] = [[32, 1, b, b, 1, 3, 37], [2, 1, b, b, b, b, 3], [9, b, b, b, b, 1, 10], [2, b, b, b, b, 1, 3], none, none, none, [1, b, b, b, 1, b, 2], none, only(2), none, only(2), [6, 1, b, b, b, b, 7], only(1), only(1), [4, b, b, b, b, 1, 5], only(1), none, none, none, none, none, only(3), [32, 1, b, b, 1, 3, 37], [2, 1, b, b, b, b, 3]]
    const report = await read(rows.map((cells, at) => line(names[at]!, cells, at < 12 ? upper : lower)), [line('', WORDS.map((word) => word.slice(0, 1)), upper)])
    ids.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...rows[at]!]))
  })

  it('a number that touches its name is the row’s first where the row is whole with it and adds up, though one space parts the next', async () => {
    const rows: Row[] = [[7, 3, 0, 1, 0, 0, 11], [1, 0, 0, 0, 0, 0, 1], [2, 0, 0, 1, 0, 0, 3], [1, 1, 0, 0, 0, 0, 2], [1, 0, 0, 0, 0, 0, 1], [0, 1, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 1], [2, 0, 0, 0, 0, 0, 2], [7, 2, 0, 1, 0, 0, 10], [1, 1, 0, 0, 0, 0, 2]]
    const named = NAMES.map((name, at) => (at === 7 ? `（三）不予公开 ${name}` : name))
    const report = await read(rows.map((cells, at) => ([5, 6, 7].includes(at) ? `${named[at]!}${cells.join(' ')}` : line(named[at]!, cells))))
    IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...rows[at]!]))
  })

  it('a row whose long name moved all its numbers says nothing of the columns of others', async () => {
    const starts = [39, 44, 49, 54, 61, 67, 72]
    const [z, b] = ['0.00', '']
    const more = ['6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项', '1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作']
    const names = ['一、本年新收政府信息公开申请的数量', ...NAMES.slice(1, 9), ...more]
    const ids = [...IDS.slice(0, 9), 'refused.deliberative', 'refused.enforcement-file', 'refused.inquiry', 'unavailable.not-held', 'unavailable.to-be-created']
    const rows: Row[] = [['1.00', z, z, z, z, z, '1.00'], [z, z, z, b, z, z, b], [z, z, z, b, z, z, b], [z, b, z, z, b, b, b], [z, b, z, z, z, z, z], [z, b, b, z, b, z, z], [z, b, z, z, z, z, z], [z, z, z, b, z, z, z], [z, z, z, z, z, z, b], [z, z, b, z, z, z, b], [b, b, z, b, z, z, z], ['1.00', z, z, z, b, b, '1.00'], [z, z, z, z, z, b, z], [b, z, z, b, z, z, b]]
    const report = await read(rows.map((cells, at) => line(names[at]!, cells, at === 0 ? [18, ...starts.slice(0, 6)] : starts)), [])
    ids.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...rows[at]!.map((cell) => (cell === b ? '' : Number(cell)))]))
  })

  it('decimals and numerals of names that narrow cells break over lines', async () => {
    const decimals = (cells: readonly number[]): string[] => cells.map((cell) => cell.toFixed(2))
    const rows = [[41, 2, 0, 0, 0, 0, 43], [5, 0, 0, 0, 0, 0, 5], [11, 1, 0, 0, 0, 0, 12], [2, 0, 0, 0, 0, 0, 2], [1, 0, 0, 0, 0, 0, 1], [2, 0, 0, 0, 0, 0, 2], [3, 0, 0, 0, 0, 0, 3], [4, 0, 0, 0, 0, 0, 4], [1, 0, 0, 0, 0, 0, 1], [24, 1, 0, 0, 0, 0, 25], [22, 1, 0, 0, 0, 0, 23]]
    const whole = rows.map((cells, at) => line(NAMES[at]!, decimals(cells)))
    const broken = [line(NAMES[0]!, ['41.', ...decimals(rows[0]!.slice(1, 6)), '43.0']), line('', ['00', '', '', '', '', '', '0'])]
    const letters = [line('（', decimals(rows[6]!)), '3', '）危', '及三安', '全一稳定']
    const report = await read([...broken, ...whole.slice(1, 6), ...letters, ...whole.slice(7)])
    IDS.forEach((id, at) => expect([id, ...rowOf(report, id)]).toEqual([id, ...rows[at]!]))
  })

  it('没有 at the end of a line, behind the numeral of 没有现成信息, is no mark that none applies', async () => {
    const rows = IDS.map(() => [1, 0, 0, 0, 0, 0, 1])
    const own = rows.map((cells, at) => line(NAMES[at]!, cells))
    const broken = [line('  2. 没有', [4, 1, 0, 0, 0, 0, 5]), '     现成信息', '     需要另行', '     制作', '']
    const report = await read([...own.slice(0, 9), line('1.本机关不掌握相关政府信息', rows[0]!), ...broken, ...own.slice(9)])
    expect(rowOf(report, 'unavailable.to-be-created')).toEqual([4, 1, 0, 0, 0, 0, 5])
  })
})
