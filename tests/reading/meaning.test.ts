import { describe, expect, it } from 'vitest'
import type { FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, html, PLAIN, tablesOf, text, type Cell, type Given, type Rows } from './documents'

const encode = (written: string): Uint8Array => new TextEncoder().encode(written)

async function reportsOf(written: string, name = 'a.html'): Promise<readonly ReadReport[]> {
  const { reports, refused } = await readReports({ name, bytes: encode(written) })
  expect(refused).toBeNull()
  return reports
}

const one = async (written: string, name?: string): Promise<ReadReport> => (await reportsOf(written, name))[0]!
const cell = (read: ReadReport, figure: string): unknown => read.cells.get(figure as FigureId)?.cell
const row = (read: ReadReport, name: string): unknown[] => ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => {
  const found = read.cells.get(`requests.${name}.${applicant}` as FigureId)?.cell
  return found && ('value' in found ? found.value : found.missing)
})
const kinds = (read: ReadReport): string[] => [...new Set(read.problems.map(({ kind }) => kind))]

const REPORT: Given = given(7, 'cn-2021')
const TABLES = tablesOf(REPORT, PLAIN)
/** The page of a report whose table 3 is changed. */
const page = (change: (rows: Cell[][]) => void, report = REPORT): string => {
  const tables = tablesOf(report, PLAIN)
  const requests = structuredClone(tables.requests) as Cell[][]
  change(requests)
  return html(report, { ...tables, requests: requests as Rows }, 'tidy')
}
const at = (rows: Cell[][], label: string): Cell[] => rows.find((cells) => cells.some(({ text: words }) => words.includes(label)))!

/** The columns of table 3 in another order, or some of them only: the rows' cells, and the headings over them. */
const columns = (rows: Cell[][], pick: <T>(seven: readonly T[]) => T[], headings: (seven: readonly Cell[]) => Cell[]): void => {
  const seven = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map((words) => ({ text: words }))
  const head = rows.findIndex((cells) => cells.some(({ text: words }) => words.includes('新收')))
  for (const [index, cells] of rows.entries()) if (index >= head) rows[index] = [...cells.slice(0, -7), ...pick(cells.slice(-7))]
  rows.splice(0, head, [{ text: '', columns: 3 }, ...headings(seven)])
}
const given3 = (applicant: string): unknown => REPORT.figures.get(`requests.received.${applicant}` as FigureId)

describe('columns of table 3', () => {
  it('stand under their headings, whatever their order', async () => {
    const first = <T,>(seven: readonly T[]): T[] => [seven[6]!, ...seven.slice(0, 6)]
    const read = await one(page((rows) => columns(rows, first, first)))
    for (const [figure, value] of REPORT.figures) expect(cell(read, figure), figure).toMatchObject({ value })
  })

  it('beyond the form’s are none of them', async () => {
    const read = await one(page((rows) => columns(rows, (seven) => [...seven, { text: '88' } as never], (seven) => [...seven, { text: '上年总计' }])))
    for (const [figure, value] of REPORT.figures) expect(cell(read, figure), figure).toMatchObject({ value })
  })

  it('are in doubt where most rows of their table are not there', async () => {
    const read = await one(html(REPORT, { ...TABLES, requests: TABLES.requests.slice(0, 5) }, 'tidy'))
    expect(read.problems.find(({ kind }) => kind === 'rows-few')).toMatchObject({ text: 'requests', figures: expect.arrayContaining(['requests.received.natural']) })
    expect(kinds(await one(html(REPORT, TABLES, 'tidy')))).not.toContain('rows-few')
  })

  it('that the report left out are missing, and told', async () => {
    const read = await one(page((rows) => columns(rows, (seven) => [seven[0]!, { text: '9' } as never, seven[6]!], (seven) => [seven[0]!, { text: '法人或其他组织' }, seven[6]!])))
    expect(row(read, 'received')).toEqual([given3('natural'), undefined, undefined, undefined, undefined, undefined, given3('total')])
    expect(read.complete).toBe(false)
    expect(kinds(read)).toContain('row-missing')
  })
})

describe('cells of table 3', () => {
  it('keeps blanks, marks and notes as what they are', async () => {
    const read = await one(
      page((rows) => {
        const cells = at(rows, '属于国家秘密')
        const from = cells.length - 7
        ;['', '/', '－', '12（其中撤回2件）', '３', '0件', '15'].forEach((words, column) => (cells[from + column] = { text: words }))
      }),
    )
    expect(['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => cell(read, `requests.refused.state-secret.${applicant}`))).toMatchObject([{ missing: 'blank' }, { missing: 'not-applicable' }, { missing: 'not-applicable' }, { value: 12, note: '其中撤回2件' }, { value: 3 }, { value: 0 }, { value: 15 }])
  })

  it('reads a space between thousands in a cell of its own, and quotes the row with the cell in brackets', async () => {
    const read = await one(
      page((rows) => {
        const cells = at(rows, '属于国家秘密')
        ;['1 000', '1\u00a0234', '12 34', '', '0', '1 2345', '12 345 678'].forEach((words, column) => (cells[cells.length - 7 + column] = { text: words }))
      }),
    )
    expect(row(read, 'refused.state-secret')).toEqual([1000, 1234, 'unreadable', 'blank', 0, 'unreadable', 12345678])
    expect(cell(read, 'requests.refused.state-secret.natural')).toEqual({ value: 1000, raw: '1 000' })
    const { fragment } = read.cells.get('requests.refused.state-secret.research')!.evidence
    expect(fragment).toMatch(/属于国家秘密 1 000 1 234 【12 34】 □ 0/)
    for (const { evidence } of read.cells.values()) expect(evidence.fragment.length).toBeLessThanOrEqual(60)
  })

  it('leaves out marks of footnotes and what is struck out', async () => {
    const changed = html(REPORT, TABLES, 'tidy').replace(/(<td[^>]*>)行政许可<\/td>(\s*<td[^>]*>)[^<]*/, '$1行政许可<sup>*</sup></td>$2<del>7</del>12<sup>1</sup><s>3</s><sup>[2]</sup>')
    expect(changed).toContain('12<sup>1</sup>')
    expect(cell(await one(changed), 'licences.decisions')).toEqual({ value: 12 })
  })

  it.each([['给予公开'], ['（一）给于公开']])('takes %s for no refusal, one letter away as it is', async (written) => {
    const cells = row(await one(page(() => undefined)), 'granted')
    const read = await one(
      page((rows) => {
        const cells = at(rows, '予以公开')
        cells[cells.findIndex(({ text: words }) => words.includes('予以公开'))] = { text: written }
      }),
    )
    expect([row(read, 'granted'), [...read.cells.keys()].filter((figure) => figure.startsWith('requests.refused.') && figure.split('.').length === 3)]).toEqual([cells, []])
  })

  it('reads a name that goes on in a row of blank cells as one', async () => {
    const read = await one(
      page((rows) => {
        const index = rows.indexOf(at(rows, '要求提供公开出版物'))
        const cells = rows[index]!
        const name = cells.length - 8
        rows.splice(index, 1, cells.with(name, { ...cells[name]!, text: '3．要求提' }), [...Array.from({ length: name }, () => ({ text: '' })), { ...cells[name]!, text: '供公开出版物' }, ...Array.from({ length: 7 }, () => ({ text: '' }))])
      }),
    )
    expect(row(read, 'not-processed.publication')).toEqual(row(await one(page(() => undefined)), 'not-processed.publication'))
    expect(read.extras).toEqual([])
  })

  it('keeps a row that the form does not have under its name, however like one of the form’s', async () => {
    const read = await one(page((rows) => void rows.splice(rows.indexOf(at(rows, '属于国家秘密')) + 1, 0, [{ text: '2.属于工作秘密' }, ...Array.from({ length: 7 }, () => ({ text: '4' }))])))
    expect(read.extras).toMatchObject([{ name: '2.属于工作秘密' }])
    expect(row(read, 'refused.state-secret')).not.toContain(undefined)
    expect(kinds(read)).toContain('row-unknown')
  })

  it('tells a row that the form does not have where it has no cell at all', async () => {
    const read = await one(page((rows) => void rows.splice(rows.indexOf(at(rows, '1．信访举报投诉')), 0, [{ text: '4.无法联系到申请人' }])))
    expect(read.extras).toEqual([{ name: '4.无法联系到申请人', columns: [], cells: [] }])
    expect(kinds(read)).toContain('row-unknown')
    expect(read.complete).toBe(true)
  })

  it('the heading of all results is none of the form’s rows, and no row beside them', async () => {
    const read = await one(page((rows) => rows.splice(rows.indexOf(at(rows, '予以公开')), 0, [{ text: '三、本年度办理结果', columns: 3 }, ...Array.from({ length: 7 }, () => ({ text: '' }))])))
    expect([read.extras, read.problems]).toEqual([[], []])
  })

  it('gives a group that the form has no cells for none, where one of its rows lost its name', async () => {
    const read = await one(page((rows) => Object.assign(at(rows, '不掌握').find(({ text: words }) => words.includes('不掌握'))!, { text: '（四）无法提供' })))
    expect([...read.cells.keys()].filter((figure) => /^requests\.unavailable\.[a-z]+$/.test(figure))).toEqual([])
    expect(read.problems.find(({ kind }) => kind === 'row-unclear')).toMatchObject({ figures: expect.arrayContaining(['requests.unavailable.not-held.natural', 'requests.unavailable.not-held.total']) })
  })

  it('reads an unsplit （六）其他处理 of the form of 2021 as the group', async () => {
    const read = await one(
      page((rows) => {
        const first = rows.indexOf(at(rows, '逾期不补正'))
        const sums = Array.from({ length: 7 }, (_, column) => String([0, 1, 2].reduce((sum, down) => sum + Number(rows[first + down]!.at(column - 7)!.text), 0)))
        rows.splice(first, 3, [{ text: '（六）其他处理', columns: 2 }, ...sums.map((words) => ({ text: words }))])
        const outer = at(rows, '三、本年度办理结果')
        outer[0] = { ...outer[0]!, rows: outer[0]!.rows! - 2 }
      }),
    )
    expect(row(read, 'other')).not.toContain(undefined)
    expect([read.format, read.complete, cell(read, 'requests.other.other.total')]).toEqual(['cn-2021', true, undefined])
  })

  it('settles which columns the numbers of a short row belong to by the form’s sums, and says so', async () => {
    const report: Given = { ...REPORT, figures: new Map([...REPORT.figures].map(([figure, value]) => [figure, figure.startsWith('requests.') ? 0 : value] as const)) }
    const figures = new Map(report.figures)
    for (const line of ['received', 'granted', 'processed']) for (const [applicant, value] of [['natural', 5], ['business', 2], ['total', 7]] as const) figures.set(`requests.${line}.${applicant}` as FigureId, value)
    const read = await one(page((rows) => void at(rows, '予以公开').splice(-5, 4), { ...report, figures }))
    expect([cell(read, 'requests.granted.natural'), cell(read, 'requests.granted.business'), cell(read, 'requests.granted.total')]).toMatchObject([{ value: 5 }, { value: 2 }, { value: 7 }])
    expect(read.cells.get('requests.granted.natural')!.settled).toBe('sums')
  })

  it('leaves out a short row that the sums do not settle, and says where it stands', async () => {
    const read = await one(page((rows) => void at(rows, '重复申请').splice(-2, 1)))
    expect(row(read, 'not-processed.duplicate')).toEqual(Array.from({ length: 7 }))
    expect(read.problems.find(({ kind }) => kind === 'row-unclear')).toMatchObject({ figures: expect.arrayContaining(['requests.not-processed.duplicate.natural']), place: { table: 2 } })
  })

  it('reads organisations’ columns merged into one zero', async () => {
    const read = await one(page((rows) => void at(rows, '公开出版物').splice(-6, 5, { text: '0', columns: 5 })))
    expect(row(read, 'not-processed.publication').slice(1, 6)).toEqual([0, 0, 0, 0, 0])
    expect(read.cells.get('requests.not-processed.publication.legal')!.settled).toBe('merged')
  })

  it('marks figures that contradict the form’s sums', async () => {
    const read = await one(page((rows) => void (at(rows, '（七）总计').at(-1)! as { text: string }).text.concat()).replace(/(（七）总计<\/td>(?:<td[^>]*>[^<]*<\/td>){6}<td[^>]*>)\d+/, '$199999'))
    expect(read.problems.filter(({ kind }) => kind === 'sums-differ').flatMap(({ figures }) => figures)).toContain('requests.processed.total')
  })

  it('takes a row whose words are damaged by its place, and marks it', async () => {
    const read = await one(page((rows) => Object.assign(at(rows, '没有现成信息').find(({ text: words }) => words.includes('没有'))!, { text: '2.没有某某某要另行作' })))
    expect(row(read, 'unavailable.to-be-created')).not.toContain(undefined)
    expect([read.cells.get('requests.unavailable.to-be-created.total')!.settled, kinds(read)]).toEqual(['order', ['label-guessed']])
  })
})

describe('table 2', () => {
  const item = (rows: string): string => `<h1>云梦市水务局2019年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>${rows}</table>`

  it('goes by the order of cells where headings and numbers span other columns', async () => {
    const read = await one(item('<tr><td>信息内容</td><td>上一年项目数量</td><td colspan=2>本年增/减</td><td>处理决定数量</td></tr><tr><td>行政许可</td><td colspan=2>16</td><td>-2</td><td>31</td></tr>'))
    expect(['items-before', 'change', 'decisions'].map((column) => cell(read, `licences.${column}`))).toMatchObject([{ value: 16 }, { value: -2 }, { value: 31 }])
    expect(read.format).toBe('cn-2019')
  })

  it('converts yuan to the form’s 万元, where the cell or the heading says yuan', async () => {
    const read = await one(item('<tr><td>信息内容</td><td>采购项目数量</td><td>采购总金额</td></tr><tr><td>政府集中采购</td><td>6</td><td>251000元</td></tr>'))
    expect(cell(read, 'procurement.amount')).toMatchObject({ value: 25.1, raw: '251000元' })
    const headed = await one(item('<tr><td>信息内容</td><td>本年收费金额（单位：元）</td></tr><tr><td>行政事业性收费</td><td>35000</td></tr>'))
    expect(cell(headed, 'fees.amount')).toMatchObject({ value: 3.5 })
    const wide = await one(item('<tr><td>信息内容</td><td>本年收费金额（单位：元）</td></tr><tr><td>行政事业性收费</td><td>３５０００</td></tr>'))
    expect([cell(wide, 'fees.amount'), wide.problems.some(({ kind }) => kind === 'unit-converted')]).toMatchObject([{ value: 3.5 }, true])
  })

  it('reads a number with its unit, and notes one of another kind', async () => {
    const read = await one(item('<tr><td>信息内容</td><td>采购项目数量</td><td>采购总金额</td></tr><tr><td>政府集中采购</td><td>35个</td><td>2487.72</td></tr>'))
    expect([cell(read, 'procurement.projects'), cell(read, 'procurement.amount')]).toEqual([{ value: 35, raw: '35个' }, { value: 2487.72 }])
    const other = await one(item('<tr><td>信息内容</td><td>采购项目数量</td><td>采购总金额</td></tr><tr><td>政府集中采购</td><td>12万元</td><td>3项</td></tr>'))
    expect([cell(other, 'procurement.projects'), cell(other, 'procurement.amount')]).toMatchObject([{ value: 12, note: '万元' }, { value: 3, note: '项' }])
  })

  it('takes the form from the headings, not from the year', async () => {
    const read = await one(item('<tr><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr><tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>').replace('2019年', '2022年'))
    expect([read.year, read.format, cell(read, 'rules.public-total')]).toMatchObject([2022, 'cn-2019', { value: 3 }])
  })
})

describe('table 4', () => {
  const around = (rest: string): string => `云梦市水务局2022年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n${rest}`

  it('reads three tables of five columns', async () => {
    const small = (numbers: string): string => `| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| ${numbers} |\n\n`
    const read = await one(around(`### 行政复议\n${small('27 | 10 | 9 | 15 | 61')}### 行政诉讼（未经复议直接起诉）\n${small('3 | 0 | 0 | 0 | 3')}### 行政诉讼（复议后起诉）\n${small('8 | 0 | 1 | 1 | 10')}`), 'a.txt')
    expect(['review', 'suit-direct', 'suit-after-review'].map((kind) => cell(read, `${kind}.total`))).toMatchObject([{ value: 61 }, { value: 3 }, { value: 10 }])
  })

  it('reads kinds as rows, and a result a line', async () => {
    const rows = await one(around('类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t1\t2\t3\t4\t10\n未经复议直接起诉\t0\t1\t0\t0\t1\n复议后起诉\t5\t0\t0\t0\t5'), 'a.txt')
    expect([cell(rows, 'review.pending'), cell(rows, 'suit-direct.corrected'), cell(rows, 'suit-after-review.total')]).toMatchObject([{ value: 4 }, { value: 1 }, { value: 5 }])
    const lines = await one(around('行政复议\n结果维持\n1\n结果纠正\n2\n其他结果\n0\n尚未审结\n0\n总计\n3'), 'a.txt')
    expect([cell(lines, 'review.upheld'), cell(lines, 'review.corrected'), cell(lines, 'review.total')]).toMatchObject([{ value: 1 }, { value: 2 }, { value: 3 }])
  })
})

describe('documents', () => {
  it('reads a table a row, under headings of its own, as converters write them', async () => {
    const table = (label: string, numbers: string): string => `### ${label}\n| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n|---|---|---|---|---|---|---|---|\n| ${label.replace(/^.*?[、)]\s*/, '')} | ${numbers} |\n\n`
    const read = await one(`# 青阳县人民政府 2023 年 政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n${table('一、本年新收政府信息公开申请数量', '7 | 0 | 0 | 0 | 1 | 0 | 8')}${table('(一) 予以公开', '6 | 0 | 0 | 0 | 1 | 0 | 7')}`, 'a.md')
    expect([read.agency, read.year, row(read, 'received'), row(read, 'granted')]).toEqual(['青阳县人民政府', 2023, [7, 0, 0, 0, 1, 0, 8], [6, 0, 0, 0, 1, 0, 7]])
  })

  it('leaves tables aside that compare years', async () => {
    const read = await one(text(REPORT, TABLES, 'tabs').replace('五、存在的主要问题', '指标名称\t2023年\t2024年\t增减值\n予以公开\t999\t998\t-1\n\n五、存在的主要问题'), 'a.txt')
    expect(cell(read, 'requests.granted.total')).toMatchObject({ value: REPORT.figures.get('requests.granted.total') })
    expect(kinds(read)).toEqual([])
  })

  it('reads two reports that follow each other', async () => {
    const other = { ...given(21, 'cn-2021'), agency: '安宁县医疗保障局', year: 2024 }
    const reports = await reportsOf(`${text(REPORT, TABLES, 'tabs')}\n${text(other, tablesOf(other, PLAIN), 'tabs')}`, 'two.txt')
    expect(reports.map(({ agency, year, complete }) => [agency, year, complete])).toEqual([
      [REPORT.agency, REPORT.year, true],
      ['安宁县医疗保障局', 2024, true],
    ])
    expect(cell(reports[1]!, 'requests.received.total')).toMatchObject({ value: other.figures.get('requests.received.total') })
    expect(kinds(reports[0]!)).toContain('reports-several')
  })

  it.each([
    ['whole', (title: string) => title],
    ['over two lines', (title: string) => title.replace(/(?=20\d\d年)/, '\n')],
  ])('gives a report that follows links to others its own agency and year: title %s', async (_, write) => {
    const other = { ...given(21, 'cn-2021'), agency: '安宁县医疗保障局', year: 2024 }
    const second = text(other, tablesOf(other, PLAIN), 'tabs').split('\n')
    const links = ['上一篇：云梦市水务局2018年政府信息公开工作年度报告', '河阳区人民政府办公室2021年政府信息公开工作年度报告', '平川镇人民政府2023年政府信息公开工作年度报告', '网站地图', '']
    const reports = await reportsOf([text(REPORT, TABLES, 'tabs'), ...links, write(second[0]!), ...second.slice(1)].join('\n'), 'two.txt')
    expect(reports.map(({ agency, year }) => [agency, year])).toEqual([
      [REPORT.agency, REPORT.year],
      ['安宁县医疗保障局', 2024],
    ])
    expect(reports.flatMap(kinds).filter((kind) => /agency|year/.test(kind))).toEqual([])
  })

  it('reads two years side by side', async () => {
    const next = { ...given(22, 'cn-2021'), agency: REPORT.agency, year: REPORT.year + 1 }
    const [left, right] = [text(REPORT, TABLES, 'layout'), text(next, tablesOf(next, PLAIN), 'layout')].map((whole) => whole.split('\n'))
    const width = 220
    const wide = (line: string): number => [...line].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
    const lines = left!.map((line, index) => `${line}${' '.repeat(width - wide(line))}${right![index] ?? ''}`)
    const reports = await reportsOf([`云梦市人民政府年报比对`, `${REPORT.year} 年报告${' '.repeat(60)}${next.year} 年报告`, ...lines].join('\n'), 'both.txt')
    expect(reports.map(({ agency, year }) => [agency, year])).toEqual([['云梦市人民政府', REPORT.year], ['云梦市人民政府', next.year]])
    for (const [index, report] of [REPORT, next].entries()) expect(cell(reports[index]!, 'requests.received.total')).toMatchObject({ value: report.figures.get('requests.received.total') })
  })

  it('says which table is missing, and reads the others', async () => {
    const read = await one(html(REPORT, { ...TABLES, requests: [[{ text: '见附件' }, { text: '（图片）' }]] }, 'tidy'))
    expect([read.complete, read.missingTables, cell(read, 'rules.issued')]).toMatchObject([false, ['requests'], { value: REPORT.figures.get('rules.issued') }])
    expect(read.problems.find(({ kind }) => kind === 'table-missing')).toMatchObject({ text: 'requests' })
  })
})
