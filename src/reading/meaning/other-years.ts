import { isSectionHead, type TableId } from './sections'
import type { Entry } from './entries'
import { ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS } from './labels'
import { withYears } from './title'
import { tight } from './words'

/** Numbering, brackets and words such as 附表 before the year of a heading. */
const LEAD = '^(?:[（(【]?[一二三四五六七八九十]+[）)、.,]|[（(]?\\d{1,2}[）)、.,](?!\\d)|附[件表]?\\d*[:：]?|表[一二三四五\\d]*[:：.、]?|[（(【《])*'
const HEADED = new RegExp(`${LEAD}(20\\d\\d)年?(?!\\d|[-—~至到、和])`)
const DATE = new RegExp(`${LEAD}20\\d\\d年\\d`)
const LAST_YEAR = new RegExp(`${LEAD}(?:上一?年|去年)(?!.*(?:结转|项目))`)
const THIS_YEAR = new RegExp(`${LEAD}(?:本年度?|今年)(?!.*(?:新收|制[发作]|公开数|处理决定|收费|废止|增))`)
const LONGEST_HEADING = 40
/** What stands there to be compared with. */
const BESIDE = /对比|比较|对照|参考/

/** Of which year a heading says that what follows is; undefined where it says nothing of years. */
function yearIn({ labels, values, text }: Entry, year: number): 'own' | 'other' | undefined {
  // Where each line is a cell the headings of columns, and the first row, may follow on the same row.
  const isBeside = BESIDE.test(labels[0]?.text ?? '')
  const words = withYears(tight(isBeside ? labels[0]!.text : text))
  if ((!isBeside && (labels.length > 1 || values.length > 0)) || words.length > LONGEST_HEADING || /[。;]/.test(words) || DATE.test(words)) return undefined
  const said = HEADED.exec(words)?.[1]
  if (said !== undefined) return Number(said) === year ? 'own' : 'other'
  return LAST_YEAR.test(words) ? 'other' : THIS_YEAR.test(words) ? 'own' : undefined
}

/** Whether a line heads something by a year, its own or another. */
export const headsYear = (text: string): boolean => HEADED.test(withYears(tight(text))) && !DATE.test(withYears(tight(text)))

/** The official table that an entry is a telling row of. */
function tableOf({ labels, values }: Entry): TableId | undefined {
  const name = labels.at(-1)?.text ?? ''
  if (values.length >= 5 && REQUEST_LABELS.name(name)?.id === 'received') return 'requests'
  if (labels.filter(({ text }) => RESULT_LABELS.is(text)).length >= 3) return 'reviews'
  return values.length > 0 && ITEM_LABELS.is(name) !== undefined ? 'proactive' : undefined
}

/** Entries between two headings that say of which year they are. */
interface Stretch {
  readonly other: boolean
  /** Its heading says that it stands there for comparison. */
  readonly beside: boolean
  readonly entries: Set<Entry>
  readonly tables: Set<TableId>
}

/**
 * The entries of tables that a heading says to be of another year than the report's, where the report has those tables of its own year
 * too: reports print last year's beside this year's. A heading's year alone is no ground, as many are left over from last year's report;
 * one that says that its table is there for comparison is.
 */
export function ofOtherYears(entries: readonly Entry[], year: number): ReadonlySet<Entry> {
  const stretches: Stretch[] = []
  const open = (other: boolean, beside = false): void => void stretches.push({ other, beside, entries: new Set(), tables: new Set() })
  open(false)
  for (const entry of entries) {
    const said = yearIn(entry, year)
    if (said !== undefined) open(said === 'other', BESIDE.test(entry.labels[0]?.text ?? ''))
    else if (isSectionHead(entry)) open(false)
    const stretch = stretches.at(-1)!
    stretch.entries.add(entry)
    const table = tableOf(entry)
    if (table) stretch.tables.add(table)
  }
  const own = new Set(stretches.flatMap(({ other, tables }) => (other ? [] : [...tables])))
  return new Set(stretches.filter(({ other, beside, tables }) => other && tables.size > 0 && (beside || [...tables].every((table) => own.has(table)))).flatMap((stretch) => [...stretch.entries]))
}
