import { changesIn } from '@/domain/checks/sheet'
import { isDecision, type Decision } from '@/domain/checks/decision'
import { encodingOf } from './decode'
import { delimiterOf, readRows } from './parse'

/** What a file of findings says of decisions. */
export interface DecisionsFile {
  readonly decisions: readonly Decision[]
  /** Lines that name a decision and cannot be read, by their number in the file. */
  readonly unread: readonly number[]
  /** The columns that a file must have and this one lacks; nothing is read then. */
  readonly lacking: readonly string[]
}

const NEEDED = ['agency', 'year', 'check', 'test', 'decision'] as const
const VERDICT_WORDS: Readonly<Record<string, Decision['verdict']>> = { '': null, confirmed: 'confirmed', dismissed: 'dismissed' }

/** The apostrophe that guards a text from being read as a formula goes again. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** The decisions of a file of findings, as it was downloaded here or saved again by a spreadsheet. A line without any is passed over; one without a time counts as older than all others. */
export function decisionsIn(bytes: Uint8Array): DecisionsFile {
  const { label, mark } = encodingOf(bytes)
  const text = new TextDecoder(label).decode(bytes.subarray(mark)).replace(/\r\n?/g, '\n')
  const decisions: Decision[] = []
  const unread: number[] = []
  let headings: readonly string[] | null = null
  readRows(
    [text],
    (cells, line) => {
      if (headings === null) return void (headings = cells.map((cell) => cell.trim().toLowerCase()))
      const cellOf = (heading: string): string => unguarded((cells[headings!.indexOf(heading)] ?? '').trim())
      if (['decision', 'remark', 'accepted'].every((heading) => cellOf(heading) === '')) return
      const decision = decisionOf(cellOf)
      if (decision) decisions.push(decision)
      else unread.push(line)
    },
    (_text, line) => unread.push(line),
    delimiterOf(text),
  )
  const lacking = NEEDED.filter((heading) => !headings?.includes(heading))
  return lacking.length > 0 ? { decisions: [], unread: [], lacking } : { decisions, unread, lacking }
}

function decisionOf(cellOf: (heading: string) => string): Decision | null {
  const verdict = VERDICT_WORDS[cellOf('decision').toLowerCase()]
  const changes = changesIn(cellOf('accepted'))
  if (verdict === undefined || changes === null) return null
  const numbers = `${cellOf('expected')}/${cellOf('found')}`
  const decision = { agency: cellOf('agency'), year: Number(cellOf('year')), check: cellOf('check'), test: cellOf('test'), verdict, remark: cellOf('remark'), changes, decided: cellOf('decided'), ...(numbers === '/' ? {} : { numbers }) }
  return isDecision(decision) ? decision : null
}
