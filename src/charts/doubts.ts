import { DOUBT_KINDS, type Doubt } from '@/domain/doubt'
import type { DoubtCount } from '@/domain/doubted'
import { DOUBT_LOOKS, type DoubtLook } from '@/domain/doubt-looks'
import type { Observation } from '@/domain/slice'
import type { ChartWords } from './chart'

type Doubted = Pick<Observation, 'doubts'>

/** The kinds of doubt there are about some observations, each once. */
const looksOf = (observations: readonly Doubted[]): DoubtLook[] => DOUBT_KINDS.filter((kind) => observations.some(({ doubts }) => doubts.some((doubt) => doubt.kind === kind))).map((kind) => DOUBT_LOOKS[kind])

/** The signs of what is in doubt about any of the observations; '' where nothing is. */
export const signsOf = (...observations: readonly Doubted[]): string => looksOf(observations).map(({ sign }) => sign).join('')

/** A text with those signs behind it. */
export const signed = (text: string, ...observations: readonly Doubted[]): string => [text, signsOf(...observations)].filter((part) => part !== '').join(' ')

/** Shapes that ECharts hangs by their point, drawn around their middle, as every dot stands with its middle on its number. The first two points of the pin span a square, or it would be stretched to one. */
const CENTRED: Partial<Readonly<Record<DoubtLook['symbol'], string>>> = { pin: 'path://M0 0M24 24M12 24C8 17 4 13 4 8a8 8 0 1 1 16 0c0 5-4 9-8 16z', arrow: 'path://M12 2L22 22L12 17L2 22z' }

/** The shape of a dot that says the same; a circle where nothing is in doubt. */
export function symbolOf(observation: Doubted): string {
  const symbol = looksOf([observation])[0]?.symbol ?? 'circle'
  return (symbol !== 'circle' && CENTRED[symbol]) || symbol
}

/** A triangle or a diamond looks smaller than a circle as wide. */
export const symbolSizeOf = (observation: Doubted, size: number): number => (observation.doubts.length === 0 ? size : size + 3)

/** What each sign on the picture stands for, and on how many of the reports; nothing where no sign is shown. */
export const doubtTexts = (words: ChartWords, { reports, by }: DoubtCount): string[] =>
  [...by].map(([kind, n]) => words.t('chart.doubt', { sign: DOUBT_LOOKS[kind].sign, what: words.name(DOUBT_LOOKS[kind].label), of: reports, n }))

const MOST = 3

/** Terms of a written sum that a tooltip has room for: the first ones and the last, with what they add up to. */
const FIRST = 3

/** A text with its long sums cut: `a 1 + b 2 + c 3 + … 14 more + z 9 = 60`. Tables and files keep the whole. */
export function withShortSums(words: ChartWords, text: string): string {
  const terms = text.split(' + ')
  const kept: string[] = []
  let run: string[] = []
  const close = (): void => {
    kept.push(...(run.length > FIRST + 1 ? [...run.slice(0, FIRST - 1), words.t('chart.tip.terms-more', { n: run.length - FIRST + 1 })] : run))
    run = []
  }
  terms.forEach((term, at) => {
    // A term that begins or ends a sum holds what stands before and after it.
    if (at > 0 && at < terms.length - 1 && !/[=≠≤>＝]/.test(term)) return void run.push(term)
    close()
    kept.push(term)
  })
  return kept.join(' + ')
}

/** What is in doubt about an observation in lines, one for each thing it goes by (a check). */
export function doubtLines(words: ChartWords, { doubts }: Doubted): { readonly label: string; readonly value: string }[] {
  const groups = new Map<string, Doubt[]>()
  for (const doubt of doubts) groups.set(`${doubt.kind}|${doubt.id}`, [...(groups.get(`${doubt.kind}|${doubt.id}`) ?? []), doubt])
  return [...groups.values()].map((group) => {
    const { kind, id } = group[0]!
    const told = group.slice(0, MOST).map(({ text }) => withShortSums(words, words.name(text))).join(words.t('card.joint'))
    return { label: words.t('chart.tip.doubt', { sign: DOUBT_LOOKS[kind].sign, what: words.name(DOUBT_LOOKS[kind].heading), id }), value: group.length > MOST ? words.t('chart.tip.doubts-more', { told, n: group.length - MOST }) : told }
  })
}
