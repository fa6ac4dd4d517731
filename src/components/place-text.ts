import type { Words } from '@/i18n'

const PARTS = { p: 'place.page', t: 'place.table', r: 'place.row', c: 'place.column', l: 'place.line' } as const
const PLACE = /(?:^|\s)((?:[ptrcl]\d+)(?:\s[ptrcl]\d+)*)$/

/** A place in a document as people say it: of `a.pdf p3 t2 r5 c4` the codes at the end are put into words. Rows and columns are a table's own; the line beside them is the one of the text where the table begins. */
export const placeText = (words: Words, source: string): string =>
  source.replace(PLACE, (all, codes: string) => {
    const parts = [...codes.matchAll(/([ptrcl])(\d+)/g)].map(([, part, n]) => words.t(part === 'l' && /[tr]/.test(codes) ? 'place.from-line' : PARTS[part as keyof typeof PARTS], { n: n! }))
    return `${all === codes ? '' : ' '}${parts.join(words.t('place.within'))}`
  })
