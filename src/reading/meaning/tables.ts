import { isOrgan } from './bare-organs'
import type { Entry } from './entries'
import { Figures } from './figures'
import { APPLICANT_LABELS, COLUMN_LABELS, ITEM_LABELS, REQUEST_LABELS, RESULT_LABELS, RESULT_ORDER } from './labels'
import { ProactiveReader } from './proactive'
import { RequestsReader } from './requests'
import { kindIn } from './result-headings'
import { ReviewsReader } from './reviews'
import { singleFigure } from './single-figures'
import { sectionOf, type TableId } from './sections'
import { fragment, tight } from './words'
import { ofOwnYear, yearColumnsOf, type YearColumns } from './year-columns'

const HEADING_WORDS = /^申请人情况$|^自然人$|^法人或其他组织$|勾稽关系|^第二十条第|^信息内容$/
const YEAR_HEADING = /^(?:19|20)\d\d年?度?$/
/** So many organs side by side head a table of what each of them did; more where nothing else shows it: two may have signed. */
const LEAST_ORGANS = 2
const LEAST_ALONE = 3
const organsIn = (texts: readonly string[]): number => (texts.some((text) => HEADING_WORDS.test(text)) ? 0 : texts.filter((text) => isOrgan(text) || /^[\u4e00-\u9fff]{1,6}(?:[镇乡]|街道)$/.test(text)).length)

const headsOrgans = ({ labels, table }: Entry, least: number): boolean => table !== null && organsIn(labels.map(({ text }) => tight(text))) >= least

/** A table that compares years, organs, or figures with each other, is none of the form's. 指标名称 alone may head the names of its figures. */
function isComparison(entry: Entry): boolean {
  const { labels } = entry
  const texts = labels.map(({ text }) => tight(text))
  const isNamed = texts.includes('指标名称') && texts.some((text) => /[年期]|增减|同比|变化/.test(text))
  // Beside headings of the form such a column only compares its totals.
  const compares = texts.some((text) => /^(?:增减值|同比增减)$/.test(text)) && !texts.some((text) => HEADING_WORDS.test(text))
  return headsOrgans(entry, LEAST_ORGANS) || texts.filter((text) => YEAR_HEADING.test(text)).length >= 2 || isNamed || compares
}
const opensTable = ({ labels }: Entry): boolean => labels.some(({ text }) => tight(text) === '信息内容' || APPLICANT_LABELS.is(text) === 'natural' || COLUMN_LABELS.is(text) === 'issued') || labels.filter(({ text }) => RESULT_LABELS.is(text)).length >= 3

/** A kind of table 4 over its five columns has four blank cells behind it, or nine, or fewer where some were dropped; in a row of its own it has five. */
const spansResults = (count: number): boolean => count > 0 && (count < RESULT_ORDER.length || count % RESULT_ORDER.length === RESULT_ORDER.length - 1)

/** Whether labels head columns of table 3 and nothing else: 总计 and 其他 name rows, too. */
function areApplicants(labels: Entry['labels']): boolean {
  const ids = labels.map(({ text }) => APPLICANT_LABELS.is(text))
  return !ids.includes(undefined) && ids.some((id) => id !== 'total' && id !== 'other')
}

/** A line of column headings with empty cells behind them, as merged cells leave them in text. */
function isHeadingLine(entry: Entry): boolean {
  const { labels, values } = entry
  if (labels.length === 0 || values.some(({ text }) => tight(text) !== '')) return false
  // A row of blank cells behind an item of table 2 is the item's, what heads its part may stand beside it.
  if (ITEM_LABELS.is(labels.at(-1)!.text) || singleFigure(entry)) return false
  if (labels.filter(({ text }) => RESULT_LABELS.is(text) ?? APPLICANT_LABELS.is(text)).length >= 3 || labels.some(({ text }) => HEADING_WORDS.test(tight(text)))) return true
  if (labels.some(({ text }) => sectionOf(text) !== undefined) || areApplicants(labels)) return true
  // Both kinds of suits have rows of their own.
  if (tight(labels.at(-1)!.text) === '行政诉讼') return true
  const kinds = labels.filter(({ text }) => kindIn(text, true) !== undefined).length
  return kinds > 1 || (spansResults(values.length) && kindIn(labels.at(-1)!.text, true) !== undefined) || COLUMN_LABELS.is(labels.at(-1)!.text) !== undefined
}

/** Numbers without a name that stand in a table put together from places: they may belong to the row above, whose numbers go on below. */
const isLeft = ({ loose, labels, values }: Entry): boolean => loose && labels.length === 0 && values.some(({ text }) => /\d/.test(text))

/** Reads the official tables out of a document's lines, each by its reader. */
export class TablesReader {
  readonly figures = new Figures()
  readonly requests = new RequestsReader(this.figures)
  readonly reviews = new ReviewsReader(this.figures)
  readonly proactive: ProactiveReader
  private section: TableId | null = null
  private skipped: number | null | undefined
  private years: YearColumns | null = null
  /** The table that has one line so far, which names organs. */
  private organs: number | null = null

  constructor(private readonly year: number | null) {
    this.proactive = new ProactiveReader(this.figures, year !== null && year < 2021 ? 'cn-2019' : 'cn-2021', year)
  }

  read(entries: readonly Entry[]): void {
    for (const entry of entries) this.take(isHeadingLine(entry) ? { ...entry, values: [] } : entry)
    this.proactive.finish()
    this.requests.finish()
  }

  private take(written: Entry): void {
    const ofYear = this.years !== null && written.table === this.years.table ? ofOwnYear(written, this.years) : null
    if (ofYear === null) this.years = null
    const entry = ofYear ?? written
    const opened = entry.labels.map(({ text }) => sectionOf(text)).findLast((section) => section !== undefined) ?? sectionOf(entry.text)
    if (opened !== undefined) this.enter(opened)
    // A table with a figure a row may have those of the year before beside them.
    const years = (this.section === 'reviews' || this.section === 'proactive') && this.year !== null ? yearColumnsOf(written, this.year) : null
    if (years) this.years = years
    else if (this.isBelowOrgans(entry) || isComparison(entry)) this.skipped = entry.table
    else if (this.skipped !== undefined && (opened !== undefined || entry.table !== this.skipped || opensTable(entry))) this.skipped = undefined
    if (this.skipped !== undefined) return
    if (entry.told === 'left') return this.figures.tell({ kind: 'numbers-left', place: entry.place, text: fragment(entry.text) })
    const results = entry.labels.filter(({ text }) => RESULT_LABELS.is(text)).length
    const isKindAlone = entry.table !== null && entry.labels.length === 1 && entry.values.length === 0 && kindIn(entry.labels[0]!.text, true) === 'review'
    const reviewing = this.section === 'reviews' || results >= 2 || this.reviews.open || isKindAlone || (results > 0 && this.reviews.isUnderKind(entry))
    if (reviewing && !this.isRequestRow(entry) && this.reviews.take(entry, this.section === 'reviews')) return isKindAlone ? undefined : this.stay('reviews')
    if (this.section !== 'requests' && this.section !== 'reviews' && this.proactive.take(entry, this.section === 'proactive')) return this.stay('proactive')
    if (this.requests.take(entry, this.section === 'requests')) this.stay('requests')
    else if (this.section !== null && isLeft(entry)) this.figures.tell({ kind: 'numbers-left', place: entry.place, figures: this.section === 'requests' ? this.requests.lastRow : this.figures.lastRow, text: fragment(entry.text) })
  }

  /** Whether a line stands in the table below one that names organs and has no other line: rulings, or the end of a page, part its headings from its rows. */
  private isBelowOrgans(entry: Entry): boolean {
    const { organs } = this
    const isNext = organs !== null && entry.table === organs + 1 && !opensTable(entry)
    this.organs = headsOrgans(entry, LEAST_ALONE) && entry.values.length === 0 && entry.place.row === 1 ? entry.table : null
    return isNext
  }

  /** A line of table 3 beyond doubt, wherever it stands. */
  private isRequestRow({ labels, values }: Entry): boolean {
    const found = values.length >= 5 ? REQUEST_LABELS.name(labels.at(-1)?.text ?? '') : null
    return found?.sure === 'exact' && found.id !== 'processed' && found.id !== 'other.other'
  }

  private enter(section: TableId | null): void {
    this.figures.lastRow = []
    if (section !== 'reviews' && this.section === 'reviews') this.reviews.close()
    this.section = section
  }

  private stay(section: TableId): void {
    if (section !== 'proactive') this.proactive.close()
    if (this.section !== section) this.enter(section)
  }
}
