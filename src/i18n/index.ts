/** A name in the languages every entry has; other languages override by id under `names` of their locale file. */
interface Named {
  readonly zh: string
  readonly en: string
}

type Message = string | readonly [one: string, other: string]

interface Locale {
  /** The language in its own words. */
  readonly language: string
  /** Which of an entry's two names stands where the locale has none of its own. */
  readonly base: 'zh' | 'en'
  readonly messages: Readonly<Record<string, Message>>
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
  /** A number with thousands separated, `digits` decimals at most. */
  readonly number: (value: number, digits?: number) => string
}

const modules = import.meta.glob<Locale>('./locales/*.json', { eager: true, import: 'default' })

/** Every locale file by its language tag. A new language is one more file. */
export const LOCALES: Readonly<Record<string, Locale>> = Object.fromEntries(Object.entries(modules).map(([path, locale]) => [path.slice('./locales/'.length, -'.json'.length), locale]))

/** Chinese first. */
export const LANGUAGES: readonly string[] = Object.keys(LOCALES).sort((a, b) => Number(b === 'zh-CN') - Number(a === 'zh-CN') || (a < b ? -1 : 1))

export const DEFAULT_LANGUAGE = 'zh-CN'

const made = new Map<string, Words>()

/** The words of a language; an unknown one gives the default's. */
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
    return format.format(value)
  }
  const choose = (message: Message, n: unknown): string => (typeof message === 'string' ? message : plural.select(Number(n)) === 'one' ? message[0] : message[1])
  return {
    language: tag,
    number,
    name: (label, id) => (id === undefined ? undefined : locale.names?.[id]) ?? label[locale.base],
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
