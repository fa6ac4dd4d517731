import type { Problem } from '@/domain/problem'
import { csvCell } from '../csv'

const HEADINGS = ['file', 'line', 'column', 'problem', 'text', 'line-left-out'] as const

/** Problems as CSV (line feeds, no byte order mark), a line each. */
export function problemsCsv(problems: readonly Problem[]): string {
  const lines = problems.map(({ file, line, column, kind, text, lineLeftOut }) => [csvCell(file), csvCell(line ?? null), csvCell(column ?? ''), kind, csvCell(text ?? ''), lineLeftOut ? '1' : ''].join(','))
  return `${[HEADINGS.join(','), ...lines].join('\n')}\n`
}
