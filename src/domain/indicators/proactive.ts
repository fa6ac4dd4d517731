import { FIGURES, type FigureId } from '../figure'
import { label, type Label } from '../label'
import { nationalLabel, nationalUnit } from '../national-figure'
import { defineIndicator, type Indicator } from './indicator'

const STOCKS = new Set(['in-force', 'public-total', 'items-before'])

/** Two neighbouring items of the form have columns whose unit or meaning changed; the definition says so. */
const CAVEATS: Readonly<Record<string, Label>> = {
  'fees.amount': label('本年行政事业性收费金额，单位万元（2021 年版）；2019 年版填的是收费项目数，不可比。', 'Amount of administrative fees of the year in CNY 10,000 (form of 2021); the form of 2019 asks for the number of fee items, which is not comparable.'),
  'documents.in-force': label('年末现行有效的行政规范性文件件数（2021 年版）；与 2019 年版的“对外公开总数量”不可比。', 'Normative documents in force at the end of the year (form of 2021); not comparable with “public in total” of the form of 2019.'),
  'rules.in-force': label('年末现行有效的规章件数（2021 年版）；与 2019 年版的“对外公开总数量”不可比。', 'Rules in force at the end of the year (form of 2021); not comparable with “public in total” of the form of 2019.'),
}

const text = (figure: FigureId, name: Label): Label =>
  CAVEATS[figure] ?? label(`年报第二部分表格“${name.zh}”一格所填的数（《政府信息公开条例》第二十条）。`, `The cell “${name.en}” of part two of the report (Regulations on Open Government Information, Art. 20).`)

const reported = FIGURES.proactive.map((figure) => {
  const name = nationalLabel(figure)
  return defineIndicator({
    id: figure,
    label: name,
    unit: nationalUnit(figure),
    ...(STOCKS.has(figure.split('.')[1]!) ? { kind: 'stock' as const, summable: true } : {}),
    text: text(figure, name),
    formula: { figure },
  })
})

const narrative = FIGURES.narrative
  .filter((figure) => figure !== 'narrative.reviews' && figure !== 'narrative.suits')
  .map((figure) => {
    const name = nationalLabel(figure)
    return defineIndicator({
      id: figure,
      label: name,
      unit: nationalUnit(figure),
      summable: false,
      text: label(`年报正文所述的“${name.zh}”数。没有统一口径，宜在同一城市或同类机关之间比较；未写不等于零。`, `“${name.en}” as stated in the report’s text. There is no common definition: compare within a city or a kind of agency; not stated is not zero.`),
      formula: { figure },
    })
  })

const net = (item: 'documents' | 'rules', name: Label): Indicator[] => [
  defineIndicator({
    id: `${item}.net`,
    label: label(`${name.zh}·净增`, `${name.en}: net change`),
    unit: 'items',
    text: label('本年制发减本年废止。', 'Issued minus repealed in the year.'),
    formula: { difference: [{ figure: `${item}.issued` }, { figure: `${item}.repealed` }] },
  }),
  defineIndicator({
    id: `${item}.turnover`,
    label: label(`${name.zh}·更替率`, `${name.en}: turnover`),
    unit: 'percent',
    text: label('（本年制发＋本年废止）÷ 现行有效。', '(issued + repealed) / in force.'),
    formula: { ratio: [{ sum: [{ figure: `${item}.issued` }, { figure: `${item}.repealed` }] }, { figure: `${item}.in-force` }], share: false },
  }),
]

export default [...reported, ...net('documents', label('行政规范性文件', 'normative documents')), ...net('rules', label('规章', 'rules')), ...narrative]
