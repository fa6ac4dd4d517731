import { useEventListener } from '@vueuse/core'
import { shallowRef, type ShallowRef } from 'vue'

/** Whether the page is being printed. */
export function usePaper(): Readonly<ShallowRef<boolean>> {
  const paper = shallowRef(false)
  useEventListener('beforeprint', () => (paper.value = true))
  useEventListener('afterprint', () => (paper.value = false))
  return paper
}
