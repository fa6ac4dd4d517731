import type { Applicant } from '@/domain/figure'
import type { Observation, Slice } from '@/domain/slice'

/** An observation with its index in the slice. */
export interface Found {
  readonly index: number
  readonly observation: Observation
}

/** Finds observations by subject, indicator, applicant and year; the slice's first applicant and year where none is asked for. */
export function lookupIn(slice: Slice): (subject: number, indicator: string, applicant?: Applicant, year?: number) => Found | undefined {
  const found = new Map(slice.observations.map((observation, index) => [keyOf(observation.subject, observation.indicator.id, observation.applicant, observation.year), { index, observation }]))
  return (subject, indicator, applicant = slice.applicants[0]!, year = slice.years[0]!) => found.get(keyOf(subject, indicator, applicant, year))
}

const keyOf = (subject: number, indicator: string, applicant: string, year: number): string => `${subject}|${indicator}|${applicant}|${year}`
