import { shallowRef, watch, type Ref } from 'vue'
import { statedCells, type AskedReport, type StandingReport } from '@/data/imports'
import { useImports } from '@/stores/imports'
import { isRead, whoseReport } from './import-review'

/** The documents whose agency and year the package that is added to has already, by name. `into`: its id; '' for a new package. Call in setup. */
export function useStandingReports(into: Ref<string>): Ref<ReadonlyMap<string, StandingReport>> {
  const imports = useImports()
  const standing = shallowRef<ReadonlyMap<string, StandingReport>>(new Map())
  let asked = 0

  const reports = (): AskedReport[] =>
    imports.tables.filter(isRead).flatMap((table) => {
      const { agency, year } = whoseReport(table, imports.choices)
      return agency === '' || year === null ? [] : [{ name: table.name, agency, year, cells: statedCells(table.read.lines) }]
    })

  watch([into, () => imports.looking === 0 && imports.state === 'idle', () => imports.tables], async ([id, quiet]) => {
    const turn = (asked += 1)
    if (!quiet) return
    const documents = id === '' ? [] : reports()
    const found = documents.length === 0 ? [] : await imports.standing(id, documents)
    if (turn === asked) standing.value = new Map(found.map((each) => [each.name, each]))
  })
  return standing
}
