import type { FigureId } from '../figure'
import type { Format } from '../formats'
import { label, type Label } from '../label'
import type { Context } from './context'
import type { CheckId } from './ids'

export { CHECK_IDS } from './ids'
export type { CheckId } from './ids'

/** What one test can come to. The order is the encoding of findings: append only. */
export const OUTCOMES = ['pass', 'pass-blank', 'total-blank', 'fail', 'untestable'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_LABELS: Readonly<Record<Outcome, Label>> = {
  pass: label('相符', 'passes'),
  'pass-blank': label('空白作零则相符', 'passes if blank is zero'),
  'total-blank': label('总计未填', 'total left blank'),
  fail: label('不符', 'fails'),
  untestable: label('无法检验', 'not testable'),
}

/** An outcome as a number; 0: there is nothing to test. */
export const NONE = 0
export const PASS = 1
export const PASS_BLANK = 2
export const TOTAL_BLANK = 3
export const FAIL = 4
export const UNTESTABLE = 5
export type Code = 0 | 1 | 2 | 3 | 4 | 5
/** The outcome of a code other than `NONE`. */
export const outcomeOf = (code: Code): Outcome => OUTCOMES[code - 1]!

/** Why a test cannot be made. */
export const UNTESTABLE_LABELS = {
  'not-known': label('所需数字此处未知', 'a figure it needs is not known here'),
  'not-in-format': label('该年报格式无所需的项', 'the report’s format lacks a figure it needs'),
  unreadable: label('所需数字无法读作数字', 'a figure it needs is not readable as a number'),
  suppressed: label('所需数字低于阈值不公布', 'a figure it needs is suppressed'),
  blank: label('所需数字空白', 'a figure it needs is blank'),
  approximate: label('所涉数字为约数', 'a figure of it is approximate'),
  'table-blank': label('整张表空白', 'the whole table is blank'),
  'parts-blank': label('只填了总计，各项均空白', 'only the total is filled in, all its parts are blank'),
  'outside-form': label('表外行未分申请人', 'rows outside the form do not say whose they are'),
  scope: label('一为本机关数字，一为全区域数字', 'one figure is the office’s own, the other the whole region’s'),
} as const satisfies Record<string, Label>
export type UntestableReason = keyof typeof UNTESTABLE_LABELS

/** What a proposal supposes to have happened. */
export const PROPOSAL_LABELS = {
  'blank-zero': label('空白即零', 'blank is zero'),
  'blank-filled': label('空白处漏填', 'a blank was not filled in'),
  'total-unfilled': label('总计未填', 'the total was not filled in'),
  total: label('总计有误', 'the total is wrong'),
  cell: label('一格有误', 'one cell is wrong'),
  joined: label('一个数被拆入相邻两格', 'one number was split over two neighbouring cells'),
  shifted: label('错位一格', 'cells moved by one'),
  swapped: label('两格互换', 'two cells were swapped'),
  'counted-twice': label('重复计数', 'a figure was counted twice'),
  'carried-out-before': label('应等于上年结转下年度', 'equals last year’s carried-out'),
  'stated-elsewhere': label('另处载有其他数字', 'stated otherwise elsewhere'),
  text: label('正文有误', 'the text is wrong'),
  copied: label('整张表雷同', 'a copied table'),
  row: label('一行有误', 'one row is wrong'),
  yuan: label('以元填报万元', 'yuan written for 10,000 yuan'),
} as const satisfies Record<string, Label>
export type ProposalKind = keyof typeof PROPOSAL_LABELS

/** One cell before and after; null is blank. `year` is the report's, or a neighbouring one's of the same agency. */
export interface Change {
  readonly figure: FigureId
  readonly year: number
  readonly before: number | null
  readonly after: number | null
}

/** What would make a failing test fit. Nothing is changed by it. */
export interface Proposal {
  readonly kind: ProposalKind
  readonly explanation: Label
  readonly changes: readonly Change[]
  /** How many sums (H1 to H4) of the report would fail then; where two reports are set side by side, of both, and of what is carried over between them. */
  readonly remaining: number
}

/** One number of a sum written out. `figure`: null for what the form has no cell for. */
export interface WrittenTerm {
  readonly figure: FigureId | null
  readonly label: Label
  readonly value: number
  readonly sign: 1 | -1
  readonly year: number
  /** Nothing stands in the cell: it counts as zero, or as what its parts add up to. */
  readonly blank: boolean
}

/** Both sides of a test that is a sum, as they must agree: `left` equal to `right`, or at most that. */
export interface Written {
  readonly left: readonly WrittenTerm[]
  readonly right: readonly WrittenTerm[]
  readonly rule: 'equal' | 'at-most'
}

/** What the terms of a side come to. */
export const sumOfTerms = (terms: readonly WrittenTerm[]): number => Number(terms.reduce((sum, { value, sign }) => sum + sign * value, 0).toPrecision(12))

/** Another report that a test compares with. */
export interface Against {
  readonly agency: string
  readonly year: number
  readonly cells: readonly FigureId[]
}

/** What one test of one report came to. */
export interface Finding {
  readonly check: CheckId
  /** The test within its check: `requests.natural`, `review`, … */
  readonly test: string
  readonly label: Label
  readonly outcome: Outcome
  readonly agency: string
  readonly year: number
  readonly row: number
  readonly cells: readonly FigureId[]
  /** What the rule asks for and what the report says; null where the test is not about one number. */
  readonly expected: number | null
  readonly found: number | null
  /** found − expected. */
  readonly difference: number | null
  readonly explanation: Label
  /** The likeliest first. */
  readonly proposals: readonly Proposal[]
  /** Several of them would do as well, and nothing in the report says which. */
  readonly undecided: boolean
  readonly against?: Against
  /** The sum, where the test is one and its numbers are there. */
  readonly written?: Written
}

/** What a test says of one report beyond its outcome. */
export interface Detail {
  readonly cells: readonly FigureId[]
  readonly expected: number | null
  readonly found: number | null
  readonly explanation: Label
  readonly proposals?: readonly Proposal[]
  readonly against?: Against
  readonly written?: Written
}

/** One sum or comparison, made for every report of a format. */
export interface Test {
  readonly name: string
  readonly label: Label
  readonly outcome: (row: number) => Code
  /** The outcomes of many reports at once, where a test is made for most of them. */
  readonly outcomes?: (rows: readonly number[], codes: Uint8Array) => void
  /** It looks at a report as a whole, after the other tests, and only where this holds of the report; the same for all tests that a check makes for a format. */
  readonly late?: (row: number) => boolean
  /** The figures of the report that take part in a failing test, where they are known without writing all of it out. */
  readonly cells?: (row: number) => readonly FigureId[]
  /** The figures of the agency's report of the year before that take part. */
  readonly cellsBefore?: readonly FigureId[]
  readonly detail: (row: number, code: Code) => Detail
}

/** A rule that reports are held to. */
export interface Check {
  readonly id: CheckId
  readonly hard: boolean
  readonly label: Label
  /** What it tests and what to make of a failure. */
  readonly text: Label
  /** The form's note, or whose rule it is. */
  readonly source: Label
  /** It looks for the trace of a cause where sums fail: to find none is no test that was passed. */
  readonly traces?: true
  /** Whether it holds for reports of a format. */
  readonly holdsFor: (format: Format) => boolean
  readonly tests: (context: Context, format: Format) => readonly Test[]
}

/** A check; hard where its id says so. */
export const defineCheck = (check: Omit<Check, 'hard'>): Check => Object.freeze({ ...check, hard: check.id.startsWith('H') })
