import { FORMATS, labelOfFigure } from '../../formats'
import { label } from '../../label'
import { defineCheck } from '../check'
import { Pair, pairTest } from '../pair'
import { hasStocks, stockRepairs, STOCKS } from '../stocks'
import { written } from '../words'

export default defineCheck({
  id: 'S3',
  label: label('废止不超过存量', 'no more repealed than there were'),
  text: label('本年废止 ≤ 上年现行有效 + 本年制发。', 'Repealed ≤ in force the year before + issued.'),
  source: label('表二（一）各列的含义', 'what the columns of table 2 (1) mean'),
  holdsFor: hasStocks,
  tests: (context, format) =>
    STOCKS.map((item) => {
      const repealed = `${item}.repealed` as const
      const name = labelOfFigure(repealed)
      const pair = new Pair({ name: item, label: name, found: repealed, expected: [{ figure: `${item}.issued`, sign: 1, year: 'this' }, { figure: `${item}.in-force`, sign: 1, year: 'before' }], rule: 'at-most' }, context, FORMATS.indexOf(format))
      return pairTest(pair, context, (row) => ({ explanation: label(`${name.zh} ${written(pair.found)}，上年现行有效加本年制发 ${written(pair.expected)}`, `${name.en} ${written(pair.found)}; in force the year before and issued ${written(pair.expected)}`), proposals: pair.found > pair.expected ? stockRepairs(context, item, row).filter(({ changes }) => changes[0]!.figure === repealed) : [] }))
    }),
})
