import type { FigureId } from '../../figure'
import { labelOfFigure } from '../../formats'
import { label, type Label } from '../../label'
import { DOUBT_LOOKS } from '../../doubt-looks'
import { differingByHand, differingIn } from '../../versions'
import { defineCheck, FAIL, PASS, type Test } from '../check'
import type { Context } from '../context'

/** Lines of the list of reports that name a report a second time, by agency and year. */
const repeated = (context: Context): ReadonlySet<string> => context.once('repeated', () => new Set(context.table.problems.flatMap(({ kind, text }) => (kind === 'report-twice' && text !== undefined ? [text] : []))))

/** How many cells differ, and the first of them. */
function told(cells: readonly FigureId[]): Label {
  const names = cells.slice(0, 3).map(labelOfFigure)
  return label(`；${cells.length} 处不同：${names.map(({ zh }) => zh).join('、')}${cells.length > 3 ? ' 等' : ''}`, `; ${cells.length === 1 ? '1 cell differs' : `${cells.length} cells differ`}: ${names.map(({ en }) => en).join(', ')}${cells.length > 3 ? ' …' : ''}`)
}

/** How many figures differ beside those because the reader corrected them: nobody's statement, but what using another version would change. */
function corrected(n: number): Label {
  const { sign } = DOUBT_LOOKS.edited
  return n === 0 ? label('', '') : label(`；另有 ${n} 处因手工更正而不同（${sign}）`, `; ${n} more ${n === 1 ? 'differs' : 'differ'} by a correction by hand (${sign})`)
}

function test(context: Context): Test {
  const { table } = context
  const isRepeated = (row: number): boolean => repeated(context).size > 0 && repeated(context).has(`${table.agencyOf(row).id} ${table.yearOf(row)}`)
  return {
    name: 'report',
    label: label('年报', 'report'),
    // What a version says differently decides; a line of the list of reports without figures of its own cannot be compared.
    outcome: (row) => {
      const versions = context.versions(row)
      return versions.length === 0 ? (isRepeated(row) ? FAIL : PASS) : versions.some((version) => differingIn(table, version).length > 0) ? FAIL : PASS
    },
    detail: (row) => {
      const versions = context.versions(row)
      const cells = [...new Set(versions.flatMap((version) => differingIn(table, version)))]
      const found = Math.max(versions.length, isRepeated(row) ? 1 : 0) + 1
      const origins = versions.map(({ origin }) => origin)
      const from = origins.length === 0 ? label('', '') : label(`（另见 ${origins.join('、')}）`, ` (also in ${origins.join(', ')})`)
      const differing = cells.length > 0 ? told(cells) : versions.length > 0 ? label('；各格相同', '; stated twice, the same') : label('', '')
      const own = corrected(versions.length > 0 ? differingByHand(table, row, versions, cells).length : 0)
      return { cells, expected: 1, found, explanation: label(`该机关该年有 ${found} 份年报${from.zh}${differing.zh}${own.zh}`, `${found} ${found === 1 ? 'report' : 'reports'} of this agency and year${from.en}${differing.en}${own.en}`) }
    },
  }
}

export default defineCheck({
  id: 'H7',
  label: label('一机关一年一份', 'one report per agency and year'),
  text: label('同一机关同一年只有一份年报；第二份是另一版本，逐格对照；各格相同的不算不符。', 'An agency files one report a year; a second one is a version, shown cell by cell. One that says the same is no failure.'),
  source: label('《政府信息公开条例》第四十九条', 'Regulations on Open Government Information, Art. 49'),
  holdsFor: () => true,
  tests: (context) => [test(context)],
})
