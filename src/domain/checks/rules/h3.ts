import { label } from '../../label'
import { defineCheck } from '../check'
import { isSummed } from '../sums'
import { sumTests } from '../sum-tests'

export default defineCheck({
  id: 'H3',
  label: label('申请人合计', 'applicants add up to the total'),
  text: label('每一行：总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他组织。', 'In every row: total = natural persons + the five kinds of organisation.'),
  source: label('表三的列：总计为各类申请人之和', 'columns of table 3: the total is the sum of all applicants'),
  holdsFor: isSummed('H3'),
  tests: sumTests('H3'),
})
