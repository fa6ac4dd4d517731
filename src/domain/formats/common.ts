import { label } from '../label'
import { defineOwnFormat } from './format'

/** Any other export, brought under the measures that all countries share: what a reader's own columns are mapped to. */
export default defineOwnFormat({
  id: 'common',
  label: label('其他导出（共同指标）', 'other export (common measures)'),
  basis: label('按列名或人工对应读入', 'read by column names or a mapping made by hand'),
  from: 1900,
  layout: {
    agency: ['Agency', 'Agency name', 'Authority', 'Authority name', 'Public authority name', 'Public body name', 'Institution name', 'Name of institution', 'Entity', 'Minister', 'Council', 'Public authority', 'Public body', 'Body', 'Organisation', 'Organization', 'Institution', 'Department', 'Ministry', 'Municipality', 'Name', '机关', '机构', '机关名称', '单位', '单位名称', '部门', '行政机关'],
    year: ['Year', 'Fiscal year', 'Financial year', 'Reporting year', 'Reporting period', 'Period', '年', '年度', '年份', '报告年度'],
    fields: { province: ['Region', 'Province', 'State', '省', '省份', '地区'], city: ['City', '市', '城市'], county: ['County', '区县', '县'], level: ['Level', '层级', '级别'], category: ['Sector', 'Category', 'Type', '类别', '类型'], code: ['Code', 'ID', 'Agency code', '代码', '编码', '机构代码'] },
    total: /^(?:all (?:agencies|authorities|bodies|departments|institutions|organisations|public bodies)|(?:(?:grand|overall|sub)[ -]?)?total.*|totales|total geral|sum|summe|gesamt|totaal|(?:省|市|区|县|州)?(?:本级)?(?:合计|总计|小计|总和|汇总|共计)|全(?:国|省|市|区|县|州|镇)(?:各?(?:部门|单位|机关|街道|乡镇))?(?:合计|总计|小计)?)$/i,
  },
  tables: [
    {
      id: 'requests',
      title: label('申请及其结果', 'Requests and their outcomes'),
      unit: 'requests',
      figures: [
        { id: 'received', headings: ['Requests received', 'Received', 'Total requests received', 'Number of requests received', 'Number of requests', 'Requests', 'Total requests', 'FOI requests', 'Applications received', 'Received during reporting period', 'Received during the reporting period', 'Requests received in period', 'Requests lodged', 'New requests received', 'Initial requests received', 'RTI requests received', 'FOI requests received', 'Access requests received', 'New requests', '收到申请', '收到申请数', '申请数', '申请总数'], label: label('收到申请', 'received'), role: 'received' },
        { id: 'carried-in', headings: ['Carried in', 'Brought forward', 'Outstanding from previous period', 'Outstanding from previous reporting period', 'On hand at start', 'On hand at beginning', 'Requests on hand at start of year', 'Opening balance', 'Carried forward from previous year', 'Live at start of year', 'Pending at start', 'Pending at start of year', '期初未办结'], label: label('上期结转', 'carried in'), role: 'carried-in' },
        { id: 'granted', headings: ['Granted in full', 'Granted', 'Requests granted', 'Granted full access', 'Access granted in full', 'Full access granted', 'Full grants', 'Full release', 'Released in full', 'All disclosed', 'Disclosed in full', 'Full disclosure', '全部公开', '准予公开'], label: label('全部公开', 'granted in full'), role: 'granted' },
        { id: 'partly-granted', headings: ['Granted in part', 'Partially granted', 'Part-granted', 'Part granted', 'Granted partial access', 'Access granted in part', 'Partial access granted', 'Partly granted', 'Partial grants', 'Partial release', 'Released in part', 'Disclosed in part', 'Partial disclosure', '部分准予公开'], label: label('部分公开', 'granted in part'), role: 'partly-granted' },
        { id: 'refused', headings: ['Refused', 'Refused in full', 'Requests refused', 'Access refused', 'All excluded', 'Requests rejected', 'Refusals', 'Full denials', 'Denied', 'Rejected', 'Declined', 'Withheld in full', 'Fully withheld', 'All exempted', 'Exempt in full', '拒绝', '拒绝公开'], label: label('拒绝公开', 'refused'), role: 'refused' },
        { id: 'not-held', headings: ['Not held', 'Information not held', 'Records do not exist', 'Does not exist', 'Documents do not exist', 'No records', 'No records exist', 'None held', '不掌握', '无此信息'], label: label('不掌握', 'not held'), role: 'unavailable' },
        { id: 'other', headings: ['Other', 'Other outcomes', 'Closed for other reasons', 'Withdrawn', 'Abandoned', 'Request abandoned', 'Withdrawn or handled outside FOI', 'Transferred', '其他结果'], label: label('其他结果', 'other outcome'), role: 'other' },
        { id: 'processed', headings: ['Processed', 'Requests processed', 'Number of requests processed', 'Requests completed', 'Completed', 'Requests closed', 'Closed', 'Requests handled', 'Closed during reporting period', 'Closed during the reporting period', 'Total closed', 'Requests finalised', 'Finalised', 'Requests dealt with', 'Requests decided', 'Disposed of', 'Decided', 'Answered', 'Responded', '办结', '办结数', '已办结'], label: label('办结', 'processed'), role: 'processed' },
        { id: 'pending', headings: ['Pending', 'Requests pending', 'Carried over to next reporting period', 'Carried over to next period', 'On hand at end', 'Requests on hand at end of year', 'Closing balance', 'Live at end of year', 'Requests on hand', 'Carried over', 'Carried forward', 'Outstanding', 'Pending at end', 'Pending at end of year', '未办结', '期末未办结'], label: label('期末未办结', 'pending at the end'), role: 'carried-out' },
      ],
    },
    {
      id: 'reviews',
      title: label('复核与申诉', 'Reviews and appeals'),
      unit: 'cases',
      figures: [
        { id: 'reviewed', headings: ['Reviewed', 'Reviews', 'Internal reviews', 'Reviews received', 'Appeals', 'Appeals received', 'Internal review applications', 'Internal reviews received', 'Review applications received', 'Complaints', 'Complaints received', 'Complaints to the Ombudsman', '复核', '复核数', '申诉', '投诉'], label: label('收到复核', 'reviews received'), role: 'review.received' },
        { id: 'upheld', headings: ['Upheld', 'Reviews upheld', 'Decision upheld', '维持'], label: label('维持原决定', 'decision upheld'), role: 'review.upheld' },
        { id: 'corrected', headings: ['Corrected', 'Overturned', 'Reviews overturned', 'Decision changed', 'Reversed', '纠正'], label: label('改变原决定', 'decision changed'), role: 'review.corrected' },
      ],
    },
    {
      id: 'proactive',
      title: label('主动公开', 'Proactive disclosure'),
      unit: 'records',
      figures: [{ id: 'proactive', headings: ['Proactive postings', 'Proactive disclosures', 'Proactively released', 'Records posted', 'Published proactively', 'Responses published', 'Number published on website', '主动公开', '主动公开信息', '主动公开数'], label: label('主动公开', 'proactive postings'), role: 'proactive' }],
    },
  ],
})
