const GOVERNMENT_ORGANS = '(?:党政综合|党政|综合|政府)?(?:办公[厅室](?:[\\u4e00-\\u9fff]{2,8}[科股处])?|政务公开[\\u4e00-\\u9fff]*|信息公开[\\u4e00-\\u9fff]*|政府信息公开[\\u4e00-\\u9fff]*|政务服务[\\u4e00-\\u9fff]*|电子政务[\\u4e00-\\u9fff]*)'
const OFFICE_OF_GOVERNMENT = new RegExp(`^(.{2,}?(?:人民政府|(?:省|市|县|区|州|盟|旗|镇|乡)政府))${GOVERNMENT_ORGANS}$`)
const OFFICE_OF_ORGAN = /^(.{3,}?(?:委员会|委|局|厅|院|署|管委会|中心|办事处|[支大总]队|联合会|集团|公司|(?:高新|开发)区)(?:\([^()]+\))?)(?:(?:党政|综合|政务公开|政府信息公开|信息公开|领导小组)*办公[厅室]|信息中心)$/
/** A section of an organ. */
const SECTION = /^(.{3,}(?:局|委员会|办公[厅室]|厅|中心|院|署))[\u4e00-\u9fff]{2,6}[处科股]$/
/** The office of a street, and the group that a place's government has for this work. */
const OFFICE_OF_STREET = /^(.{2,}街道)(?:党政|综合|党工委)*办(?:公室)?$/
const GROUP_OF_PLACE = /^(.{2,}[县市区镇乡])(?:政府|政务)?信息公开(?:工作)?领导小组(?:办公室)?$/
/** How the text speaks as an office, and as a government's centre. */
const AS_OFFICE = /我办|本办(?!法)/
const AS_CENTRE = /我中心|本中心/

/** Commissions of the party have their offices report: 中共某县委网络安全和信息化委员会办公室. */
const OFFICE_OF_PARTY = /^(?:中共|中国共产党)|[省市县区州盟旗]委[\u4e00-\u9fff]{2,}委员会办公室$/

/** The organ behind one of its offices, which is whom a reader may ask: 某委员会办公室 → 某委员会. An office that the text speaks as (我办) reports for itself. */
export function behindOffice(name: string, text: string): string {
  const organ = SECTION.exec(name)?.[1]
  if (organ !== undefined) return behindOffice(organ, text)
  const street = OFFICE_OF_STREET.exec(name)?.[1]
  if (street !== undefined) return street
  if (OFFICE_OF_PARTY.test(name) || (name.endsWith('中心') ? AS_CENTRE : AS_OFFICE).test(text)) return name
  const place = GROUP_OF_PLACE.exec(name)?.[1]
  return place ? `${place}人民政府` : ((OFFICE_OF_GOVERNMENT.exec(name) ?? OFFICE_OF_ORGAN.exec(name))?.[1] ?? name)
}

/** A government calls itself no 单位, and its place 我市. */
const AS_UNIT = /(?:我|本)单位/
const AS_PLACE = /我(?:省|市|县|区|州|盟|旗|镇|乡)(?!直|级|长|委)/

/** The organ behind an office that a sentence names as the report's author: a government's office that the text speaks as (我单位) reports for itself. */
export const behindAuthor = (name: string, text: string): string => (OFFICE_OF_GOVERNMENT.test(name) && AS_UNIT.test(text) && !AS_PLACE.test(text) ? name : behindOffice(name, text))
