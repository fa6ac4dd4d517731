import type { VueWrapper } from '@vue/test-utils'
import type { EChartsOption } from 'echarts'
import { vi } from 'vitest'
import { defineChart, type Chart } from '@/charts/chart'
import { DEFAULTS, type Selection } from '@/domain/selection'
import { sliceOf, type Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import { wordsOf } from '@/i18n'
import { tableOf } from '../fixture'

export const words = wordsOf('zh-CN')
export const english = wordsOf('en')

export const NASTY = '<img src=x onerror=alert(1)>局'

/** Three agencies that state it, one that leaves it blank, one whose figure is the whole city's, one without a report. */
export const table: Table = tableOf(
  [
    { agency: '甲市教育局', year: 2023, cells: { 'requests.received.total': 40 } },
    { agency: '甲市教育局', year: 2024, cells: { 'requests.received.total': 1200, 'requests.processed.total': 60, 'requests.granted.total': 30, 'requests.partly-granted.total': '12（约）' } },
    { agency: '乙市民政局', year: 2024, cells: { 'requests.received.total': 0 } },
    { agency: NASTY, year: 2024, cells: { 'requests.received.total': '7件' } },
    { agency: '丙市财政局', year: 2024, cells: { 'requests.received.total': '' } },
    { agency: '丁市人民政府', year: 2024, cells: { 'requests.received.total': '5147（全市）' } },
  ],
  ['戊市统计局'],
)

export const selected = (partial: Partial<Selection> = {}): Selection => ({ ...DEFAULTS, view: 'requests', ...partial })

/** Bars of one indicator: as plain as a chart can be. */
export const chart: Chart = defineChart({
  id: 'plain',
  places: { requests: 0 },
  cut: () => ({ across: 'agencies', indicators: ['requests.received'], rankBy: 'requests.received' }),
  controls: ['indicator', 'sort', 'values'],
  title: ({ slice }) => `新收申请 ${slice.years[0]}`,
  subtitle: () => '按机关',
  summary: () => '一张条形图。',
  height: () => 300,
  option: ({ slice }): EChartsOption => ({
    xAxis: {},
    yAxis: { type: 'category' },
    series: [{ type: 'bar', data: [...slice.observations.map(({ value }, observation) => ({ value: value ?? '-', observation })), { value: 3 }] }],
  }),
})

export const sliceWith = (selection: Selection): Slice => sliceOf(table, selection, chart.cut(selection, table))

type Handler = (event: { data?: unknown; event?: { offsetX: number; offsetY: number } }) => void

/** Stands in for ECharts, which needs a canvas: records what it is told and lets a test play the pointer. */
export function fakeEngine() {
  const handlers = new Map<string, Handler>()
  const drawing = {
    on: (name: string, handler: Handler) => void handlers.set(name, handler),
    getZr: () => ({ resize: vi.fn(), flush: vi.fn(), wakeUp: vi.fn(), getWidth: () => 0, getHeight: () => 0, on: vi.fn(), animation: { update: vi.fn() } }),
    /** Hears of each picture once: it is taken in first, and laid out with a second call. */
    given: vi.fn<(option: EChartsOption) => void>(),
    setOption: (option: EChartsOption, { lazyUpdate }: { lazyUpdate: boolean }) => (lazyUpdate ? drawing.given(option) : handlers.get('finished')?.({})),
    dispatchAction: vi.fn(),
    dispose: vi.fn(),
  }
  return { drawing, loadEngine: async () => ({ init: () => drawing }), play: (name: string, event: Parameters<Handler>[0] = {}) => handlers.get(name)?.(event) }
}

/** Opens every list that is folded. */
export async function unfolded(wrapper: VueWrapper): Promise<void> {
  for (const list of wrapper.findAll<HTMLDetailsElement>('details')) {
    list.element.open = true
    await list.trigger('toggle')
  }
}
