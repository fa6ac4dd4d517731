import type { Run, RunRow } from './laid-runs'

/** Runs of one column start no further apart. */
export const SAME = 1
/** Where they may start further apart, they do no more than this share of what parts columns. */
const MOST_SPREAD = 0.75

/** The middle one of some values. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** The clusters of runs that start in the first column, or end in the last, wherever they stand. */
export const [FIRST, LAST] = [-1, -2]

/** Runs by where they start. */
export interface Clusters {
  /** The cluster of each run of each row. */
  readonly of: number[][]
  /** Where each starts. */
  readonly at: number[]
  /** Where the runs of each start. */
  readonly groups: readonly (readonly number[])[]
  /** How far runs stand from where their clusters start, all together. */
  readonly off: number
  /** Where the totals stand that are in the last column wherever they stand; null without any. */
  readonly last: number | null
}

/** Null where two runs of one row start together. */
export function clustered(rows: readonly RunRow[], alignment: number, same: number): Clusters | null {
  const key = ({ x, width }: Pick<Run, 'x' | 'width'>): number => x + alignment * width
  const keys = rows.flatMap(({ runs }) => runs.filter(({ edge }) => edge === null).map(key)).sort((a, b) => a - b)
  const groups: number[][] = []
  for (const each of keys) {
    if (groups.length > 0 && each - groups.at(-1)![0]! <= same) groups.at(-1)!.push(each)
    else groups.push([each])
  }
  const of = rows.map(({ runs }) => runs.map((run) => (run.edge === 'first' ? FIRST : run.edge === 'last' ? LAST : groups.findLastIndex(([from]) => from! <= key(run)))))
  if (of.some((own) => new Set(own).size < own.length)) return null
  const at = groups.map(median)
  const totals = rows.flatMap(({ runs, cells }) => (runs.at(-1)?.edge === 'last' ? [cells.at(-1)!] : []))
  const spread = Math.max(0, ...groups.map((group) => group.at(-1)! - group[0]!))
  if (same > SAME && at.some((each, index) => index > 0 && spread > (each - at[index - 1]!) * MOST_SPREAD)) return null
  return { of, at, groups, last: totals.length > 0 ? median(totals.map(key)) : null, off: offOf(groups) }
}

/** How far all runs stand from the middle ones of their groups. */
const offOf = (groups: readonly (readonly number[])[]): number => groups.reduce((sum, group) => sum + group.reduce((own, each) => own + Math.abs(each - median(group)), 0), 0)

/** Clusters whose runs stand no further apart may be one column: a part of its rows stands moved. */
const MOST_MOVED = 6

/** Clusters with two that stand beside each other as one, where no row has a run in both. */
export function metIn(found: Clusters): Clusters[] {
  const { of, at, groups } = found
  return at.slice(1).flatMap((start, before): Clusters[] => {
    if (start - at[before]! > MOST_MOVED || of.some((own) => own.includes(before) && own.includes(before + 1))) return []
    const met = groups.flatMap((group, index) => (index === before ? [[...group, ...groups[before + 1]!]] : index === before + 1 ? [] : [group]))
    return [{ ...found, groups: met, at: met.map(median), of: of.map((own) => own.map((cluster) => (cluster > before ? cluster - 1 : cluster))), off: offOf(met) }]
  })
}
