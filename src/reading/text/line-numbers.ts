/** A number in front of a line, and what parts it from the line's own text: a tab, a sign, a blank, or nothing where the line is blank. */
const NUMBERED = /^([ \u00a0]*)(\d{1,5})(\t|[:：|│.、)）](?: ?)|[ \u00a0]|(?=\r?$))/

/** A text of fewer lines may start each with a number of its own. */
const LEAST_LINES = 20
/** So large a part of the lines with text has a number in front, and of the numbers is larger than the one before or starts anew. */
const MOSTLY = 0.95

/** The numbers in front of lines; null where a line has none. */
const numberOf = (line: string): number | null => {
  const found = NUMBERED.exec(line)
  return found ? Number(found[2]) : null
}

/** Whether numbers count lines: each is larger than the one before it, or the first of another page. */
function count(numbers: readonly number[]): boolean {
  const going = numbers.slice(1).filter((number, at) => number > numbers[at]! || number === 1)
  return going.length >= (numbers.length - 1) * MOSTLY && numbers.filter((number) => number === 1).length * LEAST_LINES <= numbers.length + LEAST_LINES
}

/** The text without numbers that count its lines: editors and programs that list lines write one in front of each. */
export function withoutLineNumbers(text: string): string {
  const lines = text.split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  const numbers = filled.flatMap((line) => numberOf(line) ?? [])
  if (filled.length < LEAST_LINES || numbers.length < filled.length * MOSTLY || !count(numbers)) return text
  return lines.map((line) => line.replace(NUMBERED, '')).join('\n')
}
