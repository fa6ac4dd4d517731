import { label } from '../label'
import { PROACTIVE_ITEMS, type FigureId, type ProactiveItem } from '../figure'
import { closingRequestRows, defineFormat, OTHER, requestRow, requestTable, reviewTable, sharedRequestRows, type FormatRow } from './format'

const item = (id: ProactiveItem, figures: readonly (FigureId | null)[]): FormatRow => ({ label: PROACTIVE_ITEMS[id], depth: 0, figures })
const made = (id: 'rules' | 'documents'): FormatRow => item(id, [`${id}.newly-made`, `${id}.newly-published`, `${id}.public-total`, null, null, null, null, null])
const decided = (id: 'licences' | 'services' | 'penalties' | 'measures'): FormatRow => item(id, [null, null, null, `${id}.items-before`, `${id}.change`, `${id}.decisions`, null, null])

export default defineFormat({
  id: 'cn-2019',
  label: label('2019 年版格式', 'form of 2019'),
  basis: label('国办公开办函〔2019〕60号（试行）', 'State Council General Office, letter 60 of 2019 (trial)'),
  from: 2019,
  continues: ['cn-2021'],
  tables: [
    {
      section: 'proactive',
      title: label('主动公开政府信息情况', 'Proactive disclosure'),
      columns: [
        label('本年新制作数量', 'newly made'),
        label('本年新公开数量', 'newly published'),
        label('对外公开总数量', 'public in total'),
        label('上一年项目数量', 'items the year before'),
        label('本年增/减', 'change'),
        label('处理决定数量', 'decisions'),
        label('采购项目数量', 'projects'),
        label('采购总金额（万元）', 'amount (CNY 10,000)'),
      ],
      rows: [
        made('rules'),
        made('documents'),
        decided('licences'),
        decided('services'),
        decided('penalties'),
        decided('measures'),
        item('fees', [null, null, null, 'fees.items-before', 'fees.change', null, null, null]),
        item('procurement', [null, null, null, null, null, null, 'procurement.projects', 'procurement.amount']),
      ],
    },
    requestTable([...sharedRequestRows(), requestRow('other', OTHER, 1), ...closingRequestRows()]),
    reviewTable(),
  ],
})
