import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { sliceFor, chartById } from '@/charts'
import { controlsOf, indicatorGroups, indicatorShown } from '@/components/card-controls'
import OfficialTable from '@/components/OfficialTable.vue'
import ReportSheet from '@/components/ReportSheet.vue'
import { parameterName } from '@/components/parameter-text'
import { selectionSentence } from '@/components/selection-sentence'
import SelectionSummary from '@/components/SelectionSummary.vue'
import { dossierOf } from '@/domain/dossier'
import { schemeOf } from '@/domain/scheme'
import { DEFAULTS, type Selection } from '@/domain/selection'
import type { Table } from '@/domain/table'
import { ABERDEEN, FAMILIES, FED } from '../families'
import { english, words } from './cards'

const us = FAMILIES['us-foia']!
const asked = (table: Table, partial: Partial<Selection>) => {
  const selection = { ...DEFAULTS, view: 'requests' as const, ...partial }
  return { table, selection, words, slice: sliceFor(chartById('outcomes')!, table, selection) }
}

describe('the controls of a card', () => {
  it('offer the outcomes that can be opened, by the form’s own names', () => {
    const [group] = controlsOf(['group'], asked(us, {}))
    expect(group!.options.map(({ value }) => value)).toEqual(['', 'other'])
    expect(controlsOf(['group'], asked(us, { group: 'refused' }))[0]!.options.map(({ text }) => text)).toContain('依豁免条款全部不予公开')
    expect(controlsOf(['group'], asked(FAMILIES['cn']!, {}))[0]!.options.map(({ value }) => value)).toEqual(['', 'refused', 'unavailable', 'not-processed', 'other'])
  })

  it('offer applicants only where the form tells them apart', () => {
    expect(controlsOf(['applicant'], asked(us, {}))).toEqual([])
    expect(controlsOf(['applicant'], asked(FAMILIES['cn']!, {}))).toHaveLength(1)
  })

  it('list the figures of the form', () => {
    const texts = indicatorGroups(asked(us, {})).flatMap(({ options }) => options.map(({ value }) => value))
    expect(texts).toContain('us-foia:exemption.7a')
    expect(texts.filter((id) => id.startsWith('requests.'))).toEqual([])
    expect(indicatorShown(us, asked(us, { indicator: 'requests.received' }).selection)).toBe('us-foia:requests.received')
  })
})

describe('the words about a selection', () => {
  it('leave an applicant out that the form does not know', () => {
    expect(selectionSentence(words, { ...DEFAULTS, applicant: 'natural' }, us)).not.toContain('自然人')
    expect(selectionSentence(words, { ...DEFAULTS, applicant: 'natural' }, FAMILIES['cn']!)).toContain('自然人')
  })

  it('call provinces regions outside the national forms', () => {
    expect(parameterName(english, 'province', schemeOf(us).wording)).toBe('Region')
    expect(parameterName(words, 'province', schemeOf(null).wording)).toBe('省份')
    expect(parameterName(words, 'year', schemeOf(us).wording)).toBe('年份')
  })

  it('say that several forms are compared by the common measures only', () => {
    const summary = (table: Table) => mount(SelectionSummary, { props: { words, selection: DEFAULTS, table } })
    expect(summary(FAMILIES['several']!).get('.notice').text()).toContain('只按共同指标比较')
    expect(summary(us).find('.notice').exists()).toBe(false)
  })
})

describe('the report of another country', () => {
  it('stands under the official headings, with the reader’s words beside them', () => {
    const { tables } = dossierOf(us, us.rowOf(us.indexOf(FED), 2023))
    const zh = mount(OfficialTable, { props: { official: tables[0]!, marked: new Set<never>(), words } }).findAll('tbody th').map((each) => each.text())
    expect(zh[1]).toBe('Number of Requests Received in Fiscal Year本财年收到申请')
    const en = mount(OfficialTable, { props: { official: tables[1]!, marked: new Set<never>(), words: english } }).findAll('tbody th').map((each) => each.text())
    expect(en).toContain('No Records')
  })

  it('has each of its tables once', async () => {
    const table = FAMILIES['scotland-foisa']!
    const dossier = dossierOf(table, table.rowOf(table.indexOf(ABERDEEN), 2019))
    const wrapper = mount(ReportSheet, { props: { dossier, format: 'scotland-foisa', cells: [], lines: [], waiting: '', words: english } })
    const titles = () => wrapper.findAll('h3').map((each) => each.text())
    await expect.poll(titles).toEqual(expect.arrayContaining(['FOISA requests and outcomes', 'EIR requests and outcomes', 'FOISA reviews', 'EIR reviews']))
    expect(new Set(titles()).size).toBe(titles().length)
  })
})
