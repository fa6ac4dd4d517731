import { label } from '../label'
import type { Sheet, SheetColumn } from '../sheet'
import type { Table } from '../table'
import type { Finding } from './check'

const text = (id: string, zh: string, en: string): SheetColumn => ({ id, label: label(zh, en), numeric: false })
const number = (id: string, zh: string, en: string): SheetColumn => ({ id, label: label(zh, en), numeric: true })

const COLUMNS: readonly SheetColumn[] = [
  text('agency', '机关', 'agency'),
  number('year', '年度', 'year'),
  text('check', '核验', 'check'),
  text('outcome', '结果', 'outcome'),
  text('cells', '所涉格子', 'cells'),
  number('expected', '应为', 'expected'),
  number('found', '实为', 'found'),
  text('explanation-zh', '说明', 'explanation in Chinese'),
  text('explanation-en', '英文说明', 'explanation in English'),
]

/** Findings as rows of a file, one a row; cells as figure ids, separated by blanks. */
export function findingSheet(table: Table, findings: readonly Finding[]): Sheet {
  return {
    columns: COLUMNS,
    rows: findings.map(({ row, year, check, outcome, cells, expected, found, explanation }) => [table.agencyOf(row).name, year, check, outcome, cells.join(' '), expected, found, explanation.zh, explanation.en]),
  }
}
