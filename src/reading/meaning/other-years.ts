import { isSectionHead, sectionOf, type TableId } from './sections'
import { isBlank, type Entry } from './entries'
import { ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS } from './labels'
import { withYears } from './title'
import { tight } from './words'
import { yearOf } from './year-columns'

/** Numbering, brackets and words such as 附表 before the year of a heading. */
const LEAD = '^(?:[（(【]?[一二三四五六七八九十]+[）)、.,]|[（(]?\\d{1,2}[）)、.,](?!\\d)|附[件表]?\\d*[:：]?|表[一二三四五\\d]*[:：.、]?|[（(【《])*'
const HEADED = new RegExp(`${LEAD}(20\\d\\d)(?!\\d|年?[-—–~～至到、和])年?`)
/** What stands under a picture heads no table. */
const CAPTION = /图$/
const DATE = new RegExp(`${LEAD}20\\d\\d年\\d`)
const LAST_YEAR = new RegExp(`${LEAD}(?:上一?年|去年)(?!.*(?:结转|项目))`)
const THIS_YEAR = new RegExp(`${LEAD}(?:本年度?|今年)(?!.*(?:新收|制[发作]|公开数|处理决定|收费|废止|增))`)
/** The words beside the rows of what became of requests, or those that the cell's width left of them: they head no table of this year. */
const OUTCOMES = /本年度办理|^三、本年?度?$/
const LONGEST_HEADING = 40
/** What stands there to be compared with. */
const BESIDE = /对比|比较|对照|参考/

/** What an organ below the report's own did, by a heading that names it. */
const OF_BELOW = /^(?:附[件表]?[一二三四五\d]*[:：.、]?)?(?:[我本该][局委办厅院会县市区镇乡])?(?:所属|下属|直属|所辖)[^,。;]{2,}(?:收到和处理|主动公开|行政复议|申请)(?!.*(?:汇总|合计|在内))/

/** What is appended is headed behind the signature, and a part's table behind the part's heading, where a page sets both in one line; a sentence that points to it heads nothing. */
const APPENDED = /(?<=[^见详如于，,。])(?:附[件表]?|表)[一二三四五\d]*[:：](?=.*(?:20\d\d|上一?年|去年))/

/** Whether a line is a year in brackets, which heads the table below it. */
export const isYearCaption = (text: string): boolean => /^[（(【《〔[]20\d\d年度?(?:数据|情况|统计)?[）)】》〕\]]$/.test(withYears(tight(text)))

/** The words of a heading that says that what follows stands there for comparison, or is what an organ below did; undefined where none does. */
const besideIn = ({ labels }: Entry): string | undefined => labels.map(({ text }) => headingIn(text)).find((words, at) => OF_BELOW.test(words) || (BESIDE.test(words) && (at === 0 || HEADED.test(words))))

/** The words of a line from where they head something appended. */
function headingIn(text: string): string {
  const words = withYears(tight(text))
  return words.slice(APPENDED.exec(words)?.index ?? 0)
}

/** Of which year a heading says that what follows is; undefined where it says nothing of years. */
function yearIn(entry: Entry, year: number): 'own' | 'other' | undefined {
  // The headings of columns, and the first row, may stand on the same row: where each line is a cell behind it, else wherever its place has it.
  const beside = besideIn(entry)
  const words = beside ?? headingIn(entry.text)
  // Blank cells behind words of a year may be the rest of a merged one; behind a year and nothing else they may be that year's row, and behind 上年 that of requests brought over.
  const isAlone = entry.labels.length <= 1 && (entry.values.length === 0 || (isBlank(entry) && HEADED.test(words) && yearOf(entry.labels[0]?.text ?? '', year) === undefined))
  if ((beside === undefined && !isAlone) || words.length > LONGEST_HEADING || /[。;]/.test(words) || DATE.test(words) || CAPTION.test(words)) return undefined
  if (OF_BELOW.test(words)) return 'other'
  const said = HEADED.exec(words)?.[1]
  if (said !== undefined) return Number(said) === year ? 'own' : 'other'
  return LAST_YEAR.test(words) ? 'other' : THIS_YEAR.test(words) && !OUTCOMES.test(words) ? 'own' : undefined
}

/** Whether a line heads something by a year, its own or another; what stands there for comparison does, whatever it calls it. */
export function headsYear(text: string): 'named' | 'beside' | undefined {
  const words = headingIn(text)
  if (DATE.test(words) || CAPTION.test(words) || !(HEADED.test(words) || LAST_YEAR.test(words))) return undefined
  return BESIDE.test(words) ? 'beside' : 'named'
}

/** The official table that an entry is a telling row of. */
function tableOf({ labels, values }: Entry): TableId | undefined {
  const name = labels.at(-1)?.text ?? ''
  if (values.length >= 5 && REQUEST_LABELS.name(name)?.sure === 'exact') return 'requests'
  if (labels.filter(({ text }) => RESULT_LABELS.is(text)).length >= 3) return 'reviews'
  return values.length > 0 && ITEM_LABELS.is(name) !== undefined ? 'proactive' : undefined
}

/** So many rows of each year show a table of which each row stands once for each. */
const LEAST_ROWS = 3

/** Rows with numbers whose last label is a year, in tables that have rows of the report's own so and of others: a row of table 4 for each, or all rows of a table. */
function rowsOfYears(entries: readonly Entry[], year: number): { readonly own: readonly Entry[]; readonly others: readonly Entry[] } {
  const reviews = new Set(entries.flatMap((entry) => (entry.table !== null && tableOf(entry) === 'reviews' ? [entry.table] : [])))
  const named = entries.flatMap((entry) => {
    const which = entry.table !== null && entry.values.length > 0 ? yearOf(entry.labels.at(-1)?.text ?? '', year) : undefined
    return which ? [{ entry, which }] : []
  })
  const rowsIn = (table: number | null, which: 'own' | 'other'): Entry[] => named.filter((row) => row.entry.table === table && row.which === which).map(({ entry }) => entry)
  const tables = [...new Set(named.map(({ entry }) => entry.table))].filter((table) => (['own', 'other'] as const).every((which) => rowsIn(table, which).length >= (reviews.has(table!) ? 1 : LEAST_ROWS)))
  return { own: tables.flatMap((table) => rowsIn(table, 'own')), others: tables.flatMap((table) => rowsIn(table, 'other')) }
}

/** Entries of which rows that stand once for each year have their name alone, without the report's year behind it; that of the other year's row right above where it stands there for both. */
export function withoutOwnYear(entries: readonly Entry[], year: number): Entry[] {
  const rows = rowsOfYears(entries, year)
  const [own, others] = [new Set(rows.own), new Set(rows.others)]
  return entries.map((entry, at) => {
    if (!own.has(entry)) return entry
    const above = entries[at - 1]
    const named = entry.labels.length > 1 || !above || !others.has(above) ? entry : above
    return named.labels.length > 1 ? { ...entry, labels: named.labels.slice(0, -1) } : entry
  })
}

/** Headings and rows of table 3 that stand outside tables are no part of the report of their own. */
const isOfTable = ({ text }: Entry): boolean => /申请人情况(?:$|申请情况|法人)/.test(tight(text)) || REQUEST_LABELS.is(text) !== undefined

/** Whether an entry is the numbered heading of a part alone in a row, as it stands in a text with a cell a line, or in a table that holds the whole report. */
const isNumberedAlone = ({ text, labels, values }: Entry): boolean => labels.length === 1 && values.length === 0 && /^[一二三四五六]、/.test(tight(text)) && sectionOf(text) !== undefined

/** Entries between two headings that say of which year they are. */
interface Stretch {
  readonly other: boolean
  /** Its heading says that it stands there for comparison. */
  readonly beside: boolean
  /** The one table that its heading names. */
  readonly named: TableId | undefined
  /** Another table that stands behind that one without a heading: the report's own, where it has no other. */
  readonly unnamed?: TableId
  readonly entries: Set<Entry>
  readonly tables: Set<TableId>
}

/**
 * The entries of tables that a heading says to be of another year than the report's, where the report has those tables of its own year
 * too, and rows that say so beside rows of its own year: reports print last year's beside this year's. A heading's year alone is no ground, as many are left over from last year's report;
 * one that says that its table is there for comparison is.
 */
export function ofOtherYears(entries: readonly Entry[], year: number): ReadonlySet<Entry> {
  const stretches: Stretch[] = []
  const open = (other: boolean, beside = false, named?: TableId, unnamed?: TableId): void => void stretches.push({ other, beside, named, unnamed, entries: new Set(), tables: new Set() })
  /** Whether an entry heads a part of the report's own year: behind last year's heading a table that was there before is last year's. */
  const headsOwn = (entry: Entry): boolean => {
    const section = sectionOf(entry.text)
    return isSectionHead(isNumberedAlone(entry) ? { ...entry, table: null } : entry) && !isOfTable(entry) && !((stretches.at(-1)!.beside || (entry.bounded && entry.table !== null)) && section && stretches.some(({ other, tables }) => !other && tables.has(section)))
  }
  /** Whether another table than the one that the heading of another year names, which stands above it, begins with an entry. */
  const endsBefore = (table: TableId, entry: Entry): boolean => {
    const { other, named, tables, entries: above } = stretches.at(-1)!
    return other && named !== undefined && table !== named && tables.has(named) && ![...above].some((each) => each.table === entry.table && tableOf(each) === named)
  }
  open(false)
  for (const entry of entries) {
    const said = yearIn(entry, year)
    if (said !== undefined) open(said === 'other', besideIn(entry) !== undefined, sectionOf(headingIn(entry.text)) ?? undefined)
    else if (headsOwn(entry)) open(false)
    const table = tableOf(entry)
    if (table && endsBefore(table, entry)) {
      const last = stretches.at(-1)!
      open(true, last.beside, undefined, table)
      for (const each of [...last.entries].filter((each) => each.table === entry.table)) if (last.entries.delete(each)) stretches.at(-1)!.entries.add(each)
    }
    const stretch = stretches.at(-1)!
    stretch.entries.add(entry)
    if (table) stretch.tables.add(table)
  }
  const own = new Set(stretches.flatMap(({ other, tables }) => (other ? [] : [...tables])))
  const isOther = ({ other, unnamed }: Stretch): boolean => other && (unnamed === undefined || own.has(unnamed))
  const left = stretches.filter((stretch) => isOther(stretch) && stretch.tables.size > 0 && (stretch.beside || [...stretch.tables].every((table) => own.has(table)))).flatMap((stretch) => [...stretch.entries])
  return new Set([...left, ...rowsOfYears(entries, year).others])
}
