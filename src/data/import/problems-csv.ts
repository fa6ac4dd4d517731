import { PROBLEM_KINDS, type Problem } from '@/domain/problem'
import { csvCell } from '../csv'
import { encodingOf, textsOf } from '../decode'
import { readRows } from '../parse'
import { plainText } from '../table-file'

const HEADINGS = ['file', 'line', 'column', 'problem', 'text', 'line-left-out'] as const

/** In a file there is one language for all: both. */
const textOf = ({ said, text = '' }: Problem): string => (said ? `${said.message.zh} / ${said.message.en}${text === '' ? '' : ` (${text})`}: ${said.remedy.zh} / ${said.remedy.en}` : text)

/** Problems as CSV (line feeds, no byte order mark), a line each. */
export function problemsCsv(problems: readonly Problem[]): string {
  const lines = problems.map((problem) => [csvCell(problem.file), csvCell(problem.line ?? null), csvCell(problem.column ?? ''), problem.kind, csvCell(textOf(problem)), problem.lineLeftOut ? '1' : ''].join(','))
  return `${[HEADINGS.join(','), ...lines].join('\n')}\n`
}

/** Reads such a file back; lines of kinds that this build does not know are left out. */
export function readProblems(bytes: Uint8Array): Problem[] {
  const problems: Problem[] = []
  const row = (cells: readonly string[]): void => {
    const [file = '', line = '', column = '', name = '', text = '', leftOut = ''] = cells.map(plainText)
    const kind = PROBLEM_KINDS.find((each) => each === name)
    if (kind) problems.push({ kind, file, ...(line === '' ? {} : { line: Number(line) }), ...(column === '' ? {} : { column }), ...(text === '' ? {} : { text }), ...(leftOut === '1' ? { lineLeftOut: true } : {}) })
  }
  readRows(textsOf(bytes, encodingOf(bytes)), row, () => undefined)
  return problems
}
