import { describe, expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { recognise } from '@/reading/recognise'

const [RECEIVED, PROCESSED, CARRIED] = [['5', '1', '0', '2', '0', '9', '17'], ['4', '1', '0', '2', '0', '9', '16'], ['1', '0', '0', '0', '0', '0', '1']]
const ROWS = [['一、本年新收政府信息公开申请数量', ...RECEIVED], ['（七）总计', ...PROCESSED], ['四、结转下年度继续办理', ...CARRIED]]
const cells = (row: readonly string[]): { text: string }[] => row.map((text) => ({ text }))

function read(...blocks: Block[]): { received: unknown[]; kinds: string[] } {
  const [report] = recognise([{ file: 'a.pdf', kind: 'pdf', titles: [], problems: [], blocks: [{ kind: 'text', text: '三、收到和处理政府信息公开申请情况', place: {} }, ...blocks] }])
  const received = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => report?.cells.get(`requests.received.${applicant}` as never)?.cell).map((cell) => cell && 'value' in cell && cell.value)
  return { received, kinds: report?.problems.map(({ kind }) => kind) ?? [] }
}

describe('natural persons behind organisations in table 3 of a page', () => {
  it('are those of the headings where these stand in one row, put together from places: that is told', () => {
    const heads = ['商业企业', '科研机构', '法人或其他组织', '社会公益组织', '法律服务机构', '其他', '自然人', '总计']
    const { received, kinds } = read({ kind: 'table', loose: true, rows: gridOf([cells(heads), ...ROWS.map(cells)]), place: { page: 1, table: 1 } })
    expect(received).toEqual([9, 5, 1, 0, 2, 0, 17])
    expect(kinds).toContain('row-doubtful')
  })

  it('are those of the headings where the end of the page cuts these, and their names', () => {
    const above: Block = { kind: 'table', rows: gridOf([[{ text: '' }, { text: '申请人情况', columnSpan: 3 }], cells(['', '法人或其他组织', '自然', '总计'])]), place: { page: 1, table: 1 } }
    const below: Block = { kind: 'table', rows: gridOf([cells(['', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '人', '']), ...ROWS.map(cells)]), place: { page: 2, table: 2, row: 1 } }
    expect(read(above, below).received).toEqual([9, 5, 1, 0, 2, 0, 17])
  })
})

describe('numbers whose decimals, all zeros, are broken off', () => {
  const decimals = (row: readonly string[], end: string): string[] => row.map((text) => `${text}.${end}`)
  const table = (rows: readonly (readonly string[])[]): Block => ({ kind: 'table', loose: true, rows: gridOf(rows.map(cells)), place: { page: 1, table: 1 } })
  const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

  it('are whole with the line above them, which may have headings between', () => {
    const above = decimals(RECEIVED, '').flatMap((text, at) => [text, HEADS[at]!])
    const { received, kinds } = read(table([above, [ROWS[0]![0]!, ...RECEIVED.map(() => '00')], decimals(PROCESSED, '0'), [ROWS[1]![0]!, ...PROCESSED.map(() => '0')]]))
    expect(received).toEqual(RECEIVED.map(Number))
    expect(kinds).not.toContain('row-doubtful')
  })

  it('are told where nothing stands above them', () => {
    const { kinds } = read(table([HEADS, [ROWS[0]![0]!, '00', '0', '0', '0', '0', '0', '00']]))
    expect(kinds).toContain('row-doubtful')
  })
})

it('zeros below numbers written with a decimal, each in a row of its own between rulings, are that row’s', () => {
  const bounded = (rows: readonly (readonly string[])[]): Block => ({ kind: 'table', bounded: true, rows: gridOf(rows.map(cells)), place: { page: 1, table: 1 } })
  const { received } = read(bounded([['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'], [ROWS[0]![0]!, ...RECEIVED.map((text) => `${text}.0`)], ['二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0'], ROWS[1]!]))
  expect(received).toEqual(RECEIVED.map(Number))
})
