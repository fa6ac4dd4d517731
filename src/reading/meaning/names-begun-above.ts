import { isBare, isOrgan } from './bare-organs'
import { LISTED } from './places'

/** What stands in a page's menus and heads, and ends like a place or in words of organs. */
const NO_PLACE = /首页|网|门户|公开|政务|信息|服务|互动|导航|频道|栏目|专区|走进|魅力|美丽|印象|关于|报告|年报|欢迎|[城都]市|[社园景小校灾库辖]区/
const PLACE = '(?:[\\u4e00-\\u9fff]{1,10}?(?:自治[区州县旗]|地区|街道|苏木|[省市县区旗州盟镇乡]))'
const PLACES = new RegExp(`^${PLACE}+$`)
const ONE_PLACE = new RegExp(`^${PLACE}$`)
const OF_PLACE = new RegExp(`^${PLACE}+`)
const OFFICE = /^办公[厅室]$/
/** A line may end in what a zone is for, the zone beginning the next one: 某经济 / 开发区管理委员会. */
const ZONE_FOR = /^[\u4e00-\u9fff]{1,10}(?:经济|技术|产业|高新|工业|旅游|保税|综合|循环|农业|物流|生态)$/
const ZONE = /^(?:开发|示范|工业|产业|园|物流|保税|度假|试验|实验|合作|集聚|高新|新)区/

/** The parts of words at each place where they may be cut, the shortest first part first. */
const cuts = (words: string, from: number, to: number): [string, string][] => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => [words.slice(0, from + at), words.slice(from + at)])

/** Whether words are places, or none, and an organ behind them. */
const isOrganOfPlace = (words: string): boolean => isOrgan(words) || (OF_PLACE.test(words) && cuts(words, 2, words.length - 1).some(([place, organ]) => PLACES.test(place) && isOrgan(organ)))

/** Whether the name of a listed place is cut between two lines, behind nothing or places, an organ following it. */
const isPlaceCut = (above: string, name: string): boolean =>
  LISTED.some((place) => cuts(place, 1, place.length - 1).some(([start, end]) => above.endsWith(start) && name.startsWith(end) && (above === start || PLACES.test(above.slice(0, -start.length))) && isOrganOfPlace(name.slice(end.length))))

/** A place that has others in it. */
const WIDE = /(?:[省市州盟]|地区|自治区)$/
/** The end of a place's name on the next line has no more letters, and its beginning not these: with more it may be a name by itself. */
const LONGEST_END = 2
const LONGEST_START = 4

/** Whether a place's name is cut between two lines behind the place that it lies in: 大同市云 / 冈区司法局. */
const isCutInPlace = (above: string, name: string): boolean =>
  cuts(name, 1, LONGEST_END).some(([end, organ]) => /[区县市旗]$/.test(end) && isOrgan(organ) && cuts(above, 2, above.length - 1).some(([place, start]) => PLACES.test(place) && WIDE.test(place) && start.length <= LONGEST_START && !isOrgan(start) && ONE_PLACE.test(`${start}${end}`)))

/** Whether a line is the place that a district lies in which a name below it begins with: 大同市 / 云冈区司法局. Counties have names of their own, and the line may be the site's. */
const isPlaceAbove = (above: string, name: string): boolean => PLACES.test(above) && WIDE.test(above) && cuts(name, 2, name.length - 1).some(([place, organ]) => ONE_PLACE.test(place) && /区$/.test(place) && isOrgan(organ))

/** Whether the line above begins a name that a title has the rest of: the place of a bare organ, or its first words, in mid-word too: 会理市退役军 / 人事务局. */
export function isBegunAbove(above: string, name: string): boolean {
  const whole = `${above}${name}`
  if (!/^[\u4e00-\u9fff]{1,24}$/.test(above) || NO_PLACE.test(above) || isOrgan(whole)) return false
  if (isPlaceCut(above, name) || isCutInPlace(above, name) || isPlaceAbove(above, name)) return true
  // Another organ's name, as of a site, goes on with its office alone.
  if (!isBare(name) || (!OFFICE.test(name) && cuts(above, 1, above.length - 1).some(([place, organ]) => PLACES.test(place) && isOrgan(organ)))) return false
  if (ZONE_FOR.test(above) && ZONE.test(name)) return true
  return cuts(whole, 2, above.length).some(([place, organ]) => PLACES.test(place) && isOrgan(organ))
}
