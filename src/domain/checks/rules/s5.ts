import { label, type Label } from '../../label'
import { defineCheck, FAIL, NONE, PASS, type Code, type Test } from '../check'
import type { Context } from '../context'
import { copied } from '../copied'
import { Copies } from '../copies'
import { COPIED, type Copied } from '../outline'

/** `table` was the only one that was compared: decisions are kept under its name. */
const NAMES: Readonly<Record<Copied, { readonly name: string; readonly label: Label }>> = {
  requests: { name: 'table', label: label('申请表', 'table of requests') },
  proactive: { name: 'proactive', label: label('主动公开表', 'table of proactive disclosure') },
  reviews: { name: 'reviews', label: label('复议诉讼表', 'table of reviews and suits') },
}

function test(context: Context, copies: Copies, names: (typeof NAMES)[Copied]): Test {
  const { table } = context
  const outcome = (row: number): Code => (!copies.tells(row) ? NONE : copies.copyOf(row) ? FAIL : PASS)
  return {
    ...names,
    outcome,
    outcomes: (rows, codes) => {
      copies.prepare()
      rows.forEach((row, at) => (codes[at] = outcome(row)))
    },
    detail: (row) => {
      const copy = copies.copyOf(row)
      if (!copy) return { cells: [], expected: null, found: null, explanation: label('与上年及其他机关的表均不相同', 'like neither the year before nor another agency’s table') }
      const other = table.agencyOf(copy.row)
      const year = table.yearOf(copy.row)
      const cells = copies.figures.filter((figure) => context.number(figure, row) > 0)
      const [whose, whoseEn] = other.id === table.agencyOf(row).id ? ['本机关', 'this agency’s own'] : [other.name, `${other.name}’s`]
      const explanation = copy.distance === 0
        ? label(`整张表与${whose} ${year} 年的完全相同（${cells.length} 个非零数字）`, `the whole table is identical to ${whoseEn} of ${year} (${cells.length} numbers)`)
        : label(`整张表与${whose} ${year} 年的只差 ${copy.distance} 格（${cells.length} 个非零数字）`, `the whole table differs from ${whoseEn} of ${year} in ${copy.distance} cells only (${cells.length} numbers)`)
      const proposal = names === NAMES.requests ? copied(context, row) : null
      return { cells, expected: null, found: copy.distance, explanation, ...(proposal ? { proposals: [proposal] } : {}), against: { agency: other.id, year, cells } }
    },
  }
}

export default defineCheck({
  id: 'S5',
  label: label('整表雷同', 'a copied table'),
  text: label('表二、表三、表四各自与上年或同年另一机关的完全相同（表三与上年只差几格亦算）。两份同年的表相同时，能与自己上下年衔接的一份不算抄录。非零数字不足 5 个或数字太小的表不判断：小机关常常巧合。', 'Tables 2, 3 and 4, each by itself, are identical to the year before or to another agency’s of the same year (table 3 also where a few cells differ from the year before). Of two in the same year the one that goes with its own years before and after is no copy. Tables with fewer than 5 numbers above zero, or with small ones only, are not judged: small reports are alike by chance.'),
  source: label('本工具的提示规则', 'a rule of this tool'),
  holdsFor: ({ tables }) => tables.length > 0,
  tests: (context, format) => (format.own ? (['requests'] as const) : COPIED).map((table) => test(context, new Copies(context, format, table), NAMES[table])),
})
