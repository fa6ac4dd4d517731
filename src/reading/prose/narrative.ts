import { INFERRED_NOTE, readCell } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { unitOfFigure } from '@/domain/formats'
import type { Block, Place } from '../document'
import { fragment } from '../meaning/words'
import { isOnSeveral, namesAccount, sharesIn } from './channels'
import { hasOthers, isOfOther, WAYS } from './narrative-bounds'
import { RULES, SOCIAL, text, WEB_DISCLOSED, type Rule } from './narrative-rules'
import { postBy, postOf, postShared, type Post } from './posts'
import type { Whose } from './other-matters'
import { sentencesOf, type Sentence } from './sentences'
import { tabledSuggestions } from './suggestion-tables'
import { suggestionsIn } from './suggestions'

/** A figure that the prose states; marked as from text by standing here. */
export interface Statement {
  readonly figure: FigureId
  readonly value: number
  /** Number and unit as written: `1.2万余条`. */
  readonly written: string
  /** 约 where the text says about; 全市 and the like where it counts a region; that it is inferred. */
  readonly note?: string
  readonly place: Place
  readonly fragment: string
}

/** One way on which requests come, or one kind of applicant: where the text tells of no other, the number may still be a part. */
const PART = new RegExp(`(?<!和|或|、)(?:${WAYS}|自然人)(?!和|或|、|等)`)
const REGION = /全[省市区县州盟旗镇乡](?!体|面|部|年|文|程|国|[^,。;]{0,12}(?:列第|率先|前列|排名|位居|领先))/
const RATES = /((?:[^,。;、和及率]{0,8}率[、和及与]?)+)(?:均|都|分别)?(?:达到|达|为|是|实现|保持)?(?:了)?(?:三个|两个|双|均)?(\d+(?:\.\d+)?)%/g
const RATE_MEASURES: readonly (readonly [words: RegExp, measure: string])[] = [
  [/按时|按期|及时/, 'on-time-rate'],
  [/满意/, 'satisfied-rate'],
  [/沟通|面商|走访|见面|联系/, 'contact-rate'],
  [/办结|办复|答复|回复/, 'answered-rate'],
]

/** All figures that the prose states of the report's own year and organ, the first statement of each. Absence means that it does not say. */
export function statementsOf(blocks: readonly Block[], whose: Whose = { agency: null, year: null }): Statement[] {
  const found = new Map<FigureId, Statement>()
  const keep = (statement: Statement): void => {
    if (!found.has(statement.figure)) found.set(statement.figure, statement)
  }
  const asides: Statement[] = []
  const posts = new Map<FigureId, Post<Statement>[]>(OF_ACCOUNTS.map((figure) => [figure, []]))
  for (const sentence of sentencesOf(blocks, whose)) {
    const taken: (readonly [from: number, to: number])[] = []
    for (const { from, to, ofLevel, ...suggested } of suggestionsIn(sentence.text)) {
      taken.push([from, to])
      if (!ofLevel) keep({ ...suggested, written: sentence.written(from, to), place: sentence.place, fragment: sentence.quote(from, to) })
    }
    for (const share of sharesIn(sentence.text)) {
      const to = share.at + share.number.length
      const statement: Statement = { figure: share.on === 'site' ? text('web-items') : SOCIAL, value: Number(share.number), written: sentence.written(share.at, to), place: sentence.place, fragment: sentence.quote(share.at, to) }
      taken.push([share.at, to])
      if (share.on === 'site') keep(statement)
      else posts.get(SOCIAL)!.push(postShared(statement, share))
    }
    const own: Found[] = []
    for (const each of RULES) for (const match of sentence.text.matchAll(each.pattern)) stated(each, match, sentence, taken, (found) => void own.push(found))
    for (const { statement, words, from } of inOrder(own.filter((found) => !isPart(found, own, sentence.text)), sentence.text)) {
      const ofAccounts = posts.get(statement.figure)
      if (ofAccounts) ofAccounts.push(postBy(statement, words))
      else if (isAside(statement.figure, sentence.text, from)) asides.push(statement)
      else keep(statement)
    }
    if (/(?:人大|代表|委员|议案)[^。]*建议|建议[^。]{0,6}提案|提案|议案/.test(sentence.text)) rates(sentence, keep)
  }
  for (const block of blocks) {
    const table = tabledSuggestions(block)
    // A table that says otherwise than the sentences counts something else: another year's, or another organ's.
    if (table.some(({ figure, value }) => (found.get(figure)?.value ?? value) !== value)) continue
    for (const { row, text: words, ...tabled } of table) keep({ ...tabled, place: { ...block.place, row: row + 1 }, fragment: fragment(words) })
  }
  for (const own of posts.values()) {
    const post = postOf(own)
    if (post) keep(post)
  }
  for (const aside of asides) keep(aside)
  return settledWeb(found)
}

/** What each account has a number of. */
const OF_ACCOUNTS = [SOCIAL, text('followers')] as const

/** Whether a number is told among the parts of another, behind 其中, or as what there is by now, behind 截至: one that is told by itself, wherever, is the whole or the year's. */
const isAside = (figure: FigureId, sentence: string, from: number): boolean =>
  (figure === text('interpretations') && /其中[^。;]*$/.test(sentence.slice(0, from))) || (figure === text('items-disclosed') && (/截[至止][^。;]*$/.test(sentence.slice(0, from)) || /累计[^,。;\d]*已达\d/.test(sentence)))

/** A statement with where it stands in its sentence. */
interface Found {
  readonly statement: Statement
  readonly from: number
  readonly to: number
  /** The words that say of which account. */
  readonly words: string
}

/** Words of a number that is of all. */
const OF_ALL = /共|总|合计|全年/

/** Of all that was disclosed a sentence tells the number as such, or first, and its parts behind it; all others in the order of the rules. */
function inOrder(found: readonly Found[], sentence: string): readonly Found[] {
  const isOfAll = ({ from, to }: Found): boolean => OF_ALL.test(`${clauseBefore(sentence, from)}${sentence.slice(from, to)}`)
  const items = found.filter(({ statement: { figure } }) => figure === text('items-disclosed')).sort((a, b) => Number(isOfAll(b)) - Number(isOfAll(a)) || a.from - b.from)
  return found.map((each) => (each.statement.figure === text('items-disclosed') ? items.shift()! : each))
}

const isOnSite = ({ statement: { figure } }: Found): boolean => figure === WEB_DISCLOSED || figure === text('web-items')

/** Whether a number of a site is a part of the one told before: 其中. */
const isPart = (found: Found, all: readonly Found[], sentence: string): boolean => isOnSite(found) && all.some((other) => isOnSite(other) && other.to <= found.from && /其中/.test(sentence.slice(other.to, found.to)))

/** What was disclosed on the site is the number of the site's items, or of all items where the text gives the site another. */
function settledWeb(found: ReadonlyMap<FigureId, Statement>): Statement[] {
  const own = found.has(text('web-items')) ? text('items-disclosed') : text('web-items')
  return [...found.values()].flatMap((statement) => (statement.figure !== WEB_DISCLOSED ? [statement] : found.has(own) ? [] : [{ ...statement, figure: own }]))
}

const isChannel = (figure: FigureId): boolean => figure === SOCIAL || figure === WEB_DISCLOSED || figure === text('web-items')

/** The words of its clause that lead to a place, behind the last number, with the clause before that only names the channels. */
const clauseBefore = (sentence: string, to: number): string => /(?:(?:通过|依托|利用|借助|运用)[^,。;:\d]*,)?(?:[^,。;:\d]|\(https?:[^()]*\))*$/.exec(sentence.slice(0, to))![0]

/** The words of its clause that lead to a place where they name an account, else the last before it that do. */
const accountBefore = (sentence: string, to: number): string => [...sentence.slice(0, to).split(/[,。;]/), clauseBefore(sentence, to)].findLast(namesAccount) ?? ''

function stated({ figure: named, value, again }: Rule, match: RegExpMatchArray, { text: sentence, written, quote, place }: Sentence, taken: (readonly [number, number])[], keep: (found: Found) => void): void {
  const from = match.index!
  const to = from + match[0].length
  const { n, about, unit = '' } = match.groups ?? {}
  const digits = n === undefined ? from : from + match[0].indexOf(n, match[0].search(/\d/) >= 0 ? match[0].search(/\d/) : 0)
  if (n !== undefined && !again && taken.some(([start, end]) => start < digits + n.length && digits < end)) return
  if (n === undefined && /\d/.test(match[0])) return
  const clause = clauseBefore(sentence, digits)
  const words = accountBefore(sentence, digits)
  const figure = isChannel(named) && isOnSeveral(named === SOCIAL ? words : clause) ? text('items-disclosed') : named
  if (isOfOther(figure, sentence, from, to) || (again && hasOthers(sentence, to))) return
  // Several channels and their numbers one after the other: the first is not that of all.
  if (figure.startsWith('narrative.') && /分别/.test(sentence.slice(Math.max(0, from - 2), to))) return
  const cell = n === undefined ? { value: value! } : readCell(`${n}${unit === '元' || unit === '万元' ? unit : ''}`, unitOfFigure(figure))
  if (!('value' in cell)) return
  if (n !== undefined) taken.push([digits, digits + n.length])
  const scaled = n?.endsWith('千') ? cell.value * 1000 : cell.value
  const region = REGION.exec(sentence.slice(Math.max(0, from - 24), to))?.[0]
  const vague = about || /(?:约|近|超过|超|逾)\d/.test(match[0]) ? '约' : undefined
  const part = figure.startsWith('requests.received.') ? PART.exec(clause)?.[0] : undefined
  const note = [vague, region, part, again === 'inferred' ? INFERRED_NOTE : undefined].filter(Boolean).join('；')
  const statement: Statement = { figure, value: scaled, written: n === undefined ? '0' : written(digits, digits + `${n}${about ?? ''}${unit}`.length), ...(note ? { note } : {}), place, fragment: quote(from, to) }
  keep({ statement, from, to, words })
}

/** Rates of the suggestions and proposals that the sentence is about. */
function rates({ text: sentence, quote, place }: Sentence, keep: (statement: Statement) => void): void {
  const [npc, cppcc] = [/人大/.test(sentence), /政协|提案/.test(sentence)]
  const channel = npc === cppcc || /两会|建议、?提案|代表委员/.test(sentence) ? 'suggestions-and-proposals' : npc ? 'npc-suggestions' : 'cppcc-proposals'
  for (const match of sentence.matchAll(RATES)) {
    for (const name of match[1]!.split(/[、和及与]/).filter((part) => part.endsWith('率'))) {
      const measure = RATE_MEASURES.find(([words]) => words.test(name))?.[1]
      if (measure) keep({ figure: `participation.${channel}.${measure}` as FigureId, value: Number(match[2]), written: `${match[2]}%`, place, fragment: quote(match.index, match.index + match[0].length) })
    }
  }
}
