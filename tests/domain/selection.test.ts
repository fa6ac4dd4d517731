import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, DEFAULTS, fromLink, fromQuery, reset, SELECTION, toLink, toQuery, type Selection } from '@/domain/selection'
import { unknownIn } from '@/domain/unknown'
import { tableOf } from '../fixture'

describe('a link', () => {
  it('reads what an analyst would write by hand', () => {
    const selection = fromLink('https://example.org/atlas/?view=requests&agency=宿迁市人民政府~淄博市工业和信息化局&year=2019..2024&n=10&lang=en', ['lang', 'theme'])
    expect(selection).toMatchObject({ view: 'requests', agency: ['宿迁市人民政府', '淄博市工业和信息化局'], year: { from: 2019, to: 2024 }, n: 10, unknown: [] })
  })

  it('leaves defaults out and writes ~ and .. readably', () => {
    expect(toQuery(DEFAULTS)).toEqual({})
    expect(toLink({ ...DEFAULTS, view: 'reviews', agency: ['甲', '乙'], year: { from: 2019, to: 2024 } })).toBe('view=reviews&agency=甲~乙&year=2019..2024')
    expect(toQuery({ ...DEFAULTS, year: { from: 2024, to: 2024 } })).toEqual({ year: '2024' })
  })

  it.each(['year=20222', 'year=2024..2019', 'year=a..b', 'view=nonsense', 'top=-3', 'top=0', 'colour=red', 'report=甲', 'applicant=aliens'])('keeps %s, which it does not understand, visible and in the link', (query) => {
    const selection = fromLink(query)
    const [param, text] = query.split('=') as [string, string]
    expect(selection.unknown).toEqual([{ param, text }])
    expect(toQuery(selection)).toEqual({ [param]: text })
    expect({ ...selection, unknown: [] }).toEqual(DEFAULTS)
  })

  it('never throws on anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(fromLink(text)).toBeDefined()))
  })

  const selections: fc.Arbitrary<Selection> = fc
    .record({
      view: fc.constantFrom('overview', 'requests', 'reviews'),
      agency: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 }),
      province: fc.uniqueArray(fc.constantFrom('江苏省', '上海市')),
      year: fc.option(fc.record({ from: fc.integer({ min: 2008, max: 2015 }), to: fc.integer({ min: 2015, max: 2025 }) })),
      at: fc.option(fc.integer({ min: 2008, max: 2025 })),
      top: fc.integer({ min: 1, max: 1000 }),
      n: fc.integer({ min: 0, max: 100 }),
      values: fc.constantFrom('share', 'absolute'),
      scope: fc.constantFrom('own', 'region', 'all'),
      group: fc.constantFrom('', 'refused', 'other'),
      'disclosure-rate': fc.constantFrom('both', 'granted', 'decided'),
      report: fc.option(fc.record({ agency: fc.string({ minLength: 1 }), year: fc.integer({ min: 2008, max: 2025 }) })),
    })
    .map((partial) => ({ ...DEFAULTS, ...partial }) as Selection)

  it('gives the same selection back, as query and as text', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        expect(fromQuery(toQuery(selection))).toEqual(selection)
        expect(fromLink(toLink(selection))).toEqual(selection)
      }),
    )
  })
})

describe('reset and changed', () => {
  it('name what differs and bring it back, keeping the page', () => {
    const selection = fromLink('view=requests&agency=甲&top=5&foo=bar&chart=outcomes')
    expect(changed(selection)).toEqual(['agency', 'top'])
    expect(reset(selection)).toEqual({ ...DEFAULTS, view: 'requests' })
  })

  it('know every parameter by a name fit for a link', () => {
    for (const param of Object.keys(SELECTION)) expect(param).toMatch(/^[a-z-]+$/)
  })
})

describe('unknownIn', () => {
  it('lists what these data do not have', () => {
    const table = tableOf([{ agency: '甲市政府', year: 2023, cells: { 'requests.received.total': 1 } }])
    const selection = fromLink('agency=甲市政府~丙局&province=火星&indicator=nonsense&chart=pie&focus=丁&at=1999&year=2001..2002&report=甲市政府~2022')
    expect(unknownIn(table, selection, ['ranking']).map(({ param, text }) => `${param}:${text}`)).toEqual([
      'agency:丙局', 'province:火星', 'indicator:nonsense', 'chart:pie', 'focus:丁', 'report:甲市政府~2022', 'at:1999', 'year:2001..2002',
    ])
    expect(unknownIn(table, fromLink('agency=甲市政府&chart=ranking'), ['ranking'])).toEqual([])
  })
})
