import type { FigureId } from '../../figure'
import { labelOfFigure, ownEntries, type Format } from '../../formats'
import { label } from '../../label'
import { REASON_BITS, REGIONAL, STATED } from '../../table'
import { defineCheck, FAIL, NONE, PASS, type Code, type Test } from '../check'
import type { Context } from '../context'
import { written } from '../words'

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
        return {
          cells: [figure],
          expected,
          found,
          explanation: label(`${name.zh}：上年 ${written(expected)}，本年 ${written(found)}，变动超过 ${FACTOR} 倍`, `${name.en}: ${written(expected)} the year before, ${written(found)} now, a change beyond ×${FACTOR}`),
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
