import { label } from '../../label'
import { defineCheck } from '../check'
import { joinedRepair } from '../repairs'
import { repairTests } from '../repair-tests'
import { isNationalForm } from '../sums'

export default defineCheck({
  id: 'S6',
  label: label('一个数拆成两格', 'one number split over two cells'),
  text: label('一行不符，而相邻两格的数字连起来是一个数则相符：表格转换时断行的痕迹。', 'A row fails, and fits once the digits of two neighbouring cells are one number: the trace of a line break in the conversion of a table.'),
  source: label('本工具的提示规则', 'a rule of this tool'),
  traces: true,
  holdsFor: isNationalForm,
  tests: repairTests(['H3', 'H4'], joinedRepair),
})
