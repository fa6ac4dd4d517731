const KEY = 'disclosure-atlas.paper'

/** What stands at the head of every sheet that is sent; '' is filled in by hand. */
export interface PaperFields {
  readonly from: string
  readonly deadline: string
  readonly reply: string
}

export const NO_FIELDS: PaperFields = { from: '', deadline: '', reply: '' }

/** What was written last, as far as this browser kept it. */
export function keptPaperFields(): PaperFields {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const of = (id: keyof PaperFields): string => (typeof kept === 'object' && kept !== null && typeof (kept as PaperFields)[id] === 'string' ? (kept as PaperFields)[id] : '')
    return { from: of('from'), deadline: of('deadline'), reply: of('reply') }
  } catch {
    return NO_FIELDS
  }
}

/** Keeps them for the next sheet; where the browser refuses they hold for the visit. */
export function keepPaperFields(fields: PaperFields): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(fields))
  } catch {
    // Private windows refuse.
  }
}
