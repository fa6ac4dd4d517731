import { CHECK_IDS, type Check, type CheckId } from './check'

const modules = import.meta.glob<Check>('./rules/*.ts', { eager: true, import: 'default' })
const BY_ID = new Map(Object.values(modules).map((check) => [check.id, check]))

/** Every check, hard ones first. A new one is one more file in `rules/` and its id. */
export const CHECKS: readonly Check[] = CHECK_IDS.flatMap((id) => BY_ID.get(id) ?? [])

/** The check of an id. */
export const checkOf = (id: CheckId): Check => BY_ID.get(id)!
