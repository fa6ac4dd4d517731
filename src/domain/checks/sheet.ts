import { label } from '../label'
import type { Sheet, SheetColumn } from '../sheet'
import type { Table } from '../table'
import type { Change, Finding } from './check'
import type { Decision } from './decision'
import { plain } from './words'

const text = (id: string, zh: string, en: string): SheetColumn => ({ id, label: label(zh, en), numeric: false })
const number = (id: string, zh: string, en: string): SheetColumn => ({ id, label: label(zh, en), numeric: true })

const COLUMNS: readonly SheetColumn[] = [
  text('agency', '机关', 'agency'),
  number('year', '年度', 'year'),
  text('check', '核验', 'check'),
  text('test', '项目', 'test'),
  text('outcome', '结果', 'outcome'),
  text('cells', '所涉格子', 'cells'),
  number('expected', '应为', 'expected'),
  number('found', '实为', 'found'),
  text('explanation-zh', '说明', 'explanation in Chinese'),
  text('explanation-en', '英文说明', 'explanation in English'),
  text('decision', '认定', 'decision'),
  text('remark', '备注', 'remark'),
  text('decided', '认定时间', 'decided'),
  text('accepted', '已采纳的修正', 'accepted repair'),
]

const value = (each: number | null): string => (each === null ? '' : plain(each))

/** Changes as a cell of a file: `2023 review.total 0>11; …`, a blank as nothing. `changesIn` reads it back. */
export const changesText = (changes: readonly Change[]): string => changes.map(({ year, figure, before, after }) => `${year} ${figure} ${value(before)}>${value(after)}`).join('; ')

const CHANGE = /^(\d{4}) (.+) (-?[\d.]*)>(-?[\d.]*)$/

/** The changes that a cell of a file names; null for text that is none. */
export function changesIn(cell: string): Change[] | null {
  const parts = cell.split(';').map((part) => part.trim()).filter((part) => part !== '')
  const changes = parts.flatMap((part): Change[] => {
    const [, year, figure, before = '', after = ''] = CHANGE.exec(part) ?? []
    return figure === undefined ? [] : [{ year: Number(year), figure: figure as Change['figure'], before: before === '' ? null : Number(before), after: after === '' ? null : Number(after) }]
  })
  return changes.length === parts.length ? changes : null
}

/** Findings as rows of a file, one a row; cells as figure ids, separated by blanks. `decisionOf`: what a reader made of one. */
export function findingSheet(table: Table, findings: readonly Finding[], decisionOf: (finding: Finding) => Decision | undefined = () => undefined): Sheet {
  return {
    columns: COLUMNS,
    rows: findings.map((finding) => {
      const { row, year, check, test, outcome, cells, expected, found, explanation } = finding
      const decision = decisionOf(finding)
      const decided = [decision?.verdict ?? null, decision?.remark || null, decision?.decided ?? null, decision && decision.changes.length > 0 ? changesText(decision.changes) : null]
      return [table.agencyOf(row).name, year, check, test, outcome, cells.join(' '), expected, found, explanation.zh, explanation.en, ...decided]
    }),
  }
}
