import { expect, it } from 'vitest'
import { sayScopes } from '@/data/import/import'
import { given as report, html, PLAIN, tablesOf } from '../../reading/documents'
import { file, given, tableOfFiles } from './given'

const REPORT = report(7)
const document = (name: string, agency: string, year = REPORT.year) => file(name, html({ ...REPORT, agency, year }, tablesOf(REPORT, PLAIN, 7), 'tidy', 7))
const text = (files: ReadonlyMap<string, Uint8Array>, path: string): string => new TextDecoder().decode(files.get(path))
const packed = (files: ReadonlyMap<string, Uint8Array>) => [...files].map(([path, bytes]) => file(`p/${path}`, bytes))

it('governments that do not say whose figures they state are counted, are all said to count their region by one press, and not said again', async () => {
  const { files, account } = await given([document('a.html', '廊桥市人民政府'), document('b.html', '廊桥市人民政府', REPORT.year + 1), document('c.html', '廊桥市财政局'), document('d.html', '乌河市人民政府')], { 'd.html': { scope: 'own' } })
  expect(account.regionsUnsaid).toBe(1)
  const said = await sayScopes(files, 'region', null)
  expect(said.reports).toEqual([{ agency: '廊桥市人民政府', year: REPORT.year }, { agency: '廊桥市人民政府', year: REPORT.year + 1 }])
  const table = await tableOfFiles(said.files)
  const regional = (agency: string): boolean | undefined => table.cell('requests.received.total', table.rowOf(table.indexOf(agency), REPORT.year)).regional
  expect([regional('廊桥市人民政府'), regional('廊桥市财政局'), regional('乌河市人民政府')]).toEqual([true, false, false])
  const again = await given(packed(said.files))
  expect(again.account.regionsUnsaid).toBeUndefined()
  expect(text((await sayScopes(said.files, '', said.reports)).files, 'reports.csv')).toBe(text(files, 'reports.csv'))
})

it('what a package says of whose figures it states stays, beside other files too', async () => {
  const { files } = await given([document('d.html', '乌河市人民政府')], { 'd.html': { scope: 'own' } })
  const beside = await given([...packed(files), document('c.html', '廊桥市财政局')])
  expect(text(beside.files, 'reports.csv')).toMatch(/乌河市人民政府,\d+,[^,]+,own,/)
})
