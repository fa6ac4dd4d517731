import { computed, watch, type ComputedRef } from 'vue'
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
    else change(without(selection.value, part))
  }

  /** What a button opened is shown: the link keeps nothing that these data have none of. A link that was given by hand keeps all, and is told. */
  function fit(): void {
    const { table, asked } = dataset
    if (!table || asked === '') return
    dataset.asked = ''
    if (asked !== page('package')) return
    const { unknown: strange, ...said } = selection.value
    const parts = [...unknownIn(table, { ...said, unknown: [] }, charts), ...dataset.unfit.map((repair) => ({ param: 'repaired', text: repairsText([repair]) }))]
    if (parts.length > 0) replace({ ...parts.reduce((kept, part) => ({ ...kept, ...without(kept, part) }), selection.value), unknown: strange }, { replace: true })
  }

  watch(() => dataset.table, fit, { immediate: true })

  return { unknown, drop }
}

/** A known parameter without the value: the list without it, else the default. */
function without(selection: Selection, { param, text }: Unknown): Partial<Selection> {
  if (param === 'repaired') return { repaired: selection.repaired.filter((repair) => repairsText([repair]) !== text) }
  const value = selection[param as Param]
  return { [param]: Array.isArray(value) ? value.filter((each) => each !== text) : DEFAULTS[param as Param] }
}
