import { label } from '../label'
import { defineOwnFormat, type OwnFigure, type Role } from './format'

type Extra = Pick<OwnFigure, 'unit' | 'kind'>
const DAYS: Extra = { unit: 'days', kind: 'rate' }
const USD: Extra = { unit: 'usd', kind: 'money' }
const REQUESTS: Extra = { unit: 'requests' }

/** A figure; a `|` in the heading separates the official one from others met. */
function figure(id: string, heading: string, zh: string, en: string, role?: Role, extra?: Extra): OwnFigure {
  const [first = heading, ...others] = heading.split('|')
  return { id, headings: [first, ...others], label: label(zh, en), ...(role ? { role } : {}), ...extra }
}

/** 5 U.S.C. § 552(b)(1) to (9), by paragraph. */
const EXEMPTIONS: readonly (readonly [paragraph: string, zh: string, en: string])[] = [
  ['1', '国防与外交机密', 'classified defence and foreign policy'],
  ['2', '机关内部人事规则与惯例', 'internal personnel rules'],
  ['3', '其他法律规定免予公开', 'exempted by other statute'],
  ['4', '商业秘密与保密商业信息', 'trade secrets, confidential business information'],
  ['5', '机关内部与机关之间的备忘录（过程性信息、诉讼特权）', 'inter- and intra-agency memoranda'],
  ['6', '人事、医疗等档案中的个人隐私', 'personal privacy'],
  ['7(A)', '执法程序不受干扰', 'law enforcement proceedings'],
  ['7(B)', '公正审判权', 'fair trial'],
  ['7(C)', '执法记录中的个人隐私', 'privacy in law enforcement records'],
  ['7(D)', '执法信息的秘密来源', 'confidential sources'],
  ['7(E)', '执法技术与程序', 'law enforcement techniques'],
  ['7(F)', '个人生命与人身安全', 'life or physical safety'],
  ['8', '金融机构的监管与检查', 'supervision of financial institutions'],
  ['9', '油井的地质与地球物理信息', 'geological information on wells'],
]
const exemptions = (prefix: string, [zhBefore, enBefore]: readonly [string, string], role?: Role): OwnFigure[] =>
  EXEMPTIONS.map(([paragraph, zh, en]) => figure(`${prefix}.${paragraph.replace(/[()]/g, '').toLowerCase()}`, `Ex. ${paragraph}|Exemption ${paragraph}|(b)(${paragraph})`, `${zhBefore}豁免条款第${paragraph}项：${zh}`, `${enBefore}Ex. ${paragraph} ${en}`, role))

/** The three figures of a track. Medians and averages of days may not be added up. */
const pending = (track: string, heading: string, zh: string, en: string): OwnFigure[] => [
  figure(`pending.${track}.count`, `${heading} - Number Pending`, `${zh}：期末未办结数`, `${en}: number pending`),
  figure(`pending.${track}.median-days`, `${heading} - Median Number of Days`, `${zh}：未办结天数中位数`, `${en}: median days`, undefined, DAYS),
  figure(`pending.${track}.average-days`, `${heading} - Average Number of Days`, `${zh}：未办结平均天数`, `${en}: average days`, undefined, DAYS),
]

/** Figures of the US annual report. Its own outcome total is listed without a role: it equals the processed figure in 712 of 713 rows of 2018–2023 (Homeland Security 2022: 4 fewer). */
export default defineOwnFormat({
  id: 'us-foia',
  label: label('美国：信息自由法年度报告', 'United States: FOIA annual report'),
  basis: label('《美国法典》第5编第552条(e)(1)', '5 U.S.C. § 552(e)(1)'),
  from: 2008,
  layout: {
    agency: ['Agency', 'Agency Name'],
    year: ['Fiscal Year', 'FY', 'Year'],
    whole: { headings: ['Component', 'Agency / Component', 'Component Name'], is: /^agency overall$/i },
    total: /^all agencies$/i,
    markers: { NaN: 'not-known', 'N\\A': 'not-applicable', 'N/a': 'not-applicable' },
  },
  tables: [
    {
      id: 'requests',
      title: label('信息公开申请：收到、办结与未办结', 'Requests received, processed and pending'),
      unit: 'requests',
      figures: [
        figure('requests.carried-in', 'Number of Requests Pending as of Start of Fiscal Year|Number of Requests Pending as of Start of the Fiscal Year|Pending as of Start of Fiscal Year', '财年初未办结申请', 'pending at start of year', 'carried-in'),
        figure('requests.received', 'Number of Requests Received in Fiscal Year|Number of Requests Received in the Fiscal Year|Number of Requests Received During Fiscal Year', '本财年收到申请', 'received', 'received'),
        figure('requests.processed', 'Number of Requests Processed in Fiscal Year|Number of Requests Processed in the Fiscal Year|Number of Requests Processed During Fiscal Year', '本财年办结申请', 'processed', 'processed'),
        figure('requests.carried-out', 'Number of Requests Pending as of End of Fiscal Year|Number of Requests Pending as of End of the Fiscal Year|Pending as of End of Fiscal Year', '财年末未办结申请', 'pending at end of year', 'carried-out'),
      ],
    },
    {
      id: 'outcomes',
      title: label('信息公开申请：办理结果', 'Disposition of requests'),
      unit: 'requests',
      names: ['disposition'],
      figures: [
        figure('outcome.full-grant', 'Number of Full Grants|Full Grants|Full Grant', '全部公开', 'full grants', 'granted'),
        figure('outcome.partial-grant', 'Number of Partial Grants/Partial Denials|Partial Grants/Partial Denials|Partial Grant / Partial Denial|Number of Partial Grants', '部分公开', 'partial grants', 'partly-granted'),
        figure('outcome.full-denial', 'Number of Full Denials Based on Exemptions|Full Denials Based on Exemptions|Full Denial Based on Exemptions', '依豁免条款全部不予公开', 'full denials based on exemptions', 'refused'),
        figure('outcome.no-records', 'No Records', '无相关记录', 'no records', 'unavailable'),
        figure('outcome.referred', 'All Records Referred to Another Component or Agency|All Records Referred to Another Component', '全部记录移送其他机关', 'all records referred', 'other'),
        figure('outcome.withdrawn', 'Request Withdrawn', '申请人撤回', 'withdrawn', 'other'),
        figure('outcome.fees', 'Fee-Related Reason|Fee-Related Reasons', '费用原因', 'fee-related reason', 'other'),
        figure('outcome.not-described', 'Records Not Reasonably Described', '申请内容描述不明确', 'not reasonably described', 'other'),
        figure('outcome.improper', 'Improper FOIA Request for Other Reason|Improper Request for Other Reason|Improper FOIA Request for Other Reasons', '因其他原因不符合申请要求', 'improper request', 'other'),
        figure('outcome.not-agency-record', 'Not Agency Record|Not Agency Records', '不属于机关记录', 'not an agency record', 'other'),
        figure('outcome.duplicate', 'Duplicate Request|Duplicate Requests', '重复申请', 'duplicate', 'other'),
        figure('outcome.other', 'Other*|Other Reasons', '其他原因', 'other reasons', 'other'),
        figure('outcome.total', 'Total|Totals', '办理结果合计', 'total of dispositions'),
      ],
    },
    { id: 'other-reasons', title: label('信息公开申请：其他原因明细', 'Requests: other reasons in detail'), unit: 'requests', names: ['disposition'], figures: [figure('outcome.other-listed', 'Total|Number of Times "Other" Reason Was Relied Upon', '列明的其他原因合计', 'other reasons listed, total')] },
    { id: 'exemptions', title: label('信息公开申请：豁免条款适用次数', 'Requests: times exemptions applied'), unit: 'exemptions', names: ['disposition'], figures: exemptions('exemption', ['', ''], 'reason') },
    {
      id: 'appeals',
      title: label('行政申诉：收到、办结与未办结', 'Appeals received, processed and pending'),
      unit: 'cases',
      figures: [
        figure('appeal.carried-in', 'Number of Appeals Pending as of Start of Fiscal Year|Number of Appeals Pending as of Start of the Fiscal Year', '财年初未办结申诉', 'appeals pending at start of year'),
        figure('appeal.received', 'Number of Appeals Received in Fiscal Year|Number of Appeals Received in the Fiscal Year|Number of Appeals Received During Fiscal Year', '本财年收到申诉', 'appeals received', 'review.received'),
        figure('appeal.processed', 'Number of Appeals Processed in Fiscal Year|Number of Appeals Processed in the Fiscal Year|Number of Appeals Processed During Fiscal Year', '本财年办结申诉', 'appeals processed'),
        figure('appeal.carried-out', 'Number of Appeals Pending as of End of Fiscal Year|Number of Appeals Pending as of End of the Fiscal Year', '财年末未办结申诉', 'appeals pending at end of year'),
      ],
    },
    {
      id: 'appeal-outcomes',
      title: label('行政申诉：办理结果', 'Disposition of appeals'),
      unit: 'cases',
      names: ['appeals'],
      figures: [
        figure('appeal.affirmed', 'Number Affirmed on Appeal|Affirmed on Appeal', '维持原决定', 'affirmed', 'review.upheld'),
        figure('appeal.partly-reversed', 'Number Partially Affirmed & Partially Reversed/Remanded on Appeal|Number Partially Affirmed and Partially Reversed/Remanded on Appeal', '部分维持、部分撤销或发回', 'partially reversed or remanded', 'review.corrected'),
        figure('appeal.reversed', 'Number Completely Reversed/Remanded on Appeal|Completely Reversed/Remanded on Appeal', '全部撤销或发回', 'completely reversed or remanded', 'review.corrected'),
        figure('appeal.closed', 'Number of Appeals Closed for Other Reasons|Closed for Other Reasons', '因其他原因终结', 'closed for other reasons', 'review.other'),
        figure('appeal.total', 'Total|Totals', '申诉办理结果合计', 'total of appeals', 'review.total'),
      ],
    },
    { id: 'appeal-exemptions', title: label('行政申诉：豁免条款适用次数', 'Appeals: times exemptions applied'), unit: 'exemptions', names: ['denial'], figures: exemptions('appeal-exemption', ['申诉：', 'appeal: ']) },
    {
      id: 'appeal-reasons',
      title: label('行政申诉：豁免以外的驳回原因', 'Appeals: reasons other than exemptions'),
      unit: 'cases',
      names: ['denial'],
      figures: [
        figure('appeal-reason.no-records', 'No Records', '申诉：无相关记录', 'appeal: no records'),
        figure('appeal-reason.referred', 'Records Referred at Initial Request Level', '申诉：初次申请时已移送记录', 'appeal: referred at initial request'),
        figure('appeal-reason.withdrawn', 'Request Withdrawn', '申诉：申请人撤回', 'appeal: withdrawn'),
        figure('appeal-reason.fees', 'Fee-Related Reason|Fee-Related Reasons', '申诉：费用原因', 'appeal: fee-related reason'),
        figure('appeal-reason.not-described', 'Records Not Reasonably Described', '申诉：申请内容描述不明确', 'appeal: not reasonably described'),
        figure('appeal-reason.improper', 'Improper Request for Other Reason|Improper Request for Other Reasons|Improper FOIA Request for Other Reason', '申诉：因其他原因不符合申请要求', 'appeal: improper request'),
        figure('appeal-reason.not-agency-record', 'Not Agency Record|Not Agency Records', '申诉：不属于机关记录', 'appeal: not an agency record'),
        figure('appeal-reason.duplicate', 'Duplicate Request or Appeal', '申诉：重复的申请或申诉', 'appeal: duplicate'),
        figure('appeal-reason.litigation', 'Request in Litigation', '申诉：申请已进入诉讼', 'appeal: in litigation'),
        figure('appeal-reason.expedited', 'Appeal Based Solely on Denial of Request for Expedited Processing', '申诉：仅针对拒绝加急办理', 'appeal: only on expedited processing'),
        figure('appeal-reason.other', 'Other*|Other Reasons', '申诉：其他原因', 'appeal: other reasons'),
      ],
    },
    // The file named `…reasons-other-than-exemptions` of 2020 is this table: a `Total` of 1,741, as Other* in the years around it.
    { id: 'appeal-other-reasons', title: label('行政申诉：其他原因明细', 'Appeals: other reasons in detail'), unit: 'cases', names: ['denial'], figures: [figure('appeal-reason.other-listed', 'Total|Number of Times "Other" Reason Was Relied Upon', '申诉：列明的其他原因合计', 'appeal: other reasons listed, total')] },
    {
      id: 'fee-waivers',
      title: label('减免费用申请', 'Requests for fee waiver'),
      unit: 'requests',
      figures: [
        figure('fee-waiver.granted', 'Number Granted', '准予减免费用', 'fee waivers granted'),
        figure('fee-waiver.denied', 'Number Denied', '不准减免费用', 'fee waivers denied'),
        figure('fee-waiver.median-days', 'Median Number of Days to Adjudicate', '减免费用审定天数中位数', 'median days to decide on a waiver', undefined, DAYS),
        figure('fee-waiver.average-days', 'Average Number of Days to Adjudicate', '减免费用审定平均天数', 'average days to decide on a waiver', undefined, DAYS),
      ],
    },
    { id: 'pending', title: label('未办结的有效申请', 'Pending perfected requests'), unit: 'requests', figures: [...pending('simple', 'Simple', '简单申请', 'simple'), ...pending('complex', 'Complex', '复杂申请', 'complex'), ...pending('expedited', 'Expedited Processing', '加急申请', 'expedited')] },
    {
      id: 'fees',
      title: label('成本与收费', 'Costs and fees'),
      unit: 'usd',
      figures: [
        figure('fees.processing-costs', 'Processing Costs', '办理成本', 'processing costs', undefined, USD),
        figure('fees.litigation-costs', 'Litigation-Related Costs', '诉讼相关成本', 'litigation-related costs', undefined, USD),
        figure('fees.total-costs', 'Total Costs', '成本合计', 'total costs', undefined, USD),
        figure('fees.collected', 'Total Amount of Fees Collected', '收取费用总额', 'fees collected', undefined, USD),
        figure('fees.share', 'Percentage of Total Costs|Percentage of Total Processing Costs', '收费占成本比例（自述）', 'fees as share of costs, as stated', undefined, { unit: 'percent', kind: 'rate' }),
      ],
    },
    {
      id: 'postings',
      title: label('主动公开：第552条(a)(2)项发布记录', 'Proactive disclosure: subsection (a)(2) postings'),
      unit: 'records',
      figures: [
        figure('postings.foia-office', 'Number of Records Posted by the FOIA Office', '信息公开机构发布记录', 'posted by the FOIA office', 'proactive'),
        figure('postings.program-offices', 'Number of Records Posted by Program Offices', '业务部门发布记录', 'posted by program offices', 'proactive'),
      ],
    },
    {
      id: 'backlogs',
      title: label('逾期积压', 'Backlogs'),
      unit: 'cases',
      figures: [
        figure('backlog.requests', 'Number of Backlogged Requests as of End of Fiscal Year|Number of Backlogged Requests as of End of the Fiscal Year', '财年末逾期积压申请', 'backlogged requests', undefined, REQUESTS),
        figure('backlog.appeals', 'Number of Backlogged Appeals as of End of Fiscal Year|Number of Backlogged Appeals as of End of the Fiscal Year', '财年末逾期积压申诉', 'backlogged appeals'),
      ],
    },
    {
      id: 'consultations',
      title: label('机关之间的征询', 'Consultations from other agencies'),
      unit: 'cases',
      figures: [
        figure('consultations.carried-in', 'Number of Consultations Received from Other Agencies that were Pending at the Agency as of Start of the Fiscal Year|Number of Consultations Received from Other Agencies that were Pending at Your Agency as of Start of the Fiscal Year', '财年初未办结征询', 'consultations pending at start of year'),
        figure('consultations.received', 'Number of Consultations Received from Other Agencies During the Fiscal Year', '本财年收到其他机关征询', 'consultations received'),
        figure('consultations.processed', 'Number of Consultations Received from Other Agencies that were Processed by the Agency During the Fiscal Year|Number of Consultations Received from Other Agencies that were Processed by Your Agency During the Fiscal Year', '本财年办结征询', 'consultations processed'),
        figure('consultations.carried-out', 'Number of Consultations Received from Other Agencies that were Pending at the Agency as of End of the Fiscal Year|Number of Consultations Received from Other Agencies that were Pending at Your Agency as of End of the Fiscal Year', '财年末未办结征询', 'consultations pending at end of year'),
      ],
    },
  ],
})
