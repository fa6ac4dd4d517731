import type { ScatterSeriesOption } from 'echarts'
import type { ChartContext } from './chart'
import { signed, symbolOf, symbolSizeOf } from './doubts'
import { numberText, shareText } from './format'
import { footOf, liftOf, middleOf, type Frame } from './frame'
import type { Mark } from './paint'
import { colourOf, isSmall, missingSeries, placedIn, type Drawn, type Panel, type Placed } from './panel'
import { textWidth } from './text'

const SIZE = 11
const INSET = 5
const TICKS = [0, 50, 100]

/** A column of rates: dots on a scale from 0 to 100 %, their 95 % intervals, the rate with its n at the right; hollow below the selection's n. */
export function dotPanel(context: ChartContext, frame: Frame, panel: Panel, at: number): Drawn {
  const { palette, words, slice } = context
  const placed = placedIn(context, frame, panel.indicator)
  const stated = placed.filter(({ observation }) => observation.value !== null)
  const column = Math.max(20, ...stated.map(({ observation }) => textWidth(signed(shareText(words, observation), observation), SIZE))) + 14
  const top = Math.max(100, ...stated.map(({ observation }) => observation.value!))
  const perPixel = top / (Math.max(40, panel.width - column) - 2 * INSET)
  const toX = (value: number): number => panel.left + INSET + value / perPixel
  const series: ScatterSeriesOption = {
    type: 'scatter',
    id: slice.indicators[panel.indicator]!.id,
    xAxisIndex: at,
    yAxisIndex: at,
    symbolSize: 10,
    z: 4,
    itemStyle: { opacity: 1 },
    data: stated.map((each) => {
      const colour = colourOf(context, each.observation.subject)
      return { value: [each.observation.value!, each.row], observation: each.index, symbol: symbolOf(each.observation), symbolSize: symbolSizeOf(each.observation, 10), itemStyle: isSmall(context, each) ? { color: palette.background, borderColor: colour, borderWidth: 1.6 } : { color: colour } }
    }),
  }
  return {
    min: -INSET * perPixel,
    max: (panel.width - INSET) * perPixel,
    under: [...scaleMarks(context, frame, panel, toX), ...stated.flatMap((each) => besideDot(context, frame, panel, each, toX))],
    series: [series, missingSeries(context, frame, panel, placed, panel.left + INSET)],
  }
}

function scaleMarks({ palette, words }: ChartContext, frame: Frame, panel: Panel, toX: (value: number) => number): Mark[] {
  const foot = footOf(frame, panel.top)
  const shown = TICKS.filter((tick) => tick !== 50 || toX(50) - toX(0) > 34)
  return shown.flatMap((tick): Mark[] => [
    // Where names stand above the dots, the line at zero would strike them through.
    ...(tick === 0 && frame.narrow ? [] : [{ kind: 'line' as const, from: [toX(tick), panel.top - liftOf(frame.narrow)] as [number, number], to: [toX(tick), foot] as [number, number], colour: tick === 0 ? palette.axis : palette.grid }]),
    { kind: 'text', text: numberText(words, tick, 'percent'), x: tick === 0 && frame.narrow ? panel.left : toX(tick), y: panel.top - 1 - liftOf(frame.narrow), align: tick === 0 && frame.narrow ? 'left' : 'center', vertical: 'bottom', size: 10, colour: palette.muted },
  ])
}

function besideDot(context: ChartContext, frame: Frame, panel: Panel, { observation, row }: Placed, toX: (value: number) => number): Mark[] {
  const y = middleOf(frame, panel.top, row)
  const text: Mark = { kind: 'text', text: signed(shareText(context.words, observation), observation), x: panel.left + panel.width, y, align: 'right', size: SIZE, colour: context.palette.text }
  if (observation.low === null || observation.high === null) return [text]
  return [text, { kind: 'line', from: [toX(observation.low), y], to: [toX(observation.high), y], colour: colourOf(context, observation.subject), width: 1.5 }]
}
