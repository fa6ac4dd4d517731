import type { Problem, ProblemKind, SaidOfDocument } from '@/domain/problem'
import type { Words } from '@/i18n'

/** What is wrong, with its place and text. Texts from files stay text. */
export const problemText = (words: Words, problem: Problem): string => words.t(keyOf(problem), { ...placeOf(problem), ...(problem.said ? { text: saidText(words, problem.said, problem.text) } : {}) })

/** Kinds that are about a line, and of a document or a package about a cell by its name. */
const BY_NAME: ReadonlySet<ProblemKind> = new Set(['cell-unreadable', 'version', 'figure-unknown', 'statement-again', 'count-odd'])
const keyOf = ({ kind, line }: Problem): string => (line === undefined && BY_NAME.has(kind) ? `problem.${kind}.named` : `problem.${kind}`)

/** What a reader of documents says, and what about. */
const saidText = (words: Words, { message }: SaidOfDocument, about = ''): string => (about === '' ? words.name(message) : words.t('problem.said', { message: words.name(message), about }))

/** What to do about it. */
export const remedyText = (words: Words, problem: Problem): string => (problem.said ? words.name(problem.said.remedy) : words.t(`problem.${problem.kind}.remedy`, placeOf(problem)))

const placeOf = ({ file, line, column, text }: Problem): Record<string, string> => ({ file, line: line === undefined ? '' : String(line), column: column ?? '', text: text ?? '' })

/** The kind of a problem in a few words. */
export const kindText = (words: Words, kind: ProblemKind): string => words.t(`problem.${kind}.name`)

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The problems of a file and kind ('' for any) that have all words of a text in their place or text. */
export function matching(problems: readonly Problem[], { file, kind, text }: { readonly file: string; readonly kind: string; readonly text: string }): readonly Problem[] {
  const wanted = folded(text).split(/\s+/).filter((word) => word !== '')
  if (file === '' && kind === '' && wanted.length === 0) return problems
  return problems.filter((problem) => {
    if ((file !== '' && problem.file !== file) || (kind !== '' && problem.kind !== kind)) return false
    const stands = folded(`${problem.file} ${problem.line ?? ''} ${problem.column ?? ''} ${problem.text ?? ''}`)
    return wanted.every((word) => stands.includes(word))
  })
}
