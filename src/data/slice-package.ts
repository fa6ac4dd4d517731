import { MISSING_LABELS, MISSING_REASONS } from '@/domain/cell'
import type { Sheet } from '@/domain/sheet'
import type { Descriptor, Reference } from './descriptor'

/** What is known of a slice besides its rows. */
export interface SliceDescription {
  /** File of the CSV. */
  readonly path: string
  readonly title: string
  /** The address that shows the slice again. */
  readonly link: string
  readonly bytes: number
  readonly sheet: Sheet
  /** Of the package it was cut from; null where it has none. */
  readonly descriptor: Descriptor | null
}

const referenceOf = ({ title, path }: Reference): Record<string, string> => (path === '' ? { title } : { title, path })

/** The datapackage.json of a slice (Data Package v2): fields and their types, missing values, sources and licence of the package, and the link that shows it again. */
export function slicePackage({ path, title, link, bytes, sheet, descriptor }: SliceDescription): string {
  const wide = !sheet.columns.some(({ id }) => id === 'missing')
  const json = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'disclosure-atlas-slice',
    title,
    homepage: link,
    sources: [...(descriptor ? [{ title: descriptor.version === '' ? descriptor.title : `${descriptor.title} ${descriptor.version}` }] : []), ...(descriptor?.sources ?? []).map(referenceOf)],
    ...(descriptor && descriptor.licences.length > 0 ? { licenses: descriptor.licences.map(referenceOf) } : {}),
    resources: [
      {
        name: 'slice',
        path,
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes,
        dialect: { delimiter: ',', lineTerminator: '\r\n' },
        schema: {
          fields: sheet.columns.map(({ id, label, numeric }) => ({ name: id, type: numeric ? (id === 'year' ? 'year' : 'number') : 'string', title: label.zh, description: label.en })),
          // In the tidy shape the reason has a column of its own; in the wide shape it stands in the cell.
          missingValues: [{ value: '', label: '' }, ...(wide ? MISSING_REASONS.map((id) => ({ value: id, label: `${MISSING_LABELS[id].zh} / ${MISSING_LABELS[id].en}` })) : [])],
        },
      },
    ],
  }
  return `${JSON.stringify(json, null, 1)}\n`
}
