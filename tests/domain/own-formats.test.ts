import { describe, expect, it } from 'vitest'
import { OUTCOME_GROUPS } from '@/domain/figure'
import { formatOf, FORMATS, ownEntries, type Role } from '@/domain/formats'
import { UNITS } from '@/domain/unit'

const OWN_FORMATS = FORMATS.filter((format) => format.own)
/** As the reader compares headings: case, spaces and punctuation do not matter. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const repeated = (texts: readonly string[]): string[] => texts.filter((text, i) => texts.indexOf(text) !== i)

describe.each(OWN_FORMATS.map((format) => [format.id, format] as const))('own format %s', (_, format) => {
  const own = format.own!
  const figures = own.tables.flatMap((table) => table.figures)

  it('names every table and figure once, in both languages', () => {
    expect(repeated(own.tables.map(({ id }) => id))).toEqual([])
    expect(repeated(figures.map(({ id }) => id))).toEqual([])
    expect(repeated(figures.map(({ label }) => label.zh))).toEqual([])
    expect(repeated(figures.map(({ label }) => label.en.toLowerCase()))).toEqual([])
    for (const name of [format.label, format.basis, ...own.tables.map(({ title }) => title), ...figures.map(({ label }) => label)]) {
      expect(name.zh.trim()).toMatch(/\p{Script=Han}|%/u)
      expect(name.en.trim()).not.toBe('')
    }
    for (const { id } of figures) expect(id).toMatch(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
  })

  it('gives no two figures of a table one heading', () => {
    for (const table of own.tables) {
      const headings = table.figures.flatMap((figure) => [...new Set(figure.headings.map(normal))])
      expect(headings).not.toContain('')
      expect(repeated(headings)).toEqual([])
    }
  })

  it('keeps the columns of agency, year and fields apart from the figures', () => {
    const { agency, year, fields, whole } = own.layout
    const columns = [...new Set([...agency, ...year, ...(whole?.headings ?? []), ...Object.values(fields ?? {}).flat()].map(normal))]
    for (const figure of figures) for (const heading of figure.headings) expect(columns).not.toContain(normal(heading))
  })

  it('has what the common measures need', () => {
    const roles = new Set(figures.map(({ role }) => role))
    // Some country may not count those not held, or granted in part; without these two there is nothing to compare.
    for (const role of ['received', 'granted'] as const) expect(roles).toContain(role)
    expect(OUTCOME_GROUPS.filter((group) => roles.has(group)).length).toBeGreaterThanOrEqual(2)
    for (const table of own.tables) {
      for (const role of ['review.received', 'review.upheld', 'review.other', 'review.pending', 'review.total'] as const) expect(table.figures.filter((figure) => figure.role === role).length, `${table.id} ${role}`).toBeLessThanOrEqual(1)
    }
  })

  it('keeps what may not be added up apart from counts', () => {
    for (const table of own.tables) {
      for (const figure of table.figures) {
        const unit = figure.unit ?? table.unit
        expect(UNITS).toHaveProperty(unit)
        if (unit === 'percent' || unit === 'days') expect([figure.kind, figure.role]).toEqual(['rate', undefined])
        if (unit === 'usd') expect(figure.kind).toBe('money')
      }
    }
  })

  it('lists its figures under ids of its own, in the catalogue’s order', () => {
    const listed = format.tables.flatMap((table) => table.rows.flatMap((row) => row.figures))
    expect(listed).toEqual(figures.map(({ id }) => `${format.id}:${id}`))
    expect(ownEntries(format).map(({ id }) => id)).toEqual(listed)
  })
})

/** All headings of a file that has several tables side by side. */
const headingsOf = (id: string): string[] => formatOf(id)!.own!.tables.flatMap((table) => table.figures.flatMap((figure) => [...new Set(figure.headings.map(normal))]))

describe('formats with all tables in one file', () => {
  it.each(['scotland-foisa', 'uk-central'])('%s gives each heading to one figure', (id) => {
    expect(repeated(headingsOf(id))).toEqual([])
  })

  it('cover the columns of their files', () => {
    // 112 columns with name, region, sector and code; 122 with quarter and body.
    expect(ownEntries(formatOf('scotland-foisa')!)).toHaveLength(112 - 4)
    expect(ownEntries(formatOf('uk-central')!)).toHaveLength(122 - 2)
    expect(formatOf('us-foia')!.own!.tables).toHaveLength(15)
    expect(ownEntries(formatOf('us-foia')!)).toHaveLength(93)
  })
})

/** Cells of a real row under their headings, with the table they are of. */
type Row = Readonly<Record<string, number>>
/** Sum of the figures with one of the roles; every heading of the row must be a figure's. */
function sum(format: string, tables: readonly string[], row: Row, ...roles: Role[]): number {
  const figures = formatOf(format)!.own!.tables.filter(({ id }) => tables.includes(id)).flatMap((table) => table.figures)
  return Object.entries(row).reduce((total, [heading, value]) => {
    const figure = figures.find(({ headings }) => headings.map(normal).includes(normal(heading)))
    if (!figure) throw new Error(`No figure: ${heading}`)
    return figure.role && roles.includes(figure.role) ? total + value : total
  }, 0)
}

describe('golden rows of real files', () => {
  const US_REQUESTS: readonly (readonly [string, Row, Row])[] = [
    [
      'Federal Reserve System 2023',
      { 'Number of Requests Pending as of Start of Fiscal Year': 52, 'Number of Requests Received in Fiscal Year': 772, 'Number of Requests Processed in Fiscal Year': 739, 'Number of Requests Pending as of End of Fiscal Year': 85 },
      { 'Number of Full Grants': 233, 'Number of Partial Grants/Partial Denials': 67, 'Number of Full Denials Based on Exemptions': 43, 'No Records': 109, 'All Records Referred to Another Component or Agency': 4, 'Request Withdrawn': 26, 'Fee-Related Reason': 5, 'Records Not Reasonably Described': 16, 'Improper FOIA Request for Other Reason': 143, 'Not Agency Record': 56, 'Duplicate Request': 22, 'Other*': 15, Total: 739 },
    ],
    [
      'All agencies 2023',
      { 'Number of Requests Pending as of Start of Fiscal Year': 298452, 'Number of Requests Received in Fiscal Year': 1199699, 'Number of Requests Processed in Fiscal Year': 1122211, 'Number of Requests Pending as of End of Fiscal Year': 375940 },
      { 'Number of Full Grants': 180082, 'Number of Partial Grants/Partial Denials': 432305, 'Number of Full Denials Based on Exemptions': 40786, 'No Records': 253438, 'All Records Referred to Another Component or Agency': 18744, 'Request Withdrawn': 23211, 'Fee-Related Reason': 4695, 'Records Not Reasonably Described': 9477, 'Improper FOIA Request for Other Reason': 97810, 'Not Agency Record': 20817, 'Duplicate Request': 31509, 'Other*': 9337, Total: 1122211 },
    ],
  ]
  it.each(US_REQUESTS)('US: %s', (_, flow, outcomes) => {
    const of = (role: Role) => sum('us-foia', ['requests'], flow, role)
    expect(of('carried-in') + of('received')).toBe(of('processed') + of('carried-out'))
    expect(sum('us-foia', ['outcomes'], outcomes, ...OUTCOME_GROUPS)).toBe(of('processed'))
  })

  it('US appeals, all agencies 2023', () => {
    const row = { 'Number Affirmed on Appeal': 5770, 'Number Partially Affirmed & Partially Reversed/Remanded on Appeal': 1920, 'Number Completely Reversed/Remanded on Appeal': 3294, 'Number of Appeals Closed for Other Reasons': 3805, Total: 14789 }
    expect(sum('us-foia', ['appeal-outcomes'], row, 'review.upheld', 'review.corrected', 'review.other')).toBe(14789)
    expect(sum('us-foia', ['appeal-outcomes'], row, 'review.total')).toBe(14789)
    expect(sum('us-foia', ['appeal-outcomes'], row, 'review.corrected')).toBe(1920 + 3294)
  })

  it('Scotland: Aberdeenshire 2019 adds up, Aberdeen City 2017 but for 20 requests never answered', () => {
    const exact = { 'FOISA requests': 1633, 'FOISA closed - unclear': 10, 'FOISA closed - withdrawn': 15, 'FOISA refused - cost': 26, 'FOISA - vexatious': 2, 'FOISA - repeated': 57, 'FOISA - full release': 1315, 'FOISA - none released': 34, 'FOISA - some released': 34, 'FOISA - none held ': 140, 'FOISA - no confirm/deny': 0 }
    expect(sum('scotland-foisa', ['foisa'], exact, ...OUTCOME_GROUPS)).toBe(sum('scotland-foisa', ['foisa'], exact, 'received'))
    const unanswered = { 'FOISA requests': 1392, 'FOISA closed - unclear': 112, 'FOISA closed - withdrawn': 17, 'FOISA - faliure to respond': 20, 'FOISA refused - cost': 28, 'FOISA - vexatious': 0, 'FOISA - repeated': 3, 'FOISA - full release': 544, 'FOISA - none released': 169, 'FOISA - some released': 423, 'FOISA - none held ': 76, 'FOISA - no confirm/deny': 0 }
    expect(sum('scotland-foisa', ['foisa', 'foisa-time'], unanswered, ...OUTCOME_GROUPS)).toBe(1392 - 20)
  })

  it('Scotland: EIR of Highland 2019, reviews of East Lothian 2019', () => {
    const eir = { 'EIR requests': 263, 'EIR closed - unclear ': 4, 'EIR closed - withdrawn': 3, 'EIRs refused - cost': 0, 'EIRs - manifestly unreasonable': 1, 'EIRs - full release': 210, 'EIRs - none released ': 6, 'EIRs - some released': 18, 'EIRs - none held': 21, 'EIRs - no confirm/deny': 0 }
    expect(sum('scotland-foisa', ['eir'], eir, ...OUTCOME_GROUPS)).toBe(sum('scotland-foisa', ['eir'], eir, 'received'))
    const foisa = { 'FOISA reviews ': 33, 'FOISA review - wholly/partially upheld': 12, 'FOISA review - substituted decision': 15, 'FOISA review - decision reached ': 6 }
    expect(sum('scotland-foisa', ['foisa-review'], foisa, 'review.upheld', 'review.corrected', 'review.other')).toBe(33)
    const environmental = { 'EIRs reviews': 19, 'EIR review - upheld': 13, 'EIR review - not upheld': 6 }
    expect(sum('scotland-foisa', ['eir-review'], environmental, 'review.upheld', 'review.corrected')).toBe(19)
  })

  const UK: readonly (readonly [string, Row, Row])[] = [
    [
      'Charity Commission 2019',
      { 'Total requests received': 698, 'Requests Processed': 698, 'Requests on-hold or lapsed': 0, 'Requests still being processed': 0, 'Requests where advice and assistance provided': 17, 'Requests where information not held': 127, 'Total "resolvable" requests': 554, 'Initial Outcome Granted in full': 146, 'Initial Outcome  Partially withheld': 174, 'Initial Outcome  Fully withheld': 234, 'Fully refused - vexatious': 1, 'Fully refused - repeated': 3, 'Fully refused - cost limit': 32, 'Fully refused - exemption': 198 },
      { 'Total Internal Reviews': 57, 'Internal Reviews with outcome known': 54, 'IR number upheld in full': 35, 'IR number upheld in part': 17, 'IR number overturned': 2 },
    ],
    [
      'Home Office 2019',
      { 'Total requests received': 4972, 'Requests Processed': 4840, 'Requests on-hold or lapsed': 0, 'Requests still being processed': 132, 'Requests where advice and assistance provided': 831, 'Requests where information not held': 809, 'Total "resolvable" requests': 3332, 'Initial Outcome Granted in full': 1313, 'Initial Outcome  Partially withheld': 325, 'Initial Outcome  Fully withheld': 1562, 'Fully refused - vexatious': 14, 'Fully refused - repeated': 13, 'Fully refused - cost limit': 914, 'Fully refused - exemption': 621 },
      { 'Total Internal Reviews': 320, 'Internal Reviews with outcome known': 262, 'IR number upheld in full': 221, 'IR number upheld in part': 24, 'IR number overturned': 17 },
    ],
  ]
  it.each(UK)('UK: %s', (_, row, reviews) => {
    const of = (...roles: Role[]) => sum('uk-central', ['requests', 'outcomes', 'refusals'], row, ...roles)
    expect(of(...OUTCOME_GROUPS)).toBe(of('processed'))
    expect(of('refused')).toBe(row['Initial Outcome  Fully withheld'])
    expect(of('processed', 'carried-out')).toBe(of('received'))
    const reviewed = (...roles: Role[]) => sum('uk-central', ['internal-reviews'], reviews, ...roles)
    expect(reviewed('review.upheld', 'review.corrected')).toBe(reviewed('review.total'))
  })
})
