import { areAbove } from './regions'

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/管委会$/, '管理委员会'],
  [/(?<!管理)委$/, '委员会'],
  [/办$/, '办公室'],
  [/联$/, '联合会'],
]
/** A zone whose name is shortened, too. */
const SHORT_ZONE = /(?:经开|高新)区.*$/
const PLACE = /^[\u4e00-\u9fff]{2,6}?[省市县区州盟旗镇乡]/

/** Whether the characters of one name stand in the other one in the same order. */
function inOrder(short: string, full: string): boolean {
  let at = 0
  for (const character of full) if (character === short[at]) at += 1
  return at === short.length
}

/** Whether a name becomes the other one by words put in at one place: 农业局 in 农业农村局 is another name, and no abbreviation. */
function isEnlarged(short: string, full: string): boolean {
  const start = [...short].findIndex((character, at) => character !== full[at])
  return start < 0 || full.endsWith(short.slice(start))
}

/** A branch as it is called in its place: 海淀公安分局 of 北京市公安局海淀分局. */
function isBranch(short: string, full: string): boolean {
  const [, place, organ] = /^([\u4e00-\u9fff]{2,3}?)[区县]?(公安|生态环境|自然资源|规划|税务|市场监管)分局$/.exec(short) ?? []
  return place !== undefined && new RegExp(`${organ}[\\u4e00-\\u9fff]{0,6}局${place}[区县]?分局$`).test(full)
}

/** A prefecture of a people as it is called for short: 巴州 of 巴音郭楞蒙古自治州. */
function isOfPrefecture(short: string, full: string): boolean {
  const [, place, organ] = /^([\u4e00-\u9fff]{1,3})州([\u4e00-\u9fff]{2,})$/.exec(short) ?? []
  return place !== undefined && new RegExp(`^${place}[\u4e00-\u9fff]{2,12}自治州${organ}$`).test(full)
}

/** Where a name may begin within a longer one: behind the regions above it, or behind its own place. */
function beginnings(short: string, full: string): number[] {
  const place = PLACE.test(short.replace(SHORT_ZONE, ''))
  return [...full].flatMap((_, at) => (full.startsWith(short.slice(0, place ? 2 : 1), at) && (at === 0 || (place ? areAbove(full.slice(0, at)) : /[市县区州盟旗镇乡]$/.test(full.slice(0, at)))) ? [at] : []))
}

/** Whether a name is the other one as people of the place abbreviate it: 宝山区建交委 of 上海市宝山区建设和交通委员会. Both name the same place, if any, and the same kind of organ. */
export function abbreviates(short: string, full: string): boolean {
  if (short.length < 3 || short.length >= full.length || full.endsWith(short) || full === `${short}办公室`) return false
  const called = short.replace('人民政府', '政府')
  const place = PLACE.exec(called.replace(SHORT_ZONE, ''))?.[0] ?? called.slice(0, SHORT_ZONE.test(called) ? 2 : 1)
  return isBranch(short, full) || isOfPrefecture(short, full) || beginnings(short, full).some((from) => {
    const name = full.slice(from).replace('人民政府', '政府')
    const ending = ENDINGS.find(([pattern, spelt]) => pattern.test(called) && name.endsWith(spelt))
    const whole = ending ? called.replace(ending[0], ending[1]) : called
    return name.startsWith(place) && name.at(-1) === whole.at(-1) && inOrder(whole, name) && (ending !== undefined || whole === name || !isEnlarged(whole, name))
  })
}

/** Whether two names may be one organ's: with its region and without, spelt out and abbreviated, or a place's government and its office. */
export const areKin = (one: string, other: string): boolean => [[one, other] as const, [other, one] as const].some(([short, full]) => full.startsWith(short) || full.endsWith(short) || abbreviates(short, full))
