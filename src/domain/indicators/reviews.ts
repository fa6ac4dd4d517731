import { REVIEW_KINDS, REVIEW_RESULTS, type ReviewKind, type ReviewResult } from '../figure'
import { label } from '../label'
import { nationalLabel } from '../national-figure'
import { defineChoice, defineIndicator, type Formula } from './indicator'

const kinds = Object.keys(REVIEW_KINDS) as ReviewKind[]
const results = Object.keys(REVIEW_RESULTS) as ReviewResult[]
const figure = (kind: ReviewKind, result: ReviewResult): Formula => ({ figure: `${kind}.${result}` })

const reported = kinds.flatMap((kind) =>
  results.map((result) => {
    const name = nationalLabel(`${kind}.${result}`)
    return defineIndicator({
      id: `${kind}.${result}`,
      label: name,
      unit: 'cases',
      text:
        result === 'total'
          ? label(`年报第四部分“${name.zh}”，含尚未审结。`, `“${name.en}” in part four of the report, pending cases included.`)
          : label(`年报第四部分“${name.zh}”一格所填的数。`, `The cell “${name.en}” in part four of the report.`),
      formula: figure(kind, result),
    })
  }),
)

const correction = kinds.map((kind) =>
  defineChoice({
    id: `${kind}.correction-rate`,
    label: label(`${REVIEW_KINDS[kind].zh}·纠错率`, `${REVIEW_KINDS[kind].en}: correction rate`),
    unit: 'percent',
    choice: 'correction-rate',
    definitions: [
      {
        id: 'closed',
        label: label('纠正 ÷ 已审结', 'corrected, of closed'),
        text: label('结果纠正 ÷（总计－尚未审结）。', 'corrected / (total − pending).'),
        formula: { ratio: [figure(kind, 'corrected'), { difference: [figure(kind, 'total'), figure(kind, 'pending')] }], share: true },
      },
      {
        id: 'total',
        label: label('纠正 ÷ 总计', 'corrected, of all'),
        text: label('结果纠正 ÷ 总计（含尚未审结）。', 'corrected / total (pending included).'),
        formula: { ratio: [figure(kind, 'corrected'), figure(kind, 'total')], share: true },
      },
    ],
  }),
)

const inText = (['reviews', 'suits'] as const).map((name) =>
  defineIndicator({
    id: `narrative.${name}`,
    label: nationalLabel(`narrative.${name}`),
    unit: 'cases',
    text: label('年报正文所述的件数；与第四部分表格可能不同，两者不相加。', 'As stated in the report’s text; it may differ from the table of part four and is never added to it.'),
    formula: { figure: `narrative.${name}` },
  }),
)

export default [...reported, ...correction, ...inText]
