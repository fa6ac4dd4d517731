import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue'
import { afterFrame } from '@/components/frames'
import { causeOf, mayShareCause, stopsOf, type Findings, type ReportPlace } from '@/domain/checks'

/** Milliseconds of counting in a frame: to know its cause a finding must be written out. */
const SLICE = 8

/** Where the open finding stands on the way. */
export interface Place {
  /** Its stop, from 1; 0 where it is not on the way; null while the stops are counted. */
  readonly at: number | null
  readonly of: number
}

export interface WayQuery {
  readonly findings: ComputedRef<Findings | null>
  /** The findings listed, those that the filter by decision leaves out too, and without these. */
  readonly way: ComputedRef<readonly number[]>
  readonly listed: ComputedRef<readonly number[]>
  /** Where in `way` the open finding is; -1 for none. */
  readonly current: ComputedRef<number>
  readonly isAsked: (index: number) => boolean
}

/** The way from finding to finding: of those of one agency and cause it stops at the first. Call in setup. */
export function useWorkbenchWay({ findings, way, listed, current, isAsked }: WayQuery): { readonly place: ComputedRef<Place>; readonly stepFrom: (by: 1 | -1) => number | null } {
  const causes = computed(() => (findings.value ? new Map<number, string>() : null))
  /** The way whose causes are all known. */
  const counted = shallowRef<readonly number[] | null>(null)
  let run = 0

  function placeAt(index: number): ReportPlace {
    const { table } = findings.value!
    const row = findings.value!.rowAt(index)
    return { agency: table.data.reportAgency[row]!, year: table.yearOf(row) }
  }

  function causeAt(index: number): string {
    const known = causes.value!.get(index)
    if (known !== undefined) return known
    const cause = causeOf(findings.value!.at(index))
    causes.value!.set(index, cause)
    return cause
  }

  /** Looks the causes up, some in every frame; left when another way is counted or the page is. */
  async function count(indexes: readonly number[]): Promise<void> {
    const mine = ++run
    const lacking: number[] = []
    stopsOf(indexes, placeAt, (index) => (lacking.push(index), ''))
    let since = performance.now()
    for (const index of lacking) {
      if (performance.now() - since > SLICE) {
        await afterFrame()
        if (mine !== run) return
        since = performance.now()
      }
      causeAt(index)
    }
    counted.value = indexes
  }

  const stops = computed(() => (counted.value === way.value ? stopsOf(listed.value, placeAt, causeAt) : null))
  const place = computed((): Place => {
    const index = way.value[current.value]
    if (!stops.value || index === undefined) return { at: index === undefined ? 0 : null, of: listed.value.length }
    const isStop = (other: number): boolean => other === index || (mayShareCause(placeAt(other), placeAt(index)) && causeAt(other) !== '' && causeAt(other) === causeAt(index))
    return { at: isAsked(index) ? stops.value.findIndex(isStop) + 1 : 0, of: stops.value.length }
  })

  /** Whether one before it has the same cause. */
  function isLed(at: number): boolean {
    const place = placeAt(way.value[at]!)
    let from = at
    while (from > 0 && mayShareCause(placeAt(way.value[from - 1]!), place)) from -= 1
    return !stopsOf(way.value.slice(from, at + 1).filter(isAsked), placeAt, causeAt).includes(way.value[at]!)
  }

  function stepFrom(by: 1 | -1): number | null {
    const from = current.value < 0 && by < 0 ? way.value.length : current.value
    for (let at = from + by; at >= 0 && at < way.value.length; at += by) if (isAsked(way.value[at]!) && !isLed(at)) return way.value[at]!
    return null
  }

  watch([way, () => current.value >= 0], ([indexes, open]) => open && counted.value !== indexes && void count(indexes), { immediate: true })
  onScopeDispose(() => (run += 1))

  return { place, stepFrom }
}
