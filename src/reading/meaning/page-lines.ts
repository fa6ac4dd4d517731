import { tight } from './words'

/** Years and nothing else: of a page's menu, where a line holds several or each of the lines around it one. */
export const YEARS_ALONE = /^(?:20[0-3]\d年?度?[|/·、,>]*)+$/

/** Whether a line is a row of links to reports of several years. */
export const isRowOfYears = (text: string): boolean => YEARS_ALONE.test(tight(text)) && (tight(text).match(/20[0-3]\d/g)?.length ?? 0) > 1

/** The trail of links that leads to a page, and the fields that name who published it and when. */
const TRAIL = /^[您你]?(?:的|现在|当前|所在)*的?位置[:：]|^[\s>]*(?:网站)?首页\s*[>›»/]/
const FIELDS = /^(?:发布(?:时间|日期|机构|单位)|信息来源|来源|索引号|发文机关|文章来源|浏览(?:次数|量)|访问量|字体|字号)[:：]/
/** A row of links, the first of them to the site's own beginning. */
const LINKS = /^(?:网站|返回)?首页(?:\s*[|｜·]\s*|\s+)\S{2,8}(?:(?:\s*[|｜·]\s*|\s+)\S{2,8})+$/

/** Whether a line is what a site writes around its page: a menu, a trail of links, the page's fields. */
export const isOfSite = (text: string): boolean => [TRAIL, FIELDS, LINKS].some((words) => words.test(text.trim())) || isRowOfYears(text)
