/** Longest fragment of a document that is kept as evidence. */
export const LONGEST_FRAGMENT = 60

/** Radicals that fonts give in place of the characters they look like, where Unicode has no mapping of its own. */
const RADICALS = new Map([...'⺁厂⺄乙⺆冂⺇几⺊卜⺌小⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺰纟⺴网⺶羊⺷羊⺸羊⺹老⺼肉⺾艹⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻍辶⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1]!] as const] : [])))
const RADICAL = /[\u2e80-\u2fd5]/g
/** Strokes of fractions and of division, which fonts draw as that of a text. */
const SLASHES = /[\u2044\u2215\u29f8]/g

/** The text with the characters that are meant: PDFs and what is copied from them hold radicals (⺠, ⼯) and strokes (∕) that only look like them. */
export const meant = (text: string): string => text.replace(RADICAL, (letter) => RADICALS.get(letter) ?? letter.normalize('NFKC')).replace(SLASHES, '/')

/** Characters that nothing is to be shown for: the soft hyphen, joiners, marks of direction, of variants and of the order of bytes. */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff'
const ANY_UNSEEN = new RegExp(`[${UNSEEN}]+`, 'g')
const ROOM = new RegExp(`[\\s${UNSEEN}]+`, 'g')

/** The text without the characters that nothing is to be shown for. */
export const seenText = (text: string): string => text.replace(ANY_UNSEEN, '')

/** What stands for a blank: its name in HTML, where a page shows it, and characters that fonts leave empty: those for private use, also as a PDF writes them. */
const BLANKS = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);|[\0\ue004\ue5e4\ue5e5]/gi

/** The text with blanks for all that stands for them. */
export const withBlanks = (text: string): string => text.replace(BLANKS, ' ')

export const SOFT_HYPHEN = '\u00ad'

/** The text with full-width characters halved and all white space gone. */
export const tight = (text: string): string => text.normalize('NFKC').replace(ROOM, '')

/** The text on one line, as it would be read. */
export const plain = (text: string): string => seenText(text).replace(/\s+/g, ' ').trim()

/** A name as it is read, without the white space that lines and letter-spacing leave between Chinese characters. */
export const unspaced = (text: string): string => plain(text).replace(/(?<=[\p{Script=Han}，、。．.（）()]) (?=[\p{Script=Han}，、。（）()])/gu, '')

/** A quoted fragment of at most 60 characters. */
export const fragment = (text: string): string => {
  const line = plain(text)
  return line.length > LONGEST_FRAGMENT ? `${line.slice(0, LONGEST_FRAGMENT - 1)}…` : line
}

/** What a blank cell is shown as in a quoted row. */
const BLANK = '□'
const SHORTEST_NAME = 12

/** A row as evidence of one of its cells: its name, then its cells with this one in 【】, so that a shifted column can be seen. Of a long row what stands around the cell. */
export function inRow(name: string, cells: readonly string[], at: number): string {
  const shown = cells.map((text, index) => (index === at ? `【${short(text, LONGEST_FRAGMENT - SHORTEST_NAME - 8)}】` : short(text, 8) || BLANK))
  const room = LONGEST_FRAGMENT - Math.min(plain(name).length, SHORTEST_NAME) - 5
  let [from, to] = [at, at + 1]
  const length = (start: number, end: number): number => shown.slice(start, end).join(' ').length
  while (from > 0 || to < shown.length) {
    const [before, behind] = [from > 0 && length(from - 1, to) <= room, to < shown.length && length(from, to + 1) <= room]
    if (!before && !behind) break
    if (before && (!behind || at - from <= to - 1 - at)) from -= 1
    else to += 1
  }
  const row = `${from > 0 ? '… ' : ''}${shown.slice(from, to).join(' ')}${to < shown.length ? ' …' : ''}`
  const words = short(name, LONGEST_FRAGMENT - row.length - 1)
  return words === '' ? row : `${words} ${row}`
}

/** A text on one line, cut to so many characters. */
const short = (text: string, most: number): string => {
  const line = plain(text)
  return line.length > most ? `${line.slice(0, Math.max(most - 1, 0))}…` : line
}

const NUMBERING = /^(?:[([]?[一二三四五六七八九十]{1,3}[)\]、.,]+|[([]?\d{1,2}[)\]、.,]+|\d{1,2}(?=[\u4e00-\u9fff])|[①-⑩])+/

/** The part of the regulation's article that a label names behind its own words: 规章（第二十条第（一）项）. */
const ARTICLE = /(?<=[^\s])[（(]\s*第二十条第\s*[（(]?[一五六八九][）)]?\s*项\s*[）)]/g

/** A label without its numbering, punctuation and white space, and the article that it names: what two writings of one label share. */
export const bare = (text: string): string =>
  tight(text)
    .replace(ARTICLE, '')
    .replace(/^[-—·●■*#>]+/, '')
    .replace(NUMBERING, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const MARKER = /(?=[(（][一二三四五六七八九十]{1,2}[)）])|(?<![\d.])(?=\d{1,2}[.．、](?!\d))|(?=[①-⑩][\u4e00-\u9fff])|(?<=.)(?=[一二三四五六]、)/u

/** The sum that a label says it stands for: 总计（=（一）+（二））. */
const SUM = /[（(]\s*[=＝].*$/s

/** The parts of a label that stand in one cell: `（三）不予公开1.属于国家秘密` has two. A sum that it stands for is none, nor is the article that it names. */
export const segments = (text: string): string[] => text.replace(SUM, '').replace(ARTICLE, '').split(MARKER).map((part) => part.trim()).filter((part) => part !== '')

/** Whether a text starts with a numbering such as `（三）`, `2.` or `四、`. */
export const isNumbered = (text: string): boolean => NUMBERING.test(tight(text))

/** Least number of insertions, deletions and replacements that make one text the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

/** 1 for equal texts, 0 for texts that share nothing. */
export const likeness = (a: string, b: string): number => (a === b ? 1 : 1 - distance(a, b) / Math.max(a.length, b.length, 1))

const HAN = /\p{Script=Han}/u

/** Whether a text has at least one Chinese character: a label rather than a value. */
export const hasHan = (text: string): boolean => HAN.test(text)

/** Digits at a label's very end that a space parts from three more: one number, or two. As one cell they are neither. Empty where there are none. */
export const gluedDigits = (label: string, next = ''): string => (/^\d{3}$/.test(next) ? (/(?<=[\u4e00-\u9fff])\d{1,3}$/.exec(label)?.[0] ?? '') : '')
