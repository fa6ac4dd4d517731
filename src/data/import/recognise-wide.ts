import type { FigureId } from '@/domain/figure'
import { ownEntries } from '@/domain/formats'
import { columnsNamed, figureNamed, keyRolesOf, loose, nationalNamed, normal } from './names'
import { generalKeys, INDEXES, plainRole } from './recognise-keys'
import { COMMON, isNumeric, isUnnamed, yearOfTable, type Headed, type Recognition } from './recognition'

/** A table with a column a figure: the national form's, or any other's. */
export function wide(headed: Headed, format?: string): Recognition | null {
  const { headings, sample } = headed
  const columns = generalKeys(headed)
  if (!Object.values(columns).some(({ as }) => as === 'agency')) return null
  const others = headings.filter((heading) => !Object.hasOwn(columns, heading) && !isUnnamed(heading))
  const choices = [nationalColumns(others), commonColumns(others)].filter(({ id }) => format === undefined || format === id).sort((a, b) => b.figures.size - a.figures.size)
  const best = choices[0]
  if (!best || best.figures.size === 0) return null
  const told: Recognition['told'][number][] = []
  for (const [heading, figure] of best.figures) columns[heading] = { as: 'cells', figure }
  for (const heading of others) {
    if (Object.hasOwn(columns, heading)) continue
    const role = keyRolesOf(heading).find((each) => (each === 'note' || each === 'source' || each === 'unit') && !Object.values(columns).some(({ as }) => as === each))
    if (role) columns[heading] = plainRole(role)
    else if (INDEXES.has(normal(heading))) continue
    else if (isNumeric(sample, headings.indexOf(heading))) {
      columns[heading] = { as: 'own' }
      told.push({ kind: 'column-kept', column: heading })
    } else told.push({ kind: 'column-unknown', column: heading, text: '' })
  }
  const hasYear = Object.values(columns).some(({ as }) => as === 'year')
  return { format: best.id, shape: 'wide', mapping: { format: best.id, columns, year: hasYear ? null : yearOfTable(headed) }, told }
}

interface Columns {
  readonly id: string
  readonly figures: ReadonlyMap<string, FigureId>
}

function nationalColumns(headings: readonly string[]): Columns {
  const figures = new Map<string, FigureId>()
  for (const heading of headings) {
    const figure = nationalNamed(heading) ?? splitNamed(heading)
    if (figure && ![...figures.values()].includes(figure)) figures.set(heading, figure)
  }
  return { id: 'cn', figures }
}

/** `自然人-新收` or `新收（自然人）`: a row and a column of a table in one heading. */
function splitNamed(heading: string): FigureId | undefined {
  const [first = '', second = '', ...more] = heading.split(/[-－—_/·.:：（）()\s]+/).filter((part) => part !== '')
  if (second === '' || more.length > 0) return undefined
  for (const [row, column] of [[first, second], [second, first]] as const) {
    if (columnsNamed(column).length === 0 || normal(column) === '其他') continue
    const figure = figureNamed(row, column, 'total', 'cn')
    if (figure !== 'unknown' && figure !== 'derived' && nationalNamed(row) !== figure) return figure
  }
  return undefined
}

function commonColumns(headings: readonly string[]): Columns {
  const figures = new Map<string, FigureId>()
  for (const loosely of [false, true]) {
    for (const heading of headings) {
      if (figures.has(heading)) continue
      const found = ownEntries(COMMON).filter(({ id, figure }) => ![...figures.values()].includes(id) && figure.headings.some((name) => (loosely ? loose(name) !== '' && loose(name) === loose(heading) : normal(name) === normal(heading))))
      if (found.length >= 1) figures.set(heading, found[0]!.id)
    }
  }
  return { id: COMMON.id, figures }
}
