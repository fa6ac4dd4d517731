import { label } from '../../label'
import { defineCheck } from '../check'
import { isSummed } from '../sums'
import { sumTests } from '../sum-tests'

export default defineCheck({
  id: 'H1',
  label: label('收结平衡', 'received and carried in against processed and carried out'),
  text: label('每一列：本年新收 + 上年结转 = 办结总计 + 结转下年度。', 'In every column: received + carried in = processed + carried out.'),
  source: label('表三注：第一项加第二项之和，等于第三项加第四项之和', 'note of table 3: rows one and two add up to what rows three and four add up to'),
  holdsFor: isSummed('H1'),
  tests: sumTests('H1'),
})
