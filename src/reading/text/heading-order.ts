import { APPLICANT_IDS, type Applicant } from '@/domain/figure'
import { cellsOf, gridOf, type Block } from '../document'
import { APPLICANT_LABELS, APPLICANT_WORDS, headingsIn } from '../meaning/labels'
import { tight } from '../meaning/words'
import type { TextLine } from './lines'

const OPENS_ROWS = /年度?新收/
const KINDS = APPLICANT_IDS.slice(1, -1)
const headed = (order: readonly Applicant[]): string => order.map((id) => APPLICANT_WORDS[id]).join()

/** The applicants in the order in which lines above table 3's first row name the kinds of organisations; null where that is the form's, or not each of them is named once. */
function orderIn(lines: readonly TextLine[]): readonly Applicant[] | null {
  const to = lines.findIndex(({ text }) => OPENS_ROWS.test(tight(text)))
  const from = lines.slice(0, Math.max(to, 0)).findLastIndex(({ text }) => tight(text).includes('自然人'))
  const named = from < 0 ? [] : lines.slice(from, to).flatMap(({ text }) => (headingsIn(text) ?? [text]).flatMap((word) => APPLICANT_LABELS.is(word) ?? []))
  const kinds = named.filter((id) => KINDS.includes(id))
  return kinds.length === KINDS.length && new Set(kinds).size === KINDS.length && kinds.join() !== KINDS.join() ? ['natural', ...kinds, 'total'] : null
}

/** Blocks of a text without columns in which the headings of table 3 stand in the order in which the text names them: told, as nothing but that says which column each of them heads. */
export function withHeadingOrder(blocks: readonly Block[], lines: readonly TextLine[]): readonly Block[] {
  const order = orderIn(lines)
  if (!order) return blocks
  return blocks.map((block) => {
    if (block.kind !== 'table') return block
    const texts = block.rows.map((row) => cellsOf(row).map(({ text }) => text))
    const heading = texts.findIndex(([, ...words]) => words.join() === headed(APPLICANT_IDS))
    if (heading < 0) return block
    const rows = gridOf(texts.map((row, at) => (at === heading ? ['', ...order.map((id) => APPLICANT_WORDS[id])] : row)).map((row) => row.map((text) => ({ text }))))
    return { ...block, rows, told: rows.map((_, at) => block.told?.[at] ?? (at > heading ? 'likely' : undefined)) }
  })
}
