import { describe, expect, it } from 'vitest'
import { namesText, optionsOf, parameterText, partOf, yearsText, type ListedParam } from '@/components/parameter-text'
import { DEFAULTS, SELECTION, type Param } from '@/domain/selection'
import { LANGUAGES, wordsOf } from '@/i18n'

const zh = wordsOf('zh-CN')
const LISTED: readonly ListedParam[] = ['applicant', 'group', 'values', 'sort', 'scope', 'missing', 'disclosure-rate', 'correction-rate', 'top', 'n']

describe.each(LANGUAGES)('words of the parameters in %s', (language) => {
  const words = wordsOf(language)

  it.each(Object.keys(SELECTION) as Param[])('names %s', (param) => {
    expect(words.t(`param.${param}`)).not.toBe(`param.${param}`)
  })

  it.each(LISTED)('names every value of %s, the default among them', (param) => {
    const options = optionsOf(words, param, DEFAULTS)
    expect(options.map(({ value }) => value)).toContain(String(DEFAULTS[param]))
    for (const { text } of options) expect(text).not.toMatch(/^param\.|^$/)
  })
})

describe('optionsOf', () => {
  it('offers the count of the link even where it is none of the usual ones', () => {
    expect(optionsOf(zh, 'top', { ...DEFAULTS, top: 17 }).map(({ value }) => value)).toContain('17')
  })
})

describe('what bounds the agencies listed', () => {
  it('does not claim to bound those that the reader named', () => {
    for (const param of ['missing', 'top'] as const) {
      expect(optionsOf(zh, param, DEFAULTS).length).toBeGreaterThan(1)
      expect(optionsOf(zh, param, { ...DEFAULTS, agency: ['甲局'] })).toEqual([{ value: String(DEFAULTS[param]), text: '点名的机关全部列出' }])
    }
  })
})

describe('partOf', () => {
  it('gives counts as numbers and words as words', () => {
    expect(partOf('top', '20')).toEqual({ top: 20 })
    expect(partOf('sort', 'name')).toEqual({ sort: 'name' })
  })
})

describe('parameterText', () => {
  it('says years as people write them', () => {
    expect(yearsText(zh, { from: 2021, to: 2024 })).toBe('2021–2024年')
    expect(yearsText(zh, { from: 2024, to: 2024 })).toBe('2024年')
    expect(parameterText(zh, 'at', { ...DEFAULTS, at: 2023 })).toBe('2023年')
  })

  it('names three, then counts', () => {
    expect(namesText(zh, ['甲', '乙'])).toBe('甲、乙')
    expect(namesText(zh, ['甲', '乙', '丙', '丁'])).toBe('甲、乙、丙等 4 个')
  })

  it('gives an unknown indicator as it stands', () => {
    expect(parameterText(zh, 'indicator', { ...DEFAULTS, indicator: 'no.such' })).toBe('no.such')
    expect(parameterText(zh, 'indicator', { ...DEFAULTS, indicator: 'requests.received' })).toBe('本年新收申请')
  })

  it('says the definition chosen', () => {
    expect(parameterText(zh, 'disclosure-rate', { ...DEFAULTS, 'disclosure-rate': 'granted' })).toContain('予以公开')
  })
})
