import type { Entry } from './entries'
import { tight } from './words'

/** The beginning of a number whose decimals, all zeros, its cell has no room for, and their end. */
const BEGUN = /^\d[\d,]*\.0?$/
const END = /^0{1,2}$/
/** No count is written so: what stands before it was broken off. */
const NO_COUNT = /^00+$/
/** Fewer numbers may be rows of their own. */
const LEAST = 5

/** The beginnings of numbers that a line has, among headings too, where it has no other number; none where it has. */
function begunIn({ text }: Entry): readonly string[] {
  const numbers = text.split(/\s+/).filter((word) => /\p{Nd}/u.test(word))
  return numbers.every((word) => BEGUN.test(word)) ? numbers : []
}

/** Whether the numbers of a row all go on from those of the line above it: 43. over 00. */
const goesOn = (row: Entry, above: Entry | undefined): above is Entry =>
  above !== undefined && row.table !== null && row.table === above.table && row.values.length >= LEAST && row.values.every(({ text }) => END.test(tight(text))) && begunIn(above).length === row.values.length

/** Entries with the whole numbers of rows that cells too narrow for their decimals break over two lines, where no ruling parts these; a row that has but the end of some is told. */
export function withWholeDecimals(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry, at): Entry[] => {
    const [above, below] = [entries[at - 1], entries[at + 1]]
    if (goesOn(entry, above)) return [{ ...entry, values: entry.values.map((piece, index) => ({ ...piece, text: `${begunIn(above)[index]!}${tight(piece.text)}` })) }]
    if (below && goesOn(below, entry)) return entry.labels.length > 0 ? [{ ...entry, values: [] }] : []
    return [entry.loose && entry.told === undefined && entry.values.some(({ text }) => NO_COUNT.test(tight(text))) ? { ...entry, told: 'likely' } : entry]
  })
}
