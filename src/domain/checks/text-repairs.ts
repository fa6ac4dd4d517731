import type { FigureId } from '../figure'
import { labelOfFigure } from '../formats'
import { label } from '../label'
import type { Proposal } from './check'
import { commonCauses, repairOfCell } from './common-repairs'
import type { Context } from './context'
import type { Setting } from './balances'
import { trialOf } from './trial'
import { written } from './words'

/** A number of the text against the cells of the tables that it should be the sum of. */
export interface Told {
  readonly told: number
  readonly figure: FigureId
  readonly tableFigures: readonly FigureId[]
}

/** The text's number as the table has it: a cell of its own changes, a further statement in prose is no cell. */
function ofText({ told, figure }: Told, table: number, year: number, remaining: number): Proposal {
  const isCell = figure.startsWith('narrative.')
  return {
    kind: 'text',
    explanation: isCell ? label(`若正文为表中的 ${written(table)} 则相符`, `fits if the text has the table’s ${written(table)}`) : label(`若正文的 ${written(told)} 有误、应为 ${written(table)} 则相符，表格不改`, `fits if the text’s ${written(told)} is wrong and should be ${written(table)}; the table stays as it is`),
    changes: isCell ? [{ figure, year, before: told, after: table }] : [],
    remaining,
  }
}

/** What explains failing sums of the report and makes the cells add up to the text's number. */
function causeOf(context: Context, { told, tableFigures: [first, ...others], tableFigures }: Told, row: number): readonly Setting[] | undefined {
  if (first && others.length === 0) return repairOfCell(context, row, first, (value) => value === told)?.settings
  const trial = trialOf(context, row)
  return commonCauses(context, row).find(({ settings }) => {
    const after = new Map(settings)
    return tableFigures.some((figure) => after.has(figure)) && tableFigures.reduce((sum, figure) => sum + ((after.has(figure) ? after.get(figure) : trial.value(figure)) ?? 0), 0) === told
  })?.settings
}

/** What makes the cells add up to the text's number: what explains the report's failing sums too, or one of them alone. */
function settingsOf(context: Context, of: Told, table: number, row: number): (readonly Setting[])[] {
  const trial = trialOf(context, row)
  const cause = causeOf(context, of, row)
  const alone = of.tableFigures.map((figure): Setting => [figure, (trial.value(figure) ?? 0) + of.told - table]).filter(([, after]) => after! >= 0)
  return [...(cause ? [cause] : []), ...alone.map((setting) => [setting])]
}

/** The table as the text has it: a cell that stands for itself in any case, one of several only where the sums speak for it. */
function ofTable(context: Context, of: Told, table: number, row: number): Proposal[] {
  const trial = trialOf(context, row)
  const year = context.table.yearOf(row)
  const isOne = of.tableFigures.length === 1
  const tried = settingsOf(context, of, table, row).map((settings) => ({ settings, remaining: trial.remainingWith(settings) }))
  const offered = tried.filter(({ remaining }) => isOne || remaining < trial.failing).sort((a, b) => a.remaining - b.remaining).slice(0, 1)
  return offered.map(({ settings, remaining }): Proposal => {
    const changed = settings.filter(([figure]) => of.tableFigures.includes(figure))
    const told = changed.map(([figure, after]) => ({ name: labelOfFigure(figure), after: written(after ?? 0) }))
    return {
      kind: 'stated-elsewhere',
      explanation: isOne
        ? label(`若表中「${told[0]!.name.zh}」为正文的 ${told[0]!.after} 则相符`, `fits if “${told[0]!.name.en}” in the table is the text’s ${told[0]!.after}`)
        : label(`若表中${told.map(({ name, after }) => `「${name.zh}」为 ${after}`).join('、')}，则合于正文的 ${written(of.told)}`, `adds up to the text’s ${written(of.told)} if ${told.map(({ name, after }) => `“${name.en}” in the table is ${after}`).join(', ')}`),
      changes: settings.map(([figure, after]) => ({ figure, year, before: trial.value(figure) ?? null, after })),
      remaining,
    }
  })
}

/** Both readings, the text wrong or the table: first what leaves fewer sums of the report failing; where they leave as many, what changes no table. */
export const textRepairs = (context: Context, of: Told, table: number, row: number): Proposal[] =>
  [ofText(of, table, context.table.yearOf(row), trialOf(context, row).failing), ...ofTable(context, of, table, row)].sort((a, b) => a.remaining - b.remaining)
