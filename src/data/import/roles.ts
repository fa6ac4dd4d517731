import { FIGURES, type FigureId } from '@/domain/figure'
import { formatOf, ownEntries, type AgencyField } from '@/domain/formats'
import { label, type Label } from '@/domain/label'
import { nationalLabel } from '@/domain/national-figure'
import type { ColumnRole } from './mapping'
import { agencyRank, columnsNamed, keyRolesOf, loose, nationalNamed, normal } from './names'
import { COMMON } from './recognition'

export interface RoleGroup {
  readonly group: Label
  readonly roles: readonly { readonly role: ColumnRole; readonly label: Label }[]
}

const FIELDS: Readonly<Record<AgencyField, Label>> = {
  province: label('省份或地区', 'province or region'),
  city: label('城市', 'city'),
  county: label('区县', 'county'),
  level: label('层级', 'level'),
  category: label('类别', 'category or sector'),
  code: label('机关代码', 'agency code'),
}

const SIMPLE: readonly { readonly role: ColumnRole; readonly label: Label }[] = [
  { role: { as: 'skip' }, label: label('不读入', 'leave out') },
  { role: { as: 'agency' }, label: label('机关名称', 'agency') },
  { role: { as: 'year' }, label: label('年度', 'year') },
  { role: { as: 'period' }, label: label('季度或月份（只读全年）', 'quarter or month (only whole ones load)') },
  { role: { as: 'own' }, label: label('保留为自有指标', 'keep under its own name') },
]

const LONG: readonly { readonly role: ColumnRole; readonly label: Label }[] = [
  { role: { as: 'figure' }, label: label('指标（名称或代码）', 'figure, by name or id') },
  { role: { as: 'row' }, label: label('表格的行', 'row of the table') },
  { role: { as: 'column' }, label: label('申请人或列', 'applicant or column') },
  { role: { as: 'value' }, label: label('数值', 'value') },
  { role: { as: 'unit' }, label: label('计量单位', 'unit') },
  { role: { as: 'note' }, label: label('备注', 'note') },
  { role: { as: 'missing' }, label: label('缺失原因', 'missing because') },
  { role: { as: 'named' }, label: label('原文中的名称', 'name in the source') },
  { role: { as: 'quote' }, label: label('原文引语', 'quotation') },
  { role: { as: 'source' }, label: label('来源', 'source') },
  { role: { as: 'format' }, label: label('年报格式', 'report format') },
  { role: { as: 'scope' }, label: label('统计范围（own / region）', 'whose figures (own / region)') },
]

const figuresOf = (format: string): { figure: FigureId; name: Label }[] => {
  const own = formatOf(format)
  if (own?.own) return ownEntries(own).map(({ id, figure }) => ({ figure: id, name: figure.label }))
  return Object.values(FIGURES).flat().map((figure) => ({ figure, name: nationalLabel(figure) }))
}

/** Everything a column may be in a file of the format (`cn`: the national forms), in groups. */
export function roleChoices(format: string): RoleGroup[] {
  return [
    { group: label('基本', 'basic'), roles: SIMPLE },
    { group: label('指标', 'figures'), roles: figuresOf(format).map(({ figure, name }) => ({ role: { as: 'cells', figure }, label: name })) },
    { group: label('机关信息', 'about the agency'), roles: Object.entries(FIELDS).map(([field, name]) => ({ role: { as: 'field', field: field as AgencyField }, label: name })) },
    { group: label('每行一个数字', 'one figure a line'), roles: LONG },
  ]
}

/** What a heading may mean in a file of the format, the likeliest first; nothing for one that nobody knows. */
export function rolesFor(heading: string, format: string): ColumnRole[] {
  const roles: ColumnRole[] = []
  if (agencyRank(heading) >= 0 || COMMON.own!.layout.agency.some((name) => normal(name) === normal(heading))) roles.push({ as: 'agency' })
  const national = formatOf(format)?.own ? undefined : nationalNamed(heading)
  if (national) roles.push({ as: 'cells', figure: national })
  const own = formatOf(format)
  if (own?.own) {
    const words = loose(heading)
    const found = ownEntries(own).filter(({ figure }) => figure.headings.some((name) => normal(name) === normal(heading) || (words !== '' && (loose(name) === words || loose(name).includes(words) || words.includes(loose(name) || ' ')))))
    roles.push(...found.slice(0, 5).map(({ id }): ColumnRole => ({ as: 'cells', figure: id })))
  }
  for (const role of keyRolesOf(heading)) if (role !== 'agency') roles.push({ as: role })
  for (const [field, names] of Object.entries(COMMON.own!.layout.fields ?? {})) if (names.some((name) => normal(name) === normal(heading))) roles.push({ as: 'field', field: field as AgencyField })
  for (const { id } of columnsNamed(heading)) roles.push({ as: 'part', part: id })
  const year = /^(?:19|20)\d\d/.exec(heading)
  if (year) roles.push({ as: 'year-cells', year: Number(year[0]) })
  return roles.filter((role, at) => roles.findIndex((other) => JSON.stringify(other) === JSON.stringify(role)) === at)
}
