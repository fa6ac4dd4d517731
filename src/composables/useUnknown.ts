import { computed, type ComputedRef } from 'vue'
import { DEFAULTS, type Param, type Selection, type Unknown } from '@/domain/selection'
import { repairsText } from '@/domain/repair'
import { unknownIn } from '@/domain/unknown'
import { idsIn, idsText, useDataset } from '@/stores/dataset'
import { useSelection } from './useSelection'

/** What the link asks for and the open data or this build do not have, and a way to take it out of the link. `charts`: the ids of the charts there are. */
export function useUnknown(charts: readonly string[]): { readonly unknown: ComputedRef<Unknown[]>; readonly drop: (part: Unknown) => void } {
  const dataset = useDataset()
  const { selection, change, replace, page, setPage } = useSelection()

  const unknown = computed(() => {
    const known = new Set([...dataset.packages, ...dataset.own].map(({ id }) => id))
    const strange = dataset.packages.length > 0 ? idsIn(page('package')).filter((id) => !known.has(id)) : []
    return [...strange.map((text) => ({ param: 'package', text })), ...(dataset.table ? unknownIn(dataset.table, selection.value, charts) : selection.value.unknown), ...dataset.unfit.map((repair) => ({ param: 'repaired', text: repairsText([repair]) }))]
  })

  function drop(part: Unknown): void {
    const others = selection.value.unknown.filter((each) => each.param !== part.param || each.text !== part.text)
    if (part.param === 'package') setPage('package', idsText(idsIn(page('package')).filter((id) => id !== part.text)))
    else if (others.length < selection.value.unknown.length) replace({ ...selection.value, unknown: others })
    else if (part.param === 'repaired') change({ repaired: selection.value.repaired.filter((repair) => repairsText([repair]) !== part.text) })
    else change(without(selection.value, part))
  }

  return { unknown, drop }
}

/** A known parameter without the value: the list without it, else the default. */
function without(selection: Selection, { param, text }: Unknown): Partial<Selection> {
  const value = selection[param as Param]
  return { [param]: Array.isArray(value) ? value.filter((each) => each !== text) : DEFAULTS[param as Param] }
}
