import { readCell } from '@/domain/cell'
import { sectionOf } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import { Table } from '@/domain/table'
import { TableBuilder } from '@/domain/table-builder'
import type { ReadLine, ReadLook } from './import/account'

type Read = Pick<ReadLook, 'format' | 'lines' | 'statements'>

/** A report read from a document, under the agency and year that the document or the reader gives. */
export interface NamedRead {
  readonly agency: string
  readonly year: number
  readonly read: Read
}

/** Reports read from documents as a table, so that they are shown and checked like any other. Of two of one agency and year the first stands. */
export function tableOfReads(reads: readonly NamedRead[]): Table {
  const builder = new TableBuilder()
  for (const { agency, year, read } of reads) {
    builder.addAgency({ id: agency, name: agency, province: '', city: '', county: '', level: '', category: '' })
    if (builder.addReport(agency, year, read.format, '', '')) take(builder, builder.rowOf(agency, year), read)
  }
  return new Table(builder.finish())
}

function take(builder: TableBuilder, row: number, { lines, statements }: Read): void {
  const seen = new Set<string>()
  const beside = (line: ReadLine): void => builder.addStatement({ row, figure: line.figure, asNamed: line.asNamed, value: line.text, unit: '', note: line.note })
  for (const line of lines) {
    const { figure, text } = line
    if (figure === '' || !sectionOf(figure) || seen.has(figure)) beside(line)
    else builder.writerOf(figure)(row, readCell(text, unitOfFigure(figure)))
    seen.add(figure)
  }
  statements.forEach(beside)
}
