import type { Entry } from './entries'
import { ITEM_LABELS } from './labels'
import { tight } from './words'

const nameOf = ({ labels }: Entry): string => labels.at(-1)?.text ?? ''
const hasNumber = ({ values }: Entry): boolean => values.some(({ text }) => /\p{Nd}/u.test(text))

/** Whether an entry stands in the table of the one before, or at the head of the next page's, which goes on with it. */
const isNext = (entry: Entry, below: Entry): boolean => entry.table !== null && (below.table === entry.table || (below.table === entry.table + 1 && below.place.row === 1 && below.place.page !== entry.place.page))

/** Whether the name of an item of table 2 begins beside its numbers, and ends alone on the line below: its beginning is none by itself, its end none or a shorter name of the same. */
function goesOn(entry: Entry, below: Entry | undefined): below is Entry {
  const isEnd = below !== undefined && isNext(entry, below) && below.labels.length === 1 && below.values.every(({ text }) => tight(text) === '')
  if (!isEnd || !hasNumber(entry) || ITEM_LABELS.is(nameOf(entry)) !== undefined) return false
  const item = ITEM_LABELS.is(`${nameOf(entry)}${nameOf(below)}`)
  return item !== undefined && [undefined, item].includes(ITEM_LABELS.is(nameOf(below)))
}

/** Entries with the whole name of each item of table 2 that the lines of a cell part: 规范性 with the numbers, 文件 below. */
export function withWholeItems(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry, at): Entry[] => {
    const [above, below] = [entries[at - 1], entries[at + 1]]
    if (above && goesOn(above, entry)) return []
    return [goesOn(entry, below) ? { ...entry, labels: [...entry.labels.slice(0, -1), { ...entry.labels.at(-1)!, text: `${nameOf(entry)}${nameOf(below)}` }] } : entry]
  })
}
