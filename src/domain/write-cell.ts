import type { Cell } from './cell'
import { readCell } from './read-cell'
import type { Unit } from './unit'

/** How a cell is written in a package's file, so that `readCell` gives it again; undefined for one that no file has. */
export function writtenCell(cell: Cell, unit: Unit): string | undefined {
  if ('value' in cell) {
    const raw = cell.raw ?? String(cell.value)
    const known = readCell(raw, unit)
    // A note may stand in a column of its own, or its cell may have been written with a marker of that package alone.
    return cell.note === undefined || ('value' in known && known.note === cell.note) ? raw : `${raw}（${cell.note}）`
  }
  if (cell.missing === 'blank') return ''
  if (cell.missing === 'not-known') return undefined
  const known = cell.raw === undefined ? undefined : readCell(cell.raw, unit)
  return known && 'missing' in known && known.missing === cell.missing ? cell.raw : ({ 'not-applicable': '/', suppressed: '*' }[cell.missing as string] ?? cell.raw)
}
