import type { FigureId } from '../../figure'
import { labelOfFigure, ownEntries, unitOfFigure, type Format } from '../../formats'
import { label, type Label } from '../../label'
import { REASON_BITS, REGIONAL, STATED } from '../../table'
import { isInFailingSum } from '../carry'
import { defineCheck, FAIL, NONE, PASS, type Code, type Test } from '../check'
import type { Context } from '../context'
import { written } from '../words'
import { isInYuan } from './s8'

/** A change by more than this factor … */
const FACTOR = 5
/** … is told where the larger of the two numbers is at least this: 1 → 6 is none. */
const FLOOR = 20

const NATIONAL: readonly FigureId[] = [
  'requests.received.total', 'requests.processed.total', 'requests.carried-out.total',
  'rules.in-force', 'documents.issued', 'documents.in-force', 'documents.newly-made', 'documents.public-total',
  'licences.decisions', 'services.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount', 'procurement.amount',
  'review.total', 'suit-direct.total', 'suit-after-review.total',
  'narrative.items-disclosed', 'narrative.web-items', 'narrative.social-posts',
]
const ROLES: ReadonlySet<string> = new Set(['received', 'processed', 'review.received'])

const figuresOf = (format: Format): readonly FigureId[] => (format.family === 'cn' ? NATIONAL : ownEntries(format).filter(({ figure }) => figure.role && ROLES.has(figure.role)).map(({ id }) => id))

/** Why one of the two numbers may be wrong, where its own report says so. */
function suspicion(context: Context, figure: FigureId, row: number): Label | null {
  if (isInYuan(context, figure, row)) return label('似以元填报（S8）', 'is as if given in yuan (S8)')
  if (isInFailingSum(context, figure, row)) return label('所在合计不符', 'goes into sums that fail')
  return unitOfFigure(figure) !== 'wan-yuan' && !Number.isInteger(context.number(figure, row)) ? label('不是整数（H6）', 'is no whole number (H6)') : null
}

/** A word on the report whose number is likely wrong; the other year's is named, so that this one is not blamed for it. */
function remark(context: Context, figure: FigureId, row: number, before: number): Label {
  const [own, last] = [suspicion(context, figure, row), suspicion(context, figure, before)]
  const year = context.table.yearOf(before)
  if (last && !own) return label(`；${year} 年报的此数${last.zh}，错误可能在 ${year} 年报`, `; the number of the ${year} report ${last.en}: the error is likely in that report`)
  return own && !last ? label(`；本年报的此数${own.zh}，变动可能由此而来`, `; this report’s number ${own.en}, which may be why`) : label('', '')
}

function test(context: Context, figure: FigureId): Test[] {
  const column = context.column(figure)
  if (!column) return []
  const { values, states } = column
  const outcome = (row: number): Code => {
    if ((states[row]! & REASON_BITS) !== STATED) return NONE
    const before = context.joinedBefore[row]!
    if (before < 0 || (states[before]! & REASON_BITS) !== STATED || ((states[row]! ^ states[before]!) & REGIONAL) !== 0) return NONE
    const [low, high] = values[row]! < values[before]! ? [values[row]!, values[before]!] : [values[before]!, values[row]!]
    return high >= FLOOR && high > FACTOR * low ? FAIL : PASS
  }
  const name = labelOfFigure(figure)
  return [
    {
      name: figure,
      label: name,
      outcome,
      detail: (row) => {
        const before = context.joinedBefore[row]!
        const [found, expected] = [values[row]!, values[before]!]
        const why = remark(context, figure, row, before)
        return {
          cells: [figure],
          expected,
          found,
          explanation: label(`${name.zh}：上年 ${written(expected)}，本年 ${written(found)}，变动超过 ${FACTOR} 倍${why.zh}`, `${name.en}: ${written(expected)} the year before, ${written(found)} now, a change beyond ×${FACTOR}${why.en}`),
          against: { agency: context.table.agencyOf(row).id, year: context.table.yearOf(before), cells: [figure] },
        }
      },
    },
  ]
}

export default defineCheck({
  id: 'S4',
  label: label('较上年变动过大', 'a large change on the year before'),
  text: label(`较上年超过 ${FACTOR} 倍或不足 ${FACTOR} 分之一，且两年中较大的数不小于 ${FLOOR}。多有实际原因。`, `Beyond ×${FACTOR} or ÷${FACTOR} of the year before, where the larger number is at least ${FLOOR}. Often there is a reason.`),
  source: label('本工具的提示规则', 'a rule of this tool'),
  holdsFor: () => true,
  tests: (context, format) => figuresOf(format).flatMap((figure) => test(context, figure)),
})
