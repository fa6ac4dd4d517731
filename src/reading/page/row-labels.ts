import { labelColumns, type LabelLine, type LabelPiece } from './label-columns'
import { labelled } from './label-lines'
import { REQUEST_LABELS } from '../meaning/labels'
import type { ValueRow } from './rows'
import { isNumbered } from '../meaning/words'

/** Texts of a line that stand beside no numbers. */
export interface Loose {
  readonly y: number
  readonly texts: readonly string[]
}

export interface Labels {
  readonly of: ReadonlyMap<ValueRow, string>
  /** Rows that could as well have the name above or below. */
  readonly doubtful: ReadonlySet<ValueRow>
  /** Names of groups, and other lines that are the label of no row. */
  readonly loose: readonly Loose[]
  /** Labels of rows of table 3 that have no number at all. */
  readonly blank: readonly Loose[]
}

const textOf = (lines: readonly LabelLine[]): string => lines.map(({ text }) => text).join('')

/** Names of rows are broken over no more lines. */
const MOST_LINES = 6

/** How many of the lines from a place on are a name of the form together; 0 where none are. */
function nameAt(lines: readonly LabelLine[], at: number, taken: ReadonlySet<LabelLine>, height: number): number {
  let most = 1
  while (most < MOST_LINES && at + most < lines.length && !taken.has(lines[at + most]!) && lines[at + most]!.y - lines[at + most - 1]!.y <= height * 2.1) most += 1
  return Array.from({ length: most }, (_, less) => most - less).find((count) => REQUEST_LABELS.is(textOf(lines.slice(at, at + count))) !== undefined) ?? 0
}

/** Lines without a row: those that are a name of the form together, and of others those that go on in the next. */
function looseOf(lines: readonly LabelLine[], taken: ReadonlySet<LabelLine>, height: number): Loose[] {
  const groups: LabelLine[][] = []
  let named = 0
  lines.forEach((line, at) => {
    if (taken.has(line)) return
    const last = lines[at - 1]
    const name = named > 0 ? 0 : nameAt(lines, at, taken, height)
    const goesOn = named > 0 || (name === 0 && last !== undefined && groups.at(-1)?.at(-1) === last && line.y - last.y <= height * 2.1 && !isNumbered(line.text) && REQUEST_LABELS.is(textOf(groups.at(-1)!)) === undefined)
    if (goesOn) groups.at(-1)!.push(line)
    else groups.push([line])
    named = Math.max(named > 0 ? named - 1 : name - 1, 0)
  })
  return groups.map(looseAt)
}

const looseAt = (lines: readonly LabelLine[]): Loose => ({ y: lines[0]!.y, texts: [textOf(lines)] })
const idOf = ({ texts }: Loose): string | undefined => REQUEST_LABELS.name(texts[0]!)?.id

/** Whether 其他处理 is a row of its own: no row of its group is there, and no name stands between it and the total. */
function isUnsplit(each: Loose, names: readonly Loose[]): boolean {
  const after = names[names.indexOf(each) + 1]
  return idOf(each) === 'other' && after !== undefined && idOf(after) === 'processed' && !names.some((name) => idOf(name)?.startsWith('other.'))
}

/** Gives rows of numbers the labels beside them: those of the innermost column, and where it has none, of one further out that stands on their line. */
export function labelsOf(pieces: readonly LabelPiece[], rows: readonly ValueRow[], height: number): Labels {
  const of = new Map<ValueRow, string>()
  const doubtful = new Set<ValueRow>()
  const loose: Loose[] = []
  const empty: Loose[] = []
  for (const lines of labelColumns(pieces, height)) {
    const open = rows.filter((row) => !of.has(row))
    const found = labelled(lines, open, height)
    const taken = new Set<LabelLine>(found.blank.flat())
    for (const row of found.doubtful) if (found.of.has(row)) doubtful.add(row)
    for (const [row, own] of found.of) {
      of.set(row, textOf(own))
      for (const line of own) taken.add(line)
    }
    empty.push(...found.blank.map(looseAt))
    loose.push(...looseOf(lines, taken, height))
  }
  const names = [...[...of].map(([{ y }, text]) => ({ y, texts: [text] })), ...empty, ...loose].sort((a, b) => a.y - b.y)
  const unsplit = loose.filter((each) => isUnsplit(each, names))
  return { of, doubtful, loose: loose.filter((each) => !unsplit.includes(each)), blank: [...empty, ...unsplit] }
}
