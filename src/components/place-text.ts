import type { Words } from '@/i18n'

const PARTS = { p: 'place.page', t: 'place.table', r: 'place.row', c: 'place.column', l: 'place.line' } as const
const PLACE = /(?:^|\s)((?:[ptrcl]\d+)(?:\s[ptrcl]\d+)*)$/

/** A place in a document as people say it: of `a.pdf p3 t2 r5 c4` the codes at the end are put into words. */
export const placeText = (words: Words, source: string): string =>
  source.replace(PLACE, (all, codes: string) => `${all === codes ? '' : ' '}${[...codes.matchAll(/([ptrcl])(\d+)/g)].map(([, part, n]) => words.t(PARTS[part as keyof typeof PARTS], { n: n! })).join(words.t('place.within'))}`)
