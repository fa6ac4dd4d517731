import type { Table } from '../table'
import { OUTCOME_LABELS, PROPOSAL_LABELS, type Change, type Finding } from './check'
import type { Findings } from './findings'
import { CHECKS, checkOf } from './registry'
import { written } from './words'

const shown = (value: number | null): string => (value === null ? '␣' : written(value))
const changed = ({ figure, year, before, after }: Change): string => `${year} ${figure} ${shown(before)} → ${shown(after)}`

/** A finding in lines for a reader, Chinese first: agency, year, check, outcome; why; what would make it fit. */
export function findingText(table: Table, { row, year, check, label, outcome, explanation, proposals }: Finding): string {
  const rule = checkOf(check)
  const told = OUTCOME_LABELS[outcome]
  return [
    `${table.agencyOf(row).name} ${year}  ${check} ${rule.label.zh}（${label.zh}）：${told.zh}  ·  ${rule.label.en} (${label.en}): ${told.en}`,
    `    ${explanation.zh}`,
    `    ${explanation.en}`,
    ...proposals.map(({ kind, explanation: why, changes }) => `    ↳ ${PROPOSAL_LABELS[kind].zh} ${PROPOSAL_LABELS[kind].en}：${why.zh} · ${why.en}  [${changes.slice(0, 6).map(changed).join('; ')}${changes.length > 6 ? ' …' : ''}]`),
    '',
  ].join('\n')
}

/** What a run came to, a line a check. */
export function summaryText(findings: Findings): string {
  const { tests, byCheck } = findings.summary()
  const line = (id: string, zh: string, en: string): string => `${id.padEnd(4)}${Object.entries(byCheck[id]!).filter(([, count]) => count > 0).map(([outcome, count]) => `${OUTCOME_LABELS[outcome as keyof typeof OUTCOME_LABELS].zh} ${outcome} ${count}`).join(', ')}  ${zh} · ${en}`
  return [`${tests} 项检验 tests`, ...CHECKS.filter(({ id }) => Object.values(byCheck[id]!).some((count) => count > 0)).map(({ id, label }) => line(id, label.zh, label.en)), ''].join('\n')
}
