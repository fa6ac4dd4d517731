import { CHANNELS, FIGURES, type Channel } from '../figure'
import { label } from '../label'
import { nationalLabel, nationalUnit } from '../national-figure'
import { defineIndicator, type FigurePattern } from './indicator'

const reported = FIGURES.participation.map((figure) => {
  const name = nationalLabel(figure)
  const unit = nationalUnit(figure)
  return defineIndicator({
    id: figure,
    label: name,
    unit,
    summable: unit !== 'percent' && unit !== 'days' && !figure.includes('.suggestions-and-proposals.'),
    text:
      unit === 'percent'
        ? label(`机关自述的“${name.zh}”，未见分子分母。`, `“${name.en}” by the agency itself; numerator and denominator are not given.`)
        : label(`机关公布的“${name.zh}”数。未写不等于零。`, `“${name.en}” as published by the agency. Not stated is not zero.`),
    formula: { figure },
  })
})

const rate = (channel: Channel, id: string, zh: string, en: string, part: string, whole: string, share: boolean) =>
  defineIndicator({
    id: `participation.${channel}.${id}`,
    label: label(`${CHANNELS[channel].zh}·${zh}`, `${CHANNELS[channel].en}: ${en}`),
    unit: 'percent',
    text: label('由公布的两个数相除得出，不是机关自述的百分比。', 'Computed from the two published numbers, not the percentage the agency states.'),
    formula: { ratio: [{ figure: `participation.${channel}.${part}` as FigurePattern }, { figure: `participation.${channel}.${whole}` as FigurePattern }], share },
  })

const channels = Object.keys(CHANNELS) as Channel[]

export default [
  ...reported,
  rate('consultations', 'adoption-rate', '采纳率', 'adoption rate', 'adopted', 'comments', true),
  ...channels.filter((channel) => channel !== 'consultations').map((channel) => rate(channel, 'reply-rate', '答复率（计算）', 'reply rate, computed', 'answered', 'received', true)),
]
