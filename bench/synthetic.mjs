// Writes a synthetic data package in the form's own shape: no figure in it is real.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const APPLICANTS = 'natural,business,research,nonprofit,legal,other,total'
const SPLIT_OTHER = ['other.not-corrected', 'other.fee-unpaid', 'other.other']
const ROWS = [
  'received carried-in granted partly-granted',
  'refused.state-secret refused.forbidden-by-law refused.security refused.third-party refused.internal refused.deliberative refused.enforcement-file refused.inquiry',
  'unavailable.not-held unavailable.to-be-created unavailable.unclear',
  'not-processed.petition not-processed.duplicate not-processed.publication not-processed.excessive not-processed.confirmation',
  'OTHER processed carried-out',
].join(' ').split(' ')
/** Item → how many of the columns before and after its own are empty. */
const ITEMS_2021 = { rules: 'nnn,,', documents: 'nnn,,', licences: ',,,n,', penalties: ',,,n,', measures: ',,,n,', fees: ',,,,n' }
const CHANNELS = ['consultations', 'messages', 'npc-suggestions', 'cppcc-proposals']
const FILES = {
  proactive: 'agency,year,item,issued,repealed,in-force,decisions,amount',
  requests: `agency,year,row,${APPLICANTS}`,
  reviews: 'agency,year,kind,upheld,corrected,other,pending,total',
  participation: 'agency,year,channel,held,comments,adopted,received,led,answered,published,average-days',
}
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025]
const CITIES = ['山海', '云河', '东林', '南浦', '北原', '西川', '长湖', '平阳', '安陵', '宁江']
const OFFICES = ['市人民政府', '市教育局', '市公安局', '市财政局', '市生态环境局', '市住房和城乡建设局', '市交通运输局', '市卫生健康委员会', '市市场监督管理局', '市自然资源和规划局']

/** Figures of one report: 10 + 25 × 7 + 15 + 4 × 8 = 232 (form of 2021). 12 % are not zero, long-tailed. */
export async function writeSynthetic(folder, { agencies = 5_000 } = {}) {
  await mkdir(folder, { recursive: true })
  let state = 20261124
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const figure = () => (random() < 0.12 ? Math.ceil(1 / (random() + 0.0008)) : 0)
  const sizes = {}
  const list = Array.from({ length: agencies }, (_, at) => ({ name: `${CITIES[at % 10]}${Math.floor(at / 100) + 1}区${OFFICES[Math.floor(at / 10) % 10]}`, province: `虚拟${CITIES[at % 10]}省` }))

  const save = (name, text) => {
    const bytes = Buffer.from(text)
    writeFileSync(join(folder, name), bytes)
    sizes[name] = bytes.length
  }
  save('agencies.csv', `id,name,province,city,county,level,category\n${list.map(({ name, province }) => `${name},${name},${province},${name.slice(0, 2)}市,,市,部门\n`).join('')}`)
  save('reports.csv', `agency,year,format,scope,break,source,notes\n${list.map(({ name }) => YEARS.map((year) => `${name},${year},cn-2021,own,,synthetic,\n`).join('')).join('')}`)

  for (const [name, heading] of Object.entries(FILES)) {
    const file = openSync(join(folder, `${name}.csv`), 'w')
    let bytes = writeSync(file, `${heading}\n`)
    let lines = []
    const flush = () => {
      bytes += writeSync(file, lines.join(''))
      lines = []
    }
    for (const { name: agency } of list) {
      for (const year of YEARS) lines.push(linesOf[name](`${agency},${year},`, figure))
      if (lines.length > 2_000) flush()
    }
    flush()
    closeSync(file)
    sizes[`${name}.csv`] = bytes
  }
  save('datapackage.json', JSON.stringify({ title: 'SYNTHETIC: no figure is real', resources: Object.entries(sizes).map(([path, bytes]) => ({ name: path.replace('.csv', ''), path, bytes })) }))
  return { reports: agencies * YEARS.length, figures: 232, bytes: Object.values(sizes).reduce((sum, size) => sum + size, 0) }
}

const counts = (n, figure) => Array.from({ length: n }, figure)
const withTotal = (n, figure) => {
  const parts = counts(n, figure)
  return [...parts, parts.reduce((sum, part) => sum + part, 0)].join(',')
}

const linesOf = {
  proactive: (key, figure) => Object.entries(ITEMS_2021).map(([item, shape]) => `${key}${item},${shape.replace('nnn', 'n,n,n').replaceAll('n', () => figure())}\n`).join(''),
  requests: (key, figure) => {
    // Consistent with the form: what is processed is the sum of the outcomes, so that shares can be reckoned.
    const outcomes = ROWS.filter((row) => !['received', 'carried-in', 'processed', 'carried-out'].includes(row)).flatMap((row) => (row === 'OTHER' ? SPLIT_OTHER : [row]))
    const parts = outcomes.map((row) => ({ row, cells: counts(6, figure) }))
    const processed = parts.reduce((sums, { cells }) => sums.map((sum, at) => sum + cells[at]), counts(6, () => 0))
    const line = (row, cells) => `${key}${row},${cells.join(',')},${cells.reduce((sum, cell) => sum + cell, 0)}\n`
    const none = counts(6, () => 0)
    return [line('received', processed), line('carried-in', none), ...parts.map(({ row, cells }) => line(row, cells)), line('processed', processed), line('carried-out', none)].join('')
  },
  reviews: (key, figure) => ['review', 'suit-direct', 'suit-after-review'].map((kind) => `${key}${kind},${withTotal(4, figure)}\n`).join(''),
  participation: (key, figure) => CHANNELS.map((channel) => `${key}${channel},${counts(8, figure).join(',')}\n`).join(''),
}

/** A synthetic package as the files of a site that has only this one, by path. */
export async function syntheticFiles(folder, id, agencies) {
  await writeSynthetic(join(folder, id), { agencies })
  const files = new Map(await Promise.all((await readdir(join(folder, id))).map(async (name) => [`data/${id}/${name}`, await readFile(join(folder, id, name))])))
  return files.set('data/packages.json', Buffer.from(JSON.stringify([{ id, title: { 'zh-CN': '合成', en: 'synthetic' } }])))
}
