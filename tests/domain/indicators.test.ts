import { describe, expect, it } from 'vitest'
import { COMPARISONS, comparisonOf, indicatorFor } from '@/domain/comparisons'
import { definitionOf, figuresOf, isShare } from '@/domain/definition'
import { Evaluator } from '@/domain/evaluate'
import { APPLICANT_PARTS, OUTCOME_GROUPS, sectionOf } from '@/domain/figure'
import { allIndicators, indicatorOf } from '@/domain/indicators'
import { PAGES, VIEWS } from '@/domain/selection'
import { UNITS } from '@/domain/unit'
import { NO_OUTCOMES, requestCells, tableOf } from '../fixture'

const value = (table: ReturnType<typeof tableOf>, id: string, choices: Record<string, string> = {}, row = 0) => new Evaluator(table, indicatorOf(id)!, 'total', choices).at(row)

describe.each(allIndicators().map((indicator) => [indicator.id, indicator] as const))('indicator %s', (_, indicator) => {
  it('has names, definitions and a unit', () => {
    expect(indicator.label.zh && indicator.label.en).toBeTruthy()
    expect(Object.keys(UNITS)).toContain(indicator.unit)
    for (const definition of indicator.definitions) expect(definition.text.zh && definition.text.en && definition.label.zh && definition.label.en).toBeTruthy()
  })

  it('rests on figures of the catalogue', () => {
    for (const definition of indicator.definitions) for (const figure of figuresOf(definition.formula, 'total')) expect(sectionOf(figure)).toBeDefined()
  })

  it('of nothing is missing with a reason, never zero', () => {
    if (indicator.id.startsWith('coverage.')) return
    const table = tableOf([{ agency: '甲', year: 2023, cells: {} }])
    for (const row of [0, -1]) {
      const result = new Evaluator(table, indicator, 'total', {}).at(row)
      expect(result.value).toBeNull()
      expect(result.missing).not.toBeNull()
    }
  })

  it('a rate is never summed', () => expect(indicator.kind === 'rate' && indicator.summable).toBe(false))
})

describe('the catalogue', () => {
  it('has each id once', () => expect(new Set(allIndicators().map(({ id }) => id)).size).toBe(allIndicators().length))

  it('offers known indicators on every page', () => {
    expect(COMPARISONS.map(({ id }) => id)).toEqual([...PAGES])
    for (const { indicators, leading } of VIEWS.map((view) => comparisonOf(view))) {
      expect(indicators.length).toBeGreaterThan(0)
      for (const id of leading) expect(indicatorOf(id)).toBeDefined()
    }
  })

  it('falls back to the page’s first indicator', () => {
    expect(indicatorFor('reviews', 'documents.issued')).toBe(comparisonOf('reviews').indicators[0])
    expect(indicatorFor('reviews', 'suit-direct.total').id).toBe('suit-direct.total')
  })
})

describe('measures', () => {
  const outcomes = { ...NO_OUTCOMES, granted: 12, 'partly-granted': 3, 'refused.internal': 4, 'refused.inquiry': 1, 'unavailable.not-held': 6, 'not-processed.petition': 2, 'other.other': 2, processed: 30, received: 28, 'carried-in': 5, 'carried-out': 3 }
  const table = tableOf([{ agency: '甲', year: 2023, cells: { ...requestCells(outcomes), 'review.corrected': 2, 'review.total': 10, 'review.pending': 2, 'suit-direct.total': 1, 'suit-after-review.total': 1, 'documents.issued': 4, 'documents.repealed': 1, 'documents.in-force': 50 } }])

  it('sum groups from their rows and add up to processed', () => {
    expect(value(table, 'requests.refused').value).toBe(5)
    const sum = OUTCOME_GROUPS.reduce((total, group) => total + value(table, `requests.${group}`).value!, 0)
    expect(sum).toBe(30)
    const shares = OUTCOME_GROUPS.reduce((total, group) => total + value(table, `requests.${group}.share`).value!, 0)
    expect(shares).toBeCloseTo(100, 10)
  })

  it('follow their definitions', () => {
    expect(value(table, 'requests.accepted').value).toBe(33)
    expect(value(table, 'requests.clearance-rate')).toMatchObject({ value: (30 / 33) * 100, numerator: 30, denominator: 33 })
    expect(value(table, 'requests.carry-over-rate').value).toBeCloseTo(100 / 11, 10)
    expect(value(table, 'requests.refused.share').value).toBeCloseTo(100 / 6, 10)
    expect(value(table, 'requests.not-processed.petition.share').value).toBeCloseTo(200 / 30, 10)
    expect(value(table, 'requests.dispute-rate').value).toBe(40)
    expect(value(table, 'documents.net').value).toBe(3)
    expect(value(table, 'documents.turnover').value).toBe(10)
  })

  it('switch between the three disclosure rates and two correction rates', () => {
    expect(value(table, 'requests.disclosure-rate').value).toBe(50)
    expect(value(table, 'requests.disclosure-rate', { 'disclosure-rate': 'granted' }).value).toBe(40)
    expect(value(table, 'requests.disclosure-rate', { 'disclosure-rate': 'decided' }).value).toBeCloseTo((15 / 26) * 100, 10)
    expect(value(table, 'review.correction-rate').value).toBe(25)
    expect(value(table, 'review.correction-rate', { 'correction-rate': 'total' }).value).toBe(20)
    expect(definitionOf(indicatorOf('review.correction-rate')!, { 'correction-rate': 'nonsense' }).id).toBe('closed')
    expect(isShare(indicatorOf('requests.dispute-rate')!, {})).toBe(false)
  })

  it('use 公开及部分公开 stated as one number', () => {
    const stated = tableOf([{ agency: '甲', year: 2023, cells: requestCells({ disclosed: 7, processed: 10 }) }])
    expect(value(stated, 'requests.disclosure-rate').value).toBe(70)
    expect(value(stated, 'requests.granted').missing).toBe('not-known')
  })

  it.each([['', 'blank'], ['/', 'not-applicable'], ['—', 'not-applicable']])('count a part that says “%s” as zero only beside a stated one, and say so', (text, missing) => {
    const nothing = Object.fromEntries(Object.keys(NO_OUTCOMES).map((row) => [row, text]))
    const report = tableOf([{ agency: '甲', year: 2021, cells: requestCells({ ...nothing, 'refused.internal': 3 }) }])
    expect(value(report, 'requests.refused')).toMatchObject({ value: 3, blankAsZero: true })
    expect(value(report, 'requests.unavailable')).toMatchObject({ value: null, missing })
  })

  it('do not sum a group with an unknown row', () => {
    const report = tableOf([{ agency: '甲', year: 2021, cells: requestCells({ 'refused.internal': 3 }) }])
    expect(value(report, 'requests.refused')).toMatchObject({ value: null, missing: 'not-known' })
  })

  it('prefer the stated total of a group', () => {
    const report = tableOf([{ agency: '甲', year: 2021, cells: requestCells({ refused: 9 }) }])
    expect(value(report, 'requests.refused').value).toBe(9)
  })

  it('say why there is none: no denominator, not in the form', () => {
    const report = tableOf([
      { agency: '甲', year: 2023, cells: requestCells({ granted: 0, 'partly-granted': 0, processed: 0 }) },
      { agency: '甲', year: 2019, cells: requestCells({ received: 1 }) },
      { agency: '乙', year: 2023, cells: { 'documents.in-force': 3 } },
    ])
    expect(value(report, 'requests.disclosure-rate').missing).toBe('not-computable')
    expect(value(report, 'documents.in-force', {}, 1).missing).toBe('not-in-format')
    expect(value(report, 'documents.in-force', {}, 0).missing).toBe('not-known')
  })

  it('never take 总计 as a part of a sum', () => {
    expect(APPLICANT_PARTS).not.toContain('total')
    for (const indicator of allIndicators()) for (const { formula } of indicator.definitions) {
      if (indicator.byApplicant && 'group' in formula) expect(formula.parts.every((part) => !part.endsWith('.total'))).toBe(true)
    }
  })
})
