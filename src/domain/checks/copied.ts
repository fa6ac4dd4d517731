import { FORMATS } from '../formats'
import { label, type Label } from '../label'
import type { Proposal } from './check'
import type { Context } from './context'
import { Copies } from './copies'
import { trialOf } from './trial'

const known = new WeakMap<Context, Copies>()

/** Whose table 3 a report repeats cell by cell (S5), in words; null where it is its own. */
function repeated(context: Context, row: number): Label | null {
  const { table } = context
  const format = FORMATS[table.data.reportFormat[row]!]!
  let copies = known.get(context)
  if (!copies?.isOf(format)) known.set(context, (copies = new Copies(context, format)))
  const copy = copies.tells(row) ? copies.copyOf(row) : null
  if (copy?.distance !== 0) return null
  const year = table.yearOf(row)
  const [whose, whoseEn] = table.data.reportAgency[copy.row] === table.data.reportAgency[row] ? ['上年', 'that of the year before'] : ['另一机关', 'another agency’s']
  return label(`${year} 年报的申请表与${whose}的相同（S5）`, `the table of requests of the ${year} report is ${whoseEn} (S5)`)
}

/** A copied table explains whatever does not go with the years beside it: it is wrong as a whole, so that no cell changes. Null where it is none. */
export function copied(context: Context, row: number): Proposal | null {
  const told = repeated(context, row)
  return told && { kind: 'copied', explanation: label(`${told.zh}，或整张表有误，须核对原表，不逐格建议`, `${told.en}: all of it may be wrong and must be compared with the source, so no cell is proposed`), changes: [], remaining: trialOf(context, row).failing }
}

/** The same as a word behind an explanation. */
export function copiedRemark(context: Context, row: number): Label | null {
  const told = repeated(context, row)
  const year = context.table.yearOf(row)
  return told && label(`；${told.zh}，错误可能在 ${year} 年报`, `; ${told.en}: the error is likely in that report`)
}
