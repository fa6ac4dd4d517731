import { label, type Label } from '../label'

/** How a number may have become another on the way from a file to a form. */
export type Slip = 'transposed' | 'dropped' | 'added' | 'digit' | 'point' | 'sign'

export const SLIP_LABELS: Readonly<Record<Slip, Label>> = {
  transposed: label('相邻两位数字颠倒', 'two digits have changed places'),
  dropped: label('漏了一位数字', 'a digit is missing'),
  added: label('多了一位数字', 'a digit too many'),
  digit: label('一位数字不同', 'one digit differs'),
  point: label('小数点或倍数错位', 'the point has moved'),
  sign: label('多了负号', 'a minus too many'),
}

const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1)
/** Whether taking one digit out of the longer number gives the shorter one. */
const isLonger = (long: string, short: string): boolean => long.length === short.length + 1 && [...long].some((_, at) => without(long, at) === short)

function byDigits(stated: string, right: string): Slip | null {
  if (isLonger(stated, right)) return 'added'
  if (isLonger(right, stated)) return 'dropped'
  if (stated.length !== right.length || stated.length < 2) return null
  const places = [...stated].flatMap((digit, at) => (digit === right[at] ? [] : [at]))
  const [first, second] = places as [number, number]
  if (places.length === 1) return 'digit'
  return places.length === 2 && second === first + 1 && stated[first] === right[second] && stated[second] === right[first] ? 'transposed' : null
}

const isPowerOfTen = (ratio: number): boolean => Math.abs(Math.log10(ratio) - Math.round(Math.log10(ratio))) < 1e-9

/** The slip of the pen that makes one number of another; null where none is seen: of numbers with one digit each is as near as any other. */
export function slipOf(stated: number, right: number): Slip | null {
  if (stated === right || stated === 0 || right === 0) return null
  if (stated === -right) return 'sign'
  if (stated < 0 || right < 0) return null
  if (Number.isInteger(stated) && Number.isInteger(right)) {
    const slip = byDigits(String(stated), String(right))
    if (slip) return slip
  }
  return isPowerOfTen(stated / right) ? 'point' : null
}

const ODDS: Readonly<Record<Slip, number>> = { sign: 0, transposed: 0, point: 0.3, dropped: 0.5, added: 0.5, digit: 1 }
/** Where a single digit stands for another nothing can be seen of it; other numbers are less likely to be mistaken for one another. */
const [SINGLE, FAR] = [1, 3] as const

/** How unlikely it is that one number was written for another: 0 for the likeliest, up to 3. */
export function unlikeliness(stated: number, right: number): number {
  const slip = slipOf(stated, right)
  if (slip) return ODDS[slip]
  return stated >= 0 && right >= 0 && stated < 10 && right < 10 ? SINGLE : FAR
}
