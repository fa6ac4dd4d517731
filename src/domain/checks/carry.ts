import { APPLICANT_IDS, APPLICANT_PARTS, APPLICANTS, type Applicant, type FigureId } from '../figure'
import { FORMATS, labelOfFigure } from '../formats'
import { label, type Label } from '../label'
import { likeliestCauses } from './common-repairs'
import type { Proposal, ProposalKind } from './check'
import type { Context } from './context'
import { copied, copiedRemark } from './copied'
import { officialFigures } from './sums'
import type { Setting } from './balances'
import { trialOf } from './trial'
import { written } from './words'

const carriedIn = (applicant: Applicant): FigureId => `requests.carried-in.${applicant}`
const carriedOut = (applicant: Applicant): FigureId => `requests.carried-out.${applicant}`

/** A change of one of the two reports between which requests are carried over. */
interface Draft {
  readonly kind: ProposalKind
  readonly explanation: Label
  readonly row: number
  readonly settings: readonly Setting[]
}

/** The two reports, and the column that does not agree. */
export interface Carry {
  readonly context: Context
  readonly applicant: Applicant
  readonly row: number
  readonly before: number
}

/** One year's row taken over into the other's report. */
function taken({ context }: Carry, to: number, cell: (applicant: Applicant) => FigureId, from: number, other: (applicant: Applicant) => FigureId, explanation: Label): Draft {
  const trial = trialOf(context, to)
  const settings = APPLICANT_IDS.flatMap((applicant): Setting[] => {
    const [now, after] = [trial.value(cell(applicant)), context.number(other(applicant), from)]
    return now === undefined || Number.isNaN(after) || (now ?? 0) === after ? [] : [[cell(applicant), after]]
  })
  return { kind: 'carried-out-before', explanation, row: to, settings }
}

/** The same with what was received changed by as much, so that the sums of the report stay as they are. */
function takenWith(carry: Carry, draft: Draft, sign: 1 | -1): Draft {
  const trial = trialOf(carry.context, draft.row)
  const received = draft.settings.map(([figure, after]): Setting => {
    const other = figure.replace(/carried-(?:in|out)/, 'received') as FigureId
    return [other, (trial.value(other) ?? Number.NaN) + sign * ((after ?? 0) - (trial.value(figure) ?? 0))]
  })
  const fits = received.every(([, after]) => after! >= 0)
  return { ...draft, settings: fits ? [...draft.settings, ...received] : [], explanation: label(`${draft.explanation.zh}（新收随之改动，各项合计不变）`, `${draft.explanation.en} (and what was received changes with it, so that the sums stay as they are)`) }
}

/** What another version or the text says of the cell, where it is what the other year has. */
function stated({ context, applicant, row, before }: Carry): Draft[] {
  const ends = [[row, carriedIn(applicant), context.number(carriedOut(applicant), before)], [before, carriedOut(applicant), context.number(carriedIn(applicant), row)]] as const
  return ends.flatMap(([at, figure, after]): Draft[] => {
    if (!context.statedElsewhere(figure, at).includes(after)) return []
    const [name, year] = [labelOfFigure(figure), context.table.yearOf(at)]
    return [{ kind: 'stated-elsewhere', row: at, settings: [[figure, after]], explanation: label(`${year} 年报另处载「${name.zh}」${written(after)}，采用则相符`, `fits with what the ${year} report states elsewhere: “${name.en}” ${written(after)}`) }]
  })
}

/** What explains a report that fails in itself. */
const causesAt = (context: Context, row: number): Draft[] => likeliestCauses(context, row).map(({ kind, settings, explain }) => ({ kind, settings, row, explanation: explain() }))

/** Two columns of a report exchanged as a whole: its own sums hold either way. */
function exchanged({ context, applicant }: Carry, row: number): Draft[] {
  if (applicant === 'total') return []
  const trial = trialOf(context, row)
  const rows = officialFigures(FORMATS[context.table.data.reportFormat[row]!]!, 'requests').filter((figure) => figure.endsWith('.total'))
  return APPLICANT_PARTS.filter((other) => other !== applicant).map((other): Draft => {
    const settings = rows.flatMap((figure): Setting[] => {
      const [a, b] = [figure.replace(/total$/, applicant), figure.replace(/total$/, other)] as [FigureId, FigureId]
      const [first, second] = [trial.value(a), trial.value(b)]
      return first === undefined || second === undefined || (first ?? 0) === (second ?? 0) ? [] : [[a, second], [b, first]]
    })
    const [x, y] = [APPLICANTS[applicant], APPLICANTS[other]]
    return { kind: 'swapped', settings, row, explanation: label(`${context.table.yearOf(row)} 年报的「${x.zh}」与「${y.zh}」两列若整列互换则相符`, `fits if the whole columns “${x.en}” and “${y.en}” of the ${context.table.yearOf(row)} report change places`) }
  })
}

/** How many columns do not agree between the two reports, with a change of one of them. */
function parting({ context, row, before }: Carry, draft: Draft | null): Applicant[] {
  const changed = new Map(draft?.settings)
  const at = (figure: FigureId, of: number): number => (draft?.row === of && changed.has(figure) ? changed.get(figure)! : context.number(figure, of))
  return APPLICANT_IDS.filter((applicant) => {
    const [out, into] = [at(carriedOut(applicant), before), at(carriedIn(applicant), row)]
    return !Number.isNaN(out) && !Number.isNaN(into) && out !== into
  })
}

interface Weighed extends Draft {
  readonly remaining: number
  /** So many more sums of the changed report fail. */
  readonly worse: number
  readonly ofClean: boolean
}

function weighed(carry: Carry, draft: Draft): Weighed[] {
  const { context, row, before } = carry
  const parts = parting(carry, draft)
  if (draft.settings.length === 0 || parts.includes(carry.applicant)) return []
  const rest = trialOf(context, draft.row === row ? before : row).failing
  const trial = trialOf(context, draft.row)
  const after = trial.remainingWith(draft.settings)
  return [{ ...draft, remaining: rest + after + parts.length, worse: after - trial.failing, ofClean: trial.failing === 0 }]
}

/** What a repair breaks in the report that it changes. */
function withBreaks(year: number, { explanation: { zh, en }, worse }: Weighed): Label {
  return worse <= 0 ? label(zh, en) : label(`${zh}；但 ${year} 年报会新增 ${worse} 项合计不符`, `${en}; but ${worse} more ${worse === 1 ? 'sum' : 'sums'} of the ${year} report would then fail`)
}

const copiedOf = ({ context, row, before }: Carry): Proposal | null => copied(context, row) ?? copied(context, before)

/** What would make the carry-over agree, the likeliest first: what leaves the fewest sums of both reports failing; of equals, not what changes a report that is clean. No cell where one of the tables is a copy: it is wrong as a whole. */
export function carryRepairs(carry: Carry, found: number, expected: number): Proposal[] {
  const { context, row, before } = carry
  const copied = copiedOf(carry)
  if (copied) return [copied]
  const [then, now] = [context.table.yearOf(before), context.table.yearOf(row)]
  const causes = [...causesAt(context, row), ...causesAt(context, before)]
  // What explains a report that fails in itself puts out whatever leaves more sums failing.
  const most = Math.min(Infinity, ...causes.flatMap((draft) => weighed(carry, draft)).map(({ remaining }) => remaining))
  const [into, out] = [
    taken(carry, row, carriedIn, before, carriedOut, label(`若 ${now} 年报的上年结转为 ${then} 年报的结转数（此处 ${written(expected)}）则相符`, `fits if what the ${now} report carried in is what the ${then} report carried out (here ${written(expected)})`)),
    taken(carry, before, carriedOut, row, carriedIn, label(`若 ${then} 年报的结转下年度为 ${now} 年报的上年结转数（此处 ${written(found)}）则相符`, `fits if the ${then} report carried out what the ${now} report carried in (here ${written(found)})`)),
  ]
  const worse = (draft: Draft): boolean => weighed(carry, draft).some((each) => each.worse > 0)
  const drafts = [...stated(carry), ...causes, into, out, ...exchanged(carry, row), ...exchanged(carry, before), ...(worse(into) ? [takenWith(carry, into, -1)] : []), ...(worse(out) ? [takenWith(carry, out, 1)] : [])]
  const seen = new Set<string>()
  const all = drafts.flatMap((draft) => weighed(carry, draft)).filter(({ remaining }) => remaining <= most).sort((a, b) => a.remaining - b.remaining || Number(a.ofClean) - Number(b.ofClean))
  return all.filter(({ row: of, settings }) => !seen.has(`${of} ${settings.join()}`) && seen.add(`${of} ${settings.join()}`)).slice(0, 5).map((draft) => {
    const trial = trialOf(context, draft.row)
    const year = context.table.yearOf(draft.row)
    return { kind: draft.kind, explanation: withBreaks(year, draft), remaining: draft.remaining, changes: draft.settings.map(([figure, after]) => ({ figure, year, before: trial.value(figure) ?? null, after })) }
  })
}

/** Whether sums of a report fail that the figure goes into. */
export function isInFailingSum(context: Context, figure: FigureId, row: number): boolean {
  const trial = trialOf(context, row)
  return trial.failingSums().some((spec) => Object.values(trial.sides(spec)).flat().some((cell) => cell.figure === figure))
}

/** A word on which of the two reports is likely wrong: one with a copied table, or that of the year before where its own sums say so. */
export function carryRemark(carry: Carry): Label {
  const { context, applicant, row, before } = carry
  const copy = copiedRemark(context, row) ?? copiedRemark(context, before)
  if (copy) return copy
  if (isInFailingSum(context, carriedIn(applicant), row) || !isInFailingSum(context, carriedOut(applicant), before)) return label('', '')
  const year = context.table.yearOf(before)
  return label(`；${year} 年报中含此数的合计不符，错误可能在 ${year} 年报`, `; sums of the ${year} report with this figure fail: the error is likely in that report`)
}
