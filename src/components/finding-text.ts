import { accused, checkOf, suspected, type Change, type Finding, type Outcome } from '@/domain/checks'
import { DOUBT_LOOKS } from '@/domain/doubt-looks'
import type { DoubtfulReading } from '@/domain/doubtful-reading'
import type { FigureId } from '@/domain/figure'
import { labelOfFigure, unitOfFigure } from '@/domain/formats'
import { digitsOf } from '@/domain/unit'
import type { Words } from '@/i18n'

/** A cell that a failing check points at: the checks’ ids, and why. */
export interface Accusation {
  readonly checks: readonly string[]
  readonly text: string
}

/** A check by its code and name. */
export const checkName = (words: Words, id: Finding['check']): string => words.t('checks.named', { id, name: words.name(checkOf(id).label) })

/** The cells at which the failing findings of a report are marked. */
export function accusations(words: Words, findings: readonly Finding[]): ReadonlyMap<FigureId, Accusation> {
  const cells = new Map<FigureId, Accusation>()
  for (const finding of findings.filter(({ outcome }) => outcome === 'fail')) {
    const text = words.t('checks.accused', { id: checkName(words, finding.check), explanation: words.name(finding.explanation) })
    for (const figure of accused(finding)) {
      const before = cells.get(figure)
      cells.set(figure, before ? { checks: [...new Set([...before.checks, finding.check])], text: `${before.text}\n${text}` } : { checks: [finding.check], text })
    }
  }
  return cells
}

/** The same with the cells that were read from a document with doubt. */
export function withUnsure(words: Words, cells: ReadonlyMap<FigureId, Accusation>, unsure: readonly DoubtfulReading[]): ReadonlyMap<FigureId, Accusation> {
  const { sign } = DOUBT_LOOKS.unsure
  const all = new Map(cells)
  for (const { figure, why } of unsure) {
    const before = cells.get(figure)
    const text = words.t('report.unsure', { why: words.name(why) })
    all.set(figure, { checks: [...(before?.checks ?? []), sign], text: before ? `${before.text}\n${text}` : text })
  }
  return all
}

/** Why checks point at a cell under review, and what it would have to be to make them fit; then the failing checks that it takes part in and that point at others. */
export function pointingTexts(words: Words, findings: readonly Finding[], figure: FigureId): string[] {
  const pointing = withOutcome(findings, 'fail', 'total-blank').filter((finding) => suspected(finding).includes(figure))
  const beside = withOutcome(findings, 'fail').filter((finding) => finding.cells.includes(figure) && !pointing.includes(finding))
  const told = (key: string, { check, explanation }: Finding): string => words.t(key, { id: checkName(words, check), text: words.name(explanation) })
  const fits = ({ proposals, explanation }: Finding): string[] => {
    const fitting = proposals.find(({ changes }) => changes.some((change) => change.figure === figure)) ?? proposals[0]
    return !fitting || fitting.explanation.zh === explanation.zh ? [] : [words.t('review.fits', { text: words.name(fitting.explanation) })]
  }
  return [...pointing.flatMap((finding) => [told('review.finding', finding), ...fits(finding)]), ...beside.map((finding) => told('review.takes-part', finding))]
}

const shown = (words: Words, figure: FigureId, value: number | null): string => (value === null ? words.t('checks.blank') : words.number(value, digitsOf(unitOfFigure(figure)) || 2))

/** What a proposal would write into a cell: its name, before and after. */
export function changeText(words: Words, { figure, year, before, after }: Change, reported: number): string {
  const name = words.name(labelOfFigure(figure))
  return words.t(year === reported ? 'checks.change' : 'checks.change-of', { figure: name, year: String(year), before: shown(words, figure, before), after: shown(words, figure, after) })
}

/** The findings of one outcome, in the order of the checks. */
export const withOutcome = (findings: readonly Finding[], ...outcomes: readonly Outcome[]): Finding[] => findings.filter(({ outcome }) => outcomes.includes(outcome))

/** What the checks of a report come to: how many fail, pass, find their total blank, and cannot be tested. */
export interface Checked {
  readonly failing: number
  /** A sum of the report itself does not fit. */
  readonly sumsFail: boolean
  readonly text: string
}

/** The checks that hold a report's own figures against each other. */
const SUMS: ReadonlySet<string> = new Set(['H1', 'H2', 'H3', 'H4', 'H6'])

export function checkedText(words: Words, findings: readonly Finding[]): Checked {
  const fails = withOutcome(findings, 'fail')
  const failing = fails.length
  const tested = failing + withOutcome(findings, 'pass', 'pass-blank').filter(({ check }) => !checkOf(check).traces).length
  const [unfilled, untested] = [withOutcome(findings, 'total-blank').length, withOutcome(findings, 'untestable').length]
  const text = words.t(failing > 0 ? 'review.failing' : unfilled + untested > 0 ? 'review.passing-tested' : 'review.passing', { n: failing, of: tested, checks: [...new Set(fails.map(({ check }) => check))].map((id) => checkName(words, id)).join(words.t('checks.named-and')) })
  return { failing, sumsFail: fails.some(({ check }) => SUMS.has(check)), text: `${text}${unfilled > 0 ? words.t('review.unfilled', { n: unfilled }) : ''}${untested > 0 ? words.t('review.untested', { n: untested }) : ''}` }
}

/** Findings that cannot be tested for the same reason, counted: `H1 …: reason`. */
export function untestableCounts(words: Words, findings: readonly Finding[], nameOf: (finding: Finding) => string): { readonly text: string; readonly n: number }[] {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const text = words.t('checks.proposal', { kind: nameOf(finding), text: words.name(finding.explanation) })
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].map(([text, n]) => ({ text, n }))
}

/** That cells of a finding were read with doubt, and why; '' where none was. */
export function unsureText(words: Words, readings: readonly DoubtfulReading[]): string {
  const why = [...new Set(readings.map((reading) => words.name(reading.why)))].filter(Boolean).join(words.t('bench.semi'))
  return readings.length === 0 ? '' : words.t('bench.unsure', { n: readings.length, why })
}
