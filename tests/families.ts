import type { Table } from '@/domain/table'
import { tableOf, type ReportFixture } from './fixture'

const NOWHERE = { province: '', city: '', level: '', category: '' }

const figures = (prefix: string, ids: readonly string[], values: readonly (number | string)[]): Record<string, number | string> => Object.fromEntries(ids.map((id, at) => [`${prefix}${id}`, values[at]!]))

const US_REQUESTS = ['requests.carried-in', 'requests.received', 'requests.processed', 'requests.carried-out']
const US_OUTCOMES = ['full-grant', 'partial-grant', 'full-denial', 'no-records', 'referred', 'withdrawn', 'fees', 'not-described', 'improper', 'not-agency-record', 'duplicate', 'other', 'total'].map((id) => `outcome.${id}`)
const US_EXEMPTIONS = ['1', '2', '3', '4', '5', '6', '7a', '7b', '7c', '7d', '7e', '7f', '8', '9'].map((id) => `exemption.${id}`)
const US_APPEALS = ['appeal.affirmed', 'appeal.partly-reversed', 'appeal.reversed', 'appeal.closed', 'appeal.total', 'appeal.received']
const US_POSTINGS = ['postings.foia-office', 'postings.program-offices']

type Row = readonly (number | string)[]
const us = (agency: string, year: number, requests: Row, outcomes: Row, exemptions: Row, appeals: Row, postings: Row): ReportFixture => ({
  agency,
  year,
  format: 'us-foia',
  agencyIs: NOWHERE,
  cells: { ...figures('us-foia:', US_REQUESTS, requests), ...figures('us-foia:', US_OUTCOMES, outcomes), ...figures('us-foia:', US_EXEMPTIONS, exemptions), ...figures('us-foia:', US_APPEALS, appeals), ...figures('us-foia:', US_POSTINGS, postings) },
})

export const FED = 'Federal Reserve System'
export const NSF = 'National Science Foundation'

/** Rows of FOIA.gov's annual report downloads, copied by hand. */
const US_ROWS: readonly ReportFixture[] = [
  us(FED, 2018, [49, 610, 626, 33], [333, 60, 30, 73, 2, 33, 0, 26, 51, 10, 0, 8, 626], [0, 1, 0, 42, 34, 42, 0, 0, 3, 3, 6, 1, 25, 0], [4, 0, 0, 1, 5, 6], [0, 14]),
  us(FED, 2023, [52, 772, 739, 85], [233, 67, 43, 109, 4, 26, 5, 16, 143, 56, 22, 15, 739], [0, 0, 2, 28, 43, 49, 2, 1, 8, 0, 5, 0, 41, 0], [6, 1, 0, 30, 37, 37], [2, 14]),
  us(NSF, 2018, [278, 329, 349, 258], [26, 219, 12, 52, 4, 33, 0, 0, 3, 0, 0, 0, 349], [0, 1, 1, 196, 5, 208, 2, 0, 6, 0, 0, 0, 0, 0], [1, 3, 0, 0, 4, 4], [0, 229]),
  us(NSF, 2023, [503, 339, 158, 684], [18, 97, 3, 10, 10, 14, 1, 2, 3, 0, 0, 0, 158], [0, 0, 3, 81, 7, 94, 0, 0, 3, 0, 0, 0, 0, 0], [1, 1, 0, 0, 2, 1], [0, 325]),
]

const OUTCOMES = ['received', 'unclear', 'withdrawn', 'cost', 'full', 'none-released', 'partial', 'not-held', 'neither']
const FOISA = [...OUTCOMES, 'vexatious', 'repeated'].map((id) => `foisa.${id}`)
const EIR = [...OUTCOMES, 'unreasonable'].map((id) => `eir.${id}`)
const REVIEWS = ['foisa-review.received', 'foisa-review.upheld', 'foisa-review.substituted', 'foisa-review.decided', 'eir-review.received', 'eir-review.upheld', 'eir-review.not-upheld']

export const ABERDEEN = 'Aberdeen City Council'

/** Rows of the Scottish Information Commissioner's statistics, copied by hand; the second authority leaves its EIR cells blank. */
const SCOTTISH_ROWS: readonly ReportFixture[] = [
  {
    agency: ABERDEEN,
    year: 2013,
    format: 'scotland-foisa',
    agencyIs: { ...NOWHERE, province: 'Grampian', category: 'Local Government' },
    cells: {
      ...figures('scotland-foisa:', FOISA, [760, 90, 12, 35, 293, 87, 209, 53, 1, 0, 0]),
      ...figures('scotland-foisa:', EIR, [288, 19, 3, 3, 138, 22, 87, 9, 0, 1]),
      ...figures('scotland-foisa:', REVIEWS, [25, 9, 4, 12, 5, 2, 3]),
      'scotland-foisa:foisa-exemption.25-1': 58,
    },
  },
  {
    agency: ABERDEEN,
    year: 2019,
    format: 'scotland-foisa',
    cells: {
      ...figures('scotland-foisa:', FOISA, [1170, 77, 4, 16, 460, 155, 346, 93, 0, 0, 1]),
      ...figures('scotland-foisa:', EIR, [543, 39, 1, 1, 243, 36, 187, 29, 0, 3]),
      ...figures('scotland-foisa:', REVIEWS, [32, 19, 6, 7, 4, 2, 2]),
      'scotland-foisa:foisa-exemption.25-1': 165,
    },
  },
  {
    agency: 'A Small College',
    year: 2019,
    format: 'scotland-foisa',
    agencyIs: { ...NOWHERE, province: 'Fife', category: 'Educational Institutions' },
    cells: { ...figures('scotland-foisa:', FOISA, [10, 0, 0, 0, 6, 1, 2, 1, 0, 0, 0]), ...figures('scotland-foisa:', EIR, EIR.map(() => '')) },
  },
]

/** The Attorney General's Office of 2019 in the Cabinet Office's statistics, copied by hand. */
const BRITISH_ROWS: readonly ReportFixture[] = [
  {
    agency: 'Attorney General’s Office',
    year: 2019,
    format: 'uk-central',
    agencyIs: NOWHERE,
    cells: {
      ...figures('uk-central:', ['requests.received', 'requests.processed', 'requests.open', 'outcome.advice', 'outcome.not-held', 'outcome.granted', 'outcome.partly-withheld', 'outcome.withheld'], [270, 269, 1, 6, 135, 58, 10, 60]),
      ...figures('uk-central:', ['refused.vexatious', 'refused.repeated', 'refused.cost', 'refused.exemption'], [2, 9, 7, 42]),
      ...figures('uk-central:', ['exemption.22', 'exemption.24', 'exemption.35', 'exemption.42', 's21.total'], [6, 1, 7, 27, 8]),
      ...figures('uk-central:', ['ir.received', 'ir.decided', 'ir.upheld', 'ir.partly-upheld', 'ir.overturned', 'ico.received'], [20, 20, 18, 2, 0, 3]),
    },
  },
]

const CHINESE_ROW: ReportFixture = {
  agency: '甲省乙市教育局',
  year: 2023,
  cells: { 'requests.received.total': 80, 'requests.carried-in.total': 2, 'requests.granted.total': 20, 'requests.partly-granted.total': 3, 'requests.refused.total': 5, 'requests.unavailable.not-held.total': 40, 'requests.processed.total': 70, 'requests.carried-out.total': 12, 'review.total': 6, 'review.corrected': 1, 'review.pending': 2, 'narrative.items-disclosed': 900 },
}

const READERS_ROW: ReportFixture = {
  agency: 'Town of Somewhere',
  year: 2023,
  format: 'common',
  agencyIs: NOWHERE,
  cells: { 'common:received': 50, 'common:granted': 30, 'common:partly-granted': 5, 'common:refused': 5, 'common:processed': 45, 'own:Cost per request': 12.5 },
}

/** A small table of each family of report formats, and one of several together. */
export const FAMILIES: Readonly<Record<string, Table>> = {
  'us-foia': tableOf(US_ROWS),
  'scotland-foisa': tableOf(SCOTTISH_ROWS),
  'uk-central': tableOf(BRITISH_ROWS),
  common: tableOf([READERS_ROW]),
  several: tableOf([...US_ROWS, ...SCOTTISH_ROWS, ...BRITISH_ROWS, CHINESE_ROW, READERS_ROW]),
  cn: tableOf([CHINESE_ROW]),
}

/** Reports of a format in which every cell is blank, and an agency without a report. */
export const blankReports = (format: string): Table => tableOf([{ agency: FED, year: 2023, format, agencyIs: NOWHERE, cells: { [`${format}:requests.received`]: '' } }], [NSF])
