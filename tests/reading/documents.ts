import { APPLICANT_IDS, APPLICANT_PARTS, REVIEW_KINDS, type FigureId } from '@/domain/figure'
import { formatOf } from '@/domain/formats'

/** Numbers in a fixed order, from a seed. */
export function dice(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

export type FormId = 'cn-2019' | 'cn-2021'

/** A report to render: its figures as they are to be read. */
export interface Given {
  readonly agency: string
  readonly year: number
  readonly format: FormId
  readonly figures: ReadonlyMap<FigureId, number>
}

const AGENCIES = ['云梦市交通运输局', '青阳县人民政府', '临江市水务局', '河阳区人民政府办公室', '青阳县平川镇人民政府', '南岭市市场监督管理局', '云梦市东湖街道办事处', '安宁县医疗保障局']
const OUTCOMES = (format: FormId): string[] =>
  formatOf(format)!
    .tables.find(({ section }) => section === 'requests')!
    .rows.flatMap(({ figures }) => (figures[0] ? [figures[0].split('.').slice(1, -1).join('.')] : []))
    .filter((row) => !['received', 'carried-in', 'processed', 'carried-out'].includes(row))

/** A report whose figures fit the form's sums. */
export function given(seed: number, format: FormId = seed % 2 ? 'cn-2021' : 'cn-2019'): Given {
  const roll = dice(seed)
  const busy = roll(3)
  const count = (): number => (roll(100) < 70 - busy * 30 ? 0 : roll(busy === 2 && roll(9) === 0 ? 4000 : 40))
  const figures = new Map<FigureId, number>()
  const put = (figure: string, value: number): void => void figures.set(figure as FigureId, value)
  for (const row of formatOf(format)!.tables.find(({ section }) => section === 'proactive')!.rows) {
    for (const figure of row.figures) {
      if (figure === null) continue
      const money = figure.endsWith('.amount')
      put(figure, money ? roll(900000) / 100 : figure.endsWith('.change') ? roll(60) - 20 : roll(3) ? roll(busy === 2 ? 900000 : 80) : 0)
    }
  }
  for (const applicant of APPLICANT_PARTS) {
    let processed = 0
    for (const row of OUTCOMES(format)) {
      const value = applicant === 'natural' || roll(3) === 0 ? count() : 0
      put(`requests.${row}.${applicant}`, value)
      processed += value
    }
    const carriedOut = roll(4) ? 0 : roll(30)
    const carriedIn = Math.min(processed + carriedOut, roll(4) ? 0 : roll(30))
    put(`requests.processed.${applicant}`, processed)
    put(`requests.carried-out.${applicant}`, carriedOut)
    put(`requests.carried-in.${applicant}`, carriedIn)
    put(`requests.received.${applicant}`, processed + carriedOut - carriedIn)
  }
  for (const row of ['received', 'carried-in', 'processed', 'carried-out', ...OUTCOMES(format)]) put(`requests.${row}.total`, APPLICANT_PARTS.reduce((sum, part) => sum + figures.get(`requests.${row}.${part}` as FigureId)!, 0))
  for (const kind of Object.keys(REVIEW_KINDS)) {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map((result) => [result, roll(3) ? 0 : roll(20)] as const)
    for (const [result, value] of parts) put(`${kind}.${result}`, value)
    put(`${kind}.total`, parts.reduce((sum, [, value]) => sum + value, 0))
  }
  return { agency: AGENCIES[roll(AGENCIES.length)]!, year: format === 'cn-2021' ? 2021 + roll(4) : 2019 + roll(2), format, figures }
}

/** How labels and numbers are written. */
export interface Manner {
  readonly numbering: 'official' | 'dot' | 'comma' | 'none'
  /** Line breaks inside labels, as `\n`. */
  readonly broken: boolean
  /** Official words shortened, or known other words. */
  readonly short: boolean
  /** One character of some long labels is wrong. */
  readonly misprint: boolean
  readonly digits: 'plain' | 'full' | 'unit' | 'thousands'
}

export const PLAIN: Manner = { numbering: 'official', broken: false, short: false, misprint: false, digits: 'plain' }
export const manner = (seed: number): Manner => {
  const roll = dice(seed + 77)
  return { numbering: (['official', 'dot', 'comma', 'none'] as const)[roll(4)]!, broken: roll(2) === 0, short: roll(3) === 0, misprint: roll(3) === 0, digits: (['plain', 'plain', 'full', 'unit', 'thousands'] as const)[roll(5)]! }
}

export interface Cell {
  readonly text: string
  readonly rows?: number
  readonly columns?: number
}
export type Rows = readonly (readonly Cell[])[]

const SHORT: Readonly<Record<string, string>> = {
  '申请人无正当理由逾期不补正': '逾期不补正',
  '申请人逾期未按收费通知要求缴纳费用': '逾期不缴费',
  '其他法律行政法规禁止公开': '法律行政法规禁止公开',
  '本机关不掌握相关政府信息': '本机关不掌握',
  '属于国家秘密': '国家秘密',
  '信访举报投诉类申请': '信访举报投诉类',
  '部分公开（区分处理的，只计这一情形，不计其他情形）': '部分公开',
  '属于三类内部事务信息': '内部事务信息',
}

/** A label in a manner. */
function label(text: string, { numbering, broken, short, misprint }: Manner, roll: (below: number) => number): string {
  const [, mark = '', words = ''] = /^((?:[一二三四]、|（[一二三四五六七]）|\d．)?)(.*)$/.exec(text)!
  let said = short && SHORT[words] && roll(2) ? SHORT[words]! : words
  if (misprint && said.length >= 8 && !said.includes('（') && roll(4) === 0) {
    const at = 2 + roll(said.length - 4)
    said = roll(2) ? `${said.slice(0, at)}${said.slice(at + 1)}` : `${said.slice(0, at)}某${said.slice(at + 1)}`
  }
  const number = mark === '' || numbering === 'official' ? mark : numbering === 'none' ? '' : numbering === 'dot' ? mark.replace('．', '.') : mark.replace('．', '、').replace('（', '(').replace('）', ')')
  const whole = `${number}${said}`
  if (!broken || whole.length < 7 || roll(2)) return whole
  const cut = 4 + roll(whole.length - 6)
  return `${whole.slice(0, cut)}\n${whole.slice(cut)}`
}

/** A number in a manner. */
function number(value: number, { digits }: Manner, unit: string): string {
  const text = String(value)
  if (digits === 'full') return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  if (digits === 'unit' && Number.isInteger(value)) return `${text}${unit}`
  return digits === 'thousands' ? value.toLocaleString('en-US', { maximumFractionDigits: 4 }) : text
}

/** The three official tables as rows of cells with their spans. */
export interface Tables {
  readonly proactive: Rows
  readonly requests: Rows
  readonly reviews: Rows
}

const SECTIONS_2021 = [
  ['第二十条第（一）项', ['本年制发件数', '本年废止件数', '现行有效件数'], ['rules', 'documents'], ['issued', 'repealed', 'in-force']],
  ['第二十条第（五）项', ['本年处理决定数量'], ['licences'], ['decisions']],
  ['第二十条第（六）项', ['本年处理决定数量'], ['penalties', 'measures'], ['decisions']],
  ['第二十条第（八）项', ['本年收费金额（单位：万元）'], ['fees'], ['amount']],
] as const
const SECTIONS_2019 = [
  ['第二十条第（一）项', ['本年新制作数量', '本年新公开数量', '对外公开总数量'], ['rules', 'documents'], ['newly-made', 'newly-published', 'public-total']],
  ['第二十条第（五）项', ['上一年项目数量', '本年增/减', '处理决定数量'], ['licences', 'services'], ['items-before', 'change', 'decisions']],
  ['第二十条第（六）项', ['上一年项目数量', '本年增/减', '处理决定数量'], ['penalties', 'measures'], ['items-before', 'change', 'decisions']],
  ['第二十条第（八）项', ['上一年项目数量', '本年增/减'], ['fees'], ['items-before', 'change']],
  ['第二十条第（九）项', ['采购项目数量', '采购总金额'], ['procurement'], ['projects', 'amount']],
] as const
const ITEMS: Readonly<Record<string, string>> = { rules: '规章', documents: '行政规范性文件', licences: '行政许可', services: '其他对外管理服务事项', penalties: '行政处罚', measures: '行政强制', fees: '行政事业性收费', procurement: '政府集中采购' }
const WIDE = 6

const spread = (count: number): number[] => Array.from({ length: count }, (_, at) => (at === 0 ? WIDE / count + (WIDE % count) : Math.floor(WIDE / count)))

export function tablesOf(report: Given, how: Manner, seed = 1): Tables {
  const roll = dice(seed + 5)
  const said = (text: string): string => label(text, how, roll)
  const value = (figure: string): string => number(report.figures.get(figure as FigureId)!, how, figure.endsWith('.amount') ? '万元' : '件')
  const proactive = (report.format === 'cn-2021' ? SECTIONS_2021 : SECTIONS_2019).flatMap(([title, headings, items, columns]) => {
    const spans = spread(headings.length)
    return [
      [{ text: title, columns: WIDE + 1 }],
      [{ text: '信息内容' }, ...headings.map((text, at) => ({ text: said(text), columns: spans[at]! }))],
      ...items.map((item) => [{ text: said(ITEMS[item]!) }, ...columns.map((column, at) => ({ text: value(`${item}.${column}`), columns: spans[at]! }))]),
    ]
  })
  return { proactive, requests: requestRows(report, said, value), reviews: reviewRows(value) }
}

function requestRows({ format }: Given, said: (text: string) => string, value: (figure: string) => string): Rows {
  const rows = formatOf(format)!.tables.find(({ section }) => section === 'requests')!.rows
  const inside = rows.filter(({ depth }) => depth > 0)
  const outcomes = inside.length - inside.filter(({ figures }) => figures[0] === null).length
  const header: Cell[][] = [
    [{ text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', rows: 3, columns: 3 }, { text: '申请人情况', columns: 7 }],
    [{ text: '自然人', rows: 2 }, { text: '法人或其他组织', columns: 5 }, { text: '总计', rows: 2 }],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => ({ text })),
  ]
  let heading: Cell | null = null
  let first = true
  const body = rows.flatMap(({ label: { zh }, depth, figures }, at): Cell[][] => {
    if (figures[0] === null) {
      const end = rows.findIndex((row, index) => index > at && row.depth !== 2)
      heading = { text: said(zh), rows: end - at - 1 }
      return []
    }
    const row = figures[0]!.split('.').slice(1, -1).join('.')
    const cells = APPLICANT_IDS.map((applicant) => ({ text: value(`requests.${row}.${applicant}`) }))
    if (depth === 0) return [[{ text: said(zh), columns: 3 }, ...cells]]
    const outer: Cell[] = first ? [{ text: '三、本年度办理结果', rows: outcomes }] : []
    first = false
    const group = heading ? [heading] : []
    heading = null
    return [[...outer, ...group, { text: said(zh), columns: depth === 1 ? 2 : 1 }, ...cells]]
  })
  return [...header, ...body]
}

function reviewRows(value: (figure: string) => string): Rows {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  return [
    [{ text: '行政复议', columns: 5 }, { text: '行政诉讼', columns: 10 }],
    [...results.map((text) => ({ text, rows: 2 })), { text: '未经复议直接起诉', columns: 5 }, { text: '复议后起诉', columns: 5 }],
    [...results, ...results].map((text) => ({ text })),
    Object.keys(REVIEW_KINDS).flatMap((kind) => ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => ({ text: value(`${kind}.${result}`) }))),
  ]
}

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'] as const
const title = ({ agency, year }: Given): string => `${agency}${year}年政府信息公开工作年度报告`
const INTRO = ['一、总体情况', '本机关按照条例要求开展工作，全年主动公开政府信息88条，举办培训2次。']
const OUTRO = ['五、存在的主要问题及改进情况', '下一步将继续做好有关工作。', '六、其他需要报告的事项', '本年度未收取信息处理费。']

/** Tables in the order of the report, each with its heading. */
const parts = (tables: Tables): (readonly [heading: string, rows: Rows])[] => [
  [HEADINGS[0], tables.proactive],
  [HEADINGS[1], tables.requests],
  [HEADINGS[2], tables.reviews],
]

export type HtmlStyle = 'tidy' | 'word' | 'layout' | 'div' | 'roles'
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function htmlTable(rows: Rows, style: HtmlStyle, roll: (below: number) => number): string {
  const inner = (text: string): string => {
    if (style !== 'word') return text.split('\n').map(escape).join('<br/>')
    const runs = [...text.replace('\n', ' ')].map((letter) => `<span style="font-family:仿宋_GB2312"><font face="宋体">${escape(letter)}</font></span>`)
    return `<p class=MsoNormal align=center><span lang=EN-US>${roll(2) ? '&nbsp;' : ''}</span>${runs.join('')}<span><o:p></o:p></span></p>`
  }
  const cell = ({ text, rows: high = 1, columns: wide = 1 }: Cell): string => `<td${high > 1 ? ` rowspan="${high}"` : ''}${wide > 1 ? ` colspan=${wide}` : ''} style="border:1px solid">${inner(text)}</td>`
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  if (style === 'div') return rows.map((row) => `<div>${row.map(({ text }) => `<div>${escape(text)}</div>`).join('')}</div>`).join('\n')
  if (style === 'roles') return `<div role="table">${rows.map((row) => `<div role="row">${row.map(({ text }) => `<div role="cell">${escape(text)}</div>`).join('')}</div>`).join('')}</div>`
  return style === 'tidy' ? `<table><tbody>${body}</tbody></table>` : `<TABLE border=1>${body}</TABLE>`
}

/** The report as a page of HTML. */
export function html(report: Given, tables: Tables, style: HtmlStyle, seed = 3): string {
  const roll = dice(seed)
  const prose = (lines: readonly string[]): string => lines.map((line) => `<p><span>${escape(line)}</span></p>`).join('\n')
  const body = `<h1>${title(report)}</h1>${prose(INTRO)}${parts(tables).map(([heading, rows]) => `${prose([heading])}${htmlTable(rows, style, roll)}`).join('\n')}${prose([...OUTRO, report.agency, `${report.year + 1}年1月20日`])}`
  const article = style === 'layout' ? `<table width="1000"><tr><td><ul><li>首页</li></ul></td></tr><tr><td><table><tr><td>${body}</td></tr></table></td></tr></table>` : `<div class="article">${body}</div>`
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title(report)}_门户网站</title><script>document.write('9')</script><style>td{color:red}</style></head><body onload="alert(1)"><div style="display:none">2001年</div><div>发布时间：${report.year + 1}-01-20</div>${article}<script>var n = 5</script></body></html>`
}

export type TextStyle = 'lines' | 'indented' | 'tabs' | 'pipes' | 'layout' | 'spaced'
const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - wide(text)))
const oneLine = (text: string): string => text.replace(/\n/g, '')

/** The grid of rows with spans: what each slot shows, '' under a merged cell. */
export function slots(rows: Rows): { text: string; own: boolean; columns: number }[][] {
  const grid: ({ text: string; own: boolean; columns: number } | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const { text, rows: high = 1, columns = 1 } of row) {
      while (grid[y]![x]) x += 1
      for (let dy = 0; dy < high; dy += 1) for (let dx = 0; dx < columns; dx += 1) if (grid[y + dy]) grid[y + dy]![x + dx] = { text: dx + dy === 0 ? text : '', own: dx + dy === 0, columns: dx === 0 ? columns : 0 }
      x += columns
    }
  })
  return grid.map((row) => Array.from(row, (slot) => slot ?? { text: '', own: false, columns: 1 }))
}

function textTable(rows: Rows, style: TextStyle): string[] {
  if (style === 'lines') return rows.flatMap((row) => row.flatMap(({ text }) => text.split('\n')))
  if (style === 'spaced') return rows.map((row) => row.map(({ text }) => oneLine(text)).join(' '))
  if (style === 'indented') return rows.flatMap((_, y) => [...slots(rows)[y]!.filter(({ columns }) => columns > 0).map(({ text }) => `\t${text}`), ''])
  const grid = slots(rows).map((row) => row.map(({ text }) => oneLine(text)))
  if (style === 'tabs') return rows.map((row) => row.map(({ text }) => oneLine(text)).join('\t'))
  if (style === 'pipes') return grid.flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${row.map(() => '---').join('|')}|`] : [])])
  const numbers = (text: string): boolean => /^[\d０-９.,+-]/.test(text) && !/^\d[.、．]/.test(text)
  const labels = grid.map((row) => row.filter((text) => text !== '' && !numbers(text)).join('  '))
  const width = Math.max(...labels.map(wide).filter((each) => each < 100), 20) + 4
  const column = Math.max(...grid.flatMap((row) => row.filter(numbers).map(wide)), 4) + 3
  return grid.map((row, at) => pad(labels[at]!, width) + row.filter(numbers).map((text) => pad(text, column)).join(''))
}

/** The report as text. */
export function text(report: Given, tables: Tables, style: TextStyle): string {
  return [title(report), '', ...INTRO, ...parts(tables).flatMap(([heading, rows]) => [heading, ...textTable(rows, style), '']), ...OUTRO, report.agency, `${report.year + 1}年1月20日`].join('\n')
}
