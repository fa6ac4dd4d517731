import type { ChartContext } from './chart'

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
