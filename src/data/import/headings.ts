import { columnsNamed, keyRolesOf, nationalNamed, normal } from './names'
import { isYearHeading } from './recognise-keys'
import { OWN_FORMATS } from './recognition'

/** How many headings of a line any file of any format has: what tells the line of headings from titles above it. */
export function headingScore(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '' && HEADINGS().has(normal(cell))).length
}

let known: Set<string> | undefined
function HEADINGS(): Set<string> {
  if (known) return known
  known = new Set<string>()
  for (const format of OWN_FORMATS) {
    const { layout, tables } = format.own!
    for (const name of [...layout.agency, ...layout.year, ...Object.values(layout.fields ?? {}).flat(), ...(layout.whole?.headings ?? []), ...tables.flatMap(({ figures }) => figures.flatMap(({ headings }) => headings))]) known.add(normal(name))
  }
  return known
}

/** Whether a text is a heading that means something in any file. */
export const isHeading = (text: string): boolean => text.trim() !== '' && (HEADINGS().has(normal(text)) || keyRolesOf(text).length > 0 || columnsNamed(text).length > 0 || nationalNamed(text) !== undefined || isYearHeading(text) !== null)
