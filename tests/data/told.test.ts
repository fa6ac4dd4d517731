import { describe, expect, it } from 'vitest'
import { LOAD_ERRORS } from '@/data/load-error'
import { PROBLEM_KINDS } from '@/domain/problem'
import { LOCALES } from '@/i18n'

const KEYS = [...PROBLEM_KINDS.map((kind) => `problem.${kind}`), ...LOAD_ERRORS.map((kind) => `error.${kind}`)]

describe.each(Object.keys(LOCALES))('what is told in %s', (language) => {
  it.each(KEYS)('%s says what happened and what to do', (key) => {
    expect(LOCALES[language]!.messages[key]).toBeTruthy()
    expect(LOCALES[language]!.messages[`${key}.remedy`]).toBeTruthy()
  })
})
