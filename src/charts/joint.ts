import { indicatorOf } from '@/domain/indicators'
import type { Label } from '@/domain/label'
import { schemeOf } from '@/domain/scheme'
import type { CutTotal, Slice } from '@/domain/slice'
import type { Table } from '@/domain/table'
import type { ChartContext } from './chart'
import { lookupIn, type Found } from './lookup'

/** What is stated only as one sum with others: the length of its share of it, and the sum. */
export interface Joint {
  readonly length: number
  readonly whole: Found
}

type Values = 'share' | 'absolute'

/** The sum of granted and partly granted, as a count or as a share of processed, and the ids of the two. */
function jointIn(table: Table, values: Values): { whole: string; parts: readonly string[] } | undefined {
  const { joint } = schemeOf(table)
  if (!joint) return undefined
  return values === 'share' ? { whole: joint.share, parts: joint.parts.map((id) => `${id}.share`) } : joint
}

/** The sum of granted and partly granted as part of a cut: of reports that state nothing else it is drawn, written and listed. */
export function jointTotals(table: Table, values: Values): CutTotal[] {
  const joint = jointIn(table, values)
  return joint ? [{ indicator: joint.whole, insteadOf: joint.parts }] : []
}

/** For reports that state granted and partly granted only together: half of that sum for each of the two. Undefined for any other figure, and for forms without such a sum. */
export function jointlyDisclosed({ table, slice }: ChartContext, values: Values): (found: Found) => Joint | undefined {
  const joint = jointIn(table, values)
  if (!joint) return () => undefined
  const find = lookupIn(slice)
  return ({ observation: { indicator, subject, applicant, year } }) => {
    const whole = joint.parts.includes(indicator.id) ? find(subject, joint.whole, applicant, year) : undefined
    return whole && { length: whole.observation.value! / joint.parts.length, whole }
  }
}

/** What the sum of granted and partly granted is called in a legend, where a cut draws one; none where every report states the two. */
export function jointLabels(slice: Slice, table: Table): readonly Label[] {
  const { joint } = schemeOf(table)
  const isDrawn = joint !== undefined && slice.observations.some(({ indicator: { id }, value }) => value !== null && (id === joint.whole || id === joint.share))
  return isDrawn ? [indicatorOf(joint.whole)!.label] : []
}

/** How the legend shows that sum. */
export const jointEntries = ({ slice, table, palette }: ChartContext): { readonly label: Label; readonly colour: string; readonly hatched: true }[] => jointLabels(slice, table).map((label) => ({ label, colour: palette.outcomes.granted, hatched: true }))
