import { describe, expect, it } from 'vitest'
import { readReports } from '@/reading'
import { docxOf } from './docx'
import { placed } from './pdf'

// A title broken in the name of its agency, whose rest is the name of an organ by itself.

const TITLE = '2022年政府信息公开工作年度报告'
const encode = (written: string): Uint8Array => new TextEncoder().encode(written)
const ROWS = [['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', '0'], ['行政规范性文件', '4', '2', '9']]
const HEADS = ['一、总体情况', '2022年，我单位主动公开政府信息30条。', '二、主动公开政府信息情况']
const marked = (tag: string, texts: readonly string[]): string => texts.map((each) => `<${tag}>${each}</${tag}>`).join('')
const htmlRows = (rows: readonly (readonly string[])[]): string => `<table>${marked('tr', rows.map((row) => marked('td', row)))}</table>`
const wordText = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`

const page = (...lines: string[]): Uint8Array => encode(`${marked('p', [...lines, ...HEADS])}${htmlRows(ROWS)}`)
const word = (...lines: string[]): Uint8Array => docxOf(`${[...lines, ...HEADS].map(wordText).join('')}<w:tbl>${ROWS.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${wordText(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`)
const printed = (...lines: string[]): Uint8Array => placed([[...[...lines, ...HEADS].map((text, at) => [text, 60, 40 + at * 24] as const), ...ROWS.flatMap((row, at) => row.map((text, column) => [text, 60 + column * 110, 200 + at * 20] as const))]])
const plain = (...lines: string[]): Uint8Array => encode([...lines, ...HEADS, ...ROWS.map((row) => row.join('\t'))].join('\n'))
const KINDS = [['a.html', page], ['a.docx', word], ['a.pdf', printed], ['a.txt', plain]] as const

async function agencyOf(name: string, bytes: Uint8Array): Promise<unknown[]> {
  const { reports } = await readReports({ name, bytes })
  return reports.flatMap(({ agency, problems }) => [agency, ...problems.flatMap(({ kind }) => (kind.startsWith('agency') ? [kind] : []))])
}

describe.each(KINDS)('the line above begins the name of an agency: %s', (name, kind) => {
  it.each([
    ['its place', '南山区', '水利局'],
    ['its place, of a government', '青阳市', '人民政府'],
    ['its place, with words of an organ', '黔东南苗族侗族自治州', '文化旅游体育与广电局'],
    ['its place and the first words of an organ', '青阳县退役军', '人事务局'],
    ['a government whose first word is cut', '青阳县平川镇人', '民政府'],
    ['a government whose office reports', '青阳旗人民政府', '办公室'],
    ['half of a listed place', '延边朝鲜族自', '治州水利局'],
    ['half of a listed place, below its province', '云南省昆', '明市南山区水利局'],
    ['what a zone is for', '青山经济', '开发区管理委员会'],
  ])('%s', async (_, above, below) => {
    expect(await agencyOf(name, kind('政务之窗', above, `${below}${TITLE}`))).toEqual([`${above}${below}`])
  })

  it.each([
    ['the site of a government', '青阳县人民政府', '水利局'],
    ['an entry of a menu', '政务公开专区', '水利局'],
    ['an entry of a menu, with a place', '走进青阳县', '水利局'],
    ['a link', '首页', '县水利局'],
    ['a zone without a name', '开发区', '财政局'],
  ])('%s begins none, and that the place is not known is told', async (_, above, below) => {
    expect(await agencyOf(name, kind(above, `${below}${TITLE}`))).toEqual([below, 'agency-common'])
  })
})

it('a title over three lines whose last two would be one', async () => {
  expect(await agencyOf('a.html', page('青阳县退役军', '人事务局2022年', '政府信息公开工作年度报告'))).toEqual(['青阳县退役军人事务局'])
})

it.each([
  ['青阳市云', '山区司法局'],
  ['青阳市云山', '区司法局'],
  ['青阳市', '云山区司法局'],
])('the name of a district, cut or behind the city above it: %s %s', async (above, below) => {
  expect(await agencyOf('a.html', page(above, `${below}${TITLE}`))).toEqual(['青阳市云山区司法局'])
})

it('an organ with its own place goes on from no place above it', async () => {
  expect(await agencyOf('a.html', page('青阳市', `南山县水利局${TITLE}`))).toEqual(['南山县水利局'])
})

it.each([
  ['南山区', '水利局'],
  ['青阳县退役军', '人事务局'],
])('the title of a page is not whole either: %s %s', async (above, below) => {
  expect(await agencyOf('a.html', encode(`<title>${below}${TITLE}</title>${marked('p', [above, `${below}${TITLE}`, ...HEADS])}${htmlRows(ROWS)}`))).toEqual([`${above}${below}`, 'agency-inferred'])
})

it('of two names that the edge of a page cut, the one that is whole', async () => {
  const source = '信息来源：青南县文化旅游体育局'
  expect((await agencyOf('a.html', page(`旅游体育局${TITLE}`, source, '南县文化旅游体育局按照《中华人民共和国政府信息公开条例》要求编制。')))[0]).toBe('青南县文化旅游体育局')
})

it('a cell of a table that names who fills it in names the agency, where the title names none', async () => {
  const table = htmlRows([[TITLE], ['填报单位：青阳县红旗街道办事处', '填报时间：2023年1月'], ['二、主动公开政府信息情况'], ...ROWS])
  expect(await agencyOf('a.html', encode(table))).toEqual(['青阳县红旗街道办事处', 'agency-inferred'])
})
