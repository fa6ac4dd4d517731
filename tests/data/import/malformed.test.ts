import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportFile } from '@/data/import/account'
import { importFiles, lookAt } from '@/data/import/import'
import { loadPackage } from '@/data/load'

/** Another seed each run; a failure names it, and `SEED=… npm test -- unit` repeats it. */
const SEED = Number(process.env.SEED ?? Date.now() % 0x7fffffff)
const RUNS = Number(process.env.RUNS ?? 20_000)

const HEADINGS = ['机关', '单位名称', 'Agency', 'AuthorityName', 'Government body', '年度', 'Year', 'Fiscal Year', 'Quarter', 'Component', '本年新收', '予以公开', '行', 'row', '自然人', '总计', 'figure', 'indicator', 'value', '备注', 'Requests received', 'FOISA requests', 'Total', 'Ex. 1', '其他', '其他', '', ' ', '2021', '2022年', '甲指标', '<b>', '=A1', '省份', 'authority_id']
const CELLS = ['甲市财政局', '乙市公安局', '合计', 'All agencies', 'Agency Overall', '<img src=x onerror=alert(1)>', '=HYPERLINK("x")', '\u202e丙局\u200b', '2021', '2022', '20222', '２０２３', '2018-19', 'Q1 2010', '0', '12', '1,234', '1.234,5', '１２', '-3', '+1036', '007', '/', '—', 'N/A', 'NaN', '<1', '*', '..', '22（其中修订16件）', '251000元', '3.5万元', '予以公开', 'received', 'requests.received.total', 'us-foia:requests.received', 'requests.disclosure-rate', '', '', ' ', 'a"b', '"', 'x;y', 'line\nbreak', 'é', '\u0000', '\uFEFF', '1e99', '9'.repeat(40)]

const cell = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...CELLS) }, { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }) })
const heading = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...HEADINGS) }, { weight: 1, arbitrary: fc.string({ maxLength: 5 }) })
/** Tables as people have them, before anything is done to them: what stands first is an agency, then a year, then figures. */
const sane = fc
  .record({
    head: fc.constantFrom(['机关', '年度'], ['Agency', 'Fiscal Year'], ['单位名称', '年份'], ['AuthorityName', 'Year']),
    figures: fc.subarray(['本年新收', '予以公开', '部分公开', '不予公开', '现行有效', 'Requests received', 'Granted in full', 'Refused', 'FOISA requests', 'FOISA - full release', 'EIR requests', '自有指标'], { minLength: 1, maxLength: 5 }),
    rows: fc.array(fc.tuple(fc.constantFrom('甲市财政局', '乙市公安局', '丙局', 'Home Office', '合计'), fc.constantFrom('2021', '2022', '2022年', '2018-19', '20222'), fc.array(fc.constantFrom('0', '12', '1,234', '/', '', '<1', '3（约）', '１２'), { minLength: 5, maxLength: 5 })), { minLength: 1, maxLength: 6 }),
  })
  .map(({ head, figures, rows }): { headings: string[]; rows: string[][] } => ({ headings: [...head, ...figures], rows: rows.map(([agency, year, cells]) => [agency, year, ...cells.slice(0, figures.length)]) }))
const wild = fc.record({ headings: fc.array(heading, { minLength: 1, maxLength: 7 }), rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }) })

const quoted = (text: string, delimiter: string, style: number): string =>
  style === 0 && !/["\n]/.test(text) && !text.includes(delimiter) ? text : style === 1 ? `"${text}` : style === 2 ? text : `"${text.replaceAll('"', '""')}"`

const malformed = fc
  .record({
    name: fc.constantFrom('a.csv', '2021.csv', 'foia-disposition.csv', '年报2022.tsv', 'x'),
    table: fc.oneof({ weight: 2, arbitrary: sane }, { weight: 1, arbitrary: wild }),
    delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    styles: fc.oneof({ weight: 2, arbitrary: fc.constantFrom([0], [3], [0, 3]) }, { weight: 1, arbitrary: fc.array(fc.constantFrom(0, 0, 0, 0, 3, 3, 2, 1), { minLength: 3, maxLength: 9 }) }),
    titles: fc.array(cell, { maxLength: 2 }),
    again: fc.boolean(),
    encoding: fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf8', 'latin1', 'utf16le'),
    mark: fc.boolean(),
    noise: fc.option(fc.tuple(fc.nat(400), fc.uint8Array({ minLength: 1, maxLength: 4 })), { freq: 6 }),
    cut: fc.option(fc.nat(400), { freq: 10 }),
  })
  .map(({ name, table: { headings, rows }, delimiter, end, styles, titles, again, encoding, mark, noise, cut }): ImportFile => {
    let k = 0
    const line = (cells: readonly string[]): string => cells.map((text) => quoted(text, delimiter, styles[k++ % styles.length]!)).join(delimiter)
    const lines = [...titles, line(headings), ...rows.map(line), ...(again ? [line(headings)] : [])]
    let bytes = new Uint8Array(Buffer.from((mark ? '\uFEFF' : '') + lines.join(end), encoding))
    if (noise) bytes = new Uint8Array([...bytes.subarray(0, noise[0]), ...noise[1], ...bytes.subarray(noise[0])])
    return { name, bytes: cut === null ? bytes : bytes.subarray(0, cut) }
  })

const plain = (files: ReadonlyMap<string, Uint8Array>): string => [...files].map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`).join('\n')

describe('malformed files', () => {
  it(`never throw, lose no row, and give the same result twice (${RUNS} cases, seed ${SEED})`, async () => {
    console.log(`seed ${SEED}`)
    let loaded = 0
    await fc.assert(
      fc.asyncProperty(fc.array(malformed, { minLength: 1, maxLength: 2 }), async (files) => {
        const first = await importFiles(files)
        for (const { file: name, format, shape, rowsIn, rowsLoaded, rowsReported } of first.account.files) {
          expect(rowsIn).toBe(rowsLoaded + rowsReported)
          // Every line reported is told by itself, but of tables that nobody could place.
          const told = first.account.problems.filter((problem) => problem.file === name && problem.lineLeftOut).length
          const placed = format !== '' && shape !== 'unknown' && !first.account.problems.some(({ file: of, kind }) => of === name && ['year-missing', 'columns-unmapped'].includes(kind))
          if (placed) expect([name, told]).toEqual([name, rowsReported])
        }
        loaded += first.account.figures
        const second = await importFiles(files)
        expect(plain(second.files)).toBe(plain(first.files))
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(loaded).toBeGreaterThan(RUNS / 4)
  }, 300_000)

  it('are not told to have left out a line of which something was loaded', async () => {
    const { account } = await importFiles([{ name: '2021.csv', bytes: new Uint8Array(Buffer.from(',value,机关,自然人,行,机关,Total\n甲局,甲局,甲局,甲局,requests.disclosure-rate,甲局,甲局')) }])
    for (const { rowsReported } of account.files) expect(account.problems.filter(({ lineLeftOut }) => lineLeftOut).length).toBe(rowsReported)
  })

  it(`load again as written, cell for cell (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(malformed, async (file) => {
        await lookAt([file])
        const { files, account } = await importFiles([file])
        const table = await loadPackage({ read: async (path) => files.get(path) ?? null })
        expect([table.agencies.length, table.reportYear.length, table.problems.filter(({ kind }) => kind !== 'cell-unreadable')]).toEqual([account.agencies, account.reports, []])
        let numbers = 0
        for (const { states } of table.columns.values()) for (const state of states) if ((state & 15) === 15) numbers += 1
        expect(numbers).toBe(account.figures)
      }),
      { numRuns: 1_000, seed: SEED },
    )
  }, 120_000)
})
