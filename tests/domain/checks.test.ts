import '@/domain/all-forms'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPackage } from '@/data/load'
import { CHECK_IDS, CHECKS, checkReport, checkSteps, checkTable, failingDoubts, failingReports, OUTCOME_LABELS, PROPOSAL_LABELS, UNTESTABLE_LABELS, type Finding, type Findings } from '@/domain/checks'
import { isSummed } from '@/domain/checks/sums'
import { FORMATS } from '@/domain/formats'
import { INFERRED_NOTE, type Cell } from '@/domain/cell'
import { sectionOf, type FigureId } from '@/domain/figure'
import { Table } from '@/domain/table'
import { FAMILIES } from '../families'
import { NO_OUTCOMES, requestCells, tableOf } from '../fixture'
import { consistentReports } from './checks-reports'

const bundled = async (name: string): Promise<Table> => new Table(await loadPackage({ read: (path) => readFile(fileURLToPath(new URL(`../../public/data/${name}/${path}`, import.meta.url))).then((bytes) => new Uint8Array(bytes), () => null) }))

const rowOf = (table: Table, agency: string, year: number): number => table.rowOf(table.indexOf(agency), year)
const failures = (findings: Iterable<Finding>, ...checks: string[]): Finding[] => [...findings].filter(({ outcome, check }) => outcome === 'fail' && (checks.length === 0 || checks.includes(check)))
const summed = (findings: readonly Finding[], check: string): Finding[] => findings.filter((finding) => finding.check === check)
const HARD = CHECKS.filter(({ hard }) => hard).map(({ id }) => id)

describe.each(CHECKS.map((check) => [check.id, check] as const))('check %s', (id, check) => {
  it('has texts in both languages and a source', () => {
    for (const { zh, en } of [check.label, check.text, check.source]) expect(zh && en).toBeTruthy()
    expect(check.hard).toBe(id.startsWith('H'))
  })

  it('holds for formats there are', () => {
    expect(FORMATS.filter((format) => check.holdsFor(format)).length).toBeGreaterThan(0)
  })

  it('explains each of its tests in both languages, and names only figures there are', () => {
    for (const table of [tableOf(consistentReports(7, '甲市乙局', [2021, 2022])), ...Object.values(FAMILIES)]) {
      for (let row = 0; row < table.size; row += 1) {
        for (const { label, explanation, cells } of summed(checkReport(table, row), id)) {
          expect(label.zh && label.en && explanation.zh && explanation.en).toBeTruthy()
          for (const figure of cells) expect(sectionOf(figure), figure).toBeDefined()
        }
      }
    }
  })

  it('gives each test its own name', () => {
    const table = tableOf(consistentReports(7, '甲市乙局', [2021, 2022]))
    const names = summed(checkReport(table, 1), id).map(({ test }) => test)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('the register of checks', () => {
  it('has every check once, hard ones first', () => {
    expect(CHECKS.map(({ id }) => id)).toEqual(CHECK_IDS)
  })

  it('has words for every outcome, reason and kind of proposal', () => {
    for (const { zh, en } of [...Object.values(OUTCOME_LABELS), ...Object.values(UNTESTABLE_LABELS), ...Object.values(PROPOSAL_LABELS)]) expect(zh && en).toBeTruthy()
  })

  it.each([
    ['H1', ['cn-2019', 'cn-2021', 'common', 'us-foia']],
    ['H2', ['cn-2019', 'cn-2021', 'uk-central', 'us-foia']],
    ['H3', ['cn-2019', 'cn-2021']],
    ['H4', ['cn-2019', 'cn-2021', 'uk-central', 'us-foia']],
  ] as const)('%s holds where the form’s roles make it true', (check, formats) => {
    expect(FORMATS.filter(isSummed(check)).map(({ id }) => id).sort()).toEqual(formats)
  })
})

describe('the bundled Chinese reports', () => {
  let table: Table
  let findings: Findings
  beforeAll(async () => {
    table = await bundled('cn')
    findings = checkTable(table)
  })

  it('上海市人民政府办公厅 2019: 37 sums of table 3, 25 pass with blanks as zero, 12 totals left blank, none fails', () => {
    const sums = checkReport(table, rowOf(table, '上海市人民政府办公厅', 2019)).filter(({ check }) => ['H1', 'H2', 'H3'].includes(check))
    const count = (...outcomes: string[]): number => sums.filter(({ outcome }) => outcomes.includes(outcome)).length
    expect(['H1', 'H2', 'H3'].map((check) => summed(sums, check).length)).toEqual([7, 7, 23])
    expect([count('pass', 'pass-blank'), count('total-blank'), count('fail'), count('untestable')]).toEqual([25, 12, 0, 0])
    expect(count('pass')).toBe(2)
  })

  it('淮安市洪泽区人民政府 2023: totals of table 4 at zero', () => {
    const found = failures(checkReport(table, rowOf(table, '淮安市洪泽区人民政府', 2023)))
    expect(found.map(({ check, test, expected, found: total }) => [check, test, expected, total])).toEqual([['H4', 'review', 11, 0], ['H4', 'suit-after-review', 5, 0]])
    expect(found.map(({ proposals }) => [proposals[0]!.kind, proposals[0]!.changes])).toEqual([
      ['total-unfilled', [{ figure: 'review.total', year: 2023, before: 0, after: 11 }]],
      ['total-unfilled', [{ figure: 'suit-after-review.total', year: 2023, before: 0, after: 5 }]],
    ])
    expect(found[0]!.explanation.zh).toContain('结果维持 10 + 结果纠正 1 = 11')
  })

  it('宿迁市人民政府 2024: the text says 134 and 57, the tables 170 and 77', () => {
    const found = failures(checkReport(table, rowOf(table, '宿迁市人民政府', 2024)), ...HARD, 'S9')
    expect(found.map(({ check, found: told, expected }) => [check, told, expected])).toEqual([['S9', 134, 170], ['S9', 57, 77]])
  })

  it('淮安市洪泽区人民政府 2024: the text counts the office’s own 17, the table the district’s 95', () => {
    const [found] = failures(checkReport(table, rowOf(table, '淮安市洪泽区人民政府', 2024)), 'S9')
    expect(found).toMatchObject({ found: 17, expected: 95, cells: ['requests.received.total'] })
    expect(found!.explanation.zh).toContain('口径不同')
  })

  it('上海市人民政府办公厅 2025: notes in cells do not disturb', () => {
    const findings = checkReport(table, rowOf(table, '上海市人民政府办公厅', 2025))
    expect(failures(findings)).toEqual([])
    expect(findings.some(({ check, test, outcome }) => check === 'H6' && test === 'rules' && outcome === 'pass')).toBe(true)
  })

  it('金湖县人民政府 2023: a total at zero, with what the same source states otherwise', () => {
    const [found] = failures(checkReport(table, rowOf(table, '金湖县人民政府', 2023)), 'H4')
    expect(found).toMatchObject({ test: 'suit-direct', expected: 3, found: 0 })
    expect(found!.proposals.map(({ kind }) => kind)).toContain('stated-elsewhere')
  })

  it('南京市江宁区人民政府 2022: one carried in more than last year’s report carried out', () => {
    const found = failures(checkReport(table, rowOf(table, '南京市江宁区人民政府', 2022)), ...HARD)
    expect(found.map(({ check, test }) => [check, test])).toEqual([['H1', 'requests.total'], ['H5', 'requests.total']])
    expect(found.map(({ proposals }) => [proposals[0]!.kind, proposals[0]!.changes])).toEqual(found.map(() => ['carried-out-before', [{ figure: 'requests.carried-in.total', year: 2022, before: 8, after: 7 }]]))
  })

  it('has no other hard failure', () => {
    expect(failures(findings, ...HARD).map(({ agency, year, check, test }) => `${agency} ${year} ${check} ${test}`).sort()).toEqual([
      '南京市江宁区人民政府 2022 H1 requests.total',
      '南京市江宁区人民政府 2022 H5 requests.total',
      '淮安市洪泽区人民政府 2023 H4 review',
      '淮安市洪泽区人民政府 2023 H4 suit-after-review',
      '金湖县人民政府 2023 H4 suit-direct',
    ])
  })

  it('says why a test cannot be made, and lists no passes', () => {
    for (let index = 0; index < findings.size; index += 1) expect(['fail', 'total-blank', 'untestable']).toContain(findings.outcomeAt(index))
    const untestable = [...findings].find(({ outcome }) => outcome === 'untestable')!
    expect(untestable.explanation.zh).toContain('此处未知')
  })

  it('counts as many tests of a report as it makes', () => {
    for (const [agency, year] of [['上海市人民政府办公厅', 2019], ['宿迁市人民政府', 2024], ['金湖县人民政府', 2023]] as const) {
      const row = rowOf(table, agency, year)
      const made = checkReport(table, row)
      for (const check of CHECK_IDS) for (const outcome of ['pass', 'pass-blank', 'total-blank', 'fail', 'untestable'] as const) expect(findings.count(row, check, outcome), `${agency} ${check} ${outcome}`).toBe(made.filter((finding) => finding.check === check && finding.outcome === outcome).length)
      const [from, to] = findings.rangeOf(row)
      expect(Array.from({ length: to - from }, (_, at) => findings.at(from + at))).toEqual(made.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'pass-blank'))
    }
    expect(findings.worst(rowOf(table, '金湖县人民政府', 2023))).toBe('fail')
    expect(findings.worst(rowOf(table, '上海市人民政府办公厅', 2019))).toBe('total-blank')
    expect(findings.worst(rowOf(table, '金湖县人民政府', 2023), new Set(['H3']))).toBe('pass')
  })

  it('tells a region from its members', () => {
    const [found] = failures(checkReport(table, rowOf(table, '宿迁市人民政府', 2025)), 'S10')
    expect(found!.against).toMatchObject({ agency: '沭阳县人民政府', year: 2025 })
  })
})

describe('the text against the tables', () => {
  const said = (value: number, note = '正文', carriedIn: number | string = 4, processed = 33): Finding => {
    const cells = { 'requests.received.total': 30, 'requests.carried-in.total': carriedIn, 'requests.processed.total': processed, 'requests.carried-out.total': 3 }
    const table = tableOf([{ agency: '甲市乙局', year: 2022, cells, statements: [{ figure: 'requests.processed.total', value: String(value), note }] }])
    return checkReport(table, 0).find(({ check }) => check === 'S9')!
  }

  it('takes all requests received as answered for those received: the table has those carried in, too', () => {
    expect(said(30)).toMatchObject({ outcome: 'pass', expected: 33, found: 30 })
    expect(said(30).explanation.zh).toContain('上年结转')
    expect([said(33), said(31), said(30, '正文', 2), said(30, '正文', '')].map(({ outcome }) => outcome)).toEqual(['pass', 'fail', 'fail', 'fail'])
    // Those carried over to the next year are answered then.
    expect([said(30, '正文', 0, 27), said(30, '正文', 0, 26)].map(({ outcome }) => outcome)).toEqual(['pass', 'fail'])
  })

  it('does not test an approximate number, whatever stands in its note before that', () => {
    expect([said(31, '约'), said(31, '正文；约'), said(31, '正文；全市')].map(({ outcome }) => outcome)).toEqual(['untestable', 'untestable', 'fail'])
  })

  it('accuses nobody by a count that the text does not state', () => {
    expect(said(31, `正文；${INFERRED_NOTE}`)).toBeUndefined()
  })

  it('does not repeat that the text is the text', () => {
    expect(said(31).explanation.zh).not.toContain('正文注')
    expect(said(31, '正文；全市').explanation.zh).toContain('（正文注：全市）')
  })
})

describe('other countries’ reports', () => {
  it('United States: every sum holds but one that the annual report itself has wrong', async () => {
    const table = await bundled('us-foia')
    const found = checkTable(table)
    expect(failures(found, ...HARD).map(({ agency, year, check, difference }) => [agency, year, check, difference])).toEqual([['Department of Homeland Security', 2022, 'H2', 4]])
    expect([found.counts().get('H1')!.pass, found.counts().get('H2')!.pass, found.counts().get('H4')!.pass]).toEqual([713, 712, 713])
  })

  it('Scotland: outcomes that do not add up by their nature are not tested', async () => {
    const found = checkTable(await bundled('scotland'))
    expect(found.failsHard()).toBe(false)
    expect(found.counts().get('H2')).toEqual({ pass: 0, 'pass-blank': 0, 'total-blank': 0, fail: 0, untestable: 0 })
  })
})

const AGENCY = '甲市乙局'
const report = (cells: Record<string, number | string>, year = 2023, more: object = {}) => ({ agency: AGENCY, year, cells, ...more })
const outcomeOf = (table: Table, check: string, test: string, row = 0): Finding | undefined => checkReport(table, row).find((finding) => finding.check === check && finding.test === test)

const without = <T>(cells: Readonly<Record<string, T>>, ...names: string[]): Record<string, T> => Object.fromEntries(Object.entries(cells).filter(([name]) => !names.includes(name)))

describe('a sum', () => {
  const prose = { ...requestCells({ received: 10, 'carried-in': 1, processed: 9, 'carried-out': 2, granted: 4, 'partly-granted': 1, refused: 2, unavailable: 1, 'not-processed': 1, other: 0 }) }

  it('takes a group’s total stated in prose where its rows are not known', () => {
    expect(outcomeOf(tableOf([report(prose)]), 'H2', 'requests.total')).toMatchObject({ outcome: 'pass', expected: 9, found: 9 })
    expect(outcomeOf(tableOf([report({ ...prose, 'requests.refused.total': 3 })]), 'H2', 'requests.total')).toMatchObject({ outcome: 'fail', expected: 10, difference: -1 })
  })

  it('takes granted and partly granted stated as one', () => {
    const rest = without(prose, 'requests.granted.total', 'requests.partly-granted.total')
    expect(outcomeOf(tableOf([report({ ...rest, 'requests.disclosed.total': 5 })]), 'H2', 'requests.total')!.outcome).toBe('pass')
  })

  it('takes the unsplit other of a later form', () => {
    const rows = without(NO_OUTCOMES, 'other.not-corrected', 'other.fee-unpaid', 'other.other')
    const table = tableOf([report(requestCells({ ...rows, granted: 3, other: 2, processed: 5 }))])
    expect(outcomeOf(table, 'H2', 'requests.total')!.outcome).toBe('pass')
  })

  it('is never failed by what is not known here', () => {
    const finding = outcomeOf(tableOf([report(without(prose, 'requests.refused.total'))]), 'H2', 'requests.total')!
    expect(finding).toMatchObject({ outcome: 'untestable', expected: null })
    expect(finding.explanation.zh).toContain('属于国家秘密')
  })

  it('is not made where nothing of it is known', () => {
    expect(outcomeOf(tableOf([report({ 'narrative.web-items': 5 })]), 'H1', 'requests.total')).toBeUndefined()
  })

  it('does not fail for an approximate number', () => {
    expect(outcomeOf(tableOf([report({ ...prose, 'requests.processed.total': '10（约）' })]), 'H2', 'requests.total')!.outcome).toBe('untestable')
  })

  it('counts a row that the form does not have', () => {
    const table = tableOf([report({ ...prose, 'requests.refused.total': 1 })])
    const statement = { row: 0, figure: 'requests.属于工作秘密.total', asNamed: '属于工作秘密', value: '1', unit: '', note: 'total' }
    const extended = new Table({ ...table.data, statements: [statement] })
    expect(outcomeOf(table, 'H2', 'requests.total')!.outcome).toBe('fail')
    expect(outcomeOf(extended, 'H2', 'requests.total')!.outcome).toBe('pass')
  })

  it('with only totals filled in cannot test the applicants', () => {
    const blanks = Object.fromEntries(['natural', 'business', 'research', 'nonprofit', 'legal', 'other'].map((part) => [`requests.received.${part}`, '']))
    const finding = outcomeOf(tableOf([report({ ...blanks, 'requests.received.total': 5 })]), 'H3', 'requests.received')!
    expect(finding).toMatchObject({ outcome: 'untestable' })
    expect(finding.explanation.zh).toContain('只填了总计')
  })

  it('of an empty table says that the table is blank', () => {
    const cells = Object.fromEntries(['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => [`review.${result}`, '']))
    expect(outcomeOf(tableOf([report({ ...cells, 'narrative.web-items': 3 })]), 'H4', 'review')!.explanation.zh).toContain('整张表空白')
  })

  it('proposes zeros for blanks it fits with', () => {
    const finding = outcomeOf(tableOf([report({ 'review.upheld': 3, 'review.corrected': '', 'review.other': 0, 'review.pending': 0, 'review.total': 3 })]), 'H4', 'review')!
    expect(finding).toMatchObject({ outcome: 'pass-blank', proposals: [{ kind: 'blank-zero', changes: [{ figure: 'review.corrected', before: null, after: 0 }] }] })
  })

  it('names a part that the difference is exactly', () => {
    const finding = outcomeOf(tableOf([report({ 'review.upheld': 7, 'review.corrected': 2, 'review.other': 1, 'review.pending': 4, 'review.total': 10 })]), 'H4', 'review')!
    expect(finding.proposals[0]).toMatchObject({ kind: 'total', changes: [{ figure: 'review.total', before: 10, after: 14 }] })
    expect(finding.proposals[0]!.explanation.zh).toContain('尚未审结')
  })

  it('proposes to take out what was counted twice', () => {
    const table = tableOf([report(requestCells({ ...NO_OUTCOMES, received: 10, 'carried-in': 0, granted: 8, 'partly-granted': 3, 'unavailable.not-held': 2, processed: 10, 'carried-out': 0 }))])
    const finding = outcomeOf(table, 'H2', 'requests.total')!
    expect(finding.outcome).toBe('fail')
    expect(finding.proposals).toContainEqual(expect.objectContaining({ kind: 'counted-twice', changes: [{ figure: 'requests.granted.total', year: 2023, before: 8, after: 5 }] }))
  })
})

describe('years beside one another', () => {
  const carried = (out: number, into: number, more: object = {}) => tableOf([report(requestCells({ 'carried-out': out, received: 3 }), 2022), report(requestCells({ 'carried-in': into, received: 3 }), 2023, more)])

  it('H5: carried in is what was carried out', () => {
    expect(outcomeOf(carried(4, 4), 'H5', 'requests.total', 1)!.outcome).toBe('pass')
    expect(outcomeOf(carried(4, 5), 'H5', 'requests.total', 1)).toMatchObject({ outcome: 'fail', expected: 4, found: 5, cells: ['requests.carried-in.total'], against: { agency: AGENCY, year: 2022, cells: ['requests.carried-out.total'] } })
    expect(outcomeOf(carried(4, 5), 'H5', 'requests.total', 0)).toBeUndefined()
  })

  it('H5 is not made where the basis changed, nor between an office and its region', () => {
    expect(outcomeOf(carried(4, 5, { breaks: true }), 'H5', 'requests.total', 1)).toBeUndefined()
    const table = tableOf([report(requestCells({ 'carried-out': '4（全市）' }), 2022), report(requestCells({ 'carried-in': 5 }))])
    expect(outcomeOf(table, 'H5', 'requests.total', 1)).toMatchObject({ outcome: 'untestable' })
  })

  it('S1 and S3: the stock follows, and no more is repealed than there was', () => {
    const stock = (issued: number, repealed: number, inForce: number) => ({ 'documents.issued': issued, 'documents.repealed': repealed, 'documents.in-force': inForce })
    const table = tableOf([report(stock(0, 0, 10), 2021), report(stock(5, 2, 13), 2022), report(stock(1, 20, 12), 2023)])
    expect([outcomeOf(table, 'S1', 'documents', 1)!.outcome, outcomeOf(table, 'S3', 'documents', 1)!.outcome]).toEqual(['pass', 'pass'])
    expect(outcomeOf(table, 'S1', 'documents', 2)).toMatchObject({ outcome: 'fail', expected: -6, found: 12 })
    expect(outcomeOf(table, 'S3', 'documents', 2)).toMatchObject({ outcome: 'fail', expected: 14, found: 20 })
  })

  it('S2: items before follow from the change', () => {
    const table = tableOf([report({ 'licences.items-before': 100, 'licences.change': '+20' }, 2019), report({ 'licences.items-before': 110, 'licences.change': 0 }, 2020)])
    expect(outcomeOf(table, 'S2', 'licences', 1)).toMatchObject({ outcome: 'fail', expected: 120, found: 110 })
  })

  it.each([
    [1, 6, 'pass'],
    [4, 20, 'pass'],
    [4, 21, 'fail'],
    [21, 4, 'fail'],
    [0, 19, 'pass'],
    [100, 500, 'pass'],
    [100, 501, 'fail'],
  ])('S4: from %d to %d is a %s', (before, now, outcome) => {
    const table = tableOf([report(requestCells({ received: before }), 2022), report(requestCells({ received: now }))])
    expect(outcomeOf(table, 'S4', 'requests.received.total', 1)!.outcome).toBe(outcome)
  })

  it('S8: ten thousand times the neighbouring year, or more than there can be', () => {
    const fees = (...amounts: number[]) => tableOf(amounts.map((amount, at) => report({ 'fees.amount': amount }, 2021 + at)))
    expect(outcomeOf(fees(25.1, 251000), 'S8', 'fees.amount', 1)).toMatchObject({ outcome: 'fail', expected: 25.1, proposals: [{ kind: 'yuan', changes: [{ before: 251000, after: 25.1 }] }] })
    expect(outcomeOf(fees(251000, 25.1), 'S8', 'fees.amount', 0)!.outcome).toBe('fail')
    expect(outcomeOf(fees(251000, 25.1), 'S8', 'fees.amount', 1)!.outcome).toBe('pass')
    expect(outcomeOf(fees(77302800), 'S8', 'fees.amount')!.outcome).toBe('fail')
    expect(outcomeOf(fees(7730.28), 'S8', 'fees.amount')!.outcome).toBe('pass')
  })
})

describe('single cells and whole reports', () => {
  it('H6: counts are whole numbers, money is not below zero, a change may fall', () => {
    const table = tableOf([report({ 'licences.decisions': 2.5, 'penalties.decisions': -3, 'fees.amount': -1, 'measures.decisions': '不详' }), report({ 'licences.change': -3, 'licences.items-before': 4, 'procurement.amount': 3.5 }, 2020)])
    expect(['licences', 'penalties', 'fees'].map((test) => outcomeOf(table, 'H6', test)!.outcome)).toEqual(['fail', 'fail', 'fail'])
    expect(outcomeOf(table, 'H6', 'measures')).toMatchObject({ outcome: 'untestable', cells: ['measures.decisions'] })
    expect(['licences', 'procurement'].map((test) => outcomeOf(table, 'H6', test, 1)!.outcome)).toEqual(['pass', 'pass'])
  })

  it('H7: a second version is told with the cells that differ', () => {
    const table = tableOf([report(requestCells({ received: 5 }))])
    const cells = new Map<FigureId, Cell>([['requests.received.total', { value: 6 }]])
    const doubled = new Table({ ...table.data, versions: [{ row: 0, origin: 'b.csv', against: new Map<FigureId, string>([['requests.received.total', 'a.csv']]), cells }] })
    expect(outcomeOf(table, 'H7', 'report')!.outcome).toBe('pass')
    expect(outcomeOf(doubled, 'H7', 'report')).toMatchObject({ outcome: 'fail', found: 2, cells: ['requests.received.total'] })
    // The report is counted among those that fail, but no number is in doubt for it.
    const found = checkTable(doubled)
    expect([failingReports(found), failingReports(checkTable(table)), failingDoubts(found).any(0)]).toEqual([1, 0, false])
    const equal = new Map<FigureId, Cell>([...cells, ['requests.processed.total', { missing: 'not-known' }]])
    const versions = (last: Cell) => [{ row: 0, origin: 'b.csv', against: new Map<FigureId, string>(), cells: new Map(equal).set('requests.received.total', last) }]
    expect(outcomeOf(new Table({ ...table.data, versions: versions({ value: 6 }) }), 'H7', 'report')).toMatchObject({ outcome: 'fail', cells: ['requests.received.total'], explanation: { en: expect.stringContaining('1 cell differs') } })
    const same = outcomeOf(new Table({ ...table.data, versions: versions({ value: 5 }) }), 'H7', 'report')!
    expect(same).toMatchObject({ outcome: 'pass', found: 2, cells: [] })
    expect([same.explanation.zh, same.explanation.en]).toEqual([expect.stringContaining('各格相同'), expect.stringContaining('stated twice, the same')])
    const repeated = new Table({ ...table.data, problems: [{ kind: 'report-twice', file: 'reports.csv', line: 3, text: `${AGENCY} 2023` }] })
    expect(outcomeOf(repeated, 'H7', 'report')!.outcome).toBe('fail')
  })

  it('S10: a region and its members of the same year', () => {
    const place = { province: '甲省', city: '乙市', county: '' }
    const region = { ...report(requestCells({ received: '50（全市）' })), agency: '乙市人民政府', agencyIs: { ...place, level: '市', category: '政府' } }
    const member = { ...report(requestCells({ received: 4 })), agency: '乙市丙局', agencyIs: { ...place, level: '市', category: '部门' } }
    expect(outcomeOf(tableOf([region]), 'S10', 'region')!.outcome).toBe('pass')
    expect(outcomeOf(tableOf([region, member]), 'S10', 'region')).toMatchObject({ outcome: 'fail', found: 1, cells: ['requests.received.total'] })
    expect(outcomeOf(tableOf([region, { ...member, year: 2022 }]), 'S10', 'region')!.outcome).toBe('pass')
    expect(outcomeOf(tableOf([region, member]), 'S10', 'region', 1)).toBeUndefined()
  })

  it('S10: a government that does not say whose figures it states, and members of its region by their names', () => {
    const government = { agency: '廊桥市人民政府', year: 2023, agencyIs: { level: '', category: '', city: '', county: '' }, cells: { 'requests.received.total': 9 } }
    const member = { agency: '廊桥市教育局', year: 2023, agencyIs: { level: '', category: '' }, cells: { 'requests.received.total': 5 } }
    expect(outcomeOf(tableOf([government]), 'S10', 'region')).toBeUndefined()
    expect(outcomeOf(tableOf([government, { ...member, agency: '乌河市教育局' }]), 'S10', 'region')).toBeUndefined()
    const found = outcomeOf(tableOf([government, member]), 'S10', 'region')!
    expect([found.outcome, found.found, found.explanation.zh.includes('未注明是本机关数还是全区域数'), found.explanation.zh.includes('若为全区域数，相加会重复')]).toEqual(['fail', 1, true, true])
    expect(outcomeOf(tableOf([{ ...government, scope: 'own' }, member]), 'S10', 'region')).toBeUndefined()
    expect(outcomeOf(tableOf([{ ...government, scope: 'region' }, member]), 'S10', 'region')!.explanation.zh).toContain('为全区域数字')
  })
})

describe('a run', () => {
  const reports = Array.from({ length: 400 }, (_, at) => consistentReports(at + 1, `甲市${at}局`, [2021, 2022, 2023])).flat()

  it('goes in steps that say what they found, and finds the same as at once', () => {
    const wrong = reports.map((each, at) => (at % 7 === 0 ? { ...each, cells: { ...each.cells, 'review.total': 1000 } } : each))
    const table = tableOf(wrong)
    const steps = checkSteps(table)
    const seen: number[] = []
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      expect(step.value.total).toBe(1200)
      seen.push(...step.value.found.rows)
    }
    const whole = checkTable(table)
    expect(seen).toEqual([...whole.data.rows])
    expect(step.value.rows).toEqual(whole.data.rows)
    expect(whole.counts().get('H4')!.fail).toBe(Math.ceil(1200 / 7))
  })

  it('writes a finding out when it is read, as it would have been at once', () => {
    const table = tableOf(reports.slice(0, 6))
    const edits: ReadonlyMap<FigureId, Cell>[] = [new Map([['requests.received.natural', { value: 977 }]]), new Map([['review.total', { missing: 'blank' }]]), new Map([['requests.processed.total', { value: 0 }]])]
    const atOnce = edits.map((cells, at) => JSON.stringify(checkReport(table, at + 1, cells)))
    const later = edits.map((cells, at) => checkReport(table, at + 1, cells))
    // Read by turns, the last finding of each report first.
    for (let at = 0; at < Math.max(...later.map(({ length }) => length)); at += 1) for (const findings of later) expect(findings.at(-1 - at)?.explanation.zh).not.toBe('')
    expect(later.map((findings) => JSON.stringify(findings))).toEqual(atOnce)
    expect(new Set(atOnce).size).toBe(3)
  })

  it('checks a report with an edited cell and leaves the table as it is', () => {
    const table = tableOf(reports.slice(0, 3))
    const edited = checkReport(table, 1, new Map([['review.total', { value: 1000 }]]))
    expect(failures(edited, ...HARD).map(({ check, test }) => [check, test])).toEqual([['H4', 'review']])
    expect(failures(checkReport(table, 1), ...HARD)).toEqual([])
  })
})
