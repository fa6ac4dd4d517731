import { expect, it } from 'vitest'
import { readReports, type ReadReport } from '@/reading'
import { placed, type Placed, type Ruled } from './pdf'

// Sites lay a page out by a table, whose lines are drawn around its text and meet those of the tables in it.

const SIZE = 9
const text = (words: string, x: number, y: number): Placed => [words, x, y]
/** Rows of cells with their rulings, the last row's number cells behind as many columns as are given. */
function table(rows: readonly (readonly string[])[], xs: readonly number[], top: number): { texts: Placed[]; lines: Ruled[]; bottom: number } {
  const ys = [...rows, []].map((_, at) => top + at * 20)
  const texts = rows.flatMap((row, y) => row.map((words, x): Placed => text(words, xs[x]! + 3, ys[y]! + 10 + SIZE / 3)))
  return { texts, lines: [...ys.map((y): Ruled => [xs[0]!, y, xs.at(-1)!, y]), ...xs.map((x): Ruled => [x, ys[0]!, x, ys.at(-1)!])], bottom: ys.at(-1)! }
}

async function read(pages: readonly (readonly Placed[])[], lines: readonly Ruled[]): Promise<ReadReport> {
  const { reports } = await readReports({ name: 'a.pdf', bytes: placed(pages, lines) })
  return reports[0]!
}
const value = ({ cells }: ReadReport, figure: string): unknown => {
  const cell = cells.get(figure as never)?.cell
  return cell && ('value' in cell ? cell.value : cell.missing)
}

const COLUMNS = [52, 252, 282, 312, 342, 372, 402, 432, 462]
const HEADS = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const around: Ruled[] = [[50, 40, 540, 40], [50, 820, 540, 820], [50, 40, 50, 820], [540, 40, 540, 820]]

it('the headings of parts in a line around a page open no part beside the rows of a table that the line meets', async () => {
  const requests = table([HEADS, ['一、本年新收政府信息公开申请数量', '5', '0', '0', '0', '0', '0', '5'], ['（七）总计', '4', '0', '0', '0', '0', '0', '4'], ['四、结转下年度继续办理', '1', '0', '0', '0', '0', '0', '1']], COLUMNS, 130)
  const reviews = table([['类别', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'], ['行政复议', '3', '0', '0', '1', '4']], [52, 132, 212, 292, 372, 452, 522], requests.bottom + 40)
  const report = await read(
    [[text('云梦市水务局2021年政府信息公开工作年度报告', 60, 60), text('三、收到和处理政府信息公开申请情况', 60, 110), ...requests.texts, text('四、政府信息公开行政复议、行政诉讼情况', 60, requests.bottom + 22), ...reviews.texts]],
    [...around, ...requests.lines, ...reviews.lines],
  )
  expect(['requests.received.natural', 'requests.processed.natural', 'requests.processed.total', 'requests.carried-out.total', 'review.upheld', 'review.pending', 'review.total'].map((figure) => value(report, figure))).toEqual([5, 4, 4, 1, 3, 1, 4])
})

it('a menu in a cell beside the page is apart from its text, and headings above the line around a table are those of its columns', async () => {
  const items = table([['规章', '0', '1', '7'], ['行政规范性文件', '27', '2', '0']], [152, 252, 332, 412, 492], 200)
  const menu = ['相关信息', '2019年度报告', '2018年度报告'].map((words, at) => text(words, 56, 66 + at * 16))
  const said = ['云梦市水务局2021年政府信息公开工作年度报告', '一、总体情况', '全年主动公开政府信息88条，举办政府信息公开培训班3期，各项工作均按照条例的要求有序开展。', '二、主动公开政府信息情况'].map((words, at) => text(words, 156, 66 + at * 16))
  const heads = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((words, at) => text(words, [162, 256, 336, 416][at]!, 192))
  const report = await read([[...menu, ...said, ...heads, ...items.texts]], [...around, [150, 40, 150, 820], ...items.lines])
  expect(['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.issued', 'documents.in-force'].map((figure) => value(report, figure))).toEqual([0, 1, 7, 27, 0])
  expect(Object.fromEntries(report.narrative.map((each) => [each.figure, each.value]))).toMatchObject({ 'narrative.items-disclosed': 88, 'narrative.trainings': 3 })
})

it('headings that no ruling parts, above rows that have rulings, head the columns below them: a browser draws none where it repeats them', async () => {
  const rows = ['一、本年新收政府信息公开申请数量', '（七）总计', '四、结转下年度继续办理']
  const part = (cells: readonly (readonly string[])[], xs: readonly number[], top: number): ReturnType<typeof table> => table(cells.map((row, at) => [rows[at]!, ...row]), xs, top)
  const [upper, lower] = [[52, 300, 381, 462], [52, 312, 342, 372, 402, 432, 462]]
  const first = table([['', '自然人', '总计'], ...[['5', '9'], ['4', '7'], ['1', '2']].map((row, at) => [rows[at]!, ...row])], upper, 130)
  // Its first row's upper edge is the lower one of the headings.
  const second = part([['2', '0', '1', '0', '1'], ['2', '0', '0', '0', '1'], ['0', '0', '1', '0', '0']], lower, first.bottom + 60)
  const heads = ['商业', '科研', '社会', '法律', '其'].flatMap((words, at): Placed[] => [text(words, lower[at + 1]! + 3, first.bottom + 40), text(['企业', '机构', '公益', '服务', '他'][at]!, lower[at + 1]! + 3, first.bottom + 52)])
  const over = [text('申请人情况', 380, first.bottom + 14), text('法人或其他组织', 360, first.bottom + 27), text('（第一项加第二项之和，等于第三项加第四项之和）', 54, first.bottom + 34)]
  const sides: Ruled[] = [[52, first.bottom, 52, second.bottom], [462, first.bottom, 462, second.bottom]]
  const report = await read([[text('云梦市水务局2021年政府信息公开工作年度报告', 60, 60), text('三、收到和处理政府信息公开申请情况', 60, 110), ...first.texts, ...heads, ...over, ...second.texts]], [...first.lines, ...sides, ...second.lines])
  expect(['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'].map((each) => value(report, `requests.received.${each}`))).toEqual([5, 2, 0, 1, 0, 1, 9])
  expect(['requests.processed.business', 'requests.processed.total', 'requests.carried-out.nonprofit'].map((figure) => value(report, figure))).toEqual([2, 7, 1])
})

it('the row that a page cuts from a table in a line is a table of its own, above the next that meets that line', async () => {
  const cut = table([['行政规范性文件', '27', '2', '9']], [120, 200, 280, 360, 440], 30)
  const below = table([['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '5', '-1', '48'], ['其他对外管理服务事项', '1', '0', '6'], ['行政处罚', '2', '0', '3'], ['行政强制', '1', '0', '0']], [50, 170, 290, 410, 540], 56)
  const first = table([['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'], ['规章', '0', '1', '7']], [120, 200, 280, 360, 440], 770)
  const head = [text('云梦市水务局2020年政府信息公开工作年度报告', 60, 60), text('二、主动公开政府信息情况', 60, 750)]
  const bytes = placed([[...head, ...first.texts], [...cut.texts, ...below.texts, text('三、收到和处理政府信息公开申请情况', 60, 190), text('无。', 60, 210)]], first.lines, [], [...cut.lines, [52, 29, 52, 54], [538, 29, 538, 54], [52, 54, 538, 54], ...below.lines])
  const { reports } = await readReports({ name: 'a.pdf', bytes })
  expect(['rules.public-total', 'documents.newly-made', 'documents.newly-published', 'documents.public-total', 'licences.items-before', 'licences.change', 'licences.decisions'].map((figure) => value(reports[0]!, figure))).toEqual([7, 27, 2, 9, 5, -1, 48])
})

it('the name of a table below the heading of its part, as wide as the text, is not the rest of this', async () => {
  const reviews = table([['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'], ['3', '0', '0', '1', '4']], [52, 132, 212, 292, 372, 452], 130)
  const report = await read([[text('云梦市水务局2021年政府信息公开工作年度报告', 60, 60), text('四、政府信息公开行政复议、行政诉讼情况', 60, 90), text('行政复议', 60, 112), ...reviews.texts]], reviews.lines)
  expect(['review.upheld', 'review.pending', 'review.total'].map((figure) => value(report, figure))).toEqual([3, 1, 4])
})

it('parts of table 2 that touch, each as wide as its words, keep their columns: their edges stand a little apart', async () => {
  const part = (rows: readonly (readonly string[])[], xs: readonly number[], top: number): ReturnType<typeof table> => table([[rows[0]![0]!, ...xs.slice(2).map(() => '')], ...rows.slice(1)], xs, top)
  // Only the outer edges of the line of the part's name are drawn.
  const bare = ({ texts, lines, bottom }: ReturnType<typeof table>, xs: readonly number[], top: number): ReturnType<typeof table> => ({ texts, bottom, lines: lines.map(([x1, y1, x2, y2]): Ruled => (x1 === x2 && x1 !== xs[0] && x1 !== xs.at(-1) ? [x1, top + 20, x2, y2] : [x1, y1, x2, y2])) })
  const [A, B, C, D] = [[34, 98, 163, 227.6, 292], [34, 125, 190, 231.4, 287.6], [34, 71, 136, 233.6], [34, 89, 145, 228.4]]
  const first = bare(part([['第二十条第（一）项'], ['信息内容', '新制作数量', '新公开数量', '公开总数量'], ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '6']], A!, 100), A!, 100)
  const second = bare(part([['第二十条第（六）项'], ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政处罚', '3', '+2', '5'], ['行政强制', '0', '0', '7']], B!, first.bottom), B!, first.bottom)
  const third = bare(part([['第二十条第（八）项'], ['信息内容', '上一年项目数量', '本年增/减'], ['行政事业性收费', '8', '+1']], C!, second.bottom), C!, second.bottom)
  const fourth = bare(part([['第二十条第（九）项'], ['信息内容', '采购项目数量', '采购总金额'], ['政府集中采购', '26', '392']], D!, third.bottom), D!, third.bottom)
  const parts = [first, second, third, fourth]
  const report = await read([[text('云梦市水务局2020年政府信息公开工作年度报告', 60, 60), text('二、主动公开政府信息情况', 60, 90), ...parts.flatMap(({ texts }) => texts.map(([words, x, y]): Placed => [words, x, y, 6]))]], parts.flatMap(({ lines }) => lines))
  const wanted = { 'rules.newly-made': 1, 'documents.public-total': 6, 'penalties.items-before': 3, 'penalties.change': 2, 'penalties.decisions': 5, 'measures.items-before': 0, 'measures.decisions': 7, 'fees.items-before': 8, 'fees.change': 1, 'procurement.projects': 26, 'procurement.amount': 392 }
  expect(Object.fromEntries(Object.keys(wanted).map((figure) => [figure, value(report, figure)]))).toEqual(wanted)
})
