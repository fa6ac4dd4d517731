import { describe, expect, it } from 'vitest'
import { comparisonOf, indicatorFor } from '@/domain/comparisons'
import { cellsBehind, dossierOf } from '@/domain/dossier'
import { Evaluator } from '@/domain/evaluate'
import { OUTCOME_GROUPS } from '@/domain/figure'
import { FORMATS } from '@/domain/formats'
import { allIndicators, indicatorOf } from '@/domain/indicators'
import { schemeOf, type Scheme } from '@/domain/scheme'
import { DEFAULTS, VIEWS } from '@/domain/selection'
import { sliceOf, type Cut } from '@/domain/slice'
import { totalOf } from '@/domain/total'
import { unknownIn } from '@/domain/unknown'
import { ABERDEEN, FAMILIES, FED, NSF } from '../families'
import { tableOf } from '../fixture'

const idsOf = ({ outcomes, joint, processed, disclosureRate, flow, reasons, proactive, reviews, correctionRates, pages }: Scheme): string[] => [
  ...outcomes.flatMap(({ indicator, share, rows }) => [indicator, share, ...rows.flatMap((row) => [row.indicator, row.share])]),
  ...(joint ? [joint.whole, ...joint.parts] : []),
  ...[processed, disclosureRate, reasons.rankBy, reviews.rankBy].filter((id) => id !== undefined),
  ...flow,
  ...reasons.groups.flatMap(({ indicators }) => indicators),
  ...proactive,
  ...reviews.kinds.flatMap(({ results, total }) => [...Object.values(results), ...(total ? [total] : [])]),
  ...correctionRates,
  ...Object.values(pages).flatMap(({ indicators, leading, yearBy }) => [...indicators.map(({ id }) => id), ...leading, ...yearBy]),
]

describe.each(Object.entries(FAMILIES))('the scheme of %s', (_, table) => {
  const scheme = schemeOf(table)

  it('names only indicators there are, of its own family', () => {
    for (const id of idsOf(scheme)) {
      expect(indicatorOf(id), id).toBeDefined()
      expect([scheme.family, 'any']).toContain(indicatorOf(id)!.family)
    }
  })

  it('tells outcomes from open to closed, with a name in both languages', () => {
    const order = scheme.outcomes.map(({ group }) => OUTCOME_GROUPS.indexOf(group))
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
    for (const { label, rows } of scheme.outcomes) for (const { zh, en } of [label, ...rows.map((row) => row.label)]) expect(zh && en).toBeTruthy()
  })

  it('offers on a page the figures that lead it, each once', () => {
    for (const view of VIEWS) {
      const { indicators, leading, yearBy } = comparisonOf(view, table)
      expect(new Set(indicators).size).toBe(indicators.length)
      expect(leading.length > 0).toBe(indicators.length > 0)
      expect(yearBy.length > 0).toBe(indicators.length > 0)
      expect(indicatorFor(view, '', table)).toBe(indicators[0] ?? comparisonOf('overview', table).indicators[0])
    }
  })

  it('is made once', () => expect(schemeOf(table)).toBe(scheme))
})

describe.each(FORMATS.filter(({ own }) => own).map((format) => [format.id, format] as const))('the figures of %s', (id, { family }) => {
  it('are indicators, each with the form’s heading and basis', () => {
    const own = allIndicators().filter((indicator) => indicator.family === family && indicator.id.startsWith(`${id}:`))
    expect(own.length).toBeGreaterThan(10)
    for (const { definitions, unit, kind, summable } of own) {
      if (unit === 'days' || kind === 'rate') expect(summable).toBe(false)
      for (const { text, brief } of definitions) for (const each of [text, brief ?? text]) expect(each.zh && each.en).not.toMatch(/undefined|^\s*$/)
    }
  })
})

const value = (name: keyof typeof FAMILIES, agency: string, year: number, id: string, choices: Record<string, string> = {}) => {
  const table = FAMILIES[name]!
  return new Evaluator(table, indicatorOf(id)!, 'total', choices).at(table.rowOf(table.indexOf(agency), year))
}

describe('US reports', () => {
  it('have the shares, sums and rates of their own figures', () => {
    expect(value('us-foia', FED, 2023, 'us-foia:outcome.full-grant.share')).toMatchObject({ value: (233 / 739) * 100, numerator: 233, denominator: 739 })
    expect(value('us-foia', FED, 2023, 'us-foia:outcomes.other')).toMatchObject({ value: 4 + 26 + 5 + 16 + 143 + 56 + 22 + 15 })
    expect(value('us-foia', FED, 2023, 'us-foia:disclosure-rate').value).toBeCloseTo((300 / 739) * 100, 10)
    expect(value('us-foia', FED, 2023, 'us-foia:disclosure-rate', { 'disclosure-rate': 'decided' }).value).toBeCloseTo((300 / (300 + 43 + 109)) * 100, 10)
    expect(value('us-foia', FED, 2023, 'us-foia:clearance-rate').value).toBeCloseTo((739 / 824) * 100, 10)
    expect(value('us-foia', FED, 2023, 'us-foia:correction-rate')).toMatchObject({ numerator: 1, denominator: 37 })
    expect(value('us-foia', FED, 2023, 'us-foia:all.proactive').value).toBe(16)
  })

  it('fill the bar: the outcomes add up to what was processed', () => {
    const sum = schemeOf(FAMILIES['us-foia']).outcomes.reduce((total, { share }) => total + value('us-foia', FED, 2023, share).value!, 0)
    expect(sum).toBeCloseTo(100, 10)
  })

  it('add up over agencies, rates from their parts', () => {
    const table = FAMILIES['us-foia']!
    const total = (id: string) => totalOf(table, { ...DEFAULTS, at: 2023 }, id)
    expect(total('us-foia:requests.received')).toMatchObject({ value: 772 + 339, agencies: 2 })
    expect(total('us-foia:disclosure-rate')).toMatchObject({ numerator: 300 + 115, denominator: 739 + 158 })
  })

  it('list behind a common measure the cells of their own form only', () => {
    const table = FAMILIES['several']!
    const cells = cellsBehind(table, DEFAULTS, indicatorOf('common.granted')!, 'total', table.rowOf(table.indexOf(FED), 2023))
    expect(cells.map(({ figure, file }) => [figure, file])).toEqual([['us-foia:outcome.full-grant', 'figures.csv']])
  })

  it('show their tables under the official headings', () => {
    const table = FAMILIES['us-foia']!
    const { tables } = dossierOf(table, table.rowOf(table.indexOf(FED), 2023))
    expect(tables[0]!.rows.map(({ official }) => official)).toContain('Number of Requests Received in Fiscal Year')
    expect(tables.map(({ table: { title } }) => title.en)).not.toContain('Consultations from other agencies')
  })

  it('keep a reader’s name of a single outcome, and open what has rows', () => {
    const outcomes = schemeOf(FAMILIES['us-foia']).outcomes
    expect(outcomes.map(({ group, label, rows }) => [group, label.en, rows.length])).toEqual([
      ['granted', 'full grants', 0],
      ['partly-granted', 'partial grants', 0],
      ['refused', 'full denials based on exemptions', 0],
      ['unavailable', 'no records', 0],
      ['other', 'other outcome', 8],
    ])
  })

  it('have no page of public comments, and say so of links that ask for other forms’ figures', () => {
    const table = FAMILIES['us-foia']!
    expect(comparisonOf('participation', table).indicators).toEqual([])
    expect(unknownIn(table, { ...DEFAULTS, indicator: 'requests.received' }, [])).toEqual([{ param: 'indicator', text: 'requests.received' }])
    expect(unknownIn(table, { ...DEFAULTS, indicator: 'us-foia:requests.received' }, [])).toEqual([])
  })
})

describe('Scottish reports', () => {
  it('add both regimes up, and all outcomes where the form has no total', () => {
    expect(value('scotland-foisa', ABERDEEN, 2019, 'scotland-foisa:all.received').value).toBe(1170 + 543)
    const processed = 460 + 346 + 155 + 0 + 16 + 0 + 1 + 93 + 77 + 4 + 243 + 187 + 36 + 0 + 1 + 3 + 29 + 39 + 1
    expect(value('scotland-foisa', ABERDEEN, 2019, 'scotland-foisa:all.processed').value).toBe(processed)
    expect(value('scotland-foisa', ABERDEEN, 2019, 'common.granted.share')).toMatchObject({ numerator: 460 + 243, denominator: processed })
    expect(value('scotland-foisa', ABERDEEN, 2019, 'scotland-foisa:correction-rate')).toMatchObject({ numerator: 6 + 2, denominator: 19 + 6 + 7 + 2 + 2 })
  })

  it('count blank cells as zero beside stated ones, and say so', () => {
    expect(value('scotland-foisa', 'A Small College', 2019, 'scotland-foisa:outcomes.granted')).toMatchObject({ value: 6, blankAsZero: true })
    expect(value('scotland-foisa', 'A Small College', 2019, 'scotland-foisa:eir.full')).toMatchObject({ value: null, missing: 'blank' })
  })

  it('have no rate of clearance: the form does not count what was carried in', () => {
    expect(indicatorOf('scotland-foisa:clearance-rate')).toBeUndefined()
    expect(value('scotland-foisa', ABERDEEN, 2019, 'common.clearance-rate').missing).toBe('not-in-format')
  })

  it('offer of very many reasons those given most', () => {
    const { reasons } = schemeOf(FAMILIES['scotland-foisa'])
    const shown = reasons.groups.flatMap(({ indicators }) => indicators)
    expect(shown).toHaveLength(20)
    expect(reasons.of).toBeGreaterThan(60)
    expect(reasons.rankBy).toBe('scotland-foisa:foisa-exemption.25-1')
    expect(shown).toContain('scotland-foisa:foisa-exemption.25-1')
  })
})

describe('reports of several forms together', () => {
  const table = FAMILIES['several']!

  it('are compared by the common measures only', () => {
    expect(table.family).toBe('common')
    expect(schemeOf(table).families).toHaveLength(5)
    const offered = VIEWS.flatMap((view) => comparisonOf(view, table).indicators)
    expect(offered.filter(({ id }) => !id.startsWith('common.'))).toEqual([])
  })

  it('are not added across forms, neither all of them nor those a ranking leaves out', () => {
    const cut: Cut = { across: 'agencies', indicators: ['common.received'], rankBy: 'common.received' }
    const rest = (name: string) => sliceOf(FAMILIES[name]!, { ...DEFAULTS, at: 2023, top: 1 }, cut).rest
    expect(totalOf(table, { ...DEFAULTS, at: 2023 }, 'common.received')).toMatchObject({ value: null })
    expect(rest('several').agencies).toBeGreaterThan(1)
    expect(rest('several').sum).toBeNull()
    expect(rest('us-foia')).toMatchObject({ agencies: 1, sum: 339 })
  })

  it.each([
    [FED, 2023, { received: 772, processed: 739, granted: 233, 'partly-granted': 67, refused: 43, 'not-held': 109, other: 287, pending: 85, reviewed: 37, corrected: 1, proactive: 16 }],
    [NSF, 2018, { received: 329, 'carried-in': 278, processed: 349, granted: 26, refused: 12, corrected: 3, proactive: 229 }],
    ['Attorney General’s Office', 2019, { received: 270, processed: 269, granted: 58, 'partly-granted': 10, refused: 60, 'not-held': 135, other: 6, pending: 1 }],
    ['甲省乙市教育局', 2023, { received: 80, 'carried-in': 2, processed: 70, granted: 20, 'partly-granted': 3, refused: 5, 'not-held': 40, pending: 12, reviewed: 6, corrected: 1, proactive: 900 }],
    ['Town of Somewhere', 2023, { received: 50, granted: 30, refused: 5, processed: 45 }],
  ])('count of %s in %i what its form says', (agency, year, expected) => {
    for (const [id, number] of Object.entries(expected)) expect(value('several', agency, year, `common.${id}`).value, id).toBe(number)
  })

  it('have rates over each form’s own figures', () => {
    expect(value('several', '甲省乙市教育局', 2023, 'common.disclosure-rate')).toMatchObject({ numerator: 23, denominator: 70 })
    expect(value('several', '甲省乙市教育局', 2023, 'common.correction-rate')).toMatchObject({ numerator: 1, denominator: 4 })
    expect(value('several', FED, 2023, 'common.review-rate').value).toBeCloseTo((37 / 739) * 100, 10)
    expect(value('several', 'Attorney General’s Office', 2019, 'common.carried-in').missing).toBe('not-in-format')
  })

  it('stand in one ranking', () => {
    const slice = sliceOf(table, { ...DEFAULTS, at: 2023, n: 0 }, { across: 'agencies', indicators: ['common.disclosure-rate'], rankBy: 'common.disclosure-rate' })
    expect(slice.subjects.map(({ name }) => name)).toEqual(['Town of Somewhere', NSF, FED, '甲省乙市教育局'])
  })

  it('say in each definition what every form counts', () => {
    const { text } = indicatorOf('common.granted')!.definitions[0]
    expect(text.zh).toContain('中国——予以公开')
    expect(text.en).toContain('United States: full grants')
    expect(text.en).toContain('FOISA: full release + EIR: full release')
  })
})

describe('columns that no format lists', () => {
  it('are offered under their headings where all reports are of one form', () => {
    const { indicators } = comparisonOf('requests', FAMILIES['common'])
    expect(indicators.map(({ id }) => id)).toContain('own:Cost per request')
    expect(indicatorOf('own:Cost per request')).toBe(indicatorOf('own:Cost per request'))
    expect(indicatorOf('own:Cost per request')).toMatchObject({ label: { zh: 'Cost per request' }, summable: false })
    expect(indicatorOf('own:')).toBeUndefined()
    expect(unknownIn(FAMILIES['common']!, { ...DEFAULTS, indicator: 'own:Nothing' }, [])).toEqual([{ param: 'indicator', text: 'own:Nothing' }])
  })
})

describe('before a table is there', () => {
  it('the national forms are assumed, and of no reports too', () => {
    expect(schemeOf(null)).toBe(schemeOf(tableOf([])))
    expect(schemeOf(null).wording).toBe('')
  })
})
