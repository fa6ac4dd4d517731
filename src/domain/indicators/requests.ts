import { APPLICANT_PARTS, OUTCOME_GROUPS, REQUEST_ROW_IDS, REQUEST_ROWS, rowsOfGroup, type OutcomeGroup, type RequestRow } from '../figure'
import { label, type Label } from '../label'
import { defineChoice, defineIndicator, type FigurePattern, type Formula } from './indicator'
import { DISCLOSURE_RATES } from './measures'

const OUTSIDE = label('表外或未列明结果', 'outside the form or by no outcome')

const pattern = (row: RequestRow): FigurePattern => `requests.${row}.*`

/** A row's number: for a group with rows under it the stated total or the sum of the rows. */
function rowFormula(row: RequestRow): Formula {
  const parts = rowsOfGroup(row as OutcomeGroup)
  return parts.length > 0 ? { group: pattern(row), parts: parts.map(pattern) } : { figure: pattern(row) }
}

const disclosed: Formula = { first: [{ sum: [rowFormula('granted'), rowFormula('partly-granted')] }, { figure: 'requests.disclosed.*' }] }
const processed = rowFormula('processed')
/** What the outcomes of the form leave of the total: rows that a report adds, or what it states by no outcome. */
const outside: Formula = { remainder: [processed, { sum: [disclosed, ...OUTCOME_GROUPS.filter((group) => rowsOfGroup(group).length > 0).map(rowFormula)] }] }
const accepted: Formula = { sum: [rowFormula('received'), rowFormula('carried-in')] }

const rows = REQUEST_ROW_IDS.filter((row) => row !== 'disclosed').map((row) => {
  const name = REQUEST_ROWS[row]
  const group = rowsOfGroup(row as OutcomeGroup).length > 0
  return defineIndicator({
    id: `requests.${row}`,
    label: name,
    unit: 'requests',
    byApplicant: true,
    text: group
      ? label(`年报第三部分“${name.zh}”各行之和；正文只写合计的，用其合计。`, `Sum of the rows under “${name.en}” in part three of the report, or the total where the text states only that.`)
      : label(`年报第三部分“${name.zh}”一行的数。`, `The row “${name.en}” in part three of the report.`),
    formula: rowFormula(row),
  })
})

const RATE_NAMES: Partial<Record<RequestRow, Label>> = {
  refused: label('不予公开率', 'refusal rate'),
  unavailable: label('无法提供率', 'unavailable rate'),
  'not-processed': label('不予处理率', 'not-processed rate'),
}
const OUTCOME_ROWS = REQUEST_ROW_IDS.filter((row) => OUTCOME_GROUPS.some((group) => row === group || row.startsWith(`${group}.`)))

const shares = OUTCOME_ROWS.map((row) =>
  defineIndicator({
    id: `requests.${row}.share`,
    label: RATE_NAMES[row] ?? label(`${REQUEST_ROWS[row].zh}占比`, `share ${REQUEST_ROWS[row].en}`),
    unit: 'percent',
    byApplicant: true,
    text: label(`${REQUEST_ROWS[row].zh} ÷ 办理结果总计。`, `${REQUEST_ROWS[row].en} / processed.`),
    formula: { ratio: [rowFormula(row), processed], share: true },
  }),
)

export default [
  ...rows,
  ...shares,
  defineIndicator({
    id: 'requests.received.share',
    label: label('占本年新收申请', 'share of requests received'),
    unit: 'percent',
    byApplicant: true,
    text: label('该类申请人的本年新收 ÷ 本年新收总计；总计空白的，用各类申请人之和。', 'Received from this kind of applicant / all received; where that total is blank, the sum of the kinds.'),
    formula: { ratio: [rowFormula('received'), { group: 'requests.received.total', parts: APPLICANT_PARTS.map((applicant): FigurePattern => `requests.received.${applicant}`) }], share: true },
  }),
  defineIndicator({
    id: 'requests.accepted',
    label: label('应办申请', 'accepted'),
    unit: 'requests',
    byApplicant: true,
    text: label('本年新收＋上年结转。', 'Received + carried in.'),
    formula: accepted,
  }),
  defineIndicator({
    id: 'requests.disclosed',
    label: label('予以公开及部分公开', 'granted or partly granted'),
    unit: 'requests',
    byApplicant: true,
    text: label('予以公开＋部分公开；正文合写为一个数的，用该数。', 'Granted + partly granted, or the one number where the text states both together.'),
    formula: disclosed,
  }),
  defineIndicator({
    id: 'requests.outside',
    label: OUTSIDE,
    unit: 'requests',
    byApplicant: true,
    outside: true,
    text: label('办理结果总计减去表内各项结果；年报自加的行按原文列名。', 'Processed less the outcomes of the form; rows that a report adds are named as it names them.'),
    formula: outside,
  }),
  defineIndicator({
    id: 'requests.outside.share',
    label: label(`${OUTSIDE.zh}占比`, `share ${OUTSIDE.en}`),
    unit: 'percent',
    byApplicant: true,
    outside: true,
    text: label('（办理结果总计－表内各项结果）÷ 办理结果总计；年报自加的行按原文列名。', '(processed − the outcomes of the form) / processed; rows that a report adds are named as it names them.'),
    formula: { ratio: [outside, processed], share: true },
  }),
  defineIndicator({
    id: 'requests.clearance-rate',
    label: label('办结率', 'clearance rate'),
    unit: 'percent',
    byApplicant: true,
    text: label('办理结果总计 ÷（本年新收＋上年结转）。', 'Processed / (received + carried in).'),
    formula: { ratio: [processed, accepted], share: true },
  }),
  defineIndicator({
    id: 'requests.carry-over-rate',
    label: label('结转率', 'carry-over rate'),
    unit: 'percent',
    byApplicant: true,
    text: label('结转下年度 ÷（本年新收＋上年结转）。', 'Carried out / (received + carried in).'),
    formula: { ratio: [rowFormula('carried-out'), accepted], share: true },
  }),
  defineChoice({
    id: 'requests.disclosure-rate',
    label: label('公开率', 'disclosure rate'),
    unit: 'percent',
    byApplicant: true,
    choice: 'disclosure-rate',
    definitions: [
      {
        id: 'both',
        label: DISCLOSURE_RATES.both,
        text: label('（予以公开＋部分公开）÷ 办理结果总计。', '(granted + partly granted) / processed.'),
        formula: { ratio: [disclosed, processed], share: true },
      },
      {
        id: 'granted',
        label: DISCLOSURE_RATES.granted,
        text: label('予以公开 ÷ 办理结果总计。', 'granted / processed.'),
        formula: { ratio: [rowFormula('granted'), processed], share: true },
      },
      {
        id: 'decided',
        label: DISCLOSURE_RATES.decided,
        text: label('（予以公开＋部分公开）÷（办理结果总计－不予处理－其他处理）。', '(granted + partly granted) / (processed − not processed − otherwise closed).'),
        formula: { ratio: [disclosed, { difference: [processed, { sum: [rowFormula('not-processed'), rowFormula('other')] }] }], share: true },
      },
    ],
  }),
  defineIndicator({
    id: 'requests.dispute-rate',
    label: label('争议率', 'dispute rate'),
    unit: 'per-hundred',
    text: label('（行政复议＋行政诉讼总计）÷ 办理结果总计 × 100。', '(reviews + suits) per 100 processed.'),
    formula: {
      ratio: [{ sum: [{ figure: 'review.total' }, { figure: 'suit-direct.total' }, { figure: 'suit-after-review.total' }] }, { figure: 'requests.processed.total' }],
      share: false,
    },
  }),
]
