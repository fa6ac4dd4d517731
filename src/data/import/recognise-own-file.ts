import type { FigureId } from '@/domain/figure'
import type { Format, OwnTable } from '@/domain/formats'
import { loose, normal } from './names'
import { has, keysOf } from './recognise-keys'
import { isUnnamed, yearOfTable, type Headed, type Recognition } from './recognition'

const TABLE_FROM = 0.6
const SURE_MATCHES = 3

interface Scored extends Recognition {
  readonly score: number
}

interface Matched {
  readonly table: OwnTable
  readonly figures: ReadonlyMap<string, FigureId>
}

/** The headings that a table of the format has: exactly first, then in looser words where only one figure fits. */
function matchTable(format: Format, table: OwnTable, headings: readonly string[]): Matched {
  const figures = new Map<string, FigureId>()
  const taken = new Set<string>()
  const take = (heading: string, id: string): void => {
    figures.set(heading, `${format.id}:${id}`)
    taken.add(id)
  }
  for (const heading of headings) {
    const found = table.figures.find(({ id, headings: names }) => !taken.has(id) && has(names, heading))
    if (found) take(heading, found.id)
  }
  for (const heading of headings) {
    const words = loose(heading)
    if (figures.has(heading) || words === '') continue
    const found = table.figures.filter(({ id, headings: names }) => !taken.has(id) && names.some((name) => loose(name) === words))
    if (found.length === 1) take(heading, found[0]!.id)
  }
  return { table, figures }
}

/** How many of the words that tell a table stand in the file's name. */
const nameScore = ({ names = [] }: OwnTable, file: string): number => {
  const text = normal(file.split('/').at(-1)!.replace(/\.\w+$/, ''))
  return names.length === 0 ? 0 : names.filter((name) => text.includes(normal(name))).length / names.length
}

/** A file of a format's own layout; null where it is none. `asked`: the reader said that it is. */
export function ownFile(headed: Headed, format: Format, asked: boolean): Scored | null {
  const { name, headings } = headed
  const { layout, tables } = format.own!
  const keys = keysOf(headed, layout)
  if (!Object.values(keys.columns).some(({ as }) => as === 'agency')) return null
  if (layout.year.length > 0 && !keys.year && yearOfTable(headed) === null) return null
  const others = headings.filter((heading) => !Object.hasOwn(keys.columns, heading) && !isUnnamed(heading))
  // The table with most of the headings first; of equals the one they fill, then the one the file's name tells.
  const ranked = tables
    .map((table) => matchTable(format, table, others))
    .map((matched) => ({ ...matched, filled: matched.figures.size / matched.table.figures.length, named: nameScore(matched.table, name) }))
    .sort((a, b) => b.figures.size - a.figures.size || b.filled - a.filled || b.named - a.named)
  const columns = { ...keys.columns }
  const used = new Set<FigureId>()
  for (const { figures } of ranked) {
    for (const [heading, figure] of figures) {
      if (Object.hasOwn(columns, heading) || used.has(figure)) continue
      columns[heading] = { as: 'cells', figure }
      used.add(figure)
    }
  }
  const matched = used.size
  const whole = matched === others.length && keys.whole
  const enough = asked ? matched > 0 : matched / Math.max(1, others.length) >= TABLE_FROM && (matched >= SURE_MATCHES || whole)
  if (!enough) return null
  const told: Recognition['told'][number][] = []
  const [first, second] = ranked
  if (first && second && first.figures.size === second.figures.size && first.filled === second.filled && first.named === second.named && first.figures.size > 0 && [...first.figures.keys()].some((heading) => second.figures.has(heading))) {
    told.push({ kind: 'table-ambiguous', text: `${first.table.title.en} / ${second.table.title.en}` })
  }
  for (const heading of others) {
    if (Object.hasOwn(columns, heading)) continue
    columns[heading] = { as: 'own' }
    told.push({ kind: 'column-kept', column: heading })
  }
  return { format: format.id, shape: 'format', mapping: { format: format.id, columns, year: keys.year ? null : yearOfTable(headed) }, told, score: matched / Math.max(1, others.length) + matched / 1000 }
}
