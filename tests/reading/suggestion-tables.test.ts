import { describe, expect, it } from 'vitest'
import { gridOf, type Block } from '@/reading/document'
import { statementsOf } from '@/reading/prose/narrative'

const table = (rows: string[][]): Block => ({ kind: 'table', rows: gridOf(rows.map((cells) => cells.map((text) => ({ text })))), place: { table: 5 } })
const sentence = (text: string): Block => ({ kind: 'text', text, place: { line: 1 } })
const read = (...blocks: Block[]): Record<string, number> => Object.fromEntries(statementsOf(blocks).map(({ figure, value }) => [figure.replace('participation.', ''), value]))

const ROWS = [['类别', '承办数', '办结数', '满意率'], ['人大代表建议', '12件', '11', '100%'], ['政协提案', '9', '/', '98.5%'], ['合计', '21', '', '']]

describe('a table of suggestions and proposals among the other matters', () => {
  it('is read by its headings and channels, each figure with its place and words', () => {
    expect(read(table(ROWS))).toEqual({ 'npc-suggestions.received': 12, 'npc-suggestions.answered': 11, 'npc-suggestions.satisfied-rate': 100, 'cppcc-proposals.received': 9, 'cppcc-proposals.satisfied-rate': 98.5, 'suggestions-and-proposals.received': 21 })
    expect(statementsOf([table(ROWS)])[0]).toMatchObject({ written: '12件', place: { table: 5, row: 2 }, fragment: expect.stringContaining('人大代表建议 12件') })
  })

  it('says nothing where it contradicts the sentences, and adds to them where it does not', () => {
    expect(read(sentence('全年承办人大代表建议18件。'), table(ROWS))).toEqual({ 'npc-suggestions.received': 18 })
    expect(read(sentence('全年承办人大代表建议12件。'), table(ROWS))).toMatchObject({ 'npc-suggestions.received': 12, 'cppcc-proposals.received': 9 })
  })

  it('is no other table, nor one whose columns two headings could mean', () => {
    expect(read(table([['信息内容', '本年制发件数'], ['规章', '3'], ['行政规范性文件', '4']]))).toEqual({})
    expect(read(table([['类别', '件数', '数量'], ['人大代表建议', '3', '4']]))).toEqual({})
  })
})
