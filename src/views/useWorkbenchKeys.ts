import { useEventListener } from '@vueuse/core'
import { ref, watch, type Ref } from 'vue'
import { keepSingleKeys, singleKeysAct } from '@/data/single-keys'

/** Keys that work also where single letters are turned off. */
const ALWAYS = new Set(['Escape', '?'])

/** Runs what a key stands for, wherever the focus is, unless something is written or a sheet is open. Gives whether single letters act. Call in setup. */
export function useWorkbenchKeys(actions: Readonly<Record<string, () => unknown>>): Ref<boolean> {
  const letters = ref(singleKeysAct())

  function press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    const writes = target.matches('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable]')
    if (writes && event.key === 'Escape' && target.closest('main, #rail')) return target.blur()
    const act = event.ctrlKey || event.altKey || event.metaKey || writes || document.querySelector('[role="dialog"]') ? undefined : actions[event.key]
    if (!act || !(letters.value || ALWAYS.has(event.key))) return
    event.preventDefault()
    act()
  }

  useEventListener(document, 'keydown', press)
  watch(letters, keepSingleKeys)
  return letters
}
