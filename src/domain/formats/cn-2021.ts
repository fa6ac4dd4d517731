import { label } from '../label'
import { PROACTIVE_ITEMS, type FigureId, type ProactiveItem } from '../figure'
import { closingRequestRows, defineFormat, OTHER, requestHeading, requestTable, reviewTable, sharedRequestRows, splitOtherRows, type FormatRow } from './format'

const item = (id: ProactiveItem, figures: readonly (FigureId | null)[]): FormatRow => ({ label: PROACTIVE_ITEMS[id], depth: 0, figures })
const decisions = (id: 'licences' | 'penalties' | 'measures'): FormatRow => item(id, [null, null, null, `${id}.decisions`, null])

export default defineFormat({
  id: 'cn-2021',
  label: label('2021 年版格式', 'form of 2021'),
  basis: label('国办公开办函〔2021〕30号', 'State Council General Office, letter 30 of 2021'),
  from: 2021,
  continues: ['cn-2019'],
  tables: [
    {
      section: 'proactive',
      title: label('主动公开政府信息情况', 'Proactive disclosure'),
      columns: [label('本年制发件数', 'issued'), label('本年废止件数', 'repealed'), label('现行有效件数', 'in force'), label('本年处理决定数量', 'decisions'), label('本年收费金额（万元）', 'amount (CNY 10,000)')],
      rows: [
        item('rules', ['rules.issued', 'rules.repealed', 'rules.in-force', null, null]),
        item('documents', ['documents.issued', 'documents.repealed', 'documents.in-force', null, null]),
        decisions('licences'),
        decisions('penalties'),
        decisions('measures'),
        item('fees', [null, null, null, null, 'fees.amount']),
      ],
    },
    requestTable([
      ...sharedRequestRows(),
      requestHeading(OTHER),
      ...splitOtherRows(),
      ...closingRequestRows(),
    ]),
    reviewTable(),
  ],
})
