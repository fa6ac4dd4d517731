import { label } from '../label'
import { defineOwnFormat, type OwnFigure, type Role } from './format'

type Line = readonly [id: string, heading: string, zh: string, en: string, role?: Role]

/** Figures of one regime: its name stands before every label, for both regimes stand in one file. A `|` separates headings. */
const figures = (prefix: string, zhRegime: string, enRegime: string, lines: readonly Line[]): OwnFigure[] =>
  lines.map(([id, heading, zh, en, role]) => ({ id: `${prefix}.${id}`, headings: heading.split('|') as [string, ...string[]], label: label(`${zhRegime}：${zh}`, `${enRegime}: ${en}`), ...(role ? { role } : {}) }))
const foisa = (lines: readonly Line[]): OwnFigure[] => figures('foisa', '信息公开', 'FOISA', lines)
const eir = (lines: readonly Line[]): OwnFigure[] => figures('eir', '环境信息', 'EIR', lines)

type Provision = readonly [section: string, heading: string, zh: string, en: string]
/** Reasons by provision; `30(b)(i)` becomes the id `30-b-i`. */
const reasons = (prefix: string, zhLaw: string, enLaw: string, provisions: readonly Provision[]): OwnFigure[] =>
  provisions.map(([section, heading, zh, en]) => ({ id: `${prefix}.${section.replace(/\W+/g, '-').replace(/-$/, '')}`, headings: [heading], label: label(`${zhLaw}第${section}条：${zh}`, `${enLaw} ${section} ${en}`), role: 'reason' }))

/** Figures of the Commissioner's yearly file. Authorities count loosely: the ten outcomes add up to the requests in 1,005 of 2,047 rows of 2013–2019 (median share 1.00), EIR in 1,623 of 2,002. */
export default defineOwnFormat({
  id: 'scotland-foisa',
  label: label('苏格兰：信息公开统计', 'Scotland: FOI and EIR statistics'),
  basis: label('《2002年信息自由（苏格兰）法》、《2004年环境信息（苏格兰）条例》，苏格兰信息专员统计', 'Freedom of Information (Scotland) Act 2002 and EIRs 2004, statistics of the Scottish Information Commissioner'),
  from: 2013,
  layout: {
    agency: ['AuthorityName', 'Authority name', 'Authority', 'Public authority'],
    year: ['Year', 'Financial year'],
    fields: { province: ['Region'], category: ['Sector'], code: ['authority_id', 'Authority ID'] },
    total: /^(all authorities|total|grand total|scotland)$/i,
  },
  tables: [
    {
      id: 'foisa',
      title: label('信息公开申请（FOISA）：收到与结果', 'FOISA requests and outcomes'),
      unit: 'requests',
      figures: foisa([
        ['received', 'FOISA requests', '收到申请', 'requests', 'received'],
        ['full', 'FOISA - full release', '全部公开', 'full release', 'granted'],
        ['partial', 'FOISA - some released', '部分公开', 'some released', 'partly-granted'],
        ['none-released', 'FOISA - none released', '全部不予公开', 'none released', 'refused'],
        ['neither', 'FOISA - no confirm/deny', '不确认亦不否认是否掌握', 'neither confirmed nor denied', 'refused'],
        ['cost', 'FOISA refused - cost', '因费用超限拒绝', 'refused on cost', 'refused'],
        ['vexatious', 'FOISA - vexatious', '滥用申请权', 'vexatious', 'refused'],
        ['repeated', 'FOISA - repeated', '重复申请', 'repeated', 'refused'],
        ['not-held', 'FOISA - none held', '不掌握', 'not held', 'unavailable'],
        ['unclear', 'FOISA closed - unclear', '申请内容不明确而终结', 'closed, unclear', 'other'],
        ['withdrawn', 'FOISA closed - withdrawn', '申请人撤回而终结', 'closed, withdrawn', 'other'],
        ['fees-notice', 'FOISA fees notice', '发出收费通知', 'fees notices'],
        ['fees-paid', 'FOISA - fees paid', '已缴费', 'fees paid'],
      ]),
    },
    {
      id: 'foisa-time',
      title: label('信息公开申请（FOISA）：办理时限', 'FOISA timeliness'),
      unit: 'requests',
      figures: foisa([
        ['on-time', 'FOISA response on time', '按期答复', 'on time'],
        ['late', 'FOISA response late', '逾期答复', 'late'],
        ['no-response', 'FOISA - faliure to respond|FOISA - failure to respond', '未答复', 'no response'],
      ]),
    },
    {
      id: 'eir',
      title: label('环境信息申请（EIR）：收到与结果', 'EIR requests and outcomes'),
      unit: 'requests',
      figures: eir([
        ['received', 'EIR requests', '收到申请', 'requests', 'received'],
        ['full', 'EIRs - full release', '全部公开', 'full release', 'granted'],
        ['partial', 'EIRs - some released', '部分公开', 'some released', 'partly-granted'],
        ['none-released', 'EIRs - none released', '全部不予公开', 'none released', 'refused'],
        ['neither', 'EIRs - no confirm/deny', '不确认亦不否认是否掌握', 'neither confirmed nor denied', 'refused'],
        ['cost', 'EIRs refused - cost', '因费用拒绝', 'refused on cost', 'refused'],
        ['unreasonable', 'EIRs - manifestly unreasonable', '申请明显不合理', 'manifestly unreasonable', 'refused'],
        ['not-held', 'EIRs - none held', '不掌握', 'not held', 'unavailable'],
        ['unclear', 'EIR closed - unclear', '申请内容不明确而终结', 'closed, unclear', 'other'],
        ['withdrawn', 'EIR closed - withdrawn', '申请人撤回而终结', 'closed, withdrawn', 'other'],
        ['fees-notice', 'EIRs fees notice', '发出收费通知', 'fees notices'],
        ['fees-paid', 'EIRs - fees paid', '已缴费', 'fees paid'],
      ]),
    },
    {
      id: 'eir-time',
      title: label('环境信息申请（EIR）：办理时限', 'EIR timeliness'),
      unit: 'requests',
      figures: eir([
        ['on-time', 'EIRs response on time', '按期答复', 'on time'],
        ['late', 'EIRs response late', '逾期答复', 'late'],
        ['no-response', 'EIRs - failure to respond', '未答复', 'no response'],
        ['extended', 'EIR timescale extended', '延长办理期限', 'time extended'],
      ]),
    },
    {
      id: 'subject-access',
      title: label('本人个人数据查阅申请', 'Subject access requests'),
      unit: 'requests',
      figures: [{ id: 'subject-access.received', headings: ['Subject Access Requests'], label: label('本人个人数据查阅申请', 'subject access requests') }],
    },
    {
      // Section 21(4) of the Act: (a) confirm with or without modification, (b) substitute a decision, (c) decide where none was reached. They add up to the reviews in 1,657 of 1,995 rows.
      id: 'foisa-review',
      title: label('信息公开复核（FOISA）', 'FOISA reviews'),
      unit: 'cases',
      figures: figures('foisa-review', '信息公开复核', 'FOISA review', [
        ['received', 'FOISA reviews', '复核申请', 'reviews', 'review.received'],
        ['upheld', 'FOISA review - wholly/partially upheld', '全部或部分维持原决定', 'wholly or partially upheld', 'review.upheld'],
        ['substituted', 'FOISA review - substituted decision', '以新决定取代原决定', 'substituted decision', 'review.corrected'],
        ['decided', 'FOISA review - decision reached', '补作决定（原未答复）', 'decision reached where there was none', 'review.other'],
        ['on-time', 'FOISA review - on time', '按期答复', 'on time'],
        ['late', 'FOISA review - late response', '逾期答复', 'late'],
        ['no-response', 'FOISA review - failure to respond', '未答复', 'no response'],
      ]),
    },
    {
      // Upheld: the first decision stands. Inferred: its share (63 %) is that of the FOISA reviews (65 %) at the same 84 authority-years; both add up to the reviews in 1,881 of 1,978 rows.
      id: 'eir-review',
      title: label('环境信息复核（EIR）', 'EIR reviews'),
      unit: 'cases',
      figures: figures('eir-review', '环境信息复核', 'EIR review', [
        ['received', 'EIRs reviews', '复核申请', 'reviews', 'review.received'],
        ['upheld', 'EIR review - upheld', '维持原决定', 'upheld', 'review.upheld'],
        ['not-upheld', 'EIR review - not upheld', '未维持原决定', 'not upheld', 'review.corrected'],
        ['on-time', 'EIRs review - on time', '按期答复', 'on time'],
        ['late', 'EIRs review - late response', '逾期答复', 'late'],
        ['no-response', 'EIRs review - failure to respond', '未答复', 'no response'],
      ]),
    },
    {
      id: 'foisa-exemptions',
      title: label('信息公开豁免条款（FOISA）', 'FOISA exemptions'),
      unit: 'exemptions',
      figures: reasons('foisa-exemption', '豁免条款', 's.', [
        ['25(1)', 'Otherwise accessible', '可以其他方式获取', 'otherwise accessible'],
        ['25(3)', 'Publication Scheme', '公开计划已载明', 'publication scheme'],
        ['26(a)', 'Disclosure prohibited: enactment', '法律禁止公开', 'prohibited by enactment'],
        ['26(b)', 'Disclosure prohibited: EU obligation', '欧盟义务禁止公开', 'prohibited by EU obligation'],
        ['26(c)', 'Disclosure prohibited: Contempt of Court', '公开构成藐视法庭', 'contempt of court'],
        ['27(1)', 'Future publication: 12 weeks', '十二周内将予公布', 'publication within 12 weeks'],
        ['27(2)', 'Future publication: programme of research', '研究项目成果将予公布', 'research to be published'],
        ['28', 'Substantial prejudice to UK relations', '英国内部各政府间关系', 'relations within the UK'],
        ['29(1)(a)', 'Formulation/development of government policy', '政府政策的制定与形成', 'formulation of policy'],
        ['29(1)(b)', 'Ministerial communications', '部长间往来', 'ministerial communications'],
        ['29(1)(c)', 'Advice by Law Officers', '政府法律官员的意见', 'advice by Law Officers'],
        ['29(1)(d)', 'Operation of Ministerial private office', '部长私人办公室运作', 'ministerial private office'],
        ['30(a)', 'Substantial prejudice to collective responsibility of Scottish Ministers', '苏格兰内阁集体负责制', 'collective responsibility'],
        ['30(b)(i)', 'Substantial inhibition to free and frank provision of advice', '坦率提供意见', 'free and frank advice'],
        ['30(b)(ii)', 'Substantial inhibition to free and frank exchange of views', '坦率交换看法', 'free and frank exchange of views'],
        ['30(c)', 'Substantial prejudice to effective conduct of public affairs', '公共事务的有效执行', 'conduct of public affairs'],
        ['31(1)', 'National security', '国家安全', 'national security'],
        ['31(4)', 'Substantial prejudice to defence', '国防', 'defence'],
        ['32(1)(a)', 'Substantial prejudice to international relations', '国际关系', 'international relations'],
        ['32(1)(b)', 'Confidential information obtained from abroad', '自境外取得的保密信息', 'confidential, from abroad'],
        ['33(1)(a)', 'Trade secret', '商业秘密', 'trade secret'],
        ['33(1)(b)', 'Substantial prejudice to commercial interests', '商业利益', 'commercial interests'],
        ['33(2)(a)', 'Substantial prejudice to the economic interests of the UK', '英国经济利益', 'economic interests of the UK'],
        ['33(2)(b)', 'Substantial prejudice to the financial interests of a UK administration', '英国各级政府财政利益', 'financial interests of an administration'],
        ['34(1)', 'Information held for the purposes of a criminal investigation', '刑事侦查信息', 'criminal investigation'],
        ['34(2)(a)', 'Information held for ongoing Fatal Accident Inquiry', '进行中的死亡事故调查', 'fatal accident inquiry'],
        ['34(2)(b)', 'Information held regarding cause of death', '死因调查信息', 'cause of death'],
        ['34(3)', 'Information relating to the obtaining of information from confidential sources', '秘密来源', 'confidential sources'],
        ['34(4)', 'Information held for purposes of civil proceedings arising out of investigations', '由调查引起的民事程序', 'civil proceedings from investigations'],
        ['35(1)(a)', 'Substantial prejudice to prevention or detection of crime', '犯罪预防与侦破', 'prevention or detection of crime'],
        ['35(1)(b)', 'Substantial prejudice to apprehension or prosecution of offenders', '抓捕与起诉罪犯', 'apprehension or prosecution'],
        ['35(1)(c)', 'Substantial prejudice to administration of justice', '司法运作', 'administration of justice'],
        ['35(1)(d)', 'Substantial prejudice to assessment or collection of tax or duty', '税费核定与征收', 'tax or duty'],
        ['35(1)(e)', 'Substantial prejudice to operation of immigration controls', '出入境管理', 'immigration controls'],
        ['35(1)(f)', 'Substantial prejudice to maintenance of security and good order in prisons', '监狱安全与秩序', 'security in prisons'],
        ['35(1)(g)', 'Substantial prejudice to the exercise by a public authority for any of its functions', '公共机关履行监管职能', 'functions of a public authority'],
        ['35(1)(h)', 'Substantial prejudice to civil proceedings brought by an authority', '公共机关提起的民事程序', 'civil proceedings by an authority'],
        ['36(1)', 'Confidentiality of communications', '法律程序中的通信保密', 'confidentiality of communications'],
        ['36(2)', 'Actionable breach of confidence', '可诉的违反保密义务', 'actionable breach of confidence'],
        ['37(1)(a)', 'Court records', '法院记录', 'court records'],
        ['37(1)(b)', 'Court records: inquiry or arbitration', '调查或仲裁记录', 'inquiry or arbitration records'],
        ['38(1)(a)', 'Personal data of the applicant', '申请人本人的个人数据', 'applicant’s personal data'],
        ['38(1)(b)', 'Third party personal data', '第三人的个人数据', 'third-party personal data'],
        ['38(1)(c)', 'Personal census information', '个人普查信息', 'census information'],
        ['38(1)(d)', "Deceased person's health record", '逝者健康记录', 'deceased person’s health record'],
        ['39(1)', 'Endangerment to health or safety', '健康与安全', 'health or safety'],
        ['39(2)', 'Environmental information', '环境信息（另依环境信息条例办理）', 'environmental information'],
        ['40(a)/(b)', 'Substantial prejudice to audit function', '审计职能', 'audit functions'],
        ['41(a)/(b)', 'Communications with the Royal Family and honours', '与王室的通信及荣誉授予', 'royal communications and honours'],
      ]),
    },
    {
      // The later of two columns with the same heading: a reader numbers it.
      id: 'eir-exceptions',
      title: label('环境信息例外条款（EIR）', 'EIR exceptions'),
      unit: 'exemptions',
      figures: reasons('eir-exception', '例外条款', 'reg.', [
        ['10(4)(d)', 'Material in course of completion', '尚在完成中的材料', 'material in course of completion'],
        ['10(4)(e)', 'Internal Communications', '内部往来', 'internal communications'],
        ['10(5)(a)', 'Substantial prejudice to international relations public safety etc.', '国际关系、国防、国家安全与公共安全', 'international relations, public safety'],
        ['10(5)(b)', 'Substantial prejudice to course of justice etc.', '司法程序', 'course of justice'],
        ['10(5)(c)', 'Substantial prejudice to intellectual property rights', '知识产权', 'intellectual property'],
        ['10(5)(d)', 'Substantial prejudice to confidentiality of proceedings', '程序的保密性', 'confidentiality of proceedings'],
        ['10(5)(e)', 'Substantial prejudice to confidentiality of commercial or industrial information', '商业或工业信息的保密性', 'commercial or industrial information'],
        ['10(5)(f)', 'Substantial prejudice to the interests of a third party', '信息提供人的利益', 'interests of the provider'],
        ['10(5)(g)', 'Substantial prejudice to the protection of the environment', '所涉环境的保护', 'protection of the environment'],
        ['10(8)', 'Neither confirm nor deny whether environmental information held', '不确认亦不否认是否掌握环境信息', 'neither confirm nor deny'],
        ['11(1)', 'Personal data of the applicant (2)', '申请人本人的个人数据', 'applicant’s personal data'],
        ['11(2)', 'Third party personal data (2)', '第三人的个人数据', 'third-party personal data'],
        ['11(6)', 'Neither confirm or deny whether personal data held', '不确认亦不否认是否掌握个人数据', 'neither confirm nor deny personal data'],
      ]),
    },
  ],
})
