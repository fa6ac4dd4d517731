import type { FoundTableText } from '@/components/import/FoundTable.vue'
import { problemText, remedyText } from '@/components/import/problem-text'
import type { PickedFile, ReadLook, StandingReport, TableLook } from '@/data/imports'
import type { Words } from '@/i18n'
import { formatText } from './import-columns'
import { isRead, whoseReport, type Choices } from './import-review'

/** Formats whose name says nothing about where the files come from. */
const UNTELLING: ReadonlySet<string> = new Set(['cn', 'common', 'package'])

const UNREADABLE: ReadonlySet<string> = new Set(['columns-unmapped', 'year-missing'])

/** Whether somebody has to say what the columns of a table are before anything of it can be loaded. */
export const needsMapping = ({ refused, shape, format, problems }: TableLook): boolean => refused === null && shape !== 'package' && (format === '' || problems.some(({ kind }) => UNREADABLE.has(kind)))

/** Format and shape of a table in words. */
export const kindOf = (words: Words, { format, shape }: { readonly format: string; readonly shape: string }): string =>
  shape === 'package' || (format === '' && shape === 'unknown') ? words.t(`import.shape.${shape}`) : words.t('import.summary', { format: formatText(words, format), shape: words.t(`import.shape.${shape}`) })

/** A table found in the files, as its row in the list says it. */
export function foundText(words: Words, table: TableLook, remembered: boolean): FoundTableText {
  const { name, refused, encoding, encodingSure, headingLine, lines, preview, problems, shape } = table
  const of = refused === null ? undefined : (problems.find(({ kind }) => kind === refused) ?? { kind: refused, file: name })
  const details = shape === 'package' || of ? [] : [encoding.toUpperCase(), lines > 0 ? words.t('import.lines', { n: lines }) : '', headingLine > 0 ? words.t('import.heading-line', { n: headingLine }) : '', problems.length > 0 ? words.t('import.look-problems', { n: problems.length }) : ''].filter((text) => text !== '')
  return {
    name,
    kind: of ? '' : kindOf(words, table),
    details: preview.length > 0 ? [...details, words.t('import.cells', { n: preview.length })] : details,
    warning: of || encodingSure ? '' : words.t('import.unsure'),
    refused: of ? { why: problemText(words, of), remedy: remedyText(words, of) } : null,
    opens: refused === null && shape !== 'package',
    needsMapping: needsMapping(table),
    remembered,
  }
}

/** Official reports by whose they are, and of which years. */
function reportsName(words: Words, reports: readonly Pick<ReadLook, 'agency' | 'year'>[]): string {
  const agencies = [...new Set(reports.flatMap(({ agency }) => agency || []))]
  const years = reports.flatMap(({ year }) => year ?? []).sort((a, b) => a - b)
  const span = years[0] === years.at(-1) ? String(years[0] ?? '') : `${years[0]}–${years.at(-1)}`
  return words.t(agencies.length > 1 ? 'import.reports-name' : 'import.report-name', { agency: agencies[0] ?? words.t('review.agency-unknown'), years: span }).trim()
}

/** A name for what the files make: a data package's own, that of the only file or folder, whose reports they are and of which years, of the one country's format they have, or that of the first one read. Without a count, which files that are added later would make untrue. */
export function suggestedName(words: Words, files: readonly PickedFile[], tables: readonly TableLook[], choices: Choices = {}): string {
  // A data package by itself keeps the name it has.
  if (tables.length === 1 && tables[0]!.title) return tables[0]!.title
  const unread = new Set(tables.filter(({ refused }) => refused !== null).map(({ name }) => name))
  const read = files.filter(({ name }) => !unread.has(name))
  const names = [...new Set((read.length > 0 ? read : files).map(({ name }) => name.split('/')[0]!.replace(/\.(csv|tsv|tab|txt|zip|xlsx|xlsm|json|pdf|docx|s?html?|mht(?:ml)?)$/i, '')))]
  const reports = tables.filter(isRead).map((table) => whoseReport(table, choices))
  if (names.length > 1 && reports.length > 0 && reports.length === tables.filter(({ refused }) => refused === null).length) return reportsName(words, reports)
  const formats = [...new Set(tables.filter(({ refused, format }) => refused === null && format !== '').map(({ format }) => format))]
  if (names.length > 1 && formats.length === 1 && !UNTELLING.has(formats[0]!)) return formatText(words, formats[0]!)
  return names.length < 2 ? (names[0] ?? '') : words.t('import.default-name', { name: names[0]! })
}

/** What is to be imported, by kind: reports, tables, data packages; what there is none of is left out. */
function kindsText(words: Words, tables: readonly TableLook[]): string {
  const kinds = { reports: 0, tables: 0, packages: 0 }
  for (const { read, shape } of tables) kinds[read ? 'reports' : shape === 'package' ? 'packages' : 'tables'] += 1
  return Object.entries(kinds).flatMap(([kind, n]) => (n > 0 ? [words.t(`import.go-${kind}`, { n })] : [])).join(words.t('param.and'))
}

/** What an import will do with the tables that can be read. Of reports that a package has already (`standing`) and of which the reader says nothing only those count that add something to it, or state it otherwise; where none does, that is said. */
export function goText(words: Words, tables: readonly TableLook[], isInto: boolean, standing: ReadonlyMap<string, StandingReport>, choices: Choices = {}): string {
  const isIdle = ({ name }: TableLook): boolean => {
    const [known, { edits = {}, scope } = {}] = [standing.get(name), choices[name]]
    return known !== undefined && known.changed.length === 0 && known.added === 0 && Object.keys(edits).length === 0 && !scope
  }
  const going = isInto ? tables.filter((table) => !isIdle(table)) : tables
  if (isInto && tables.length > 0 && going.length === 0) return words.t('import.go-nothing-new')
  return words.t(isInto ? 'import.go-into' : 'import.go', { what: kindsText(words, going) }).trim()
}

/** Files named of those that came. */
const MOST_NAMED = 3

/** What came to a list since it held these; '' where nothing did. */
export function addedText(words: Words, tables: readonly TableLook[], before: ReadonlySet<string>): string {
  const came = tables.filter(({ name }) => !before.has(name))
  if (came.length === 0) return ''
  const unreadable = came.filter(({ refused }) => refused !== null).length
  const names = [...came.slice(0, MOST_NAMED).map(({ name }) => name), ...(came.length > MOST_NAMED ? ['…'] : [])].join(words.t('card.joint'))
  return words.t(unreadable > 0 ? 'review.added-some' : 'review.added', { n: came.length, unreadable, names })
}
