import { INFERRED_NOTE } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { labelOfFigure } from '@/domain/formats'
import type { Words } from '@/i18n'

/** What a source states: a figure of the catalogue as the source calls it; in another language than the source's by the figure's name, too. */
export function statedName(words: Words, figure: FigureId | '', asNamed: string): string {
  if (figure === '') return asNamed
  const label = labelOfFigure(figure)
  const name = words.name(label, figure)
  if (asNamed === '' || asNamed === name) return name
  return name === label.zh ? asNamed : asNamed === label.zh ? name : words.t('report.named-there', { name, there: asNamed })
}

/** Notes of the reading, which separates them so. */
const JOINT = '；'
const IN_TEXT = '正文'

/** A note of a statement; that it stands in the text, or is only implied there, are the reading's own words. */
export const noteText = (words: Words, note: string): string => words.t('report.note', { note: note.split(JOINT).map((each) => (each === IN_TEXT ? words.t('report.in-text') : each === INFERRED_NOTE ? words.t('report.inferred') : each)).join(words.t('report.note-joint')) })
