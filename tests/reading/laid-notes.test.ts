import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'

const AGENCY = '东湖街道办事处'

async function read(...lines: readonly string[]): Promise<ReadReport> {
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode([`${AGENCY}2023年政府信息公开工作年度报告`, ...lines].join('\n')) })
  return reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
/** Texts at their places in a line. */
const at = (...parts: readonly (readonly [column: number, text: string])[]): string => parts.reduce((line, [column, text]) => line.padEnd(column) + text, '')

const NAMES = ['（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '6.属于四类过程性信息', '（七）总计', '四、结转下年度继续办理']
const SECTION = '三、收到和处理政府信息公开申请情况'

describe('laid out texts of narrow cells', () => {
  const HEADS = (business: string): string => at([28, '自然人'], [36, business], [44, '科研机构'], [52, '社会公益组织'], [62, '法律服务机构'], [72, '其他'], [80, '总计'])
  /** Rows of which only the first column and the total are filled, the number a little right of its heading. */
  const sparse = (business: string): string[] => [
    SECTION,
    HEADS(business),
    '一、本年新收政府信息公开申',
    at([32, '9'], [81, '9']),
    '     请数量',
    ...['二、上年结转政府信息公开申请数量', ...NAMES].flatMap((name) => {
      const number = /予以|结转下/.test(name) ? '5' : /部分|二、/.test(name) ? '1' : name.includes('总计') ? '6' : '0'
      const [first, ...rest] = name.match(/.{1,6}/gu)!
      return [at([6, first!]), at([32, number], [81, number]), ...rest.map((end) => at([8, end]))]
    }),
  ]

  it.each(['商业企业', '企业'])('two columns filled, the name of the first row around its numbers, the second column headed %s', async (business) => {
    const found = numbers(await read(...sparse(business)))
    expect(['natural', 'business', 'total'].map((column) => found[`requests.received.${column}`])).toEqual([9, 'blank', 9])
    expect(['natural', 'business', 'total'].map((column) => found[`requests.granted.${column}`])).toEqual([5, 'blank', 5])
  })

  const STARTS = [28, 36, 44, 52, 62, 72, 80, 86] as const
  const cellsAt = (cells: readonly string[]): string => at(...cells.flatMap((text, column) => (text === '' ? [] : [[STARTS[column]!, text] as const])))

  it('a column for remarks that says none beside rows with blanks', async () => {
    const rows = ['一、本年新收政府信息公开申请', '二、上年结转', ...NAMES].map((name, row) => [name, row % 3 === 0 ? ['5', '0', '1', '0', '0', '0', '6', '/'] : ['2', '', '1', '', '', '0', '3', '/']] as const)
    const found = numbers(await read(SECTION, at([36, '申请人情况'], [86, '备注']), cellsAt(['自然人', '企业', '科研', '社会公益', '法律', '其他', '总计']), ...rows.map(([name, cells]) => `${name.slice(0, 12)}${cellsAt(cells).slice(name.slice(0, 12).length)}`)))
    expect(['natural', 'business', 'total'].map((column) => found[`requests.received.${column}`])).toEqual([5, 0, 6])
    expect(['natural', 'research', 'total'].map((column) => found[`requests.carried-in.${column}`])).toEqual([2, 1, 3])
    expect(Object.entries(found).filter(([figure, value]) => figure.startsWith('requests.') && value === 'not-applicable')).toEqual([])
  })

  it('set in a page with their own spaces, a table in each', async () => {
    const tables = [
      ['二、主动公开政府信息情况', '第二十条第（一）项', '信息内容    本年制发件数  本年废止件数  现行有效件数', at([0, '规章'], [27, '0']), at([0, '规范性文件'], [41, '9']), '第二十条第（五）项', at([0, '信息内容'], [22, '本年处理决定数量']), at([0, '行政许可'], [34, '7']), '第二十条第（六）项', at([0, '信息内容'], [22, '本年处理决定数量']), at([0, '行政处罚'], [34, '0']), '行政强制', '第二十条第（八）项', at([0, '信息内容'], [22, '本年收费金额（万元）']), at([0, '行政事业性收费'], [34, '19.9'])],
      ['四、政府信息公开行政复议、行政诉讼情况', at([0, '行政复议'], [46, '行政诉讼']), '结果维持  结果纠正  其他结果  尚未审结  总计  未经复议直接起诉                              复议后起诉', at([46, '结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  结果纠正  其他结果  尚未审结  总计']), at(...[4, 14, 24, 34, 42, 48, 58, 68, 78, 86, 92, 102, 112, 122, 130].map((column, each) => [column, String([4, 0, 0, 0, 4, 0, 0, 0, 0, 0, 1, 0, 2, 0, 3][each])] as const))],
    ]
    const page = `<html><body><p>${AGENCY}2023年政府信息公开工作年度报告</p>${tables.map(([head, ...lines]) => `<p>${head!}</p><div><pre>${lines.join('\n')}</pre></div>`).join('')}<p>五、存在的主要问题及改进情况</p></body></html>`
    const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
    const found = numbers(reports[0]!)
    expect(['rules.repealed', 'documents.in-force', 'licences.decisions', 'fees.amount', 'review.upheld', 'review.total', 'suit-after-review.upheld', 'suit-after-review.other', 'suit-after-review.total'].map((figure) => found[figure])).toEqual([0, 9, 7, 19.9, 4, 4, 1, 2, 3])
    expect(reports[0]!.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).filter((text) => text.startsWith('四、'))).toHaveLength(1)
  })

  it('a table drawn with lines in a page’s own spaces is read by its lines', async () => {
    const cells = [['', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['（一）项', '规章', '0', '0', '0'], ['', '规范性文件', '3', '0', '7']]
    const rule = (open: boolean): string => `├${[open ? ' '.repeat(16) : '─'.repeat(8), ...Array.from({ length: 4 }, () => '─'.repeat(8))].join('┼')}┤`
    const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
    const row = (texts: readonly string[]): string => `│${texts.map((text) => `${text}${' '.repeat(16 - wide(text))}`).join('│')}│`
    const page = `<html><body><p>${AGENCY}2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><pre>${[rule(false), ...cells.flatMap((texts, at) => [row(texts), rule(at < 2)])].join('\n')}</pre><p>三、收到和处理政府信息公开申请情况</p></body></html>`
    const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(page) })
    expect(numbers(reports[0]!)).toMatchObject({ 'rules.issued': 0, 'documents.issued': 3, 'documents.repealed': 0, 'documents.in-force': 7 })
  })

  it('notes of table 4 that go on over several lines, side by side', async () => {
    const row = (label: string): string => at([0, label], [30, '1'], [34, '0'], [38, '0'], [42, '0'], [46, '0'], [50, '0'], [54, '1'])
    const starts = [0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 66, 72, 78, 84] as const
    const line = (cells: Readonly<Record<number, string>>): string => at(...Object.entries(cells).map(([column, text]) => [starts[Number(column)]!, text] as const))
    const heads = ['结果', '结果', '其他', '尚未', '总计']
    const rest = [4, 0, 0, null, 9, null, null, 0, 0, 8, 0, 0, 1, 0, 1].flatMap((value, column) => (value === null ? [] : [[column, String(value)] as const]))
    const found = await read(
      SECTION,
      ...['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', ...NAMES].map(row),
      '四、政府信息公开行政复议、行政诉讼情况',
      at([10, '行政复议'], [60, '行政诉讼']),
      at([36, '未经复议直接起诉'], [66, '复议后起诉']),
      line(Object.fromEntries(starts.map((_, column) => [column, heads[column % 5]!]))),
      line(Object.fromEntries(starts.map((_, column) => [column, ['维持', '纠正', '结果', '审结', ''][column % 5]!]))),
      line({ 3: '5（含' }),
      line({ 5: '5（含', 6: '3(不' }),
      line({ 3: '自然' }),
      line(Object.fromEntries([...rest, [5, '上年'], [6, '含转']].sort(([a], [b]) => Number(a) - Number(b)))),
      line({ 3: '失效1' }),
      line({ 5: '转结）', 6: '发)' }),
      line({ 3: '件）' }),
    )
    const cells = numbers(found)
    expect(['review', 'suit-direct', 'suit-after-review'].flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => cells[`${kind}.${result}`]))).toEqual([4, 0, 0, 5, 9, 5, 3, 0, 0, 8, 0, 0, 1, 0, 1])
    expect(found.cells.get('review.pending')!.cell).toMatchObject({ note: '含自然失效1件' })
  })

  it('headings of table 2 over several lines do not change their order', async () => {
    const found = numbers(
      await read(
        '二、主动公开情况',
        at([9, '信息'], [40, '本年']),
        at([20, '本年制发件数'], [58, '现行有效件数']),
        at([9, '内容'], [40, '废止件数']),
        at([9, '规章'], [24, '0'], [42, '0'], [60, '0']),
        at([4, '行政规范性文件'], [24, '7'], [42, '4'], [60, '31']),
        at([9, '信   息   内   容'], [40, '处理决定数量']),
        at([8, '行政许可'], [43, '2']),
        at([8, '行政处罚'], [43, '10']),
        at([8, '行政强制'], [43, '3']),
        ...sparse('商业企业'),
      ),
    )
    expect(['issued', 'repealed', 'in-force'].map((column) => found[`documents.${column}`])).toEqual([7, 4, 31])
  })

  it.each([
    ['its number above it', ['14', '（含网', '上申', '请56', '件）'], 14],
    ['its number broken above it', ['14', '1（含网', '上申', '请 56', '件）'], 141],
    ['more lines than other rows have', ['14', '1（', '含网', '上申', '请', '56', '件）'], 141],
  ])('a note in the narrow cell of the totals, %s', async (_, cell, total) => {
    const parts = total === 14 ? [9, 2, 0, 1, 1, 1] : [98, 26, 1, 7, 8, 1]
    const starts = [28, 34, 40, 46, 52, 58, 64]
    const heads = ['自然人', '商业', '科研', '社会', '法律', '其他', '总计']
    const row = (name: string, cells: readonly (string | number)[]): string => at([0, name], ...cells.map((text, column) => [starts[column]!, String(text)] as const))
    const middle = cell.length >> 1
    const found = await read(
      SECTION,
      row('', heads),
      '',
      ...cell.map((part, line) => (line === middle ? at([0, '一、本年新收政府信息公开申'], ...parts.map((text, column) => [starts[column]!, String(text)] as const), [64, part]) : at([0, line === middle + 1 ? '请数量' : ''], [64, part]))),
      '',
      ...['二、上年结转政府信息公开申请数量', ...NAMES].map((name) => row(name, [1, 0, 0, 0, 0, 0, 1])),
    )
    expect(found.cells.get('requests.received.total')!.cell).toMatchObject({ value: total, note: '含网上申请56件' })
    expect(numbers(found)['requests.received.natural']).toBe(parts[0])
  })

  it.each(['２(含废止 1 件)', '2 ( 含废止 1 件 )'])('notes of table 2 whose words spaces part, %s, or that stand side by side on two lines', async (noted) => {
    const found = numbers(
      await read(
        '二、主动公开情况',
        at([20, '信息内容'], [38, '本年制发件数'], [54, '本年废止件数'], [70, '现行有效件数']),
        at([9, '规章'], [40, '0'], [56, '0'], [72, '0']),
        at([57, '5（其中修订 43（其中修']),
        at([4, '行政规范性文件'], [36, noted]),
        at([57, '2 件）'], [66, '订 0 件）']),
        at([20, '信息内容'], [50, '处理决定数量']),
        at([8, '行政许可'], [53, '2']),
        at([8, '行政处罚'], [53, '10']),
        SECTION,
        ...['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', ...NAMES].map((name) => at([0, name], [28, '1'], [34, '0'], [40, '0'], [46, '0'], [52, '0'], [58, '0'], [64, '1'])),
      ),
    )
    expect(['issued', 'repealed', 'in-force'].map((column) => found[`documents.${column}`])).toEqual([2, 5, 43])
  })
})
