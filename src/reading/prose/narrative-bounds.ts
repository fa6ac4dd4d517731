import type { FigureId } from '@/domain/figure'

/** What makes a number one of another matter than its figure's: words of its clause up to it, and right behind it. */
interface Bound {
  readonly figures: RegExp
  readonly clause?: RegExp
  readonly behind?: RegExp
}

const BOUNDS: readonly Bound[] = [
  { figures: /^requests\./, clause: /复议|诉讼|(?:代表|人大|政协)建议|提案|留言|来信|信箱/ },
  // Requests that did not come, and reviews of requests that did not come, read alike up to the last word.
  { figures: /^requests\.received\./, clause: /未|没有|无/, behind: /^[^,。;、]{0,16}(?:复议|诉讼)/ },
  // What came by one way, or from one kind of applicant, is a part.
  { figures: /^requests\.received\./, clause: /^(?!.*(?:未|没有|无|和|或|等|、|均)).*(?:网络|书面|线下|线上|当面|邮件|邮寄|信函|纸质|现场|自然人|商业企业)/ },
  // With those carried over, or with its parts in brackets behind it, it is not the number of new ones.
  { figures: /^requests\.received\./, behind: /^\((?:其中)?(?:包?含|包括)?[^()不另]{0,14}(?:结转|转结|转入)(?![^()]{0,12}?(?<!\d)0件)/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, behind: /^\((?:20\d\d年|本年)?新增\d/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, clause: /历年|申请公开|不予公开|历史累计/ },
  { figures: /^narrative\.social-posts/, clause: /网站|门户|官网|外网|报纸|报刊|电视/ },
  { figures: /^participation\.messages\./, clause: /依申请公开|信息公开申请|申请的/ },
]
const CLAUSE_ENDS = [',', '。', ';', '、', ')', '...'] as const
/** Of an answer to all requests nothing may say that there are others. */
const OTHERS = /结转|转结|纸质|线下|另/

/** Whether the words around a number, from `from` to `to` with what led to it, make it one of another matter than the figure's. */
export function isOfOther(figure: FigureId, sentence: string, from: number, to: number): boolean {
  const start = Math.max(...CLAUSE_ENDS.map((sign) => sentence.lastIndexOf(sign, from - 1))) + 1
  const [clause, behind] = [sentence.slice(start, to), sentence.slice(to)]
  return BOUNDS.some((bound) => bound.figures.test(figure) && (bound.clause?.test(clause) ?? true) && (bound.behind?.test(behind) ?? true))
}

/** Whether the sentence up to a number speaks of other requests than those that came in. */
export const hasOthers = (sentence: string, to: number): boolean => OTHERS.test(sentence.slice(0, to))
