import type { Block, Place } from '../document'
import { placeAtWork, speakerOf, titleInSentences, yearOfProse } from './inferred'
import { abbreviates } from './abbreviations'
import { FOOTER, isAgency, isReporter, ofPlace, otherNames, textsOf, withoutFooter } from './names'
import { ownTitle } from './own-title'
import { countyBefore, namesInLines, withRegions } from './regions'
import { headsOf, isName, oddTitle, titleOf, withYears } from './title'
import { tight } from './words'

/** Who reports, and for which year; null where the document does not say. */
export interface Identity {
  readonly agency: string | null
  readonly year: number | null
  /** The words that the full name was inferred from, where no title states it; null where one does. */
  readonly inferredFrom: string | null
  /** The words that the year was inferred from, where neither a title nor the period of the figures states it; null where one does. */
  readonly yearInferredFrom: string | null
  /** Where title, file name or the period of the figures state other years than this: each year with the words that state it, this one first. */
  readonly yearsStated: readonly { readonly year: number; readonly words: string }[]
  readonly place?: Place
}

/** Lines at the head of a page that show whose site it is. */
const LOGO_LINES = 3

const PERIOD = /(?:期限|时限|时间|期间|周期|截止)[^。]{0,14}?(20\d\d)年1月1日|自(20\d\d)年1月1日起?[至到]|数据[^。]{0,6}截[止至](?:为|到|日期为)?(20\d\d)年12月31日/

/** Agency and year from the titles the container states, the first lines, the file's name, the period of the figures, the signature. `titlesFirst`: the page's titles are surer than its first lines, which may be links. */
export function identify(blocks: readonly Block[], titles: readonly string[], file: string, titlesFirst = false): Identity {
  const texts = textsOf(blocks)
  const whole = withYears(texts.join('\n'))
  const fileText = tight(file.replace(/^.*[/\\]/, '').replace(/\.\w{2,5}$/, ''))
  const opening = openingOf(texts)
  const first = opening.filter(couldBeTitle)
  const lines = headsOf(first)
  const named = titleOf(fileText)
  const sentence = titleInSentences(texts.slice(0, opening.length).filter((text) => !couldBeTitle(text)))
  const span = PERIOD.exec(whole)
  const period = span ? Number(span[1] ?? span[2] ?? span[3]) : null
  const names = otherNames(blocks)
  const others = names.all
  const told = yearOfProse(texts)
  const { title, year: headed, doubtful, listed, names: titled } = ownTitle(titles, lines, titlesFirst, { titles: titlesFirst ? titles : [], years: [period, told?.year], others: names, file: fileText, body: texts.slice(opening.length).join('\n') })
  const author = sentence && isReporter(sentence.agency) ? sentence : undefined
  const years = [headed, period, named?.year, /(?<!\d)(20[0-3]\d)(?:年|(?!\d))/.exec(fileText)?.[1], title ? undefined : author?.year].filter((year) => year).map(Number)
  // The page's own title may say the year and call its organ 我局.
  const ofPage = titlesFirst ? titles.map((text) => titleOf(text)?.year).find((year) => year) : undefined
  if (ofPage && ofPage !== years[0]) years.push(ofPage)
  // Of two that disagree the prose agrees with one.
  const stated = mostOf(new Set(years).size > 1 && told ? [...years, ...years.filter((each) => each === told.year)] : years) ?? (told && sentence?.year && told.year > sentence.year ? undefined : sentence?.year)
  const supposed = stated === undefined ? (told ?? signedYear(texts)) : undefined
  // A title of another year than all sentences begin with is told, as one of two that disagree.
  const otherwise = stated && told && !told.all.has(stated) ? [told.year] : []
  const when = { year: stated ?? supposed?.year ?? null, yearInferredFrom: supposed?.words ?? null, yearsStated: stated && [...years, ...otherwise].some((each) => each !== stated) ? [...new Set([stated, ...years, ...otherwise])].map((year) => ({ year, words: yearWords(year, [...[...titles, ...first].filter((text) => titleOf(text)?.year === year), ...(period === year ? [span![0]] : []), fileText, ...texts]) })) : [] }
  const body = withYears(withoutFooter(texts).slice(LOGO_LINES).join('\n'))
  const odd = title ? undefined : oddTitle(titles)
  if (odd) return { agency: odd, inferredFrom: null, ...when }
  // A heading that names nobody, below a line that names an organ: the line may be the site's.
  const bare = titlesFirst && titles.some((text) => (titleOf(text)?.year ?? null) !== null && !isName(titleOf(text)!.agency))
  // Beside it a title that names a place and no organ is that of the site.
  const below = title !== undefined && bare && (!isAgency(title.agency) || ![...titles, ...first].some((text) => titleOf(text)?.agency === title.agency) || listed)
  // What no organ and no place is called was put together from other words, or is how people of the place call it.
  const unnamed = title !== undefined && !isReporter(title.agency) && !others[0]?.startsWith(title.agency)
  // A place before the title is where a page was written, where an organ that is not of it signs or writes the report.
  const elsewhere = title !== undefined && !isAgency(title.agency) && others[0] !== undefined && author === undefined && names.own.length > 0 && !names.own.some((own) => own.includes(title.agency))
  const loose = unnamed || elsewhere
  const found = (loose ? [...names.own, ...others].find((other) => abbreviates(title.agency, other)) : undefined) ?? (below || loose ? others[0] : undefined) ?? title?.agency ?? (named && isName(named.agency) ? named.agency : undefined) ?? author?.agency ?? others[0] ?? namedByFile(fileText) ?? speakerOf(body, whole) ?? speakerOf(whole, whole) ?? placeAtWork(texts)
  if (!found) return { agency: null, inferredFrom: null, ...when }
  const cut = isCutIn(found, first)
  const short = (cut ? titles.map((text) => titleOf(text)?.agency).find((name) => name?.endsWith(found) && name !== found) : undefined) ?? found
  const organ = ofPlace(short, whole, fileText)
  const ofTitles = titles.map((text) => titleOf(text)?.agency ?? '')
  const inLines = namesInLines(organ.name, first, titled)
  const whose = withRegions(organ.name, [...others, ...names.own, named?.agency ?? '', author?.agency ?? '', ...ofTitles, ...inLines], whole)
  const county = countyBefore(whose, whole)
  const full = `${county ?? ''}${whose}`
  const spelt = full === organ.name || !isAgency(full) ? [...names.own, ...others, named?.agency ?? '', ...titled, ...first.filter(isAgency)].find((other) => abbreviates(full, other)) : undefined
  const isTitled = !organ.inferred && county === undefined && !below && !doubtful && !cut && spelt === undefined && !inLines.includes(full) && (short === title?.agency || short === named?.agency)
  return { agency: printed(spelt ?? full), inferredFrom: isTitled ? null : (wordsWith(spelt ?? short, [...first, ...texts.filter((text) => !FOOTER.test(text)), ...texts, ...titles, fileText]) ?? full), ...when }
}

/** A name as it is printed, with the wide brackets of Chinese text. */
const printed = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）')

/** Signs and letters that a broken font gives for characters: what stands behind one is the rest of a name. */
const BROKEN = /[\^~`\u00a1-\u024f]$/

/** Whether a name stands in some of the lines, and behind a broken character in all of these. */
function isCutIn(name: string, lines: readonly string[]): boolean {
  const before = lines.map(tight).flatMap((line) => (line.includes(name) ? [line.slice(0, line.indexOf(name))] : []))
  return before.length > 0 && before.every((words) => BROKEN.test(words))
}

/** A longer line is a sentence; with signs of one, this one is. */
const [LONGEST_TITLE, LONGEST_WITH_SIGNS] = [120, 80] as const
const couldBeTitle = (text: string): boolean => text.length <= LONGEST_WITH_SIGNS || (text.length <= LONGEST_TITLE && !/[，。；,;]/.test(text))

/** The year before the one that a report is signed in. */
function signedYear(texts: readonly string[]): { readonly year: number; readonly words: string } | undefined {
  const match = /(20\d\d)年1?\d月\d+日/.exec(withYears(texts.slice(-6).join('\n')))
  return match ? { year: Number(match[1]) - 1, words: match[0] } : undefined
}

/** So many texts may stand before a report's title and its first section. */
const OPENING = 40

/** The texts up to the first section, where a title is among them; else those before the last: what follows a report may be links to others. */
function openingOf(texts: readonly string[]): readonly string[] {
  const opening = texts.slice(0, OPENING)
  const before = opening.slice(0, Math.max(0, opening.findIndex((text) => /^一、/.test(text))))
  if (before.some((text) => titleOf(text) !== null)) return before
  const last = opening.findLastIndex((text) => /^六、/.test(text))
  return last < 0 ? opening : opening.slice(0, last)
}

/** The first of the texts that has a name in it, from shortly before it, no number cut in two; what is left out before that is marked. */
function wordsWith(name: string, texts: readonly string[]): string | undefined {
  const words = texts.map(tight).find((each) => each.includes(name))
  if (words === undefined) return undefined
  const at = Math.max(0, words.indexOf(name) - 12)
  const start = at - (/^[\d.:/-]/.test(words.slice(at)) ? (/\d[\d.:/-]*$/.exec(words.slice(0, at))?.[0].length ?? 0) : 0)
  return `${start > 0 ? '…' : ''}${words.slice(start)}`
}

/** The first of the texts that has a year in it, a few characters around it; '' where none has. */
function yearWords(year: number, texts: readonly string[]): string {
  const text = texts.map((each) => tight(withYears(each))).find((each) => each.includes(String(year)))
  const at = text?.indexOf(String(year)) ?? 0
  return text?.slice(Math.max(0, at - 10), at + 16) ?? ''
}

/** The agency that a file's name starts with, before the year. */
const namedByFile = (text: string): string | undefined => [/^[\d.、_-]*([\u4e00-\u9fff()]{4,36}?)[-_—]*20\d\d/.exec(text)?.[1]].find((name) => name !== undefined && isAgency(name))

/** The value met most often, the first of equals. */
const mostOf = (values: readonly number[]): number | undefined => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
