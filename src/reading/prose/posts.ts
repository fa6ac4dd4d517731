import { accountName, accountOf, type Account, type Share } from './channels'

/** A statement of posts, or of followers, with the account that they stand on. */
export interface Post<Statement> {
  readonly statement: Statement
  readonly account: Account
  readonly name?: string
}

interface Noted {
  readonly value: number
  readonly note?: string
}

/** Only the posts on the network that most agencies use; others have their own numbers. */
const ONE_NETWORK_NOTE = '微信；其他账号另计'
/** The sum of the accounts on that network, each with its number. */
const addedNote = (accounts: number): string => `微信；${accounts}个账号相加`

/** Posts by the words that lead to their number. */
export function postBy<Statement>(statement: Statement, words: string): Post<Statement> {
  const name = accountName(words)
  return { statement, account: accountOf(words), ...(name === undefined ? {} : { name }) }
}

/** Posts of one of several channels. */
export const postShared = <Statement>(statement: Statement, { on, name }: Share): Post<Statement> => ({ statement, account: on === 'site' ? 'all' : on, ...(name === undefined ? {} : { name }) })

/**
 * The posts, or followers, of a report that states them more than once: those of all accounts together; else those on the network that most agencies use,
 * told so, those of its accounts added where each has its name; the first where only this network's are stated; none where that is not known.
 */
export function postOf<Statement extends Noted>(posts: readonly Post<Statement>[]): Statement | undefined {
  const first = posts[0]?.statement
  if (new Set(posts.map(({ statement }) => statement.value)).size <= 1) return first
  const all = posts.find(({ account }) => account === 'all')
  if (all) return all.statement
  const alone = posts.every(({ account }) => account === 'wechat')
  const byName = new Map(posts.flatMap(({ statement, account, name = '' }) => (account === 'wechat' ? [[name, statement] as const] : [])).reverse())
  const statements = [...byName.values()].reverse()
  const [one] = statements
  if (one === undefined) return undefined
  if (alone && (byName.size === 1 || byName.has(''))) return first
  if (byName.size > 1 && byName.has('')) return undefined
  const words = byName.size === 1 ? ONE_NETWORK_NOTE : addedNote(byName.size)
  return { ...one, value: statements.reduce((sum, { value }) => sum + value, 0), note: one.note === undefined ? words : `${one.note}；${words}` }
}
