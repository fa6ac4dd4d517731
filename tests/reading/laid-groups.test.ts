import { expect, it } from 'vitest'
import { APPLICANT_IDS, type FigureId } from '@/domain/figure'
import { readReports } from '@/reading'
import { REQUEST_LABELS, ROW_ORDER } from '@/reading/meaning/labels'
import { given, PLAIN, tablesOf, text } from './documents'

const report = given(10)
const wide = (words: string): number => [...words].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
const laid = (...cells: readonly (readonly [at: number, words: string])[]): string => cells.reduce((line, [at, words]) => `${line}${' '.repeat(Math.max(0, at - wide(line)))}${words}`, '')
const halves = (words: string, letters: number): string[] => Array.from({ length: Math.ceil(words.length / letters) }, (_, at) => words.slice(at * letters, (at + 1) * letters))

/** The lines of a row: names broken over them in columns of their own, its numbers on the first. */
function rowOf(names: readonly string[], values: readonly number[]): string[] {
  const parts = names.map((name) => halves(name, 4))
  return Array.from({ length: Math.max(...parts.map(({ length }) => length)) }, (_, at) =>
    laid(...parts.map((part, column) => [column * 10, part[at] ?? ''] as const), ...(at > 0 ? [] : values.map((value, column) => [34 + column * 8, String(value)] as const))),
  )
}

it('a table 3 that repeats the names of its side and of the groups beside each row, all broken over lines', async () => {
  const groups = { refused: '（三）不予公开', unavailable: '（四）无法提供', 'not-processed': '（五）不予处理' }
  const other = ROW_ORDER.filter((row) => report.figures.has(`requests.${row}.total`))
  const rows = other.flatMap((row) => {
    const name = REQUEST_LABELS.writings(row).toSorted((a, b) => b.length - a.length)[0]!
    const group = groups[row.split('.')[0] as keyof typeof groups] ?? ''
    const side = ['received', 'carried-in', 'carried-out'].includes(row) ? [name] : ['三、本年度办理结果', ...(group ? [group, name] : [row === 'other' ? '（六）其他处理' : name])]
    return rowOf(side, APPLICANT_IDS.map((applicant) => report.figures.get(`requests.${row}.${applicant}`)!))
  })
  expect(other).toContain('other')
  const all = text(report, tablesOf(report, PLAIN, 10), 'layout').split('\n')
  const [from, to] = ['三、收到', '四、政府信息'].map((words) => all.findIndex((line) => line.startsWith(words)))
  const lines = [...all.slice(0, from! + 1), laid(...['自然人', '企业', '科研', '公益', '法律', '其他', '总计'].map((words, at) => [34 + at * 8, words] as const)), ...rows, '', ...all.slice(to)]
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
  const differing = [...report.figures].filter(([figure, value]) => {
    const cell = reports[0]!.cells.get(figure as FigureId)?.cell
    return figure.startsWith('requests.') && !(cell && 'value' in cell && cell.value === value)
  })
  expect(differing).toEqual([])
})

it('the numbers of a group stand beside its own name where its rows are blank, headings that stand again parting the name of the first', async () => {
  const row = (name: string, values: readonly (number | string)[] = []): string => laid([2, name], ...values.map((value, at) => [34 + at * 6, String(value)] as const))
  const heads = [laid([54, '申请人情况']), laid(...['自然', '商业', '科研', '社会', '法律', '其他', '总计'].map((words, at) => [33 + at * 6, words] as const))]
  const zeros = APPLICANT_IDS.map(() => 0)
  const rows = [row('一、本年新收政府信息'), row('公开申请数量'), row('二、上年结转政府信息'), row('公开申请数量'), row('（一）予以公开'), row('（二）部分公开'), row('（三）不予公开', zeros), row('1.属于国家秘密'), row('2.其他法律行政法规'), row('禁止公开'), row('3.危及“三安全一稳定”'), row('4.保护第三方合法权益'), row('8.属于行政查询事项'), row('（四）无法提供', zeros), row('1.本机关不掌握相关政府信息'), row('（五）不予处理', zeros), row('1.信访举报投诉类申请'), row('2.重复申请')]
  const other = [row('（六）其他处理', zeros), row('1.申请人无正当理由逾'), row('期不补正、行政机关不'), row('再处理其政府信息公开'), row('申请'), ...heads, row('2.申请人逾期未按收费'), row('通知要求缴纳费用、行'), row('政机关不再处理其政府'), row('信息公开申请'), row('3.其他'), row('（七）总计'), row('四、结转下年度继续办理')]
  const items = ['规章', '行政规范性文件', '行政许可'].map((name, at) => laid([2, name], [34, String(at)], [46, String(at + 1)], [58, '0']))
  const lines = ['云梦市水务局2023年政府信息公开工作年度报告', '二、主动公开政府信息情况', laid([2, '信息内容'], [34, '本年制发件数'], [46, '本年废止件数'], [58, '现行有效件数']), ...items, '三、收到和处理政府信息公开申请情况', ...heads, ...rows, ...other, '四、政府信息公开行政复议、行政诉讼情况']
  const { reports } = await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n')) })
  const values = (id: string): unknown[] => APPLICANT_IDS.map((applicant) => reports[0]!.cells.get(`requests.${id}.${applicant}` as FigureId)?.cell).map((cell) => (cell && 'value' in cell ? cell.value : cell?.missing))
  expect([values('other.not-corrected'), values('other')]).toEqual([APPLICANT_IDS.map(() => 'blank'), zeros])
})
