import { APPLICANT_IDS, APPLICANT_PARTS, APPLICANTS, type Applicant, type FigureId } from '../../figure'
import { FORMATS, type Format } from '../../formats'
import { label, type Label } from '../../label'
import { defineCheck, type Proposal, type Test } from '../check'
import type { Context } from '../context'
import { Pair, pairTest } from '../pair'
import { isNationalForm, officialFigures } from '../sums'
import { trialOf, type Setting } from '../trial'
import { signed, written } from '../words'

const carriedIn = (applicant: Applicant): FigureId => `requests.carried-in.${applicant}`
const carriedOut = (applicant: Applicant): FigureId => `requests.carried-out.${applicant}`

/** One year's row taken over into the other's report: which of the two is wrong, their other sums show. */
function proposals(context: Context, { found, expected, before }: Pair, row: number): Proposal[] {
  const later = taken(context, row, carriedIn, before, carriedOut, label(`若本年的上年结转为上年年报的结转数（此处 ${written(expected)}）则相符`, `fits if what was carried in is what last year’s report carried out (here ${written(expected)})`))
  const earlier = taken(context, before, carriedOut, row, carriedIn, label(`若上年年报的结转下年度为本年的上年结转数（此处 ${written(found)}）则相符`, `fits if last year’s report carried out what was carried in (here ${written(found)})`))
  return [later, earlier].sort((a, b) => a.remaining - b.remaining)
}

function taken(context: Context, to: number, cell: (applicant: Applicant) => FigureId, from: number, other: (applicant: Applicant) => FigureId, explanation: Label): Proposal {
  const trial = trialOf(context, to)
  const settings = APPLICANT_IDS.flatMap((applicant): Setting[] => {
    const [now, after] = [trial.value(cell(applicant)), context.number(other(applicant), from)]
    return now === undefined || Number.isNaN(after) || (now ?? 0) === after ? [] : [[cell(applicant), after]]
  })
  const changes = settings.map(([figure, after]) => ({ figure, year: context.table.yearOf(to), before: trial.value(figure) ?? null, after }))
  return { kind: 'carried-out-before', explanation, changes, remaining: trial.remainingWith(settings) }
}

function test(context: Context, format: Format, applicant: Applicant): Test {
  const beside = officialFigures(format, 'requests').filter((figure) => figure.endsWith(`.${applicant}`))
  const instead = applicant === 'total' ? { instead: APPLICANT_PARTS.map(carriedOut) } : {}
  const pair = new Pair({ name: `requests.${applicant}`, label: APPLICANTS[applicant], found: carriedIn(applicant), expected: [{ figure: carriedOut(applicant), sign: 1, year: 'before', ...instead }], rule: 'equal', beside, acrossForms: true }, context, FORMATS.indexOf(format))
  return pairTest(pair, context, (row) => {
    const [found, expected] = [written(pair.found), written(pair.expected)]
    const by = pair.found === pair.expected ? label('', '') : label(`；差 ${signed(pair.found - pair.expected)}`, `; off by ${signed(pair.found - pair.expected)}`)
    return {
      explanation: label(`${APPLICANTS[applicant].zh}：上年年报结转下年度 ${expected}，本年上年结转 ${found}${by.zh}`, `${APPLICANTS[applicant].en}: last year’s report carried out ${expected}, this one carried in ${found}${by.en}`),
      proposals: pair.found === pair.expected ? [] : proposals(context, pair, row),
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
