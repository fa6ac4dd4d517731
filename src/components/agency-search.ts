import type { Agency } from '@/domain/table'

/** How a character is read in pinyin, without tones, every reading of it; none for what is not Chinese. */
export type Readings = (character: string) => readonly string[]

let loading: Promise<Readings> | null = null

/** The readings of Chinese characters; a file of its own, fetched when first asked for. */
export function loadReadings(): Promise<Readings> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, readonly string[]>()
    return (character) => {
      let found = known.get(character)
      if (!found) {
        found = isChinese(character) ? [...new Set(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }))] : []
        known.set(character, found)
      }
      return found
    }
  })
  loading.catch(() => (loading = null))
  return loading
}

/** Whether the words typed are letters, so that pinyin may be meant. */
export const needsReadings = (query: string): boolean => /[a-z]/i.test(query)

const isChinese = (character: string): boolean => /\p{Script=Han}/u.test(character)

/** Characters that people leave out when they spell a name. */
const LEFT_OUT = /[省市区县（）()·\s]/

const placeOf = (agency: Agency): string => `${agency.province}${agency.city}${agency.county}`

/**
 * The agencies that a reader looks for, the closest first: by characters of the name, by words of name and region (blank-separated, all must fit),
 * and only where that finds none: by characters in their order with others between, or, when readings are given, by pinyin, whole or initials or both mixed.
 * An empty query gives all.
 */
export function searchAgencies(agencies: readonly Agency[], query: string, readings: Readings | null): readonly Agency[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return agencies
  const ranked: Agency[][] = [[], [], []]
  for (const agency of agencies) {
    const rank = rankOf(agency, words)
    if (rank >= 0) ranked[rank]!.push(agency)
  }
  const close = ranked.flat()
  return close.length > 0 ? close : agencies.filter((agency) => words.every((word) => resembles(agency, word, readings)))
}

/** The initials of a Latin name by its capitals: Central Intelligence Agency → cia. */
const initialsOf = (name: string): string => (name.match(/\b[A-Z](?=[a-z])/g) ?? []).join('').toLowerCase()

function rankOf(agency: Agency, words: readonly string[]): number {
  const name = agency.name.toLowerCase()
  const whole = words.join('')
  if (name.startsWith(whole)) return 0
  if (name.includes(whole) || (words.length === 1 && initialsOf(agency.name) === whole)) return 1
  const place = placeOf(agency).toLowerCase()
  return words.every((word) => name.includes(word) || place.includes(word)) ? 2 : -1
}

function resembles(agency: Agency, word: string, readings: Readings | null): boolean {
  const name = agency.name.toLowerCase()
  const place = placeOf(agency).toLowerCase()
  if (name.includes(word) || place.includes(word) || inOrder(name, word)) return true
  return readings !== null && /^[a-z]+$/.test(word) && (spells(name, word, readings) || spells(place, word, readings))
}

function inOrder(text: string, word: string): boolean {
  if (word.length < 2 || !isChinese(word[0]!)) return false
  let at = 0
  for (const character of word) {
    at = text.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Whether the letters spell a stretch of the text. */
function spells(text: string, letters: string, readings: Readings): boolean {
  for (let start = 0; start < text.length; start += 1) {
    if (readings(text[start]!).some((reading) => reading[0] === letters[0]) && spelledFrom(text, start, letters, 0, readings)) return true
  }
  return false
}

function spelledFrom(text: string, at: number, letters: string, done: number, readings: Readings): boolean {
  if (done === letters.length) return true
  const character = text[at]
  if (character === undefined) return false
  for (const reading of readings(character)) {
    if (reading[0] !== letters[done]) continue
    if (reading.startsWith(letters.slice(done))) return true
    if (letters.startsWith(reading, done) && spelledFrom(text, at + 1, letters, done + reading.length, readings)) return true
    if (spelledFrom(text, at + 1, letters, done + 1, readings)) return true
  }
  return done > 0 && LEFT_OUT.test(character) && spelledFrom(text, at + 1, letters, done, readings)
}

/** Where an agency lies whose name says neither province nor city, to tell namesakes apart; '' for the others. */
export function regionBeyondName({ name, province, city, county }: Agency): string {
  const places = [...new Set([province, city, county])].filter((place) => place !== '')
  return places.slice(0, 2).some((place) => name.includes(place)) ? '' : places.filter((place) => !name.includes(place)).join(' ')
}

/** Fields to group agencies by; the package is one where several are open together. */
export const GROUPINGS = ['package', 'province', 'level', 'category'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface AgencyGroup {
  readonly name: string
  readonly agencies: readonly Agency[]
}

/** What an agency says of a field, without what it does not say. */
export const groupsOf = (agency: Agency, by: Grouping): readonly string[] => (by === 'package' ? (agency.packages ?? []) : agency[by] === '' ? [] : [agency[by]])

/** Agencies by a field, the largest group first; one without the field stands in a group named ''. Those of several packages stand in each. */
export function groupAgencies(agencies: readonly Agency[], by: Grouping): AgencyGroup[] {
  const groups = new Map<string, Agency[]>()
  for (const agency of agencies) {
    const names = groupsOf(agency, by)
    for (const name of names.length > 0 ? names : ['']) {
      const group = groups.get(name)
      if (group) group.push(agency)
      else groups.set(name, [agency])
    }
  }
  return [...groups].map(([name, members]) => ({ name, agencies: members })).sort((a, b) => Number(a.name === '') - Number(b.name === '') || b.agencies.length - a.agencies.length)
}
