import type { MissingReason } from '@/domain/cell'
import type { ChartContext } from './chart'
import { reasonText } from './format'
import type { Mark } from './paint'
import { fitted } from './text'

const STUB_WIDTH = 18

/** Stands where a bar would: a hatched outline and the reason in words, as far as they fit into `space`. Never a length. */
export function stubMarks({ words, palette }: ChartContext, reason: MissingReason, x: number, y: number, height: number, space: number): Mark[] {
  const box: Mark = { kind: 'rect', x: x + 0.5, y: y - height / 2 + 0.5, width: STUB_WIDTH, height: height - 1, stroke: palette.missing, hatch: palette.missing }
  const room = space - STUB_WIDTH - 8
  const text = room < 24 ? '' : fitted(reasonText(words, reason), 11, room)
  return text.length < 2 ? [box] : [box, { kind: 'text', text, x: x + STUB_WIDTH + 6, y, size: 11, colour: palette.muted }]
}
