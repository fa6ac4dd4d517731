import type { ProactiveColumn, ProactiveItem } from '@/domain/figure'
import { columnsOfItem, itemsOf } from '../meaning/item-columns'
import { COLUMN_LABELS, COLUMN_WORDS, ITEM_LABELS } from '../meaning/labels'
import type { LaidRow } from './laid-tables'
import { bare, tight } from '../meaning/words'

/** What a text says in its order: words, and the numbers behind them. */
export interface Said {
  readonly label: string
  readonly values: readonly string[]
}

/** Items that stand below the same headings: those of one paragraph of article 20. */
const GROUPS: readonly (readonly ProactiveItem[])[] = [['rules', 'documents'], ['licences', 'services'], ['penalties', 'measures'], ['fees'], ['procurement']]

const HEADINGS = (Object.keys(COLUMN_WORDS) as ProactiveColumn[]).flatMap((id) => COLUMN_LABELS.writings(id).map((words) => ({ id, words }))).sort((a, b) => b.words.length - a.words.length)

/** The headings that words name, one after the other, whatever stands between them. */
function headingsOf(words: string): ProactiveColumn[] {
  const found: ProactiveColumn[] = []
  for (let at = 0; at < words.length; at += 1) {
    const heading = HEADINGS.find((each) => words.startsWith(each.words, at))
    if (!heading) continue
    found.push(heading.id)
    at += heading.words.length - 1
  }
  return found
}

/** Headings that follow each other without a number among them, and the numbers behind the last of them; none before the first. */
interface Run {
  readonly columns: ProactiveColumn[]
  readonly values: string[]
}

function runsOf(said: readonly Said[]): Run[] {
  const runs: Run[] = []
  let words = ''
  for (const { label, values } of said) {
    words += bare(label)
    if (values.length === 0) continue
    const columns = headingsOf(words)
    words = ''
    const last = runs.at(-1)
    if (columns.length > 0 || !last) runs.push({ columns, values: [...values] })
    else last.values.push(...values)
  }
  return runs
}

/** Items of a form below the same headings, and the numbers of each so far. */
interface Group {
  readonly items: readonly ProactiveItem[]
  readonly columns: readonly ProactiveColumn[]
  readonly values: string[][]
}

/** Gives the numbers of runs to the items of groups, item by item, each heading once and in the form's order; false where there are more or fewer. */
function fill(groups: readonly Group[], runs: readonly Run[]): boolean {
  const open = groups.flatMap((group) => group.columns.map((column) => ({ group, column })))
  const isFilled = runs.every((run) => {
    const heads = open.splice(0, run.columns.length)
    const values = [...run.values]
    for (const group of new Set(heads.map((head) => head.group))) for (const own of group.values) own.push(...values.splice(0, heads.filter((head) => head.group === group).length))
    return values.length === 0 && heads.map(({ column }) => column).join() === run.columns.join()
  })
  return isFilled && groups.every(({ columns, values }) => values.every(({ length }) => length === columns.length))
}

/** Headings that count money in yuan, where the form asks for 万元. */
const IN_YUAN = /[（(：:](?:单位[：:])?元/

/** The headings of columns of table 2 as cells, in the form's words; `said`: those of the text, which may count money in another unit. */
export const headingCells = (columns: readonly ProactiveColumn[], said: string): string[] => columns.map((column) => `${COLUMN_WORDS[column]}${column === 'amount' && IN_YUAN.test(tight(said)) && !said.includes('万') ? '（单位：元）' : ''}`)

/**
 * Table 2 of a text whose numbers stand behind the headings of their columns, the names of its items anywhere: as programs write tables out
 * column by column, or block by block. Null where not all items are named, or headings or numbers are missing or too many: then nothing tells whose each is.
 */
export function headedRows(said: readonly Said[], format: string): LaidRow[] | null {
  const words = said.map(({ label }) => label).join('')
  const items = itemsOf(format)
  if (!items.every((id) => ITEM_LABELS.writings(id).some((name) => bare(words).includes(name)))) return null
  const groups = GROUPS.map((group) => group.filter((id) => items.includes(id))).filter(({ length }) => length > 0).map((own): Group => ({ items: own, columns: columnsOfItem(format, own[0]!), values: own.map(() => []) }))
  if (!fill(groups, runsOf(said))) return null
  return groups.flatMap(({ items: own, columns, values }): LaidRow[] => [
    { cells: ['信息内容', ...headingCells(columns, words)] },
    ...own.map((id, at): LaidRow => ({ cells: [ITEM_LABELS.writings(id)[0]!, ...values[at]!], told: 'likely' })),
  ])
}
