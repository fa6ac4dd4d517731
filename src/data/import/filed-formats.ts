import { formatOf, FORMATS, hasFigure } from '@/domain/formats'
import type { Filings } from './filings'

/** The report format of each report. A national form is told by its figures (domain: by headings, not by year), else by the year. */
export function formatsOf({ reports, columns }: Pick<Filings, 'reports' | 'columns'>): string[] {
  const national = FORMATS.filter((format) => format.family === 'cn' && format.tables.length > 0)
  const only = new Map(national.map((format) => [format.id, [...columns.values()].filter(({ figure }) => hasFigure(format, figure) && national.every((other) => other === format || !hasFigure(other, figure)))]))
  return reports.map(({ format, year }, row) => {
    if (formatOf(format)) return format
    const votes = national.map(({ id }) => ({ id, count: only.get(id)!.filter(({ cells }) => typeof cells[row] === 'number').length })).sort((a, b) => b.count - a.count)
    if (votes[0] && votes[0].count > (votes[1]?.count ?? 0)) return votes[0].id
    return (FORMATS.find(({ family, from }) => family === 'cn' && from <= year) ?? FORMATS.findLast(({ family }) => family === 'cn'))!.id
  })
}
