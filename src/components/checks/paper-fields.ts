/** The lines at the head of a sheet, beside whom it is for and its date. */
export const PAPER_FIELDS = ['from', 'deadline', 'reply'] as const
export type PaperField = (typeof PAPER_FIELDS)[number]
