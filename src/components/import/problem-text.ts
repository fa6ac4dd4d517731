import { FIGURES } from '@/domain/figure'
import { label, type Label } from '@/domain/label'
import { nationalLabel } from '@/domain/national-figure'
import type { Problem, ProblemKind, SaidOfDocument } from '@/domain/problem'
import type { Words } from '@/i18n'

/** What is wrong, with its place and text. Texts from files stay text. */
export const problemText = (words: Words, given: Problem): string => worded(words, inMember(given))

const worded = (words: Words, problem: Problem): string => words.t(keyOf(problem), { ...placeOf(problem), column: columnText(words, problem), text: textOf(words, problem) })

/** A file of a package is named with the package, not within what is quoted from it. */
function inMember(problem: Problem): Problem {
  const [start, member] = MEMBER.exec(problem.text ?? '') ?? []
  return start === undefined ? problem : { ...problem, file: `${problem.file}/${member!}`, text: problem.text!.slice(start.length) }
}

const MEMBER = /^([\w-]+\.csv): /

/** What is told of a problem: what a reader of documents says, or the text; of two statements which is whose. */
function textOf(words: Words, { kind, said, text = '' }: Problem): string {
  if (said) return saidText(words, said, text)
  return kind === 'version' && text.includes(' / ') ? words.t('problem.version.sides', { text }) : text
}

/** A column is called as its file does; of documents and packages it is a figure by its name. */
const columnText = (words: Words, { kind, line, column = '' }: Problem): string => words.name(((line === undefined || kind === 'evidence-differs') && figureNames().get(column)) || label(column, column))

let known: ReadonlyMap<string, Label> | null = null
const figureNames = (): ReadonlyMap<string, Label> => (known ??= new Map(Object.values(FIGURES).flat().map(nationalLabel).map((name) => [name.zh, name])))

/** Kinds that are about a line, and of a document or a package about a cell by its name. */
const BY_NAME: ReadonlySet<ProblemKind> = new Set(['cell-unreadable', 'version', 'figure-unknown', 'statement-again', 'count-odd', 'evidence-differs'])
const keyOf = ({ kind, line }: Problem): string => (line === undefined && BY_NAME.has(kind) ? `problem.${kind}.named` : `problem.${kind}`)

/** What a reader of documents says, and what about. */
const saidText = (words: Words, { message }: SaidOfDocument, about = ''): string => (about === '' ? words.name(message) : words.t('problem.said', { message: words.name(message), about }))

/** What to do about it. */
export const remedyText = (words: Words, problem: Problem): string => (problem.said ? words.name(problem.said.remedy) : words.t(`problem.${problem.kind}.remedy`, placeOf(inMember(problem))))

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
