import type { Matrix } from '@/domain/checks'
import type { Table } from '@/domain/table'
import type { Words } from '@/i18n'
import { cellTextOf, markAt, SIGNS } from './mark-text'

/** A cell of a line: its report (row -1 where there is none), its classes, its sign, and what it says. */
export interface LineCell {
  readonly row: number
  readonly year: number
  readonly looks: string
  readonly sign: string
  readonly text: string
}

/** An agency of the matrix as it is drawn. */
export interface MatrixLine {
  readonly name: string
  /** How many of its tests fail, hard and soft, each with its sign; '' where none does. */
  readonly fails: string
  /** The same with the name, in words. */
  readonly told: string
  readonly cells: readonly LineCell[]
}

/** What the matrix is drawn from. `repaired`: rows whose figures are shown with repairs elsewhere. */
export interface MatrixDrawn {
  readonly matrix: Matrix
  readonly table: Table
  readonly repaired?: ReadonlySet<number>
  readonly words: Words
}

/** Makes the lines of a matrix by their place, each once and when it is looked at. */
export function linesOf({ matrix, table, repaired, words }: MatrixDrawn): (place: number) => MatrixLine {
  const made = new Map<number, MatrixLine>()
  const make = (place: number): MatrixLine => {
    const { agency, hard, soft } = matrix.rows[place]!
    const { name } = table.agencies[agency]!
    const cells = matrix.years.map((year): LineCell => {
      const cell = matrix.cell(agency, year)
      const kind = markAt(cell.mark)
      const isRepaired = repaired?.has(cell.row) === true
      const looks = [kind, cell.standing === 'open' && cell.decided > 0 ? 'part' : (cell.standing ?? ''), isRepaired ? 'repaired' : '', cell.row < 0 ? '' : cell.asked ? 'report' : 'report beside'].join(' ')
      return { row: cell.row, year, looks, sign: SIGNS[kind], text: words.t('bench.cell', { agency: name, year: String(year), told: cellTextOf(words, cell, isRepaired) }) }
    })
    const fails = [hard > 0 ? `${words.number(hard)}${SIGNS['fail-hard']}` : '', soft > 0 ? `${words.number(soft)}${SIGNS['fail-soft']}` : ''].join(' ').trim()
    return { name, fails, told: fails === '' ? name : words.t('bench.row', { agency: name, hard: words.number(hard), soft: words.number(soft) }), cells }
  }
  return (place) => {
    const known = made.get(place)
    if (known) return known
    const line = make(place)
    made.set(place, line)
    return line
  }
}

const widthOf = (name: string): number => name.length * (name.charCodeAt(0) >= 0x2e80 ? 1 : 0.58)

/** Room for the number of failing tests behind a name. */
const COUNT = 5

/** How wide the longest name with what fails is, in its own size: Chinese characters are square. */
export const longestName = ({ matrix, table }: Pick<MatrixDrawn, 'matrix' | 'table'>): number => matrix.rows.reduce((most, { agency }) => Math.max(most, widthOf(table.agencies[agency]!.name)), 2) + COUNT
