import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Only what the charts draw with: no tooltip (ours is a component), no legend (ours is part of the picture).
use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, CanvasRenderer])

export { init }
