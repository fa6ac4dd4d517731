import type { TypedHead } from '@/domain/typed-head'
import type { Words } from '@/i18n'

/** What of a report's head was typed by hand, and what its document reads there. */
export function typedHeadText(words: Words, { agency, year }: TypedHead): string {
  const read = (text: string | null): string => text ?? words.t('head.unstated')
  return [...(agency === undefined ? [] : [words.t('head.agency-typed', { read: read(agency) })]), ...(year === undefined ? [] : [words.t('head.year-typed', { read: read(year) })])].join(words.t('bench.semi'))
}
