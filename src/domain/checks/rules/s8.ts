import type { FigureId } from '../../figure'
import { hasFigure, labelOfFigure, type Format } from '../../formats'
import { label } from '../../label'
import { REASON_BITS, REGIONAL, STATED } from '../../table'
import { defineCheck, FAIL, NONE, PASS, type Code, type Test } from '../check'
import type { Context } from '../context'
import type { Cells } from '../term'
import { trialOf } from '../trial'
import { written } from '../words'

/** Yuan in a 万元. */
const SCALE = 1e4
/** Half an order of magnitude on either side of it. */
const [LEAST, MOST] = [SCALE / Math.sqrt(10), SCALE * Math.sqrt(10)]
/** In 万元: more than an agency can have taken in fees in a year. Inferred: the whole country takes a few times as much. */
const TOO_MUCH = 1e7

const AMOUNTS = ['fees.amount', 'procurement.amount'] as const satisfies readonly FigureId[]

/** The year beside of which an amount is about 10,000 times the number, as a report row. */
function scaledFrom({ table }: Context, { values, states }: Cells, row: number): number | undefined {
  const stated = (each: number): boolean => each >= 0 && (states[each]! & REASON_BITS) === STATED
  const neighbours = [-1, 1].map((step) => table.rowOf(table.data.reportAgency[row]!, table.data.reportYear[row]! + step)).filter((other) => stated(other) && ((states[row]! ^ states[other]!) & REGIONAL) === 0)
  return neighbours.find((other) => values[other]! > 0 && values[row]! >= LEAST * values[other]! && values[row]! <= MOST * values[other]!)
}

function outcomeAt(context: Context, figure: FigureId, column: Cells, row: number): Code {
  if ((column.states[row]! & REASON_BITS) !== STATED || column.values[row] === 0) return NONE
  if (figure === 'fees.amount' && column.values[row]! >= TOO_MUCH) return FAIL
  return scaledFrom(context, column, row) === undefined ? PASS : FAIL
}

/** Whether an amount of a report looks as if it were in yuan. */
export function isInYuan(context: Context, figure: FigureId, row: number): boolean {
  const column = (AMOUNTS as readonly FigureId[]).includes(figure) ? context.column(figure) : undefined
  return column !== undefined && outcomeAt(context, figure, column, row) === FAIL
}

function test(context: Context, figure: FigureId): Test[] {
  const column = context.column(figure)
  if (!column) return []
  const { table } = context
  const { values } = column
  const outcome = (row: number): Code => outcomeAt(context, figure, column, row)
  const name = labelOfFigure(figure)
  return [
    {
      name: figure,
      label: name,
      outcome,
      detail: (row, code) => {
        const found = values[row]!
        const expected = Number((found / SCALE).toPrecision(12))
        const other = scaledFrom(context, column, row)
        if (code !== FAIL) return { cells: [figure], expected: found, found, explanation: label(`${name.zh} ${written(found)} 万元，与相邻年份同一数量级`, `${name.en}: ${written(found)} × 10,000 yuan, of the neighbouring years’ order`) }
        const reason = other === undefined ? label('超出一个机关一年可能的数额', 'is more than an agency can have taken in a year') : label(`约为 ${table.yearOf(other)} 年 ${written(values[other]!)} 的一万倍`, `is about 10,000 times the ${written(values[other]!)} of ${table.yearOf(other)}`)
        return {
          cells: [figure],
          expected,
          found,
          explanation: label(`${name.zh} ${written(found)} 万元${reason.zh}，似以元填报`, `${name.en}: ${written(found)} × 10,000 yuan ${reason.en}, as if given in yuan`),
          proposals: [{ kind: 'yuan', explanation: label(`若原为 ${written(found)} 元，即 ${written(expected)} 万元`, `if it is ${written(found)} yuan, that is ${written(expected)} × 10,000 yuan`), changes: [{ figure, year: table.yearOf(row), before: found, after: expected }], remaining: trialOf(context, row).failing }],
          ...(other === undefined ? {} : { against: { agency: table.agencyOf(row).id, year: table.yearOf(other), cells: [figure] } }),
        }
      },
    },
  ]
}

const asks = (format: Format): FigureId[] => AMOUNTS.filter((figure) => hasFigure(format, figure))

export default defineCheck({
  id: 'S8',
  label: label('元误作万元', 'yuan given for 10,000 yuan'),
  text: label('金额约为相邻年份的一万倍，或超出一个机关一年可能的数额。', 'An amount is about 10,000 times that of a neighbouring year, or more than an agency can have taken in a year.'),
  source: label('表二（八）（九）以万元计', 'table 2 (8) and (9) are in 10,000 yuan'),
  holdsFor: (format) => asks(format).length > 0,
  tests: (context, format) => asks(format).flatMap((figure) => test(context, figure)),
})
