import type { FigureId } from '@/domain/figure'

type Channel = 'npc-suggestions' | 'cppcc-proposals' | 'suggestions-and-proposals'

/** A figure on suggestions and proposals with its place in the sentence. */
export interface Suggested {
  readonly figure: FigureId
  readonly value: number
  readonly from: number
  readonly to: number
  /** It is of one level, and not the number of all. */
  readonly ofLevel?: true
}

/** Words that name a channel, a share of its cases, or a number of them, in the order in which they stand. */
const WORD = new RegExp(
  [
    '(?<both>(?:人大)?(?:代表)?(?:议案|意见)?建议[、和及与]?(?:各级|[省市区县]*)?(?:政协)?(?:委员)?提案|议提案|两会[”"]?(?:建议、?提案)?)',
    '(?<npc>人大(?:代表)?(?:意见)?(?:建议|议案)|代表(?:议案|意见)?建议|人大代表|(?<=[,:(、其中]|^)建议(?=\\d+件))',
    '(?<cppcc>政协(?:委员)?提案|委员提案|提案|政协委员)',
    '(?<led>主办及分办|主合?办|牵头(?:办理)?|独办)',
    '(?<assisted>协办|会办)',
    '(?<apart>分别)',
    '(?<number>\\d+)(?:件|(?<=(?:建议|提案|议案)(?:共|共计|计)?\\d+)个(?!月|工作日|部门|方面|单位|小时))',
  ].join('|'),
  'g',
)

/** A number may stand before what it counts. */
const BEHIND = /^的?(?:全国|省|市|区|县|镇)*(?:(人大代表|人大建议|代表建议)|政协(?:委员)?提案|委员提案|提案(?!办))/

/** Reads a sentence word by word: a number belongs to the channel before it, a share to the channel it follows. */
class SuggestionReader {
  readonly found: Suggested[] = []
  private channel: Channel | null = null
  private share: 'led' | 'assisted' | null = null
  /** A number of cases may follow: a channel was just named. */
  private waiting = false
  /** The channel named next has had its number already. */
  private counted = false
  private apart = 0
  private end = 0

  constructor(private readonly sentence: string) {}

  read(): Suggested[] {
    for (const match of this.sentence.matchAll(WORD)) this.take(match.groups!, match.index, match.index + match[0].length)
    return this.found
  }

  private take({ both, npc, cppcc, led, assisted, apart, number }: Record<string, string | undefined>, from: number, to: number): void {
    if (number !== undefined) return this.number(Number(number), from, to)
    if (apart) this.apart = 2
    else if (led) this.share = 'led'
    else if (assisted) this.share = 'assisted'
    else if (both) this.name('suggestions-and-proposals')
    else if (npc) this.name('npc-suggestions')
    else if (cppcc) this.name('cppcc-proposals')
    this.end = to
  }

  private name(channel: Channel): void {
    this.channel = channel
    this.share = null
    this.waiting = !this.counted
    this.counted = false
  }

  private number(value: number, from: number, to: number): void {
    const behind = BEHIND.exec(this.sentence.slice(to))
    if (behind && this.apart === 0 && !this.waiting) {
      this.counted = true
      return this.put(behind[1] ? 'npc-suggestions' : 'cppcc-proposals', 'received', value, from, to)
    }
    const between = this.sentence.slice(this.end, from)
    const apart = this.apart > 0
    if (apart) {
      this.apart -= 1
      this.put(this.apart === 1 ? 'npc-suggestions' : 'cppcc-proposals', 'received', value, from, to)
    } else if (this.channel && this.share && /^[^,。;]{0,4}$/.test(between)) this.put(this.channel, this.share, value, from, to)
    else if (this.channel && this.waiting && /^[^,。;]{0,12}$/.test(between) && !OTHER_MATTER.test(between)) this.put(this.channel, 'received', value, from, to)
    this.share = null
    this.waiting = false
    this.end = to
  }

  private put(channel: Channel, measure: string, value: number, from: number, to: number): void {
    this.found.push({ figure: `participation.${channel}.${measure}` as FigureId, value, from, to })
  }
}

/** Words before a number that make it one of replies or meetings, not of cases. */
const OTHER_MATTER = /应有|采纳|满意|面商|座谈|的答复|答复意见|复文/
const RECEIVED = /\.received$/

/** A number that the two after it add up to, one of each channel, is that of both: 提案共14件(其中人大代表建议3件,政协委员提案11件). */
function withSum(found: readonly Suggested[]): Suggested[] {
  const [sum, ...parts] = found.filter(({ figure }) => RECEIVED.test(figure))
  const isSum = parts.length === 2 && parts[0]!.figure !== parts[1]!.figure && parts[0]!.value + parts[1]!.value === sum!.value
  return found.map((each) => (isSum && each === sum ? { ...each, figure: 'participation.suggestions-and-proposals.received' as FigureId } : each))
}

const LEVEL = /(全国|自治区|[省市区县州])级?(?:人大|政协)/
const PART = /其中|包括/

/** With a mark at the numbers that each are of one level, where a channel has several: none of them is that of all. Behind 其中 they are parts of the one before. */
function withLevels(found: readonly Suggested[], sentence: string): Suggested[] {
  const levelOf = ({ figure, from }: Suggested): string | undefined => {
    const clause = /[^,。;、]*$/.exec(sentence.slice(0, from))![0]
    return RECEIVED.test(figure) && !PART.test(clause) ? LEVEL.exec(clause)?.[1] : undefined
  }
  return found.map((each) => {
    const level = levelOf(each)
    const isOne = level !== undefined && found.some((other) => other.figure === each.figure && ![undefined, level].includes(levelOf(other)))
    return isOne ? { ...each, ofLevel: true } : each
  })
}

/** What a sentence says of suggestions of people's congresses and proposals of consultative conferences, and of the offices' share in them. */
export const suggestionsIn = (sentence: string): Suggested[] => (/建议|提案/.test(sentence) ? withLevels(withSum(new SuggestionReader(sentence).read()), sentence) : [])
