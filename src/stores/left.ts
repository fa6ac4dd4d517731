import { watchDebounced } from '@vueuse/core'
import { computed, shallowRef, type Ref } from 'vue'
import { dropLeft, keepChoices, keepFiles, leftImport, type Choices, type PickedFile, type LeftImport } from '@/data/imports'

const SOON = { debounce: 400 }

/** Keeps a list of files and what was said of them, so that a reload or a crash loses neither; what an earlier page left can be taken up again. */
export function useLeft(files: Readonly<Ref<readonly PickedFile[]>>, choices: Readonly<Ref<Choices>>, take: (left: LeftImport) => Promise<void>) {
  const found = shallowRef<LeftImport | null>(null)
  /** Something of this page's own list is kept. */
  let keeps = false
  /** A browser that refuses keeps no packages either, which is said where one is imported. */
  const quietly = (asked: Promise<unknown>): Promise<unknown> => asked.catch(() => undefined)

  async function keep(): Promise<void> {
    if (files.value.length > 0) {
      keeps = true
      await quietly(keepFiles(files.value))
    } else if (keeps) {
      keeps = false
      await quietly(dropLeft())
    }
  }

  watchDebounced(files, keep, SOON)
  watchDebounced([choices, files], () => (files.value.length > 0 ? quietly(keepChoices(choices.value)) : undefined), SOON)

  return {
    /** What an earlier page left; null as soon as this one has a list of its own. */
    left: computed(() => (files.value.length === 0 ? found.value : null)),
    /** Looks for what was left. */
    lookForLeft: async (): Promise<void> => {
      if (files.value.length === 0 && !keeps) found.value = await leftImport().catch(() => null)
    },
    /** Goes on with it. */
    takeUp: async (): Promise<void> => {
      const left = found.value
      found.value = null
      if (left) await take(left)
    },
    /** Lets it go. */
    forgetLeft: async (): Promise<void> => {
      found.value = null
      await quietly(dropLeft())
    },
  }
}
