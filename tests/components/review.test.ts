import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import ReportReview from '@/components/import/ReportReview.vue'
import { tableOfReads } from '@/data/imports'
import type { FigureId } from '@/domain/figure'
import { label } from '@/domain/label'
import { wordsOf } from '@/i18n'
import { given } from '../reading/documents'

const REPORT = given(7)
const [FIRST, SECOND] = ['documents.issued', 'requests.received.total'] as FigureId[] as [FigureId, FigureId]
const lines = [...REPORT.figures].map(([figure, value]) => ({ figure, asNamed: '', text: String(value), note: '', quote: '', place: '' }))
const table = tableOfReads([{ agency: REPORT.agency, year: REPORT.year, read: { format: REPORT.format, lines, statements: [] } }])
const why = label('疑', 'doubt')

type Edits = Readonly<Record<string, { readonly text: string; readonly remark: string; readonly confirmed?: boolean }>>

/** A review whose edits are kept as the import sheet keeps them. */
async function review(confirmed: readonly FigureId[] = []) {
  const edits = ref<Edits>({})
  const page = mount(
    {
      components: { ReportReview },
      setup: () => ({ words: wordsOf('zh-CN'), table, edits, doubtful: new Map([[FIRST, why], [SECOND, why]]), confirmed: new Set(confirmed), evidence: () => ({ place: '', quote: '', settled: '', doubts: [] }), edit }),
      template: '<ReportReview :words="words" :table="table" :row="0" :edits="edits" :doubtful="doubtful" :confirmed="confirmed" :evidence="evidence" @edit="edit"><template #head="{ doubts }"><b>{{ doubts }}</b></template></ReportReview>',
    },
    { attachTo: document.body },
  )
  function edit(figure: FigureId, written: Edits[string] | null): void {
    const others = Object.fromEntries(Object.entries(edits.value).filter(([each]) => each !== figure))
    edits.value = written ? { ...others, [figure]: written } : others
  }
  const cell = (figure: FigureId) => page.find(`[data-cell="${figure}"]`)
  await expect.poll(() => cell(SECOND).exists() && page.find('section.panel').exists()).toBe(true)
  return { page, edits, cell, doubts: () => Number(page.get('b').text()), press: (key: string) => page.get('.review').trigger('keydown', { key }) }
}

describe('cells in doubt under review', () => {
  it('are confirmed by c, one after the other, and the last one is taken back by its button', async () => {
    const { page, edits, cell, doubts, press } = await review()
    expect(doubts()).toBe(2)
    await press('c')
    expect(edits.value).toEqual({ [FIRST]: { text: String(REPORT.figures.get(FIRST)), remark: '', confirmed: true } })
    await expect.poll(() => cell(FIRST).text()).toContain('已核对')
    expect(cell(FIRST).find('ins').exists()).toBe(false)
    await expect.poll(() => document.activeElement === cell(SECOND).element).toBe(true)
    await press('c')
    expect([Object.keys(edits.value), doubts()]).toEqual([[FIRST, SECOND], 0])
    const button = page.findAll('button').find((each) => each.text() === '核对无误')!
    expect(button.attributes('aria-pressed')).toBe('true')
    await button.trigger('click')
    expect([Object.keys(edits.value), doubts()]).toEqual([[FIRST], 1])
    page.unmount()
  })

  it('that are kept as confirmed are opened again', async () => {
    const { page, edits, cell, doubts, press } = await review([FIRST])
    expect(doubts()).toBe(1)
    ;(cell(FIRST).element as HTMLElement).focus()
    await press('c')
    expect(edits.value[FIRST]).toMatchObject({ confirmed: false })
    expect(doubts()).toBe(2)
    await press('c')
    expect([edits.value, doubts()]).toEqual([{}, 1])
    page.unmount()
  })
})
