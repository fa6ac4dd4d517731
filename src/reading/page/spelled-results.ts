import type { Item } from './geometry'
import { APPLICANT_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { OF_RESULTS } from './value-columns'
import { tight } from '../meaning/words'

const sorted = (text: string): string => [...text].sort().join('')
/** The letters of each result's names in alphabetical order; 其他 among results is 其他结果. */
const SPELT: readonly ReadonlySet<string>[] = RESULT_ORDER.map((id) => new Set([...RESULT_LABELS.writings(id), ...(id === 'other' ? APPLICANT_LABELS.writings('other') : [])].map(sorted)))
const NAMES = RESULT_ORDER.map((id) => RESULT_LABELS.writings(id)[0]!)
const LETTERS: ReadonlySet<string> = new Set(SPELT.flatMap((names) => [...names].flatMap((name) => [...name])))
const LONGEST = Math.max(...SPELT.flatMap((names) => [...names].map((name) => name.length)))

/** Whether a piece has no letters but those of results. */
export const isOfResults = ({ text }: Item): boolean => [...tight(text)].every((letter) => LETTERS.has(letter))

function around(pieces: readonly Item[], text: string): Item {
  const [x, y] = [Math.min(...pieces.map((each) => each.x)), Math.min(...pieces.map((each) => each.y))]
  return { text, x, y, width: Math.max(...pieces.map((each) => each.x + each.width)) - x, height: Math.max(...pieces.map((each) => each.y + each.height)) - y }
}

/** The results that pieces from a place on spell, each the next in the form's order and right of the one before; null where they do not. */
function spelt(pieces: readonly Item[], from: number, before: readonly Item[]): readonly Item[] | null {
  if (from === pieces.length) return OF_RESULTS.includes(before.length) ? before : null
  const [at, last] = [before.length % RESULT_ORDER.length, before.at(-1)]
  let letters = ''
  for (let end = from; end < pieces.length && letters.length <= LONGEST; end += 1) {
    letters += tight(pieces[end]!.text)
    if (!SPELT[at]!.has(sorted(letters))) continue
    const result = around(pieces.slice(from, end + 1), NAMES[at]!)
    const found = last && result.x < last.x + last.width ? null : spelt(pieces, end + 1, [...before, result])
    if (found) return found
  }
  return null
}

/** The headings of table 4, from left to right, by the letters of the results, which narrow columns break in any way; null where pieces do not spell all of them in the form's order. */
export const spelledResults = (headings: readonly Item[]): readonly Item[] | null => spelt(headings.filter(isOfResults).sort((a, b) => a.x - b.x || a.y - b.y), 0, [])
