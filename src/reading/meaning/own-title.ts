import { abbreviates, areKin } from './abbreviations'
import type { OtherNames } from './names'
import { isName, namelessOf, titleOf, withYears, type Head, type Title } from './title'
import { tight } from './words'

/** What a document says besides the titles in its text. */
export interface Beside {
  /** Titles that the page states, where they are surer than its lines. */
  readonly titles: readonly string[]
  /** What the period and the prose say. */
  readonly years: readonly (number | null | undefined)[]
  readonly others: OtherNames
  readonly file: string
  /** What stands below the report's first heading of a part. */
  readonly body: string
}

/** The report's own title. */
export interface OwnTitle {
  /** None where no title names an agency, or the only ones that do are other agencies'. */
  readonly title?: Title
  /** The year that the title states, or the heading that names nobody. */
  readonly year: number | null
  /** The title is one of several agencies', and nothing else names its agency. */
  readonly doubtful: boolean
  /** Several agencies' titles stand on the page, and none of those that the page states has this one's name. */
  readonly listed: boolean
  /** All that the titles name. */
  readonly names: readonly string[]
}

interface PlacedTitle extends Title {
  /** The line; none for a title of the page. */
  readonly at?: number
}

/** Lines apart at most that entries of a list are, dates between them. */
const LIST_STEP = 2

/** Of the titles that name an agency and a year, as where a page lists the reports of other years and agencies, the one that the page's titles, its period and prose, its other names, its file's name and its other titles agree with most, the first of equals. */
function likeliest(heads: readonly PlacedTitle[], { titles, years, others, file }: Beside): PlacedTitle | undefined {
  const whole = heads.filter(({ agency, year }) => isName(agency) && year !== null)
  if (new Set(whole.map(({ agency, year }) => `${agency}${year}`)).size < 2) return whole[0]
  const said = [...titles, file].map((text) => withYears(tight(text)))
  const names = [...others.all, ...others.own, titleOf(file)?.agency ?? '']
  const isListed = ({ agency, at }: PlacedTitle): boolean => whole.some((other) => at !== undefined && other.at !== undefined && Math.abs(other.at - at) <= LIST_STEP && !areKin(other.agency, agency))
  const points = (title: PlacedTitle): number => {
    const { agency, year } = title
    return (
      whole.filter((each) => each.agency === agency && each.year === year).length +
      2 * said.filter((text) => text.includes(String(year))).length +
      2 * said.filter((text) => text.includes(agency)).length +
      2 * years.filter((each) => each === year).length +
      (names.some((other) => other.endsWith(agency) || abbreviates(agency, other)) ? 2 : 0) +
      (isListed(title) ? 0 : 1)
    )
  }
  const most = Math.max(...whole.map(points))
  return whole.find((each) => points(each) === most)
}

/** The report's own title among the titles of the page and the lines at its head. Another agency's, as one of a list of reports, is not taken where a heading below it names nobody and the report itself names somebody else. `pageFirst`: the page's titles come before the lines. */
export function ownTitle(pageTitles: readonly string[], lines: readonly Head[], pageFirst: boolean, beside: Beside): OwnTitle {
  const ofPage = pageTitles.flatMap((text): PlacedTitle[] => [titleOf(text) ?? []].flat())
  const ofLines = lines.flatMap(({ text, at }): PlacedTitle[] => {
    const title = titleOf(text)
    return title ? [{ ...title, at }] : []
  })
  const heads = pageFirst ? [...ofPage, ...ofLines] : [...ofLines, ...ofPage]
  const title = likeliest(heads, beside) ?? heads.find(({ agency }) => isName(agency))
  const nameless = namelessOf(lines).filter(({ at }) => title?.at === undefined || at > title.at)
  const below = new Set(nameless.flatMap(({ year }) => year ?? []))
  const stated = title?.year ?? heads.find((head) => head.year !== null)?.year ?? [...below][0] ?? null
  if (title === undefined) return { year: stated, doubtful: false, listed: false, names: [] }
  const { all, own, asked } = beside.others
  const isOwn = (name: string): boolean => areKin(name, title.agency)
  const whole = heads.filter((head) => isName(head.agency) && head.year !== null)
  const several = whole.some(({ agency }) => !isOwn(agency))
  const told = [...all, ...own].some(isOwn) || [...beside.titles, beside.file, beside.body].some((text) => text.includes(title.agency))
  const denied = own.length > 0 && !own.some(isOwn)
  const inLine = title.at !== undefined && nameless.length > 0
  if (inLine && (several ? denied || !told : !told && own.length + asked.length > 0)) return { year: [...below].at(-1) ?? null, doubtful: false, listed: false, names: [] }
  // A page's title that names somebody where its heading names nobody holds the site's name before its own.
  const ofSite = title.at === undefined && nameless.length > 0 && own.length > 0 && !own.some((name) => name === title.agency || abbreviates(title.agency, name) || abbreviates(name, title.agency) || name.endsWith(title.agency))
  if (ofSite) return { year: stated, doubtful: false, listed: false, names: [] }
  // Of an agency's reports of several years it is the one that the heading below them is of.
  const years = new Set(whole.filter(({ agency }) => agency === title.agency).map((head) => head.year))
  const year = inLine && years.size > 1 && below.size === 1 ? [...below][0]! : stated
  const listed = new Set(heads.flatMap(({ agency }) => (isName(agency) ? [agency] : []))).size > 1 && !pageTitles.some((text) => text.includes(title.agency))
  return { title, year, doubtful: !told && title.at !== undefined && (several || inLine), listed, names: heads.map(({ agency }) => agency) }
}
