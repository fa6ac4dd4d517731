import { sheetSource, type TableSource } from './table-source'

/** A number of a workbook, apart from text that looks like one (a code of digits). */
class TypedNumber {
  constructor(readonly text: string) {}
}

/** What the library reads besides: its types know only numbers. */
const WORKBOOK = { parseNumber: (text: string) => new TypedNumber(text), trim: false }

const cellText = (cell: unknown): string => (cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell instanceof TypedNumber ? plainDecimal(cell.text) : String(cell))

/** Numbers of a workbook are kept in binary: 0.30000000000000004 was typed as 0.3, 1E+3 as 1000. */
const plainDecimal = (text: string): string => (!/e/i.test(text) && text.length < 16 ? text : String(Number(Number(text).toPrecision(15))))

/** Rows of equal width, empty ones at the end cut. */
function squared(data: readonly (readonly unknown[])[]): string[][] {
  const rows = data.map((row) => row.map(cellText))
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell === '')) rows.pop()
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** The tables of a workbook, a sheet each, without empty ones. Throws for what is no workbook, or one with a password. */
export async function workbookTables(name: string, bytes: Uint8Array): Promise<TableSource[]> {
  const { default: readWorkbook } = await import('read-excel-file/universal')
  const sheets = (await readWorkbook(bytes.slice().buffer, WORKBOOK as never)) as unknown as readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[]
  const filled = sheets.map(({ sheet, data }) => ({ sheet, rows: squared(data), typed: data.some((row) => row.some((cell) => cell instanceof TypedNumber)) })).filter(({ rows }) => rows.length > 0)
  return filled.map(({ sheet, rows, typed }) => sheetSource(`${name}/${sheet}`, rows, typed))
}
