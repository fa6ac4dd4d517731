import { APPLICANT_IDS } from '@/domain/figure'
import type { Block } from '../document'
import { entriesOf } from '../meaning/entries'
import { REQUEST_LABELS } from '../meaning/labels'
import type { TextLine } from './lines'

/** What a page shows in a blank cell, between tabs, and nothing else. */
const BLANK = /^(?=.*\t)(?=.*[\u00a0\u3000])\s+$/
/** So few such lines may stand anywhere. */
const LEAST_BLANKS = 5

/** The lines without a page's blanks: cells that merged or hidden ones left beside a row, not blank ones of its own. Null where there are hardly any. */
export function withoutPageBlanks<Line extends TextLine>(lines: readonly Line[]): readonly Line[] | null {
  const blanks = lines.filter(({ text }) => BLANK.test(text)).length
  return blanks < LEAST_BLANKS ? null : lines.map((line) => (BLANK.test(line.text) ? { ...line, text: '' } : line))
}

/** How many rows of table 3 are whole in blocks: a name of the form's and a cell for each applicant. */
export const rowsOfForm = (blocks: readonly Block[]): number => entriesOf(blocks).filter(({ labels, values }) => values.length === APPLICANT_IDS.length && REQUEST_LABELS.name(labels.at(-1)?.text ?? '') !== null).length
