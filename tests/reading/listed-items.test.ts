import { describe, expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { placed, type Placed, type Ruled } from './pdf'

// Table 2 set out as a list of its figures, each item's name once beside its own.

type Listed = readonly [item: string, columns: readonly string[], figures: readonly string[]]
const OFFICIAL: readonly Listed[] = [
  ['规章', ['本年制发件数', '本年废止件数', '现行有效件数'], ['2', '0', '24']],
  ['行政规范性文件', ['本年制发件数', '本年废止件数', '现行有效件数'], ['6', '1', '9']],
  ['行政许可', ['本年处理决定数量'], ['4466']],
  ['行政处罚', ['本年处理决定数量'], ['82']],
  ['行政强制', ['本年处理决定数量'], ['370']],
  ['行政事业性收费', ['本年收费金额(单位：万元)'], ['1.94']],
]
const FIGURES = { 'rules.issued': 2, 'rules.repealed': 0, 'rules.in-force': 24, 'documents.issued': 6, 'documents.repealed': 1, 'documents.in-force': 9, 'licences.decisions': 4466, 'penalties.decisions': 82, 'measures.decisions': 370, 'fees.amount': 1.94 }
const TITLE = '云梦市水务局2023年政府信息公开工作年度报告'
const SECTION = '二、主动公开政府信息情况'

/** A page with the list from above, each name a little below the middle of its figures, and the rulings between its rows alone. */
function page(list: readonly Listed[], ruled: boolean): Uint8Array {
  let y = 130
  const texts: Placed[] = [[TITLE, 100, 60], [SECTION, 60, 90], ['项目', 120, 110], ['指标', 300, 110], ['数量', 480, 110]]
  const lines: Ruled[] = []
  for (const [item, columns, figures] of list) {
    lines.push([50, y - 12, 540, y - 12])
    texts.push([item, 100, y + (columns.length - 1) * 9 + 1])
    columns.forEach((column, at) => texts.push([column, 280, y + at * 18], [figures[at]!, 490, y + at * 18]))
    y += columns.length * 18
  }
  return placed([texts], ruled ? lines : [])
}
async function read(name: string, bytes: Uint8Array): Promise<ReadReport> {
  return (await readReports({ name, bytes })).reports[0]!
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].filter(([figure]) => figure in FIGURES).map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const told = ({ problems }: ReadReport): unknown[] => problems.filter(({ kind }) => kind.startsWith('row-')).map(({ kind, figures }) => [kind, ...(figures ?? [])])

describe('table 2 as a list of its figures, an item’s name once beside its own', () => {
  it.each([true, false])('on a page without rulings between columns: %s', async (ruled) => {
    const report = await read('a.pdf', page(OFFICIAL, ruled))
    expect(numbers(report)).toEqual(FIGURES)
    expect(told(report)).toEqual([])
  })

  it('in a text laid out in columns, the name above its figures or in their middle, a unit before the number', async () => {
    const requests = ['三、收到和处理政府信息公开申请情况', '                 自然人   商业企业   科研机构   社会公益组织   法律服务机构   其他   总计', '一、本年新收政府信息公开申请数量     3     0     0     0     0     0     3', '二、上年结转政府信息公开申请数量     1     0     0     0     0     0     1', '（一）予以公开                       4     0     0     0     0     0     4', '（七）总计                           4     0     0     0     0     0     4', '四、结转下年度继续办理               0     0     0     0     0     0     0']
    const list = OFFICIAL.flatMap(([item, columns, figures], row) => columns.map((column, at) => `${(row === 1 ? at === 1 : at === 0) ? item.padEnd(10, '　') : '　'.repeat(10)}    ${column.padEnd(14, '　')}    ${at === 0 && row === 5 ? '万元' : '件'}        ${figures[at]!}`))
    const report = await read('a.txt', new TextEncoder().encode([TITLE, SECTION, '项目　　　　　　　　    指标　　　　　　　　　　　　    单位        数量', ...list, '', ...requests].join('\n')))
    expect(numbers(report)).toEqual(FIGURES)
    expect(told(report).filter((each) => String(each).includes('rules'))).toEqual([])
  })

  it('a figure without a number is blank and told; a name beside the figures of another is not guessed', async () => {
    const blank = await read('a.pdf', page(OFFICIAL.map(([item, columns, figures]) => [item, columns, item === '行政处罚' ? [''] : figures]), true))
    expect(numbers(blank)).toEqual({ ...FIGURES, 'penalties.decisions': 'blank' })
    expect(told(blank)).toEqual([['row-empty', 'penalties.decisions']])
    const swapped = await read('a.pdf', page([[OFFICIAL[0]![0], OFFICIAL[0]![1].slice(1), ['0', '24']], ...OFFICIAL.slice(1)], true))
    expect(numbers(swapped)).not.toMatchObject({ 'rules.issued': 0 })
  })
})
