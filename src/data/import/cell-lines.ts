import { sectionOf, type FigureId } from '@/domain/figure'
import { encodingOf, textsOf } from '../decode'
import { readRows } from '../parse'
import { WIDE_SECTIONS } from '../section-files'
import { plainText } from '../table-file'

/** Where a cell of a package stands: its file, and the line in it; 0 where no line has it. */
export interface CellLine {
  readonly path: string
  readonly line: number
}

/** In which file a figure stands, under which word of the line (`key`, a heading, and the word), in lines of a report alone where no word is given. */
function placeOf(figure: FigureId): { readonly path: string; readonly key: string; readonly word: string } {
  const section = sectionOf(figure) ?? 'figures'
  const wide = WIDE_SECTIONS.find((each) => each.section === section)
  if (wide) return { path: `${section}.csv`, key: wide.key, word: figure.slice(wide.prefix.length, figure.lastIndexOf('.')) }
  return section === 'narrative' ? { path: 'narrative.csv', key: 'figure', word: figure } : { path: 'figures.csv', key: '', word: '' }
}

/** Finds the lines of cells in a package's files; each file is read once, when it is first asked about. */
export function cellLinesIn(files: ReadonlyMap<string, Uint8Array>): (agency: string, year: number, figure: FigureId) => CellLine {
  const known = new Map<string, ReadonlyMap<string, number>>()
  return (agency, year, figure) => {
    const { path, key, word } = placeOf(figure)
    const lines = known.get(path) ?? linesIn(files.get(path), key)
    known.set(path, lines)
    return { path, line: lines.get([agency, year, word].join('\n')) ?? 0 }
  }
}

function linesIn(bytes: Uint8Array | undefined, key: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let places: readonly number[] | null = null
  const row = (cells: readonly string[], line: number): void => {
    if (!places) {
      places = ['agency', 'year', ...(key === '' ? [] : [key])].map((heading) => cells.map(plainText).indexOf(heading))
      return
    }
    const words = places.map((place) => plainText(cells[place] ?? ''))
    const name = [...words, ...(key === '' ? [''] : [])].join('\n')
    if (!found.has(name)) found.set(name, line)
  }
  if (bytes) readRows(textsOf(bytes, encodingOf(bytes)), row, () => undefined)
  return found
}
