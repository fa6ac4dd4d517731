import { inject, onScopeDispose, provide, shallowRef, watch, type InjectionKey, type ShallowRef } from 'vue'
import { nextTurn, TURN, type Steps } from '@/domain/turns'

/** Something under way, done when a step gives true. */
interface Job {
  readonly place: number
  readonly step: () => boolean
}

const jobs: Job[] = []
/** When the turn ends that is under way; none is before the first job. */
let until = 0
let running = false
let places = 0

const begin = (): void => {
  until = performance.now() + TURN
}

/** Goes on with a job until it is done or the turn ends; gives whether it is done. */
function goOn({ step }: Job): boolean {
  for (;;) {
    if (step()) return true
    if (performance.now() >= until) return false
  }
}

function leave(job: Job | null): void {
  const at = job ? jobs.indexOf(job) : -1
  if (at >= 0) jobs.splice(at, 1)
}

/** One turn after the other, each in a task of its own. A turn ends with the job that it has done, so that what hangs on it is drawn before the next. */
async function run(): Promise<void> {
  if (running) return
  running = true
  for (;;) {
    await nextTurn()
    begin()
    const [job] = jobs
    if (!job) break
    try {
      if (goOn(job)) leave(job)
    } catch (reason) {
      leave(job)
      void Promise.reject(reason)
    }
  }
  until = 0
  running = false
}

/** Does as much as the turn under way has room for, the rest in the next ones. */
function enqueue(job: Job): void {
  if (until === 0) begin()
  if (jobs.length === 0 && performance.now() < until && goOn(job)) void run()
  else {
    const at = jobs.findIndex(({ place }) => place > job.place)
    jobs.splice(at < 0 ? jobs.length : at, 0, job)
    void run()
  }
}

const PLACE: InjectionKey<number> = Symbol('place')

/** The later it is set up, the later its turn: what stands first on the page is there first. */
const ownPlace = (): number => inject(PLACE, null) ?? (places += 1)

/** What the components below reckon and draw has its turns together, before that of what is set up later. Call in setup. */
export const usePlace = (): void => provide(PLACE, (places += 1))

/** A turn for something that has no steps, such as drawing. Call in setup. */
export function useTurn(): () => Promise<void> {
  const place = ownPlace()
  return () => new Promise((resolve) => enqueue({ place, step: () => (resolve(), true) }))
}

export interface Reckoned<T> {
  /** What was reckoned last; null before anything was. */
  readonly value: Readonly<ShallowRef<T | null>>
  /** It is reckoned anew: the value is that of before. */
  readonly busy: Readonly<ShallowRef<boolean>>
  /** Done when nothing is under way. */
  readonly settled: () => Promise<void>
}

/**
 * What follows from a source, like a computed value, but reckoned in steps: what a turn of a few milliseconds has room for at once, the rest in
 * the next turns, one reckoning after the other. The value before stays until the new one is whole. `atOnce`: all of it now (the page is printed).
 * `steps` are told what was reckoned before. A source that is null gives null. Call in setup.
 */
export function useReckoned<S, T>(source: () => S | null, steps: (of: S, before: T | null) => Steps<T>, atOnce: () => boolean = () => false): Reckoned<T> {
  const value: ShallowRef<T | null> = shallowRef(null)
  const busy = shallowRef(false)
  const place = ownPlace()
  let job: Job | null = null
  const waiting: (() => void)[] = []

  function end(result: T | null): void {
    job = null
    value.value = result
    busy.value = false
    for (const go of waiting.splice(0)) go()
  }

  function start(of: S | null): void {
    leave(job)
    if (of === null) return end(null)
    const made = steps(of, value.value)
    const step = (): boolean => {
      const next = made.next()
      if (next.done) end(next.value)
      return next.done === true
    }
    job = { place, step }
    if (atOnce()) return finish()
    const mine = job
    enqueue(mine)
    busy.value = job === mine
  }

  function finish(): void {
    leave(job)
    while (job?.step() === false);
  }

  watch(source, start, { immediate: true })
  watch(atOnce, (now) => now && finish())
  onScopeDispose(() => leave(job))

  return { value, busy, settled: () => (busy.value ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()) }
}
