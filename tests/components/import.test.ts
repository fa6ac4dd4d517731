import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AccountFiles from '@/components/import/AccountFiles.vue'
import DropZone from '@/components/import/DropZone.vue'
import FileSettings from '@/components/import/FileSettings.vue'
import FoundTable from '@/components/import/FoundTable.vue'
import ImportProgress from '@/components/import/ImportProgress.vue'
import ImportTarget from '@/components/import/ImportTarget.vue'
import MappingActions from '@/components/import/MappingActions.vue'
import MappingTable, { type MappedColumn } from '@/components/import/MappingTable.vue'
import type { OwnPackageText } from '@/components/import/OwnPackageRow.vue'
import OwnPackages from '@/components/import/OwnPackages.vue'
import PreviewTable from '@/components/import/PreviewTable.vue'
import ProblemTable from '@/components/import/ProblemTable.vue'
import DocumentRow from '@/components/import/DocumentRow.vue'
import LookProgress from '@/components/import/LookProgress.vue'
import VersionList from '@/components/VersionList.vue'
import { label } from '@/domain/label'
import { PROBLEM_KINDS, type Problem } from '@/domain/problem'
import type { ReportVersion } from '@/domain/versions'
import { LANGUAGES, wordsOf } from '@/i18n'

const words = wordsOf('zh-CN')

describe('DropZone', () => {
  it('gives chosen files, again when the same are chosen again, and pasted text', async () => {
    const wrapper = mount(DropZone, { props: { words, over: false, small: false } })
    const input = wrapper.get<HTMLInputElement>('input[type="file"]')
    const file = new File(['x'], 'a.csv')
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    await wrapper.get('textarea').setValue('机关\t年度\n甲\t2024')
    await wrapper.get('form').trigger('submit')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted()).toMatchObject({ files: [[[file]]], text: [['机关\t年度\n甲\t2024']] })
  })

  it('has one button for each way to choose, not a second one of the browser’s', () => {
    const wrapper = mount(DropZone, { props: { words, over: false, small: false } })
    for (const input of wrapper.findAll('input[type="file"]')) expect(input.attributes()).toHaveProperty('hidden')
  })

  it('takes folders', () => {
    expect(mount(DropZone, { props: { words, over: false, small: true } }).findAll('input[type="file"]')[1]!.attributes()).toHaveProperty('webkitdirectory')
  })
})

describe('DocumentRow', () => {
  const document = { name: 'a.html', report: '甲局 2024 年', state: 'full', text: '完整读取', remedy: '', marks: [], gravest: 0, standing: null } as const

  it('says that a package has this report already, before one is chosen to add to', () => {
    expect(mount(DocumentRow, { props: { words, document, removing: '', held: true } }).text()).toContain('数据包已有')
    expect(mount(DocumentRow, { props: { words, document, removing: '' } }).text()).not.toContain('数据包已有')
  })
})

describe('LookProgress', () => {
  const look = (busy: boolean, unreadable: number) => mount(LookProgress, { props: { words, busy, progress: { file: 'a.pdf', loaded: 0, total: 0 }, looked: { files: 45, of: 45, found: 49, unreadable }, unread: [] } })

  it('announces the end with what came of it, also what cannot be read', () => {
    expect(look(false, 4).get('[role="status"]').text()).toBe('识别完毕；共 49 项，其中 4 项不能读取')
    expect(look(false, 0).get('[role="status"]').text()).toBe('识别完毕；共 49 项')
    expect(look(true, 0).get('[role="status"]').text()).not.toContain('49')
    expect(look(false, 4).get('.file').text()).toBe('已识别 45 / 45 个文件，找到 49 项，其中 4 项不能读取')
  })
})

describe('FoundTable', () => {
  const table = { name: '<img src=x>.csv', kind: '中国', details: ['UTF-8'], warning: '', refused: null, opens: true, needsMapping: true, remembered: false }

  it('names the file as text, opens and is removed', async () => {
    const wrapper = mount(FoundTable, { props: { words, table, open: false }, slots: { default: '<i>inside</i>' } })
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wrapper.text()).toContain('<img src=x>.csv')
    expect(wrapper.text()).toContain('需要指定各列')
    expect(wrapper.find('i').exists()).toBe(false)
    const [head, remove] = wrapper.findAll('button')
    expect(head!.attributes('aria-expanded')).toBe('false')
    await head!.trigger('click')
    await remove!.trigger('click')
    expect(wrapper.emitted()).toMatchObject({ toggle: [[]], remove: [[]] })
    await wrapper.setProps({ open: true })
    expect(wrapper.find('i').exists()).toBe(true)
  })

  it('says why a file is refused and what to do, and does not open', () => {
    const wrapper = mount(FoundTable, { props: { words, table: { ...table, opens: false, needsMapping: false, refused: { why: '有密码', remedy: '去掉密码' } }, open: true } })
    expect(wrapper.findAll('button')).toHaveLength(1)
    expect(wrapper.get('.why').text()).toBe('有密码 去掉密码')
  })
})

describe('FileSettings', () => {
  const reading = { encoding: 'gb18030', delimiter: '~', decimal: 'point', format: 'cn', year: 2024, agency: '', figure: '', span: null } as const
  const settings = () => mount(FileSettings, { props: { words, reading, formats: [{ value: 'cn', text: '中国' }, { value: 'us-foia', text: '美国' }], figures: [] } })

  it('shows what was found, even what it does not offer itself', () => {
    expect(settings().findAll('select').map(({ element }) => element.value)).toEqual(['cn', 'gb18030', '~', 'point'])
  })

  it('gives each change by itself; a year that is none is none', async () => {
    const wrapper = settings()
    const [format, encoding, delimiter, decimal] = wrapper.findAll('select')
    await format!.setValue('us-foia')
    await encoding!.setValue('utf-8')
    await delimiter!.setValue(';')
    await decimal!.setValue('comma')
    const [agency, year] = wrapper.findAll('input')
    await agency!.setValue(' 甲市 ')
    await year!.setValue('2025')
    await year!.setValue('20222')
    expect(wrapper.emitted('change')!.flat()).toEqual([{ format: 'us-foia' }, { encoding: 'utf-8' }, { delimiter: ';' }, { decimal: 'comma' }, { agency: '甲市' }, { year: 2025 }, { year: null }])
  })
})

describe('MappingTable', () => {
  const column = (at: number, heading = `列 ${at}`): MappedColumn => ({ heading, at, samples: ['1', '2', '3', '4'], role: 'skip', groups: [{ heading: '建议', options: [{ value: 'skip', text: '不读入' }, { value: 'agency', text: '机关名称' }] }] })

  it('shows each heading with its first values and what it is read as', async () => {
    const wrapper = mount(MappingTable, { props: { words, columns: [column(0), column(1, '')] }, attachTo: document.body })
    const rows = wrapper.findAll('tbody tr')
    expect(rows.map((row) => row.get('th').text())).toEqual(['列 0', '（第 2 列，无标题）'])
    expect(rows[0]!.get('.samples').text()).toBe('123')
    const input = rows[0]!.get<HTMLInputElement>('input[role="combobox"]')
    expect([input.attributes('aria-label'), input.element.value]).toEqual(['“列 0”读作', '不读入'])
    await input.trigger('click')
    await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBe(2)
    document.querySelectorAll<HTMLElement>('[role="option"]')[1]!.click()
    await expect.poll(() => wrapper.emitted('role')).toEqual([['列 0', 'agency']])
    wrapper.unmount()
  })

  it('lists the columns of wide tables bit by bit', async () => {
    const wrapper = mount(MappingTable, { props: { words, columns: Array.from({ length: 60 }, (_, at) => column(at)) } })
    expect(wrapper.findAll('tbody tr')).toHaveLength(16)
    await wrapper.get('button.button').trigger('click')
    expect(wrapper.findAll('tbody tr')).toHaveLength(32)
    wrapper.unmount()
  })
})

describe('MappingActions', () => {
  it('undoes, spreads, saves and loads a mapping', async () => {
    const wrapper = mount(MappingActions, { props: { words, remembered: true, same: 2, changed: true, failure: 'x 不是对应表' } })
    expect(wrapper.get('[role="alert"]').text()).toBe('x 不是对应表')
    for (const button of wrapper.findAll('button').slice(0, 3)) await button.trigger('click')
    const input = wrapper.get<HTMLInputElement>('input')
    const file = new File(['{}'], 'm.json')
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    expect(wrapper.emitted()).toMatchObject({ forget: [[]], spread: [[]], save: [[]], load: [[file]] })
  })
})

describe('PreviewTable', () => {
  const props = { words, name: 'a.csv', headings: ['机关', '<b>'], sample: [['甲<i>', '1']] }

  it('shows cells as they would load: the number, or why there is none', () => {
    const cells = [
      { line: 2, agency: '甲<i>', year: 2024, figure: 'requests.received.total', text: '1,200', value: 1200, missing: null },
      { line: 3, agency: '乙', year: 2024, figure: 'requests.received.total', text: '四十', value: null, missing: 'unreadable' },
    ] as const
    const wrapper = mount(PreviewTable, { props: { ...props, cells } })
    const rows = wrapper.findAll('.cells tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))
    expect(rows[0]).toEqual(['2', '甲<i>', '2024', expect.stringContaining('新收'), '1,200', '1,200'])
    expect(rows[1]!.at(-1)).toBe('无法读作数字')
    expect(wrapper.find('i, td b').exists()).toBe(false)
    expect(wrapper.get('details').attributes('open')).toBeUndefined()
  })

  it('says so when nothing can be read, and shows the lines as they stand', () => {
    const wrapper = mount(PreviewTable, { props: { ...props, cells: [] } })
    expect(wrapper.text()).toContain('读不出数')
    expect(wrapper.get('details').attributes('open')).toBeDefined()
  })
})

describe('ImportTarget', () => {
  const target = (props: object = {}) => mount(ImportTarget, { props: { words, suggested: '甲省', own: [{ value: 'own-1', text: '旧包' }], tables: 2, go: { new: '导入 5 份年报', into: '加入 3 份年报' }, standing: { n: 0, same: 0, differ: 0, added: 0 }, unmapped: 0, ...props } })

  it('says what will happen, into a new package and into one that is there, and what reports add to that', async () => {
    const wrapper = target({ standing: { n: 3, same: 2, differ: 1, added: 4 } })
    const text = () => wrapper.get('button[type="submit"]').text()
    expect(text()).toBe('导入 5 份年报')
    await wrapper.get('input[value="into"]').setValue()
    expect([text(), wrapper.text()]).toEqual(['加入 3 份年报', expect.stringContaining('其中有数据包没有的数，将加入')])
  })

  it('makes a new package under a name from the files, or the one given', async () => {
    const wrapper = target()
    await wrapper.get('form').trigger('submit')
    await wrapper.get('input[type="text"]').setValue(' 我的 ')
    await wrapper.setProps({ suggested: '乙省' })
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('go')!.flat()).toEqual([{ title: '甲省', named: false, into: null }, { title: '我的', named: true, into: null }])
  })

  it('adds to a package that is there', async () => {
    const wrapper = target()
    await wrapper.findAll('input[type="radio"]')[1]!.setValue(true)
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('go')).toEqual([[{ title: '旧包', named: true, into: 'own-1' }]])
    expect(wrapper.emitted('into')).toEqual([[''], ['own-1']])
    await wrapper.setProps({ standing: { n: 2, same: 2, differ: 0, added: 0 } })
    expect(wrapper.text()).toContain('此数据包已有其中 2 份文档的年报，与原读数都相同')
    await wrapper.setProps({ standing: { n: 38, same: 37, differ: 1, added: 0 } })
    expect(wrapper.text()).toContain('此数据包已有其中 38 份文档的年报：37 份与原读数相同（其中的更正照旧），1 份数字不同')
  })

  it('cannot go without a table, and warns of tables that need mapping', async () => {
    expect(target({ tables: 0, own: [] }).get('[type="submit"]').attributes('disabled')).toBeDefined()
    expect(target({ unmapped: 1 }).text()).toContain('有 1 个表还需要指定各列')
  })
})

describe('ImportProgress', () => {
  it('shows how far it is and can be stopped', async () => {
    const wrapper = mount(ImportProgress, { props: { words, progress: { file: 'a.csv', loaded: 1, total: 3 } } })
    expect(wrapper.text()).toContain('33%')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('cancel')).toHaveLength(1)
  })
})

describe('AccountFiles', () => {
  it('says of each file what became of its rows, and adds them up', () => {
    const file = (name: string, totalsDiffering: number) => ({ file: name, kind: '中国', encoding: 'gb18030', rowsIn: 1005, rowsLoaded: 1004, rowsReported: 1, totalsChecked: 2, totalsDiffering })
    const wrapper = mount(AccountFiles, { props: { words, files: [file('a.csv', 0), file('b.csv', 1)] } })
    expect(wrapper.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))).toEqual([['1,005', '1,004', '1'], ['1,005', '1,004', '1']])
    expect(wrapper.findAll('tfoot td').map((cell) => cell.text())).toEqual(['2,010', '2,008', '2'])
    expect(wrapper.text()).toContain('2 个合计数与各行之和一致')
    expect(wrapper.text()).toContain('1 个合计数与各行之和不一致')
  })
})

describe('AccountFiles of documents', () => {
  it('says what the rows of documents are that are no numbers, in counts that add up', () => {
    const file = (name: string, loaded?: object) => ({ file: name, kind: '中国', encoding: '', rowsIn: 210, rowsLoaded: 210, rowsReported: 0, totalsChecked: 0, totalsDiffering: 0, ...(loaded && { loaded: loaded as never }) })
    const text = (...files: ReturnType<typeof file>[]) => mount(AccountFiles, { props: { words, files } }).text()
    const some = file('a.html', { numbers: 200, blank: 6, stated: 4, again: 0 })
    expect(text(some, file('b.csv'), file('c.html', { numbers: 0, blank: 6, stated: 4, again: 200 }))).toContain('文档读入的 420 行中：200 个数、12 格没有数（空白、“/”或不能读作数）、8 条表样以外的表述、200 个数数据包已有，或成为其版本。')
    expect(text(file('d.html', { numbers: 210, blank: 0, stated: 0, again: 0 }), file('b.csv'))).not.toContain('文档读入的')
  })

  it('says how many cells of the tables were not read, which no row counts', () => {
    const file = (cellsUnread?: number) => ({ file: `${cellsUnread}.txt`, kind: '中国', encoding: '', rowsIn: 202, rowsLoaded: 202, rowsReported: 0, totalsChecked: 0, totalsDiffering: 0, ...(cellsUnread && { cellsUnread }) })
    const wrapper = mount(AccountFiles, { props: { words, files: [file(21), file()] } })
    expect(wrapper.get('.unread').text()).toContain('另有 21 格没有读到')
    expect(wrapper.findAll('tbody tr').map((row) => row.text().includes('表格 21 格没有读到'))).toEqual([true, false])
    expect(mount(AccountFiles, { props: { words, files: [file()] } }).find('.unread').exists()).toBe(false)
  })
})

describe('ProblemTable', () => {
  const problems: readonly Problem[] = [
    ...Array.from({ length: 30 }, (_, line): Problem => ({ kind: 'cell-unreadable', file: 'a.csv', line: line + 2, column: '新收', text: `x${line}` })),
    { kind: 'row-total', file: 'b.csv', line: 9, text: '合计 <b>' },
  ]
  const shown = () => mount(ProblemTable, { props: { words, problems, untold: 7, downloadable: true } })
  const listed = (wrapper: ReturnType<typeof shown>) => wrapper.findAll('li').length

  it('groups by kind with a remedy, a few of each first', async () => {
    const wrapper = shown()
    expect(wrapper.findAll('h4').map((heading) => heading.text())).toEqual(['不是数字的格（30）', '合计行（1）'])
    expect([listed(wrapper), wrapper.find('b').exists()]).toEqual([21, false])
    expect(wrapper.get('[role="status"]').text()).toContain('另有 7 处')
    await wrapper.get('.more').trigger('click')
    expect(listed(wrapper)).toBe(31)
  })

  it('keeps what is to be done apart from what is not, also within a kind', () => {
    const said = (remedy: string) => ({ message: label('某事', 'something'), remedy: label(remedy, remedy) })
    const notes = ['无需处理', '请核对', '请核对'].map((remedy): Problem => ({ kind: 'document-part', file: 'a.pdf', said: said(remedy) }))
    const wrapper = mount(ProblemTable, { props: { words, problems: notes, untold: 0, downloadable: false } })
    expect(wrapper.findAll('.group').map((group) => [group.get('h4').text(), group.findAll('li').length])).toEqual([['文档读取提示：请核对（2）', 2], ['文档读取提示：无需处理（1）', 1]])
  })

  it('is filtered by kind, file and text', async () => {
    const wrapper = shown()
    const [kind, file] = wrapper.findAll('select')
    await kind!.setValue('cell-unreadable')
    expect(listed(wrapper)).toBe(30)
    await file!.setValue('b.csv')
    expect([listed(wrapper), wrapper.get('[role="status"]').text()]).toEqual([0, expect.stringContaining('0 处，共 31 处')])
    await kind!.setValue('')
    await file!.setValue('')
    await wrapper.get('input').setValue('Ａ.csv x12')
    expect(wrapper.findAll('li').map((item) => item.text())).toEqual([expect.stringContaining('x12')])
  })

  it('can be downloaded', async () => {
    const wrapper = shown()
    await wrapper.get('.line .button').trigger('click')
    expect(wrapper.emitted('download')).toHaveLength(1)
  })

  it.each(LANGUAGES)('has a name for every kind in %s', (language) => {
    const text = mount(ProblemTable, { props: { words: wordsOf(language), problems: PROBLEM_KINDS.map((kind): Problem => ({ kind, file: 'a' })), untold: 0, downloadable: false } }).text()
    expect(text).not.toContain('problem.')
  })
})

describe('OwnPackages', () => {
  const entry = { id: 'own-1', title: '<i>包</i>', created: '2026-01-02T03:04:05.000Z', agencies: 2, reports: 4, figures: 19, problems: 6, bytes: 7_000 }
  const list = (opened: readonly string[] = []) => mount(OwnPackages, { props: { words, packages: [entry] as OwnPackageText[], removed: [] as { id: string; title: string }[], opened }, attachTo: document.body })
  const press = (wrapper: ReturnType<typeof list>, text: string) => wrapper.findAll('button').find((button) => button.text() === text)!.trigger('click')

  it('lists each with what it holds, and does what is asked', async () => {
    const wrapper = list()
    expect(wrapper.find('i').exists()).toBe(false)
    expect(wrapper.text()).toContain('2 个机关 · 4 份年报 · 19 个数 · 6 处问题')
    for (const text of ['打开', '导入报告', '导出']) await press(wrapper, text)
    expect(wrapper.emitted()).toMatchObject({ open: [['own-1']], report: [['own-1']], save: [['own-1']] })
    wrapper.unmount()
  })

  it('is renamed in its place, and the focus comes back', async () => {
    const wrapper = list(['own-1'])
    await press(wrapper, '改名')
    expect(document.activeElement).toBe(wrapper.get('input').element)
    await wrapper.get('input').setValue('  新名 ')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('rename')).toEqual([['own-1', '新名']])
    await expect.poll(() => document.activeElement?.textContent).toBe('改名')
    wrapper.unmount()
  })

  it('is removed with one press, and stands in its place as removed until it is put back', async () => {
    const wrapper = list()
    await press(wrapper, '删除')
    expect(wrapper.emitted('remove')).toEqual([['own-1']])
    await wrapper.setProps({ removed: [{ id: 'own-9', title: '旧包' }] })
    expect(wrapper.text()).toContain('已删除“旧包”')
    await press(wrapper, '撤销')
    expect(wrapper.emitted('restore')).toEqual([['own-9']])
    wrapper.unmount()
  })

  it.each([['before', '撤销上次加入或移出'], ['after', '恢复所撤销的']])('offers what it was %s files were added', async (other, button) => {
    const wrapper = list()
    expect(wrapper.text()).not.toContain(button)
    await wrapper.setProps({ packages: wrapper.props().packages.map((entry) => ({ ...entry, other: other as 'before' })) })
    await press(wrapper, button)
    expect(wrapper.emitted('swap')).toEqual([['own-1']])
    wrapper.unmount()
  })
})

describe('VersionList', () => {
  const version: ReportVersion = {
    origin: '<b>更正.csv',
    against: '原.csv',
    differing: 1,
    corrected: [],
    leaving: 0,
    cells: [{ figure: 'requests.received.total', own: { value: 3, regional: false, about: false }, other: { value: 1200, regional: false, about: false }, differs: true }],
  }
  const list = (choosable: boolean) => mount(VersionList, { props: { words, versions: [version], choosable, busy: false, failure: '' } })

  it('sets the versions side by side and lets another be chosen', async () => {
    const wrapper = list(true)
    expect(wrapper.get('summary').text()).toBe('<b>更正.csv：1 处不同')
    expect(wrapper.get('tbody tr').findAll('td').map((cell) => cell.text())).toEqual(['3', '1,200 ≠不同'])
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['<b>更正.csv']])
  })

  it('tells the figures in use that were corrected by hand, and what a choice would make of the corrections', () => {
    const revision = { row: 0, figure: 'requests.granted.total' as const, kind: 'edit' as const, before: { value: 1 }, remark: '' }
    const own = { value: 0, regional: false, about: false, revision }
    const cells = [{ ...version.cells[0]!, own: { ...version.cells[0]!.own, revision } }]
    const wrapper = mount(VersionList, { props: { words, versions: [{ ...version, cells, leaving: 1, corrected: [{ figure: 'requests.granted.total', own }] }], choosable: true, busy: false, failure: '' } })
    expect(wrapper.get('summary').text()).toBe('<b>更正.csv：1 处不同；另有 1 处现用数为手工更正（■）')
    expect(wrapper.get('tbody tr').findAll('td').map((cell) => cell.text())).toEqual([expect.stringMatching(/^0.*■.*1/), '同更正前的读数，或未写明'])
    expect([wrapper.get('.leaving').text(), wrapper.get('.staying').text()]).toEqual([expect.stringContaining('不再采用'), expect.stringContaining('改用后更正仍在')])
    expect([list(true).find('.leaving').exists(), list(true).find('.staying').exists()]).toEqual([false, false])
  })

  it('says of one that states nothing otherwise that it is the same', () => {
    const summary = (tag: 'zh-CN' | 'en') => mount(VersionList, { props: { words: wordsOf(tag), versions: [{ ...version, differing: 0 }], choosable: true, busy: false, failure: '' } }).get('summary').text()
    expect([summary('zh-CN'), summary('en')]).toEqual(['<b>更正.csv：与现用的相同', '<b>更正.csv: the same as the one used now'])
  })

  it('says which stands where none can be chosen', () => {
    const wrapper = list(false)
    expect([wrapper.find('button').exists(), wrapper.text().includes('先打开的数据包')]).toEqual([false, true])
  })
})
