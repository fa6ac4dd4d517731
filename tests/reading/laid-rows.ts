import { APPLICANT_IDS } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'

/** Some rows of table 3, by their names and figures, and the words that head its columns. */
export const NAMES = ['一、本年新收申请数量', '二、上年结转申请数量', '（一）予以公开', '（二）部分公开', '1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '（七）总计', '四、结转下年度继续办理']
export const IDS = ['received', 'carried-in', 'granted', 'partly-granted', 'refused.state-secret', 'refused.forbidden-by-law', 'refused.security', 'refused.third-party', 'refused.internal', 'processed', 'carried-out']
export const WORDS = ['自然', '商业', '科研', '社会', '法律', '其他', '总计']
/** The cells of a row; '' is a blank one. */
export type Row = readonly (number | string)[]
/** Where columns start. */
export const STARTS = [32, 38, 44, 50, 56, 62, 68]

/** Cells of a line, each where its column starts; none for a blank one. */
export const line = (label: string, cells: Row, starts = STARTS): string => cells.reduce<string>((text, cell, at) => (cell === '' ? text : text.padEnd(starts[at]!) + String(cell)), label)

/** The report of a text laid out in columns, of which these lines are table 3. */
export async function readRows(rows: readonly string[], heads: readonly string[] = [line('', WORDS)]): Promise<ReadReport> {
  const text = ['东湖街道办事处2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', ...heads, ...rows].join('\n')
  return (await readReports({ name: 'a.txt', bytes: new TextEncoder().encode(text) })).reports[0]!
}

/** What was read of a row: '' for a cell that holds no number. */
export const rowOf = (report: ReadReport, id: string): unknown[] =>
  APPLICANT_IDS.map((applicant) => {
    const cell = report.cells.get(`requests.${id}.${applicant}` as never)?.cell
    return cell === undefined ? undefined : 'value' in cell ? cell.value : ''
  })
