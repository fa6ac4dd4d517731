/** Every check, hard ones first (domain: arithmetic of the form, tolerance 0), then soft ones (explainable, shown without blame). By itself, so that links know them before the checks travel. */
export const CHECK_IDS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'] as const
export type CheckId = (typeof CHECK_IDS)[number]

/** What a report comes to by its gravest test, the gravest first. */
export const MARKS = ['fail-hard', 'fail-soft', 'total-blank', 'untestable', 'pass-blank', 'pass', 'untested', 'no-report'] as const
export type Mark = (typeof MARKS)[number]

/** What a reader has made of a failing test. */
export const VERDICTS = ['confirmed', 'dismissed'] as const
export type Verdict = (typeof VERDICTS)[number]
