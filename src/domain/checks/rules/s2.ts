import { FORMATS, labelOfFigure } from '../../formats'
import { label } from '../../label'
import { defineCheck } from '../check'
import { Pair, pairTest } from '../pair'
import { LISTED, listRepairs, listsItems } from '../stocks'
import { signed, written } from '../words'

export default defineCheck({
  id: 'S2',
  label: label('项目数量衔接', 'numbers of items follow from the year before'),
  text: label('上一年项目数量 = 上年年报的上一年项目数量 + 其本年增/减。目录重新编制会造成差额。', 'Items the year before = that number in last year’s report + its change. A new catalogue explains differences.'),
  source: label('表二（2019 年版）各列的含义', 'what the columns of table 2 (form of 2019) mean'),
  holdsFor: listsItems,
  tests: (context, format) =>
    LISTED.map((item) => {
      const [before, change] = [`${item}.items-before`, `${item}.change`] as const
      const name = labelOfFigure(before)
      const pair = new Pair({ name: item, label: name, found: before, expected: [{ figure: before, sign: 1, year: 'before' }, { figure: change, sign: 1, year: 'before' }], rule: 'equal' }, context, FORMATS.indexOf(format))
      return pairTest(pair, context, (row) => {
        const [stated, changed] = [context.number(before, pair.before), context.number(change, pair.before)].map((value) => value || 0) as [number, number]
        const by = pair.found === pair.expected ? '' : signed(pair.found - pair.expected)
        return { explanation: label(`${name.zh}：上年年报 ${written(stated)}，增/减 ${signed(changed)}，得 ${written(pair.expected)}，本年 ${written(pair.found)}${by && `；差 ${by}`}`, `${name.en}: last year’s report ${written(stated)}, change ${signed(changed)}, gives ${written(pair.expected)}, stated ${written(pair.found)}${by && `; off by ${by}`}`), proposals: by === '' ? [] : listRepairs(context, item, row) }
      })
    }),
})
