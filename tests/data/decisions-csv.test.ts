import { describe, expect, it } from 'vitest'
import { csvBytes } from '@/data'
import { decisionsIn } from '@/data/decisions-csv'
import { checkTable, findingSheet, keyOf, type Decision } from '@/domain/checks'
import { changesIn, changesText } from '@/domain/checks/sheet'
import { tableOf } from '../fixture'

const table = tableOf([{ agency: '甲市教育局', year: 2023, cells: { 'review.upheld': 10, 'review.corrected': 1, 'review.other': 0, 'review.pending': 0, 'review.total': 0 } }])
const findings = [...checkTable(table)]
const decision = (remark: string): Decision => ({ agency: '甲市教育局', year: 2023, check: 'H4', test: 'review', verdict: 'confirmed', remark, changes: findings.find(({ check }) => check === 'H4')!.proposals[0]!.changes, decided: '2026-03-01T08:00:00.000Z', numbers: '11/0' })
const fileOf = (kept: Decision): Uint8Array => csvBytes(findingSheet(table, findings, (finding) => (keyOf({ ...finding }) === keyOf(kept) ? kept : undefined)))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('decisions in a file of findings', () => {
  it.each(['已核实', '=1+1', '+3 与原件不符', 'a "quoted", with\nlines', ''])('come back as they were: %j', (remark) => {
    expect(decisionsIn(fileOf(decision(remark)))).toEqual({ decisions: [decision(remark)], unread: [], lacking: [] })
  })

  it('are read from what a Chinese spreadsheet saves, and with semicolons', () => {
    // 甲市 in GB 18030
    const gb = new Uint8Array([...bytes('agency,year,check,test,decision,remark\r\n'), 0xbc, 0xd7, 0xca, 0xd0, ...bytes(',2023,H4,review,Dismissed,\r\n')])
    expect(decisionsIn(gb).decisions).toEqual([{ agency: '甲市', year: 2023, check: 'H4', test: 'review', verdict: 'dismissed', remark: '', changes: [], decided: '' }])
    expect(decisionsIn(bytes('agency;year;check;test;decision\n甲市;2023;H4;review;confirmed\n')).decisions).toHaveLength(1)
  })

  it('are told line by line where they cannot be read, and other lines go on', () => {
    const file = decisionsIn(bytes('agency,year,check,test,decision,accepted\n甲,2023,H4,review,perhaps,\n甲,2023,H99,review,confirmed,\n甲,2023,H4,review,confirmed,whatever\n甲,2023,H4,review,confirmed,\n乙,2023,H4,review,,\n'))
    expect([file.decisions.length, file.unread]).toEqual([1, [2, 3, 4]])
  })

  it('are not looked for in another file', () => {
    expect(decisionsIn(bytes('name,value\na,1\n')).lacking).toEqual(['agency', 'year', 'check', 'test', 'decision'])
    expect(decisionsIn(new Uint8Array()).lacking).toHaveLength(5)
  })
})

it('changes are written and read back, blanks and figures with blanks in their names too', () => {
  const changes = [{ figure: 'review.total', year: 2023, before: null, after: 11 }, { figure: 'own:Cost per request', year: 2022, before: -1.5, after: null }] as const
  expect(changesIn(changesText(changes))).toEqual(changes)
})
