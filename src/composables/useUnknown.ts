import { computed, type ComputedRef } from 'vue'
import { DEFAULTS, type Param, type Selection, type Unknown } from '@/domain/selection'
import { unknownIn } from '@/domain/unknown'
import { useDataset } from '@/stores/dataset'
import { useSelection } from './useSelection'

/** What the link asks for and the open data or this build do not have, and a way to take it out of the link. `charts`: the ids of the charts there are. */
export function useUnknown(charts: readonly string[]): { readonly unknown: ComputedRef<Unknown[]>; readonly drop: (part: Unknown) => void } {
  const dataset = useDataset()
  const { selection, change, replace, page, setPage } = useSelection()

  const unknown = computed(() => {
    const asked = page('package')
    const strange = asked !== '' && dataset.packages.length > 0 && dataset.packages.every(({ id }) => id !== asked) ? [{ param: 'package', text: asked }] : []
    return [...strange, ...(dataset.table ? unknownIn(dataset.table, selection.value, charts) : selection.value.unknown)]
  })

  function drop(part: Unknown): void {
    const others = selection.value.unknown.filter((each) => each.param !== part.param || each.text !== part.text)
    if (part.param === 'package') setPage('package', '')
    else if (others.length < selection.value.unknown.length) replace({ ...selection.value, unknown: others })
    else change(without(selection.value, part))
  }

  return { unknown, drop }
}

/** A known parameter without the value: the list without it, else the default. */
function without(selection: Selection, { param, text }: Unknown): Partial<Selection> {
  const value = selection[param as Param]
  return { [param]: Array.isArray(value) ? value.filter((each) => each !== text) : DEFAULTS[param as Param] }
}
