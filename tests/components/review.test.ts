import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ref, shallowRef, type Ref } from 'vue'
import CellEvidence from '@/components/import/CellEvidence.vue'
import ReportReview from '@/components/import/ReportReview.vue'
import ReviewHead from '@/components/import/ReviewHead.vue'
import { digitsWritten, tableOfReads } from '@/data/imports'
import { openIn } from '@/domain/checks'
import type { FigureId } from '@/domain/figure'
import { label } from '@/domain/label'
import { EDITED, Table } from '@/domain/table'
import { wordsOf } from '@/i18n'
import { given } from '../reading/documents'

const REPORT = given(7)
const [FIRST, SECOND] = ['documents.issued', 'requests.received.total'] as FigureId[] as [FigureId, FigureId]
const lines = [...REPORT.figures].map(([figure, value]) => ({ figure, asNamed: '', text: String(value), note: '', quote: '', place: '' }))
const tableOf = (some: typeof lines) => tableOfReads([{ agency: REPORT.agency, year: REPORT.year, read: { format: REPORT.format, lines: some, statements: [] } }])
const why = label('疑', 'doubt')

type Edits = Readonly<Record<string, { readonly text: string; readonly remark: string; readonly confirmed?: boolean }>>

/** A review whose edits are kept as the import sheet keeps them. */
async function review(confirmed: readonly FigureId[] | ReadonlyMap<FigureId, string> = [], table = tableOf(lines), doubted: readonly FigureId[] = [FIRST, SECOND]) {
  const edits = ref<Edits>({})
  const unfinished = ref<Edits>({})
  const words = shallowRef(wordsOf('zh-CN'))
  const page = mount(
    {
      components: { ReportReview },
      setup: () => ({ words, table, edits, unfinished, leave: (figure: FigureId, written: Edits[string] | null) => put(unfinished, figure, written), doubtful: new Map(doubted.map((figure) => [figure, why])), confirmed: confirmed instanceof Map ? confirmed : new Map((confirmed as readonly FigureId[]).map((figure) => [figure, ''])), digitsWritten, evidence: () => ({ place: '', quote: '', settled: '', doubts: [] }), edit }),
      template: '<ReportReview :words="words" :table="table" :row="0" :edits="edits" :unfinished="unfinished" :doubtful="doubtful" :confirmed="confirmed" :evidence="evidence" :digits="digitsWritten" @edit="edit" @leave="leave"><template #head="{ doubts }"><b>{{ doubts }}</b></template></ReportReview>',
    },
    { attachTo: document.body },
  )
  function put(into: Ref<Edits>, figure: FigureId, written: Edits[string] | null): void {
    const others = Object.fromEntries(Object.entries(into.value).filter(([each]) => each !== figure))
    into.value = written ? { ...others, [figure]: written } : others
  }
  function edit(figure: FigureId, written: Edits[string] | null): void {
    put(edits, figure, written)
  }
  const cell = (figure: FigureId) => page.find(`[data-cell="${figure}"]`)
  await expect.poll(() => cell(SECOND).exists() && page.find('section.panel').exists()).toBe(true)
  return { page, words, edits, unfinished, cell, doubts: () => Number(page.get('b').text()), press: (key: string) => page.get('.review').trigger('keydown', { key }) }
}

describe('cells in doubt under review', () => {
  it('say once why, where how they were read is what puts them in doubt', () => {
    const texts = (doubts: string[]) => mount(CellEvidence, { props: { words: wordsOf('zh-CN'), cell: { quote: '规章 0 【o】 0', place: '', settled: '字母 O 读作零', doubts } } }).text().match(/字母 O 读作零/g)
    expect([texts([]), texts(['字母 O 读作零']), texts(['合计不符', '字母 O 读作零'])].map((found) => found?.length)).toEqual([1, 1, 1])
  })

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

  it.each([['核对无误', FIRST], ['原文此格空白', 'requests.granted.natural']])('keep the remark that is written before they are found so (%s), and none of it waits', async (name, figure) => {
    const { page, edits, unfinished } = await review([], tableOf(lines.filter((line) => line.figure !== 'requests.granted.natural')), [figure, 'requests.processed.total'] as FigureId[])
    await page.findAll('section.panel input')[1]!.setValue('对照原文')
    await page.findAll('section.panel button').find((each) => each.text() === name)!.trigger('click')
    await expect.poll(() => page.get('section.panel h4').text()).toBe('办理结果总计')
    expect([edits.value[figure], unfinished.value]).toMatchObject([{ remark: '对照原文' }, {}])
    expect(page.get('section.panel').text()).not.toContain('未采用')
    page.unmount()
  })

  it('tell what was done last in the language that the page has now', async () => {
    const { page, words, press } = await review()
    const note = () => page.get('.note').text()
    await press('c')
    await expect.poll(note).toMatch(/^已核对无误：.*。撤销$/)
    words.value = wordsOf('en')
    await expect.poll(note).toMatch(/^As in the document: .*Undo$/)
    await page.get('.note button').trigger('click')
    await expect.poll(note).toMatch(/^Undone.*As in the document: /)
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

describe('a row whose cells wait together', () => {
  const ROW = ['natural', 'business', 'total'].map((applicant) => `requests.granted.${applicant}` as FigureId)
  const NEXT = 'requests.refused.state-secret.natural' as FigureId

  it.each(['C', 'button'])('is found as in the document at once by %s, what was not read as absent there, and taken back at once', async (way) => {
    const absent = ROW[1]!
    const { page, edits, cell, doubts, press } = await review([], tableOf(lines.filter(({ figure }) => figure !== absent)), [...ROW, NEXT])
    ;(cell(ROW[0]!).element as HTMLElement).focus()
    const before = doubts()
    const waiting = (await expect.poll(() => page.get('section.panel').text()).toMatch(/本行 \d 格均与文档一致，其中 1 格原文没有/), Number(/本行 (\d) 格/.exec(page.get('section.panel').text())![1]))
    expect(waiting).toBeGreaterThanOrEqual(ROW.length)
    if (way === 'C') await press('C')
    else await page.findAll('button').find((each) => each.text().startsWith('本行'))!.trigger('click')
    expect(ROW.map((figure) => edits.value[figure])).toEqual(ROW.map((figure) => ({ text: figure === absent ? '..' : String(REPORT.figures.get(figure)), remark: figure === absent ? '原文无此格' : '', confirmed: true })))
    expect([Object.keys(edits.value).length, NEXT in edits.value]).toEqual([waiting, false])
    expect(page.get('section.panel .note').text()).toContain(`本行 ${waiting} 格已核对，其中 1 格原文没有，仍为未知`)
    await page.get('section.panel .note button').trigger('click')
    expect([edits.value, doubts()]).toEqual([{}, before])
    page.unmount()
  })
})

describe('a row of which nothing was read', () => {
  const ROW = [...REPORT.figures.keys()].filter((figure) => figure.startsWith('requests.granted.'))

  it('is said not to be in the document, not to be as in it; what that means for its cells is told, and kept with them', async () => {
    const { page, edits, cell } = await review([], tableOf(lines.filter(({ figure }) => !ROW.includes(figure))), ROW)
    ;(cell(ROW[0]!).element as HTMLElement).focus()
    const button = () => page.findAll('section.panel button').find((each) => each.text() === `原文无此行（${ROW.length} 格）`)
    await expect.poll(() => button() !== undefined).toBe(true)
    expect(page.get('section.panel').text()).not.toContain('均与文档一致')
    expect(page.get(`[id="${button()!.attributes('aria-describedby')}"]`).text()).toContain('仍为未知，不当作零')
    await button()!.trigger('click')
    expect(ROW.map((figure) => edits.value[figure])).toEqual(ROW.map(() => ({ text: '..', remark: '原文无此行', confirmed: true })))
    expect(page.get('section.panel .note').text()).toContain(`本行 ${ROW.length} 格，仍为未知`)
    page.unmount()
  })
})

describe('the remark of a cell that is kept as confirmed', () => {
  it('is shown when the cell is opened again, and changed alone', async () => {
    const { page, edits, cell, doubts } = await review(new Map([[FIRST, '对照第 3 页']]))
    ;(cell(FIRST).element as HTMLElement).focus()
    const remark = () => page.findAll<HTMLInputElement>('section.panel input')[1]!
    await expect.poll(() => remark().element.value).toBe('对照第 3 页')
    await remark().setValue('对照第 4 页')
    expect(page.get('section.panel button[type="submit"]').text()).toBe('保存说明')
    await page.get('section.panel form').trigger('submit')
    expect([edits.value, doubts()]).toEqual([{ [FIRST]: { text: String(REPORT.figures.get(FIRST)), remark: '对照第 4 页', confirmed: true } }, 1])
    expect(page.get('section.panel .note').text()).toContain('已改说明')
    ;(cell(FIRST).element as HTMLElement).focus()
    await expect.poll(() => remark().element.value).toBe('对照第 4 页')
    await remark().setValue('对照第 3 页')
    await page.get('section.panel form').trigger('submit')
    expect(edits.value).toEqual({})
    page.unmount()
  })
})

describe('what was done with a cell', () => {
  it('leads to the next one, a correction as a confirmation, is told, and is undone from there', async () => {
    const { page, edits, cell, doubts, press } = await review()
    const note = () => page.get('section.panel .note')
    await page.get<HTMLInputElement>('section.panel input').setValue('7')
    await page.get('section.panel form').trigger('submit')
    await expect.poll(() => document.activeElement === cell(SECOND).element).toBe(true)
    expect([edits.value, doubts(), note().text()]).toEqual([{ [FIRST]: { text: '7', remark: '' } }, 1, expect.stringMatching(/^已更正：.*，现为 7。/)])
    await note().get('button').trigger('click')
    await expect.poll(() => document.activeElement === cell(FIRST).element).toBe(true)
    expect([edits.value, doubts(), note().text()]).toEqual([{}, 2, expect.stringMatching(/^已撤销（已更正：.*，现为 7。）重做$/)])
    await press('c')
    await expect.poll(() => note().text()).toMatch(/^已核对无误：/)
    ;(cell(FIRST).element as HTMLElement).focus()
    await expect.poll(() => page.get('section.panel').text()).toContain('再按一次撤回')
    await page.get('section.panel [aria-pressed]').trigger('click')
    expect([edits.value, note().text()]).toEqual([{}, expect.stringMatching(/^已撤回核对：/)])
    page.unmount()
  })
})

describe('the way back over what was done', () => {
  it('leads as far as the review was opened, and forth again, by the buttons and by keys, what is taken over when a cell is left among it', async () => {
    const { page, edits, cell, press } = await review()
    const note = () => page.get('section.panel .note')
    const ways = (): string[] => note().findAll('button').map((each) => each.text())
    const go = (way: string) => note().findAll('button').find((each) => each.text() === way)!.trigger('click')
    const key = (init: KeyboardEventInit) => page.get('.review').trigger('keydown', { ctrlKey: true, ...init })
    await page.get<HTMLInputElement>('section.panel input').setValue('7')
    await cell(SECOND).trigger('click')
    await expect.poll(() => note().text()).toMatch(/^已更正：.*，现为 7。撤销$/)
    await press('c')
    const [first, both] = [{ [FIRST]: { text: '7', remark: '' } }, { [FIRST]: { text: '7', remark: '' }, [SECOND]: { text: String(REPORT.figures.get(SECOND)), remark: '', confirmed: true } }]
    expect([edits.value, ways()]).toEqual([both, ['撤销']])
    await go('撤销')
    expect([edits.value, ways()]).toEqual([first, ['撤销', '重做']])
    await key({ key: 'z' })
    expect([edits.value, ways()]).toEqual([{}, ['重做']])
    await expect.poll(() => document.activeElement === cell(FIRST).element).toBe(true)
    await key({ key: 'z' })
    await key({ key: 'y' })
    expect(edits.value).toEqual(first)
    await key({ key: 'Z', shiftKey: true })
    expect([edits.value, ways(), note().text()]).toEqual([both, ['撤销'], expect.stringMatching(/^已核对无误：/)])
    // What is done anew stands in the place of what was taken back.
    await key({ key: 'z' })
    await page.get<HTMLInputElement>('section.panel input').setValue('5')
    await page.get('section.panel form').trigger('submit')
    expect([edits.value[SECOND], ways()]).toEqual([{ text: '5', remark: '' }, ['撤销']])
    // In a field the keys are its own.
    await page.get('section.panel input').trigger('keydown', { key: 'z', ctrlKey: true })
    expect(edits.value[SECOND]).toEqual({ text: '5', remark: '' })
    page.unmount()
  })

  it('ends where it was kept', async () => {
    const edits: Edits = { [FIRST]: { text: '7', remark: '' } }
    const doubtful = new Map([FIRST, SECOND].map((figure) => [figure, why]))
    const page = mount(ReportReview, { props: { words: wordsOf('zh-CN'), table: tableOf(lines), row: 0, edits: {}, unfinished: {}, doubtful, confirmed: new Map(), evidence: () => ({ place: '', quote: '', settled: '', doubts: [] }) }, attachTo: document.body })
    await expect.poll(() => page.find('section.panel').exists()).toBe(true)
    await page.get<HTMLInputElement>('section.panel input').setValue('7')
    await page.get('section.panel form').trigger('submit')
    await page.setProps({ edits })
    expect(page.find('section.panel .note button').exists()).toBe(true)
    const { data } = tableOf(lines)
    await page.setProps({ edits: {}, table: new Table({ ...data, revisions: [{ row: 0, figure: FIRST, kind: 'edit', before: { value: 1 }, remark: '' }] }) })
    expect(page.find('section.panel .note button').exists()).toBe(false)
    page.unmount()
  })
})

describe('what is written in a cell', () => {
  it('is read in Chinese characters, as documents are, and kept in digits', async () => {
    const { page, edits } = await review()
    await page.get<HTMLInputElement>('section.panel input').setValue('十四件')
    expect(page.get('section.panel form').text()).toContain('将更正为 14')
    await page.get('section.panel form').trigger('submit')
    expect(edits.value).toEqual({ [FIRST]: { text: '14', remark: '' } })
    page.unmount()
  })

  it('is no word of the original where the cell is emptied', async () => {
    const { page } = await review()
    await page.get<HTMLInputElement>('section.panel input').setValue('')
    expect(page.get('section.panel form').text()).toContain('将改为空白，即原文此格没有填写')
    expect(page.get('section.panel form').text()).not.toContain('将更正为 原文空白')
    page.unmount()
  })

  it.each(['-3', '3.5'])('is told at the field where it is no count: %s', async (text) => {
    const { page } = await review()
    const told = () => page.get('section.panel form').text().includes('件数应是不小于零的整数')
    expect(told()).toBe(false)
    await page.get<HTMLInputElement>('section.panel input').setValue(text)
    expect(told()).toBe(true)
    await page.get<HTMLInputElement>('section.panel input').setValue('3')
    expect(told()).toBe(false)
    page.unmount()
  })
})

describe('a cell that is kept as corrected', () => {
  it('is in doubt no longer, unless its correction is taken back', async () => {
    const { data } = tableOf(lines)
    const kept = new Table({ ...data, columns: new Map([...data.columns].map(([figure, column]) => [figure, figure === FIRST ? { ...column, states: column.states.map((state) => state | EDITED) } : column])), revisions: [{ row: 0, figure: FIRST, kind: 'edit', before: { value: 1 }, remark: '' }] })
    const { page, edits, cell, doubts } = await review([], kept)
    expect([doubts(), cell(FIRST).text().includes('?')]).toEqual([1, false])
    ;(cell(FIRST).element as HTMLElement).focus()
    await expect.poll(() => page.get('section.panel').text()).toContain('恢复原读数')
    await page.findAll('section.panel button').find((each) => each.text().startsWith('恢复原读数'))!.trigger('click')
    expect([edits.value[FIRST], doubts()]).toEqual([{ text: '1', remark: '' }, 2])
    page.unmount()
  })
})

describe('a cell of which nothing was read', () => {
  const unread = () => review([], tableOf(lines.filter(({ figure }) => figure !== FIRST)))

  it('is gone to once all else is settled, as long as a check points at it', async () => {
    const { page, edits, cell, doubts } = await review([FIRST, SECOND])
    edits.value = { 'review.total': { text: String((REPORT.figures.get('review.total') as number) + 3), remark: '' } }
    await expect.poll(doubts).toBe(1)
    await page.get('.review').trigger('keydown', { key: 'n' })
    await expect.poll(() => document.activeElement === cell('review.total' as FigureId).element).toBe(true)
    page.unmount()
  })

  it('is settled where the document has none, or leaves it blank; either is taken back', async () => {
    const { page, edits, cell, doubts } = await unread()
    const button = (text: string) => page.findAll('section.panel button').find((each) => each.text().startsWith(text))!
    expect(page.get('section.panel').text()).toContain('读取时没有读到这一格')
    await button('原文无此格').trigger('click')
    expect([edits.value, doubts()]).toEqual([{ [FIRST]: { text: '..', remark: '原文无此格', confirmed: true } }, 1])
    await expect.poll(() => document.activeElement === cell(SECOND).element).toBe(true)
    ;(cell(FIRST).element as HTMLElement).focus()
    await expect.poll(() => button('原文无此格').attributes('aria-pressed')).toBe('true')
    await button('原文无此格').trigger('click')
    expect([edits.value, doubts()]).toEqual([{}, 2])
    await button('原文此格空白').trigger('click')
    expect([edits.value, doubts()]).toEqual([{ [FIRST]: { text: '', remark: '' } }, 1])
    ;(cell(FIRST).element as HTMLElement).focus()
    await expect.poll(() => button('恢复原读数').text()).toBe('恢复原读数 此处未知')
    page.unmount()
  })

  it('is corrected, not confirmed: there is nothing to compare', async () => {
    const { page, edits, doubts, press } = await unread()
    const buttons = (): string[] => page.findAll('section.panel button').map((each) => each.text())
    expect(page.get<HTMLInputElement>('section.panel input').element.value).toBe('..')
    expect(buttons()).not.toContain('核对无误')
    await press('c')
    expect([edits.value, doubts()]).toEqual([{}, 2])
    await press('n')
    await expect.poll(() => document.activeElement?.getAttribute('data-cell')).toBe(FIRST)
    await press('n')
    await expect.poll(buttons).toContain('核对无误')
    page.unmount()
  })
})

describe('what is written in a cell', () => {
  const fieldOf = (page: Awaited<ReturnType<typeof review>>['page']) => page.get<HTMLInputElement>('section.panel input')
  const told = (page: Awaited<ReturnType<typeof review>>['page']) => page.get('section.panel .read').text()

  it('is taken over when the cell is left for another, or the review is', async () => {
    const { page, edits, cell } = await review()
    await fieldOf(page).setValue('999')
    await cell(SECOND).trigger('click')
    expect(edits.value).toEqual({ [FIRST]: { text: '999', remark: '' } })
    await expect.poll(() => fieldOf(page).element.value).toBe(String(REPORT.figures.get(SECOND)))
    await fieldOf(page).setValue('888')
    page.unmount()
    expect(edits.value[SECOND]).toEqual({ text: '888', remark: '' })
  })

  it('stays, and is said not to be taken over, where it is no number; it is mended, or dropped', async () => {
    const { page, edits, unfinished, cell } = await review()
    await fieldOf(page).setValue('四十几')
    expect(page.get('section.panel .wrong').text()).toContain('不能读作数字')
    await cell(SECOND).trigger('click')
    expect([edits.value, unfinished.value]).toEqual([{}, { [FIRST]: { text: '四十几', remark: '' } }])
    const alert = page.get('section.panel [role="alert"]')
    expect(alert.text()).toContain('“四十几”不能读作数字')
    await alert.get('button').trigger('click')
    await expect.poll(() => fieldOf(page).element.value).toBe('四十几')
    await fieldOf(page).setValue('40')
    await page.get('section.panel form').trigger('submit')
    expect([edits.value, unfinished.value]).toEqual([{ [FIRST]: { text: '40', remark: '' } }, {}])
    page.unmount()
  })

  it('is given up by Escape alone', async () => {
    const { page, edits, unfinished } = await review()
    await fieldOf(page).setValue('999')
    await page.get('section.panel form').trigger('keydown', { key: 'Escape' })
    expect([fieldOf(page).element.value, edits.value, unfinished.value]).toEqual([String(REPORT.figures.get(FIRST)), {}, {}])
    page.unmount()
  })

  it('is told beside what was read', async () => {
    const { page } = await review()
    const was = new Intl.NumberFormat('zh-CN').format(REPORT.figures.get(FIRST)!)
    expect(told(page)).toBe(`读作：${was}。`)
    await fieldOf(page).setValue('8176.83447')
    expect(told(page)).toContain(`读作 ${was}，将更正为 8,176.83447。`)
    await page.get('section.panel form').trigger('submit')
    ;(page.get(`[data-cell="${FIRST}"]`).element as HTMLElement).focus()
    await expect.poll(() => told(page)).toBe(`读作 ${was}，更正为 8,176.83447。`)
    page.unmount()
  })
})

describe('a table under review', () => {
  it('counts the cells with a number as they are corrected', async () => {
    const { page, edits, cell } = await review([], tableOf(lines.filter(({ figure }) => figure !== FIRST)))
    const told = (): string[] => page.findAll('.known').map((each) => each.text())
    const numbers = () => told().map((text) => Number(/中 (\d+) 格有数/.exec(text)![1])).reduce((sum, n) => sum + n, 0)
    await expect.poll(() => cell('suit-after-review.total' as FigureId).exists()).toBe(true)
    const before = numbers()
    edits.value = { [FIRST]: { text: '2', remark: '' } }
    await expect.poll(numbers).toBe(before + 1)
    page.unmount()
  })
})

describe('a cell under review', () => {
  it('is named by its row and column', async () => {
    const { page, cell } = await review()
    const nameOf = (figure: string) => cell(figure as FigureId).get('.visually-hidden').text()
    expect([nameOf('requests.received.natural'), nameOf('requests.received.total'), nameOf(FIRST)]).toEqual(['本年新收申请·自然人', '本年新收申请·总计', '行政规范性文件·本年制发'])
    page.unmount()
  })
})

describe('keys under review', () => {
  it('act wherever the focus is, but where something is written', async () => {
    const { page, cell } = await review()
    expect(document.activeElement).toBe(page.get('.review').element)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }))
    await expect.poll(() => document.activeElement === cell(SECOND).element || document.activeElement === cell(FIRST).element).toBe(true)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    const field = page.get<HTMLInputElement>('section.panel input').element
    await expect.poll(() => document.activeElement === field).toBe(true)
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }))
    expect(document.activeElement).toBe(field)
    page.unmount()
  })
})

describe('the head of a review', () => {
  const DOCUMENT = { file: 'a.html', agency: '甲局', year: '2020', readAs: '', head: [], scope: 'own', government: false, state: '', full: true, checks: '', failing: false, problems: [] } as const

  it('has a doubt about agency or year settled by a button beside it, and taken back by the same', async () => {
    const doubt = { part: 'head:year', text: '年度：文中各处年度不一致', confirmed: false } as const
    const head = mount(ReviewHead, { props: { words: wordsOf('zh-CN'), document: { ...DOCUMENT, head: [doubt] }, at: 0, of: 1, doubts: 0 } })
    const button = () => head.findAll('button').find((each) => each.text() === '核对无误')!
    await button().trigger('click')
    await head.setProps({ document: { ...DOCUMENT, head: [{ ...doubt, confirmed: true }] } })
    expect(button().attributes('aria-pressed')).toBe('true')
    await button().trigger('click')
    expect(head.emitted('confirm')).toEqual([['head:year', true], ['head:year', false]])
  })

  it('says which years there are where something else is written', async () => {
    const head = mount(ReviewHead, { props: { words: wordsOf('zh-CN'), document: DOCUMENT, at: 0, of: 1, doubts: 0 } })
    const year = head.findAll<HTMLInputElement>('input')[1]!
    for (const text of ['1890', 'abcd', '']) {
      await year.setValue(text)
      expect([head.emitted('identify'), year.element.value]).toEqual([undefined, text])
      expect(head.get('[role="alert"]').text()).toContain('1900–2099')
    }
    await year.setValue('2021')
    expect([head.emitted('identify'), head.get('[role="alert"]').text()]).toEqual([[['甲局', '2021']], ''])
  })
})

it('tells at every cell of a failing sum that it fails, also where the check points at others', async () => {
  const wrong = lines.map((line) => (line.figure === 'requests.received.natural' ? { ...line, text: String(Number(line.text) + 7) } : line))
  const { page, cell } = await review([], tableOf(wrong), [])
  const said = async (figure: string): Promise<string> => {
    await cell(figure as FigureId).trigger('click')
    return page.get('section.panel .doubts').text()
  }
  await expect.poll(() => cell('requests.received.natural' as FigureId).classes()).toContain('accused')
  expect(cell('requests.received.business' as FigureId).classes()).not.toContain('accused')
  expect(await said('requests.received.business')).toMatch(/^此格所在的核验不符，疑点在别格：H3/)
  expect(await said('requests.received.natural')).toMatch(/^H[13]/)
  page.unmount()
})

describe('a sum of many cells that nothing in particular would repair', () => {
  const [PART, OTHER, TOTAL] = ['requests.granted.natural', 'requests.partly-granted.natural', 'requests.processed.natural'] as FigureId[] as [FigureId, FigureId, FigureId]
  const wrong = lines.map((line) => (line.figure === PART || line.figure === OTHER ? { ...line, text: String(Number(line.text) + (line.figure === PART ? 3 : 5)) } : line))

  it('is marked at its total, which stands for the column; every cell of it tells that it fails', async () => {
    const { page, cell, doubts } = await review([], tableOf(wrong), [])
    const marked = () => page.findAll('.cell.accused').map((each) => each.attributes('data-cell'))
    await expect.poll(() => marked()).toEqual(['requests.granted.total', 'requests.partly-granted.total', TOTAL])
    expect(doubts()).toBe(3)
    for (const figure of ['requests.refused.security.natural', PART, TOTAL] as FigureId[]) {
      await cell(figure).trigger('click')
      expect(page.get('section.panel .doubts').text()).toContain('H2')
      expect(page.get('section.panel .doubts').text()).toMatch(/差 −8/)
    }
    page.unmount()
  })

  it('fails still once that was compared, and is told as long as any cell of it was not; of what was corrected since, the correction is asked for', () => {
    const table = tableOf(wrong)
    const told = openIn(table, 0, [], new Map(), new Set([TOTAL]))
    expect([told.failing, told.cells, told.suspected.has(TOTAL), told.suspected.has(PART)]).toEqual([3, ['requests.granted.total', 'requests.partly-granted.total'], true, true])
    const corrected = openIn(tableOf(lines), 0, [], new Map([[PART, { value: 3 }], [OTHER, { value: 19 }]]))
    expect([corrected.failing, corrected.since, corrected.cells.includes(TOTAL)]).toEqual([3, 1, false])
  })
})
