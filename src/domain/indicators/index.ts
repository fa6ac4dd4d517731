import { labelOfFigure, unitOfFigure } from '../formats'
import { UNLISTED, type OwnFigureId } from '../figure'
import { label } from '../label'
import { defineIndicator, type Indicator } from './indicator'

export { CHOICE_IDS, type ChoiceId, type Definition, type FigurePattern, type Formula, type Indicator, type IndicatorKind } from './indicator'

const modules = import.meta.glob<readonly Indicator[]>(['./*.ts', '!./indicator.ts', '!./counts.ts', '!./measures.ts', '!./own.ts', '!./common.ts', '!./index.ts'], { eager: true, import: 'default' })

/** Everything that the national forms measure: reported figures and derived measures. */
export const INDICATORS: readonly Indicator[] = Object.values(modules).flat()

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))
let makers: readonly (() => readonly Indicator[])[] = []
let others: readonly Indicator[] | undefined

/** Takes in what makes the indicators of other forms (`all-forms.ts`). */
export function admitIndicators(more: readonly (() => readonly Indicator[])[]): void {
  makers = [...makers, ...more]
  others = undefined
}

/** Everything that can be measured, of all forms. Those of other forms are made once, when first needed: they are many. */
export function allIndicators(): readonly Indicator[] {
  if (!others) {
    others = makers.flatMap((make) => make())
    for (const indicator of others) byId.set(indicator.id, indicator)
  }
  return [...INDICATORS, ...others]
}

/** The indicator of an id, a figure that no format lists among them; undefined for an unknown one. */
export function indicatorOf(id: string): Indicator | undefined {
  if (!byId.has(id)) {
    const [base, definition] = id.split(DEFINED)
    const variant = definition === undefined ? undefined : definedAs(base!, definition)
    if (variant) byId.set(id, variant)
    else if (id.startsWith(UNLISTED) && id !== UNLISTED) byId.set(id, unlisted(id as OwnFigureId))
    else if (!others) allIndicators()
  }
  return byId.get(id)
}

/** Between an indicator's id and that of a definition. */
const DEFINED = '@'

/** The ids of an indicator under each of its definitions, whatever the reader chose: `requests.disclosure-rate@granted`. */
export const underEachDefinition = ({ id, definitions }: Indicator): string[] => definitions.map((definition) => `${id}${DEFINED}${definition.id}`)

function definedAs(id: string, definitionId: string): Indicator | undefined {
  const indicator = indicatorOf(id)
  const definition = indicator?.definitions.find((each) => each.id === definitionId)
  if (!indicator || !definition) return undefined
  const name = label(`${indicator.label.zh}（${definition.label.zh}）`, `${indicator.label.en} (${definition.label.en})`)
  const { unit, kind, family, summable, byApplicant } = indicator
  return { id: `${id}${DEFINED}${definitionId}`, label: name, unit, kind, family, summable, byApplicant, definitions: [definition] }
}

/** A column that no format lists: what it counts is not known, so it is not added up. */
const unlisted = (figure: OwnFigureId): Indicator => {
  const name = labelOfFigure(figure)
  return defineIndicator({
    id: figure,
    label: name,
    unit: unitOfFigure(figure),
    family: 'any',
    summable: false,
    text: label(`文件中“${name.zh}”一列的数，已知的年报格式没有这一项。`, `The column “${name.en}” of the file; no known report form lists it.`),
    formula: { figure },
  })
}
