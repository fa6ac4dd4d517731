import { label } from '../../label'
import { defineCheck } from '../check'
import { movedRepair, shiftedRepair } from '../repairs'
import { repairTests } from '../repair-tests'
import { isNationalForm } from '../sums'

export default defineCheck({
  id: 'S7',
  label: label('整行或整列错位', 'cells moved by one'),
  text: label('一行或一列不符，而各格移动一格后恰好相符；本行或本列的合计仍平时，由与之相交的各列或各行看出。', 'A row or column fails, and fits exactly after moving one cell. Where it still adds up, the sums that cross it show it.'),
  source: label('本工具的提示规则', 'a rule of this tool'),
  traces: true,
  holdsFor: isNationalForm,
  tests: repairTests(['H2', 'H3', 'H4'], shiftedRepair, movedRepair),
})
