/** Where an agency publishes: its sites, its accounts, and what others print and show. */
const KINDS = [
  /网站|门户|官网|网页|外网|(?:政务|政府|信息|公开|商务)网/,
  /微信|微博|新媒体|公众号|订阅号|服务号|抖音|快手|视频号|头条|客户端|APP/,
  /(?<![新自融全])媒体|报[刊纸社]|日报|晚报|电视|广播|电台|电子屏|显示屏|公[告示]栏|宣传栏|查阅(?:场所|点)|其他方式/,
] as const

/** Whether the words that lead to a number name channels of several kinds: what was published there is that of none of them. */
export function isOnSeveral(words: string): boolean {
  // An account may be called by a site's name.
  const named = words.replace(/“[^”]*”/g, '')
  return KINDS.filter((kind) => kind.test(named)).length > 1
}

/** What kind of account: all of an agency's, those of the network that most agencies use, or those of another. */
export type Account = 'all' | 'wechat' | 'other'

/** Whether words name an account. */
export const namesAccount = (words: string): boolean => KINDS[1].test(words)

/** The kind of account that words name. */
export function accountOf(words: string): Account {
  const named = [...words.matchAll(/(?<other>微博|抖音(?:公众号|号)?|(?:微信)?视频号|头条号?|快手)|(?<wechat>微信|公众号|订阅号|服务号)|(?<all>新媒体)/g)]
  const kinds = new Set(named.map(({ groups }) => (groups!['wechat'] ? 'wechat' : groups!['other'] ? 'other' : 'all')))
  return kinds.has('all') || (kinds.has('wechat') && kinds.has('other')) || kinds.size === 0 ? 'all' : kinds.has('wechat') ? 'wechat' : 'other'
}

/** The name of an account in the words that name it. */
export const accountName = (words: string): string | undefined => /“([^”]+)”/.exec(words)?.[0]

/** One of several channels that a sentence names with their numbers behind: 网站和微信公众号分别发布信息321条、187条. */
export interface Share {
  /** It is a site; else an account of this kind. */
  readonly on: 'site' | Account
  /** The account's own name. */
  readonly name?: string
  readonly number: string
  /** Where the number stands. */
  readonly at: number
}

const ITEM = '(?:条次|余条|[条件篇份则期])'
const SHARED = new RegExp(`(?<names>[^,。;\\d]{0,60}?)(?:共|累计|全年)*分别(?:[^,。;\\d]{0,14})(?<numbers>\\d+${ITEM}(?:[、,和及与]+\\d+${ITEM})+)`, 'gd')
/** What is counted on channels and is not what they publish. */
const OF_OTHERS = /解读|留言|来信|咨询|意见|建议|提案|申请|回复|答复/
const NAMES = /(?:门户|政府|官方)*(?:网站|官网|网页)|(?:微信)?(?:公众号|订阅号|服务号)|微信|微博|抖音|视频号|头条号/g

/** Numbers of several channels behind their names, each with its own; none where there are more or fewer of them than names. */
export function sharesIn(sentence: string): Share[] {
  return [...sentence.matchAll(SHARED)].flatMap((match): Share[] => {
    if (OF_OTHERS.test(match[0])) return []
    const names = match.groups!['names']!
    const on = [...names.matchAll(NAMES)].map(([name]): Share['on'] => (/网|页/.test(name) ? 'site' : accountOf(name)))
    const start = match.indices!.groups!['numbers']![0]
    const numbers = [...match.groups!['numbers']!.matchAll(/\d+/g)].map(({ 0: number, index }) => ({ number, at: start + index }))
    // Accounts of one kind by their names: “甲”“乙”微信公众号.
    const called = names.match(/“[^”]+”/g) ?? []
    const isCalled = on.length === 1 && on[0] !== 'site' && called.length === numbers.length
    if (isCalled) return numbers.map((number, at) => ({ ...number, on: on[0]!, name: called[at]! }))
    return on.length === numbers.length ? numbers.map((number, at) => ({ ...number, on: on[at]! })) : []
  })
}
