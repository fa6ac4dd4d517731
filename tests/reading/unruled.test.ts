import { describe, expect, it } from 'vitest'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'
import { readReports, type ReadReport } from '@/reading'
import { given, type Given } from './documents'
import { placed, type Placed } from './pdf'

const LINE = 12
const LETTER = 9
const HEADINGS = ['自然人', '商业企业', '科研机构', '公益组织', '法律机构', '其他', '总计']
const GROUPS: Record<string, string> = { refused: '（三）不予公开', unavailable: '（四）无法提供', 'not-processed': '（五）不予处理', other: '（六）其他处理' }

const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.5), 0) * LETTER
const centred = (text: string, middle: number, y: number): Placed => [text, middle - width(text) / 2, y]

/** How a table 3 without rulings is drawn by hand. */
interface Manner {
  /** Letters on a line of a row's name. */
  readonly letters?: number
  /** Zeros left out. */
  readonly sparse?: boolean
  /** Ends the page before a line of a row's name, told by the row and the line. */
  readonly cut?: (row: string, line: number) => boolean
  /** Where a page's first line stands. */
  readonly top?: number
  /** The line of the numbers: in the middle of their row unless it is said. */
  readonly numbers?: (top: number, lines: number, row: string) => number
  /** Letters on a line of a group's name, each beside the next of its rows. */
  readonly groups?: number
  /** Digits on a line of a number of natural persons or in all, which is broken in the middle of its row. */
  readonly digits?: number
  /** From the middle of a column to that of the next. */
  readonly step?: number
  /** What parts two rows. */
  readonly gap?: number
  /** How far below the first row of its group the group's name stands. */
  readonly below?: number
  /** Rows without any number. */
  readonly blank?: readonly string[]
  /** Headings again on every page. */
  readonly repeated?: boolean
  /** How far right of the middle of its column, and below the line of its row, a number stands. */
  readonly off?: (row: number, column: number) => readonly [number, number]
  /** The words at the table's side, a letter beside each row from the third part on. */
  readonly side?: boolean
}

const linesOf = (text: string, letters: number): string[] => Array.from({ length: Math.ceil(text.length / letters) }, (_, at) => text.slice(at * letters, (at + 1) * letters))

/** The official names of table 3, with the figures' row. */
const rowsOf = ({ format }: Given): { id: string; label: string }[] =>
  formatOf(format)!
    .tables.find(({ section }) => section === 'requests')!
    .rows.flatMap(({ label: { zh }, figures }) => (figures[0] ? [{ id: figures[0].split('.').slice(1, -1).join('.'), label: zh }] : []))

function drawn(report: Given, { letters = 12, sparse = false, cut = () => false, top = 60, numbers = (y, lines) => y + ((lines - 1) * LINE) / 2, repeated = false, groups = 9, gap = 6, step = 40, below = 0, digits = 9, blank = [], off = () => [0, 0], side = false }: Manner): Uint8Array {
  const pages: Placed[][] = [[[`${report.agency}${report.year}年政府信息公开工作年度报告`, 60, 40], ['三、收到和处理政府信息公开申请情况', 60, 60]]]
  let y = 90
  const head = (): void => {
    pages.at(-1)!.push(centred('申请人情况', 290 + step * 3, y))
    HEADINGS.forEach((text, at) => pages.at(-1)!.push(...linesOf(text, step < 40 ? 2 : 4).map((line, below) => centred(line, 290 + at * step, y + LINE * (1 + below)))))
    y += LINE * 4
  }
  head()
  let [group, named] = ['', 0]
  for (const [index, { id, label }] of rowsOf(report).entries()) {
    const lines = linesOf(label, letters)
    if (side && SIDE[index - 2]) pages.at(-1)!.push([SIDE[index - 2]!, 30, y])
    const [own, inner] = id.includes('.') ? [id.split('.')[0]!, true] : ['', false]
    // Where a page ends within a row, its numbers stand beside what is on the next.
    let [start, from] = [y, 0]
    lines.forEach((text, at) => {
      if (cut(id, at)) {
        pages.push([])
        y = top
        if (repeated) head()
        ;[start, from] = [y, at]
      }
      const name = inner && at === 0 ? linesOf(GROUPS[own]!, groups)[(named = own === group ? named + 1 : 0)] : undefined
      if (name) pages.at(-1)!.push([name, 50, y + below])
      pages.at(-1)!.push([text, inner ? 125 : 100, y])
      y += LINE
    })
    group = own
    const line = numbers(start, lines.length - from, id)
    APPLICANT_IDS.forEach((applicant, column) => {
      const number = String(report.figures.get(`requests.${id}.${applicant}` as FigureId))
      const parts = ['natural', 'total'].includes(applicant) ? linesOf(number, digits) : [number]
      if (!(sparse && number === '0') && !blank.includes(id)) pages.at(-1)!.push(...parts.map((part, at) => centred(part, 290 + column * step + off(index, column)[0], line + off(index, column)[1] + (at - (parts.length - 1) / 2) * LINE)))
    })
    y += gap
  }
  pages.at(-1)!.push(['四、政府信息公开行政复议、行政诉讼情况', 60, y + 20], ['无。', 60, y + 40])
  return placed(pages)
}

async function read(bytes: Uint8Array): Promise<ReadReport> {
  const { reports, refused } = await readReports({ name: 'a.pdf', bytes })
  expect(refused).toBeNull()
  expect(reports).toHaveLength(1)
  return reports[0]!
}

const requests = ({ cells }: ReadReport): Record<string, unknown> => Object.fromEntries([...cells].filter(([figure]) => figure.startsWith('requests.')).map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
const wanted = ({ figures }: Given, zero: unknown = 0): Record<string, unknown> => Object.fromEntries([...figures].filter(([figure]) => figure.startsWith('requests.')).map(([figure, value]) => [figure, value === 0 ? zero : value]))

const SIDE = '三、本年度办理结果'
const SEEDS = [7, 11, 31]

describe('a table 3 without rulings', () => {
  it.each(SEEDS)('is read as it stands (%i)', async (seed) => {
    const report = given(seed)
    expect(requests(await read(drawn(report, {})))).toEqual(wanted(report))
  })

  it.each([7, 31])('goes on over the end of a page that cuts the name of a row, numbers or none (%i)', async (seed) => {
    const report = given(seed)
    for (const row of ['not-processed.confirmation', 'partly-granted']) {
      for (const repeated of [false, true]) {
        const cut = (id: string, line: number): boolean => id === row && line === 1
        expect(requests(await read(drawn(report, { letters: 9, cut, repeated, sparse: true })))).toEqual(wanted(report, 'blank'))
      }
    }
  })

  it('keeps two numbers alone on their line at the foot of a page', async () => {
    const figures = new Map([...given(11).figures].map(([figure, value]) => [figure, figure.startsWith('requests.') ? 0 : value]))
    for (const row of ['received', 'not-processed.confirmation', 'processed']) for (const applicant of ['natural', 'total']) figures.set(`requests.${row}.${applicant}` as FigureId, 9)
    const report = { ...given(11), figures }
    // Beside a name of two lines they stand on a line of their own, at the foot of the page.
    const pages = drawn(report, { letters: 12, sparse: true, cut: (id, line) => id === 'not-processed.confirmation' && line === 0, top: 785 })
    const got = requests(await read(pages))
    expect(got['requests.not-processed.confirmation.natural']).toBe(9)
    expect(got['requests.not-processed.confirmation.total']).toBe(9)
  })

  it.each(SEEDS)('the name of a group in pieces beside its rows is no part of theirs (%i)', async (seed) => {
    const report = given(seed)
    expect(requests(await read(drawn(report, { groups: 3, letters: 14, gap: 2, sparse: true })))).toEqual(wanted(report, 'blank'))
  })

  it.each([7, 31])('numbers broken in the middle of their cells are whole again (%i)', async (seed) => {
    const report = given(seed)
    expect([...report.figures].some(([figure, value]) => /^requests\..*\.(?:natural|total)$/.test(figure) && value > 99)).toBe(true)
    expect(requests(await read(drawn(report, { digits: 2, gap: 16, cut: (id, at) => id === 'not-processed.petition' && at === 0 })))).toEqual(wanted(report))
  })

  it('numbers that reach over their columns leave all others where they stand', async () => {
    const wide = (figure: string, value: number): number => (/^requests\.(?:received|processed)\./.test(figure) ? value + 100000 : value % 100)
    const report = { ...given(7), figures: new Map([...given(7).figures].map(([figure, value]) => [figure, wide(figure, value)])) }
    expect(requests(await read(drawn(report, { step: 23, sparse: true })))).toEqual(wanted(report, 'blank'))
  })

  it.each([11])('numbers midway between two names are told where they stand in the wrong row (%i)', async (seed) => {
    const report = given(seed)
    for (const off of [-11, -9]) {
      const found = await read(drawn(report, { letters: 6, numbers: (top) => top + off }))
      const told = new Set<string>(found.problems.flatMap(({ figures }) => figures ?? []))
      const [got, all] = [requests(found), wanted(report)]
      expect(Object.keys(all).filter((figure) => got[figure] !== all[figure] && !told.has(figure))).toEqual([])
    }
  })

  it('rows that stand nearer than their letters are high keep their own numbers', async () => {
    const lines: [string, string, number][] = [['信息内容', '本年处理决定数量', 100], ['行政许可', '3439', 130], ['第二十条第（六）项', '', 160], ['信息内容', '本年处理决定数量', 190], ['行政处罚', '2079', 220], ['行政强制', '28', 234]]
    const page = lines.flatMap(([name, number, y]): Placed[] => [[name, 60, y, 16], ...(number === '' ? [] : [[number, 300, y - 1.5, 16] as Placed])])
    const { cells } = await read(placed([[['甲县财政局2022年政府信息公开工作年度报告', 60, 40], ['二、主动公开政府信息情况', 60, 60], ['第二十条第（五）项', 60, 80, 16], ...page]]))
    expect(['penalties.decisions', 'measures.decisions'].map((figure) => cells.get(figure as FigureId)?.cell)).toEqual([{ value: 2079 }, { value: 28 }])
  })

  it('leaves a row to its name where the name of its group stands beside the numbers', async () => {
    const report = given(11)
    const numbers = (top: number, lines: number, row: string): number => (row === 'unavailable.not-held' ? top + 5 : top + ((lines - 1) * LINE) / 2)
    expect(requests(await read(drawn(report, { letters: 14, numbers, below: 5 })))).toEqual(wanted(report))
  })

  it.each([7, 31])('numbers that stand a little off the middle of their columns stay in them, among blanks too (%i)', async (seed) => {
    const report = given(seed)
    expect(requests(await read(drawn(report, { step: 34, sparse: true, off: (row, column) => [((row * 3 + column * 5) % 7) - 3, 0] })))).toEqual(wanted(report, 'blank'))
  })

  it.each([7, 31])('numbers with spaces of several widths behind them stay in their columns, among blanks too (%i)', async (seed) => {
    const report = given(seed)
    for (const side of [1, -1]) expect(requests(await read(drawn(report, { step: 34, sparse: true, off: (row, column) => [side * 3.5 * ((row * 3 + column * 5) % 4), 0] })))).toEqual(wanted(report, 'blank'))
  })

  it.each([7, 31])('numbers half a line below the others of their row are of that row (%i)', async (seed) => {
    const report = given(seed)
    expect(requests(await read(drawn(report, { off: (row, column) => [0, (row + column) % 3 === 0 ? LINE / 2 : 0] })))).toEqual(wanted(report))
  })

  it.each([7, 31])('the words at its side, a letter a row, are no part of names (%i)', async (seed) => {
    const report = given(seed)
    expect(requests(await read(drawn(report, { side: true, groups: 5, sparse: true })))).toEqual(wanted(report, 'blank'))
  })

  describe('with rows that have a name and no number', () => {
    const BLANK = ['refused.internal', 'not-processed.duplicate']
    const ids = BLANK.flatMap((row) => APPLICANT_IDS.map((applicant) => `requests.${row}.${applicant}` as FigureId))
    const without = (report: Given, rows: readonly FigureId[]): Given => {
      const figures = new Map(report.figures)
      for (const figure of rows) {
        const processed = figure.replace(/^requests\.[\w.-]+(?=\.\w+$)/, 'requests.processed') as FigureId
        const received = figure.replace(/^requests\.[\w.-]+(?=\.\w+$)/, 'requests.received') as FigureId
        for (const total of [processed, received]) figures.set(total, figures.get(total)! - figures.get(figure)!)
        figures.set(figure, 0)
      }
      return { ...report, figures }
    }

    it.each([7, 31])('they are blank where the form’s sums bear it out, and say so (%i)', async (seed) => {
      const report = without(given(seed), ids)
      const found = await read(drawn(report, { blank: BLANK }))
      expect(requests(found)).toEqual({ ...wanted(report), ...Object.fromEntries(ids.map((figure) => [figure, 'blank'])) })
      expect(ids.map((figure) => found.cells.get(figure)!.settled)).toEqual(ids.map(() => 'empty'))
    })

    it.each([7, 31])('they are blank and told where a sum says that a number is missing (%i)', async (seed) => {
      const report = without(given(seed), ids)
      const more = ['natural', 'total'].flatMap((applicant) => ['refused.internal', 'received', 'processed'].map((row) => `requests.${row}.${applicant}` as FigureId))
      const whole = { ...report, figures: new Map([...report.figures, ...more.map((figure) => [figure, report.figures.get(figure)! + 3] as const)]) }
      const found = await read(drawn(whole, { blank: BLANK }))
      expect(requests(found)).toEqual({ ...wanted(whole), ...Object.fromEntries(ids.map((figure) => [figure, 'blank'])) })
      expect(ids.map((figure) => found.cells.get(figure)!.settled)).toEqual(ids.map(() => undefined))
      expect(found.problems.filter(({ kind }) => kind === 'row-empty').flatMap(({ figures }) => figures)).toEqual(ids)
    })
  })
})

describe('other tables without rulings', () => {
  const TITLE: Placed[] = [['云梦市水务局2021年政府信息公开工作年度报告', 60, 40]]
  const across = (texts: readonly string[], y: number, from = 250, step = 90): Placed[] => texts.map((text, at) => centred(text, from + at * step, y))

  it('an item of table 2 with a name and no number is blank, and told', async () => {
    const rows: Placed[] = [['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 90], ...across(['本年制发件数', '本年废止件数', '现行有效件数'], 90), ['规章', 60, 110], ['行政规范性文件', 60, 150], ...across(['4', '1', '27'], 150), ['信息内容', 60, 190], ...across(['本年处理决定数量'], 190), ['行政许可', 60, 215], ...across(['118'], 215)]
    const found = await read(placed([[...TITLE, ...rows, ['三、收到和处理政府信息公开申请情况', 60, 250], ['无。', 60, 270]]]))
    const cells = Object.fromEntries([...found.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
    expect(cells).toEqual({ 'rules.issued': 'blank', 'rules.repealed': 'blank', 'rules.in-force': 'blank', 'documents.issued': 4, 'documents.repealed': 1, 'documents.in-force': 27, 'licences.decisions': 118 })
    expect(found.problems.find(({ kind }) => kind === 'row-empty')?.figures).toEqual(['rules.issued', 'rules.repealed', 'rules.in-force'])
  })

  describe('a number that its cell breaks over two lines, around the line of its name', () => {
    const page = (upper: string, lower: string, y = 173.5): Placed[] => [['二、主动公开政府信息情况', 60, 60], ['信息内容', 60, 90], ...across(['本年处理决定数量'], 90), ['行政许可', 60, 120], ...across(['83'], 120), ['信息内容', 60, 150], ...across(['本年收费金额（单位：万元）'], 150), ...across([upper], y), ['行政事业性收费', 60, 180], ...across([lower], 186.5), ['三、收到和处理政府信息公开申请情况', 60, 250], ['无。', 60, 270]]
    const isDoubted = ({ problems }: ReadReport): boolean => problems.some(({ kind, figures }) => kind === 'row-doubtful' && figures?.includes('fees.amount'))
    const fees = async (...words: Parameters<typeof page>): Promise<{ value: unknown; told: boolean }> => {
      const found = await read(placed([[...TITLE, ...page(...words)]]))
      const cell = found.cells.get('fees.amount')?.cell
      return { value: cell && 'value' in cell ? cell.value : cell, told: isDoubted(found) }
    }

    it.each([['12345.', '67', 12345.67], ['12345', '.67', 12345.67], ['12345.6', '7', 12345.67], ['5,', '123', 5123], ['12345.', '67元', 1.234567]])('%s / %s', async (upper, lower, value) => {
      expect((await fees(upper, lower)).value).toBe(value)
    })

    it('its first part taken for a part of the heading above', async () => {
      expect((await fees('12.', '59', 158)).told).toBe(true)
    })

    it('its end beside that of its name', async () => {
      const rows = page('', '').filter(([text]) => text !== '行政事业性收费')
      const found = await read(placed([[...TITLE, ...rows, ['行政事业', 60, 176], ...across(['12874'], 176), ['性收费', 60, 194], ...across(['12572元'], 194)]]))
      expect(isDoubted(found)).toBe(true)
    })

    it.each([['12', '345'], ['123', '45.67'], ['1.2', '3.4']])('%s / %s may be two: neither is read without a word', async (upper, lower) => {
      expect((await fees(upper, lower)).told).toBe(true)
    })
  })

  it('the first numbers of a page are no rest of those above its end, in smaller letters than the text', async () => {
    const prose: Placed[] = Array.from({ length: 24 }, (_, at) => ['本机关按照条例要求开展有关工作，不断提高透明度。', 60, 70 + at * 24, 14])
    const above: Placed[] = [['二、主动公开政府信息情况', 60, 690, 14], ['信息内容', 60, 720], ...across(['本年制发件数', '本年废止件数', '现行有效件数'], 720), ['规章', 60, 740], ...across(['3', '0', '8'], 740)]
    const below: Placed[] = [['行政规范性文件', 60, 60], ...across(['20', '21', '19'], 60), ['信息内容', 60, 95], ...across(['本年处理决定数量'], 95), ['行政许可', 60, 120], ...across(['118'], 120)]
    const found = await read(placed([[...TITLE, ...prose, ...above], [...below, ['三、收到和处理政府信息公开申请情况', 60, 160], ['无。', 60, 190]]]))
    const cells = Object.fromEntries([...found.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))
    expect(cells).toEqual({ 'rules.issued': 3, 'rules.repealed': 0, 'rules.in-force': 8, 'documents.issued': 20, 'documents.repealed': 21, 'documents.in-force': 19, 'licences.decisions': 118 })
  })

  it('table 4 in two parts, one kind above two, is read whole', async () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const upper: Placed[] = [['四、政府信息公开行政复议、行政诉讼情况', 60, 60], centred('行政复议', 260, 90), ...across(results, 110, 100, 80), ...across(['6', '0', '1', '3', '10'], 130, 100, 80)]
    const lower: Placed[] = [centred('行政诉讼', 300, 170), centred('未经复议直接起诉', 200, 190), centred('复议后起诉', 425, 190), ...across([...results, ...results], 210, 75, 48), ...across(['3', '0', '2', '1', '6', '0', '1', '0', '4', '5'], 230, 75, 48)]
    const found = await read(placed([[...TITLE, ...upper, ...lower, ['五、存在的主要问题及改进情况', 60, 280], ['无。', 60, 300]]]))
    const of = (kind: string): unknown[] => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => found.cells.get(`${kind}.${result}` as FigureId)?.cell).map((cell) => cell && 'value' in cell && cell.value)
    expect([of('review'), of('suit-direct'), of('suit-after-review')]).toEqual([[6, 0, 1, 3, 10], [3, 0, 2, 1, 6], [0, 1, 0, 4, 5]])
  })
})
