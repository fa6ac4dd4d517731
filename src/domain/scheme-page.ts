import { indicatorOf, type Indicator } from './indicators'
import type { Page } from './scheme'

/** The indicators of ids; an undefined id gives none, an unknown one throws. */
export const named = (...ids: readonly (string | undefined)[]): Indicator[] => present(...ids).map((id) => indicatorOf(id) ?? fail(id))

/** Some first, then all others. */
export const first = (leading: readonly Indicator[], all: readonly Indicator[]): Indicator[] => [...new Set([...leading, ...all])]

/** The ids there are, each once. */
export const present = (...ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]

/** A page with nothing to compare. */
export const NO_PAGE: Page = { indicators: [], leading: [], yearBy: [] }

function fail(id: string): never {
  throw new Error(`no indicator ${id}`)
}
