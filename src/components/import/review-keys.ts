import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'
import type { Way } from './settled'

/** What single keys do in a review; what cannot be done then does nothing. */
interface ReviewKeys {
  readonly next: (step: 1 | -1) => void
  readonly go: (way: Way) => void
  readonly confirm: () => void
  readonly confirmRow: () => void
  readonly write: () => void
}

/** What a key with Ctrl or ⌘ does anywhere: back and forth over what was done. */
function wayOf({ key, shiftKey }: KeyboardEvent): Way | undefined {
  const letter = key.toLowerCase()
  return letter === 'z' ? (shiftKey ? 'redo' : 'undo') : letter === 'y' ? 'redo' : undefined
}

/** Single letters go from one cell in doubt to the next, as in the workbench; they count wherever the focus is in the sheet that holds the review, but where something is written or chosen. Call in setup. */
export function useReviewKeys(root: Readonly<Ref<HTMLElement | null>>, { next, go, confirm, confirmRow, write }: ReviewKeys): void {
  function isHeard(target: EventTarget | null): boolean {
    if (!(target instanceof Element) || target.closest('input, textarea, select, [role="combobox"], [role="listbox"]')) return false
    return target === document.body || (root.value?.closest('[role="dialog"]') ?? root.value)?.contains(target) === true
  }

  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || !isHeard(event.target)) return
    if (event.ctrlKey || event.metaKey) {
      const way = wayOf(event)
      if (!way) return
      event.preventDefault()
      return go(way)
    }
    if (event.key === 'n') next(1)
    else if (event.key === 'p') next(-1)
    else if (event.key === 'c') confirm()
    else if (event.key === 'C') confirmRow()
    else if (event.key === 'Enter' && !(event.target instanceof Element && event.target.closest('button, a, summary'))) write()
  })
}
