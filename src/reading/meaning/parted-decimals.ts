import type { Entry } from './entries'
import { REQUEST_LABELS } from './labels'
import { tight } from './words'

/** The beginning of a number whose decimals, all zeros, its cell has no room for: 43. over 00, 2.0 over 0. */
const BEGUN = /^\d[\d,]*\.0?$/
const endOf = (begun: string): string => (begun.endsWith('.') ? '00' : '0')
/** No count is written so: what stands before it was broken off. */
const NO_COUNT = /^00+$/
/** Fewer numbers may be rows of their own. */
const LEAST = 5

/** The beginnings of numbers that a line has, among headings too, where it has no other number; none where it has. */
function begunIn({ text }: Entry): readonly string[] {
  const numbers = text.split(/\s+/).filter((word) => /\p{Nd}/u.test(word))
  return numbers.every((word) => BEGUN.test(word)) ? numbers : []
}

/** Whether a line names a row of its own. */
const isNamed = ({ labels }: Entry): boolean => REQUEST_LABELS.name(labels.at(-1)?.text ?? '') !== null

/** Whether the numbers of a row all are the ends of those on the line above it, where no ruling parts them. */
function endsAbove(row: Entry, above: Entry | undefined): above is Entry {
  if (above === undefined || row.table === null || row.table !== above.table || !row.loose || isNamed(above) || row.values.length < LEAST) return false
  const begun = begunIn(above)
  return begun.length === row.values.length && row.values.every(({ text }, at) => tight(text) === endOf(begun[at]!))
}

/** Entries with the whole numbers of rows that cells too narrow for their decimals break over two lines, where no ruling parts these; a row that has but the end of some is told. */
export function withWholeDecimals(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry, at): Entry[] => {
    const [above, below] = [entries[at - 1], entries[at + 1]]
    if (endsAbove(entry, above)) return [{ ...entry, values: entry.values.map((piece, index) => ({ ...piece, text: `${begunIn(above)[index]!}${tight(piece.text)}` })) }]
    if (below && endsAbove(below, entry)) return entry.labels.length > 0 ? [{ ...entry, values: [] }] : []
    return [entry.loose && entry.told === undefined && entry.values.some(({ text }) => NO_COUNT.test(tight(text))) ? { ...entry, told: 'likely' } : entry]
  })
}
