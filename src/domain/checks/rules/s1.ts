import type { FigureId } from '../../figure'
import { FORMATS, labelOfFigure } from '../../formats'
import { label } from '../../label'
import { defineCheck } from '../check'
import { Pair, pairTest } from '../pair'
import { hasStocks, stockRepairs, STOCKS } from '../stocks'
import { signed, written } from '../words'

export default defineCheck({
  id: 'S1',
  label: label('现行有效件数衔接', 'documents in force follow from the year before'),
  text: label('现行有效 = 上年现行有效 + 本年制发 − 本年废止。清理、失效、口径调整都会造成差额。', 'In force = in force the year before + issued − repealed. Reviews of the stock, expiry and changed counting explain differences.'),
  source: label('表二（一）各列的含义', 'what the columns of table 2 (1) mean'),
  holdsFor: hasStocks,
  tests: (context, format) =>
    STOCKS.map((item) => {
      const [issued, repealed, inForce] = [`${item}.issued`, `${item}.repealed`, `${item}.in-force`] as const satisfies readonly FigureId[]
      const name = labelOfFigure(inForce)
      const pair = new Pair({ name: item, label: name, found: inForce, expected: [{ figure: issued, sign: 1, year: 'this' }, { figure: repealed, sign: -1, year: 'this' }, { figure: inForce, sign: 1, year: 'before' }], rule: 'equal' }, context, FORMATS.indexOf(format))
      return pairTest(pair, context, (row) => {
        const [before, made, ended] = [context.number(inForce, pair.before), context.number(issued, row), context.number(repealed, row)].map((value) => written(value || 0))
        const by = pair.found === pair.expected ? '' : signed(pair.found - pair.expected)
        return { explanation: label(`${name.zh}：上年 ${before} + 制发 ${made} − 废止 ${ended} = ${written(pair.expected)}，本年 ${written(pair.found)}${by && `；差 ${by}`}`, `${name.en}: last year’s ${before} + issued ${made} − repealed ${ended} = ${written(pair.expected)}, stated ${written(pair.found)}${by && `; off by ${by}`}`), proposals: by === '' ? [] : stockRepairs(context, item, row) }
      })
    }),
})
