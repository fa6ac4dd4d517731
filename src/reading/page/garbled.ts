/** Characters that a text has where the codes of its letters are lost: control characters, those for private use, those that stand for nothing. */
const LOST = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu
const HAN = /\p{sc=Han}/gu
/** Common characters of any report, in either writing. */
const COMMON = /[的年公开開信息政府申请請数數]/g
/** So many letters tell. */
const LEAST = 100
const LEAST_HAN = 300
/** The least part of a text's characters that the common ones are. */
const LEAST_COMMON = 0.01

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whether a text cannot be what the page shows: as many of its letters are lost as are Han, or its Han make none of the commonest words. */
export function isGarbled(text: string): boolean {
  const letters = text.replace(/[\s\x20-\x7e]/g, '')
  const [lost, han] = [count(letters, LOST), count(letters, HAN)]
  if (letters.length < LEAST) return false
  return (lost >= han && lost * 5 > letters.length) || (han >= LEAST_HAN && count(letters, COMMON) < han * LEAST_COMMON)
}
