import { gridOf, type Block, type TableBlock } from '../document'
import { ROW_ORDER } from '../meaning/labels'
import { columnsOfItem, itemsOf } from '../meaning/item-columns'
import { isBeside, lettersOf, partsOf, REQUEST_CELLS, requestNames, RESULT_CELLS, resultHeads, saidIn, type Part } from './form-parts'
import { shapeOf } from './line-shapes'
import { blankLines } from './blank-lines'
import { isPageNumber, withoutDownward, type TextLine } from './lines'

const itemCells = (format: string): number => itemsOf(format).reduce((sum, item) => sum + columnsOfItem(format, item).length, 0)
/** How many cells table 2 has in each form. */
const FORMS = { 'cn-2019': itemCells('cn-2019'), 'cn-2021': itemCells('cn-2021') }

/** A text's lines as they are read, and the tables in it that nobody filled in. */
interface Unfilled<Line extends TextLine> {
  readonly rest: readonly Line[]
  readonly tables: readonly TableBlock[]
}

/** How many numbers may stand between prose. */
const MOST_IN_PROSE = 3

/** How many numbers a part has at most in the form: more are another table's. */
function mostNumbers({ section, lines }: Part<TextLine>): number {
  if (section === 'proactive') return FORMS[/新制作|新公开/.test(lettersOf(lines)) ? 'cn-2019' : 'cn-2021']
  return section === 'requests' ? (ROW_ORDER.length + 1) * REQUEST_CELLS : section === 'reviews' ? RESULT_CELLS : MOST_IN_PROSE
}

const numbersIn = (lines: readonly TextLine[]): number => saidIn(lines).reduce((sum, { values }) => sum + values.length, 0)

const NOTE = /^\s*(?:备?注|说明)\s*[:：]/
/** The numeral of a row before its name. */
const NUMERAL = /(^|[\s）)])\d{1,2}\s*[.．、]?(?=\s*[“"\u4e00-\u9fff])(?!\s*[件项条次宗万])/g
/** Whether a line says a number, or that none applies, wherever it stands; notes and the numbers of pages aside. */
const saysNumber = (line: TextLine): boolean => !NOTE.test(line.text) && !isPageNumber(line.text) && /[\d/／]/.test(line.text.normalize('NFKC').replace(NUMERAL, '$1'))

const blanks = (count: number): { text: string }[] => Array.from({ length: count }, () => ({ text: '' }))

/** The table of a part that has all names of the form's and no number; null for any other. */
function unfilled({ section, lines }: Part<TextLine>): TableBlock | null {
  if ((section !== 'requests' && section !== 'reviews') || lines.some((line) => shapeOf(line.text) !== 'plain' || saysNumber(line)) || numbersIn(lines) > 0) return null
  const [names, heads] = section === 'requests' ? [requestNames(lettersOf(lines)), null] : [null, resultHeads(lettersOf(lines))]
  const rows = names?.map((text) => [{ text }, ...blanks(REQUEST_CELLS)]) ?? (heads && [...heads, blanks(RESULT_CELLS)])
  return rows && { kind: 'table', rows: gridOf(rows), place: { line: lines[0]!.line } }
}

/** A text without the tables that have all names of the form's and no number at all, where none of their numbers can stand elsewhere, nor blank lines for their cells; and these, all of their cells blank. */
export function withoutUnfilled<Line extends TextLine>(lines: readonly Line[]): Unfilled<Line> {
  if (blankLines(withoutDownward(lines)).areCells) return { rest: lines, tables: [] }
  const parts = partsOf(lines)
  const found = parts.flatMap((part) => {
    const table = unfilled(part)
    return table ? [{ part, table }] : []
  })
  const others = parts.filter((part) => !found.some((each) => each.part === part))
  if (found.length === 0 || others.some((part) => numbersIn(part.lines) > mostNumbers(part))) return { rest: lines, tables: [] }
  const gone = new Set(found.flatMap(({ part }) => part.lines.filter((line) => !isBeside(line))))
  return { rest: lines.filter((line) => !gone.has(line)), tables: found.map(({ table }) => table) }
}

/** Blocks with tables put where they stand in the text. */
export const withTables = (blocks: readonly Block[], tables: readonly TableBlock[]): readonly Block[] =>
  tables.reduce<readonly Block[]>((all, table) => {
    const at = all.findIndex(({ place }) => place.line !== undefined && place.line > table.place.line!)
    return at < 0 ? [...all, table] : [...all.slice(0, at), table, ...all.slice(at)]
  }, blocks)
