import type { FigureId } from '../../figure'
import { labelOfFigure } from '../../formats'
import { label, type Label } from '../../label'
import { isGovernment } from '../../scope'
import { REASON_BITS, REGIONAL, STATED, type Agency } from '../../table'
import { defineCheck, FAIL, NONE, PASS, type Test } from '../check'
import type { Context } from '../context'
import type { Cells } from '../term'
import { phrase, written } from '../words'

/** What is added up most: one of a table stands for all of it. */
const HEADLINES: readonly FigureId[] = ['requests.received.total', 'requests.processed.total', 'documents.issued', 'documents.in-force', 'licences.decisions', 'penalties.decisions', 'measures.decisions', 'fees.amount', 'review.total', 'narrative.items-disclosed']

type Field = 'province' | 'city' | 'county'
/** What makes an agency a part of a region, by the level of the agency that reports for it. Levels are never guessed. */
const WITHIN: Readonly<Record<string, readonly Field[]>> = { 省: ['province'], 市: ['province', 'city'], 县: ['province', 'city', 'county'] }

/** The place of a government whose level is not known: what begins with its name is inside it; '' for any other agency. */
const placeOf = ({ level, name }: Agency): string => (level in WITHIN || !isGovernment(name) ? '' : name.replace(/人民政府$/, ''))

/** A government stands for its region; a zone does where it is one of the counties, a department never. */
const standsForRegion = ({ level, category }: Agency): boolean => level in WITHIN && (category === '政府' || (category === '园区' && level === '县'))

const isWithin = (member: Agency, region: Agency, fields: readonly Field[]): boolean => fields.every((field) => region[field] !== '' && member[field] === region[field])

class Regions {
  readonly columns: readonly (readonly [FigureId, Cells])[]

  constructor(private readonly context: Context) {
    this.columns = HEADLINES.flatMap((figure) => {
      const cells = context.column(figure)
      return cells ? [[figure, cells] as const] : []
    })
  }

  /** The headline figures of a report that count a whole region. */
  regional(row: number): (readonly [FigureId, Cells])[] {
    return this.columns.filter(([, { states }]) => (states[row]! & (REASON_BITS | REGIONAL)) === (STATED | REGIONAL))
  }

  /** Whether a government's report leaves open whose figures it states: they may be its region's. */
  isOpen(row: number): boolean {
    const { table } = this.context
    const { category, level, name } = table.agencyOf(row)
    return table.data.reportScope[row] === 0 && (isGovernment(name) || (category === '政府' && level in WITHIN))
  }

  /** Its headline figures: of the whole region, or open whose they are. */
  headlines(row: number): (readonly [FigureId, Cells])[] {
    const regional = this.regional(row)
    return regional.length > 0 || !this.isOpen(row) ? regional : this.columns.filter(([, { states }]) => (states[row]! & REASON_BITS) === STATED)
  }

  isRegion(row: number): boolean {
    for (let i = 0; i < this.columns.length; i += 1) if ((this.columns[i]![1].states[row]! & (REASON_BITS | REGIONAL)) === (STATED | REGIONAL)) return true
    return false
  }

  /** Reports of the same year by agencies of the region that state one of the figures themselves. */
  members(row: number): number[] {
    const { table } = this.context
    const region = table.agencyOf(row)
    const fields = WITHIN[region.level]
    const place = placeOf(region)
    if (place === '' && (!fields || !standsForRegion(region))) return []
    const figures = this.headlines(row)
    return this.beside(row).filter((other) => {
      const member = table.agencyOf(other)
      return member !== region && (place === '' ? isWithin(member, region, fields!) : member.name.startsWith(place)) && figures.some(([, { states }]) => (states[other]! & REASON_BITS) === STATED)
    })
  }

  /** The reports of a year from a province. */
  private beside(row: number): readonly number[] {
    const { table } = this.context
    const key = (each: number): string => `${table.yearOf(each)} ${table.agencyOf(each).province}`
    const rows = this.context.once('rows by year and province', () => {
      const byKey = new Map<string, number[]>()
      for (let each = 0; each < table.size; each += 1) {
        const known = byKey.get(key(each))
        if (known) known.push(each)
        else byKey.set(key(each), [each])
      }
      return byKey
    })
    return rows.get(key(row)) ?? []
  }
}

/** The region's numbers beside what its loaded members state together. */
function comparison(context: Context, cells: readonly FigureId[], row: number, members: readonly number[], isOpen: boolean): Label {
  const whose = isOpen ? label('政府', 'government') : label('全区域', 'region')
  const lines = cells.map((figure) => {
    const stated = members.map((member) => context.number(figure, member)).filter((value) => !Number.isNaN(value))
    return { name: labelOfFigure(figure), region: written(context.number(figure, row)), count: stated.length, sum: written(stated.reduce((sum, value) => sum + value, 0)) }
  })
  return phrase((of, language) => lines.map(({ name, region, count, sum }) => (language === 'zh' ? `「${of(name)}」${whose.zh} ${region}，${count} 个成员合计 ${sum}` : `“${of(name)}”: ${whose.en} ${region}, ${count} ${count === 1 ? 'member' : 'members'} together ${sum}`)).join(language === 'zh' ? '；' : '; '))
}

function test(context: Context): Test {
  const { table } = context
  const regions = new Regions(context)
  return {
    name: 'region',
    label: label('全区域数字', 'figures of the whole region'),
    outcome: (row) => {
      const isRegion = regions.isRegion(row) && (standsForRegion(table.agencyOf(row)) || placeOf(table.agencyOf(row)) !== '')
      if (!isRegion && !regions.isOpen(row)) return NONE
      return regions.members(row).length > 0 ? FAIL : isRegion ? PASS : NONE
    },
    detail: (row) => {
      const members = regions.members(row)
      const region = regions.headlines(row)
      const isOpen = regions.regional(row).length === 0
      const cells = members.length === 0 ? region.map(([figure]) => figure) : region.filter(([, { states }]) => members.some((member) => (states[member]! & REASON_BITS) === STATED)).map(([figure]) => figure)
      if (members.length === 0) return { cells, expected: 0, found: 0, explanation: label('区域内没有其他机关同年的数字', 'no other agency of the region has figures of that year') }
      const names = members.slice(0, 3).map((member) => table.agencyOf(member).name)
      const figures = cells.slice(0, 3).map(labelOfFigure)
      const sums = comparison(context, cells.slice(0, 3), row, members, isOpen)
      return {
        cells,
        expected: 0,
        found: members.length,
        explanation: label(
          `「${figures.map(({ zh }) => zh).join('」「')}」${isOpen ? '未注明是本机关数还是全区域数' : '为全区域数字'}，而区域内 ${members.length} 个机关（${names.join('、')}${members.length > 3 ? ' 等' : ''}）也在数据中，${isOpen ? '若为全区域数，' : ''}相加会重复：${sums.zh}`,
          `“${figures.map(({ en }) => en).join('”, “')}” ${isOpen ? 'may count the whole region (the report does not say)' : 'count the whole region'}, and ${members.length} ${members.length === 1 ? 'agency' : 'agencies'} inside it (${names.join(', ')}${members.length > 3 ? ' …' : ''}) are loaded too: a sum ${isOpen ? 'may count' : 'counts'} twice. ${sums.en}`,
        ),
        against: { agency: table.agencyOf(members[0]!).id, year: table.yearOf(row), cells },
      }
    },
  }
}

export default defineCheck({
  id: 'S10',
  label: label('全区域与成员并存', 'a region and its members together'),
  text: label('一份年报的数字为全市、全县等区域合计，或一级政府未注明是否如此，区域内机关同年的数字也在数据中：不可相加。数字本身无误。', 'A report’s figures count a whole region, or a government does not say whether they do, and agencies inside it are loaded for the same year: they must not be added up. The figures themselves are right.'),
  source: label('年报的注（全市、全区等）与机关的地区、层级', 'notes of the report (全市, 全区 …) and the agency’s place and level'),
  holdsFor: ({ family }) => family === 'cn',
  tests: (context) => [test(context)],
})
