import type { EChartsOption } from 'echarts'
import { loadEngine, renderSvg } from './engine'
import { wrapped } from './text'
import type { Palette } from './theme'

/** What stands around a picture that leaves the page: it must be readable without it. */
export interface Frame {
  readonly title: string
  readonly subtitle: string
  /** Source, unit, date. */
  readonly footer: string
  readonly palette: Palette
  /** Size of the drawing inside, in CSS pixels. */
  readonly width: number
  readonly height: number
}

interface Line {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly colour: string
  /** Baseline from the top of the whole picture. */
  readonly y: number
}

const MARGIN = 20
const FONT = "'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** The lines around the drawing, where the drawing starts and how big the whole is. */
function layoutOf({ title, subtitle, footer, palette, width, height }: Frame): { lines: Line[]; top: number; width: number; height: number } {
  const lines: Line[] = []
  let y = MARGIN
  const add = (text: string, size: number, bold: boolean, colour: string): void => {
    for (const line of wrapped(text, size, width)) {
      y += size * 1.5
      lines.push({ text: line, size, bold, colour, y: y - size * 0.4 })
    }
  }
  add(title, 17, true, palette.text)
  add(subtitle, 13, false, palette.muted)
  const top = y + 10
  y = top + height + 6
  add(footer, 11, false, palette.muted)
  return { lines, top, width: width + 2 * MARGIN, height: Math.ceil(y + MARGIN * 0.7) }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c]!)

/** The picture with title, definition and source around it, as SVG text. */
export async function pictureSvg(option: EChartsOption, frame: Frame): Promise<string> {
  const { lines, top, width, height } = layoutOf(frame)
  const inside = await renderSvg(option, frame.width, frame.height)
  const texts = lines.map(({ text, size, bold, colour, y }) => `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${bold ? 600 : 400}" fill="${colour}">${escaped(text)}</text>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}">`,
    `<title>${escaped(frame.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${frame.palette.background}"/>`,
    ...texts,
    inside.replace(/^[^]*?<svg /, `<svg x="${MARGIN}" y="${top}" `),
    '</svg>',
  ].join('\n')
}

/** The same as PNG at twice the size; only in a browser. Null when the browser cannot make one. */
export async function picturePng(option: EChartsOption, frame: Frame): Promise<Blob | null> {
  const { lines, top, width, height } = layoutOf(frame)
  const { init } = await loadEngine()
  const drawing = init(document.createElement('div'), null, { renderer: 'canvas', devicePixelRatio: 2, width: frame.width, height: frame.height })
  drawing.setOption({ ...option, animation: false })
  const inside = drawing.renderToCanvas({ pixelRatio: 2, backgroundColor: frame.palette.background })
  drawing.dispose()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.scale(2, 2)
  pen.fillStyle = frame.palette.background
  pen.fillRect(0, 0, width, height)
  for (const { text, size, bold, colour, y } of lines) {
    pen.font = `${bold ? 600 : 400} ${size}px ${FONT}`
    pen.fillStyle = colour
    pen.fillText(text, MARGIN, y)
  }
  pen.drawImage(inside, MARGIN, top, frame.width, frame.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
