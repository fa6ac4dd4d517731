import { COUNTY_CITIES } from './county-cities'
import { PREFECTURES } from './prefectures'

/** Where an agency is, in names of regions; '' where its name does not say so. */
export interface Places {
  readonly province: string
  readonly city: string
  readonly county: string
}

const PROVINCES = Object.keys(PREFECTURES)

const suffixed = (name: string): string => (/(?:[州盟区]|地区)$/.test(name) && name.length > 2 ? name : `${name}市`)

/** The province of each city, prefecture and league; longer names first. */
const CITIES: readonly { readonly city: string; readonly province: string }[] = Object.entries(PREFECTURES)
  .flatMap(([province, names]) => names.split(' ').filter(Boolean).map((name) => ({ city: suffixed(name), province })))
  .sort((a, b) => b.city.length - a.city.length)

/** The province of each county-level city. */
const PROVINCE_OF: ReadonlyMap<string, string> = new Map(Object.entries(COUNTY_CITIES).flatMap(([province, names]) => names.split(' ').map((name) => [`${name}市`, province] as const)))

/** Provinces, cities, prefectures, leagues and county-level cities by their whole names. */
export const LISTED: readonly string[] = [...PROVINCES, ...CITIES.map(({ city }) => city), ...PROVINCE_OF.keys()]

/** Organs above that a name begins with where its agency is led from above: 国家税务总局淮安市税务局. */
const LED_FROM_ABOVE = /^(?:国家[\u4e00-\u9fff]{2,4}总局|中华人民共和国)/
/** Committees of the party say so before their place. */
const PARTY = /^(?:中共|中国共产党)/
const COUNTY = /^[\u4e00-\u9fff]{1,9}?[县区旗市]/
const DISTRICT = /^[\u4e00-\u9fff]{1,4}?[县区旗]/
/** What ends like a county and is none: 城市管理局, 社区, 经济开发区; a new area (新区) is one below a city, as 浦东新区. */
const NO_COUNTY = /^(?:城市|都市|市政市)$|(?:社|景|园|库|山|牧|灾|辖|地|小|保护|开发|高新|保税|示范|试验|实验|投资|商务|文教|工业|度假|合作|管理)区$|[局委厅部院]/
const NEW_AREA = /新区$/
/** Below a city that is named, a district may be called after a hill or a garden: 宝山区, 绿园区; parks are named by more. */
const DISTRICT_OF_CITY = /^(?:[\u4e00-\u9fff]{1,2}山|[\u4e00-\u9fff]园|[\u4e00-\u9fff]库|[\u4e00-\u9fff]景)区$/

/**
 * The province, city and county that an agency's full name begins with; the province of a city besides, also of a county-level one, which its name alone
 * tells. Nothing is concluded from the kind of agency or its rank; another county without what is above it stands alone, since several provinces may have one of its name.
 */
export function placesIn(agency: string): Places {
  const name = agency.replace(LED_FROM_ABOVE, '').replace(PARTY, '')
  const stated = PROVINCES.find((province) => name.startsWith(province))
  const below = name.slice(stated?.length ?? 0)
  const city = CITIES.find((each) => below.startsWith(each.city) && (stated === undefined || each.province === stated))
  const rest = below.slice(city?.city.length ?? 0)
  const found = [...PROVINCE_OF.keys()].find((listed) => rest.startsWith(listed)) ?? COUNTY.exec(rest)?.[0] ?? ''
  // A city that is not listed has a district below it: of the two that is the county.
  const district = city === undefined && found.endsWith('市') ? (DISTRICT.exec(rest.slice(found.length))?.[0] ?? '') : ''
  const isCity = district !== '' && !NO_COUNTY.test(district) && !NEW_AREA.test(district)
  const county = isCity ? district : found
  const isBelowCity = rest !== below || PREFECTURES[stated ?? ''] === ''
  const isCounty = (!NO_COUNTY.test(county) || (isBelowCity && DISTRICT_OF_CITY.test(county))) && !(NEW_AREA.test(county) && rest === name)
  // A municipality is its own city.
  return { province: stated ?? city?.province ?? (isCounty ? PROVINCE_OF.get(county) : undefined) ?? '', city: city?.city ?? (isCity ? found : PREFECTURES[stated ?? ''] === '' ? stated! : ''), county: isCounty ? county : '' }
}
