import { remembered } from '@/domain/remembered'
import { bare, distance, likeness, tight } from './words'

/** How sure a label is: the form's own words, a known other writing, or alike. */
export type Sureness = 'exact' | 'part' | 'alike'

export interface Named<Id extends string> {
  readonly id: Id
  readonly sure: Sureness
  readonly score: number
}

export interface Likeness<Id extends string> {
  readonly id: Id
  readonly score: number
}

interface Entry<Id extends string> {
  readonly id: Id
  readonly words: string
}

export type Writings<Id extends string> = Readonly<Partial<Record<Id, readonly string[]>>>

const counted = (words: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const letter of words) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** How many characters a text shares with another, wherever they stand: no more of it can be alike. */
function shared(counts: ReadonlyMap<string, number>, words: string): number {
  let sum = 0
  const used = new Map<string, number>()
  for (const letter of words) {
    const left = (counts.get(letter) ?? 0) - (used.get(letter) ?? 0)
    if (left <= 0) continue
    used.set(letter, (used.get(letter) ?? 0) + 1)
    sum += 1
  }
  return sum
}

/** A whole note stands behind a label; one that does not end is a label broken by a line's end. */
const NOTED = /[）)]\s*$/
/** A label without the notes in brackets behind it. */
const withoutNote = (text: string): string => text.replace(/(?<=[^\s（(])[（(](?![一二三四五六七八九十\d]+[）)])[^（()）]*[）)]?/g, '')

/** A label that a narrow column cut, and says so. */
const CUT = /(?:…|\.{3})\s*$/
/** So many letters are the beginning of a name, and so sure it is then. */
const LEAST_BEGINNING = 4
const CUT_SCORE = 0.9

/** What a name of the form means, in brackets behind it: longer than any note of the form's own. */
const EXPLAINED = /[（(][^（()）]{30,}[)）]\s*$/

/** A vocabulary: official words and other writings, each without numbering and punctuation. */
export class Vocabulary<Id extends string> {
  private readonly entries: readonly Entry<Id>[]
  private readonly exact = new Map<string, Id>()
  /** Writings that are a name only with their number, by all their letters. */
  private readonly numbered = new Map<string, Id>()
  /** By the text itself: of two with the same words one may have a note in brackets, 规章（件）, where the other names nothing, 规章 件. */
  private readonly named = remembered((text) => this.nameOf(text))

  /** `numbered`: writings so short that only their number makes a name of them, such as `（一）公开`. */
  constructor(writings: Writings<Id>, numbered?: Writings<Id>) {
    for (const [id, texts] of Object.entries(numbered ?? {})) for (const text of texts as readonly string[]) this.numbered.set(tight(text), id as Id)
    this.entries = Object.entries(writings).flatMap(([id, texts]) => (texts as readonly string[]).map((text) => ({ id: id as Id, words: bare(text) })))
    for (const { id, words } of this.entries) if (!this.exact.has(words)) this.exact.set(words, id)
  }

  /** The id of exactly these words, also where what they mean is told behind them; undefined for any others. */
  is(text: string): Id | undefined {
    return this.numbered.get(tight(text)) ?? this.exact.get(bare(text)) ?? this.exact.get(bare(text.replace(EXPLAINED, '')))
  }

  /** What a label names: by its words, by a part that only one has, or by likeness where the next best is clearly less alike. */
  name(text: string): Named<Id> | null {
    const numbered = this.numbered.get(tight(text))
    if (numbered !== undefined) return { id: numbered, sure: 'exact', score: 1 }
    return this.named(text)
  }

  /** The writings of an id, without numbering and punctuation. */
  writings(id: Id): readonly string[] {
    return this.entries.filter((entry) => entry.id === id).map(({ words }) => words)
  }

  /** How alike a text is to the best writing of an id, 0 to 1. */
  likeness(text: string, id: Id): number {
    const words = bare(text)
    return Math.max(0, ...this.entries.filter((entry) => entry.id === id).map((entry) => likeness(words, entry.words)))
  }

  /** The ids whose writings are at least so alike, the likest first. */
  nearest(text: string, least: number): readonly Likeness<Id>[] {
    const words = bare(text)
    const best = new Map<Id, number>()
    const count = counted(words)
    for (const entry of this.entries) {
      const longest = Math.max(words.length, entry.words.length)
      if (shared(count, entry.words) < least * longest) continue
      const score = 1 - distance(words, entry.words) / longest
      if (score >= least && score > (best.get(entry.id) ?? 0)) best.set(entry.id, score)
    }
    const begun = CUT.test(text) ? this.beginning(words) : undefined
    if (begun !== undefined) best.set(begun, Math.max(best.get(begun) ?? 0, CUT_SCORE))
    return [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score)
  }

  /** The only id that has a writing with the beginning that a text is. */
  begun(text: string): Id | undefined {
    return this.beginning(bare(text))
  }

  /** The only id that has a writing with this beginning. */
  private beginning(words: string): Id | undefined {
    const ids = new Set(this.entries.filter((entry) => words.length >= LEAST_BEGINNING && entry.words.startsWith(words)).map(({ id }) => id))
    return ids.size === 1 ? [...ids][0] : undefined
  }

  private nameOf(text: string): Named<Id> | null {
    const words = bare(text)
    return this.same(words) ?? (NOTED.test(text) ? this.same(bare(withoutNote(text))) : null) ?? this.find(words) ?? this.find(bare(withoutNote(text)))
  }

  private same(words: string): Named<Id> | null {
    const id = this.exact.get(words)
    return id === undefined ? null : { id, sure: 'exact', score: 1 }
  }

  private find(words: string): Named<Id> | null {
    if (words.length < 3) return null
    const found = [this.part(words), this.alike(words)].filter((each) => each !== null)
    return found.sort((a, b) => b.score - a.score)[0] ?? null
  }

  /** The label holds a whole writing (the longest wins), or is a piece of the writings of one id only. */
  private part(words: string): Named<Id> | null {
    const held = this.entries.filter((entry) => entry.words.length >= 4 && words.includes(entry.words)).sort((a, b) => b.words.length - a.words.length)
    if (held[0] && held[0].words.length * 2 >= words.length) return { id: held[0].id, sure: 'part', score: held[0].words.length / words.length }
    const holders = new Set(this.entries.filter((entry) => words.length >= 4 && entry.words.includes(words)).map(({ id }) => id))
    return holders.size === 1 ? { id: [...holders][0]!, sure: 'part', score: 0.9 } : null
  }

  private alike(words: string): Named<Id> | null {
    const best = new Map<Id, number>()
    for (const entry of this.entries) best.set(entry.id, Math.max(best.get(entry.id) ?? 0, likeness(words, entry.words)))
    const [first, second] = [...best].sort((a, b) => b[1] - a[1])
    if (!first || first[1] < 0.7 || first[1] - (second?.[1] ?? 0) < 0.12) return null
    return { id: first[0], sure: 'alike', score: first[1] }
  }
}
