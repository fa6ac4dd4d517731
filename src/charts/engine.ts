import type { EChartsOption } from 'echarts'
import type * as pieces from './pieces'

export type Engine = Pick<typeof pieces, 'init'>

let loading: Promise<Engine> | undefined

/** The drawing engine with the pieces our charts need, in a file of its own that is fetched once, when the first chart is drawn. Rejects when it cannot be fetched; the next call tries again. */
export function loadEngine(): Promise<Engine> {
  loading ??= import('./pieces').catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/** A picture as SVG text, drawn without a browser: for tests, the command line and downloads. */
export async function renderSvg(option: EChartsOption, width: number, height: number): Promise<string> {
  const [engine] = await Promise.all([loadEngine(), import('./svg-pieces')])
  const drawing = engine.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    drawing.setOption({ ...option, animation: false })
    return drawing.renderToSVGString()
  } finally {
    drawing.dispose()
  }
}
