import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAboutNote, isRegionNote, readCell } from '@/domain/cell'

describe('readCell', () => {
  it.each([
    ['0', 'items', 0],
    ['０', 'items', 0],
    ['零', 'items', 0],
    ['1,234', 'items', 1234],
    ['１２３', 'items', 123],
    ['12件', 'items', 12],
    ['35个', 'projects', 35],
    ['2万件', 'items', 20000],
    ['4起', 'cases', 4],
    ['30千元', 'wan-yuan', 3],
    ['+1036', 'projects', 1036],
    ['-3', 'projects', -3],
    ['251000元', 'wan-yuan', 25.1],
    ['3.5万元', 'wan-yuan', 3.5],
    ['3.5', 'wan-yuan', 3.5],
    ['1.2万', 'posts', 12000],
    ['2147483648', 'visits', 2147483648],
    ['100', 'percent', 100],
    ['98.5%', 'percent', 98.5],
  ] as const)('%s in %s is %d', (text, unit, value) => expect(readCell(text, unit)).toMatchObject({ value }))

  it('keeps a note in brackets beside the number', () => {
    expect(readCell('22（其中修订16件）', 'items')).toMatchObject({ value: 22, note: '其中修订16件' })
    expect(readCell('１２（全市，约）', 'items')).toMatchObject({ value: 12, note: '全市，约' })
    expect(readCell('55(含自然失效29件)', 'items')).toMatchObject({ value: 55, note: '含自然失效29件' })
  })

  it('notes a unit of another kind than the column’s', () => {
    expect(readCell('5万元', 'items')).toEqual({ value: 5, note: '万元', raw: '5万元' })
    expect(readCell('3项（新增）', 'wan-yuan')).toMatchObject({ value: 3, note: '项；新增' })
    expect(readCell('3个', 'items')).toEqual({ value: 3, raw: '3个' })
  })

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['/', 'not-applicable'],
    ['—', 'not-applicable'],
    ['∕', 'not-applicable'],
    ['无', 'not-applicable'],
    ['N/A', 'not-applicable'],
    ['<1', 'suppressed'],
    ['*', 'suppressed'],
    ['..', 'not-known'],
    ['见附件', 'unreadable'],
    ['1,23', 'unreadable'],
    ['=1+1', 'unreadable'],
    ['１2 3', 'unreadable'],
  ])('%s is %s, not a number', (text, missing) => expect(readCell(text, 'items')).toMatchObject({ missing }))

  it('keeps the raw text of what it cannot read', () => expect(readCell('约三十', 'items')).toEqual({ missing: 'unreadable', raw: '约三十' }))

  it('never throws and gives either a finite number or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = readCell(text, 'items')
        expect('value' in cell ? Number.isFinite(cell.value) : cell.missing.length > 0).toBe(true)
      }),
    )
  })

  it('reads every whole number back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (n) => void expect(readCell(String(n), 'items')).toEqual({ value: n })))
  })

  it('tells notes about regions and about approximation', () => {
    expect(['全市', '全区', '含全县数'].every(isRegionNote)).toBe(true)
    expect(isRegionNote('其中修订16件')).toBe(false)
    expect(isRegionNote(undefined)).toBe(false)
    expect(isAboutNote('约')).toBe(true)
    expect(isAboutNote(undefined)).toBe(false)
  })
})
