/** The words behind numbers that say what is counted, a letter each. */
export const COUNTERS = '件条宗次个份项例起'

/** A unit, as part of a pattern: one of these, or of money. */
export const UNIT = `(?:[${COUNTERS}]|万?元)`

const ALONE = new RegExp(`^${UNIT}$`)

/** Whether a text is a unit and nothing else: one that stands apart from its number. */
export const isUnit = (text: string): boolean => ALONE.test(text)
