import { NOT_KNOWN } from '@/domain/cell'
import type { FigureId } from '@/domain/figure'
import { evidenceOf } from './again'
import { fileOf, withoutFolder } from './file-names'
import type { Filings } from './filings'

/** The names that a file may have been given under: of two of one name the second is numbered, and a name may have had its number before. */
const given = (name: string): string[] => [withoutFolder(name), withoutFolder(name).replace(/ \(\d+\)(?=\.[^.]*$|$)/, '')]

/**
 * What the documents that state a report say of cells that their versions do not list, as long as the ones that stand are those that they
 * were compared with: what was read there, of cells that their evidence has, and nothing of others. Files that are no documents state a
 * part of a report, and leave the others as they stand.
 */
export class Unlisted {
  private readonly sources: readonly string[]
  private readonly documents = new Set<string>()
  private readonly stated = new Set<string>()

  constructor(
    private readonly filings: Filings,
    private readonly row: number,
  ) {
    const isOfReport = evidenceOf(filings, row)
    this.sources = [...filings.reports[row]!.sources]
    const origins = new Set([...this.sources, ...[...filings.versions.values()].flatMap((version) => (version.row === row ? [version.origin] : []))])
    // The same words at the same place of two files of one name are kept once: what the one states the other is taken to state, too.
    const starts = [...origins].map((origin) => [origin, `${fileOf(origin)} `, given(fileOf(origin)).map((name) => `${name} `)] as const)
    for (const [agency, year, figure, , , , , source] of filings.words.evidence) {
      if (!isOfReport(agency!, year!)) continue
      const bare = withoutFolder(source!)
      for (const [origin, start, names] of starts) {
        if (source!.startsWith(start)) this.documents.add(origin)
        if (names.some((name) => bare.startsWith(name))) this.stated.add(`${origin} ${figure}`)
      }
    }
  }

  /** Undefined for a file that is no document. */
  text(origin: string, figure: FigureId): string | undefined {
    if (!this.documents.has(origin)) return undefined
    if (!this.stated.has(`${origin} ${figure}`)) return NOT_KNOWN
    return this.filings.marks.edit({ row: this.row, figure, origin: '' })?.before ?? this.filings.text(figure, this.row)
  }

  /** The document that stands; undefined where none does. */
  get document(): string | undefined {
    return this.sources.find((name) => this.documents.has(name))
  }

  /** The document that a cell stands from; undefined where none states it. */
  standing(figure: FigureId): string | undefined {
    return this.sources.find((name) => this.documents.has(name) && this.stated.has(`${name} ${figure}`))
  }

  /** The cells that stand from a document, and of which this one says nothing. */
  silentIn(origin: string): FigureId[] {
    return [...this.filings.columns.values()].flatMap(({ figure, cells }) => (cells[this.row] !== undefined && this.standing(figure) !== undefined && this.text(origin, figure) === NOT_KNOWN ? [figure] : []))
  }
}
