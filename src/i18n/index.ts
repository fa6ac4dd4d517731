import chinese from './locales/zh-CN.json'

/** By tag (vite.config.ts). */
declare const LANGUAGE_NAMES: Readonly<Record<string, string>>

/** A name in the languages every entry has; other languages override by id under `names` of their locale file. */
interface Named {
  readonly zh: string
  readonly en: string
}

type Message = string | readonly [one: string, other: string]

interface Locale {
  /** Which of an entry's two names stands where the locale has none of its own. */
  readonly base: string
  readonly messages: Record<string, Message>
  readonly names?: Readonly<Record<string, string>>
}

export type Params = Readonly<Record<string, string | number>>

/** Words and numbers in one language. */
export interface Words {
  readonly language: string
  /** The message of a key; `{name}` is replaced by a parameter, `{n}` also chooses one/other. A missing key throws in tests and shows itself on screen. */
  readonly t: (key: string, params?: Params) => string
  /** An entry's name; `id` lets a third language override it. */
  readonly name: (label: Named, id?: string) => string
  /** A number with thousands separated, `digits` decimals at most, and a minus where it is negative. */
  readonly number: (value: number, digits?: number) => string
}

/** Chinese first: it is there at once, the others when a reader wants them. */
export const DEFAULT_LANGUAGE = 'zh-CN'

const others = import.meta.glob<Locale>(['./locales/*.json', '!./locales/zh-CN.json'], { import: 'default' })
const pathOf = (tag: string): string => `./locales/${tag}.json`
const tagOf = (path: string): string => path.slice('./locales/'.length, -'.json'.length)

/** The language tags there are, one for each file. A new language is one more file. */
export const LANGUAGES: readonly string[] = [DEFAULT_LANGUAGE, ...Object.keys(others).map(tagOf).sort()]

/** The locale files fetched so far, by language tag. */
export const LOCALES: Record<string, Locale> = { [DEFAULT_LANGUAGE]: { ...chinese, messages: { ...chinese.messages } as Record<string, Message> } }

/** Words that travel with what says them, one file a language: of the charts, and of pages that open later (import, checks, problems). */
const GROUPS = {
  charts: import.meta.glob<Pick<Locale, 'messages'>>('./locales/charts/*.json', { import: 'default' }),
  later: import.meta.glob<Pick<Locale, 'messages'>>('./locales/later/*.json', { import: 'default' }),
} as const
type Group = keyof typeof GROUPS
const complete = new Set<string>()
const wanted = new Set<Group>()

const wordsPath = (group: Group, tag: string): string => `./locales/${group}/${tag}.json`

async function complement(tag: string, group: Group): Promise<void> {
  const path = wordsPath(group, tag)
  const load = complete.has(path) ? undefined : GROUPS[group][path]
  if (!load) return
  Object.assign(LOCALES[tag]!.messages, (await load()).messages)
  complete.add(path)
}

/** Fetches the words of a language; at once when they are there or there are none. Rejects when they cannot be had. */
export async function loadLanguage(tag: string): Promise<void> {
  const load = tag in LOCALES ? undefined : others[pathOf(tag)]
  if (load) LOCALES[tag] = await load()
  const lacking = tag in LOCALES ? [...wanted].filter((group) => !complete.has(wordsPath(group, tag))) : []
  if (lacking.length > 0) await Promise.all(lacking.map((group) => complement(tag, group)))
}

/** A view that opens later, with its words (all there are, or those of a group) in the languages fetched so far. */
export async function withWords<View>(view: Promise<View>, ...groups: readonly Group[]): Promise<View> {
  const all = groups.length > 0 ? groups : (Object.keys(GROUPS) as Group[])
  for (const group of all) wanted.add(group)
  const [loaded] = await Promise.all([view, ...all.flatMap((group) => Object.keys(LOCALES).map((tag) => complement(tag, group)))])
  return loaded
}

/** The language in its own words; the build looks them up, as a browser takes long to. */
export const languageName = (tag: string): string => LANGUAGE_NAMES[tag] ?? tag

const made = new Map<string, Words>()

/** The words of a language; one that is not known or not fetched gives the default's. */
export function wordsOf(language: string): Words {
  const tag = language in LOCALES ? language : DEFAULT_LANGUAGE
  const known = made.get(tag)
  if (known) return known
  const words = makeWords(tag, LOCALES[tag]!)
  made.set(tag, words)
  return words
}

function makeWords(tag: string, locale: Locale): Words {
  const plural = new Intl.PluralRules(tag)
  const formats = new Map<number, Intl.NumberFormat>()
  const number = (value: number, digits = 0): string => {
    let format = formats.get(digits)
    if (!format) formats.set(digits, (format = new Intl.NumberFormat(tag, { maximumFractionDigits: digits })))
    return format.format(value).replace('-', '−')
  }
  const choose = (message: Message, n: unknown): string => (typeof message === 'string' ? message : plural.select(Number(n)) === 'one' ? message[0] : message[1])
  return {
    language: tag,
    number,
    name: (label, id) => (id === undefined ? undefined : locale.names?.[id]) ?? label[locale.base === 'zh' ? 'zh' : 'en'],
    t: (key, params = {}) => {
      const message = locale.messages[key]
      if (message === undefined) return key
      return choose(message, params.n).replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = params[name]
        return value === undefined ? whole : typeof value === 'number' ? number(value) : value
      })
    },
  }
}
