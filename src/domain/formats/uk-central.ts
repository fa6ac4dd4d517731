import { label } from '../label'
import { defineOwnFormat, type OwnFigure, type Role } from './format'

type Line = readonly [id: string, heading: string, zh: string, en: string, role?: Role]

const figures = (lines: readonly Line[]): OwnFigure[] => lines.map(([id, heading, zh, en, role]) => ({ id, headings: [heading], label: label(zh, en), ...(role ? { role } : {}) }))
/** Percentages as the file states them. */
const rates = (lines: readonly Line[]): OwnFigure[] => figures(lines).map((figure) => ({ ...figure, unit: 'percent', kind: 'rate' }))

/** Exemptions of the Act. Section 21 stands in columns of its own. */
const exemptions = (lines: readonly (readonly [section: string, words: string, zh: string, en: string])[]): OwnFigure[] =>
  figures(lines.map(([section, words, zh, en]) => [`exemption.${section.toLowerCase()}`, `S(${section}) - ${words}`, `豁免条款第${section}条：${zh}`, `s.${section} ${en}`, 'reason']))

/** Exceptions of regulation 12 of the Environmental Information Regulations, by paragraph as the file numbers them. */
const exceptions = (lines: readonly (readonly [paragraph: string, words: string, zh: string, en: string])[]): OwnFigure[] =>
  figures(lines.map(([paragraph, words, zh, en]) => [`exception.${paragraph.replace('(', '-').replace(')', '')}`, `${paragraph} - ${words}`, `环境信息例外条款第12条${paragraph}项：${zh}`, `EIR 12 ${paragraph} ${en}`, 'reason']))

/** Working days taken, as the file bands them: `PIT 5 or Less`, `PIT 6 to 10`, …, `PIT More than 100`. */
const bands = (prefix: string, heading: string, zh: string, en: string, limits: readonly number[]): OwnFigure[] => {
  const [first = 0, ...rest] = limits
  const last = rest.at(-1) ?? first
  return figures([
    [`${prefix}.to-${first}`, `${heading} ${first} or Less`, `${zh}：${first}个工作日以内`, `${en}: ${first} days or less`],
    ...rest.map((limit, i): Line => [`${prefix}.to-${limit}`, `${heading} ${limits[i]! + 1} to ${limit}`, `${zh}：${limits[i]! + 1}至${limit}个工作日`, `${en}: ${limits[i]! + 1} to ${limit} days`]),
    [`${prefix}.over-${last}`, `${heading} More than ${last}`, `${zh}：超过${last}个工作日`, `${en}: more than ${last} days`],
  ])
}
const EXTENSION_LIMITS = [5, 10, 15, 20, 30, 40, 60, 80, 100]
const REVIEW_LIMITS = [10, 20, 40, 60, 80, 100]

/** Results of reviews, the first handling being what is upheld. `upheld` in part and `overturned` change it. */
const results = (prefix: string, heading: string, zh: string, en: string): OwnFigure[] =>
  figures([
    [`${prefix}.upheld`, `${heading} Number upheld in full`, `${zh}：全部维持`, `${en}: upheld in full`, 'review.upheld'],
    [`${prefix}.partly-upheld`, `${heading} Number upheld in part`, `${zh}：部分维持`, `${en}: upheld in part`, 'review.corrected'],
    [`${prefix}.overturned`, `${heading} Number overturned`, `${zh}：撤销`, `${en}: overturned`, 'review.corrected'],
  ])

/**
 * Figures of the published data file. Rows of 2010–2019 fit: granted, partly, fully withheld, not held and advice add up to `Requests Processed` in 417 of 417 yearly
 * and 1,660 of 1,661 quarterly rows; the four kinds of refusal add up to `Fully withheld` in all. Received = processed + on hold + still open in all.
 */
export default defineOwnFormat({
  id: 'uk-central',
  label: label('英国中央政府：信息自由统计', 'United Kingdom, central government: FOI statistics'),
  basis: label('《2000年信息自由法》，内阁办公厅统计', 'Freedom of Information Act 2000, Cabinet Office statistics'),
  from: 2005,
  layout: {
    agency: ['Government body', 'Body', 'Organisation', 'Department'],
    year: ['Quarter', 'Year', 'Period'],
    total: /^(?:(?:grand |sub-?)?totals?\b.*|all (?:monitored )?bodies|(?:all |total )?departments of state|(?:all |total )?other monitored bodies)$/i,
  },
  tables: [
    {
      id: 'requests',
      title: label('信息公开申请与办理时限', 'Requests and timeliness'),
      unit: 'requests',
      figures: [
        ...figures([
          ['requests.received', 'Total requests received', '收到申请', 'received', 'received'],
          ['requests.processed', 'Requests Processed', '办结申请', 'processed', 'processed'],
          ['requests.on-hold', 'Requests on-hold or lapsed', '中止或失效', 'on hold or lapsed'],
          ['requests.open', 'Requests still being processed', '期末仍在办理', 'still being processed', 'carried-out'],
          ['requests.eir', 'Requests handled under EIRs', '依环境信息条例办理', 'handled under EIRs'],
          ['requests.received-valid', 'Total requests received (excluding on-hold and lapsed)', '收到申请（不含中止或失效）', 'received, excluding on hold and lapsed'],
          ['time.met', '20-day deadline met', '20个工作日内答复', 'within 20 days'],
          ['time.extended', 'Permitted extension to 20-day deadline', '依法延期答复', 'permitted extension'],
          ['time.late', 'Late response (i.e. 20-day deadline missed)', '逾期答复', 'late'],
        ]),
        ...rates([
          ['time.met-rate', 'Percentage of requests meeting 20-day deadline', '20个工作日内答复率（自述）', 'within 20 days, as stated'],
          ['time.in-time-rate', 'Percentage of requests "in time" (i.e. meeting deadline or with permitted extension)', '按期答复率，含依法延期（自述）', 'in time, extensions included, as stated'],
        ]),
      ],
    },
    {
      id: 'outcomes',
      title: label('办理结果', 'Outcomes'),
      unit: 'requests',
      figures: [
        ...figures([
          ['outcome.valid', 'Total requests received (excluding on-hold and lapsed) (2)', '收到申请（不含中止或失效，结果表）', 'received, excluding on hold and lapsed (outcomes)'],
          ['outcome.advice', 'Requests where advice and assistance provided', '提供咨询与协助（申请内容须补正）', 'advice and assistance provided', 'other'],
          ['outcome.not-held', 'Requests where information not held', '不掌握', 'not held', 'unavailable'],
          ['outcome.resolvable', 'Total "resolvable" requests', '可作实质答复的申请', 'resolvable'],
          ['outcome.granted', 'Initial Outcome Granted in full', '全部公开', 'granted in full', 'granted'],
          ['outcome.partly-withheld', 'Initial Outcome Partially withheld', '部分公开', 'partially withheld', 'partly-granted'],
          ['outcome.withheld', 'Initial Outcome Fully withheld', '全部不予公开', 'fully withheld'],
          ['outcome.not-yet', 'Initial Outcome Response not yet provided', '尚未答复', 'not yet answered'],
        ]),
        ...rates([
          ['outcome.granted-rate', 'Percentage of resolvable requests granted in full', '全部公开占可作实质答复申请比例（自述）', 'granted in full of resolvable, as stated'],
          ['outcome.withheld-rate', 'Percentage of resolvable requests withheld in full', '全部不予公开占可作实质答复申请比例（自述）', 'withheld in full of resolvable, as stated'],
        ]),
      ],
    },
    {
      id: 'refusals',
      title: label('全部不予公开的原因', 'Refusals'),
      unit: 'requests',
      figures: figures([
        ['refused.vexatious', 'Fully refused - vexatious', '滥用申请权', 'vexatious', 'refused'],
        ['refused.repeated', 'Fully refused - repeated', '重复申请', 'repeated', 'refused'],
        ['refused.cost', 'Fully refused - cost limit', '超出费用限额', 'cost limit', 'refused'],
        ['refused.exemption', 'Fully refused - exemption', '适用豁免或例外条款', 'exemption', 'refused'],
      ]),
    },
    {
      id: 'exemptions',
      title: label('豁免条款（信息自由法）', 'Exemptions (FOI Act)'),
      unit: 'exemptions',
      figures: exemptions([
        ['22', 'Information intended for future publication', '拟在将来公布的信息', 'future publication'],
        ['22A', 'Research intended for future publication', '拟在将来公布的研究', 'research for publication'],
        ['23', 'Information supplied by, or relating to, bodies dealing with security matters', '安全机构提供或涉及安全机构的信息', 'security bodies'],
        ['24', 'National security', '国家安全', 'national security'],
        ['26', 'Defence', '国防', 'defence'],
        ['27', 'International relations', '国际关系', 'international relations'],
        ['28', 'Relations within the United Kingdom', '英国内部各政府间关系', 'relations within the UK'],
        ['29', 'The economy', '经济利益', 'the economy'],
        ['30', 'Investigations and proceedings conducted by public authorities', '公共机关的调查与诉讼程序', 'investigations and proceedings'],
        ['31', 'Law enforcement', '执法', 'law enforcement'],
        ['32', 'Court records, etc', '法院记录等', 'court records'],
        ['33', 'Audit functions', '审计职能', 'audit functions'],
        ['34', 'Parliamentary privilege', '议会特权', 'parliamentary privilege'],
        ['35', 'Formulation of Government policy, etc', '政府政策的制定等', 'formulation of policy'],
        ['36', 'Prejudice to effective conduct of public affairs', '公共事务的有效执行', 'conduct of public affairs'],
        ['37', 'Communications with Her Majesty, etc and honours', '与君主等的通信及荣誉授予', 'royal communications and honours'],
        ['38', 'Health and Safety', '健康与安全', 'health and safety'],
        ['39', 'Environmental information', '环境信息（另依环境信息条例办理）', 'environmental information'],
        ['40', 'Personal information', '个人信息', 'personal information'],
        ['41', 'Information provided in confidence', '保密提供的信息', 'provided in confidence'],
        ['42', 'Legal professional privilege', '法律职业特权', 'legal professional privilege'],
        ['43', 'Commercial interests', '商业利益', 'commercial interests'],
        ['44', 'Prohibitions on disclosure', '其他法律禁止公开', 'prohibited by law'],
      ]),
    },
    {
      id: 'exceptions',
      title: label('例外条款（环境信息条例）', 'Exceptions (EIR)'),
      unit: 'exemptions',
      figures: [
        ...exceptions([
          ['3(a)', 'Exempt personal data', '个人数据', 'personal data'],
          ['4(a)', 'Information not held', '不掌握', 'not held'],
          ['4(b)', 'Manifestly unreasonable', '申请明显不合理', 'manifestly unreasonable'],
          ['4(c)', 'Too general', '申请过于笼统', 'too general'],
          ['4(d)', 'Work in progress / incomplete data', '尚在完成中的材料、不完整数据', 'work in progress'],
          ['4(e)', 'Internal communications', '内部往来', 'internal communications'],
          ['5(a)', 'Adverse effect on international relations, defence, national security, public safety', '国际关系、国防、国家安全与公共安全', 'international relations, security'],
          ['5(b)', 'Adverse effect on course of justice or conduct of enquiries', '司法程序与调查', 'course of justice'],
          ['5(c)', 'Adverse effect on intellectual property rights', '知识产权', 'intellectual property'],
          ['5(d)', "Impinges on confidentiality of a public authority's work", '公共机关程序的保密性', 'confidentiality of proceedings'],
          ['5(e)', 'Impinges on confidentiality of commercial or industrial information', '商业或工业信息的保密性', 'commercial or industrial information'],
          ['5(f)', 'Adverse effect on interests of person who provided the information', '信息提供人的利益', 'interests of the provider'],
          ['5(g)', 'Adverse effect on protection of environment to which information relates', '所涉环境的保护', 'protection of the environment'],
        ]),
        ...figures([
          ['exemptions.total', 'Total exemptions and exceptions applied', '适用豁免与例外条款合计（不含第21条）', 'exemptions and exceptions, total'],
          ['exemptions.requests', 'Number of requests where an exemption was claimed', '适用豁免条款的申请数', 'requests with an exemption claimed'],
        ]).map((figure): OwnFigure => (figure.id === 'exemptions.requests' ? { ...figure, unit: 'requests' } : figure)),
      ],
    },
    {
      id: 'section-21',
      title: label('豁免条款第21条：可以其他方式获取', 'Section 21: accessible by other means'),
      unit: 'exemptions',
      figures: [
        ...figures([
          ['s21.total', 'Total Section 21 exemptions used', '豁免条款第21条：可以其他方式获取', 's.21 accessible by other means', 'reason'],
          ['s21.partly', 'S21 Partly Exempt', '第21条：部分适用', 's.21: partly exempt'],
          ['s21.fully', 'S21 Fully Exempt', '第21条：全部适用', 's.21: fully exempt'],
          ['s21.met', 'S21 20-day deadline met', '第21条：20个工作日内答复', 's.21: within 20 days'],
          ['s21.late', 'S21 Late response (i.e. 20-day deadline missed)', '第21条：逾期答复', 's.21: late'],
        ]),
        ...rates([['s21.met-rate', 'S21 Percentage of requests meeting 20-day deadline', '第21条：20个工作日内答复率（自述）', 's.21: within 20 days, as stated']]),
      ],
    },
    {
      id: 'internal-reviews',
      title: label('内部复核', 'Internal reviews'),
      unit: 'cases',
      figures: [
        ...figures([
          ['ir.received', 'Total Internal Reviews', '内部复核申请', 'internal reviews', 'review.received'],
          ['ir.decided', 'Internal Reviews with outcome known', '内部复核：已有结果', 'internal reviews with known outcome', 'review.total'],
        ]),
        ...results('ir', 'IR', '内部复核', 'internal review'),
        ...rates([['ir.upheld-rate', 'IR percentage upheld in full', '内部复核全部维持率（自述）', 'internal reviews upheld in full, as stated']]),
      ],
    },
    {
      id: 'ico',
      title: label('向信息专员投诉', 'Complaints to the Information Commissioner'),
      unit: 'cases',
      figures: [
        ...figures([
          ['ico.received', 'ICO Total Complaints', '向信息专员投诉', 'ICO complaints', 'review.received'],
          ['ico.decided', 'ICO Complaints with known outcome', '信息专员：已有结果', 'ICO complaints with known outcome', 'review.total'],
        ]),
        ...results('ico', 'ICO', '信息专员', 'ICO'),
        ...rates([['ico.upheld-rate', 'ICO Percentage upheld in full', '信息专员全部维持率（自述）', 'ICO: upheld in full, as stated']]),
      ],
    },
    {
      id: 'extensions',
      title: label('公共利益衡量延期', 'Public interest test extensions'),
      unit: 'requests',
      figures: [
        ...figures([
          ['pit.extended', 'PIT Total Requests Extended', '公共利益衡量延期申请', 'extended for the public interest test'],
          ['pit.completed', 'PIT Number Completed', '公共利益衡量延期：已办结', 'extended, completed'],
        ]),
        ...bands('pit', 'PIT', '延期时长', 'extension', EXTENSION_LIMITS),
      ],
    },
    {
      id: 'review-time',
      title: label('内部复核时长', 'Time taken by internal reviews'),
      unit: 'cases',
      figures: [...figures([['ir-time.completed', 'IR Total Reviews Completed', '已办结内部复核', 'internal reviews completed']]), ...bands('ir-time', 'IR', '内部复核时长', 'internal review', REVIEW_LIMITS)],
    },
    {
      id: 'extensions-before',
      title: label('上年未办结的公共利益衡量延期', 'Extensions not completed the year before'),
      unit: 'requests',
      figures: [...figures([['pit-before.total', 'PIT uncompleted prev year Total last year', '上年未办结延期合计', 'extensions not completed the year before']]), ...bands('pit-before', 'PIT uncompleted prev year', '上年未办结延期', 'extension of the year before', EXTENSION_LIMITS)],
    },
    {
      id: 'reviews-before',
      title: label('上年未办结的内部复核', 'Internal reviews not completed the year before'),
      unit: 'cases',
      figures: [...figures([['ir-before.total', 'IR uncompleted prev year Total last year', '上年未办结内部复核合计', 'internal reviews not completed the year before']]), ...bands('ir-before', 'IR uncompleted prev year', '上年未办结内部复核', 'internal review of the year before', REVIEW_LIMITS)],
    },
  ],
})
