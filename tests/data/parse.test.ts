import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '@/data/csv'
import { readRows } from '@/data/parse'
import { label } from '@/domain/label'
import { AGENCY, loadSmall } from './files'

interface Read {
  readonly rows: (readonly [number, ...string[]])[]
  readonly broken: (readonly [number, string])[]
  readonly lines: number
}

function read(texts: Iterable<string>): Read {
  const rows: [number, ...string[]][] = []
  const broken: [number, string][] = []
  const { lines } = readRows(texts, (cells, line) => rows.push([line, ...cells]), (text, line) => broken.push([line, text]))
  return { rows, broken, lines }
}

const chunks = (text: string, size: number): string[] => Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size))

describe('rows and their line numbers', () => {
  it('counts quoted line breaks and blank lines', () => {
    expect(read(['a,b\n"x\ny",1\n\nz,2'])).toEqual({ rows: [[1, 'a', 'b'], [2, 'x\ny', '1'], [5, 'z', '2']], broken: [], lines: 5 })
  })

  it('leaves out a line whose quote does not close, not the rest of the file', () => {
    expect(read(['a,b\n"x,1\ny,2\n"z",3\n'])).toEqual({ rows: [[1, 'a', 'b'], [3, 'y', '2'], [4, 'z', '3']], broken: [[2, '"x,1']], lines: 4 })
  })

  it('leaves out a line with text after a quote', () => {
    expect(read(['a,b\n"x"y,1\nz,2\n'])).toEqual({ rows: [[1, 'a', 'b'], [3, 'z', '2']], broken: [[2, '"x"y,1']], lines: 3 })
  })

  it('takes a quote inside an unquoted cell as it is', () => expect(read(['5" disk,1\nb,2\n']).rows).toEqual([[1, '5" disk', '1'], [2, 'b', '2']]))

  it('does not wait for a quote that never closes', () => {
    const text = `"open,1\n${'a,1\n'.repeat(60_000)}`
    const { rows, broken } = read(chunks(text, 50_000))
    expect(rows).toHaveLength(60_000)
    expect(broken).toEqual([[1, '"open,1']])
  })

  it('reads a very long line', () => {
    const long = 'x'.repeat(300_000)
    expect(read(chunks(`a,${long}\nb,2\n`, 50_000)).rows).toEqual([[1, 'a', long], [2, 'b', '2']])
  })
})

const malformed = fc.array(fc.constantFrom('a', '"', ',', '\n', '中', '12', "'", '=1', ' ', '""', '","', '"\n'), { maxLength: 120 }).map((parts) => parts.join(''))

describe('any text', () => {
  it('is read the same whatever the chunks, and its lines are all counted', () => {
    fc.assert(
      fc.property(malformed, fc.integer({ min: 1, max: 40 }), (text, size) => {
        const whole = read([text])
        expect(read(chunks(text, size))).toEqual(whole)
        expect(whole.lines).toBe(text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0))
      }),
    )
  })

  it('as a file of a package never throws, and every line is loaded or reported', async () => {
    await fc.assert(
      fc.asyncProperty(malformed, fc.constantFrom('requests', 'reports', 'agencies', 'narrative', 'participation'), async (text, name) => {
        const heads: Record<string, string> = { requests: 'agency,year,row,total', reports: 'agency,year,format', agencies: 'id,name', narrative: 'agency,year,figure,value', participation: 'agency,year,channel,received' }
        const content = `${heads[name]}\n${AGENCY},2021,received,${text}`
        const result = await loadSmall({ [`${name}.csv`]: content })
        for (const { rowsIn, rowsLoaded, rowsReported } of result.files) expect(rowsLoaded + rowsReported).toBe(rowsIn)
        const account = result.files.find(({ file }) => file === `${name}.csv`)!
        expect(result.problems.filter(({ file, lineLeftOut }) => file === `${name}.csv` && lineLeftOut)).toHaveLength(account.rowsReported)
        expect(await loadSmall({ [`${name}.csv`]: content })).toEqual(result)
      }),
    )
  })
})

describe('what we write we read back', () => {
  it('round trip of any texts and numbers', () => {
    const value = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('=1+1', '+1036', '-5', '@x', '\tx', '=a\nb', ' 中 ', 'a"b', 'x,y'), fc.integer(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 8 }), (rows) => {
        const columns = ['a', 'b', 'c'].map((id) => ({ id, label: label(id, id), numeric: false }))
        const text = csvText({ columns, rows }).replace(/\r\n/g, '\n')
        const { rows: back, broken } = read([text])
        expect(broken).toEqual([])
        const written = (cell: string | number | null): string => (cell === null ? '' : typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell.replace(/\r\n/g, '\n')}` : String(cell).replace(/\r\n/g, '\n'))
        expect(back.slice(1).map(([, ...cells]) => cells)).toEqual(rows.map((row) => row.map(written)))
      }),
    )
  })
})
