import type { EChartsOption, SeriesOption } from 'echarts'
import type { ECharts } from 'echarts/core'
import { nextTurn } from '@/domain/turns'
import { loadEngine } from './engine'
import { observationOf } from './marks'
import { Stage } from './stage'

/** Where a datum stands among the series of a picture. */
export interface Datum {
  readonly seriesIndex: number
  readonly dataIndex: number
}

/** The place of every observation that a picture shows, in the slice's order. */
export function dataByObservation(option: EChartsOption): ReadonlyMap<number, Datum> {
  const found: [number, Datum][] = []
  const series: unknown[] = [option.series].flat()
  series.forEach((one, seriesIndex) => {
    const data = typeof one === 'object' && one !== null && 'data' in one && Array.isArray(one.data) ? one.data : []
    data.forEach((each: unknown, dataIndex: number) => {
      const observation = observationOf(each)
      if (observation !== undefined) found.push([observation, { seriesIndex, dataIndex }])
    })
  })
  return new Map(found.sort(([a], [b]) => a - b))
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What ECharts knows of a drawn datum; not in its public types, hence every step is optional. */
interface Element {
  getBoundingRect(): Box & { clone?(): Box & { applyTransform(matrix: unknown): void } }
  getComputedTransform?(): unknown
}
interface SeriesData {
  getItemGraphicEl?(index: number): Element | undefined
  getItemLayout?(index: number): unknown
}
interface Inside {
  getModel?(): { getSeriesByIndex(index: number): { getData(): SeriesData | undefined } | undefined } | undefined
}

/** More marks than these come in parts and do not move: each would be an object of its own in every frame. */
const MANY = 500
/** Of a cloud of many dots so many are drawn in a frame. */
const DOTS = { progressive: 250, progressiveThreshold: MANY }
/** How changes move. */
const MOVING = { animationDuration: 240, animationDurationUpdate: 240, animationThreshold: MANY }

const inParts = (series: SeriesOption): SeriesOption => (series.type === 'scatter' ? { ...series, ...DOTS } : series)

export interface Place {
  readonly x: number
  readonly y: number
}

/** What a drawing tells: that it is finished, and on which observation the pointer is or clicked. */
export interface Listeners {
  finished(): void
  pointed(observation: number | undefined, place: Place): void
  clicked(observation: number): void
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** A picture on the page: ECharts on a canvas in an element, kept for the element's life. The engine is fetched with the first picture. */
export class Drawing {
  private instance: ECharts | undefined
  private stage: Stage | undefined
  private latest = 0
  private closed = false

  constructor(
    private readonly element: HTMLElement,
    private readonly listeners: Listeners,
  ) {}

  /** Takes an option in, lays it out in a turn of its own and paints it with one of the next frames or, `atOnce`, does all of it now; the latest one where several are asked for. `moving`: changes are animated, the first picture never. Throws what the engine throws. */
  async show(option: EChartsOption, size: Size, { moving, atOnce }: { readonly moving: boolean; readonly atOnce: boolean }): Promise<void> {
    const asked = (this.latest += 1)
    const isLeft = (): boolean => asked !== this.latest || this.closed
    const { init } = await loadEngine()
    if (isLeft()) return
    const first = this.instance === undefined
    const instance = (this.instance ??= this.listening(init(this.element, null, { renderer: 'canvas', ...size })))
    const stage = (this.stage ??= new Stage(instance.getZr()))
    stage.hold()
    instance.setOption({ ...option, series: [option.series ?? []].flat().map(inParts), animation: moving && !first, ...MOVING }, { notMerge: true, lazyUpdate: true })
    if (!atOnce) await nextTurn()
    if (isLeft()) return
    stage.set(size, atOnce)
    instance.setOption({}, { lazyUpdate: false })
  }

  highlight(datum: Datum, on: boolean): void {
    this.instance?.dispatchAction({ type: on ? 'highlight' : 'downplay', seriesIndex: datum.seriesIndex, dataIndex: datum.dataIndex })
  }

  /** The middle of a drawn datum in CSS pixels of the drawing; null when it cannot be told. */
  placeOf(datum: Datum): Place | null {
    const inside = this.instance as Inside | undefined
    const data = inside?.getModel?.()?.getSeriesByIndex(datum.seriesIndex)?.getData()
    const shape = data?.getItemGraphicEl?.(datum.dataIndex)
    const box = shape?.getBoundingRect().clone?.()
    if (shape && box) {
      const transform = shape.getComputedTransform?.()
      if (transform) box.applyTransform(transform)
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const layout = data?.getItemLayout?.(datum.dataIndex)
    return Array.isArray(layout) && typeof layout[0] === 'number' && typeof layout[1] === 'number' ? { x: layout[0], y: layout[1] } : null
  }

  close(): void {
    this.closed = true
    this.stage?.leave()
    this.instance?.dispose()
  }

  private listening(instance: ECharts): ECharts {
    const { finished, pointed, clicked } = this.listeners
    instance.on('finished', finished)
    instance.on('click', ({ data }) => {
      const observation = observationOf(data)
      if (observation !== undefined) clicked(observation)
    })
    instance.on('mousemove', ({ data, event }) => pointed(observationOf(data), { x: event?.offsetX ?? 0, y: event?.offsetY ?? 0 }))
    instance.on('mouseout', () => pointed(undefined, { x: 0, y: 0 }))
    return instance
  }
}
