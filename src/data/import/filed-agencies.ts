import type { AgencyField } from '@/domain/formats'
import type { Fields, FiledAgency } from './filed'

const MOST_NAMESAKES = 50
const placeOf = ({ county, city, province }: Fields): string => county || city || province || ''

/** The agencies that files name, each once. */
export class FiledAgencies {
  readonly all: FiledAgency[] = []
  private readonly ids = new Set<string>()
  private readonly named = new Map<string, readonly number[]>()
  private readonly coded = new Map<string, number>()

  /**
   * The index of an agency: its name is its identity within a family of formats (`occasion`: the file it is met in). Where one name stands
   * for two (another code, or another place in the same file), the second gets its code or place behind the name; `namesake` says so.
   */
  index(name: string, fields: Fields, occasion: string, family: string): { readonly index: number; readonly namesake: boolean } {
    const group = `${family} ${name}`
    const coded = fields.code ? this.coded.get(`${group} ${fields.code}`) : undefined
    const known = this.named.get(group) ?? []
    const index = coded ?? known.find((each) => !this.differs(this.all[each]!, fields, occasion))
    if (index !== undefined) {
      const agency = this.all[index]!
      // Without code or place nothing tells which of several it is.
      const unsure = coded === undefined && known.length > 1 && !fields.code && !placeOf(fields)
      this.update(agency, fields, occasion)
      if (fields.code) this.coded.set(`${group} ${fields.code}`, index)
      return { index, namesake: unsure }
    }
    return { index: this.add(name, fields, occasion, family), namesake: known.length > 0 }
  }

  private add(name: string, fields: Fields, occasion: string, family: string): number {
    const group = `${family} ${name}`
    const index = this.all.length
    const sign = fields.code || placeOf(fields) || family
    let id = this.ids.has(name) ? `${name}（${sign}）` : name
    for (let n = 2; this.ids.has(id); n += 1) id = `${name}（${sign} ${n}）`
    this.all.push({ id, family, fields, occasion })
    this.ids.add(id)
    // Codes tell namesakes apart by themselves; only a few need to be compared.
    const named = this.named.get(group) ?? []
    if (named.length < MOST_NAMESAKES) this.named.set(group, [...named, index])
    if (fields.code) this.coded.set(`${group} ${fields.code}`, index)
    return index
  }

  private differs({ fields, occasion: last }: FiledAgency, next: Fields, occasion: string): boolean {
    if (fields.code && next.code) return fields.code !== next.code
    return last === occasion && (['province', 'city', 'county'] as const).some((field) => fields[field] && next[field] && fields[field] !== next[field])
  }

  private update(agency: FiledAgency, fields: Fields, occasion: string): void {
    agency.occasion = occasion
    const added = Object.entries(fields).filter(([field, text]) => text !== '' && !agency.fields[field as AgencyField])
    if (added.length > 0) agency.fields = { ...agency.fields, ...Object.fromEntries(added) }
  }

  /** The index of the only agency of a name within a family; undefined where there is none, or the name stands for several. */
  only(name: string, family: string): number | undefined {
    const [agency, ...namesakes] = this.named.get(`${family} ${name}`) ?? []
    return namesakes.length > 0 ? undefined : agency
  }
}
