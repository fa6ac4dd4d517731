import { watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'

/** Marks an entry of the history that stands for a sheet over the page before it: both have one address. */
const OVER = 'atlasSheet'

const isOver = (state: unknown): boolean => (state as Readonly<Record<string, unknown>> | null)?.[OVER] === true

/**
 * The browser's back key closes a sheet that lies over the page and is not in its link, and changes nothing beneath; once the sheet is closed
 * otherwise, the same key goes where it would have gone without it. `importing` and `sheet` say whether, and which, one is shown. Call in setup.
 */
export function useSheetHistory(importing: Ref<boolean>, sheet: Ref<string | null>): void {
  const open = (): boolean => importing.value || sheet.value !== null
  let over = isOver(history.state)

  function close(): void {
    importing.value = false
    sheet.value = null
  }

  watch(open, (shown) => {
    if (!shown || isOver(history.state)) return
    history.pushState({ ...(history.state as object | null), [OVER]: true }, '')
    over = true
  })

  useRouter().afterEach((to, from, failure) => {
    if (failure) return
    const before = over
    over = isOver(history.state)
    if (to.fullPath !== from.fullPath) return
    if (open()) close()
    // A step within the step that is being told of would be ignored.
    else if (before || over) setTimeout(() => history.go(before ? -1 : 1))
  })
}
