import type { Indicator } from './indicator'

export { CHOICE_IDS, type ChoiceId, type Definition, type FigurePattern, type Formula, type Indicator, type IndicatorKind } from './indicator'

const modules = import.meta.glob<Indicator[]>(['./*.ts', '!./indicator.ts', '!./index.ts'], { eager: true, import: 'default' })

/** Everything that can be measured: reported figures and derived measures. */
export const INDICATORS: readonly Indicator[] = Object.values(modules).flat()

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))

/** The indicator of an id; undefined for an unknown one. */
export const indicatorOf = (id: string): Indicator | undefined => BY_ID.get(id)
