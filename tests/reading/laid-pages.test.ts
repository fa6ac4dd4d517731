import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'

const ROWS: readonly (readonly [id: string, name: string, cells: readonly number[]])[] = [
  ['received', '一、本年新收政府信息公开申请数量', [9, 3, 0, 1, 0, 0, 13]],
  ['carried-in', '二、上年结转政府信息公开申请数量', [1, 0, 0, 0, 0, 0, 1]],
  ['granted', '（一）予以公开', [2, 0, 0, 1, 0, 0, 3]],
  ['partly-granted', '（二）部分公开', [1, 1, 0, 0, 0, 0, 2]],
  ['refused.state-secret', '1.属于国家秘密', [1, 0, 0, 0, 0, 0, 1]],
  ['refused.forbidden-by-law', '2.其他法律行政法规禁止公开', [0, 1, 0, 0, 0, 0, 1]],
  ['refused.security', '3.危及“三安全一稳定”', [0, 0, 0, 0, 0, 0, 0]],
  ['refused.third-party', '4.保护第三方合法权益', [2, 0, 0, 0, 0, 0, 2]],
  ['refused.internal', '5.属于三类内部事务信息', [3, 0, 0, 0, 0, 0, 3]],
  ['processed', '（七）总计', [9, 2, 0, 1, 0, 0, 12]],
  ['carried-out', '四、结转下年度继续办理', [1, 1, 0, 0, 0, 0, 2]],
]
const at = (id: string): number => ROWS.findIndex(([own]) => own === id)
const line = (label: string, cells: readonly (number | string)[]): string => cells.reduce<string>((text, cell, index) => (cell === '' ? text : text.padEnd(30 + index * 6) + String(cell)), label)
const lines = (): string[] => ROWS.map(([, name, cells]) => line(name, cells))

const TITLE = ['东湖街道办事处2023年政府信息公开工作年度报告']
async function read(table: readonly string[], behind: readonly string[] = [], title: readonly string[] = TITLE): Promise<ReadReport> {
  const heads = [...title, '三、收到和处理政府信息公开申请情况', line('', ['自然人', '商业', '科研', '社会', '法律', '其他', '总计'])]
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode([...heads, ...table, ...behind].join('\n')) })).reports[0]!
}
const rowOf = (report: ReadReport, id: string): unknown[] =>
  APPLICANT_IDS.map((applicant) => {
    const cell = report.cells.get(`requests.${id}.${applicant}` as never)?.cell
    return cell === undefined ? undefined : 'value' in cell ? cell.value : ''
  })
const expectAll = (report: ReadReport): void => ROWS.forEach(([id, , cells]) => expect([id, ...rowOf(report, id)]).toEqual([id, ...cells]))
const inDoubt = (report: ReadReport): Set<string> => new Set(report.problems.filter(({ kind }) => kind === 'row-between').flatMap(({ figures = [] }) => figures))
const names = (id: string): string => `requests.${id}.natural`

describe('names of rows a line ahead of their numbers', () => {
  it('but numbers right above a name, beside letters of the table’s side alone, are its own, and those beside the next name that one’s', async () => {
    const table = lines()
    const [security, internal] = [at('refused.security'), at('refused.internal')]
    const [first, second, third] = [security, security + 1, internal].map((row) => ROWS[row]!)
    table.splice(security, 3, line('本', first![2]), `年     ${first![1]}`, line(`度     ${second![1]}`, second![2]), line('办', third![2]), `       ${third![1]}`, '理')
    expectAll(await read(table))
  })

  it('each row has the numbers beside the next name, the last those beside the end of its group’s', async () => {
    const table = lines()
    const [third, internal] = [at('refused.third-party'), at('refused.internal')]
    table.splice(third, 2, ROWS[third]![1], line(`（三）不予公 ${ROWS[internal]![1]}`, ROWS[third]![2]), line('    开', ROWS[internal]![2]))
    const report = await read(table)
    expectAll(report)
    expect(report.extras).toEqual([])
    expect(inDoubt(report)).toEqual(new Set())
  })

  it('over several rows, the last numbers beside the end of its own name', async () => {
    const table = lines()
    const first = at('refused.state-secret')
    table.splice(first, 3, '1.属于国家秘密', line('（三）不予 2.其他法律行政法规禁止公开', ROWS[first]![2]), line('公开 3.危及“三安全', ROWS[first + 1]![2]), line('一稳定”', ROWS[first + 2]![2]))
    expectAll(await read(table))
  })

  it('cells left out: those rows are told', async () => {
    const table = lines()
    const third = at('refused.third-party')
    table.splice(third, 2, ROWS[third]![1], line(`（三）不予公 ${ROWS[third + 1]![1]}`, [0, '', '', '', '', '', 0]), line('    开', [3, '', '', '', '', '', 3]))
    const report = await read(table)
    expect([rowOf(report, 'refused.third-party')[0], rowOf(report, 'refused.internal')[0]]).toEqual([0, 3])
    expect([...inDoubt(report)]).toEqual(expect.arrayContaining([names('refused.third-party'), names('refused.internal')]))
  })

  it('where it is not sure whose numbers a line has, all rows from a name without numbers to it are told', async () => {
    const table = lines()
    const third = at('refused.third-party')
    table.splice(third, 2, ROWS[third]![1], line(ROWS[third + 1]![1], ROWS[third]![2]), '某某', line('某某事项', ROWS[third + 1]![2]))
    const report = await read(table)
    expect([...inDoubt(report)]).toEqual(expect.arrayContaining([names('refused.third-party'), names('refused.internal')]))
  })

  it('a row of its own that is also the name of a group is no end of one', async () => {
    const table = lines()
    const third = at('refused.third-party')
    table[third] = ROWS[third]![1]
    table.splice(third + 2, 0, line('（六）其他处理', [0, 5, 0, 0, 0, 0, 5]))
    const report = await read(table)
    expect([rowOf(report, 'refused.third-party')[0], rowOf(report, 'refused.internal')[0], rowOf(report, 'other')[1]]).toEqual(['', 3, 5])
  })

  it('numbers of both one below the other in each column, below names that are hardly the form’s', async () => {
    const table = lines()
    const third = at('refused.third-party')
    const stacked = APPLICANT_IDS.flatMap((_, column) => [third, third + 1].map((row) => line('', Array.from({ length: column + 1 }, (__, index) => (index === column ? ROWS[row]![2][column]! : '')))))
    table.splice(third, 2, '不予公开 第三方权益', '三类内部事物信息', ...stacked)
    expectAll(await read(table))
  })
})

describe('numbers of pages that stand alone', () => {
  const PROSE = ['四、存在的主要问题及改进情况', '无。']
  const prose = (count: number): string[] => Array.from({ length: count }, (_, index) => `第${'一二三四五六七八九十'[index]!}件事已经做完了。`)

  it('at the ends of pages are none of a row', async () => {
    const table = lines()
    table.splice(7, 0, '                  1', '\f')
    expectAll(await read(table, [...PROSE, '', '                  2', '\f']))
  })

  it.each(['1', '- 1 -', '—1—'])('within a sentence, written %s, are none of its words', async (number) => {
    const above = ['  （二）依申请公开情况。按照条例规定，本机关全年收到政府信息公开申', '', `${' '.repeat(18)}${number}`, '\f请 13 件，均已答复。']
    const sentences = Array.from({ length: 5 }, () => '  （一）主动公开情况。按照条例规定，本机关及时更新并且公开各类信息内')
    const table = [...TITLE, ...sentences.flatMap((text) => [text, '容。']), ...above, '三、收到和处理政府信息公开申请情况', line('', ['自然人', '商业', '科研', '社会', '法律', '其他', '总计']), ...lines(), ...PROSE, '', number.replace('1', '2')]
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(table.join('\n')) })
    expect(reports[0]!.narrative[0]).toMatchObject({ figure: 'requests.received.total', value: 13 })
  })

  it('at their heads', async () => {
    const table = lines()
    table.splice(7, 0, '\f2')
    expectAll(await read(['\f1', ...table], PROSE))
  })

  it('in a text that does not say where pages end, where they count from one on', async () => {
    const table = lines()
    table.splice(7, 0, '', '2', '')
    expectAll(await read([...prose(9), '', '1', '', ...table], [...prose(9), '3']))
  })

  it('a number alone that counts no pages is kept', async () => {
    const table = lines()
    table[6] = '3.危及“三安全一稳定”'
    const report = await read([...table.slice(0, 7), '7', '\f', ...table.slice(7)], [...PROSE, '4', '\f'])
    expect(report.problems.some(({ text }) => text?.includes('7'))).toBe(true)
  })
})

describe('what a site writes above a title', () => {
  const SITE = ['首页|要闻动态|政务公开|政务服务|互动交流|数据开放', '', '当前位置：首页>>政务公开>>政府信息公开>>政府信息公开年报', '', '2025年 2024年 2023年 2022年 2021年 2020年 2019年', '']
  it.each([
    ['that has its year on the last of its lines', ['            青阳市林业局', '         政府信息公开工作年度报告', '                      （2023年度）']],
    ['that goes on in the next line', [' 青阳市林业局2023年政府信息公开', '             工作年度报告']],
  ])('goes on in no title %s', async (_, title) => {
    const report = await read(lines(), [], [...SITE, ...title])
    expect(report).toMatchObject({ agency: '青阳市林业局', year: 2023 })
    expect(report.problems.map(({ kind }) => kind)).not.toContain('year-doubtful')
  })
})

it('a row of numbers that are two written over each other is in doubt, and so is the blank one beside it', async () => {
  const table = lines()
  const [law, security] = [at('refused.forbidden-by-law'), at('refused.security')]
  table.splice(law, 2, ROWS[law]![1], line(ROWS[security]![1], ['00', '01', '00', '00', '00', '00', '01']))
  const doubted = inDoubt(await read(table))
  expect(['refused.forbidden-by-law', 'refused.security', 'refused.third-party'].map((id) => doubted.has(names(id)))).toEqual([true, true, false])
})

it('the end of a name beside its numbers, the end of its group’s before it, is none of another row', async () => {
  const table = lines()
  const row = '8.属于行政查询'
  table.splice(at('processed'), 0, `      （三）不予 ${row}`, line('       公开   事项', [4, 0, 1, 0, 0, 0, 5]))
  const report = await read(table)
  expect(rowOf(report, 'refused.inquiry')).toEqual([4, 0, 1, 0, 0, 0, 5])
  expect(report.problems.map(({ kind }) => kind)).not.toContain('row-unknown')
})
