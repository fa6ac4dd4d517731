const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/

/** Width of a text in CSS pixels, estimated without a canvas: Chinese characters are square, others a little over half as wide. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? size : size * 0.57
  return Math.ceil(width)
}

/** The text, shortened with an ellipsis where it is wider than `width`. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop()
  return `${characters.join('')}…`
}

/** Text written downwards, a line each: Chinese characters one by one, numbers, words and brackets as they stand. */
export const downwards = (text: string): string[] => text.match(/\([A-Za-z\d]+\)|[A-Za-z]+|\d+|./gu) ?? []

/** The text, shortened with an ellipsis where it would take more than `most` lines downwards. */
export function fittedDown(text: string, most: number): string {
  const lines = downwards(text)
  return lines.length <= most ? text : `${lines.slice(0, most - 1).join('')}…`
}

/** The text in lines no wider than `width`: Chinese breaks anywhere, other words at spaces. */
export function wrapped(text: string, size: number, width: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]|[^\s\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]+\s*|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = piece
    } else line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
