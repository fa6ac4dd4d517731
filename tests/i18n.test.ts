import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMPARISONS } from '@/domain/comparisons'
import { PROBLEM_KINDS } from '@/domain/problem'
import { LANGUAGES, LOCALES, wordsOf } from '@/i18n'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|vue)$/.test(path))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
const literal = new Set(sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([a-z][\w.-]+)'/g)].map(([, key]) => key!)))
const keysOf = (language: string): string[] => Object.keys(LOCALES[language]!.messages)

describe.each(LANGUAGES)('the language %s', (language) => {
  const { messages } = LOCALES[language]!

  it('has every message the sources ask for by name', () => {
    expect(literal.size).toBeGreaterThan(50)
    expect([...literal].filter((key) => !(key in messages))).toEqual([])
  })

  it('has the messages of every problem, with a remedy', () => {
    expect(PROBLEM_KINDS.flatMap((kind) => [`problem.${kind}`, `problem.${kind}.remedy`]).filter((key) => !(key in messages))).toEqual([])
  })

  it('has the same keys as the default language', () => {
    expect(keysOf(language).sort()).toEqual(keysOf('zh-CN').sort())
  })

  it('names every page', () => {
    const words = wordsOf(language)
    for (const { label } of COMPARISONS) expect(words.name(label)).not.toBe('')
  })
})

describe('words', () => {
  it('separate thousands, choose one or other, and show a missing key', () => {
    const words = wordsOf('en')
    expect(words.number(1234.56, 1)).toBe('1,234.6')
    expect(words.t('shell.agencies', { n: 1 })).toBe('1 agency')
    expect(words.t('shell.agencies', { n: 1200 })).toBe('1,200 agencies')
    expect(words.t('no.such-key')).toBe('no.such-key')
  })

  it('are Chinese for an unknown language, and let a language override names by id', () => {
    expect(wordsOf('tlh').language).toBe('zh-CN')
    expect(wordsOf('en').name({ zh: '中', en: 'en' }, 'no.such-id')).toBe('en')
  })
})
