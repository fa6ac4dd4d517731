import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Only what the charts draw with: no tooltip (ours is a component), no axis pointer (it serves the tooltip), no legend (ours is part of the picture).
use([BarChart, CustomChart, LineChart, ScatterChart, GridSimpleComponent, CanvasRenderer])

export { init }
