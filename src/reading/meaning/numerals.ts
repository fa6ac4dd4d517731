import { COUNTERS } from './units'
import { tight } from './words'

export const DIGITS = '〇一二三四五六七八九'
/** What is written for the zero among them, the letter o of any alphabet too. */
export const ZEROS = '〇零○◯oOОоΟο'
const ZERO = new RegExp(`[${ZEROS}]`, 'g')
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const NUMERAL = /^[〇零○◯一二两三四五六七八九十百千万]+$/
/** A unit at the end of what counts something. */
export const UNIT_BEHIND = new RegExp(`(?<=.)[${COUNTERS}]$`)
/** Letters that are typed for digits, among digits; for a one also alone. */
const LETTERED = /^(?:(?=.*\d)[\doOlI]+|[lI])$/
/** Letters and circles that stand for a zero where numbers stand. */
const LONE_ZERO = /^[〇○◯oO]$/

/** A number below ten thousand in Chinese characters, with units (三百零五) or without (二〇五); null where it is none. */
function below(text: string): number | null {
  if (text.length > 1 && !/[十百千]/.test(text)) return Number([...text].map((letter) => DIGITS.indexOf(letter)).join(''))
  let sum = 0
  let digit = -1
  for (const letter of text) {
    const unit = UNITS[letter]
    if (unit === undefined && digit > 0) return null
    if (unit !== undefined) sum += (digit < 0 ? 1 : digit) * unit
    digit = unit === undefined ? DIGITS.indexOf(letter) : -1
  }
  return sum + Math.max(digit, 0)
}

/** A change in words or by an arrow: 减1, 增加3, ↓2. */
const CHANGE = /^(?:(减少?|下降|[↓▼])|增加?|上升|[↑▲])了?(\d+)$/

/** Whether a text is a change in words or by an arrow, with its unit or without, and nothing else. */
export const isChange = (text: string): boolean => CHANGE.test(tight(text).replace(UNIT_BEHIND, ''))

/** Whether a text is a letter or circle alone that stands for a zero where numbers stand. */
export const isLoneZero = (text: string): boolean => LONE_ZERO.test(tight(text))

/** The digits of a cell that holds a number in Chinese characters and nothing else, with its unit or without, or a change in words; a circle or the letter O alone is a zero, and letters that look like digits are these among others, l and I also alone. Null for any other text. */
export function digitsOf(text: string): string | null {
  const words = tight(text).replace(UNIT_BEHIND, '')
  const change = CHANGE.exec(words.normalize('NFKC'))
  if (change) return `${change[1] ? '-' : ''}${change[2]}`
  if (isLoneZero(words)) return '0'
  if (LETTERED.test(words) && /[oOlI]/.test(words)) return words.replace(/[oO]/g, '0').replace(/[lI]/g, '1')
  if (!NUMERAL.test(words)) return null
  const parts = words.replace(ZERO, '〇').replace(/两/g, '二').split('万')
  if (parts.length > 2) return null
  const numbers = parts.map((part) => (part === '' ? 0 : below(part)))
  if (numbers.includes(null) || (parts.length === 2 && parts[0] === '')) return null
  return String(numbers.reduce<number>((sum, number) => sum * 10_000 + number!, 0))
}
