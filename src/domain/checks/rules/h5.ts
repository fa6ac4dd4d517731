import { APPLICANT_IDS, APPLICANT_PARTS, APPLICANTS, type Applicant, type FigureId } from '../../figure'
import { FORMATS, type Format } from '../../formats'
import { label } from '../../label'
import { carryRepairs, carryRemark, type Carry } from '../carry'
import { defineCheck, type Test } from '../check'
import type { Context } from '../context'
import { Pair, pairTest } from '../pair'
import { isNationalForm, officialFigures } from '../sums'
import { signed, written } from '../words'

const carriedIn = (applicant: Applicant): FigureId => `requests.carried-in.${applicant}`
const carriedOut = (applicant: Applicant): FigureId => `requests.carried-out.${applicant}`

function test(context: Context, format: Format, applicant: Applicant): Test {
  const beside = officialFigures(format, 'requests').filter((figure) => figure.endsWith(`.${applicant}`))
  const instead = applicant === 'total' ? { instead: APPLICANT_PARTS.map(carriedOut) } : {}
  const pair = new Pair({ name: `requests.${applicant}`, label: APPLICANTS[applicant], found: carriedIn(applicant), expected: [{ figure: carriedOut(applicant), sign: 1, year: 'before', ...instead }], rule: 'equal', beside, acrossForms: true }, context, FORMATS.indexOf(format))
  return pairTest(pair, context, (row) => {
    const [found, expected] = [written(pair.found), written(pair.expected)]
    const carry: Carry = { context, applicant, row, before: pair.before }
    const fits = pair.found === pair.expected
    const other = fits ? label('', '') : carryRemark(carry)
    const by = fits ? label('', '') : label(`；差 ${signed(pair.found - pair.expected)}`, `; off by ${signed(pair.found - pair.expected)}`)
    return {
      explanation: label(`${APPLICANTS[applicant].zh}：上年年报结转下年度 ${expected}，本年上年结转 ${found}${by.zh}${other.zh}`, `${APPLICANTS[applicant].en}: last year’s report carried out ${expected}, this one carried in ${found}${by.en}${other.en}`),
      proposals: fits ? [] : carryRepairs(carry, pair.found, pair.expected),
    }
  })
}

export default defineCheck({
  id: 'H5',
  label: label('年度结转衔接', 'carried in as carried out the year before'),
  text: label('每一列：本年的上年结转 = 上年年报的结转下年度。两年年报都有时检验；口径变动的年份、本机关与全区域数字之间不比。', 'In every column: carried in = what last year’s report carried out. Where both years are loaded; not where the basis changed, nor between an office’s own figure and a region’s.'),
  source: label('表三第二项与上年表三第四项为同一批申请', 'row two of table 3 and row four of last year’s count the same requests'),
  holdsFor: isNationalForm,
  tests: (context, format) => APPLICANT_IDS.map((applicant) => test(context, format, applicant)),
})
