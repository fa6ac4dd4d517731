import type { ColumnRole, Mapping, TableLook } from '@/data/imports'

/** A mapping used for another table: what no column says is that table's own: the year, the agency, the decimal mark. */
export const fitted = (mapping: Mapping, table: TableLook): Mapping => ({ ...mapping, year: table.mapping.year, decimal: table.mapping.decimal ?? 'point', ...(table.mapping.agency ? { agency: table.mapping.agency } : {}) })

/** What the columns of a document's lines are: their headings say it. */
const recognised = ({ read, mapping }: TableLook): Readonly<Record<string, ColumnRole>> => ({ ...(read?.agency === null ? {} : { agency: { as: 'agency' } }), ...(read?.year === null ? {} : { year: { as: 'year' } }), ...mapping.columns })

/** The mapping of a document of which it is said whose report of which year it is; '' and null where the document itself says it. */
export function identified(table: TableLook, agency: string, year: number | null): Mapping {
  const said = (role: ColumnRole): boolean => (role.as === 'agency' && agency !== '') || (role.as === 'year' && year !== null)
  return { ...table.mapping, columns: Object.fromEntries(Object.entries(recognised(table)).filter(([, role]) => !said(role))), agency, year }
}
