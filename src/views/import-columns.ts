import '@/domain/all-forms'
import { APPLICANT_IDS, APPLICANTS } from '@/domain/figure'
import { FORMATS, formatOf, labelOfFigure } from '@/domain/formats'
import type { OptionGroup } from '@/components/card-controls'
import type { MappedColumn } from '@/components/import/MappingTable.vue'
import type { Option } from '@/components/parameter-text'
import type { ColumnRole, Mapping, RoleGroup, TableLook } from '@/data/imports'
import type { Words } from '@/i18n'

/** A role as one word, for a control. */
export function roleId(role: ColumnRole): string {
  switch (role.as) {
    case 'field':
      return `field:${role.field}`
    case 'cells':
      return `cells:${role.figure}`
    case 'part':
      return `part:${role.part}`
    case 'year-cells':
      return `year-cells:${role.year}`
    default:
      return role.as
  }
}

const SKIP: ColumnRole = { as: 'skip' }

/** The role of a column in a mapping; headings that are not named are skipped. */
export const roleOf = (mapping: Mapping, heading: string): ColumnRole => mapping.columns[heading] ?? SKIP

/** A mapping with a column read otherwise. What only one column can be (agency, year, value …) is taken from the other one. */
export function withRole(mapping: Mapping, heading: string, role: ColumnRole): Mapping {
  const single = ['agency', 'year', 'field', 'row', 'column', 'figure', 'value', 'unit', 'note', 'missing', 'source'].includes(role.as)
  const id = roleId(role)
  const others = Object.entries(mapping.columns).filter(([other, its]) => other !== heading && !(single && roleId(its) === id))
  return { ...mapping, columns: { ...Object.fromEntries(others), [heading]: role } }
}

/** Everything that may be chosen for a column, as the look says: roles by their word. */
export function rolesById(table: TableLook, groups: readonly RoleGroup[]): ReadonlyMap<string, ColumnRole> {
  const all = [...groups.flatMap(({ roles }) => roles.map(({ role }) => role)), ...Object.values(table.suggestions).flat(), ...Object.values(table.mapping.columns), SKIP]
  return new Map(all.map((role) => [roleId(role), role]))
}

function roleText(words: Words, role: ColumnRole, known: ReadonlyMap<string, string>): string {
  const id = roleId(role)
  const text = known.get(id)
  if (text !== undefined) return text
  if (role.as === 'cells') return words.name(labelOfFigure(role.figure), role.figure)
  if (role.as === 'year-cells') return words.t('import.role.year-cells', { year: String(role.year) })
  if (role.as === 'part') {
    const applicant = APPLICANT_IDS.find((each) => each === role.part)
    return applicant ? words.name(APPLICANTS[applicant], applicant) : role.part
  }
  return words.t(`import.role.${id.replace(':', '.')}`)
}

/** The columns of a table with what each is read as and may be, the suggestions first. */
export function columnsOf(table: TableLook, mapping: Mapping, groups: readonly RoleGroup[], words: Words): MappedColumn[] {
  const known = new Map(groups.flatMap(({ roles }) => roles.map(({ role, label }) => [roleId(role), words.name(label)] as const)))
  const option = (role: ColumnRole): Option => ({ value: roleId(role), text: roleText(words, role, known) })
  const all = groups.map(({ group, roles }): OptionGroup => ({ heading: words.name(group), options: roles.map(({ role }) => option(role)) }))
  return table.headings.map((heading, at): MappedColumn => {
    const role = roleOf(mapping, heading)
    const suggested = [role, ...(table.suggestions[heading] ?? []), SKIP].map(option)
    const first = suggested.filter(({ value }, index) => suggested.findIndex((each) => each.value === value) === index)
    const taken = new Set(first.map(({ value }) => value))
    const rest = all.map((group) => ({ ...group, options: group.options.filter(({ value }) => !taken.has(value)) })).filter(({ options }) => options.length > 0)
    return { heading, at, samples: table.sample.map((cells) => cells[at] ?? '').filter((text) => text.trim() !== ''), role: roleId(role), groups: [{ heading: words.t('import.suggested'), options: first }, ...rest] }
  })
}

const KEYS: ReadonlySet<ColumnRole['as']> = new Set(['agency', 'year', 'period', 'field', 'format'])

/** The columns that mean the same in every format. */
export const keysOf = ({ columns }: Mapping): Record<string, ColumnRole> => Object.fromEntries(Object.entries(columns).filter(([, role]) => KEYS.has(role.as)))

/** Figures to choose one from for all numbers of a table; nothing where a column names them. */
export function figureOptions(mapping: Mapping, groups: readonly RoleGroup[], words: Words): OptionGroup[] {
  const roles = Object.values(mapping.columns).map(({ as }) => as)
  if (!roles.some((as) => as === 'year-cells' || as === 'value') || roles.some((as) => as === 'row' || as === 'figure')) return []
  const none = { heading: '', options: [{ value: '', text: words.t('import.figure.none') }] }
  return [none, ...groups.map(({ group, roles: all }) => ({ heading: words.name(group), options: all.flatMap(({ role, label }) => (role.as === 'cells' ? [{ value: role.figure, text: words.name(label) }] : [])) })).filter(({ options }) => options.length > 0)]
}

/** The formats a table may be read as; the national forms are one choice, the year decides. */
export function formatOptions(words: Words, current: string): Option[] {
  const own = FORMATS.filter((format) => format.own).map(({ id }) => id)
  const ids = [...new Set([...(current === '' ? [''] : []), 'cn', ...own, current])]
  return ids.map((id) => ({ value: id, text: formatText(words, id) }))
}

/** The name of a format as files are recognised by it. */
export function formatText(words: Words, id: string): string {
  if (id === '') return words.t('import.format.none')
  if (id === 'cn') return words.t('import.format.cn')
  const format = formatOf(id)
  return format ? words.name(format.label, `format.${id}`) : id
}
