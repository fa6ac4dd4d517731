import { describe, expect, it } from 'vitest'
import type { FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { given, html, PLAIN, tablesOf, text, type Cell, type Rows, type Tables } from './documents'
import { docxOf } from './docx'

const REPORT = given(7, 'cn-2021')
const TABLES = tablesOf(REPORT, PLAIN)

async function one(name: string, bytes: Uint8Array): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name, bytes })
  expect(refused).toBeNull()
  return reports[0]!
}
const encode = (written: string): Uint8Array => new TextEncoder().encode(written)
function page(tables: Partial<Tables>, change?: (written: string) => string): Promise<ReadReport> {
  const written = html(REPORT, { ...TABLES, ...tables }, 'tidy')
  const changed = change?.(written) ?? written
  if (change) expect(changed).not.toBe(written)
  return one('a.html', encode(changed))
}
const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const expected = Object.fromEntries(REPORT.figures)
const told = ({ problems }: ReadReport): string[] => problems.map(({ kind }) => kind).filter((kind) => kind.startsWith('row-') || kind === 'sums-differ' || kind === 'label-guessed' || kind === 'cell-unreadable')
async function isRead(read: Promise<ReadReport>, figures: Record<string, unknown> = expected): Promise<void> {
  const report = await read
  expect(numbers(report)).toEqual(figures)
  expect(told(report)).toEqual([])
}

const value = (figure: string): string => String(REPORT.figures.get(figure as FigureId))
/** Table 2 as its figures: item, column, unit. */
const LISTED = [
  ['规章', '本年制发件数', '件', 'rules.issued'],
  ['规章', '本年废止件数', '件', 'rules.repealed'],
  ['规章', '现行有效件数', '件', 'rules.in-force'],
  ['行政规范性文件', '本年制发件数', '件', 'documents.issued'],
  ['行政规范性文件', '本年废止件数', '件', 'documents.repealed'],
  ['行政规范性文件', '现行有效件数', '件', 'documents.in-force'],
  ['行政许可', '本年处理决定数量', '件', 'licences.decisions'],
  ['行政处罚', '本年处理决定数量', '件', 'penalties.decisions'],
  ['行政强制', '本年处理决定数量', '件', 'measures.decisions'],
  ['行政事业性收费', '本年收费金额', '万元', 'fees.amount'],
] as const

describe('table 2 set out otherwise', () => {
  it('as a list of figures with their units', () => isRead(page({ proactive: [['信息内容', '指标', '单位', '数量'].map((text) => ({ text })), ...LISTED.map(([item, column, unit, figure]) => [item, column, unit, value(figure)].map((text) => ({ text })))] })))

  it('as a list with item and column in one label', () => isRead(page({ proactive: LISTED.map(([item, column, , figure]) => [{ text: `${item}${column}` }, { text: value(figure) }]) })))

  it('with the heading of its one column beside the name of an item', () =>
    isRead(page({ proactive: [...TABLES.proactive.slice(0, 4), ...LISTED.slice(6).map(([item, column, , figure]) => [{ text: item }, { text: column, columns: 2 }, { text: value(figure) }])] })))

  it('in yuan where its unit says so', async () => {
    const report = await page({ proactive: LISTED.map(([item, column, unit, figure]) => [item, column, unit === '万元' ? '元' : unit, figure === 'fees.amount' ? '12000' : value(figure)].map((text) => ({ text }))) })
    expect(numbers(report)['fees.amount']).toBe(1.2)
    expect(report.problems.map(({ kind }) => kind)).toContain('unit-converted')
  })

  it('is not taken from a table behind the others whose rows have like names', async () => {
    const after = '<p>六、其他需要报告的事项</p><table><tr><td>事项</td><td>件数</td></tr><tr><td>行政许可事项解读</td><td>4</td></tr><tr><td>行政处罚事项</td><td>7</td></tr></table></body>'
    const kept = TABLES.proactive.filter((cells) => !/行政(?:许可|处罚)/.test(cells[0]!.text))
    const report = await page({ proactive: kept }, (written) => written.replace('</body>', after))
    expect([report.cells.has('licences.decisions'), report.cells.has('penalties.decisions')]).toEqual([false, false])
    expect(report.problems.map(({ kind }) => kind)).toContain('row-missing')
  })
})

const isRow = (cells: readonly Cell[]): boolean => cells.length >= 8 && cells.slice(-7).every(({ text }) => /^\d/.test(text))

describe('table 3 set out otherwise', () => {
  const rows = TABLES.requests.filter(isRow)
  const part = (names: readonly string[], from: number, to: number): Rows => [['项目', ...names].map((text) => ({ text })), ...rows.map((cells) => [...cells.slice(0, -7).map(({ text }) => ({ text })), ...cells.slice(-7).slice(from, to)])]
  /** The labels of a row in one cell, as a table without sides has them. */
  const flat = (table: Rows): Rows => table.map((cells, at) => (at === 0 ? cells : [{ text: cells.filter(({ text }) => /[一-鿿]/.test(text)).at(-1)!.text }, ...cells.filter(({ text }) => /^\d/.test(text))]))

  it('cut by its columns into two', () => {
    const [first, second] = [flat(part(['自然人', '商业企业', '科研机构', '社会公益组织'], 0, 4)), flat(part(['法律服务机构', '其他', '总计'], 4, 7))]
    const table = (each: Rows): string => `<table>${each.map((cells) => `<tr>${cells.map(({ text }) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`
    return isRead(page({}, (written) => written.replace(/<table(?:(?!<table)[^])*本年新收[^]*?<\/table>/, `${table(first)}<p>（续表）</p>${table(second)}`)))
  })

  it('as rows of boxes within boxes that styles set side by side, as editors of articles write them, blank ones too', async () => {
    const all = flat(part(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'], 0, 7)).map((cells, at) => cells.map(({ text }) => (at > 0 && text === '0' ? '<br>' : text)))
    const box = (written: string): string => `<section style="flex:1"><section><p><span>${written}</span></p></section></section>`
    const boxes = `<section>${all.map((cells) => `<section style="display:flex;flex-flow:row">${cells.map(box).join('')}</section>`).join('')}</section>`
    const report = await page({}, (written) => written.replace(/<table(?:(?!<table)[^])*本年新收[^]*?<\/table>/, boxes))
    expect(numbers(report)).toEqual(Object.fromEntries([...REPORT.figures].map(([figure, number]) => [figure, number === 0 && figure.startsWith('requests.') ? 'blank' : number])))
  })

  it('with subtotals of its groups: none of them is the total of all', async () => {
    const groups = { 不予公开: 'refused', 无法提供: 'unavailable', 不予处理: 'not-processed' } as const
    const sums = (group: string): number[] => ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((applicant) => [...REPORT.figures].filter(([figure]) => figure.startsWith(`requests.${group}.`) && figure.endsWith(`.${applicant}`)).reduce((sum, [, number]) => sum + number, 0))
    const last = { 不予公开: '属于行政查询事项', 无法提供: '补正后申请内容仍不明确', 不予处理: '确认或重新出具已获取信息' }
    const change = (written: string): string =>
      Object.entries(groups).reduce((text, [name, id]) => text.replace(new RegExp(`(${last[name as keyof typeof last]}[^]*?</tr>)`), `$1<tr><td>小计</td>${sums(id).map((sum) => `<td>${sum}</td>`).join('')}</tr>`), written.replace(/rowspan="8"/g, 'rowspan="9"').replace(/(<td rowspan=")3("[^>]*>[^<]*无法提供)/, '$14$2').replace(/(<td rowspan=")5("[^>]*>[^<]*不予处理)/, '$16$2'))
    const report = await page({}, change)
    expect(numbers(report)).toMatchObject(expected)
    expect(numbers(report)).toMatchObject(Object.fromEntries(Object.values(groups).map((id) => [`requests.${id}.total`, sums(id)[6]])))
    expect(told(report)).toEqual([])
  })

  it('with dashes of any length, or words, where nothing applies', async () => {
    for (const mark of ['--', '———', '－－', '不涉及', '暂无', '未发生', '\\']) {
      const report = await page({ requests: TABLES.requests.map((cells) => cells.map((cell) => (cell.text === '0' ? { ...cell, text: mark } : cell))) })
      expect(numbers(report)).toEqual(Object.fromEntries([...REPORT.figures].map(([figure, number]) => [figure, number === 0 && figure.startsWith('requests.') ? 'not-applicable' : number])))
      expect(told(report)).toEqual([])
    }
  })

  it('with marks behind numbers that point to notes', async () => {
    for (const mark of ['*', '＊', '[注1]', '①', '²', '注2']) {
      const report = await page({ requests: TABLES.requests.map((cells) => cells.map((cell) => (/^[1-9]\d*$/.test(cell.text) ? { ...cell, text: `${cell.text}${mark}` } : cell))) })
      expect([mark, numbers(report)]).toEqual([mark, expected])
      expect(report.cells.get('requests.received.total')!.cell).toMatchObject({ raw: `${value('requests.received.total')}${mark}` })
    }
  })

  it('with words in each cell that only screen readers say', () =>
    isRead(page({}, (written) => written.replace(/(<td[^>]*>)(?=\d)/g, '$1<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">第4行第5列</span>').replace(/(<td[^>]*>)(?=\s*本年)/g, '$1<i class="visually-hidden">行名</i>'))))
})

it('a change with a hyphen that does not break is negative', async () => {
  const old = given(9, 'cn-2019')
  const tables = tablesOf(old, PLAIN)
  const proactive = tables.proactive.map((cells) => (cells[0]!.text === '行政许可' ? cells.map((cell, at) => (at === 2 ? { ...cell, text: '\u20113' } : cell)) : cells))
  expect(numbers(await one('a.html', encode(html(old, { ...tables, proactive }, 'tidy'))))['licences.change']).toBe(-3)
})

it('numbers of a Word file typed as formulas are read; a fraction is none', async () => {
  const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const formula = (inside: string): string => `<w:tc><w:p><m:oMathPara><m:oMath>${inside}</m:oMath></m:oMathPara></w:p></w:tc>`
  const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
  const body = `<w:p><w:r><w:t>甲县财政局2023年政府信息公开工作年度报告</w:t></w:r></w:p><w:tbl>${row(...['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].map(cell))}${row(cell('一、本年新收政府信息公开申请数量'), formula(run('1') + run('2')), ...['0', '0', '0', '0', '0'].map(cell), formula(run('12')))}${row(cell('二、上年结转政府信息公开申请数量'), formula(`<m:f><m:num>${run('1')}</m:num><m:den>${run('2')}</m:den></m:f>`), ...['0', '0', '0', '0', '0', '0'].map(cell))}</w:tbl>`
  const { cells } = await one('a.docx', docxOf(body))
  const read = (figure: string): unknown => cells.get(figure as FigureId)?.cell
  expect([read('requests.received.natural'), read('requests.received.total')]).toEqual([{ value: 12 }, { value: 12 }])
  expect(read('requests.carried-in.natural')).toMatchObject({ missing: 'unreadable' })
})

it('a field inside the instruction of another is not shown; a character with a mark of sound is', async () => {
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const run = (written: string): string => `<w:r><w:t>${written}</w:t></w:r>`
  const sum = `${field('begin')}<w:r><w:instrText>=SUM(</w:instrText></w:r>${field('begin')}<w:r><w:instrText>REF a</w:instrText></w:r>${field('separate')}${run('57')}${field('end')}<w:r><w:instrText>)</w:instrText></w:r>${field('separate')}${run('121')}${field('end')}`
  const cell = (inside: string): string => `<w:tc><w:p>${inside}</w:p></w:tc>`
  const ruby = '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>·</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>'
  const rows = [['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'], ['一、本年新收政府信息公开申请数量', '121', '0', '0', '0', '0', '0', '121']]
  const table = rows.map((cells) => `<w:tr>${cells.map((each) => cell(each === '121' ? sum : run(each))).join('')}</w:tr>`).join('')
  const { agency, cells } = await one('a.docx', docxOf(`<w:p>${ruby}${run('县财政局2023年政府信息公开工作年度报告')}</w:p><w:tbl>${table}</w:tbl>`))
  expect([agency, cells.get('requests.received.natural' as FigureId)?.cell, cells.get('requests.received.total' as FigureId)?.cell]).toEqual(['甲县财政局', { value: 121 }, { value: 121 }])
})

describe('texts with what programs left in them', () => {
  const written = text(REPORT, TABLES, 'tabs')
  it('blanks as a page writes them', () => isRead(one('a.txt', encode(written.replace(/\t/g, '&nbsp;\t')))))
  it('the mark of a forwarded mail before each line', () => isRead(one('a.txt', encode(written.replace(/^/gm, '> ')))))
  it('a list of other reports above the title', async () => {
    const list = ['大连市地方金融监督管理局', '邯郸市永年区数据和政务服务局', '丽江市古城区发展和改革局'].map((agency, at) => `${agency}${REPORT.year - (at % 2)}年政府信息公开工作年度报告2022-01-1${at}`)
    const [, ...rest] = written.split('\n')
    const report = await one('a.txt', encode(['相关年报', ...list, `${REPORT.year}年度政府信息公开工作年度报告（${REPORT.agency}）`, ...rest].join('\n')))
    expect([report.agency, report.year]).toEqual([REPORT.agency, REPORT.year])
  })

  it('sentences broken in lines of one width, as mails and terminals are', async () => {
    const prose = '　　根据《中华人民共和国政府信息公开条例》（国务院令第711号）和有关格式的通知要求，青阳县林业局编制本报告，供公众查阅和监督。\n\n一、总体情况\n　　1.平台建设方面。本机关维护门户网站和政务新媒体，微信公众号全年推送信息1601条，其中原创信息九百余条，阅读人数持续增长。公众号粉丝由2021年底的142人增至3994人，较上年明显增加。'
    const lines = prose.split('\n').flatMap((line) => line.match(/.{1,46}/g) ?? [''])
    const [, ...rest] = written.split('\n')
    const report = await one('a.txt', encode([`${REPORT.year}年政府信息公开工作年度报告`, ...lines, `+${'-'.repeat(120)}+`, ...rest].join('\n').replaceAll(REPORT.agency, '本机关')))
    expect([report.agency, lines.some((line) => line.includes('青阳县林业局'))]).toEqual(['青阳县林业局', false])
    expect(report.narrative.map(({ figure, value }) => `${figure} ${value}`)).toEqual(expect.arrayContaining(['narrative.social-posts 1601', 'narrative.followers 3994']))
  })

  it('sentences broken in lines without their indents, as pdftotext -raw writes them', async () => {
    const lines = ['一、总体情况', '（一）主动公开。2023年，我局通过各类渠道主动公开政府', '信息479条，其中通过门户网站公开信息164条，政务微信公', '众号推送信息765条，均在规定时限内公开，并按要求更新。', '（二）依申请公开。2023年，我局共收到政府信息公开申请', '41件，均按规定予以答复。配备政府信息公开工作人员', '“ ” 3', '名。', '（三）监督保障。将政务公开纳入年度绩效考核，组织开展', '\f政务公开培训11次。']
    const [title, ...rest] = written.split('\n')
    const report = await one('a.txt', encode([title, ...lines, ...rest.slice(rest.findIndex((line) => line.startsWith('二、')))].join('\n')))
    expect(report.narrative.map(({ figure, value }) => `${figure} ${value}`)).toEqual(expect.arrayContaining(['narrative.items-disclosed 479', 'requests.received.total 41', 'narrative.staff 3', 'narrative.trainings 11']))
  })

  it('sentences broken in lines narrower than the links around them', async () => {
    const lines = ['根据《中华人民共和国政府信息公开条例》（以下简称《条', '例》）要求，现公布本机关二〇二一年政府信息公开工作年度报', '告。本报告所列数据的统计期限自本年度一月一日起，至十二月', '三十一日止，如有疑问可向本机关办公室询问，也可登录本机关', '门户网站查阅或者下载。', '一、总体情况', '（一）主动公开。本年度，本机关按照要求共主动公开各类', '政府信息1320条，政务新媒体发布信息71条。']
    const links = ['版权所有：本机关 主办：本机关办公室 承办：本市大数据中心 技术支持：本省信息中心', '下一篇：本市工业和信息化主管部门关于公开本年度部门决算报告及其说明的通知公告', '上一篇：本市科学技术主管部门关于公开本年度部门预算报告及其说明的通知']
    const [title, ...rest] = written.split('\n')
    const report = await one('a.txt', encode([title, ...lines, ...rest.slice(rest.findIndex((line) => line.startsWith('二、'))), ...links].join('\n')))
    expect(report.narrative.map(({ figure, value }) => `${figure} ${value}`)).toEqual(expect.arrayContaining(['narrative.items-disclosed 1320', 'narrative.social-posts 71']))
  })

  it('a tab before each cell on a line of its own, alone where it is blank', async () => {
    const cells = text(REPORT, TABLES, 'lines').split('\n')
    const first = cells.findIndex((line) => line.startsWith('二、'))
    const moved = cells.map((line, at) => (at < first || /^[一二三四五六]、.*情况$/.test(line) ? line : `\t${line}`)).join('\n').replace(/(上年结转[^\n]*\n)\t\d+\n/, '$1\t\n')
    const report = await one('a.txt', encode(moved))
    expect(numbers(report)).toEqual({ ...expected, 'requests.carried-in.natural': 'blank' })
  })

  it('the tools of a page above the title', async () => {
    const report = await one('a.txt', encode(`来源：本站 浏览次数：62 字号：[大 中 小] 打印\n${written}`))
    expect(report.agency).toBe(REPORT.agency)
  })
})
