import { readCell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import { cellsOf, type Block, type TableBlock, type TableRow } from '../document'
import { tight } from '../meaning/words'

/** A figure that a table of suggestions and proposals states, with where it stands in the block. */
export interface Tabled {
  readonly figure: FigureId
  readonly value: number
  readonly written: string
  /** Index of the row, and its words. */
  readonly row: number
  readonly text: string
}

const CHANNELS: readonly (readonly [words: RegExp, channel: string])[] = [
  [/建议.{0,3}提案|议提案/, 'suggestions-and-proposals'],
  [/人大|代表建议/, 'npc-suggestions'],
  [/政协|提案/, 'cppcc-proposals'],
]
const BOTH = /^(?:总计|合计|共计)$/

/** What a column counts, by its heading; the first that fits. */
const MEASURES: readonly (readonly [words: RegExp, measure: string])[] = [
  [/满意(?:率|度)/, 'satisfied-rate'],
  [/(?:按时|按期|及时).*率/, 'on-time-rate'],
  [/(?:面商|沟通|走访|见面|联系).*率/, 'contact-rate'],
  [/(?:办结|办复|答复|回复)率/, 'answered-rate'],
  [/率/, ''],
  [/主办|牵头|独办/, 'led'],
  [/协办|会办/, 'assisted'],
  [/办结|办复|答复|回复/, 'answered'],
  [/公开|公布/, 'published'],
  [/采纳/, 'adopted'],
  [/承办|收到|交办|办理|受理|件数|数量/, 'received'],
]

const textsOf = (row: TableRow): string[] => row.map((cell) => tight(cell?.text ?? ''))
const measureOf = (heading: string): string => MEASURES.find(([words]) => words.test(heading))?.[1] ?? ''
const channelOf = (name: string): string | undefined => CHANNELS.find(([words]) => words.test(name))?.[1]

/** The row of headings: its first cell names no channel, and others say what is counted. */
const headingsAt = ({ rows }: TableBlock): number => rows.findIndex((row) => cellsOf(row).length > 1 && channelOf(textsOf(row)[0]!) === undefined && textsOf(row).slice(1).some((text) => !/\d/.test(text) && measureOf(text) !== ''))

/**
 * The figures of a table of 人大代表建议 and 政协提案, a channel a row and a measure a column, as reports set it among their other matters.
 * None of any other table; a cell that is no number and a column that two headings could mean are passed over.
 */
export function tabledSuggestions(block: Block): Tabled[] {
  if (block.kind !== 'table') return []
  const head = headingsAt(block)
  if (head < 0 || !block.rows.slice(head + 1).some((row) => channelOf(textsOf(row)[0]!) !== undefined)) return []
  const measures = textsOf(block.rows[head]!).map((text, at) => (at === 0 ? '' : measureOf(text)))
  const isOne = (measure: string): boolean => measures.filter((each) => each === measure).length === 1
  return block.rows.slice(head + 1).flatMap((row, at) => {
    const [name = '', ...cells] = textsOf(row)
    const channel = channelOf(name) ?? (BOTH.test(name) ? 'suggestions-and-proposals' : undefined)
    if (channel === undefined) return []
    return cells.flatMap((written, place): Tabled[] => {
      const measure = measures[place + 1] ?? ''
      const figure = `participation.${channel}.${measure}` as FigureId
      const cell = measure === '' || !isOne(measure) ? null : readCell(written, unitOfFigure(figure))
      return cell && 'value' in cell ? [{ figure, value: cell.value, written, row: head + 1 + at, text: [name, ...cells].join(' ') }] : []
    })
  })
}
