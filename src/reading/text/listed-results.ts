import type { ReviewKind, ReviewResult } from '@/domain/figure'
import { KIND_ORDER, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { kindIn } from '../meaning/result-headings'
import { addsUp, type LaidCell } from './laid-cells'
import type { RowLine } from './form-rows'
import { KIND_WORDS, RESULT_WORDS } from './laid-reviews'
import type { LaidRow } from './laid-tables'

const RESULTS = RESULT_ORDER.length
/** So many kinds must be named beside their own results: nothing else tells whose these are. */
const LEAST_NAMED = 2

interface Listed {
  readonly at: number
  readonly result: ReviewResult
}

/** A line whose last label is a result, with a number or none. */
function listedIn({ labels, values }: RowLine, at: number): Listed[] {
  const result = RESULT_LABELS.is(labels.at(-1)?.text ?? '')
  return result !== undefined && values.length <= 1 ? [{ at, result }] : []
}

/** The kinds that lines name. */
const kindsIn = (lines: readonly RowLine[]): ReviewKind[] => lines.flatMap(({ labels }) => labels.flatMap(({ text }) => kindIn(text, true) ?? []))

/** Whether the results of a kind add up to its total, blank ones as none. */
const isSum = (values: readonly string[]): boolean => values.at(-1) !== '' && addsUp(values.map((text): LaidCell => ({ x: 0, y: 0, width: 0, parts: [text === '' ? '0' : text] }))) === true

/** Table 4 of a text laid out in columns with a result a line, all five of each kind, whose name stands beside any of them. Null where it has another shape, or a kind's name stands beside another's results. */
export function listedResults(lines: readonly RowLine[]): LaidRow[] | null {
  const listed = lines.flatMap(listedIn)
  const inOrder = listed.length === KIND_ORDER.length * RESULTS && listed.every(({ result }, at) => result === RESULT_ORDER[at % RESULTS])
  if (!inOrder || lines.some(({ values }, at) => values.length > 0 && !listed.some((each) => each.at === at))) return null
  const named = KIND_ORDER.map((_, kind) => kindsIn(lines.slice(listed[kind * RESULTS]!.at, listed[kind * RESULTS + RESULTS - 1]!.at + 1)))
  if (named.some((kinds, kind) => kinds.some((each) => each !== KIND_ORDER[kind])) || named.filter((kinds) => kinds.length > 0).length < LEAST_NAMED) return null
  return KIND_ORDER.flatMap((kind, index) => {
    const own = listed.slice(index * RESULTS, (index + 1) * RESULTS).map(({ at, result }) => ({ result, value: lines[at]!.values[0]?.text ?? '' }))
    const sure = isSum(own.map(({ value }) => value))
    // Beside a blank no sum bears out, that no number stands on its line may be the layout's doing.
    return own.map(({ result, value }): LaidRow => ({ cells: [KIND_WORDS[kind], RESULT_WORDS[result], value], ...(value === '' && !sure ? { told: 'empty' as const } : {}) }))
  })
}
