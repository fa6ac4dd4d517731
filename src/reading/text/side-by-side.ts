import { isValue } from '../meaning/values'
import type { Item } from '../page/geometry'
import { hasHan, tight } from '../meaning/words'

/** Where the right one of two texts side by side starts in a line: at the first piece that the line has already had. */
export function seam(pieces: readonly Item[]): number | null {
  const seen = new Set<string>()
  for (const [at, { text, x }] of pieces.entries()) {
    const words = tight(text)
    const first = pieces.findIndex((piece) => tight(piece.text) === words)
    if (hasHan(words) && words.length > 1 && !isValue(text) && seen.has(words) && first <= 1 && at >= 1 && at - first >= pieces.length / 2 - 1) return first === 0 ? x : pieces[at - first]!.x
    seen.add(words)
  }
  return null
}

const YEARS = /^[^\d]*(20[0-3]\d)\s*年?\s*(?:报告|年报|年度报告|年)?[^\d]*$/

/** A line in pieces; `seam`: where the right one of two texts starts in it. */
export interface Laid {
  readonly line: number
  readonly page: number
  readonly pieces: readonly Item[]
  readonly words: readonly Item[]
  readonly seam: number | null
}

/** The nearest seam above or below a line. */
function seamNear(lines: readonly Laid[], at: number): number | null {
  for (let off = 0; off <= 40; off += 1) {
    const near = [lines[at - off]?.seam, lines[at + off]?.seam].filter((each) => each !== null && each !== undefined)
    if (near.length > 0) return Math.min(...(near as number[]))
  }
  return null
}

/** Prose set in two columns: the gap that most lines around have. */
const proseSeam = ({ pieces }: Laid): number | null => (pieces.length === 2 && pieces.every(({ text }) => hasHan(text)) && pieces[1]!.x > 20 ? pieces[1]!.x : null)

/** The lines of two texts side by side as two texts; null where the lines are one. */
export function sideBySide(laid: readonly Laid[]): { years: readonly (string | null)[]; sides: Laid[][] } | null {
  if (laid.filter(({ seam: own }) => own !== null).length < 8) return null
  const heading = laid.find(({ pieces }) => pieces.length === 2 && pieces.every(({ text }) => YEARS.test(text)))
  const years: readonly (string | null)[] = heading ? heading.pieces.map(({ text }) => YEARS.exec(text)![1]!) : [null, null]
  const sides: [Laid[], Laid[]] = [[], []]
  let whole: number | null = null
  laid.forEach((each, at) => {
    const caption = each.pieces.length === 1 ? YEARS.exec(each.pieces[0]!.text)?.[1] : undefined
    if (caption !== undefined && years.includes(caption)) whole = years.indexOf(caption)
    if (whole !== null && /^[五六]、/.test(each.pieces[0]?.text ?? '')) whole = null
    if (whole !== null) return void sides[whole]!.push(each)
    const near = each.seam ?? proseSeam(each) ?? (each.pieces.length === 1 ? (each.pieces[0]!.x > 20 ? each.pieces[0]!.x : Infinity) : seamNear(laid, at))
    const cut = near === null ? Infinity : near
    sides[0].push({ ...each, pieces: each.pieces.filter(({ x }) => x < cut - 0.5), words: each.words.filter(({ x }) => x < cut - 0.5) })
    // The right side starts further left or right from line to line: it is counted from its own seam.
    const from = each.seam ?? seamNear(laid, at) ?? 0
    const right = (items: readonly Item[]): Item[] => items.filter(({ x }) => x >= cut - 0.5).map((item) => ({ ...item, x: item.x - from }))
    sides[1].push({ ...each, pieces: right(each.pieces), words: right(each.words) })
  })
  return { years, sides }
}
