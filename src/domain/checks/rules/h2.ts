import { label } from '../../label'
import { defineCheck } from '../check'
import { isSummed } from '../sums'
import { sumTests } from '../sum-tests'

export default defineCheck({
  id: 'H2',
  label: label('办理结果合计', 'outcomes add up to what was processed'),
  text: label('每一列：办结总计 = 予以公开 + 部分公开 + 不予公开 + 无法提供 + 不予处理 + 其他处理。表外的行（属于工作秘密等）也计入。', 'In every column: processed = granted + partly granted + refused + unavailable + not processed + otherwise closed. Rows that the form does not have count too.'),
  source: label('表三第三项：（七）总计为（一）至（六）之和', 'table 3, part three: (7) is the sum of (1) to (6)'),
  holdsFor: isSummed('H2'),
  tests: sumTests('H2'),
})
