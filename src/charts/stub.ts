import type { Observation } from '@/domain/slice'
import type { ChartContext } from './chart'
import { signsOf } from './doubts'
import { reasonText } from './format'
import type { Mark } from './paint'
import { fitted, textWidth } from './text'

const STUB_WIDTH = 18

/** Stands where a bar would: a hatched outline and the reason in words, as far as they fit into `space`, with the signs of what is in doubt, which always stand. Never a length. */
export function stubMarks({ words, palette }: ChartContext, observation: Observation, x: number, y: number, height: number, space: number): Mark[] {
  const box: Mark = { kind: 'rect', x: x + 0.5, y: y - height / 2 + 0.5, width: STUB_WIDTH, height: height - 1, stroke: palette.missing, hatch: palette.missing }
  const signs = observation.missing === 'fails-check' ? '' : signsOf(observation)
  const room = space - STUB_WIDTH - 8 - (signs === '' ? 0 : textWidth(` ${signs}`, 11))
  const reason = room < 24 ? '' : fitted(reasonText(words, observation.missing ?? 'not-known'), 11, room)
  const text = [reason.length < 2 ? '' : reason, signs].filter((part) => part !== '').join(' ')
  return text === '' ? [box] : [box, { kind: 'text', text, x: x + STUB_WIDTH + 6, y, size: 11, colour: palette.muted }]
}
