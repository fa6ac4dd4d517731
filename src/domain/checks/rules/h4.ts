import { label } from '../../label'
import { defineCheck } from '../check'
import { isSummed } from '../sums'
import { sumTests } from '../sum-tests'

export default defineCheck({
  id: 'H4',
  label: label('复议诉讼合计', 'results of reviews and suits add up to the total'),
  text: label('复议、直接起诉、复议后起诉：总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结。总计含尚未审结。', 'Reviews, direct suits, suits after review: total = upheld + corrected + other result + pending. The total includes pending ones.'),
  source: label('表四的列：总计为前四列之和', 'columns of table 4: the total is the sum of the four before it'),
  holdsFor: isSummed('H4'),
  tests: sumTests('H4'),
})
