#!/usr/bin/env node
// Builds the bundled package of Chinese annual reports (format: docs/data-package.md).
//   node scripts/package-cn.mjs <source dir> <out dir>           write, then check
//   node scripts/package-cn.mjs <source dir> <out dir> --check   only check the files that are there
// Every source figure ends in one of three places: a cell, an equal repeat of a cell (evidence only), or a
// statement in narrative.csv. The check reads the files back and finds each of them again.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const args = process.argv.slice(2)
const checkOnly = args.includes('--check')
const [src, out] = args.filter(a => !a.startsWith('--'))
if (!src || !out) {
  console.error('usage: package-cn.mjs <source dir> <out dir> [--check]')
  process.exit(2)
}
const VERSION = '1.0.0'
const CREATED = '2026-11-24T00:00:00Z' // fixed: the same sources give the same bytes
const UNKNOWN = '..'

// ---------------------------------------------------------------- catalogue of the forms
const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total']
const under = (g, names) => names.map(n => `${g}.${n}`)
const REFUSED = under('refused', ['state-secret', 'forbidden-by-law', 'security', 'third-party', 'internal', 'deliberative', 'enforcement-file', 'inquiry'])
const UNAVAILABLE = under('unavailable', ['not-held', 'to-be-created', 'unclear'])
const NOT_PROCESSED = under('not-processed', ['petition', 'duplicate', 'publication', 'excessive', 'confirmation'])
const OTHER = under('other', ['not-corrected', 'fee-unpaid', 'other'])
const ROWS = ['received', 'carried-in', 'disclosed', 'granted', 'partly-granted', 'refused', ...REFUSED, 'unavailable', ...UNAVAILABLE,
  'not-processed', ...NOT_PROCESSED, 'other', ...OTHER, 'processed', 'carried-out']
const formRows = format => ROWS.filter(r => !['disclosed', 'refused', 'unavailable', 'not-processed'].includes(r) &&
  (format === 'cn-2019' ? !r.startsWith('other.') : r !== 'other'))
const KINDS = ['review', 'suit-direct', 'suit-after-review']
const RESULTS = ['upheld', 'corrected', 'other', 'pending', 'total']
const ITEM_COLUMNS = ['issued', 'repealed', 'in-force', 'decisions', 'amount', 'newly-made', 'newly-published', 'public-total', 'items-before', 'change', 'projects']
const ITEMS = {
  'cn-2021': { rules: ['issued', 'repealed', 'in-force'], documents: ['issued', 'repealed', 'in-force'], licences: ['decisions'],
    penalties: ['decisions'], measures: ['decisions'], fees: ['amount'] },
  'cn-2019': { rules: ['newly-made', 'newly-published', 'public-total'], documents: ['newly-made', 'newly-published', 'public-total'],
    licences: ['items-before', 'change', 'decisions'], services: ['items-before', 'change', 'decisions'],
    penalties: ['items-before', 'change', 'decisions'], measures: ['items-before', 'change', 'decisions'],
    fees: ['items-before', 'change'], procurement: ['projects', 'amount'] },
  'cn-2008': {},
}
const ITEM_ORDER = ['rules', 'documents', 'licences', 'services', 'penalties', 'measures', 'fees', 'procurement']
const CHANNELS = ['consultations', 'messages', 'interviews', 'npc-suggestions', 'cppcc-proposals', 'suggestions-and-proposals']
const CHANNEL_NAME = { consultations: '意见征集', messages: '留言', interviews: '在线访谈', 'npc-suggestions': '人大代表建议',
  'cppcc-proposals': '政协提案', 'suggestions-and-proposals': '建议提案', website: '政府网站' }
const MEASURES = ['held', 'comments', 'adopted', 'partly-adopted', 'not-adopted', 'results-published', 'received', 'led', 'assisted', 'answered',
  'published', 'average-days', 'answered-rate', 'on-time-rate', 'satisfied-rate', 'contact-rate']
const NARRATIVE = ['items-disclosed', 'web-items', 'visits', 'social-posts', 'followers', 'interpretations', 'catalogue-items', 'trainings', 'staff',
  'policies', 'handling-fee', 'reviews', 'suits'].map(n => `narrative.${n}`)
const TABLES = {
  proactive: { key: 'item', lines: ITEM_ORDER, columns: ITEM_COLUMNS },
  requests: { key: 'row', lines: ROWS, columns: APPLICANTS },
  reviews: { key: 'kind', lines: KINDS, columns: RESULTS },
  participation: { key: 'channel', lines: CHANNELS, columns: MEASURES },
}
const FIGURE_ORDER = new Map([
  ...ITEM_ORDER.flatMap(i => ITEM_COLUMNS.map(c => `${i}.${c}`)),
  ...ROWS.flatMap(r => APPLICANTS.map(a => `requests.${r}.${a}`)),
  ...KINDS.flatMap(k => RESULTS.map(c => `${k}.${c}`)),
  ...CHANNELS.flatMap(c => MEASURES.map(m => `participation.${c}.${m}`)),
  ...NARRATIVE,
].map((id, i) => [id, i]))

// a figure id → its cell; null when the format of that report has no such cell
function locate(figure, format) {
  if (!figure) return null
  const parts = figure.split('.')
  const column = parts.at(-1)
  const head = parts[0]
  if (head === 'requests') {
    const line = parts.slice(1, -1).join('.')
    return ROWS.includes(line) && APPLICANTS.includes(column) ? { table: 'requests', line, column } : null
  }
  if (head === 'participation') {
    return CHANNELS.includes(parts[1]) && MEASURES.includes(parts[2]) ? { table: 'participation', line: parts[1], column: parts[2] } : null
  }
  if (KINDS.includes(head)) return RESULTS.includes(column) ? { table: 'reviews', line: head, column } : null
  return ITEMS[format][head]?.includes(column) ? { table: 'proactive', line: head, column } : null
}

// ---------------------------------------------------------------- reading
const text = name => readFileSync(join(src, name), 'utf8').replace(/^\uFEFF/, '')
function tsv(name) {
  const [head, ...lines] = text(name).replace(/\n+$/, '').split('\n')
  const columns = head.split('\t')
  return lines.map(l => { const v = l.split('\t'); return Object.fromEntries(columns.map((c, i) => [c, v[i] ?? ''])) })
}
const agencies = tsv('agencies.tsv')
const reports = JSON.parse(text('reports.json'))
const figures = tsv('figures.tsv')
const participation = tsv('participation.tsv')
const agencyOrder = new Map(agencies.map((a, i) => [a.agency, i]))
const reportOf = (agency, year) => reports.find(r => r.agency === agency && r.year === year)

// Figures read from the sample report and from documents/, each with its fragment. `in` says where the fragment
// stands, so that it can be checked: the sample, the left (2023) or right (2024) column of the 宿迁 text, a remark
// in reports.json, or the 洪泽 PDF (no PDF reader here: read by hand).
const ZIBO = '淄博市工业和信息化局', HONGZE = '淮安市洪泽区人民政府', SUQIAN = '宿迁市人民政府', JINHU = '金湖县人民政府'
const SP = 'participation.suggestions-and-proposals'
const READ = [
  [ZIBO, 2021, 'sample', [
    ['narrative.items-disclosed', 144, '条', '通过网站主动公开信息', '', '我局2021年通过网站主动公开信息144条'],
    ['narrative.policies', 3, '件', '主动公开信息中的政策类文件', '', '通过网站主动公开信息144条，其中政策类文件3件'],
    ['requests.received.total', 2, '件', '收到依申请公开事项', '', '2021年市工业和信息化局共收到依申请公开事项2件次'],
    ['', 12000, '条', '云平台集成发布各级政策', '约(1.2万余)', '集成发布各级政策1.2万余条'],
    ['documents.issued', 1, '件', '出台并公开发布规范性文件', '', '出台并公开发布规范性文件1件，严格履行意见征集'],
    ['', 1, '件', '履行意见征集的规范性文件', '', '出台并公开发布规范性文件1件，严格履行意见征集'],
    ['narrative.web-items', 183, '条', '门户网站信息', '', '积极维护局机关门户网站信息183条'],
    ['narrative.visits', 436210, '人次', '门户网站访问量', '', '访问量再上新台阶，达到436210人次'],
    ['', 144, '条', '政府信息公开专栏更新信息', '', '优化设置政府信息公开专栏，更新信息144条'],
    ['narrative.social-posts', 262, '条', '微博、微信等新媒体编发信息', '', '全年编发各类信息262条'],
    ['narrative.followers', 3351, '人', '新媒体订阅人数', '', '订阅人数达到3351人'],
    ['narrative.catalogue-items', 66, '项', '主动公开目录', '', '动态更新政府信息公开目录，明确66项主动公开内容'],
    ['narrative.staff', 1, '人', '兼职负责政务公开工作', '兼职', '安排1人兼职负责政务公开工作'],
    ['narrative.handling-fee', 0, '元', '信息处理费', '', '2021年，我局未收取政府信息公开信息处理费'],
    [`${SP}.received`, 62, '件', '“两会”建议、提案', '', '2021年，共收到“两会”建议、提案62件'],
    ['participation.npc-suggestions.received', 21, '件', '人大建议', '', '人大建议21件，政协提案41件'],
    ['participation.cppcc-proposals.received', 41, '件', '政协提案', '', '人大建议21件，政协提案41件'],
    [`${SP}.contact-rate`, 100, '%', '与代表委员沟通率', '', '实现与代表委员沟通率、按时办结率、代表委员满意率三个100%'],
    [`${SP}.on-time-rate`, 100, '%', '按时办结率', '', '实现与代表委员沟通率、按时办结率、代表委员满意率三个100%'],
    [`${SP}.satisfied-rate`, 100, '%', '代表委员满意率', '', '实现与代表委员沟通率、按时办结率、代表委员满意率三个100%'],
  ]],
  [HONGZE, 2023, 'pdf', [
    ['narrative.items-disclosed', 1136, '条', '政府网站平台主动公开政府信息', '全区', '我区在政府网站平台主动公开政府信息1136条'],
    ['requests.received.total', 21, '件', '受理政府信息公开申请', '全区;受理', '2023年全区受理政府信息公开申请21件，均在法定期限答复'],
    ['narrative.handling-fee', 0, '元', '信息处理费', '', '全年收取政府信息公开信息处理费0元'],
  ]],
  [HONGZE, 2024, 'remark', [
    ['requests.received.total', 17, '件', '区政府自身办理的申请', '区政府自身;表三95件为全区;据数据备注,原文未见', 'text says 17 requests handled by the district office itself'],
  ]],
  [JINHU, 2023, 'remark', [
    ['suit-direct.other', 10, '件', '未经复议直接起诉 其他结果', '同一来源的更正,未核实;机读表为1', 'the PDF reads 2/0/10/0/12: keep as a finding, unverified'],
    ['suit-direct.total', 12, '件', '未经复议直接起诉 总计', '同一来源的更正,未核实;机读表为0', 'the PDF reads 2/0/10/0/12: keep as a finding, unverified'],
  ]],
  [SUQIAN, 2023, 'left', [
    ['narrative.items-disclosed', 180000, '条', '主动公开政府信息', '约(18万余),全市', '全市共向社会主动公开政府信息18万余条'],
    ['narrative.interpretations', 119, '期', '政策简明问答', '全市', '全年共制作119期政策简明问答'],
    ['participation.consultations.held', 33, '期', '征集调查', '', '开展征集调查33期'],
    ['participation.consultations.comments', 382, '条', '收到公众意见', '', '收到公众意见382条'],
    ['', 200, '场', '政民互动', '约(200余)', '开展政民互动200余场'],
    ['', 3607, '件', '收办政府信息公开申请(含上年结转)', '全市;3511+96', '全市全年共收办政府信息公开申请案件3607件'],
    ['', 349, '件', '收办政府信息公开申请(市政府)', '市政府本身', '3607件（市政府349件、市各有关部门933件'],
    ['', 3493, '件', '自然人申请(含上年结转)', '全市;3402+91', '自然人申请3493件，法人或其他组织申请114件'],
    ['', 114, '件', '法人或其他组织申请(含上年结转)', '全市', '自然人申请3493件，法人或其他组织申请114件'],
    ['requests.granted.total', 1191, '件', '予以公开', '全市', '予以公开1191件、部分公开328件'],
    ['requests.partly-granted.total', 328, '件', '部分公开', '全市', '予以公开1191件、部分公开328件'],
    ['requests.refused.total', 142, '件', '不予公开', '全市', '不予公开142件、无法提供1078件、不予处理406件'],
    ['requests.unavailable.total', 1078, '件', '无法提供', '全市', '不予公开142件、无法提供1078件、不予处理406件'],
    ['requests.not-processed.total', 406, '件', '不予处理', '全市', '不予公开142件、无法提供1078件、不予处理406件'],
    ['requests.other.total', 341, '件', '其他处理', '全市;含申请人主动撤回', '作其他处理（含申请人主动撤回申请）341件'],
    ['requests.carried-out.total', 121, '件', '转下年度办理', '全市', '转下年度办理121件'],
    ['', 57, '篇', '调研成果', '全市', '形成调研成果57篇'],
    ['narrative.visits', 7854070, '人次', '市政府门户网站总访问次数', '', '市政府门户网站总访问次数达7854070人次'],
    ['', 176, '个', '备案政务新媒体', '全市政府系统', '全市政府系统共开设备案政务新媒体176个'],
    ['', 12, '期', '政府公报', '', '编印《政府公报》12期'],
    ['', 168, '份', '网上评查分析报告', '', '全年开展3次网上评查，编制评查分报告168份'],
    ['', 25, '件', '收取信息处理费的申请', '全市', '2023年对25件政府信息公开申请案件收取了信息处理费2950元'],
    ['narrative.handling-fee', 2950, '元', '信息处理费', '全市', '2023年对25件政府信息公开申请案件收取了信息处理费2950元'],
  ]],
  [SUQIAN, 2024, 'right', [
    ['narrative.items-disclosed', 140000, '条', '主动公开政府信息', '约(14万余),全市', '会主动公开政府信息14万余条'],
    ['participation.consultations.held', 19, '期', '征集调查', '', '开展征集调查19期'],
    ['participation.consultations.comments', 75, '条', '收到公众意见', '', '众意见75条，充分保障公众的知情权'],
    ['narrative.interpretations', 98, '期', '政策简明问答', '全市', '全年开展多元化政策简明问答98期'],
    ['', 3646, '件', '收办政府信息公开申请(含上年结转)', '全市;3525+121', '全市全年共收办政府信息公开申请案件3646件'],
    ['requests.granted.total', 1431, '件', '予以公开', '全市', '予以公开1431件、部分公开471件'],
    ['requests.partly-granted.total', 471, '件', '部分公开', '全市', '予以公开1431件、部分公开471件'],
    ['requests.refused.total', 92, '件', '不予公开', '全市', '不予公开92件、无法提供941件、不予处理117件'],
    ['requests.unavailable.total', 941, '件', '无法提供', '全市', '不予公开92件、无法提供941件、不予处理117件'],
    ['requests.not-processed.total', 117, '件', '不予处理', '全市', '不予公开92件、无法提供941件、不予处理117件'],
    ['requests.other.total', 469, '件', '其他处理', '全市;含申请人主动撤回', '作其他处理（含申请人主动撤回申请）469件'],
    ['requests.carried-out.total', 125, '件', '转下年度办理', '全市', '转下年度办理125件'],
    ['narrative.reviews', 134, '件', '备案的行政复议案件', '全市;表四为170', '全市全年备案政府信息依申请公开领域行政复议案件134件'],
    ['narrative.suits', 57, '件', '备案的行政诉讼案件', '全市;表四两类合计77', '行政复议案件134件，行政诉讼案件57件'],
    ['', 10219, '件', '政策文件库归集政策文件', '', '共归集政策文件10219件'],
    ['', 2100, '条', '答问知识库入库数据', '约(2100余)', '入库答问数据2100余条'],
    ['narrative.visits', 9540370, '次', '市政府门户网站总访问次数', '', '门户网站总访问次数达9540370次'],
    ['', 3809505, '人次', '市政府门户网站访客量', '', '访客量3809505人次'],
    ['', 300, '场次', '政民互动', '约(300余)', '开展政民互动300余场次'],
    ['', 168, '份', '网上监测分析报告', '', '全年开展3次网上监测，编制监测分报告168份'],
    ['', 3, '件', '收取信息处理费的申请', '全市', '2024年有3件政府信息公开申请案件收取信息处理费2230元'],
    ['narrative.handling-fee', 2230, '元', '信息处理费', '全市', '2024年有3件政府信息公开申请案件收取信息处理费2230元'],
  ]],
]

// ---------------------------------------------------------------- what the remarks of reports.json ask for
const TABLE_OF = { table2: 'proactive', table3: 'requests', table4: 'reviews' }
const WHOLE_WITH_BLANKS = ['上海市人民政府办公厅 2019'] // blank cells simply absent: all three tables are to be written with blanks
const BREAKS = new Set([ // the basis changed: not to be joined with a line (README of the source data)
  '北京市市政市容管理委员会 2015', '北京经济技术开发区管理委员会 2016', '北京市商务委员会 2013',
])
const REGION = { // the report's tables state the whole region, though its cells carry no note
  [`${HONGZE} 2023`]: '表内数字为全区（正文“全区受理”与表三一致）',
  [`${HONGZE} 2024`]: '表三为全区；正文另称区政府自身17件',
  [`${SUQIAN} 2023`]: '表内数字为全市（正文“全市全年共收办”与表三一致）',
  [`${SUQIAN} 2024`]: '表内数字为全市（正文“全市全年共收办”与表三一致）',
  [`${SUQIAN} 2025`]: '按存量与上年相接推定为全市',
  '国务院部门(合计) 2022': '各部门合计，不是一个机关',
}

// ---------------------------------------------------------------- one list of all source figures
const entries = []
const clean = s => s.replace(/[（(]页用\d{4}版表[）)]/g, '').replace(/表头\d{4}版/g, '').replace(/\s+/g, ' ').trim()
const region = note => /(?<![占与较由含])全(?:省|市|区|县|镇|乡|州|盟|旗|街道)/.exec(note)?.[0] ?? ''
const approximate = note => /(?:^|[;；,，\s])(?:约|近\d)|\d余/.test(note)
const cut = s => ([...s].length <= 60 ? s : [...s].slice(0, 59).join('') + '…')
const unsplit = r => r.complete.includes('table3') && r.format === 'cn-2021' && 'requests.other.other.total' in r.figures &&
  !Object.keys(r.figures).some(k => /^requests\.other\.(not-corrected|fee-unpaid)\./.test(k))

// ids that stand for another cell: one unsplit row of 其他处理; 2019 headings read under the names of 2021 (the remark says so)
const AS_2019 = { issued: 'newly-made', repealed: 'newly-published', 'in-force': 'public-total' }
const inForm = (r, id) => (unsplit(r) ? id.replace(/^requests\.other\.other\./, 'requests.other.')
  : r.note.includes('制发/废止/有效 below are 新制作/新公开/对外公开总数') ? id.replace(/^(rules|documents)\.(issued|repealed|in-force)$/, (_, i, c) => `${i}.${AS_2019[c]}`) : id)

for (const r of reports) {
  for (const [id, v] of Object.entries(r.figures)) {
    const figure = inForm(r, id)
    const unit = figure === 'fees.amount' ? '万元' : figure === 'procurement.amount' ? '' : '件'
    entries.push({ from: 'reports', agency: r.agency, year: r.year, figure, asNamed: '', value: String(v), unit, note: '', source: r.source, quote: '', cellNote: '' })
  }
}
const BY_NAME = { 予以公开及部分公开: 'requests.disclosed.total', 予以公开及部分公开合计: 'requests.disclosed.total',
  't3.新收.商业企业': 'requests.received.business', 't3.不予公开4第三方合法权益.总计': 'requests.refused.third-party.total' }
const UNITS = ['件', '条', '次', '份', '元', '万元', '%', '']
for (const f of figures) {
  let { unit, note } = f
  if (!UNITS.includes(unit)) { // a remark stands in the unit column
    const remark = unit.replace(/,?件$/, '')
    note = [remark, note].filter(Boolean).join(';')
    unit = new RegExp(`${f.value}\\s*(件|条|份)`).exec(f.quote)?.[1] ?? '件'
  }
  const figure = f.figure || BY_NAME[f.as_named] || ''
  const cellNote = [region(note), approximate(note) ? '约' : ''].filter(Boolean).join('，')
  entries.push({ from: 'figures', agency: f.agency, year: +f.year, figure, asNamed: f.as_named.replace(/^(?:n|t\d)\./, ''), value: f.value, unit, note, source: f.source_url, quote: f.quote, cellNote,
    blankTotal: note.includes('总计列空白') && f.as_named.endsWith('.自然人') && f.figure.includes('granted') })
}
const parts = participation.map(p => {
  const inTable = CHANNELS.includes(p.channel) && MEASURES.includes(p.measure)
  const draft = p.channel === 'consultations' && /草案|方案|预案|办法|意见$|建言|规划/.test(p.note) ? `仅一项：${p.note.split(/[;；]/)[0]}` : ''
  const websiteNames = { items: '发布信息', visits: '访问量' }
  const named = p.measure.startsWith('other:') ? p.measure.slice(6) : websiteNames[p.measure] ?? p.measure
  return { from: 'participation', agency: p.agency, year: +p.year, figure: inTable ? `participation.${p.channel}.${p.measure}` : '',
    asNamed: inTable ? '' : `${CHANNEL_NAME[p.channel]}：${named}`, value: p.value, unit: p.unit, note: p.note, source: p.source_url, quote: p.quote,
    cellNote: draft || [region(p.note), approximate(p.note) ? '约' : ''].filter(Boolean).join('，') }
})
{ // several rows for one cell: the one without a note, else the first, takes the cell and names its part
  const rivals = new Map()
  for (const e of parts) if (e.figure) { const k = [e.agency, e.year, e.figure].join('\t'); rivals.set(k, [...(rivals.get(k) ?? []), e]) }
  for (const list of rivals.values()) {
    if (list.length < 2) continue
    const winner = list.find(e => !e.note) ?? list[0]
    if (winner.note) winner.cellNote = winner.note
    for (const e of list) if (e !== winner) e.statement = true
  }
}
entries.push(...parts)
for (const [agency, year, place, list] of READ) {
  const source = reportOf(agency, year).source
  for (const [figure, value, unit, asNamed, note, quote, cellNote] of list) {
    entries.push({ from: 'read', place, agency, year, figure, asNamed, value: String(value), unit, note, source, quote, cellNote: cellNote ?? [region(note), approximate(note) ? '约' : ''].filter(Boolean).join('，') })
  }
}
for (const e of entries) if (!agencyOrder.has(e.agency)) throw new Error(`not in agencies.tsv: ${e.agency}`)

// ---------------------------------------------------------------- the format of each report: its headings, else its year
const key = (agency, year) => `${agency} ${year}`
const headings = new Map()
for (const f of figures) {
  const m = /(?:页用|表头)(2019|2021)版/.exec(f.note)
  if (m) headings.set(key(f.agency, f.year), `cn-${m[1]}`)
}
const byYear = y => (y <= 2018 ? 'cn-2008' : y <= 2020 ? 'cn-2019' : 'cn-2021')
const formatOf = (agency, year) => reportOf(agency, year)?.format ?? headings.get(key(agency, year)) ?? byYear(year)

// ---------------------------------------------------------------- cells
const lines = new Map() // `${agency}\t${year}\t${table}\t${line}` → {column: text}
const formColumns = (table, line, format) => (table === 'proactive' ? ITEMS[format][line] : TABLES[table].columns)
function lineOf(agency, year, table, line, fill) {
  const k = [agency, year, table, line].join('\t')
  if (!lines.has(k)) {
    const has = formColumns(table, line, formatOf(agency, year))
    lines.set(k, Object.fromEntries(TABLES[table].columns.map(c => [c, has.includes(c) ? fill : ''])))
  }
  return lines.get(k)
}
const wholeTables = new Map()
for (const r of reports) {
  const whole = WHOLE_WITH_BLANKS.includes(key(r.agency, r.year)) ? ['table2', 'table3', 'table4'] : r.complete
  for (const t of whole) {
    const table = TABLE_OF[t]
    wholeTables.set([r.agency, r.year, table].join('\t'), true)
    const all = table === 'proactive' ? Object.keys(ITEMS[r.format]) : table === 'reviews' ? KINDS
      : unsplit(r) ? formRows(r.format).filter(x => !x.startsWith('other.')).concat('other') : formRows(r.format)
    for (const line of all) lineOf(r.agency, r.year, table, line, '') // absent from the figures: blank in the original
  }
  if (r.note.includes('five organisation columns are blank in the original')) {
    for (const id of Object.keys(r.figures)) {
      const at = locate(id, r.format)
      if (at?.table !== 'requests') continue
      const cells = lineOf(r.agency, r.year, 'requests', at.line, UNKNOWN)
      for (const c of APPLICANTS.slice(1, 6)) cells[c] = ''
    }
  }
}
const filled = new Set()
const bare = cell => cell.replace(/（[^（）]*）$/, '')
const statements = []
const count = { cells: 0, repeats: 0, statements: 0 }
for (const e of entries) {
  const format = formatOf(e.agency, e.year)
  const at = e.statement ? null : locate(e.figure, format)
  const whole = at && wholeTables.has([e.agency, e.year, at.table].join('\t'))
  const known = at && (lines.has([e.agency, e.year, at.table, at.line].join('\t')) || !whole)
  if (at && known) {
    const cells = lineOf(e.agency, e.year, at.table, at.line, UNKNOWN)
    const k = [e.agency, e.year, at.table, at.line, at.column].join('\t')
    if (!filled.has(k) && !(whole && e.from !== 'reports')) {
      cells[at.column] = e.cellNote ? `${e.value}（${e.cellNote}）` : e.value
      filled.add(k)
      e.placed = 'cell'
      count.cells++
      if (e.blankTotal) cells.total = ''
      continue
    }
    if (filled.has(k) && (cells[at.column] === e.value || bare(cells[at.column]) === e.value)) {
      e.placed = 'repeat'
      count.repeats++
      continue
    }
  }
  e.placed = 'statement'
  count.statements++
  statements.push(e)
}

// ---------------------------------------------------------------- writing
const quoteCsv = v => (/[",\r\n]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v)
const csv = (head, rows) => [head, ...rows].map(r => r.map(v => quoteCsv(String(v))).join(',')).join('\n') + '\n'
const place = id => FIGURE_ORDER.get(id) ?? (id ? 1e6 : 2e6)
const byReport = (a, b) => agencyOrder.get(a.agency) - agencyOrder.get(b.agency) || a.year - b.year
const byFigure = (a, b) => byReport(a, b) || place(a.figure) - place(b.figure) // stable: then the order of the sources
const years = [...new Map(entries.map(e => [key(e.agency, e.year), { agency: e.agency, year: e.year }])).values()].sort(byReport)

const narrativeNote = e => clean(e.note)
const tableLines = table => [...lines].map(([k, cells]) => { const [agency, year, t, line] = k.split('\t'); return { agency, year: +year, t, line, cells } })
  .filter(l => l.t === table).sort((a, b) => byReport(a, b) || TABLES[table].lines.indexOf(a.line) - TABLES[table].lines.indexOf(b.line))

const scopes = new Map()
{
  const seen = new Map()
  const add = (agency, year, unit, isRegion) => {
    const m = seen.get(key(agency, year)) ?? seen.set(key(agency, year), new Map()).get(key(agency, year))
    m.set(unit, (m.get(unit) ?? false) || isRegion)
  }
  for (const [k, cells] of lines) {
    const [agency, year, table] = k.split('\t')
    add(agency, year, table, Object.values(cells).some(c => /（[^）]*全[省市区县镇乡州盟旗街]/.test(c)))
  }
  for (const [i, e] of statements.entries()) {
    const m = seen.get(key(e.agency, e.year))
    if (!m || [...m.keys()].every(x => typeof x === 'number')) add(e.agency, e.year, i, !!region(e.note))
  }
  for (const [k, m] of seen) {
    const v = [...m.values()]
    scopes.set(k, REGION[k] ? 'region' : v.every(Boolean) ? 'region' : v.some(Boolean) ? 'mixed' : 'own')
  }
}
const reportRows = years.map(({ agency, year }) => {
  const k = key(agency, year)
  const r = reportOf(agency, year)
  const all = [...new Set([...(r ? [r.source] : []), ...entries.filter(e => e.agency === agency && e.year === year).map(e => e.source)])]
  const sources = all.filter(s => !all.some(o => o !== s && o.startsWith(s)))
  const format = formatOf(agency, year)
  const notes = [r?.note, REGION[k], r && unsplit(r) ? '“（六）其他处理”原表为一行，未分三项' : '',
    !r && format !== byYear(year) ? `沿用${format.slice(3)}版表头` : ''].filter(Boolean).join('; ')
  return [agency, year, format, scopes.get(k), BREAKS.has(k) ? 1 : '', sources.join('; '), notes]
})

const FILES = {
  'agencies.csv': { head: ['id', 'name', 'province', 'city', 'county', 'level', 'category'],
    rows: agencies.map(a => [a.agency, a.agency, a.province, a.city, a.county, a.level, a.category]) },
  'reports.csv': { head: ['agency', 'year', 'format', 'scope', 'break', 'source', 'notes'], rows: reportRows },
  ...Object.fromEntries(Object.entries(TABLES).map(([t, d]) => [`${t}.csv`, { head: ['agency', 'year', d.key, ...d.columns],
    rows: tableLines(t).map(l => [l.agency, l.year, l.line, ...d.columns.map(c => l.cells[c])]) }])),
  'narrative.csv': { head: ['agency', 'year', 'figure', 'as-named', 'value', 'unit', 'note'],
    rows: [...statements].sort(byFigure).map(e => [e.agency, e.year, e.figure, e.asNamed, e.value, e.unit, narrativeNote(e)]) },
  'evidence.csv': { head: ['agency', 'year', 'figure', 'as-named', 'value', 'unit', 'note', 'source', 'quote'],
    rows: [...entries].sort(byFigure).map(e => [e.agency, e.year, e.figure, e.asNamed, e.value, e.unit, e.note, e.source, cut(e.quote)]) },
}

// ---------------------------------------------------------------- the descriptor
const field = (name, type, title, description, more = {}) => ({ name, type, title, description, ...more })
const cell = (name, title, description, unit) => field(name, 'any', title, description, unit ? { unit } : {})
const F = {
  agency: field('agency', 'string', '机关', 'Agency: its full official name, the id in agencies.csv', { constraints: { required: true } }),
  year: field('year', 'year', '年度', 'Calendar year the report is about', { constraints: { required: true } }),
  figure: field('figure', 'string', '指标编号', 'Figure id; empty where no id fits, as-named then says what the text calls it'),
  asNamed: field('as-named', 'string', '原文名称', 'What the source calls the figure'),
  unit: field('unit', 'string', '单位', 'Unit as stated, e.g. 件, 条, 万元, %'),
}
const columnText = {
  proactive: { issued: ['本年制发件数', 'Issued this year (cn-2021)', '件'], repealed: ['本年废止件数', 'Repealed this year (cn-2021)', '件'],
    'in-force': ['现行有效件数', 'In force at the end of the year (cn-2021)', '件'], decisions: ['处理决定数量', 'Decisions this year', '件'],
    amount: ['金额', 'Money: fees in 万元 (cn-2021), or the amount of procurement in 万元 (cn-2019); another unit stands in the cell', '万元'],
    'newly-made': ['本年新制作数量', 'Newly made this year (cn-2019)', '件'], 'newly-published': ['本年新公开数量', 'Newly published this year (cn-2019)', '件'],
    'public-total': ['对外公开总数量', 'Total public (cn-2019)', '件'], 'items-before': ['上一年项目数量', 'Items of the year before (cn-2019)', '项'],
    change: ['本年增/减', 'Change this year, signed (cn-2019)', '项'], projects: ['采购项目数量', 'Procurement projects (cn-2019)', '项'] },
  requests: { natural: ['自然人', 'Natural persons', '件'], business: ['商业企业', 'Businesses', '件'], research: ['科研机构', 'Research institutions', '件'],
    nonprofit: ['社会公益组织', 'Non-profit organisations', '件'], legal: ['法律服务机构', 'Legal services', '件'], other: ['其他', 'Other organisations', '件'], total: ['总计', 'Total (never a member of a sum)', '件'] },
  reviews: { upheld: ['结果维持', 'Upheld', '件'], corrected: ['结果纠正', 'Corrected', '件'], other: ['其他结果', 'Other result', '件'],
    pending: ['尚未审结', 'Pending', '件'], total: ['总计', 'Total, pending included', '件'] },
  participation: { held: ['开展次数', 'Consultations or interviews held', '次'], comments: ['收到意见数', 'Comments received', '条'], adopted: ['采纳数', 'Adopted', '件'],
    'partly-adopted': ['部分采纳数', 'Partly adopted', '件'], 'not-adopted': ['未采纳数', 'Not adopted', '件'], 'results-published': ['公布结果数', 'Results published', '件'],
    received: ['收到数', 'Received', '件'], led: ['主办数', 'Led', '件'], assisted: ['会办数', 'Assisted', '件'], answered: ['答复数', 'Answered', '件'], published: ['公开数', 'Answers published', '件'],
    'average-days': ['平均办理天数', 'Average days', '天'], 'answered-rate': ['办结率', 'Answered, as a percentage (100 = 100 %), stated by the agency', '%'],
    'on-time-rate': ['按时办结率', 'Answered in time, as a percentage', '%'], 'satisfied-rate': ['满意率', 'Satisfied, as a percentage', '%'], 'contact-rate': ['沟通率', 'Contacted, as a percentage', '%'] },
}
const cells = t => TABLES[t].columns.map(c => cell(c, columnText[t][c][0], columnText[t][c][1], columnText[t][c][2]))
const CELL_MISSING = [{ value: '', label: '原表空白 / blank in the original' }, { value: '/', label: '不适用 / not applicable' },
  { value: UNKNOWN, label: '此处未知 / not known here' }]
const NONE = [{ value: '', label: '未说明 / not given' }]
const toAgency = { fields: ['agency'], reference: { resource: 'agencies', fields: ['id'] } }
const toReport = { fields: ['agency', 'year'], reference: { resource: 'reports', fields: ['agency', 'year'] } }
const pick = (name, title, description, values) => field(name, 'string', title, description, { constraints: { required: true, enum: values } })
const SCHEMAS = {
  'agencies.csv': ['机关', 'Agencies: one line each', { fields: [
    field('id', 'string', '编号', 'The full official name: the name is the identity, a renamed agency is another agency', { constraints: { required: true, unique: true } }),
    field('name', 'string', '名称', 'Name', { constraints: { required: true } }), field('province', 'string', '省', 'Province'), field('city', 'string', '市', 'City'),
    field('county', 'string', '县（区）', 'County or district'), field('level', 'string', '层级', 'Level: 国家 state, 省 province, 市 city, 县 county, 乡 township'),
    field('category', 'string', '类别', 'Category: 政府 government, 部门 department, 街道乡镇 street or township, 园区 zone')],
  primaryKey: ['id'], missingValues: NONE }],
  'reports.csv': ['年度报告', 'Reports: one line per agency and year that has any figure', { fields: [F.agency, F.year,
    pick('format', '格式', 'Report format, taken from the headings; where they were not seen, from the year', ['cn-2008', 'cn-2019', 'cn-2021']),
    pick('scope', '口径', 'own: the office\'s own figures, or no word of anything else; region: the whole region\'s; mixed: some tables are the one, some the other', ['own', 'region', 'mixed']),
    field('break', 'integer', '断点', '1: the basis changed, not to be joined with an earlier report of the agency'),
    field('source', 'string', '来源', 'Where the figures were published; several sources are separated by "; "'), field('notes', 'string', '备注', 'Remarks on the report')],
  primaryKey: ['agency', 'year'], foreignKeys: [toAgency], missingValues: NONE }],
  'proactive.csv': ['主动公开政府信息情况（表二）', 'Table 2, proactive disclosure: one line per agency, year and item. Columns the format of the report does not have for the item are empty', {
    fields: [F.agency, F.year, pick('item', '项目', 'Item of table 2', ITEM_ORDER), ...cells('proactive')], primaryKey: ['agency', 'year', 'item'], foreignKeys: [toReport], missingValues: CELL_MISSING }],
  'requests.csv': ['收到和处理政府信息公开申请情况（表三）', 'Table 3, requests: one line per agency, year and row. The rows refused, unavailable, not-processed and other hold a group\'s total, disclosed holds 予以公开 and 部分公开 stated as one number', {
    fields: [F.agency, F.year, pick('row', '行', 'Row of table 3', ROWS), ...cells('requests')], primaryKey: ['agency', 'year', 'row'], foreignKeys: [toReport], missingValues: CELL_MISSING }],
  'reviews.csv': ['行政复议、行政诉讼情况（表四）', 'Table 4, reviews and suits: one line per agency, year and kind', {
    fields: [F.agency, F.year, pick('kind', '类别', 'Kind', KINDS), ...cells('reviews')], primaryKey: ['agency', 'year', 'kind'], foreignKeys: [toReport], missingValues: CELL_MISSING }],
  'participation.csv': ['公众意见与建议提案办理', 'Public-comment handling: one line per agency, year and channel. suggestions-and-proposals repeats its parts: never add them', {
    fields: [F.agency, F.year, pick('channel', '渠道', 'Channel', CHANNELS), ...cells('participation')], primaryKey: ['agency', 'year', 'channel'], foreignKeys: [toReport], missingValues: CELL_MISSING }],
  'narrative.csv': ['正文中的数字', 'Figures stated in prose, and further statements of a figure that has a cell or that the format has no cell for: one line per figure', {
    fields: [F.agency, F.year, F.figure, F.asNamed, field('value', 'number', '数值', 'Value; where the note says 约 it is approximate', { constraints: { required: true } }), F.unit, field('note', 'string', '说明', 'What matters to the number: region (全市 …), 约 about, channel')],
    foreignKeys: [toReport], missingValues: NONE }],
  'evidence.csv': ['出处', 'Where each figure comes from: one line per figure of the sources', {
    fields: [F.agency, F.year, F.figure, F.asNamed, field('value', 'any', '数值', 'Value as stated: a number, with a note or a unit where the source has one', { constraints: { required: true } }), F.unit,
      field('note', 'string', '整理说明', 'Working note of whoever took the figure from its page'), field('source', 'string', '来源', 'Address or description of the source', { constraints: { required: true } }), field('quote', 'string', '原文片段', 'Fragment of the source, at most 60 characters; empty where the figure stands in a table')],
    foreignKeys: [toReport], missingValues: NONE }],
}
const TITLE = { 'zh-CN': '中国：政府信息公开工作年度报告', en: 'China: annual reports on open government information' }
function descriptor(contents) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'cn-open-government-information', title: TITLE['zh-CN'],
    description: `${TITLE.en}. Figures of ${agencies.length} Chinese agencies from their yearly reports on open government information (2008–2025) and on the handling of public comments, suggestions and proposals. ` +
      'Most agencies have a few figures, not whole tables: absent means not known here, never zero. The sample is what was at hand, not representative of the country. ' +
      'A table cell is a number as the report writes it, with a note in full-width brackets after it (22（其中修订16件）, 5147（全市）, 8（约）) or a unit where it differs from the column\'s (251000元); the number columns are therefore of type any, and parsed by the reader. ' +
      'A field\'s title is Chinese, its description English.',
    version: VERSION, created: CREATED, homepage: undefined,
    keywords: ['政府信息公开', '年度报告', 'open government information', 'freedom of information', 'China'],
    licenses: [{ title: '依据《中华人民共和国政府信息公开条例》公开的事实数据，使用时请注明原网页 / Facts published under the Regulations on Open Government Information of the People\'s Republic of China: cite the page given as source',
      path: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm' }],
    sources: [
      { title: '各机关公布的政府信息公开工作年度报告及建议提案办理情况，网址见 evidence.csv / Official pages of the agencies; each figure\'s address is in evidence.csv' },
      { title: 'Official reports found in the public repository zxj6827111-blip/KIROGOVCOMPARE', path: 'https://github.com/zxj6827111-blip/KIROGOVCOMPARE' },
      { title: '淄博市工业和信息化局2021年政府信息公开工作年度报告 (the sample report)' },
    ],
    kind: 'disclosure-atlas', atlas: { formats: ['cn-2008', 'cn-2019', 'cn-2021'], country: 'CN' },
    resources: Object.entries(contents).map(([path, body]) => {
      const [title, description, schema] = SCHEMAS[path]
      return { name: path.replace('.csv', ''), path, type: 'table', title, description, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
        bytes: Buffer.byteLength(body), hash: `sha256:${createHash('sha256').update(body).digest('hex')}`, schema }
    }),
  }
}

if (!checkOnly) {
  mkdirSync(out, { recursive: true })
  const contents = Object.fromEntries(Object.entries(FILES).map(([f, d]) => [f, csv(d.head, d.rows)]))
  for (const [f, body] of Object.entries(contents)) writeFileSync(join(out, f), body)
  writeFileSync(join(out, 'datapackage.json'), JSON.stringify(descriptor(contents), null, 1) + '\n')
  const list = join(dirname(out.replace(/\/+$/, '')), 'packages.json')
  const packages = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  if (!packages.some(p => p.id === 'cn')) {
    packages.push({ id: 'cn', title: TITLE })
    writeFileSync(list, JSON.stringify(packages, null, 1) + '\n')
  }
}

// ---------------------------------------------------------------- the check: read the files back
const problems = []
const fail = m => problems.push(m)
function parseCsv(body) {
  const rows = []; let row = [], v = '', inside = false
  for (let i = 0; i < body.length; i++) {
    const c = body[i]
    if (inside) { if (c !== '"') v += c; else if (body[i + 1] === '"') { v += '"'; i++ } else inside = false }
    else if (c === '"') inside = true
    else if (c === ',') { row.push(v); v = '' }
    else if (c === '\n') { row.push(v); rows.push(row); row = []; v = '' }
    else v += c
  }
  const [head, ...rest] = rows
  return rest.map((r, n) => { if (r.length !== head.length) fail(`line ${n + 2}: ${r.length} columns, not ${head.length}`); return Object.fromEntries(head.map((h, i) => [h, r[i]])) })
}
const raw = Object.fromEntries(Object.keys(FILES).map(f => [f, readFileSync(join(out, f), 'utf8')]))
const back = Object.fromEntries(Object.entries(raw).map(([f, b]) => [f, parseCsv(b)]))
const dp = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'))
for (const r of dp.resources) {
  const rows = back[r.path]
  if (statSync(join(out, r.path)).size !== r.bytes) fail(`${r.path}: bytes differ from the descriptor`)
  if (raw[r.path].includes('\r') || raw[r.path].startsWith('\uFEFF')) fail(`${r.path}: not plain UTF-8 with LF`)
  const names = raw[r.path].slice(0, raw[r.path].indexOf('\n')).split(',')
  if (names.join() !== r.schema.fields.map(f => f.name).join()) fail(`${r.path}: header differs from the schema`)
  if (r.schema.primaryKey) {
    const seen = new Set()
    for (const row of rows) { const k = r.schema.primaryKey.map(c => row[c]).join('\t'); if (seen.has(k)) fail(`${r.path}: twice ${k}`); seen.add(k) }
  }
  for (const fk of r.schema.foreignKeys ?? []) {
    const there = new Set(back[`${fk.reference.resource}.csv`].map(x => fk.reference.fields.map(c => x[c]).join('\t')))
    for (const row of rows) { const k = fk.fields.map(c => row[c]).join('\t'); if (!there.has(k)) fail(`${r.path}: no ${fk.reference.resource} for ${k}`) }
  }
  for (const row of rows) for (const f of r.schema.fields) {
    const v = row[f.name]
    if (f.constraints?.required && v === '') fail(`${r.path}: empty ${f.name}`)
    if (f.constraints?.enum && !f.constraints.enum.includes(v)) fail(`${r.path}: ${f.name} ${v}`)
    if (f.type === 'number' && v !== '' && !/^-?\d+(\.\d+)?$/.test(v)) fail(`${r.path}: not a number ${v}`)
    if ('unit' in f && v !== '' && v !== UNKNOWN && v !== '/' && !/^[+-]?\d+(\.\d+)?(元)?(（[^（）]+）)?$/.test(v)) fail(`${r.path}: odd cell ${v}`)
  }
}
// the sources once more, straight from the files, not from the list the package was built of
const expected = []
for (const r of reports) for (const [id, v] of Object.entries(r.figures)) expected.push({ agency: r.agency, year: r.year, id, value: String(v), source: r.source, quote: '' })
for (const f of figures) expected.push({ agency: f.agency, year: f.year, id: f.figure, value: f.value, source: f.source_url, quote: f.quote })
for (const p of participation) expected.push({ agency: p.agency, year: p.year, id: CHANNELS.includes(p.channel) && MEASURES.includes(p.measure) ? `participation.${p.channel}.${p.measure}` : '', value: p.value, source: p.source_url, quote: p.quote })
for (const [agency, year, , list] of READ) for (const x of list) expected.push({ agency, year, id: x[0], value: String(x[1]), source: reportOf(agency, year).source, quote: x[5] })
const bag = (rows, of) => { const m = new Map(); for (const r of rows) { const k = of(r); m.set(k, [...(m.get(k) ?? []), r]) } return m }
const evidence = bag(back['evidence.csv'], e => [e.agency, e.year, e.value, e.source, e.quote].join('\t'))
const told = bag(back['narrative.csv'], n => [n.agency, n.year, n.figure, n.value].join('\t'))
const cellAt = new Map()
for (const [t, d] of Object.entries(TABLES)) for (const row of back[`${t}.csv`]) for (const c of d.columns) {
  if (row[c] !== '' && row[c] !== UNKNOWN && row[c] !== '/') cellAt.set([row.agency, row.year, t, row[d.key], c].join('\t'), row[c])
}
const formatBack = new Map(back['reports.csv'].map(r => [`${r.agency}\t${r.year}`, r.format]))
const used = new Set()
const found = { cells: 0, repeats: 0, statements: 0 }
for (const e of expected) {
  const list = evidence.get([e.agency, e.year, e.value, e.source, cut(e.quote)].join('\t')) ?? []
  let i = list.findIndex(x => x.figure === e.id)
  if (i < 0) i = 0 // an id given by the name of the figure, or an unsplit row
  const ev = list.splice(i, 1)[0]
  if (!ev) { fail(`no evidence: ${e.agency} ${e.year} ${e.id} ${e.value}`); continue }
  const at = locate(ev.figure, formatBack.get(`${e.agency}\t${e.year}`))
  const k = at && [e.agency, e.year, at.table, at.line, at.column].join('\t')
  const there = k && cellAt.get(k)
  if (there !== undefined && there !== null && (there === e.value || bare(there) === e.value)) {
    if (used.has(k)) found.repeats++
    else { used.add(k); found.cells++ }
    continue
  }
  const n = told.get([e.agency, e.year, ev.figure, e.value].join('\t'))
  if (n?.length) { n.pop(); found.statements++ } else fail(`in no cell and no statement: ${e.agency} ${e.year} ${ev.figure} ${e.value}`)
}
for (const l of evidence.values()) for (const x of l) fail(`evidence without a source: ${x.agency} ${x.year} ${x.figure}`)
for (const l of told.values()) for (const x of l) fail(`statement without a source: ${x.agency} ${x.year} ${x.figure} ${x.value}`)
for (const k of cellAt.keys()) if (!used.has(k)) fail(`cell without a source: ${k}`)
for (const e of back['evidence.csv']) if ([...e.quote].length > 60) fail(`quote too long: ${e.quote}`)
if (expected.length !== found.cells + found.repeats + found.statements) fail('rows in ≠ cells + repeats + statements')
if (found.cells !== count.cells || found.repeats !== count.repeats || found.statements !== count.statements) fail(`counted ${JSON.stringify(count)}, found ${JSON.stringify(found)}`)
// the fragments that were read by hand stand where they are said to stand
{
  const squeeze = s => s.replace(/\s+/g, '')
  const sides = text('documents/suqian-2023-2024-side-by-side.txt').split('\n').map(l => l.trimEnd().split(/ {2,}/)).filter(p => p.length === 2)
  const where = { sample: squeeze(text('sample-zibo-2021.txt')), left: squeeze(sides.map(p => p[0]).join('')), right: squeeze(sides.map(p => p[1]).join('')),
    remark: squeeze(reports.map(r => r.note).join('\n')) }
  for (const e of entries) if (e.from === 'read' && where[e.place] && !where[e.place].includes(squeeze(e.quote))) fail(`fragment not found: ${e.quote}`)
}

const n = f => back[f].length
console.log(`source figures ${expected.length}: reports.json ${reports.reduce((s, r) => s + Object.keys(r.figures).length, 0)}, figures.tsv ${figures.length}, participation.tsv ${participation.length}, read ${READ.reduce((s, r) => s + r[3].length, 0)}`)
console.log(`= cells ${found.cells} + equal repeats ${found.repeats} + statements ${found.statements}; lines of evidence ${n('evidence.csv')}`)
const tally = (f, c) => Object.entries(back[f].reduce((m, r) => ({ ...m, [r[c]]: (m[r[c]] ?? 0) + 1 }), {})).map(([k, v]) => `${k} ${v}`).join(', ')
console.log(`formats: ${tally('reports.csv', 'format')}; scope: ${tally('reports.csv', 'scope')}`)
for (const f of [...Object.keys(FILES), 'datapackage.json']) {
  const b = readFileSync(join(out, f))
  console.log(`${f.padEnd(18)} ${String(back[f]?.length ?? '').padStart(5)} lines ${String(b.length).padStart(8)} bytes ${String(gzipSync(b, { level: 9 }).length).padStart(7)} gz`)
}
if (problems.length) {
  for (const p of problems.slice(0, 40)) console.error(`problem: ${p}`)
  console.error(`${problems.length} problems`)
  process.exit(1)
}
console.log('check passed')
