import { NOT_KNOWN, plainNumber, readCell, type Cell } from '@/domain/cell'
import { BLANK_NOTE } from '@/domain/evaluate'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure, type FileLayout } from '@/domain/formats'
import { SETTLED } from '@/reading/meaning/figures'
import { plainText } from '../table-file'
import type { Mapping } from './mapping'
import type { TableColumns } from './table-columns'

const SPACED = /^[+-]?\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?$/
const COMMA_NUMBER = /^[+-]?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?$|^[+-]?\d+(?:,\d+)?%?$/
const REASON_TEXTS: Readonly<Record<string, string>> = { blank: '', 'not-applicable': '/', suppressed: '*', 'not-known': NOT_KNOWN }
/** What our own files say of a sum, now and before, and how a document's reader came to a figure (that stands with its evidence): no notes of the source's. */
const OWN_NOTES: readonly string[] = [BLANK_NOTE, 'blank = 0', ...Object.values(SETTLED).map(({ zh }) => zh)]

export const cellOf = (text: string, figure: FigureId): Cell => readCell(text, unitOfFigure(figure))

/** What the cells of a line say, in the house's own writing. */
export class LineText {
  constructor(
    private readonly columns: TableColumns,
    private readonly mapping: Mapping,
    private readonly layout: FileLayout,
    /** Nothing is read into the writing: the cells are a document's as its reader gives them. */
    private readonly literal: boolean,
  ) {}

  /** The text of a cell: a format's markers, spaced thousands and decimal commas are resolved. */
  of(raw: string): string {
    const text = plainText(raw)
    if (this.literal) return text
    const { markers } = this.layout
    const marker = markers && Object.hasOwn(markers, text) ? markers[text] : undefined
    if (marker !== undefined) return REASON_TEXTS[marker] ?? text
    if (plainNumber(text) >= 0) return text
    const spaced = SPACED.test(text) ? text.replace(/[ \u00a0\u202f\u2009'’]/g, '') : text
    return this.mapping.decimal === 'comma' && COMMA_NUMBER.test(spaced) ? spaced.replaceAll('.', '').replace(',', '.') : spaced
  }

  /** What the line says beside its number; '' where it has no such column. */
  beside(cells: readonly string[], what: keyof TableColumns['beside']): string {
    const place = this.columns.beside[what]
    return place < 0 ? '' : plainText(cells[place]!)
  }

  /** Why the line says that its number is missing; '' where it does not. */
  missing(cells: readonly string[]): string {
    const place = this.columns.beside.missing
    return place < 0 ? '' : cells[place]!.trim()
  }

  /** What the line calls its figure: in the source's words where it gives them. */
  key(cells: readonly string[]): string {
    const { figure, row, column } = this.columns.keys
    return this.beside(cells, 'named') || [...figure, ...row, ...column].map((place) => cells[place]!.trim()).filter((text) => text !== '').join(' · ')
  }

  /** The number with the unit that scales it and the note in brackets after it, as a report would write it. */
  composed(cells: readonly string[], text: string, missing: string, figure: FigureId): string {
    if (text === '' && Object.hasOwn(REASON_TEXTS, missing)) return REASON_TEXTS[missing]!
    const unit = this.beside(cells, 'unit')
    const note = this.beside(cells, 'note').split('; ').filter((each) => !OWN_NOTES.includes(each)).join('; ')
    if (text === '' || !/[\d０-９]$/.test(text)) return text === '' && missing === 'unreadable' ? note : text
    const scaled = /^[万亿]/.test(unit) || (/元$/.test(unit) && unitOfFigure(figure) === 'wan-yuan' && unit !== '万元') ? `${text}${unit}` : text
    if (note === '') return scaled
    const noted = `${scaled}（${note}）`
    return 'value' in cellOf(noted, figure) ? noted : scaled
  }
}
