import { label } from '../label'
import { defineIndicator } from './indicator'

export default [
  defineIndicator({
    id: 'coverage.figures',
    label: label('已知数字个数', 'figures known'),
    unit: 'figures',
    family: 'any',
    summable: false,
    text: label('该机关该年在本数据中有数的格数（表格与正文）。', 'How many figures of the agency and year are in this data, tables and text.'),
    formula: { known: 'figures' },
  }),
  defineIndicator({
    id: 'coverage.agencies',
    label: label('有数据的机关', 'agencies with data'),
    unit: 'agencies',
    family: 'any',
    text: label('该地区该年有任一数字在本数据中的机关数。', 'How many agencies of the region have any figure of the year in this data.'),
    formula: { known: 'report' },
  }),
]
