import type { EvidenceLine } from '@/domain/evidence'
import { encodingOf, textsOf } from './decode'
import { reportKey, type EvidenceByReport } from './evidence'
import { readRows } from './parse'
import { plainText } from './table-file'

const FIELDS = ['figure', 'as-named', 'value', 'unit', 'note', 'source', 'quote'] as const

/** Reads evidence.csv, by report. Lines that cannot be read are left out: the file explains figures, it holds none. */
export function readEvidence(bytes: Uint8Array): EvidenceByReport {
  const found = new Map<string, EvidenceLine[]>()
  let headings: readonly string[] | null = null
  const row = (cells: readonly string[], line: number): void => {
    if (headings === null) {
      headings = cells.map(plainText)
      return
    }
    const at = headings
    const text = (heading: string): string => plainText(cells[at.indexOf(heading)] ?? '')
    const [figure, asNamed, value, unit, note, source, quote] = FIELDS.map(text) as [string, string, string, string, string, string, string]
    const key = reportKey(text('agency'), text('year'))
    const lines = found.get(key)
    const entry = { figure, asNamed, value, unit, note, source, quote, line }
    if (lines) lines.push(entry)
    else found.set(key, [entry])
  }
  readRows(textsOf(bytes, encodingOf(bytes)), row, () => undefined)
  return found
}
