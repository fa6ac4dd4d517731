import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Fetched only when a picture leaves the page.
use([SVGRenderer])
