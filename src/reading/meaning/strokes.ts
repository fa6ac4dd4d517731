import type { Entry, Piece } from './entries'
import { tight } from './words'

/** The character 一, which is typed for a dash as well. */
export const STROKE = '一'
/** What it is read as where it is none of a text's numbers. */
export const DASH = '—'
/** A circle alone may be a zero in any script. */
const HAN = /^(?!〇$)[〇零一二两三四五六七八九十百千万]+[件项个条]?$/

/** Whether 一 stands for a dash among such numbers: some are in digits, and none but it in Chinese characters. `written`: each as written. */
export function areDashes(written: readonly string[]): boolean {
  const numbers = written.map(tight)
  return numbers.includes(STROKE) && numbers.some((text) => /\p{Nd}/u.test(text)) && !numbers.some((text) => text !== STROKE && HAN.test(text))
}

const writtenOf = ({ text, raw }: Piece): string => raw ?? text
const isStroke = (piece: Piece): boolean => tight(writtenOf(piece)) === STROKE

/** Entries of which a value 一 is a dash where all other numbers are in digits; as they are where it is the number that it means. */
export function withDashes(entries: readonly Entry[]): Entry[] {
  if (!areDashes(entries.flatMap(({ values }) => values.map(writtenOf)))) return [...entries]
  return entries.map((entry) => (entry.values.some(isStroke) ? { ...entry, values: entry.values.map((piece) => (isStroke(piece) ? { ...piece, text: DASH, raw: writtenOf(piece) } : piece)) } : entry))
}

/** A word alone between blanks, bars and the ends of a line. */
const WORDS = /(?<=^|[\s|｜│])[^\s|｜│]+(?=[\s|｜│]|$)/gm
/** The number of a heading that a blank parts from its words: 二 主动公开政府信息情况. */
const HEADED = /^\s*[一二三四五六七八九十]+[^\S\n]+(?=[\u4e00-\u9fff]{2})/

/** A text whose numbers are in digits with a dash for each 一 that stands alone; as it is where others stand in Chinese characters, too. */
export function withDashesFor(text: string): string {
  const lines = text.split('\n')
  const words = lines.flatMap((line) => line.replace(HEADED, '').match(WORDS) ?? []).filter((word) => /^\p{Nd}/u.test(word) || HAN.test(word))
  if (!areDashes(words)) return text
  return lines.map((line) => (HEADED.test(line) ? line : line.replace(WORDS, (word) => (word === STROKE ? DASH : word)))).join('\n')
}
