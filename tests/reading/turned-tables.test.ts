import { describe, expect, it } from 'vitest'
import { gridOf, type Block, type TableRow } from '@/reading/document'
import { formatOf } from '@/domain/formats'
import { readReports } from '@/reading'
import { recognise } from '@/reading/recognise'
import { given } from './documents'

const cells = (rows: readonly (readonly (string | { text: string; columnSpan?: number; rowSpan?: number })[])[]): TableRow[] => gridOf(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))))

function read(heading: string, rows: TableRow[]): { figures: Record<string, unknown>; places: Record<string, unknown>; problems: string[] } {
  const block: Block = { kind: 'table', rows, place: { table: 2 } }
  const [report] = recognise([{ file: 'a.html', kind: 'html', titles: [], problems: [], blocks: [{ kind: 'text', text: heading, place: {} }, block] }])
  const entries = [...report!.cells]
  return {
    figures: Object.fromEntries(entries.map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing])),
    places: Object.fromEntries(entries.map(([figure, { evidence }]) => [figure, evidence.place])),
    problems: report!.problems.map(({ kind }) => kind).filter((kind) => !/^(?:agency|year|table|row-missing|format|rows-few)/.test(kind)),
  }
}

const ROWS = { '一、本年新收政府信息公开申请数量': 'received', '二、上年结转政府信息公开申请数量': 'carried-in', '（一）予以公开': 'granted', '（三）不予公开：1.属于国家秘密': 'refused.state-secret', '（五）不予处理：2.重复申请': 'not-processed.duplicate', '（七）总计': 'processed', '四、结转下年度继续办理': 'carried-out' }
const APPLICANTS = { 自然人: 'natural', 商业企业: 'business', 科研机构: 'research', 社会公益组织: 'nonprofit', 法律服务机构: 'legal', 其他: 'other', 总计: 'total' }
const NUMBERS = Object.keys(APPLICANTS).map((_, applicant) => Object.keys(ROWS).map((__, row) => String(applicant * 10 + row)))

describe('tables that are turned', () => {
  it('reads table 3 with its applicants as rows, each figure where it stands', () => {
    const head = [{ text: '申请人', columnSpan: 2 }, ...Object.keys(ROWS)]
    const named = Object.keys(APPLICANTS).map((name, at) => (at === 0 || at === 6 ? [{ text: name, columnSpan: 2 }] : at === 1 ? [{ text: '法人或其他组织', rowSpan: 5 }, name] : [name]))
    const { figures, places, problems } = read('三、收到和处理政府信息公开申请情况', cells([head, ...named.map((name, at) => [...name, ...NUMBERS[at]!])]))
    const expected = Object.values(ROWS).flatMap((row, at) => Object.values(APPLICANTS).map((applicant, of) => [`requests.${row}.${applicant}`, of * 10 + at]))
    expect(figures).toEqual(Object.fromEntries(expected))
    expect([places['requests.received.natural'], places['requests.granted.legal']]).toEqual([{ table: 2, row: 2, column: 3 }, { table: 2, row: 6, column: 5 }])
    expect(problems.filter((kind) => kind !== 'sums-differ')).toEqual([])
  })

  it('reads table 3 with its applicants as rows where the corner is left out and a row names their kind alone', () => {
    const names = Object.keys(APPLICANTS).map((name, at) => (at === 0 ? `申请人${name}` : name))
    const rows = names.map((name, at) => [name, ...NUMBERS[at]!])
    const kind = ['法人或其他组织', ...Object.keys(ROWS).map(() => '')]
    const { figures } = read('三、收到和处理政府信息公开申请情况', cells([[...Object.keys(ROWS), ''], ...rows.slice(0, 2), kind, ...rows.slice(2)]))
    expect(figures).toEqual(Object.fromEntries(Object.values(ROWS).flatMap((row, at) => Object.values(APPLICANTS).map((applicant, of) => [`requests.${row}.${applicant}`, of * 10 + at]))))
  })

  it('reads table 2 with its items side by side', () => {
    const three = ['本年制发件数', '本年废止件数', '现行有效件数']
    const { figures, places, problems } = read('二、主动公开政府信息情况', cells([
      [{ text: '第二十条第（一）项', columnSpan: 6 }, { text: '第二十条第（五）项' }, { text: '第二十条第（六）项', columnSpan: 2 }, { text: '第二十条第（八）项' }],
      [{ text: '规章', columnSpan: 3 }, { text: '行政规范性文件', columnSpan: 3 }, '行政许可', '行政处罚', '行政强制', '行政事业性收费'],
      [...three, ...three, '本年处理决定数量', '本年处理决定数量', '本年处理决定数量', '本年收费金额（单位：万元）'],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10.5'],
    ]))
    expect(figures).toEqual({ 'rules.issued': 1, 'rules.repealed': 2, 'rules.in-force': 3, 'documents.issued': 4, 'documents.repealed': 5, 'documents.in-force': 6, 'licences.decisions': 7, 'penalties.decisions': 8, 'measures.decisions': 9, 'fees.amount': 10.5 })
    expect(places['penalties.decisions']).toEqual({ table: 2, row: 4, column: 8 })
    expect(problems).toEqual([])
  })
})

describe('table 3 turned in a text', () => {
  const writers: Readonly<Record<string, (rows: readonly (readonly string[])[]) => string[]>> = {
    'a row a line between tabs, the name of a kind before its first': (rows) => rows.map((row, at) => row.slice(at > 0 && row[0] === '' ? 1 : 0).join('\t')),
    'a cell a line behind a tab, blank lines between rows': (rows) => rows.flatMap((row) => [...row.map((text) => `\t${text}`), '']),
  }
  const rows = formatOf('cn-2021')!.tables.find(({ section }) => section === 'requests')!.rows.filter(({ figures }) => figures[0])
  it.each(Object.entries(writers).flatMap(([name, write]) => [7, 9].map((seed) => [name, seed, write] as const)))('%s: report %i', async (_, seed, write) => {
    const { agency, year, figures } = given(seed, 'cn-2021')
    const named = Object.entries(APPLICANTS).map(([name, applicant], at) => [...(at === 0 || at === 6 ? [] : [at === 1 ? '法人或其他组织' : '']), name, ...rows.map((row) => String(figures.get(row.figures.find((figure) => figure?.endsWith(`.${applicant}`))!)))])
    const lines = [`${agency}${String(year)}年政府信息公开工作年度报告`, '一、总体情况', '全年公开信息12条。', '三、收到和处理政府信息公开申请情况', ...write([['申请人', ...rows.map(({ label }) => label.zh)], ...named]), '五、存在的主要问题及改进情况', '公开内容有待加强。']
    const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
    const found = Object.fromEntries([...reports[0]!.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
    expect(found).toEqual(Object.fromEntries([...figures].filter(([figure]) => figure.startsWith('requests.'))))
  })
})
