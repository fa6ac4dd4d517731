import { ITEM_COLUMNS, type FigureId, type ProactiveColumn, type ProactiveItem } from '@/domain/figure'
import { isBlank, type Entry, type Piece } from './entries'
import { isDoubtful, moneySuffix, placed } from './item-cells'
import { isCompared } from './compared-columns'
import { readPiece, type Figures } from './figures'
import { fromHalves, isBeginning, isHalf, once, withBeginning, type Heading } from './item-headings'
import { columnNamed, isOfOtherYear, underOwn } from './item-years'
import { COLUMN_LABELS, ITEM_LABELS } from './labels'
import { isUnitLabel, singleFigure, type SingleFigure, type SinglesAbove } from './single-figures'
import { TurnedItems } from './turned-items'
import { itemsIn } from './unfilled'
import { isNumberCell } from './values'
import { fragment, tight } from './words'

/** Columns of an item without headings, by how many cells it has; rules and documents are told apart by the form. */
const UNHEADED: Readonly<Record<string, readonly ProactiveColumn[]>> = { 'decided 1': ['decisions'], 'decided 3': ['items-before', 'change', 'decisions'], 'fees 1': ['amount'], 'fees 2': ['items-before', 'change'], 'procurement 2': ['projects', 'amount'] }
const DECIDED = new Set<ProactiveItem>(['licences', 'services', 'penalties', 'measures'])
/** What heads the names of items, not a column of numbers. */
const HEADS_NAMES = /^(?:信息内容|项目|类别)$/

const unheadedKey = (item: ProactiveItem, count: number): string => `${DECIDED.has(item) ? 'decided' : item} ${count}`
/** Columns that only one of the forms has. */
const OF_2021 = new Set(['issued', 'repealed', 'in-force'])
const OF_2019 = new Set(['newly-made', 'newly-published', 'public-total', 'items-before', 'change', 'projects'])

/** The columns in the order of the forms. */
const FORM_ORDER: readonly ProactiveColumn[] = ['issued', 'repealed', 'in-force', 'newly-made', 'newly-published', 'public-total', 'items-before', 'change', 'decisions', 'projects', 'amount']

/** Reads table 2, line by line. */
export class ProactiveReader {
  private headings: readonly Heading[] = []
  /** Headings behind these that compare them: 上年同期. */
  private compared: Piece[] = []
  /** Whether some heading beside these cannot be read. */
  private isUnread = false
  /** Beginnings of headings whose rest may stand below. */
  private begun: readonly Piece[] = []
  /** Whether a number stands among these, where places alone tell what is a heading. */
  private isNumbered = false
  private used = false
  private table: number | null = null
  private votes = 0
  private readonly turned = new TurnedItems()
  /** The figures of one item that the rows right above name, one each; the head of a page may stand between. */
  private singles: SinglesAbove | null = null
  /** Items that have a name and, where texts have places, no number beside it; with their columns. */
  private readonly unfilled = new Map<ProactiveItem, { readonly entry: Entry; readonly columns: readonly ProactiveColumn[] }>()
  /** Numbers stand right behind headings of columns, parted from the names of their items: a name without numbers says nothing of its cells. */
  private areApart = false
  /** The row right above, with the figures that it filed; none where it is no more than numbers, of which nobody can say whose they are. */
  private above: { readonly table: number | null; readonly name: string; readonly figures: readonly FigureId[] } | null = null
  /** Some row was read without headings, by the form of the report's year. */
  byYear = false

  constructor(
    private readonly figures: Figures,
    private readonly fallback: 'cn-2019' | 'cn-2021',
    private readonly year: number | null,
  ) {}

  /** The form that the headings show; undefined where there were none. */
  format(): 'cn-2019' | 'cn-2021' | undefined {
    return this.votes === 0 ? undefined : this.votes > 0 ? 'cn-2021' : 'cn-2019'
  }

  /** Takes an entry; true when it is a line of this table. */
  take(entry: Entry, inSection: boolean): boolean {
    // What the end of a page leaves of an item's name, below its figures.
    if (this.singles && entry.values.length > 0 && isBlank(entry) && this.itemOf(entry) === this.singles.item && !entry.labels.some(({ text }) => columnNamed(text))) return true
    const single = singleFigure(entry, entry.table === null ? null : this.singles)
    this.singles = single ? { item: single.item, columns: [...(this.singles?.item === single.item ? this.singles.columns : []), single.column] } : entry.table === null ? this.singles : null
    if (single) {
      this.takeSingle(single, entry)
      return true
    }
    const turned = this.turned.take(entry)
    if (turned) {
      this.vote(turned.column)
      this.figures.putRow(turned.figures, turned.pieces.map((piece, at) => readPiece(piece, turned.figures[at]!, entry)), entry.place, entry.text)
      return true
    }
    const headed = this.takeHeadings(entry)
    const item = this.itemOf(entry)
    if (headed && !item && !entry.bounded && entry.values.some(({ text }) => isNumberCell(text) && tight(text) !== '')) this.areApart = true
    if (inSection && entry.loose && entry.values.length === 0) for (const each of itemsIn(entry.labels.at(-1)?.text ?? '')) this.keepUnfilled(each, entry)
    const isRow = item !== undefined && entry.values.length > 0 && (inSection || this.headings.length > 0)
    const above = this.above?.table === entry.table ? this.above : null
    const name = entry.labels.at(-1)?.text ?? ''
    // The end of the name above stands beside the end of its number, or no name does.
    const isBare = inSection && !isRow && !headed && entry.loose && entry.values.some(({ text }) => tight(text) !== '' && isNumberCell(text)) && (tight(name) === '' || ITEM_LABELS.is(`${above?.name ?? ''}${name}`) !== undefined)
    this.above = isRow || isBare ? { table: entry.table, name, figures: isRow ? ITEM_COLUMNS[item].map((column): FigureId => `${item}.${column}` as FigureId) : [] } : null
    // Parts of a number that a narrow cell breaks stand above its name, or below it.
    if (above && isBare) this.doubt(above.figures, entry)
    if (!isRow) return headed
    this.takeRow(item, entry)
    if (above?.figures.length === 0) this.doubt(this.above!.figures, entry)
    return true
  }

  /** Tells figures of which the numbers next to them may be parts. */
  private doubt(figures: readonly FigureId[], { place, text }: Entry): void {
    const filed = figures.filter((figure) => this.figures.cells.has(figure))
    if (filed.length > 0) this.figures.tell({ kind: 'row-doubtful', place, figures: filed, text: fragment(text) })
  }

  /** The headings of this table head no other that stands behind tables of their own. */
  close(): void {
    this.headings = []
    this.compared = []
  }

  private takeSingle({ item, column, unit }: SingleFigure, entry: Entry): void {
    this.vote(column)
    const filled = entry.values.find(({ text }) => tight(text) !== '') ?? entry.values[0]!
    if (entry.told === 'empty') this.figures.tell({ kind: 'row-empty', place: entry.place, figures: [`${item}.${column}` as FigureId], text: fragment(entry.text) })
    this.file(item, [column], [filled], [moneySuffix(column, unit, entry)], entry)
  }

  private vote(column: ProactiveColumn): void {
    this.votes += OF_2021.has(column) ? 1 : OF_2019.has(column) ? -1 : 0
  }

  private keepUnfilled(item: ProactiveItem, entry: Entry): void {
    const columns = this.headings.flatMap(({ id, other }) => (!other && ITEM_COLUMNS[item].includes(id) ? [id] : []))
    if (columns.length > 0) this.unfilled.set(item, { entry, columns })
  }

  /** Files items that have a name and no number beside it as blank, and tells them: no sum can bear it out. */
  finish(): void {
    if (this.areApart) this.tellBlank()
    for (const [item, { entry, columns }] of this.unfilled) {
      const figures = columns.map((column) => `${item}.${column}` as FigureId)
      if (this.figures.problems.some(({ kind, figures: told }) => kind === 'row-unclear' && told?.some((figure) => figure.startsWith(`${item}.`))) || ITEM_COLUMNS[item].some((column) => this.figures.cells.has(`${item}.${column}` as FigureId))) continue
      this.figures.tell({ kind: 'row-empty', place: entry.place, figures, text: fragment(entry.text) })
      this.figures.putRow(figures, figures.map((figure) => readPiece({ text: '', column: 0, width: 1 }, figure, entry)), entry.place, entry.text)
    }
  }

  /** Tells the items all of whose cells are blank. */
  private tellBlank(): void {
    for (const [item, columns] of Object.entries(ITEM_COLUMNS)) {
      const figures = columns.map((column) => `${item}.${column}` as FigureId).filter((figure) => this.figures.cells.has(figure))
      const cells = figures.map((figure) => this.figures.cells.get(figure)!)
      if (cells.length > 0 && cells.every(({ cell }) => 'missing' in cell && cell.missing === 'blank')) this.figures.tell({ kind: 'row-empty', place: cells[0]!.evidence.place, figures, text: cells[0]!.evidence.fragment })
    }
  }

  private takeHeadings(entry: Entry): boolean {
    const named = entry.labels.flatMap((piece): Heading[] => {
      const id = columnNamed(piece.text)
      return id ? [{ ...piece, id, other: isOfOtherYear(piece.text, this.year) }] : []
    })
    const begun = entry.labels.filter(isBeginning)
    if (begun.length > 0) this.begun = [...(this.used ? [] : this.begun), ...begun]
    if (named.length === 0) return false
    const found = [...fromHalves(this.begun, named), ...named]
    for (const { id } of found) this.vote(id)
    // Headings named anew, all of them, stand as they do here: a text before the table may have them in another order.
    const anew = this.headings.every(({ id, other }) => found.some((heading) => heading.id === id && heading.other === other))
    const open = this.used || anew ? [] : this.headings
    // Those named once more stand as they do here; one alone that heads several columns has no order.
    const again = open.filter(({ id, other }) => found.some((heading) => heading.id === id && heading.other === other))
    const every = once([...(again.length > 1 || found.every(({ width }) => width === 1) ? open.filter((heading) => !again.includes(heading)) : open), ...found])
    const all = withBeginning(every, this.begun)
    // The end of a page may cut a row of headings, and so may lines of a cell: of some the name stands above, of others below, each in its column.
    const areInPlace = this.table === entry.table && !entry.loose && new Set(all.map(({ column }) => column)).size === all.length
    this.headings = areInPlace || all.every(({ column }) => entry.labels.some((label) => label.column === column)) ? all.toSorted((a, b) => a.column - b.column) : all
    this.isUnread = (open.length > 0 && this.isUnread) || entry.labels.some((piece) => piece.column > entry.labels[0]!.column && tight(piece.text) !== '' && !isUnitLabel(piece.text) && !isBeginning(piece) && !HEADS_NAMES.test(tight(piece.text)) && columnNamed(piece.text) === null)
    this.isNumbered = entry.loose && entry.labels.some(({ text }) => BEGUN_ABOVE.test(tight(text)))
    // 比上年增减 beside 上一年项目数量 is the form's own 本年增/减, where no other heading is.
    const mayBeChange = all.some(({ id }) => id === 'items-before') && !all.some(({ id }) => id === 'change')
    const compared = entry.labels.filter(({ text, column }) => columnNamed(text) === null && isCompared(text) && !(mayBeChange && /增|减/.test(text)) && found.some((heading) => heading.column < column))
    this.compared = [...(this.used || anew ? [] : this.compared), ...compared]
    this.used = false
    this.table = entry.table
    return true
  }

  /** The item that a row names, on one cell or two; a cell with a number that cannot be read is none of its name. */
  private itemOf({ labels: written }: Entry): ProactiveItem | undefined {
    const labels = written.length > 1 && isUnitLabel(written.at(-1)!.text) ? written.slice(0, -1) : written
    const last = labels.at(-1)?.text ?? ''
    const found = ITEM_LABELS.name(last) ?? (labels.length > 1 && !COLUMN_LABELS.name(last) && !/\d/.test(last) ? ITEM_LABELS.name(labels.slice(-2).map(({ text }) => text).join('')) : null)
    return found?.id
  }

  private takeRow(item: ProactiveItem, written: Entry): void {
    this.used = true
    this.begun = []
    const ofItem = this.headings.filter(({ id }) => ITEM_COLUMNS[item].includes(id))
    // A year alone is no ground: headings are left over from last year's report. Beside the same heading of the report's year it is.
    const others = ofItem.filter(({ id, other }) => other && ofItem.some((heading) => heading.id === id && !heading.other))
    const own = ofItem.filter((heading) => !others.includes(heading))
    const beside = [...others, ...this.compared]
    const entry = beside.length === 0 ? written : { ...written, values: underOwn(written.values, own, beside, !written.loose && written.told === undefined && written.table === this.table) ?? (others.length === 0 ? written.values : []) }
    const headings = entry.loose ? [...own].sort((a, b) => FORM_ORDER.indexOf(a.id) - FORM_ORDER.indexOf(b.id)) : own
    const headed = headings.length > 0 ? headings.map(({ id }) => id) : this.unheaded(item, entry.values.length)
    const fitting = placed(headings, headed.length, entry, this.table, this.isUnread)
    const columns = fitting ? headed : (wholeOf(item, headed, entry.values.length) ?? headed)
    const pieces = fitting ?? placed(headings, columns.length, entry, this.table, this.isUnread)
    const figures = columns.map((column) => `${item}.${column}` as FigureId)
    const isOfSeveral = new Set(entry.labels.flatMap(({ text }) => ITEM_LABELS.is(text) ?? [])).size > 1
    const isMoved = headings.length === 0 && pieces?.some((piece, at) => piece && SIGNED.test(tight(piece.text)) && columns[at] !== 'change')
    if (!pieces || isMoved || isOfSeveral) {
      this.figures.tell({ kind: 'row-unclear', place: entry.place, figures, text: fragment(entry.text) })
      return
    }
    // Numbers that stand in other columns than the headings of two years may be either year's.
    const isMixed = entry.loose && others.length > 0 && ofItem.some(({ column }) => !written.values.some((value) => value.column === column))
    const areTurned = entry.loose && headings.some(({ column }, at) => at > 0 && column < headings[at - 1]!.column)
    if (entry.told === 'parted') this.figures.tell({ kind: 'row-parted', place: entry.place, figures, text: fragment(entry.text) })
    else if (entry.told === 'empty' || entry.told === 'likely' || (!this.isGrid(entry, headings, pieces) && isDoubtful(entry.values, pieces)) || this.isNumbered || isMixed || areTurned || headings.some(isHalf)) this.figures.tell({ kind: entry.told === 'empty' ? 'row-empty' : 'row-doubtful', place: entry.place, figures, text: fragment(entry.text) })
    this.file(item, columns, pieces, columns.map((column, at) => moneySuffix(column, headings[at]?.text ?? '', entry)), written)
  }

  /** Files the cells of an item; `suffixes` are the units in which their column counts where it is not the form's. */
  private file(item: ProactiveItem, columns: readonly ProactiveColumn[], pieces: readonly (Piece | null)[], suffixes: readonly string[], entry: Entry): void {
    const figures = columns.map((column) => `${item}.${column}` as FigureId)
    const converted = figures.filter((_, at) => suffixes[at] !== '' && /[1-9]/.test(pieces[at]?.text.normalize('NFKC') ?? ''))
    if (converted.length > 0) this.figures.tell({ kind: 'unit-converted', place: entry.place, figures: converted, text: fragment(entry.text) })
    const read = pieces.map((piece, at) => piece && readPiece(piece, figures[at]!, entry, suffixes[at]))
    this.figures.putRow(figures, read, entry.place, entry.text)
  }

  /** Whether each cell has bounds of its own, below the heading of its column. */
  private isGrid({ bounded, table }: Entry, headings: readonly Heading[], pieces: readonly (Piece | null)[]): boolean {
    return bounded && table === this.table && headings.length === pieces.length && pieces.every((piece, at) => piece !== null && headings[at]!.column <= piece.column && piece.column < headings[at]!.column + headings[at]!.width)
  }

  private unheaded(item: ProactiveItem, count: number): readonly ProactiveColumn[] {
    const known = UNHEADED[unheadedKey(item, count)]
    if (known) return known
    this.byYear = true
    return ITEM_COLUMNS[item].filter((id) => (this.fallback === 'cn-2021' ? OF_2021 : OF_2019).has(id))
  }
}

/** The beginning of a number that a narrow cell breaks, so near its heading that it was taken for a part of it. */
const BEGUN_ABOVE = /^\d[\d,]*\.?\d*$/

/** A number with a sign, as only changes have. */
const SIGNED = /^[+-]\d/

/** The columns of an item of which a heading was lost: those of the form that are as many as its cells, where most of them have theirs; undefined where none are. */
function wholeOf(item: ProactiveItem, headed: readonly ProactiveColumn[], count: number): readonly ProactiveColumn[] | undefined {
  if (headed.length !== count - 1 || headed.length < 2) return undefined
  const ofForms = [OF_2021, OF_2019].map((form) => ITEM_COLUMNS[item].filter((id) => form.has(id)))
  return [UNHEADED[unheadedKey(item, count)] ?? [], ...ofForms].find((whole) => whole.length === count && headed.every((column) => whole.includes(column)))
}
