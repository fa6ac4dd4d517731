import { label } from '../../label'
import { defineCheck, FAIL, NONE, PASS, type Code, type Test } from '../check'
import type { Context } from '../context'
import { Copies } from '../copies'

function test(context: Context, copies: Copies): Test {
  const { table } = context
  const outcome = (row: number): Code => (!copies.tells(row) ? NONE : copies.copyOf(row) ? FAIL : PASS)
  return {
    name: 'table',
    label: label('申请表', 'table of requests'),
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
      return { cells, expected: null, found: copy.distance, explanation, against: { agency: other.id, year, cells } }
    },
  }
}

export default defineCheck({
  id: 'S5',
  label: label('整表雷同', 'a copied table'),
  text: label('整张申请表与上年或同年另一机关的完全相同，或与上年只差几格。数字太少的表不判断：小机关常常巧合。', 'The whole table of requests is identical to the year before or to another agency’s of the same year, or differs from the year before in a few cells. Tables with few numbers are not judged: small reports are alike by chance.'),
  source: label('本工具的提示规则', 'a rule of this tool'),
  holdsFor: ({ tables }) => tables.length > 0,
  tests: (context, format) => [test(context, new Copies(context, format))],
})
