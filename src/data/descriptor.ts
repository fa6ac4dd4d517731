import { MISSING_LABELS, MISSING_REASONS, type MissingReason } from '@/domain/cell'

export const DESCRIPTOR = 'datapackage.json'

/** A file of a package, as its descriptor describes it. */
export interface Resource {
  readonly name: string
  readonly path: string
  readonly encoding: string
  /** Between cells, where the resource's dialect says it. */
  readonly delimiter?: string
  /** Size of the file; 0 where the descriptor does not say. */
  readonly bytes: number
  /** Markers for a missing value beyond those every cell knows, with the reason they stand for. */
  readonly markers: ReadonlyMap<string, MissingReason>
}

/** Title and address of a source or a licence. */
export interface Reference {
  readonly title: string
  readonly path: string
}

/** What the loader and the downloads need of a `datapackage.json`. */
export interface Descriptor {
  /** What the package goes by in links; '' where it does not say. */
  readonly id: string
  readonly title: string
  readonly version: string
  /** Day the package was made, `2026-11-24`; '' where it does not say. */
  readonly created: string
  readonly resources: readonly Resource[]
  readonly sources: readonly Reference[]
  readonly licences: readonly Reference[]
  /** Of several packages opened together: what each says, in their order; null of one that says nothing. */
  readonly each?: readonly (Descriptor | null)[]
}

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])
const referenceOf = (value: Json): Reference => ({ title: textOf(value.title) || textOf(value.name), path: textOf(value.path) })

/** Reads a descriptor; undefined for text that is no Data Package. Parts that are not understood are left out. */
export function readDescriptor(text: string): Descriptor | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isJson(json) || !Array.isArray(json.resources)) return undefined
  return {
    id: textOf(json.id),
    title: textOf(json.title),
    version: textOf(json.version),
    created: textOf(json.created).slice(0, 10),
    resources: listOf(json.resources).filter((resource) => textOf(resource.name) !== '').map(resourceOf),
    sources: listOf(json.sources).map(referenceOf),
    licences: listOf(json.licenses).map(referenceOf),
  }
}

function resourceOf(resource: Json): Resource {
  const name = textOf(resource.name)
  const schema = isJson(resource.schema) ? resource.schema : {}
  const delimiter = isJson(resource.dialect) ? textOf(resource.dialect.delimiter) : ''
  return {
    name,
    path: textOf(resource.path) || `${name}.csv`,
    encoding: textOf(resource.encoding) || 'utf-8',
    ...(delimiter === '' ? {} : { delimiter }),
    bytes: typeof resource.bytes === 'number' ? resource.bytes : 0,
    markers: new Map(listOf(schema.missingValues).flatMap((marker) => markerOf(marker))),
  }
}

/** A marker counts when its label names a reason: by id, in Chinese or in English. Blank cells are never remapped. */
function markerOf(marker: Json): [string, MissingReason][] {
  const value = textOf(marker.value)
  const words = textOf(marker.label).split('/').map((word) => word.trim().toLowerCase())
  const reason = MISSING_REASONS.find((id) => words.some((word) => word === id || word === MISSING_LABELS[id].zh || word === MISSING_LABELS[id].en))
  return value === '' || reason === undefined ? [] : [[value, reason]]
}

/** The file of a name where no descriptor tells of it. */
export const unlisted = (name: string): Resource => ({ name, path: `${name}.csv`, encoding: 'utf-8', bytes: 0, markers: new Map() })

/** The resource of a name; undefined for one that the descriptor does not list. Without a descriptor every file may be there. */
export const resourceNamed = (descriptor: Descriptor | undefined, name: string): Resource | undefined =>
  descriptor ? descriptor.resources.find((resource) => resource.name === name) : unlisted(name)
