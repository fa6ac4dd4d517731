import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CellList from '@/components/CellList.vue'
import OfficialTable from '@/components/OfficialTable.vue'
import ReportSheet from '@/components/ReportSheet.vue'
import SourceLinks from '@/components/SourceLinks.vue'
import RevisionNote from '@/components/RevisionNote.vue'
import type { Cell } from '@/domain/cell'
import { dossierOf } from '@/domain/dossier'
import type { FigureId } from '@/domain/figure'
import type { Revision } from '@/domain/revision'
import { tableOf } from '../fixture'
import { english, words } from './cards'

const report = tableOf([
  {
    agency: '甲市教育局',
    year: 2024,
    cells: { 'rules.issued': 0, 'rules.repealed': '', 'rules.in-force': '/', 'documents.issued': '22（其中修订16件）', 'documents.repealed': 'abc', 'narrative.web-items': '约300条' },
  },
])
const dossier = dossierOf(report, 0)
const official = dossier.tables[0]!

const line = (source: string) => ({ figure: 'documents.issued', asNamed: '规范性文件', value: '22', unit: '件', note: '', source, quote: '制发规范性文件22件', line: 17 })

describe('OfficialTable', () => {
  const wrapper = mount(OfficialTable, { props: { official, marked: new Set<FigureId>(['documents.issued']), words } })
  const cell = (figure: string) => wrapper.get(`[data-figure="${figure}"]`)

  it('stands in the form’s layout: a row per item, a column per heading, no cell where the form has none', () => {
    expect(wrapper.findAll('tbody tr')).toHaveLength(6)
    expect(wrapper.findAll('thead th')).toHaveLength(6)
    expect(wrapper.find('[data-figure="licences.issued"]').exists()).toBe(false)
  })

  it('lets zero, blank, not applicable, unreadable and not known look different', () => {
    const marks = ['rules.issued', 'rules.repealed', 'rules.in-force', 'documents.repealed', 'documents.in-force'].map((figure) => cell(figure).get('span span, .number').text())
    expect(new Set(marks).size).toBe(5)
    expect(marks[0]).toBe('0')
  })

  it('says each reason in words to those who cannot see the mark', () => {
    expect(cell('rules.repealed').get('.visually-hidden').text()).toBe('原文空白')
    expect(cell('rules.in-force').get('.visually-hidden').text()).toBe('不适用')
  })

  it('keeps notes and marks what was asked for', () => {
    expect(cell('documents.issued').text()).toContain('其中修订16件')
    expect(cell('documents.issued').classes()).toContain('marked')
  })
})

describe('CellList', () => {
  it('has name, value, the text as written, the note and the file', () => {
    const cells = [{ figure: 'documents.issued' as const, label: { zh: '文件', en: 'documents' }, cell: report.cell('documents.issued', 0), file: 'proactive.csv' }]
    const text = mount(CellList, { props: { cells, words } }).text()
    for (const part of ['文件', '22 件', '注：其中修订16件', '原文：22（其中修订16件）', 'proactive.csv']) expect(text).toContain(part)
  })
})

describe('SourceLinks', () => {
  it('links only to web addresses, safely, and quotes the source', () => {
    const wrapper = mount(SourceLinks, { props: { lines: [line('https://a.gov.cn/x?y=1'), { ...line('javascript:alert(1)'), line: 18 }], words } })
    const links = wrapper.findAll('a')
    expect(links).toHaveLength(1)
    expect(links[0]!.attributes()).toMatchObject({ href: 'https://a.gov.cn/x?y=1', target: '_blank', rel: 'noopener noreferrer' })
    expect(links[0]!.text()).toContain('a.gov.cn')
    expect(wrapper.text()).toContain('javascript:alert(1)')
    expect(wrapper.get('blockquote').text()).toBe('制发规范性文件22件')
    expect(wrapper.text()).toContain('evidence.csv 第 17 行')
  })
})

describe('ReportSheet', () => {
  const sheet = (lines = [line('https://a.gov.cn/')], waiting = '', language = words) =>
    mount(ReportSheet, {
      props: { dossier, format: 'cn-2021', cells: [{ figure: 'documents.issued', label: { zh: '文件', en: 'documents' }, cell: report.cell('documents.issued', 0), file: 'proactive.csv' }], lines, waiting, words: language },
    })

  it('has the whole report: form, marks explained, figures outside the tables, source', () => {
    const text = sheet().text()
    for (const part of ['2021 年版格式', '原文空白', '不适用', '网站发布信息', 'https://example.gov.cn/report']) expect(text).toContain(part)
  })

  it('tells evidence of the number apart from that of other figures', () => {
    const wrapper = sheet([line('https://a.gov.cn/'), { ...line('https://b.gov.cn/'), figure: 'rules.issued', line: 18 }])
    expect(wrapper.get('details').text()).toContain('1 条')
  })

  it('does not call a number that the text only implies evidence of one that is stated, and says in each language that it is implied', () => {
    const implied = { ...line('a.html l4'), note: '正文；由“均已办结”推得', line: 18 }
    const beside = sheet([line('https://a.gov.cn/'), implied])
    expect(beside.get('details').text()).toContain('正文没有写这个数')
    expect(beside.findAll('.sources')[0]!.text()).not.toContain('推得')
    const alone = sheet([implied], '', english)
    expect([alone.find('details').exists(), alone.text().includes('inferred from the requests received'), alone.text().includes('推得')]).toEqual([false, true, false])
  })

  it('says when there is no evidence, and while it is read', () => {
    expect(sheet([]).text()).toContain('没有这个数的出处记录')
    expect(sheet([], '正在读取出处。').get('[role=status]').text()).toBe('正在读取出处。')
    expect(sheet([], '', english).text()).toContain('no evidence for this number')
  })
})

describe('what was done to a cell', () => {
  const told = (before: Cell, remark: string) => mount(RevisionNote, { props: { revision: { row: 0, figure: 'rules.issued' as FigureId, kind: 'edit' as const, before, remark }, words } }).text()

  it('tells what had been read, apart from the reader’s remark, and nothing where nothing was', () => {
    expect([told({ value: 81 }, ''), told({ value: 81 }, '在现行有效栏下'), told({ missing: 'not-known' }, '')]).toEqual(['■ 更正；原读数 81', '■ 更正；原读数 81；说明：在现行有效栏下', '■ 人工填写；文档中没有读到'])
  })

  it('is named as the source of a number that was typed', () => {
    const figure = 'rules.issued' as FigureId
    const revision: Revision = { row: 0, figure, kind: 'edit', before: { missing: 'not-known' }, remark: '' }
    const sheet = (revised: object) => mount(ReportSheet, { props: { dossier, format: 'cn-2021', cells: [{ figure, label: { zh: '规章', en: 'rules' }, cell: { ...report.cell(figure, 0), ...revised }, file: 'proactive.csv' }], lines: [], waiting: '', words } }).text()
    expect([sheet({ revision }), sheet({})]).toEqual([expect.stringContaining('由人工填写：文档中没有读到这个数。'), expect.stringContaining('本数据没有这个数的出处记录。')])
  })
})
