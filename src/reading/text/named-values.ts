import { APPLICANT_IDS } from '@/domain/figure'
import { isNumber, isValue } from '../meaning/values'
import { gridOf, type TableBlock } from '../document'
import { APPLICANT_LABELS, APPLICANT_WORDS, COLUMN_LABELS, ITEM_LABELS, RESULT_LABELS, RESULT_ORDER } from '../meaning/labels'
import { kindIn } from '../meaning/result-headings'
import { isUnit } from '../meaning/units'
import { hasHan, tight } from '../meaning/words'
import type { TextLine } from './lines'
import { LONGEST_LABEL } from './tokens'

/** The names that the values of a row are read out by: all of them are named, each once. */
interface Names {
  readonly is: (text: string) => string | undefined
  readonly order: readonly string[]
}

/** Rows of tables 3 and 4, by the names of their columns and by their own. */
interface Rows extends Names {
  readonly isRow: (label: string) => boolean
}
const ROWS: readonly Rows[] = [
  { is: (text) => APPLICANT_LABELS.is(text), order: APPLICANT_IDS, isRow: (label) => hasHan(label) && label.trim().length <= LONGEST_LABEL },
  { is: (text) => RESULT_LABELS.is(text), order: RESULT_ORDER, isRow: (label) => kindIn(label, true) !== undefined },
]

interface NamedValue {
  readonly id: string
  readonly name: string
  readonly value: string
}

/** Between the values of a list; a comma that parts thousands is none. */
const BETWEEN = /[，、；;]|,(?!\d{3}(?!\d))|\s+/
const LABEL_END = /[:：]/g
/** No name with its value is longer. */
const LONGEST_PAIR = 40
const isFilled = (text: string): boolean => tight(text) !== '' && (isNumber(text) || isValue(text))

/** What a text names, and the value behind the name: 自然人1件, 自然人：1. Null where it is no such pair. */
function namedValue(text: string, is: Names['is']): NamedValue | null {
  // The shortest name leaves the value its sign.
  for (let end = 2; end < text.length && text.length <= LONGEST_PAIR; end += 1) {
    const [name, value] = [text.slice(0, end), text.slice(end).replace(/^[:：为]/, '')]
    const id = hasHan(name) ? is(name) : undefined
    if (id !== undefined && isFilled(value)) return { id, name, value }
  }
  return null
}

/** The values that a text lists, each behind its name; null where it says anything else, or names one twice. */
function listed(text: string, is: Names['is']): NamedValue[] | null {
  const parts = text.trim().replace(/[。;；]$/, '').split(BETWEEN).filter((part) => part !== '' && !isUnit(part))
  const found: NamedValue[] = []
  for (let at = 0; at < parts.length; at += 1) {
    // A name may stand apart from its value.
    const apart = is(parts[at]!.replace(/[:：]$/, '')) !== undefined && parts[at + 1] !== undefined
    const named = namedValue(apart ? `${parts[at]!}${parts[(at += 1)]!}` : parts[at]!, is)
    if (!named || found.some(({ id }) => id === named.id)) return null
    found.push(named)
  }
  return found.length > 0 ? found : null
}

/** The label of a line and what follows it, at each colon. */
const labelled = (text: string): { label: string; rest: string }[] => [...text.matchAll(LABEL_END)].map(({ index }) => ({ label: text.slice(0, index), rest: text.slice(index + 1) })).filter(({ label }) => hasHan(label))

/** No row that is read out is longer. */
const LONGEST_ROW = 400
/** A space before what may name a value. */
const BEFORE_NAMES = /(?<=\S)\s+(?=自然|商业|企业|科研|社会|公益|法律|其[他它]|[总合]计|结果|维持|纠正|尚未|未审)/g

/** The label of a line and what follows it, at each space: its own may stand before the names of the values. */
const spaced = (text: string): { label: string; rest: string }[] =>
  text.length > LONGEST_ROW ? [] : [...text.matchAll(BEFORE_NAMES)].map(({ index }) => ({ label: text.slice(0, index), rest: text.slice(index).trim() })).filter(({ label }) => hasHan(label))

/** Values in the order of the form, where there is one for each name; null where there is not. */
const inOrder = (found: readonly NamedValue[], { order }: Names): string[] | null => {
  const values = order.flatMap((id) => found.find((each) => each.id === id)?.value ?? [])
  return values.length === order.length && found.length === order.length ? values : null
}

/** A row of the form that a line reads out: its label, and its values behind their names. */
function readOut(text: string): string[] | null {
  for (const names of ROWS) {
    for (const { label, rest } of [...labelled(text), ...spaced(text)]) {
      const found = listed(rest, names.is)
      const values = found && names.isRow(label) ? inOrder(found, names) : null
      if (values) return [label, ...values]
    }
  }
  return null
}

/** The rows of table 2 that a line reads out: the headings that it names, and the item with its values. */
function itemReadOut(text: string): string[][] | null {
  const { label, rest } = labelled(text)[0] ?? { label: '', rest: '' }
  const found = ITEM_LABELS.is(label) === undefined ? null : listed(rest, (name) => COLUMN_LABELS.is(name))
  return found && [['信息内容', ...found.map(({ name }) => name)], [label, ...found.map(({ value }) => value)]]
}

/** The order of values that a line states: （自然人/商业企业/…/总计）. */
function statedOrder(text: string): Rows | null {
  const words = text.trim().replace(/^[（(]|[）)]$/g, '').split(/[/／、，,|\s]+/)
  return ROWS.map((rows) => ({ ...rows, order: words.length === rows.order.length ? words.map((word) => rows.is(word) ?? '') : [] })).find(({ order }) => order.length > 0 && !order.includes('') && new Set(order).size === order.length) ?? null
}

/** A row whose values stand behind its label in an order stated above them: 3/0/0/0/4/0/7. */
function slashed(text: string, stated: Rows): string[] | null {
  const { label, rest } = labelled(text).at(-1) ?? { label: '', rest: '' }
  const values = rest.trim().split(/[/／]/).map((value) => value.trim())
  const form = ROWS.find(({ order }) => order.length === stated.order.length)!
  return stated.isRow(label) && values.length === stated.order.length && values.every((value) => isNumber(value)) ? [label, ...form.order.map((id) => values[stated.order.indexOf(id)]!)] : null
}

/** The rest of a row of which each value has a line of its own behind its name, below a line with the row's label. */
function below(lines: readonly TextLine[], at: number): { cells: string[]; count: number } | null {
  for (const names of ROWS.filter(({ isRow }) => isRow(lines[at]!.text))) {
    const found: NamedValue[] = []
    for (const { text } of lines.slice(at + 1, at + 1 + names.order.length)) {
      const own = listed(text, names.is)
      if (own?.length !== 1) break
      found.push(...own)
    }
    const values = inOrder(found, names)
    if (values) return { cells: [lines[at]!.text.trim(), ...values], count: names.order.length }
  }
  return null
}

/** So many rows of table 3 that are read out are all of it. */
const LEAST_READ_OUT = 8

/** A text laid out in columns without the lines that read rows of table 3 out, each value behind its name; and these as a table, none where they are few. */
export function withoutReadOut<Line extends TextLine>(lines: readonly Line[]): { readonly rest: readonly Line[]; readonly tables: readonly TableBlock[] } {
  const read = lines.flatMap((line) => {
    const cells = readOut(line.text)
    return cells?.length === APPLICANT_IDS.length + 1 ? [{ line, cells }] : []
  })
  if (read.length < LEAST_READ_OUT) return { rest: lines, tables: [] }
  const gone = new Set(read.map(({ line }) => line))
  const heads = ['', ...APPLICANT_IDS.map((applicant) => APPLICANT_WORDS[applicant])]
  const rows = gridOf([heads, ...read.map(({ cells }) => cells)].map((row) => row.map((text) => ({ text }))))
  return { rest: lines.filter((line) => !gone.has(line)), tables: [{ kind: 'table', rows, place: { line: read[0]!.line.line } }] }
}

/** Lines of a text in which rows that are read out, each value behind its name or all in an order stated before, are cells between tabs. */
export function withNamedValues(lines: readonly TextLine[]): TextLine[] {
  const made: TextLine[] = []
  let stated: Rows | null = null
  const row = (line: number, cells: readonly string[]): void => void made.push({ line, text: cells.join('\t') })
  for (let at = 0; at < lines.length; at += 1) {
    const { text, line } = lines[at]!
    stated = statedOrder(text) ?? stated
    const cells = text.includes('\t') ? null : (readOut(text) ?? (stated && slashed(text, stated)))
    const items = cells ?? text.includes('\t') ? null : itemReadOut(text)
    const down = cells ?? items ? null : below(lines, at)
    if (cells) row(line, cells)
    else if (items) for (const each of items) row(line, each)
    else if (down) {
      row(line, down.cells)
      at += down.count
    } else made.push(lines[at]!)
  }
  return made
}
