import type { ChartContext } from './chart'
import { signsOf } from './doubts'
import { fitted, textWidth } from './text'

/** A shortened name may start after the name of a place: 江苏省 淮安市 洪泽区. */
const PLACE_END = /[省市区县州盟旗]/

/**
 * Names without the places all of them start with, so that what differs stays readable (重庆市教育局, 重庆市民政局 → 教育局, 民政局).
 * Nothing is dropped when there is one name, or when less than two characters would remain.
 */
export function shortNames(names: readonly string[]): string[] {
  const first = names[0] ?? ''
  if (new Set(names).size < 2) return [...names]
  let common = 0
  while (common < first.length && names.every((name) => name[common] === first[common])) common += 1
  while (common > 0 && !(PLACE_END.test(first[common - 1]!) && names.every((name) => name.length - common >= 2))) common -= 1
  return names.map((name) => name.slice(common))
}

/** The names of the slice's subjects as a picture shows them: shortened, a region's figures marked where offices' own may stand beside them. */
export function subjectNames({ slice, selection, words }: ChartContext): string[] {
  const names = shortNames(slice.subjects.map(({ name }) => name))
  return selection.scope === 'region' ? names : names.map((name, at) => (slice.subjects[at]!.regional ? words.t('chart.regional', { name }) : name))
}

/** The same with the signs of what is in doubt about an agency's figures, for pictures whose marks have no room for them. */
export function signedNames(context: ChartContext): string[] {
  const { observations } = context.slice
  return subjectNames(context).map((name, at) => [signsOf(...observations.filter(({ subject, value }) => subject === at && value !== null)), name].filter((part) => part !== '').join(' '))
}

/** Names without what all of them start with, where that is more than a few letters: never half a number, nor half a word of letters. Nothing is dropped from a single name. */
export function withoutStart(names: readonly string[]): string[] {
  const first = names[0] ?? ''
  if (new Set(names).size < 2) return [...names]
  let common = 0
  while (common < first.length && names.every((name) => name[common] === first[common])) common += 1
  const start = first.slice(0, common).replace(/[A-Za-z\d]+$/, '')
  return start.length < 3 ? [...names] : names.map((name) => name.slice(start.length).trimStart())
}

/** A name that is too long first loses the words that another name starts with too: 'Department of Justice' among departments is '…Justice'. */
export function fittedAmong(name: string, names: readonly string[], size: number, width: number): string {
  const words = name.split(' ')
  // Letters may run wider than estimated; Chinese characters do not.
  const room = words.length > 1 ? width * 0.9 - 6 : width
  if (textWidth(name, size) <= room) return name
  const start = (count: number): string => `${words.slice(0, count).join(' ')} `
  let shared = 0
  while (shared < words.length - 1 && names.some((other) => other !== name && other.startsWith(start(shared + 1)))) shared += 1
  return fitted(shared > 0 ? `…${words.slice(shared).join(' ')}` : name, size, room)
}
