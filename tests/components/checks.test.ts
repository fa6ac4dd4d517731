import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { moved, rowsInSight } from '@/components/checks/grid'
import AgencyPaper from '@/components/checks/AgencyPaper.vue'
import CarryChain from '@/components/checks/CarryChain.vue'
import CheckMatrix from '@/components/checks/CheckMatrix.vue'
import CompareTable from '@/components/checks/CompareTable.vue'
import FindingDetail from '@/components/checks/FindingDetail.vue'
import FindingTable from '@/components/checks/FindingTable.vue'
import MatrixLegend from '@/components/checks/MatrixLegend.vue'
import { writtenText } from '@/components/checks/written-text'
import { unsureText } from '@/components/finding-text'
import { agencySheet, besideFinding, byCause, carryChain, checkReport, checkTable, compareReports, matrixOf, type Decision, type Finding, type MatrixQuery } from '@/domain/checks'
import { readingsBehind } from '@/domain/doubtful-reading'
import type { FigureId } from '@/domain/figure'
import { label } from '@/domain/label'
import { EDITED, Table } from '@/domain/table'
import { NOTE_MARK, typedHeadOf, typedNotes } from '@/domain/typed-head'
import { tableOf } from '../fixture'
import { consistentReports, wronglyCarried } from '../domain/checks-reports'
import { english, words } from './cards'

const reviews = (total: number, upheld = 10) => ({ 'review.upheld': upheld, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': total })
const carried = (carriedIn: number, carriedOut: number) => ({ 'requests.received.total': 5, 'requests.carried-in.total': carriedIn, 'requests.processed.total': 5 + carriedIn - carriedOut, 'requests.carried-out.total': carriedOut })

const table = tableOf([
  { agency: '甲市教育局', year: 2022, cells: { ...reviews(11), ...carried(0, 2) } },
  { agency: '甲市教育局', year: 2023, cells: { ...reviews(0), ...carried(3, 1) } },
  { agency: '乙市民政局', year: 2023, cells: reviews(12) },
  { agency: '丙市财政局', year: 2024, cells: reviews(11) },
])
const findings = checkTable(table)
/** A consistent report with some cells changed. */
const requestTable = (cells: Record<string, number>) => {
  const [report] = consistentReports(5, '甲市乙局', [2023])
  return tableOf([{ ...report!, cells: { ...report!.cells, ...cells } }])
}
const query: MatrixQuery = { agencies: [0, 1, 2], years: table.years, rule: '', outcome: '', standing: '', order: 'worst' }
const decision: Decision = { agency: '甲市教育局', year: 2023, check: 'H4', test: 'review', verdict: 'confirmed', remark: '已核实', changes: [], decided: '2026-03-01T08:00:00.000Z' }
const row = (agency: string, year: number): number => table.rowOf(table.indexOf(agency), year)
const found = (check: string) => checkReport(table, row('甲市教育局', 2023)).find((finding) => finding.check === check && finding.outcome === 'fail')!

describe('the keys of a grid', () => {
  const bounds = { rows: 100, columns: 6, page: 20 }
  it.each([
    ['ArrowDown', false, [6, 3]],
    ['ArrowUp', false, [4, 3]],
    ['ArrowLeft', false, [5, 2]],
    ['ArrowRight', false, [5, 4]],
    ['Home', false, [5, 0]],
    ['End', false, [5, 5]],
    ['Home', true, [0, 0]],
    ['End', true, [99, 5]],
    ['PageDown', false, [25, 3]],
    ['PageUp', false, [0, 3]],
  ] as const)('%s (ctrl %s) leads to %j', (key, ctrlKey, [toRow, column]) => {
    expect(moved({ row: 5, column: 3 }, { key, ctrlKey }, bounds)).toEqual({ row: toRow, column })
  })

  it('never leave it, and others lead nowhere', () => {
    expect(moved({ row: 99, column: 5 }, { key: 'ArrowDown', ctrlKey: false }, bounds)).toEqual({ row: 99, column: 5 })
    expect(moved({ row: 99, column: 5 }, { key: 'x', ctrlKey: false }, bounds)).toBeNull()
    expect(rowsInSight(2800, 560, 28, 100)).toEqual([94, 100])
    expect(rowsInSight(0, 560, 28, 3)).toEqual([0, 3])
  })
})

describe('CheckMatrix', () => {
  const matrix = () => mount(CheckMatrix, { props: { matrix: matrixOf(findings, [decision], query), table, current: -1, words }, attachTo: document.body })

  it('is a grid with one cell in the order of Tab, each cell told in words and by a sign', async () => {
    const wrapper = matrix()
    const grid = wrapper.get('[role="grid"]')
    expect([grid.attributes('aria-rowcount'), grid.attributes('aria-colcount')]).toEqual(['4', '4'])
    expect(wrapper.findAll('[tabindex="0"]')).toHaveLength(1)
    const cell = wrapper.get('[data-report="甲市教育局~2023"]')
    expect(cell.attributes('aria-label')).toMatch(/^甲市教育局 2023 年：硬性不符（\d 项）/)
    expect(cell.text()).toBe('✕')
    expect(wrapper.get('[data-report="丙市财政局~2024"]').attributes('aria-label')).toContain('相符')
    wrapper.unmount()
  })

  it('marks what is decided in part and what is shown repaired, in words too', () => {
    const some = row('甲市教育局', 2023)
    const wrapper = mount(CheckMatrix, { props: { matrix: matrixOf(findings, [decision], query), table, current: -1, repaired: new Set([some]), words } })
    const cell = wrapper.get('[data-report="甲市教育局~2023"]')
    expect(cell.classes()).toEqual(expect.arrayContaining(['part', 'repaired']))
    expect(cell.attributes('aria-label')).toMatch(/已认定 \d 项中的 1 项、◇ 显示修正值$/)
  })

  it('moves by arrows and opens with Enter; a name opens what is gravest', async () => {
    const wrapper = matrix()
    const grid = wrapper.get('[role="grid"]')
    await grid.trigger('keydown', { key: 'End', ctrlKey: true })
    expect(document.activeElement?.getAttribute('aria-label')).toContain('2024 年')
    await grid.trigger('keydown', { key: 'Home', ctrlKey: true })
    await grid.trigger('keydown', { key: 'Enter' })
    await grid.trigger('keydown', { key: 'ArrowRight' })
    await grid.trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('open')).toEqual([[row('甲市教育局', 2023)], [row('甲市教育局', 2022)]])
    wrapper.unmount()
  })

  it('makes only the rows in sight', () => {
    const many = tableOf(Array.from({ length: 300 }, (_, at) => ({ agency: `甲市${at}局`, year: 2023, cells: reviews(11) })))
    const wrapper = mount(CheckMatrix, { props: { matrix: matrixOf(checkTable(many), [], { ...query, agencies: many.agencies.map((_, at) => at), years: many.years }), table: many, current: -1, words } })
    expect(wrapper.findAll('.body [role="row"]').length).toBeLessThan(60)
    expect(wrapper.get('[role="grid"]').attributes('aria-rowcount')).toBe('301')
  })
})

describe('MatrixLegend', () => {
  it('counts reports by their mark and filters by one', async () => {
    const wrapper = mount(MatrixLegend, { props: { counts: matrixOf(findings, [], query).counts, outcome: '', words } })
    const hard = wrapper.get('[data-mark="fail-hard"]')
    expect(hard.text()).toMatch(/硬性不符 2$/)
    await hard.trigger('click')
    await wrapper.setProps({ outcome: 'fail-hard' })
    await hard.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['fail-hard'], ['']])
  })

  it('tells the signs of what is decided once something is', async () => {
    const wrapper = mount(MatrixLegend, { props: { counts: matrixOf(findings, [], query).counts, decided: { confirmed: 0, dismissed: 0 }, outcome: '', words } })
    expect(wrapper.text()).not.toContain('已确认')
    await wrapper.setProps({ decided: { confirmed: 2, dismissed: 0 } })
    expect(wrapper.text()).toMatch(/● 已确认 2$/)
  })
})

describe('a sum in words', () => {
  it('has its numbers, its names, and how far the sides are apart', () => {
    expect(writtenText(words, found('H4').written!)).toEqual({ numbers: '10 + 1 ≠ 0', named: '左边：结果维持 10 + 结果纠正 1 = 11。右边：总计 0。', by: '左边 11，右边 0，左边多 11。' })
    expect(writtenText(english, found('H5').written!)).toEqual({ numbers: '2 ≠ 3', named: 'Left: 2022 carried over to next year 2. Right: 2023 carried in from last year 3.', by: 'Left 2, right 3: the right is larger by 1.' })
  })

  it('says what may not be more', () => {
    const term = (value: number, year: number) => ({ figure: null, label: { zh: '件', en: 'items' }, value, sign: 1, year, blank: false }) as const
    expect(writtenText(english, { left: [term(9, 2023)], right: [term(3, 2023), term(2, 2023)], rule: 'at-most' }).numbers).toBe('9 > 3 + 2')
  })
})

describe('FindingDetail', () => {
  const detail = (kept?: Decision) => mount(FindingDetail, { props: { finding: found('H4'), decision: kept, beside: { year: 2023, rows: besideFinding(table, found('H4')) }, compared: null, lines: [], words } })

  it('shows the sum, what would make it fit, and the same cells of the year before', () => {
    const text = detail().text()
    for (const part of ['10 + 1 ≠ 0', '：0 → 11', '2022', '尚未认定']) expect(text).toContain(part)
  })

  it('is confirmed or dismissed with a remark, and again not', async () => {
    const wrapper = detail()
    await wrapper.findAll('.buttons button')[1]!.trigger('click')
    await wrapper.get('textarea').setValue(' 口径不同 ')
    await wrapper.get('textarea').trigger('change')
    expect(wrapper.emitted('decide')).toEqual([['dismissed']])
    expect(wrapper.emitted('remark')!.at(-1)).toEqual(['口径不同'])
    const decided = detail(decision)
    expect(decided.text()).toContain('已确认')
    expect(decided.get<HTMLTextAreaElement>('textarea').element.value).toBe('已核实')
    await decided.findAll('.buttons button')[0]!.trigger('click')
    expect(decided.emitted('decide')).toEqual([[null]])
  })

  it('says so when the numbers are not those that were decided about', () => {
    expect(detail({ ...decision, numbers: '11/0' }).find('.outdated').exists()).toBe(false)
    expect(detail({ ...decision, numbers: '11/3' }).get('.outdated').text()).toContain('11 / 3')
  })

  it('lets a repair be accepted and taken back', async () => {
    const { changes } = found('H4').proposals[0]!
    const wrapper = detail()
    await wrapper.get('.act button').trigger('click')
    expect(wrapper.emitted('accept')).toEqual([[changes]])
    const accepted = detail({ ...decision, changes })
    expect(accepted.text()).toContain('已采纳修正')
    await accepted.get('.act button').trigger('click')
    expect(accepted.emitted('takeBack')).toHaveLength(1)
  })
})

describe('CarryChain', () => {
  it('marks the year that does not follow, and lets the applicant be chosen', async () => {
    const wrapper = mount(CarryChain, { props: { links: carryChain(table, 0, 'total'), applicant: 'total', current: 1, words } })
    expect(wrapper.findAll('tbody tr').map((line) => line.attributes('data-state'))).toEqual(['first', 'fail'])
    expect(wrapper.get('[data-year="2023"] .link').text()).toBe('≠ 比上年结转数多 1')
    await wrapper.get('select').setValue('natural')
    await wrapper.get('[data-year="2022"] button').trigger('click')
    expect([wrapper.emitted('applicant'), wrapper.emitted('open')]).toEqual([[['natural']], [[0]]])
  })

  it('says the years that are missing', () => {
    const some = tableOf(consistentReports(3, '甲市乙局', [2021, 2024]))
    const text = mount(CarryChain, { props: { links: carryChain(some, 0, 'total'), applicant: 'total', current: 0, words } }).text()
    expect(text).toContain('2022、2023 年无年报')
  })
})

describe('CompareTable', () => {
  it('says how many cells differ, of how many, and shows those first', () => {
    const [first] = consistentReports(5, '甲市乙局', [2021])
    const copied = tableOf([first!, { ...first!, year: 2022, cells: { ...first!.cells, 'requests.received.total': 999 } }])
    const comparison = compareReports(copied, 1, 0)
    const wrapper = mount(CompareTable, { props: { comparison, own: '2022', other: '2021', words } })
    expect(wrapper.get('.distance').text()).toBe(`两份年报任一有数的 ${comparison.cells.length} 格中，1 格不同`)
    expect(wrapper.findAll('tbody tr')[0]!.classes()).toContain('differs')
  })
})

describe('FindingTable', () => {
  it('is paged, back to the first page with another list, shows what was decided, and opens', async () => {
    const many = checkTable(tableOf(Array.from({ length: 120 }, (_, at) => ({ agency: `甲市${at}局`, year: 2023, cells: reviews(12) }))))
    const some = Array.from({ length: many.size }, (_, index) => index).filter((index) => many.checkAt(index).id === 'H4')
    const wrapper = mount(FindingTable, { props: { findings: many, indexes: some, decisionOf: () => decision, words } })
    expect(wrapper.findAll('tbody tr')).toHaveLength(50)
    await wrapper.findAll('nav button')[1]!.trigger('click')
    await wrapper.findAll('nav button')[1]!.trigger('click')
    expect(wrapper.findAll('tbody tr')).toHaveLength(20)
    await wrapper.setProps({ indexes: some.slice(0, 3) })
    expect(wrapper.findAll('tbody tr')).toHaveLength(3)
    expect(wrapper.get('.decided').text()).toBe('已确认已核实')
    await wrapper.get('tbody button').trigger('click')
    expect(wrapper.emitted('open')).toEqual([[some[0]]])
  })

  it('has those that one change would settle in one line', () => {
    const shifted = requestTable({ 'requests.granted.natural': 4 })
    const all = checkTable(shifted)
    const fails = Array.from({ length: all.size }, (_, index) => index).filter((index) => all.outcomeAt(index) === 'fail')
    const groups = byCause(fails.map((index) => all.at(index)))
    expect(groups.length).toBeLessThan(fails.length)
    const wrapper = mount(FindingTable, { props: { findings: all, indexes: fails, decisionOf: () => undefined, words } })
    expect(wrapper.findAll('tbody tr')).toHaveLength(groups.length)
  })

  it('has those of two years that one change would settle in one line, which names and opens either', async () => {
    const all = checkTable(tableOf([...wronglyCarried('甲市财政局'), { agency: '乙市民政局', year: 2023, cells: reviews(12) }]))
    const fails = Array.from({ length: all.size }, (_, index) => index).filter((index) => all.outcomeAt(index) === 'fail')
    const wrapper = mount(FindingTable, { props: { findings: all, indexes: fails, decisionOf: () => undefined, words } })
    const [line, other, ...more] = wrapper.findAll('tbody tr')
    expect(more).toEqual([])
    expect(line!.findAll('button').map((button) => button.text())).toEqual(['甲市财政局 2023 年年报', '甲市财政局 2024 年年报'])
    expect(line!.findAll('td')[0]!.findAll('p').map((test) => test.text().slice(0, 8))).toEqual(['2023年 H1', '2023年 H3', '2024年 H5'])
    expect(other!.findAll('button').map((button) => button.text())).toEqual(['乙市民政局 2023 年年报'])
    expect(other!.text()).not.toContain('2023年 ')
    await line!.findAll('button')[1]!.trigger('click')
    expect(all.checkAt(wrapper.emitted<[number]>('open')![0]![0]).id).toBe('H5')
  })

  it('begins no page within an agency', async () => {
    const many = checkTable(tableOf(Array.from({ length: 40 }, (_, at) => [2022, 2023, 2024].map((year) => ({ agency: `甲市${at}局`, year, cells: reviews(12) }))).flat()))
    const some = Array.from({ length: many.size }, (_, index) => index).filter((index) => many.checkAt(index).id === 'H4')
    const wrapper = mount(FindingTable, { props: { findings: many, indexes: some, decisionOf: () => undefined, words } })
    const lines: number[] = []
    for (let page = 0; page < 3; page += 1) {
      lines.push(wrapper.findAll('tbody tr').length)
      await wrapper.findAll('nav button')[1]!.trigger('click')
    }
    expect(lines).toEqual([51, 51, 18])
  })
})

describe('AgencyPaper', () => {
  it('asks: sums first with their cells by the form’s names, then questions', () => {
    const sheet = agencySheet(findings, 0, table.years, () => true)!
    const text = mount(AgencyPaper, { props: { sheet, origin: '某数据包', date: '2026年3月1日', words } }).text()
    for (const part of ['甲市教育局', '10 + 1 ≠ 0', '表四「行政复议」：结果维持、结果纠正、其他结果、尚未审结、总计', '：0 → 11', '应更正', 'https://example.gov.cn/report', '某数据包', '2026年3月1日']) expect(text).toContain(part)
  })

  it('has its head to fill in, the reader’s remark, an if, and every further point in an annex', () => {
    const sheet = agencySheet(findings, 0, table.years, () => true)!
    const more = { ...sheet, items: sheet.items.slice(0, 1), annex: sheet.items.slice(1) }
    const paper = mount(AgencyPaper, { props: { sheet: more, origin: '', date: '', fields: { from: '监督处', deadline: '', reply: 'a@example.cn' }, remarkOf: () => '已去电', words } })
    expect(paper.findAll('[data-head]').map((head) => head.get('dd').text())).toEqual(['监督处', '', 'a@example.cn'])
    for (const part of ['核对人备注：已去电', '则相符。是否如此，请核对', '签名', `另有 ${more.annex.length} 处列于附页`]) expect(paper.text()).toContain(part)
    expect(paper.findAll('.annex > ol > li')).toHaveLength(more.annex.length)
    expect(paper.text()).not.toContain('CSV')
  })

  it('says of a sum whose cells were read with doubt that the fault may be the reading’s', () => {
    const doubtfulReadings = [{ row: row('甲市教育局', 2023), figure: 'review.total' as FigureId, why: label('行未对齐', 'a row out of line'), confirmed: false, remark: '' }]
    const textWith = (readings: typeof doubtfulReadings): readonly string[] => {
      const doubtful = new Table({ ...table.data, doubtfulReadings: readings })
      const unsureOf = (finding: Finding): string => unsureText(words, readingsBehind(doubtful, finding))
      const sheet = agencySheet(findings, 0, table.years, () => true)!
      return [mount(AgencyPaper, { props: { sheet, origin: '', date: '', unsureOf, words } }).text(), mount(FindingDetail, { props: { finding: found('H4'), unsure: unsureOf(found('H4')), decision: undefined, beside: { year: 2023, rows: [] }, compared: null, lines: [], words } }).text()]
    }
    for (const text of textWith(doubtfulReadings)) expect(text).toContain('读取文档时对其中 1 格存疑（行未对齐）')
    for (const text of textWith(doubtfulReadings.map((reading) => ({ ...reading, confirmed: true })))) expect(text).not.toContain('存疑')
  })

  it('tells corrected figures and a typed head, and claims nothing unchanged then', () => {
    const at = row('甲市教育局', 2023)
    const edit = (figure: string) => ({ row: at, figure: figure as FigureId, kind: 'edit' as const, before: { value: 8 }, remark: '' })
    const figures = ['review.upheld', 'requests.received.total']
    const columns = new Map(table.columns)
    for (const figure of figures as FigureId[]) {
      const column = columns.get(figure)!
      columns.set(figure, { ...column, states: column.states.map((state, each) => (each === at ? state | EDITED : state)) })
    }
    const reportNotes = table.data.reportNotes.map((note, each) => (each === at ? ['旧注', ...typedNotes({ agency: '甲县教育局', year: null })].join(NOTE_MARK) : note))
    const changed = checkTable(new Table({ ...table.data, columns, reportNotes, revisions: figures.map(edit) }))
    const sheet = agencySheet(changed, 0, [2023], () => true)!
    const inWords = (language: typeof words) => mount(AgencyPaper, { props: { sheet, origin: '某数据包', date: '', words: language } })
    const paper = inWords(words)
    expect(paper.text()).not.toContain('未改动任何数字')
    expect(paper.get('footer').text()).toContain('有 2 格由核对人手工更正（■）')
    expect(paper.findAll('footer .corrected').map((line) => line.text())).toEqual([expect.stringMatching(/■ 2023 年 表四「行政复议」×「结果维持」：10（手工更正，原读数 8）/), expect.stringMatching(/■ 2023 年 表三.*：5（手工更正，原读数 8）/)])
    expect(paper.findAll('li .corrected').map((line) => line.text())).toContain(paper.findAll('footer .corrected')[0]!.text())
    expect(paper.get('.typed').text()).toBe('2023 年年报：机关名称为人工填写，文档读作：甲县教育局；年度为人工填写，文档读作：未写明')
    expect(inWords(english).get('footer').text()).toContain('2 figures of these reports or of those a year before or after were corrected by hand (■)')
    expect(inWords(english).get('.typed').text()).toBe('Report of 2023: agency typed by hand; the document reads: 甲县教育局; year typed by hand; the document reads: not stated')
    expect(typedHeadOf(table.data, at)).toBeNull()
  })

  it('names the cells of a few tests with one cause; of many, the numbers alone', () => {
    const sheet = agencySheet(findings, 0, table.years, () => true)!
    const cellsWith = (others: number): boolean => mount(AgencyPaper, { props: { sheet: { ...sheet, items: [{ ...sheet.items[0]!, others: Array.from({ length: others }, () => sheet.items[0]!) }], annex: [] }, origin: '', date: '', words } }).text().includes('所涉格子')
    expect([cellsWith(2), cellsWith(3)]).toEqual([true, false])
  })

  it('says what a change would leave unfit', () => {
    const sheet = agencySheet(findings, 0, table.years, () => true)!
    const textWith = (remaining: number): string => mount(AgencyPaper, { props: { sheet: { ...sheet, items: [{ ...sheet.items[0]!, proposal: { ...sheet.items[0]!.proposal!, remaining } }], annex: [] }, origin: '', date: '', words } }).text()
    expect(textWith(4)).toContain('这样改后，所涉年报有 4 项不符。')
    expect(textWith(0)).not.toContain('这样改后')
  })

  it('lists each cell of a long sum with its number', () => {
    const wrong = requestTable({ 'requests.processed.total': 9999 })
    const sheet = agencySheet(checkTable(wrong), 0, [2023], () => true)!
    const paper = mount(AgencyPaper, { props: { sheet, origin: '', date: '', words } })
    expect(paper.findAll('.terms').length).toBeGreaterThan(0)
    expect(paper.get('.terms').text()).toMatch(/☐ .+ \d/)
  })

  it('keeps the form’s Chinese names in English', () => {
    const sheet = agencySheet(findings, 0, table.years, () => true)!
    expect(mount(AgencyPaper, { props: { sheet, origin: '', date: '', words: english } }).text()).toContain('表四「行政复议」：结果维持、结果纠正、其他结果、尚未审结、总计 (table 4,')
  })
})
