import '@/domain/all-forms'
import { describe, expect, it } from 'vitest'
import { accused, checkReport, checkTable, sharingCause, stopsOf, type Change, type Finding } from '@/domain/checks'
import { officialFigures, requestRowOf } from '@/domain/checks/sums'
import { APPLICANT_IDS } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { tableOf } from '../fixture'
import { consistentReports, wronglyCarried } from './checks-reports'

type Cells = Record<string, number | string>
type Row = readonly (number | string)[]

const ROWS = officialFigures(formatOf('cn-2021')!, 'requests').filter((figure) => figure.endsWith('.total')).map((figure) => requestRowOf(figure)!)
const RESULTS = ['upheld', 'corrected', 'other', 'pending', 'total']
const YEARS = [2022, 2023, 2024]
const AGENCY = '甲市乙局'

const row = (name: string, values: Row): Cells => Object.fromEntries(APPLICANT_IDS.map((applicant, at) => [`requests.${name}.${applicant}`, values[at]!]))
const review = (kind: string, values: Row): Cells => Object.fromEntries(RESULTS.map((result, at) => [`${kind}.${result}`, values[at]!]))

/** A report in which every sum holds, and which can follow itself. */
const RIGHT: Cells = {
  ...Object.assign({}, ...ROWS.map((name) => row(name, [0, 0, 0, 0, 0, 0, 0]))),
  ...row('received', [40, 10, 3, 1, 5, 0, 59]),
  ...row('carried-in', [4, 1, 0, 0, 1, 0, 6]),
  ...row('granted', [11, 3, 0, 1, 4, 0, 19]),
  ...row('partly-granted', [8, 2, 1, 0, 0, 0, 11]),
  ...row('unavailable.not-held', [15, 4, 2, 0, 1, 0, 22]),
  ...row('not-processed.petition', [6, 1, 0, 0, 0, 0, 7]),
  ...row('processed', [40, 10, 3, 1, 5, 0, 59]),
  ...row('carried-out', [4, 1, 0, 0, 1, 0, 6]),
  ...review('review', [20, 3, 7, 6, 36]),
  ...review('suit-direct', [0, 0, 0, 0, 0]),
  ...review('suit-after-review', [0, 0, 0, 0, 0]),
}

/** Three years of it, with cells of 2023 changed; what is found in a year. */
function found(changes: Cells, year = 2023): Finding[] {
  const table = tableOf(YEARS.map((each) => ({ agency: AGENCY, year: each, cells: each === 2023 ? { ...RIGHT, ...changes } : RIGHT })))
  return checkReport(table, table.rowOf(0, year)).filter(({ outcome, check }) => (outcome === 'fail' || outcome === 'total-blank') && check !== 'S5' && check !== 'S4')
}

const names = (findings: readonly Finding[]): string[] => findings.map(({ check, test }) => `${check} ${test.replace('requests.', '')}`)
const first = ({ proposals: [proposal] }: Finding): string => `${proposal!.kind} ${proposal!.remaining}`
const afters = (changes: readonly Change[]): Record<string, number | null> => Object.fromEntries(changes.map(({ figure, after }) => [figure.replace('requests.', ''), after]))
/** What every finding offers first, and nothing that leaves more sums failing. */
function allOffer(findings: readonly Finding[], told: string, changes: Record<string, number | null>): void {
  for (const finding of findings) {
    expect([finding.test, first(finding)]).toEqual([finding.test, told])
    expect(afters(finding.proposals[0]!.changes)).toEqual(changes)
    expect(finding.proposals.every(({ remaining }) => remaining === finding.proposals[0]!.remaining)).toBe(true)
  }
}

describe('one cause of many findings', () => {
  it('nothing is found in the reports as they are', () => {
    expect(YEARS.flatMap((year) => names(found({}, year)))).toEqual([])
  })

  it('cells that would each repair as much are all accused, not two whose exchange leaves a sum of theirs failing', () => {
    const small: Cells = {
      ...Object.assign({}, ...ROWS.map((name) => row(name, [0, 0, 0, 0, 0, 0, 0]))),
      ...row('received', [7, 0, 0, 1, 0, 0, 11]),
      ...row('granted', [1, 0, 0, 1, 0, 0, 5]),
      ...row('partly-granted', [6, 0, 0, 0, 0, 0, 6]),
      ...row('processed', [7, 3, 0, 1, 0, 0, 8]),
    }
    const table = tableOf([{ agency: AGENCY, year: 2023, cells: { ...RIGHT, ...small, ...row('carried-in', [0, 0, 0, 0, 0, 0, 0]), ...row('carried-out', [0, 0, 0, 0, 0, 0, 0]) } }])
    const findings = checkReport(table, 0).filter(({ outcome, check }) => outcome === 'fail' && check.startsWith('H'))
    const accusedBy = (test: string): string[] => findings.filter((finding) => finding.test === test).flatMap((finding) => [...accused(finding)])
    // Either these totals are wrong and 3 processed too many, or a column was left out and its 3 stand in one row alone.
    expect(accusedBy('requests.granted').sort()).toEqual(['requests.granted.business', 'requests.granted.total'])
    expect(accusedBy('requests.received').sort()).toEqual(['requests.received.business', 'requests.received.total'])
    expect(accusedBy('requests.processed').sort()).toEqual(['requests.processed.business', 'requests.processed.total'])
  })

  it('a row shifted right whose last cell was 0: it still adds up, its columns do not', () => {
    const findings = found(row('granted', [0, 11, 3, 0, 1, 4, 19]))
    expect(names(findings)).toEqual(['H2 natural', 'H2 business', 'H2 research', 'H2 nonprofit', 'H2 legal', 'H2 other', 'S7 granted'])
    allOffer(findings, 'shifted 0', { 'granted.natural': 11, 'granted.business': 3, 'granted.research': 0, 'granted.nonprofit': 1, 'granted.legal': 4, 'granted.other': 0 })
  })

  it('a row shifted left over its total, the last cell blank: no total is proposed that adds up what stands wrong', () => {
    const findings = found(row('received', [10, 3, 1, 5, 0, 59, '']))
    expect(names(findings)).toEqual(['H1 natural', 'H1 business', 'H1 research', 'H1 nonprofit', 'H1 legal', 'H1 other', 'H1 total', 'H3 received', 'S7 received'])
    allOffer(findings, 'shifted 0', { 'received.natural': 40, 'received.business': 10, 'received.research': 3, 'received.nonprofit': 1, 'received.legal': 5, 'received.other': 0, 'received.total': 59 })
  })

  it('a column shifted down by one row', () => {
    const column = ROWS.map((name) => RIGHT[`requests.${name}.natural`]!)
    const findings = found(Object.fromEntries(ROWS.map((name, at) => [`requests.${name}.natural`, at === 0 ? 0 : column[at - 1]!])))
    expect(names(findings)).toEqual(['H2 natural', 'H3 received', 'H3 carried-in', 'H3 granted', 'H3 partly-granted', 'H3 refused.state-secret', 'H3 unavailable.not-held', 'H3 unavailable.to-be-created', 'H3 not-processed.petition', 'H3 not-processed.duplicate', 'H3 processed', 'H3 carried-out', 'H5 natural', 'S7 natural'])
    allOffer(findings, 'shifted 0', { 'received.natural': 40, 'carried-in.natural': 4, 'granted.natural': 11, 'partly-granted.natural': 8, 'refused.state-secret.natural': 0, 'unavailable.not-held.natural': 15, 'unavailable.to-be-created.natural': 0, 'not-processed.petition.natural': 6, 'not-processed.duplicate.natural': 0, 'processed.natural': 40, 'carried-out.natural': 4 })
  })

  it('the outcomes of a column shifted down by one row, the last of them 0: it still adds up, its rows do not', () => {
    const outcomes = ROWS.slice(ROWS.indexOf('granted'), ROWS.indexOf('processed'))
    const findings = found(Object.fromEntries(outcomes.map((name, at) => [`requests.${name}.natural`, at === 0 ? 0 : RIGHT[`requests.${outcomes[at - 1]!}.natural`]!])))
    expect(names(findings)).toEqual(['H3 granted', 'H3 partly-granted', 'H3 refused.state-secret', 'H3 unavailable.not-held', 'H3 unavailable.to-be-created', 'H3 not-processed.petition', 'H3 not-processed.duplicate', 'S7 natural'])
    allOffer(findings, 'shifted 0', { 'granted.natural': 11, 'partly-granted.natural': 8, 'refused.state-secret.natural': 0, 'unavailable.not-held.natural': 15, 'unavailable.to-be-created.natural': 0, 'not-processed.petition.natural': 6, 'not-processed.duplicate.natural': 0 })
  })

  it('a repair that leaves a cell blank is not offered again with a zero there', () => {
    for (const { proposals } of found(row('granted', ['', 11, 3, 0, 1, 4, 19]))) expect(proposals).toHaveLength(1)
  })

  it('the lower half of a column shifted down by one row, nearly empty: not several exchanges of two cells', () => {
    const from = ROWS.indexOf('not-processed.petition')
    const column = ROWS.map((name) => RIGHT[`requests.${name}.business`]!)
    const findings = found({ 'requests.carried-in.business': 0, 'requests.carried-in.total': 5, 'requests.carried-out.total': 5, ...Object.fromEntries(ROWS.map((name, at) => [`requests.${name}.business`, at < from ? (name === 'carried-in' ? 0 : column[at]!) : at === from ? 0 : column[at - 1]!])) })
    const sums = findings.filter(({ check }) => check === 'H2' || check === 'H3')
    expect(names(sums)).toEqual(['H2 business', 'H3 not-processed.petition', 'H3 not-processed.duplicate', 'H3 processed', 'H3 carried-out'])
    allOffer(sums, 'shifted 0', { 'not-processed.petition.business': 1, 'not-processed.duplicate.business': 0, 'processed.business': 10, 'carried-out.business': 0 })
  })

  it('a number split over two cells, all cells after it moved and the total pushed out', () => {
    const findings = found(row('processed', [4, 0, 10, 3, 1, 5, 0]))
    expect(names(findings)).toContain('S6 processed')
    expect(names(findings)).not.toContain('S7 processed')
    allOffer(findings, 'joined 0', { 'processed.natural': 40, 'processed.business': 10, 'processed.research': 3, 'processed.nonprofit': 1, 'processed.legal': 5, 'processed.other': 0, 'processed.total': 59 })
  })

  it('a part too many beside zeros is no number split in two: only its own row would fit, as its total would be reckoned', () => {
    const findings = found({ ...row('granted', [11, 3, 0, 1, 4, 0, 20]), ...row('refused.internal', [0, 10, 0, 0, 0, 0, 0]) })
    expect(names(findings)).toEqual(['H2 business', 'H2 total', 'H3 granted', 'H3 refused.internal'])
    expect(findings.flatMap(({ proposals }) => proposals.map(({ kind }) => kind))).not.toContain('joined')
  })

  it('the same in table 4: the years beside speak for the split, not for the total of what stands there', () => {
    const findings = found(review('review', [2, 0, 3, 7, 6]))
    expect(names(findings)).toEqual(['H4 review', 'S6 review'])
    expect(findings.map(first)).toEqual(['joined 0', 'joined 0'])
    expect(afters(findings[0]!.proposals[0]!.changes)).toEqual({ 'review.upheld': 20, 'review.corrected': 3, 'review.other': 7, 'review.pending': 6, 'review.total': 36 })
  })

  it('two columns exchanged: their own sums hold, what is carried over does not', () => {
    const changes = Object.fromEntries(ROWS.flatMap((name) => [[`requests.${name}.business`, RIGHT[`requests.${name}.research`]!], [`requests.${name}.research`, RIGHT[`requests.${name}.business`]!]]))
    const findings = found(changes)
    expect(names(findings)).toEqual(['H5 business', 'H5 research'])
    for (const { proposals: [proposal] } of findings) {
      expect([proposal!.kind, proposal!.remaining, proposal!.changes.every(({ year }) => year === 2023)]).toEqual(['swapped', 0, true])
      expect(afters(proposal!.changes)).toMatchObject({ 'received.business': 10, 'received.research': 3, 'granted.business': 3, 'granted.research': 0 })
    }
  })

  it('a cell and its total wrong by the same amount: both change, and other cells that would do are counted', () => {
    const findings = found({ 'requests.granted.natural': 18, 'requests.granted.total': 26 })
    expect(names(findings)).toEqual(['H2 natural', 'H2 total'])
    for (const finding of findings) {
      expect(first(finding)).toBe('cell 0')
      expect(afters(finding.proposals[0]!.changes)).toEqual(expect.objectContaining({ [Object.keys(afters(finding.proposals[0]!.changes))[0]!]: expect.any(Number) }))
      expect(finding.proposals.map(({ changes }) => afters(changes))).toContainEqual({ 'granted.natural': 11, 'granted.total': 19 })
    }
  })
})

describe('the plain explanation wins', () => {
  it('a total at 0 beside filled parts is not filled in; nothing has moved', () => {
    const findings = found(review('suit-direct', [1, 2, 1, 0, 0]))
    expect(names(findings)).toEqual(['H4 suit-direct'])
    expect(first(findings[0]!)).toBe('total-unfilled 0')
    expect(afters(findings[0]!.proposals[0]!.changes)).toEqual({ 'suit-direct.total': 4 })
  })

  it.each([[0], ['']])('a whole row of totals at %j', (empty) => {
    const findings = found(row('processed', [empty, empty, empty, empty, empty, empty, empty]))
    expect(names(findings).filter((name) => name.startsWith('S'))).toEqual([])
    expect(findings.length).toBeGreaterThan(8)
    allOffer(findings, 'total-unfilled 0', { 'processed.natural': 40, 'processed.business': 10, 'processed.research': 3, 'processed.nonprofit': 1, 'processed.legal': 5, 'processed.total': 59 })
  })

  it('a row shifted over its total is no split number', () => {
    const findings = found(row('granted', ['', 11, 3, 0, 1, 4, 0]))
    expect(names(findings).filter((name) => name.startsWith('S'))).toEqual(['S7 granted'])
    allOffer(findings, 'shifted 0', { 'granted.natural': 11, 'granted.business': 3, 'granted.research': 0, 'granted.nonprofit': 1, 'granted.legal': 4, 'granted.other': 0, 'granted.total': 19 })
  })
})

describe('what is carried over', () => {
  it('counts the sums of both reports and says which would break', () => {
    const [finding] = found({ 'requests.carried-in.natural': 2, 'requests.carried-in.total': 4, 'requests.received.natural': 42, 'requests.received.total': 61 })
    expect(finding!.proposals.map(({ kind, remaining, changes }) => [kind, remaining, changes[0]!.year])).toEqual([['carried-out-before', 0, 2023], ['carried-out-before', 0, 2022], ['carried-out-before', 2, 2023], ['carried-out-before', 2, 2022]])
    expect(afters(finding!.proposals[0]!.changes)).toEqual({ 'carried-in.natural': 4, 'carried-in.total': 6, 'received.natural': 40, 'received.total': 59 })
    expect(finding!.proposals.slice(2).map(({ explanation }) => explanation.zh)).toEqual(['若 2023 年报的上年结转为 2022 年报的结转数（此处 4）则相符；但 2023 年报会新增 2 项合计不符', '若 2022 年报的结转下年度为 2023 年报的上年结转数（此处 2）则相符；但 2022 年报会新增 2 项合计不符'])
  })

  it('the clean report after a failing one is not accused', () => {
    const [finding, ...others] = found({ 'requests.carried-out.total': 7 }, 2024)
    expect(others).toEqual([])
    expect(finding!.explanation.zh).toContain('错误可能在 2023 年报')
    expect(finding!.explanation.en).toContain('the error is likely in that report')
    expect([first(finding!), finding!.proposals[0]!.changes]).toEqual(['total 0', [{ figure: 'requests.carried-out.total', year: 2023, before: 7, after: 6 }]])
  })
})

describe('soft findings', () => {
  it('propose the one number that makes a stock follow', () => {
    const stock = (issued: number, repealed: number, inForce: number): Cells => ({ 'documents.issued': issued, 'documents.repealed': repealed, 'documents.in-force': inForce })
    const table = tableOf([stock(0, 0, 52), stock(3, 64, 49)].map((cells, at) => ({ agency: AGENCY, year: 2023 + at, cells })))
    const findings = checkReport(table, 1).filter(({ check, outcome }) => outcome === 'fail' && ['S1', 'S3'].includes(check))
    expect(names(findings)).toEqual(['S1 documents', 'S3 documents'])
    for (const { proposals } of findings) expect([proposals[0]!.remaining, proposals[0]!.changes]).toEqual([0, [{ figure: 'documents.repealed', year: 2024, before: 64, after: 6 }]])
  })

  it('propose what makes the items follow from last year’s report', () => {
    const table = tableOf([{ agency: AGENCY, year: 2019, cells: { 'licences.items-before': 40, 'licences.change': '+5' } }, { agency: AGENCY, year: 2020, cells: { 'licences.items-before': 47, 'licences.change': '-2' } }])
    const finding = checkReport(table, 1).find(({ check, test }) => check === 'S2' && test === 'licences')!
    expect(finding.proposals.map(({ changes: [change] }) => [change!.figure, change!.year, change!.after])).toEqual([['licences.items-before', 2020, 45], ['licences.change', 2019, 7], ['licences.items-before', 2019, 42]])
  })

  it('set the text and the table against each other, and name the text once', () => {
    const [finding] = found({ 'narrative.reviews': 33 })
    expect(finding!.explanation.zh).toBe('正文「复议」33，表中行政复议·总计 36；差 −3')
    expect(finding!.proposals.map(({ kind, remaining, changes: [change] }) => [kind, remaining, change!.figure, change!.after])).toEqual([['text', 0, 'narrative.reviews', 36], ['stated-elsewhere', 1, 'review.total', 33]])
  })

  it('of a number that another report explains say so', () => {
    const table = tableOf([279.68, 2290000, 185.53].map((amount, at) => ({ agency: AGENCY, year: 2022 + at, cells: { 'fees.amount': amount } })))
    const texts = [1, 2].map((at) => checkReport(table, at).find(({ check, test }) => check === 'S4' && test === 'fees.amount')!.explanation.zh)
    expect(texts[0]).toContain('本年报的此数似以元填报（S8）')
    expect(texts[1]).toContain('错误可能在 2023 年报')
  })

  it('a fraction is named by the report’s own form, and not rounded', () => {
    const finding = checkReport(tableOf([{ agency: AGENCY, year: 2023, cells: { 'licences.decisions': 228.9, 'licences.change': '' } }]), 0).find(({ check, test }) => check === 'H6' && test === 'licences')!
    expect(finding.label.zh).toBe('行政许可·本年处理决定')
    expect([finding.proposals, finding.explanation.zh.includes('不建议取整')]).toEqual([[], true])
  })

  it('each table is compared by itself, and the original is no copy', () => {
    const two: Cells = { 'rules.repealed': 0, 'documents.repealed': 0, 'rules.issued': 1, 'rules.in-force': 4, 'documents.issued': 2, 'documents.in-force': 30, 'licences.decisions': 2100, 'penalties.decisions': 310, 'measures.decisions': 44, 'fees.amount': 88 }
    const before: Cells = { ...two, 'rules.issued': 0, 'rules.in-force': 3, 'documents.in-force': 28, 'licences.decisions': 1999 }
    const reports = [['甲市乙局', 2022, before], ['甲市乙局', 2023, two], ['甲市丙局', 2022, { ...before, 'documents.in-force': 11 }], ['甲市丙局', 2023, two]] as const
    const table = tableOf(reports.map(([agency, year, cells]) => ({ agency, year, cells })))
    const copied = (at: number): unknown[] => checkReport(table, at).filter(({ check, outcome }) => check === 'S5' && outcome === 'fail').map(({ test, against }) => [test, against!.agency])
    expect([copied(1), copied(3)]).toEqual([[], [['proactive', '甲市乙局']]])
  })

  it('a table that is another agency’s is named where nothing is carried over from it', () => {
    const other = { ...RIGHT, ...row('carried-in', [9, 1, 0, 0, 1, 0, 11]), ...row('received', [35, 10, 3, 1, 5, 0, 54]) }
    const follows = { ...RIGHT, ...row('received', [33, 10, 3, 1, 5, 0, 52]), ...row('carried-in', [11, 1, 0, 0, 1, 0, 13]) }
    const table = tableOf([['甲市乙局', 2022, other], ['甲市乙局', 2023, follows], ['甲市丙局', 2022, other], ['甲市丙局', 2023, RIGHT]].map(([agency, year, cells]) => ({ agency: agency as string, year: year as number, cells: cells as Cells })))
    const carried = checkReport(table, 1).find(({ check, test }) => check === 'H5' && test === 'requests.natural')!
    const copied = (at: number): boolean => checkReport(table, at).some(({ check, test, outcome }) => check === 'S5' && test === 'table' && outcome === 'fail')
    expect([copied(0), copied(2)]).toEqual([true, false])
    expect(carried.explanation.zh).toContain('2022 年报的申请表与另一机关的相同（S5），错误可能在 2022 年报')
    expect(found(row('carried-out', [6, 1, 0, 0, 1, 0, 8]), 2024).some(({ explanation }) => explanation.zh.includes('S5'))).toBe(false)
  })
})

describe('a sum in words', () => {
  const told = (changes: Cells, test: string): string => found(changes).find((finding) => finding.check === 'H3' && finding.test === `requests.${test}`)!.explanation.zh

  it('is no sum where nothing, or one number, stands', () => {
    expect(told({ 'requests.refused.internal.total': 2 }, 'refused.internal')).toBe('各项之和 0；总计 2；差 +2')
    expect(told({ 'requests.refused.internal.natural': 3 }, 'refused.internal')).toBe('自然人 3；总计 0；差 −3')
    expect(told({ 'requests.granted.total': 20 }, 'granted')).toBe('自然人 11 + 商业企业 3 + 社会公益组织 1 + 法律服务机构 4 = 19；总计 20；差 +1')
  })
})

describe('stops on the way through findings', () => {
  const reports = ['1 2022', '1 2022', '1 2022', '2 2022', '2 2023', '2 2023', '2 2026', '3 2026', '3 2027']
  const causes = ['a', 'b', 'a', 'a', 'a', '', 'a', 'a', '']
  const placeAt = (index: number) => {
    const [agency, year] = reports[index]!.split(' ').map(Number)
    return { agency: agency!, year: year! }
  }
  const all = reports.map((_, index) => index)

  it('are the first of each cause of an agency, over years that one change may be about; findings without a cause stand by themselves', () => {
    expect(stopsOf(all, placeAt, (index) => causes[index]!)).toEqual([0, 1, 3, 5, 6, 7, 8])
  })

  it('ask for no cause where no other finding may share it', () => {
    const asked: number[] = []
    stopsOf(all, placeAt, (index) => (asked.push(index), ''))
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 7, 8])
  })
})

describe('one change that settles tests of two years', () => {
  const table = tableOf([...wronglyCarried('甲市财政局'), ...consistentReports(7, '乙市财政局', [2024])])
  const findings = checkTable(table)
  const failing = [...findings].filter(({ outcome }) => outcome === 'fail')
  const names = (of: readonly Finding[]): string[] => of.map(({ year, check }) => `${year} ${check}`)

  it('is known from either year', () => {
    expect(names(failing)).toEqual(['2023 H1', '2023 H3', '2024 H5'])
    expect(failing.map((finding) => names(sharingCause(findings, finding)))).toEqual([['2024 H5'], ['2024 H5'], ['2023 H1', '2023 H3']])
  })

  it('is nothing where nothing fails, and leaves out what fails for another reason', () => {
    const [before, wrong, after] = wronglyCarried('甲市财政局')
    const twice = checkTable(tableOf([before!, wrong!, { ...after!, cells: { ...after!.cells, 'requests.granted.legal': 77 } }]))
    const sum = [...twice].find(({ check, outcome, year }) => check === 'H3' && outcome === 'fail' && year === 2024)!
    expect(sharingCause(twice, sum)).toEqual([])
    expect(sharingCause(findings, { ...failing[0]!, outcome: 'pass' })).toEqual([])
  })
})
