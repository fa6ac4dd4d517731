import { shallowRef, watch, type ShallowRef } from 'vue'

/** A page out of sight paints no frames: then it goes on after so many milliseconds. */
const PATIENCE = 200

/** Runs within the next frame before it is painted: what is measured there costs no layout of its own. */
export function inFrame(act: () => void): void {
  let waits = true
  const once = (): void => {
    if (waits) act()
    waits = false
  }
  requestAnimationFrame(once)
  setTimeout(once, PATIENCE)
}

/** Resolves in a task of its own once the next frame is painted. */
export const afterFrame = (): Promise<void> => new Promise((resolve) => inFrame(() => setTimeout(resolve)))

/** A value that follows another one a frame later, so that what is seen first need not wait for what hangs on it; null until the first frame. Call in setup. */
export function useLate<T>(source: () => T): Readonly<ShallowRef<T | null>> {
  const late = shallowRef<T | null>(null)
  let latest = 0
  async function follow(next: T): Promise<void> {
    const mine = ++latest
    await afterFrame()
    if (mine === latest) late.value = next
  }
  watch(source, follow, { immediate: true })
  return late
}

/** How many of `total` entries stand by now: `step` at first, and as many more with every frame, until all do. What stands stays; what is gone and comes back grows again. Call in setup. */
export function useGrowing(total: () => number, step: number): { readonly shown: Readonly<ShallowRef<number>>; readonly all: () => void } {
  const shown = shallowRef(step)
  let grows = false
  async function grow(): Promise<void> {
    if (grows) return
    grows = true
    while (shown.value < total()) {
      await afterFrame()
      shown.value += step
    }
    grows = false
  }
  watch(
    total,
    (now) => {
      shown.value = Math.max(step, Math.min(shown.value, now))
      void grow()
    },
    { immediate: true },
  )
  return { shown, all: () => (shown.value = Math.max(shown.value, total())) }
}
