import { settledBy, type TableLook } from '@/data/imports'
import { openInSteps } from '@/domain/checks'
import { finished, type Steps } from '@/domain/turns'
import { isRead, reviewOf, whoseReport, type Choices, type DocumentLook } from './import-review'

/** What is open in a document: checks that fail, how many of them since the reader's corrections, and cells in doubt; the same that its review counts. */
export interface Open {
  readonly failing: number
  readonly since: number
  readonly doubtful: number
}

/** What is open in documents, by name, with what each was reckoned from. */
export type OpenByName = ReadonlyMap<string, { readonly of: readonly unknown[]; readonly open: Open }>

/** The documents that the checks of each are reckoned with: of the same agency, of other years. */
function beside(documents: readonly DocumentLook[], choices: Choices): (document: DocumentLook) => readonly DocumentLook[] {
  const byAgency = new Map<string, DocumentLook[]>()
  const agencyOf = (document: DocumentLook): string => whoseReport(document, choices).agency
  for (const document of documents) byAgency.set(agencyOf(document), [...(byAgency.get(agencyOf(document)) ?? []), document])
  return (document) => {
    const agency = agencyOf(document)
    const { year } = whoseReport(document, choices)
    return agency === '' ? [] : byAgency.get(agency)!.filter((other) => other !== document && whoseReport(other, choices).year !== year)
  }
}

/** What is open in a document with the others beside it; where neither they nor corrections change anything, the reading knows it already. */
function* openStepsOf(document: DocumentLook, others: readonly DocumentLook[], choices: Choices): Steps<Open> {
  const { edited, compared } = settledBy(choices[document.name]?.edits ?? {})
  const { read } = document
  if (edited.size === 0 && others.length === 0) return { failing: read.failing, since: 0, doubtful: read.open.filter((figure) => !compared.has(figure)).length }
  const { table, row } = reviewOf(document, others, choices)
  yield
  const { failing, since, cells } = yield* openInSteps(table, row, read.doubtful.keys(), edited, compared)
  return { failing, since, doubtful: cells.length }
}

/** The same at once. */
export const openOf = (...of: Parameters<typeof openStepsOf>): Open => finished(openStepsOf(...of))

/** What is open in every document, in steps; what nothing has changed of is not reckoned again. */
export function* openSteps({ tables, choices }: { readonly tables: readonly TableLook[]; readonly choices: Choices }, before: OpenByName | null): Steps<OpenByName> {
  const documents = tables.filter(isRead)
  const besideOf = beside(documents, choices)
  const known = new Map<string, { of: readonly unknown[]; open: Open }>()
  for (const document of documents) {
    const others = besideOf(document)
    const of = [document, choices[document.name]?.edits, ...[document, ...others].flatMap((each) => [each, choices[each.name]?.mapping])]
    const same = before?.get(document.name)
    if (same && same.of.length === of.length && of.every((each, at) => each === same.of[at])) known.set(document.name, same)
    else {
      known.set(document.name, { of, open: yield* openStepsOf(document, others, choices) })
      yield
    }
  }
  return known
}
