import { COMMON_FAMILY, familyLabel, FORMATS, type Format } from '../formats'
import { label, type Label } from '../label'
import type { Unit } from '../unit'
import { COMMON_COUNTS, type CommonCount } from './counts'
import { defineIndicator, type Formula, type Indicator } from './indicator'
import { divided, followed, measuresOf, ratesOf, REVIEWS_DECIDED, shareOf, type Measure, type MeasureId } from './measures'

const UNITS: Partial<Readonly<Record<CommonCount, Unit>>> = { reviewed: 'cases', corrected: 'cases', proactive: 'records' }
const SHARED = ['granted', 'partly-granted', 'refused', 'not-held', 'other'] as const satisfies readonly CommonCount[]

const COMPOSED: Readonly<Record<Exclude<MeasureId, CommonCount>, readonly CommonCount[]>> = {
  disclosed: ['granted', 'partly-granted'],
  decided: ['granted', 'partly-granted', 'refused', 'not-held'],
  accepted: ['received', 'carried-in'],
  'reviews-decided': ['reviewed'],
}

const nameOf = (id: MeasureId): Label => {
  if (id in COMMON_COUNTS) return COMMON_COUNTS[id as CommonCount]
  if (id === 'reviews-decided') return REVIEWS_DECIDED
  const names = COMPOSED[id as Exclude<MeasureId, CommonCount>].map((each) => COMMON_COUNTS[each])
  return { zh: names.map(({ zh }) => zh).join('＋'), en: names.map(({ en }) => en).join(' + ') }
}

/** One format of each family speaks for it: formats of a family ask for the same figures. */
const speaking = (): readonly Format[] => FORMATS.filter(({ family }, at) => family !== COMMON_FAMILY && FORMATS.findIndex((other) => other.family === family) === at)

/** What every family that knows it counts, in its own words. */
function inEach(wordsOf: (format: Format) => Label | undefined): Label {
  const lines = speaking().flatMap((format) => {
    const words = wordsOf(format)
    return words ? [{ family: familyLabel(format.family), words }] : []
  })
  return { zh: `${lines.map(({ family, words }) => `${family.zh}——${words.zh}`).join('；')}。`, en: `${lines.map(({ family, words }) => `${family.en}: ${words.en}`).join('; ')}.` }
}

const countIn = (id: MeasureId): Label => inEach((format) => measuresOf(format)[id]?.words)

const ratioIn = (above: MeasureId, below: MeasureId): Label =>
  inEach((format) => {
    const measures = measuresOf(format)
    const [numerator, denominator] = [measures[above], measures[below]]
    return numerator && denominator && divided(numerator.term, denominator.term)
  })

function formulaOf(id: MeasureId): Formula {
  return { byFormat: Object.fromEntries(FORMATS.flatMap((format) => {
    const measure = measuresOf(format)[id]
    return measure ? [[format.id, measure.formula]] : []
  })) }
}

const measure = (id: MeasureId): Measure => ({ formula: formulaOf(id), name: nameOf(id), words: nameOf(id), term: nameOf(id) })

const counts = (): Indicator[] => (Object.keys(COMMON_COUNTS) as CommonCount[]).map((id) => {
  const name = COMMON_COUNTS[id]
  const brief = label(`各国年报共同的“${name.zh}”。`, `“${name.en}”, as all forms share it.`)
  return defineIndicator({ id: `common.${id}`, label: name, unit: UNITS[id] ?? 'requests', family: COMMON_FAMILY, brief, text: () => followed(brief, countIn(id)), formula: formulaOf(id) })
})

export default (): Indicator[] => [
  ...counts(),
  ...SHARED.map((id) => shareOf(`common.${id}`, COMMON_COUNTS[id], COMMON_FAMILY, formulaOf(id), measure('processed'), () => ratioIn(id, 'processed'))),
  ...ratesOf({ prefix: 'common.', family: COMMON_FAMILY, measure, more: ratioIn }),
]
