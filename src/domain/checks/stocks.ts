import { hasFigure, type Format } from '../formats'
import { label } from '../label'
import type { Proposal } from './check'
import type { Context } from './context'
import { followRepairs, pairsAround, type Move, type Other, type Reading } from './follow'

/** Items of table 2 that are kept as a stock: issued, repealed, in force. */
export const STOCKS = ['rules', 'documents'] as const
/** Whether a form asks for all three. */
export const hasStocks = (format: Format): boolean => hasFigure(format, 'documents.in-force')

/** Items of table 2 whose number the year before is asked for beside the change. */
export const LISTED = ['licences', 'services', 'penalties', 'measures', 'fees'] as const
/** Whether a form asks for both. */
export const listsItems = (format: Format): boolean => hasFigure(format, 'licences.items-before')

/** How many comparisons of a stock with the year before (S1, S3) do not hold. */
function stockFailures(context: Context, item: (typeof STOCKS)[number], row: number, at: Reading): number {
  return pairsAround(context, row).reduce((sum, [later, earlier]) => {
    const [stock, issued, repealed, now] = [at(`${item}.in-force`, earlier), at(`${item}.issued`, later), at(`${item}.repealed`, later), at(`${item}.in-force`, later)]
    return sum + Number(stock + issued - repealed - now !== 0 && !Number.isNaN(stock + issued - repealed - now)) + Number(repealed > stock + issued)
  }, 0)
}

/** Cells of the row that changed places, or moved by one with the stock pushed out. */
function stockMoves(item: (typeof STOCKS)[number], [stock, made, ended, now]: readonly [number, number, number, number]): Move[] {
  const [inForce, issued, repealed] = [`${item}.in-force`, `${item}.issued`, `${item}.repealed`] as const
  return [
    { kind: 'swapped', settings: [[issued, ended], [repealed, made]], explanation: label('若制发与废止互换则相符', 'fits if issued and repealed change places') },
    { kind: 'swapped', settings: [[repealed, now], [inForce, ended]], explanation: label('若废止与现行有效互换则相符', 'fits if repealed and in force change places') },
    { kind: 'swapped', settings: [[issued, now], [inForce, made]], explanation: label('若制发与现行有效互换则相符', 'fits if issued and in force change places') },
    ...(made === 0 ? [{ kind: 'shifted', settings: [[issued, ended], [repealed, now], [inForce, stock + ended - now]], explanation: label('若该行右移了一格，移回后相符', 'fits if the row has moved right by one and is moved back') } as const] : []),
  ]
}

/** The one number of the four that makes a stock follow from the year before; or the cells that moved. */
export function stockRepairs(context: Context, item: (typeof STOCKS)[number], row: number): Proposal[] {
  const [inForce, issued, repealed] = [`${item}.in-force`, `${item}.issued`, `${item}.repealed`] as const
  const [stock, made, ended, now] = [context.number(inForce, context.joinedBefore[row]!), context.number(issued, row), context.number(repealed, row), context.number(inForce, row)]
  const others: Other[] = [
    { figure: inForce, year: 'this', after: stock + made - ended },
    { figure: repealed, year: 'this', after: stock + made - now },
    { figure: issued, year: 'this', after: now + ended - stock },
    { figure: inForce, year: 'before', after: now + ended - made },
  ]
  return followRepairs(context, row, others, (at) => stockFailures(context, item, row, at), stockMoves(item, [stock, made, ended, now]))
}

/** The one number of the three that makes the items of this year follow from last year's report. */
export function listRepairs(context: Context, item: (typeof LISTED)[number], row: number): Proposal[] {
  const [items, change] = [`${item}.items-before`, `${item}.change`] as const
  const [before, changed, now] = [context.number(items, context.joinedBefore[row]!), context.number(change, context.joinedBefore[row]!), context.number(items, row)]
  const failing = (at: Reading): number => pairsAround(context, row).reduce((sum, [later, earlier]) => {
    const difference = at(items, earlier) + at(change, earlier) - at(items, later)
    return sum + Number(!Number.isNaN(difference) && difference !== 0)
  }, 0)
  return followRepairs(context, row, [{ figure: items, year: 'this', after: before + changed }, { figure: change, year: 'before', after: now - before }, { figure: items, year: 'before', after: now - changed }], failing)
}
