import type { Account, PickedFile, TableLook } from '@/data/imports'

/** Picked files of these names. */
export const picked = (...names: readonly string[]): PickedFile[] => names.map((name) => ({ key: name, name, file: new Blob(['x']) }))

/** A table as a look gives it: `机关,年,新收`, two lines, not recognised unless said. */
export const look = (name: string, more: Partial<TableLook> = {}): TableLook => ({
  name,
  refused: null,
  encoding: 'utf-8',
  encodingSure: true,
  delimiter: ',',
  format: '',
  shape: 'unknown',
  mapping: { format: '', columns: {}, year: null },
  headings: ['机关', '年', '新收'],
  headingLine: 1,
  sample: [
    ['甲市<b>', '2024', '3'],
    ['乙市', '2024', '5'],
  ],
  preview: [],
  problems: [],
  suggestions: { 机关: [{ as: 'agency' }], 年: [{ as: 'year' }], 新收: [{ as: 'cells', figure: 'requests.received.total' }] },
  lines: 3,
  read: null,
  ...more,
})

/** The account of an import of one file. */
export const account = (more: Partial<Account> = {}): Account => ({
  files: [{ file: 'a.csv', format: 'cn', shape: 'wide', encoding: 'gb18030', delimiter: ',', rowsIn: 5, rowsLoaded: 4, rowsReported: 1, totalsChecked: 1, totalsDiffering: 0 }],
  agencies: 2,
  reports: 4,
  figures: 19,
  versions: 0,
  problems: [],
  problemsUntold: 0,
  ...more,
})
