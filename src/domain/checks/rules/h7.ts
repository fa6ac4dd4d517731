import type { FigureId } from '../../figure'
import { labelOfFigure } from '../../formats'
import { label } from '../../label'
import { defineCheck, FAIL, PASS, type Test } from '../check'
import type { Context } from '../context'

/** Lines of the list of reports that name a report a second time, by agency and year. */
const repeated = (context: Context): ReadonlySet<string> => context.once('repeated', () => new Set(context.table.problems.flatMap(({ kind, text }) => (kind === 'report-twice' && text !== undefined ? [text] : []))))

function test(context: Context): Test {
  const { table } = context
  const isRepeated = (row: number): boolean => repeated(context).size > 0 && repeated(context).has(`${table.agencyOf(row).id} ${table.yearOf(row)}`)
  return {
    name: 'report',
    label: label('年报', 'report'),
    outcome: (row) => (context.versions(row).length > 0 || isRepeated(row) ? FAIL : PASS),
    detail: (row) => {
      const versions = context.versions(row)
      const cells = [...new Set(versions.flatMap((version): FigureId[] => [...version.cells.keys()]))]
      const found = Math.max(versions.length, isRepeated(row) ? 1 : 0) + 1
      const origins = versions.map(({ origin }) => origin).join('、')
      const names = cells.slice(0, 3).map(labelOfFigure)
      const differing = cells.length === 0 ? label('', '') : label(`；${cells.length} 处不同：${names.map(({ zh }) => zh).join('、')}${cells.length > 3 ? ' 等' : ''}`, `; ${cells.length} cells differ: ${names.map(({ en }) => en).join(', ')}${cells.length > 3 ? ' …' : ''}`)
      const from = origins === '' ? label('', '') : label(`（另见 ${origins}）`, ` (also in ${origins})`)
      return { cells, expected: 1, found, explanation: label(`该机关该年有 ${found} 份年报${from.zh}${differing.zh}`, `${found} reports of this agency and year${from.en}${differing.en}`) }
    },
  }
}

export default defineCheck({
  id: 'H7',
  label: label('一机关一年一份', 'one report per agency and year'),
  text: label('同一机关同一年只有一份年报；第二份是另一版本，逐格对照。', 'An agency files one report a year; a second one is a version, shown cell by cell.'),
  source: label('《政府信息公开条例》第四十九条', 'Regulations on Open Government Information, Art. 49'),
  holdsFor: () => true,
  tests: (context) => [test(context)],
})
