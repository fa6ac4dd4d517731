import { shallowRef, type ShallowRef } from 'vue'
import type { FigureId } from '@/domain/figure'

/** What was done last, in words, and what its cells had before; nothing where nothing was. */
interface Settled {
  readonly done: Readonly<ShallowRef<{ readonly text: string } | null>>
  /** Tells what is about to be done with cells. */
  readonly tellAll: (cells: readonly FigureId[], text: string) => void
  /** Gives the cells back what they had before, and shows the first. */
  readonly undo: () => void
}

/** Keeps a way back from what was done last in a review. `written`: what a cell has now, null for what stands; `write` puts that there. */
export function useSettled<Written>(written: (figure: FigureId) => Written | null, write: (figure: FigureId, before: Written | null) => void, show: (figure: FigureId) => void): Settled {
  const done = shallowRef<{ readonly text: string; readonly cells: readonly { readonly figure: FigureId; readonly before: Written | null }[] } | null>(null)
  return {
    done,
    tellAll: (cells, text) => void (done.value = { text, cells: cells.map((figure) => ({ figure, before: written(figure) })) }),
    undo: () => {
      const { cells } = done.value!
      for (const { figure, before } of cells) write(figure, before)
      done.value = null
      show(cells[0]!.figure)
    },
  }
}
