/** How a year is written: one year, two of a financial year (the first counts), a shorter period, or nothing that is a year. */
export type WrittenYear = { readonly year: number; readonly span: boolean } | { readonly year: null; readonly period: boolean }

const ONE = /^(?:FY|CY|财年)?\s*((?:19|20)\d\d)(?:\.0+)?\s*(?:年|年度|财年)?$/i
const SPAN = /^(?:FY|财年)?\s*((?:19|20)\d\d)\s*[-/–—~至]\s*(\d{2}|(?:19|20)\d\d)\s*(?:年|年度)?$/i
const DAY = /^((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/
/** Days that stand for the year that they end or begin. */
const YEAR_DAYS: ReadonlySet<string> = new Set(['12-31', '3-31', '6-30', '9-30', '1-1'])
/** A month, or the years of a financial year: only the column tells. */
export const MONTH = /^(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])$/
const PERIOD = /(?:19|20)\d\d/
const PERIOD_WORDS = /\bQ[1-4]\b|quarter|\bH[12]\b|half|季度|季|半年|月|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i

const WHOLE_YEAR = /^(?:annual|annual total|year|yearly|full year|whole year|all|total|全年|年度|年|-|—)?$/i

/** Whether the text of a period's column stands for the whole year. */
export const isWholeYear = (text: string): boolean => WHOLE_YEAR.test(text.trim()) || ONE.test(text.normalize('NFKC').trim())

/** Whether a text names a year, or a part of one. */
export const namesYear = (text: string): boolean => {
  const written = yearOf(text)
  return written.year !== null || written.period
}

/** Reads the text of a year's cell: `2019`, `2019年`, `FY2019`, `2018-19` (the first year), `2019-12-31`; quarters and months are periods. */
export function yearOf(text: string): WrittenYear {
  const written = text.normalize('NFKC').trim()
  const one = ONE.exec(written)
  if (one) return { year: Number(one[1]), span: false }
  const span = SPAN.exec(written)
  if (span) {
    const from = Number(span[1])
    const to = span[2]!.length === 2 ? Math.floor(from / 100) * 100 + Number(span[2]) : Number(span[2])
    if (to === from + 1 || (from % 100 === 99 && Number(span[2]) === 0)) return { year: from, span: true }
    return { year: null, period: span[2]!.length === 2 && Number(span[2]) >= 1 && Number(span[2]) <= 12 }
  }
  const day = DAY.exec(written)
  if (day) return YEAR_DAYS.has(`${Number(day[2])}-${Number(day[3])}`) ? { year: Number(day[1]), span: false } : { year: null, period: true }
  return { year: null, period: PERIOD.test(written) && (PERIOD_WORDS.test(written) || /^(?:19|20)\d\d[-/.]\d{1,2}$/.test(written)) }
}

/** No report is of a year after next. */
const isPast = (year: number): boolean => year <= new Date().getFullYear() + 1

/** The one year that a file's path names, its own name before the folders'; null when there is none or several. The years of dates do not count. */
export function yearInName(path: string): number | null {
  for (const part of path.split('/').reverse()) {
    const years = [...new Set([...part.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d|[-_.]\d\d[-_.]\d\d)/g)].map(([, year]) => Number(year)))].filter(isPast)
    if (years.length === 1) return years[0]!
    if (years.length === 2 && years[1] === years[0]! + 1) return years[0]!
    if (years.length > 1) return null
  }
  return null
}
