import { label } from '../label'
import { defineFormat } from './format'

/** Before 2019 provinces had forms of their own: only counts stated in prose are comparable, and not with later years. */
export default defineFormat({
  id: 'cn-2008',
  label: label('2018 年及以前（无统一格式）', 'up to 2018 (no uniform form)'),
  basis: label('《政府信息公开条例》（2008 年施行）', 'Regulations on Open Government Information (in force 2008)'),
  from: 2008,
  continues: [],
  tables: [],
})
