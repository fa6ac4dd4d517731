import { computed, shallowRef, type ComputedRef } from 'vue'
import type { FigureId } from '@/domain/figure'

/** Where one can go from what was done last. */
export type Way = 'undo' | 'redo'

/** Something that was done with cells, in the words of whichever language the page has, and what they get by going back over it. */
interface Step<Written> {
  readonly text: () => string
  readonly cells: readonly { readonly figure: FigureId; readonly other: Written | null }[]
}

interface Settled {
  /** What was done last, or taken back last. */
  readonly last: ComputedRef<{ readonly text: string; readonly by: Way } | null>
  readonly ways: ComputedRef<readonly Way[]>
  /** Tells what is about to be done with cells: what was taken back before is given up. */
  readonly tellAll: (cells: readonly FigureId[], text: () => string) => void
  /** Takes back what was done last, or does again what was taken back last, and shows the first of its cells; nothing where there is none. */
  readonly go: (way: Way) => void
  /** There is no way back any more. */
  readonly forget: () => void
}

/** Keeps the ways back and forth over what was done in a review. `written`: what a cell has now, null for what stands; `write` puts that there. */
export function useSettled<Written>(written: (figure: FigureId) => Written | null, write: (figure: FigureId, other: Written | null) => void, show: (figure: FigureId) => void): Settled {
  const steps = { undo: shallowRef<readonly Step<Written>[]>([]), redo: shallowRef<readonly Step<Written>[]>([]) }
  const by = shallowRef<Way>('redo')
  const stepOf = (text: () => string, cells: readonly FigureId[]): Step<Written> => ({ text, cells: cells.map((figure) => ({ figure, other: written(figure) })) })

  function go(way: Way): void {
    const step = steps[way].value.at(-1)
    if (!step) return
    const back = way === 'undo' ? steps.redo : steps.undo
    steps[way].value = steps[way].value.slice(0, -1)
    back.value = [...back.value, stepOf(step.text, step.cells.map(({ figure }) => figure))]
    by.value = way
    for (const { figure, other } of step.cells) write(figure, other)
    show(step.cells[0]!.figure)
  }

  return {
    last: computed(() => {
      const step = steps[by.value === 'undo' ? 'redo' : 'undo'].value.at(-1)
      return step ? { text: step.text(), by: by.value } : null
    }),
    ways: computed(() => (['undo', 'redo'] as const).filter((way) => steps[way].value.length > 0)),
    tellAll: (cells, text) => {
      steps.undo.value = [...steps.undo.value, stepOf(text, cells)]
      steps.redo.value = []
      by.value = 'redo'
    },
    go,
    forget: () => {
      steps.undo.value = []
      steps.redo.value = []
    },
  }
}
