import { label, type Label } from '../label'

/** A number as it stands in a file: every digit, no grouping. */
export const plain = (value: number): string => String(Number(value.toPrecision(12)))

/** A number as it stands in an explanation: the same, with a minus where it is negative. */
export const written = (value: number): string => plain(value).replace('-', '−')

/** A difference with its sign. */
export const signed = (value: number): string => (value > 0 ? `+${written(value)}` : written(value))

/** Labels put together, one language at a time. */
export const phrase = (compose: (of: (text: Label) => string, language: keyof Label) => string): Label => label(compose((text) => text.zh, 'zh'), compose((text) => text.en, 'en'))

export interface Named {
  readonly label: Label
  readonly value: number
}

/** `a 1 + b 2`; zeros are left out where another number stands. */
export function addition(terms: readonly Named[]): Label {
  const filled = terms.length === 1 ? terms : terms.filter(({ value }) => value !== 0)
  return phrase((of) => (filled.length > 0 ? filled.map(({ label: name, value }) => `${of(name)} ${written(value)}`).join(' + ') : '0'))
}
