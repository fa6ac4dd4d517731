import { describe, expect, it } from 'vitest'
import { C_MAPS } from '@/cli/files'
import { readReports, type ReadReport } from '@/reading'
import { given, html, PLAIN, tablesOf, type Cell, type Given, type Rows, type Tables } from './documents'
import { fullHeadings, NARROW_LABELS, NARROW_NUMBERS, ONE_LETTER, pdf, TIGHT_LABELS, WAYS, type Way } from './pdf'

const SEEDS = [7, 12, 31]

async function read(bytes: Uint8Array): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes }, { cMapUrl: C_MAPS })
  expect(refused).toBeNull()
  expect(reports).toHaveLength(1)
  return reports[0]!
}

const numbers = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))

/** The tables with the texts of their cells changed. */
const changed = (tables: Tables, of: (text: string) => string): Tables => {
  const rows = (some: Rows): Rows => some.map((row) => row.map((cell) => ({ ...cell, text: of(cell.text) })))
  return { proactive: rows(tables.proactive), requests: rows(tables.requests), reviews: rows(tables.reviews) }
}

async function expectAll(report: Given, bytes: Uint8Array): Promise<void> {
  const found = await read(bytes)
  expect([found.agency, found.year, found.format, found.extras]).toEqual([report.agency, report.year, report.format, []])
  expect(numbers(found)).toEqual(Object.fromEntries(report.figures))
}

describe.each(WAYS)('a page that is drawn %s', (way: Way) => {
  it.each(SEEDS)('gives every figure (%i)', async (seed) => {
    const report = given(seed)
    await expectAll(report, pdf(report, tablesOf(report, PLAIN, seed), true, undefined, way))
  })
})

it.each(SEEDS)('numbers beyond the edge of a page are none of its tables without rulings (%i)', async (seed) => {
  const report = given(seed)
  await expectAll(report, pdf(report, tablesOf(report, PLAIN, seed), false, undefined, 'beyond'))
})

describe('a table over two pages', () => {
  /** Table 3 cut within the name of a row, with its headings repeated below or not; the numbers stand above, or below. */
  function cutWithin(rows: Rows, [start, end]: readonly [string, string], { repeated = true, below = false } = {}): Rows {
    const at = rows.findIndex((row) => row.some(({ text }) => text.endsWith(start + end)))
    const open: Cell[] = []
    const blank = (row: readonly Cell[]): Cell[] => row.map((cell, x) => (x < row.length - 7 ? cell : { ...cell, text: '' }))
    const above = rows.slice(0, at + 1).map((row, y) =>
      (y === at && below ? blank(row) : row).map((cell) => {
        const rest = y + (cell.rows ?? 1) - at - 1
        if (rest <= 0) return { ...cell, text: cell.text.replace(start + end, start) }
        open.push({ text: '', rows: rest + 1 })
        return { ...cell, rows: cell.rows! - rest }
      }),
    )
    const rest = [...open, { text: end }, ...rows[at]!.slice(-7).map(({ text }) => ({ text: below ? text : '' }))]
    const next = [...(repeated ? rows.slice(0, 3) : []), rest].map((row, y) => row.map((cell, x) => (y + x === 0 ? { ...cell, text: `\f${cell.text}` } : cell)))
    return [...above, ...next, ...rows.slice(at + 1)]
  }

  it.each(SEEDS)('a row goes on below the repeated headings (%i)', async (seed) => {
    const report = given(seed, 'cn-2021')
    const tables = tablesOf(report, PLAIN, seed)
    await expectAll(report, pdf(report, { ...tables, requests: cutWithin(tables.requests, ['无正当', '理由大量反复申请']) }))
  })

  it.each(SEEDS)('numbers without a name beside them go on in a row of what had no room (%i)', async (seed) => {
    const report = given(seed)
    const tables = tablesOf(report, PLAIN, seed)
    const cut = (cell: Cell, at: number): Cell[] => [{ ...cell, text: cell.text.slice(0, 1) }, { ...cell, text: `${at === 0 ? '\f' : ''}${cell.text.slice(1)}` }]
    const parts = tables.reviews.at(-1)!.map(cut)
    await expectAll(report, pdf(report, { ...tables, reviews: [...tables.reviews.slice(0, -1), parts.map(([first]) => first!), parts.map(([, rest]) => rest!)] }))
  })

  it.each(SEEDS)('the name of a row goes on beside its numbers (%i)', async (seed) => {
    const report = given(seed)
    const tables = tablesOf(report, PLAIN, seed)
    const requests = tables.requests.map((row) => row.map((cell) => ({ ...cell, text: cell.text.replace('保护第三方合法权益', '保护第三方的权益') })))
    await expectAll(report, pdf(report, { ...tables, requests: cutWithin(requests, ['保护第三方的', '权益'], { repeated: false, below: true }) }))
  })

  it.each(SEEDS)('the numbers of an item stand above the end of the page, its name below (%i)', async (seed) => {
    const report = given(seed)
    const tables = tablesOf(report, PLAIN, seed)
    const proactive = tables.proactive.flatMap((row) => (row[0]!.text !== '行政处罚' ? [row] : [row.map((cell, at) => (at === 0 ? { ...cell, text: '' } : cell)), row.map((cell, at) => ({ ...cell, text: at === 0 ? `\f${cell.text}` : '' }))]))
    expect(proactive).toHaveLength(tables.proactive.length + 1)
    await expectAll(report, pdf(report, { ...tables, proactive }))
  })

  it.each(SEEDS)('the only row of its group is its own below a blank row (%i)', async (seed) => {
    const report = given(seed, 'cn-2019')
    const tables = tablesOf(report, PLAIN, seed)
    const other = tables.requests.findIndex((row) => row.some(({ text }) => text.includes('其他处理')))
    const requests = tables.requests.map((row, y) => row.map((cell, x) => (y === other - 1 && x >= row.length - 7 ? { ...cell, text: '' } : y === other && x === 0 ? { ...cell, text: `\f${cell.text}` } : cell)))
    const found = numbers(await read(pdf(report, { ...tables, requests })))
    expect(found).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, figure.startsWith('requests.not-processed.confirmation.') ? 'blank' : value])))
  })

  it.each(SEEDS)('a number of a table at the head of a page is no page number (%i)', async (seed) => {
    const report = given(seed)
    const tables = tablesOf(report, PLAIN, seed)
    const from = (rows: Rows, is: (row: readonly Cell[], y: number) => boolean): Rows => {
      const at = rows.findIndex(is)
      expect(at).toBeGreaterThan(0)
      return rows.map((row, y) => (y === at ? row.map((cell, x) => (x === 0 ? { ...cell, text: `\f${cell.text}` } : cell)) : row))
    }
    const proactive = from(tables.proactive, (row) => row[0]!.text === '行政处罚')
    const requests = from(tables.requests, (row, y) => y > 3 && Number(row.at(-7)?.text) > 9)
    await expectAll(report, pdf(report, { ...tables, proactive, requests }, true, NARROW_NUMBERS))
  })
})

it.each(SEEDS)('a row of numbers with a slash among them at the head of a page is no page number (%i)', async (seed) => {
  const report = given(seed)
  const tables = tablesOf(report, PLAIN, seed)
  const last = tables.reviews.length - 1
  const reviews = tables.reviews.map((row, y) => (y === last ? row.map((cell, x) => (x === 0 ? { ...cell, text: `\f${cell.text}` } : x === 6 ? { ...cell, text: '/' } : cell)) : row))
  const found = numbers(await read(pdf(report, { ...tables, reviews })))
  expect(found).toEqual({ ...Object.fromEntries(report.figures), 'suit-direct.corrected': 'not-applicable' })
})

it.each(SEEDS)('a number that touches the name of its row, which fills the cell before, is no part of it (%i)', async (seed) => {
  const report = given(seed)
  await expectAll(report, pdf(report, tablesOf(report, PLAIN, seed), true, TIGHT_LABELS, 'flush'))
})

it.each(SEEDS)('headings that fill their cells are none of the cells beside (%i)', async (seed) => {
  for (const [format, letters] of [['cn-2019', 7], ['cn-2021', 6]] as const) {
    const report = given(seed, format)
    const tables = tablesOf(report, PLAIN, seed)
    const turned = tables.proactive.map((row) => (row.length === 4 ? [row[0]!, row[3]!, row[2]!, row[1]!] : row))
    await expectAll(report, pdf(report, { ...tables, proactive: turned }, true, fullHeadings(letters), 'brimful'))
  }
})

it.each(SEEDS)('a menu beside a page does not end the table that goes on over it (%i)', async (seed) => {
  const report = given(seed)
  const tables = tablesOf(report, PLAIN, seed)
  const at = tables.proactive.findIndex((row) => row.some(({ text }) => text.includes('行政处罚')))
  expect(at).toBeGreaterThan(0)
  const cut = tables.proactive.map((row, y) => (y === at ? row.map((cell, x) => (x === 0 ? { ...cell, text: `\f${cell.text}` } : cell)) : row))
  await expectAll(report, pdf(report, { ...tables, proactive: cut }, true, undefined, 'menu'))
})

it.each(SEEDS)('a number is one on several lines of its cell, and its unit with it (%i)', async (seed) => {
  const report = given(seed)
  const tables = tablesOf(report, { ...PLAIN, digits: 'unit' }, seed)
  const onLines = (rows: Rows): Rows => rows.map((row) => row.map((cell) => ({ ...cell, text: cell.text.replace(/^(\d)(\d+)(\D*)$/, (_, first, rest, unit) => [first, rest, unit].filter(Boolean).join('\n')) })))
  await expectAll(report, pdf(report, { proactive: onLines(tables.proactive), requests: onLines(tables.requests), reviews: onLines(tables.reviews) }))
})

it.each([true, false])('a hyphen that a page names as the soft hyphen is a minus, or a mark that none applies (with rulings: %s)', async (ruled) => {
  for (const seed of SEEDS) {
    const report = given(seed, 'cn-2019')
    const soft = (text: string): string => (text === '0' ? '\u00ad' : text.replace(/^-/, '\u00ad'))
    const tables = tablesOf(report, PLAIN, seed)
    const found = numbers(await read(pdf(report, { ...tables, proactive: changed(tables, soft).proactive }, ruled)))
    expect(found).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, value === 0 && !/^(?:requests|review|suit)/.test(figure) ? 'not-applicable' : value])))
  }
})

it.each([true, false])('thousands with a space between them are one number (with rulings: %s)', async (ruled) => {
  for (const seed of SEEDS) {
    const report = given(seed)
    const spaced = (text: string): string => (/^\d{4,}$/.test(text) ? text.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ' ') : text)
    await expectAll(report, pdf(report, changed(tablesOf(report, PLAIN, seed), spaced), ruled))
  }
})

it.each(SEEDS)('a change by an arrow is a number in tables without rulings (%i)', async (seed) => {
  const report = given(seed, 'cn-2019')
  const tables = tablesOf(report, PLAIN, seed)
  const proactive = tables.proactive.map((row) => row.map((cell, x) => (x === 2 && /^[1-9-]/.test(cell.text) && row.length > 3 ? { ...cell, text: cell.text.replace(/^-|^/, (sign) => (sign ? '↓' : '↑')) } : cell)))
  await expectAll(report, pdf(report, { ...tables, proactive }, false))
})

it.each(SEEDS)('a number and its note are one on many lines of a narrow cell (%i)', async (seed) => {
  const report = given(seed)
  const tables = tablesOf(report, PLAIN, seed)
  const noted = changed(tables, (text) => (/^\d{2,}$/.test(text) ? [...text, '（', '注', '：', '1', '件', '撤', '回', '）'].join('\n') : text))
  const found = await read(pdf(report, { ...tables, requests: noted.requests, reviews: noted.reviews }, true, ONE_LETTER))
  expect(numbers(found)).toEqual(Object.fromEntries(report.figures))
})

it.each(SEEDS)('a mark of which one dash stands above the line of its row and the other below is one, in tables without rulings (%i)', async (seed) => {
  const report = given(seed)
  const tables = tablesOf(report, PLAIN, seed)
  const requests = tables.requests.map((row) => row.map((cell, x) => (cell.text !== '0' ? cell : { ...cell, text: x === row.length - 2 ? '—\n—' : '——' })))
  const found = numbers(await read(pdf(report, { ...tables, requests }, false)))
  expect(found).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, value === 0 && figure.startsWith('requests.') ? 'not-applicable' : value])))
})

it.each(SEEDS)('digits that stand right above the first row of a page are no page number (%i)', async (seed) => {
  const report = given(seed)
  const tables = tablesOf(report, PLAIN, seed)
  const rows = (some: Rows): Rows => some.map((row) => row.map((cell, x) => (x === row.length - 1 ? { ...cell, text: cell.text.replace(/^([1-9]\d*)(\d)$/, '$1\n$2') } : cell)))
  await expectAll(report, pdf(report, { ...tables, requests: rows(tables.requests) }, false))
})

it.each(SEEDS)('cells that are filled hold what stands in them, a number on several lines or nothing (%i)', async (seed) => {
  const report = given(seed)
  const tables = changed(tablesOf(report, PLAIN, seed), (text) => (text === '0' ? '' : text))
  const found = numbers(await read(pdf(report, tables, true, NARROW_NUMBERS, 'filled')))
  expect(found).toEqual(Object.fromEntries([...report.figures].map(([figure, value]) => [figure, value === 0 ? 'blank' : value])))
})

describe.each([
  ['a zero-width space', '\u200b'],
  ['a joiner', '\u2060'],
  ['a soft hyphen', '\u00ad'],
  ['a mark of the order of bytes', '\ufeff'],
])('%s that the font gives room to', (_, unseen) => {
  const put = (text: string): string => (/^\d/.test(text) ? `${text.slice(0, 1)}${unseen}${text.slice(1)}` : `${text.slice(0, 3)}${unseen}${text.slice(3)}`)

  it.each([true, false])('parts neither a number nor a name (with rulings: %s)', async (ruled) => {
    for (const seed of SEEDS) {
      const report = given(seed)
      await expectAll(report, pdf(report, changed(tablesOf(report, PLAIN, seed), put), ruled))
    }
  })
})

describe('tables without rulings', () => {
  it.each(SEEDS)('labels of many lines go to the numbers beside them (%i)', async (seed) => {
    const report = given(seed)
    await expectAll(report, pdf(report, tablesOf(report, PLAIN, seed), false, NARROW_LABELS))
  })

  /** Zeros left out, as many reports do. */
  const without = (rows: Rows): Rows => rows.map((row) => row.map((cell) => (cell.text === '0' ? { ...cell, text: '' } : cell)))
  const sparse = (tables: Tables): Tables => ({ ...tables, requests: without(tables.requests) })

  it.each(SEEDS)('numbers of table 4 stand under headings parted by the end of a page (%i)', async (seed) => {
    const report = given(seed)
    const tables = tablesOf(report, PLAIN, seed)
    const reviews = without(tables.reviews).map((row, y) => (y === 2 ? row.map((cell, x) => (x === 0 ? { ...cell, text: `\f${cell.text}` } : cell)) : row))
    const got = numbers(await read(pdf(report, { ...tables, reviews }, false)))
    const wanted = [...report.figures].filter(([figure]) => /^(?:review|suit-)/.test(figure)).map(([figure, value]) => [figure, value === 0 ? 'blank' : value])
    expect(wanted.filter(([, value]) => value === 'blank').length).toBeGreaterThan(0)
    expect(Object.fromEntries(wanted.map(([figure]) => [figure, got[figure as string]]))).toEqual(Object.fromEntries(wanted))
  })

  it.each([false, true])('the total stands first where headings say so (parted by the end of a page: %s)', async (parted) => {
    for (const seed of SEEDS) {
      const report = given(seed)
      const tables = tablesOf(report, PLAIN, seed)
      const first = (row: readonly Cell[], count: number): Cell[] => [...row.slice(0, -count), row.at(-1)!, ...row.slice(-count, -1)]
      const requests = tables.requests.map((row, y) => (y === 0 ? row : y === 1 ? first(row, 3) : y === 2 ? row.map((cell, x) => (parted && x === 0 ? { ...cell, text: `\f${cell.text}` } : cell)) : first(row, 7)))
      await expectAll(report, pdf(report, { ...tables, requests }, false))
    }
  })

  it.each(SEEDS)('blank cells stay in their columns, also in rows without a number (%i)', async (seed) => {
    const report = given(seed)
    const found = await read(pdf(report, sparse(tablesOf(report, PLAIN, seed)), false))
    const wanted = [...report.figures].filter(([figure]) => figure.startsWith('requests.')).map(([figure, value]) => [figure, value === 0 ? 'blank' : value])
    const got = numbers(found)
    const differing = wanted.filter(([figure, value]) => got[figure as string] !== value)
    const told = new Set(found.problems.flatMap(({ figures }) => figures ?? []) as string[])
    expect(differing.filter(([figure]) => !told.has(figure as string))).toEqual([])
    expect(differing.length).toBeLessThan(wanted.length * 0.1)
  })

  it.each(SEEDS)('a menu beside the title and the tables is no part of them (%i)', async (seed) => {
    const report = given(seed)
    await expectAll(report, pdf(report, tablesOf(report, PLAIN, seed), false, undefined, 'menu'))
  })

  it('a table 3 without any number is blank in every cell', async () => {
    const report = given(7)
    const tables = tablesOf(report, PLAIN, 7)
    const bare = changed(tables, (text) => (/^\d+$/.test(text) ? '' : text)).requests
    const found = numbers(await read(pdf(report, { ...tables, requests: bare }, false)))
    for (const figure of report.figures.keys()) if (figure.startsWith('requests.')) expect([figure, found[figure]]).toEqual([figure, 'blank'])
  })

  it.each(SEEDS)('labels whose letters are spread over their cells (%i)', async (seed) => {
    const report = given(seed)
    const spread = (text: string): string => (/^[\u4e00-\u9fff]{2,4}$/.test(text) ? [...text].join('  ') : text)
    await expectAll(report, pdf(report, changed(tablesOf(report, PLAIN, seed), spread), false))
  })

  it('notes in brackets that are broken over several lines belong to the number above them', async () => {
    const report = given(7)
    const noted = changed(tablesOf(report, PLAIN, 7), (text) => (/^[1-9]\d$/.test(text) ? `${text}（其中3件系上年结转）` : text))
    const found = numbers(await read(pdf(report, { ...tablesOf(report, PLAIN, 7), requests: noted.requests }, false)))
    expect(found).toEqual(Object.fromEntries(report.figures))
  })
})

it.each(SEEDS)('a line that crosses names alone parts no rows (%i)', async (seed) => {
  const report = given(seed, 'cn-2021')
  const tables = tablesOf(report, PLAIN, seed)
  const crossed = (name: string, above: string): Rows => {
    const at = tables.requests.findIndex((row) => row[0]!.text.includes(name))
    const [label, ...cells] = tables.requests[at]!
    return [
      ...tables.requests.slice(0, at).map((row, y) => row.map((cell) => (y + (cell.rows ?? 1) > at ? { ...cell, rows: cell.rows! + 1 } : cell))),
      [{ ...label!, text: label!.text.slice(0, label!.text.indexOf(above) + above.length) }, ...cells.map((cell) => ({ ...cell, rows: 2 }))],
      [{ ...label!, text: label!.text.slice(label!.text.indexOf(above) + above.length) }],
      ...tables.requests.slice(at + 1),
    ]
  }
  for (const above of ['', '其他法律']) await expectAll(report, pdf(report, { ...tables, requests: crossed('其他法律行政法规禁止公开', above) }))
})

describe('a row that the end of a page cuts', () => {
  const CUT = '</tbody></table><table><tbody>'
  const ROW = /<tr>(<td[^>]*>2．其他法律行政法规禁止公开<\/td>)((?:<td[^>]*>[^<]*<\/td>){7})<\/tr>/
  const blanks = (cells: string): string => cells.replace(/>[^<]*<\/td>/g, '></td>')

  it.each([
    ['before its name', (name: string, cells: string): string => `<tr>${blanks(name)}${cells}</tr>${CUT}<tr>${name}${blanks(cells)}</tr>`],
    ['behind its name', (name: string, cells: string): string => `<tr>${name}${blanks(cells)}</tr>${CUT}<tr>${blanks(name)}${cells}</tr>`],
  ])('is one row where it is cut %s', async (_, halves) => {
    const report = given(7)
    const whole = html(report, tablesOf(report, PLAIN, 7), 'tidy')
    const cut = whole.replace(ROW, (_row, name: string, cells: string) => halves(name, cells))
    expect(cut).not.toBe(whole)
    const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(cut) })
    expect(numbers(reports[0]!)).toEqual(Object.fromEntries(report.figures))
  })

  it('keeps its numbers where its cells reach over an empty row below', async () => {
    const report = given(7)
    const whole = html(report, tablesOf(report, PLAIN, 7), 'tidy')
    const high = whole.replace(/<tr>((?:(?!<\/tr>).)*?>3．其他<\/td>(?:<td[^>]*>[^<]*<\/td>){7})<\/tr>/, (_row, cells: string) => `<tr>${cells.replace(/<td/g, '<td rowspan="2"')}</tr><tr></tr>`)
    expect(high).not.toBe(whole)
    const { reports } = await readReports({ name: 'a.html', bytes: new TextEncoder().encode(high) })
    expect(numbers(reports[0]!)).toEqual(Object.fromEntries(report.figures))
  })
})
