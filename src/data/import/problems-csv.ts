import { label } from '@/domain/label'
import { PROBLEM_KINDS, type Problem } from '@/domain/problem'
import { csvCell } from '../csv'
import { encodingOf, textsOf } from '../decode'
import { readRows } from '../parse'
import { plainText } from '../table-file'

const HEADINGS = ['file', 'line', 'column', 'problem', 'text', 'line-left-out'] as const
/** What a reader of documents says of a problem, a column a language; only where documents were read. */
const SAID = ['said', 'said-en', 'remedy', 'remedy-en'] as const

/** Problems as CSV (line feeds, no byte order mark), a line each. */
export function problemsCsv(problems: readonly Problem[]): string {
  const withWords = problems.some(({ said }) => said)
  const lines = problems.map(({ file, line, column = '', kind, text = '', lineLeftOut, said }) => {
    const words = withWords ? [said?.message.zh, said?.message.en, said?.remedy.zh, said?.remedy.en] : []
    return [csvCell(file), csvCell(line ?? null), csvCell(column), kind, csvCell(text), lineLeftOut ? '1' : '', ...words.map((each = '') => csvCell(each))].join(',')
  })
  return `${[[...HEADINGS, ...(withWords ? SAID : [])].join(','), ...lines].join('\n')}\n`
}

/** Reads such a file back; lines of kinds that this build does not know are left out. */
export function readProblems(bytes: Uint8Array): Problem[] {
  const problems: Problem[] = []
  const row = (cells: readonly string[]): void => {
    const [file = '', line = '', column = '', name = '', text = '', leftOut = '', message = '', messageEn = '', remedy = '', remedyEn = ''] = cells.map(plainText)
    const kind = PROBLEM_KINDS.find((each) => each === name)
    const said = message === '' ? {} : { said: { message: label(message, messageEn), remedy: label(remedy, remedyEn) } }
    if (kind) problems.push({ kind, file, ...(line === '' ? {} : { line: Number(line) }), ...(column === '' ? {} : { column }), ...(text === '' ? {} : { text }), ...said, ...(leftOut === '1' ? { lineLeftOut: true } : {}) })
  }
  readRows(textsOf(bytes, encodingOf(bytes)), row, () => undefined)
  return problems
}
