import { shallowRef, watch, type Ref } from 'vue'
import { statedCells, type AskedReport, type StandingReport } from '@/data/imports'
import { useImports } from '@/stores/imports'
import { isRead, whoseReport } from './import-review'

/** A package of the reader's own that has some of the documents' reports already: how many. */
export interface Holder {
  readonly id: string
  readonly n: number
  /** The documents whose reports it has, by name. */
  readonly names: ReadonlySet<string>
}

/** Packages that are looked into: the first ones, and none that takes long to read. */
const MOST_LOOKED_INTO = 8
const LARGEST_LOOKED_INTO = 20e6

export interface Standing {
  /** The documents whose agency and year the package that is added to has already, by name. */
  readonly standing: Ref<ReadonlyMap<string, StandingReport>>
  /** Where a new package is to be made: the one that has most of these reports already; null for none. */
  readonly holder: Ref<Holder | null>
}

/** Which of the documents' reports are kept here already. `into`: the package that is added to; '' for a new one. `own`: all that are kept, by id and size. Call in setup. */
export function useStandingReports(into: Ref<string>, own: () => readonly { readonly id: string; readonly bytes: number }[]): Standing {
  const imports = useImports()
  const standing = shallowRef<ReadonlyMap<string, StandingReport>>(new Map())
  const holder = shallowRef<Holder | null>(null)
  let asked = 0

  const reports = (): AskedReport[] =>
    imports.tables.filter(isRead).flatMap((table) => {
      const { agency, year } = whoseReport(table, imports.choices)
      return agency === '' || year === null ? [] : [{ name: table.name, agency, year, cells: statedCells(table.read.lines) }]
    })

  /** One package after the other, until one has all; null once something else is asked. */
  async function holderOf(documents: readonly AskedReport[], turn: number): Promise<Holder | null> {
    let most: Holder | null = null
    for (const { id } of own().filter(({ bytes }) => bytes <= LARGEST_LOOKED_INTO).slice(0, MOST_LOOKED_INTO)) {
      if (turn !== asked) return null
      const found = await imports.standing(id, documents)
      const n = found.length
      if (n > (most?.n ?? 0)) most = { id, n, names: new Set(found.map(({ name }) => name)) }
      if (n === documents.length) break
    }
    return most
  }

  watch([into, () => imports.looking === 0 && imports.state === 'idle', () => imports.tables, () => own().map(({ id }) => id).join('~')], async ([id, quiet]) => {
    const turn = (asked += 1)
    if (!quiet) return
    const documents = reports()
    const found = id === '' || documents.length === 0 ? [] : await imports.standing(id, documents)
    const held = id !== '' || documents.length === 0 ? null : await holderOf(documents, turn)
    if (turn !== asked) return
    standing.value = new Map(found.map((each) => [each.name, each]))
    holder.value = held
  })
  return { standing, holder }
}
