import type { CustomSeriesOption, CustomSeriesRenderItemReturn } from 'echarts'
import type { MissingReason } from '@/domain/cell'

interface TextMark {
  readonly kind: 'text'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly colour: string
  readonly size?: number
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'middle' | 'bottom'
  /** Degrees, counter-clockwise, round the point the text starts at. */
  readonly turned?: number
}

interface LineMark {
  readonly kind: 'line'
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly colour: string
  readonly width?: number
  readonly dashed?: boolean
}

interface RectMark {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill?: string
  /** Dashed where the rectangle is hatched. */
  readonly stroke?: string
  /** Colour of diagonal lines: what is not stated. */
  readonly hatch?: string
}

/** A shape in pixels of the drawing. */
export type Mark = TextMark | LineMark | RectMark

/** A group of shapes that is one datum: with `observation` a figure of the slice, without it decoration. */
export interface Shape {
  readonly marks: readonly Mark[]
  readonly observation?: number
  readonly value?: number | null
  readonly missing?: MissingReason | null
}

const HATCH_STEP = 5

/** Diagonals that fill a rectangle, as an SVG path. */
function hatching({ x, y, width, height }: RectMark): string {
  const lines: string[] = []
  for (let start = HATCH_STEP - height; start < width; start += HATCH_STEP) {
    const left = Math.max(start, 0)
    const right = Math.min(start + height, width)
    if (right > left) lines.push(`M${x + left} ${y + height - (left - start)}L${x + right} ${y + height - (right - start)}`)
  }
  return lines.join('')
}

type Element = CustomSeriesRenderItemReturn

function elements(mark: Mark): Element[] {
  switch (mark.kind) {
    case 'text':
      return [textElement(mark)]
    case 'line':
      return [{ type: 'line', shape: { x1: mark.from[0], y1: mark.from[1], x2: mark.to[0], y2: mark.to[1] }, style: { stroke: mark.colour, lineWidth: mark.width ?? 1, fill: 'none', ...(mark.dashed ? { lineDash: [4, 3] } : {}) } }]
    case 'rect':
      return rectElements(mark)
  }
}

function textElement(mark: TextMark): Element {
  return {
    type: 'text',
    x: mark.x,
    y: mark.y,
    rotation: ((mark.turned ?? 0) * Math.PI) / 180,
    style: { text: mark.text, fill: mark.colour, fontSize: mark.size ?? 12, fontWeight: mark.bold ? 600 : 400, align: mark.align ?? 'left', verticalAlign: mark.vertical ?? 'middle' },
  }
}

function rectElements(mark: RectMark): Element[] {
  const { x, y, width, height } = mark
  const outline: Element = { type: 'rect', shape: { x, y, width, height }, style: { fill: mark.fill ?? 'transparent', ...(mark.stroke ? { stroke: mark.stroke, lineWidth: 1 } : {}), ...(mark.hatch ? { lineDash: [3, 2] } : {}) } }
  if (!mark.hatch) return [outline]
  return [outline, { type: 'path', shape: { pathData: hatching(mark) }, style: { stroke: mark.hatch, lineWidth: 0.75, fill: 'none' } }]
}

/** Shapes as one series, each a datum of its own; `silent` ones answer to no pointer. */
export function painted(id: string, shapes: readonly Shape[], options: { readonly z?: number; readonly silent?: boolean } = {}): CustomSeriesOption {
  return {
    type: 'custom',
    id,
    coordinateSystem: 'none',
    z: options.z ?? 3,
    silent: options.silent ?? false,
    data: shapes.map(({ observation, value, missing }) => ({ value: [value ?? null], ...(observation === undefined ? {} : { observation }), ...(missing ? { missing } : {}) })) as CustomSeriesOption['data'],
    // Anew each time: merged with those of before, the engine would leave what stood where nothing stands now, and move what takes the place of another kind.
    renderItem: ({ dataIndex }) => ({ type: 'group', $mergeChildren: false, children: (shapes[dataIndex]?.marks ?? []).flatMap(elements) }) as Element,
  }
}

/** Text, lines and areas that stand for no figure. */
export const decoration = (id: string, marks: readonly Mark[], z = 2): CustomSeriesOption => painted(id, [{ marks }], { z, silent: true })
