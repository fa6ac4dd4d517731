import { FORMATS, ownEntries, unitOfFigure, type Format, type OwnEntry } from '../formats'
import { label, type Label } from '../label'
import type { Unit } from '../unit'
import { countsOf, sumsOf, type Count } from './counts'
import { defineIndicator, type Indicator } from './indicator'
import { listed, measuresOf, ratesOf, shareOf, together, type MeasureId } from './measures'

/** Days and rates of several agencies have no sum. */
const NO_SUM: ReadonlySet<Unit> = new Set(['days', 'percent', 'per-hundred'])

function figureOf({ id, format, figure }: OwnEntry): Indicator {
  const unit = unitOfFigure(id)
  return defineIndicator({
    id,
    label: figure.label,
    unit,
    family: format.family,
    ...(figure.kind ? { kind: figure.kind } : {}),
    ...(NO_SUM.has(unit) || figure.kind === 'rate' ? { summable: false } : {}),
    brief: label(`原表“${figure.headings[0]}”一栏。`, `The column “${figure.headings[0]}”.`),
    text: () => label(`原表“${figure.headings[0]}”一栏的数（${format.basis.zh}）。`, `The column “${figure.headings[0]}” (${format.basis.en}).`),
    formula: { figure: id },
  })
}

const headings = (entries: readonly OwnEntry[], open: string, close: string, between: string): string => entries.map(({ figure }) => `${open}${figure.headings[0]}${close}`).join(between)

const sentence = ({ zh, en }: Label): Label => label(`${zh}之和。`, `Sum of ${en}.`)

const sumOf = (format: Format, { id, name, entries }: Count): Indicator =>
  defineIndicator({
    id,
    label: name,
    unit: unitOfFigure(entries[0]!.id),
    family: format.family,
    brief: sentence(listed(entries.map(({ figure }) => figure.label))),
    text: () => label(`原表各栏之和：${headings(entries, '“', '”', '、')}（${format.basis.zh}）。`, `Sum of the columns ${headings(entries, '“', '”', ', ')} (${format.basis.en}).`),
    formula: together(entries),
  })

/** Each outcome as a share of processed: every figure, and every group that has several. */
function sharesOf(format: Format): Indicator[] {
  const { processed } = measuresOf(format)
  if (!processed) return []
  const share = (id: string, name: Label, entries: readonly OwnEntry[]): Indicator => shareOf(id, name, format.family, together(entries), processed)
  return Object.values(countsOf(format).outcomes).flatMap(({ id, name, entries }) => [
    ...(entries.length > 1 ? [share(id, name, entries)] : []),
    ...entries.map((entry) => share(entry.id, entry.figure.label, [entry])),
  ])
}

/** Which figures a term of a rate counts, where its name does not say it. */
function figuresIn(format: Format, ids: readonly MeasureId[]): Label | undefined {
  const terms = ids.flatMap((id) => measuresOf(format)[id] ?? []).filter(({ name, words }) => name.zh !== words.zh)
  if (terms.length === 0) return undefined
  return label(terms.map(({ name, words }) => `“${name.zh}”计入：${words.zh}。`).join(''), terms.map(({ name, words }) => `“${name.en}” counts ${words.en}.`).join(' '))
}

const indicatorsOf = (format: Format): Indicator[] => [
  ...ownEntries(format).map(figureOf),
  ...sumsOf(countsOf(format)).map((count) => sumOf(format, count)),
  ...sharesOf(format),
  ...ratesOf({ prefix: `${format.id}:`, family: format.family, measure: (id) => measuresOf(format)[id], more: (...ids) => figuresIn(format, ids) }),
]

export default (): Indicator[] => FORMATS.filter(({ own }) => own).flatMap(indicatorsOf)
