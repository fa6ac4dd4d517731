import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'

/** What one press took out of a list, by name; a folder's name stands for all within it. `all`: the whole list. */
export interface Removal {
  readonly names: readonly string[]
  readonly all: boolean
}

export interface Removals {
  readonly removals: Readonly<ShallowRef<readonly Removal[]>>
  /** The removal that took this name, or what it is within; undefined where it stands in the list. */
  readonly removalOf: ComputedRef<(name: string) => Removal | undefined>
  readonly remove: (names: readonly string[], all?: boolean) => void
  readonly putBack: (removal: Removal) => void
  /** Nothing of a name can be put back any more. */
  readonly forget: (name: string) => void
  readonly forgetAll: () => void
}

/** `a/b/c` is within `a/b` and `a`. */
const around = (name: string): string[] => name.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))

/** What was taken out of a list and can be put back: it is only marked, so that all that was written of it comes back with it. */
export function useRemovals(): Removals {
  const removals = shallowRef<readonly Removal[]>([])
  const byName = computed(() => new Map(removals.value.flatMap((removal) => removal.names.map((name) => [name, removal] as const))))

  return {
    removals,
    removalOf: computed(() => {
      const gone = byName.value
      if (gone.size === 0) return () => undefined
      return (name: string) => around(name).map((each) => gone.get(each)).find((removal) => removal !== undefined)
    }),
    remove: (names, all = false) => void (removals.value = [...removals.value, { names, all }]),
    putBack: (removal) => void (removals.value = removals.value.filter((each) => each !== removal)),
    forget: (name) => void (removals.value = removals.value.map((each) => (each.names.includes(name) ? { ...each, names: each.names.filter((other) => other !== name) } : each)).filter(({ names }) => names.length > 0)),
    forgetAll: () => void (removals.value = []),
  }
}
