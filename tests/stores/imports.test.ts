import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as data from '@/data/imports'
import type { Account, Choices, ImportDesk, Looks, PickedFile, TableLook } from '@/data/imports'
import { useDataset } from '@/stores/dataset'
import { useImports } from '@/stores/imports'
import { account, look, picked } from '../imports'

vi.mock('@/data/imports', async (original) => ({ ...(await original<typeof data>()), openDesk: vi.fn(), renameOwn: vi.fn(), removeOwn: vi.fn(), putBackOwn: vi.fn(), swapOwn: vi.fn(), listRemoved: vi.fn(async () => []) }))

let looked: { readonly files: readonly PickedFile[]; readonly choices: Choices }[]
let tablesOf: (file: PickedFile, choices: Choices) => TableLook[]
let desk: { [K in keyof ImportDesk]: ReturnType<typeof vi.fn<ImportDesk[K]>> }

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
  looked = []
  tablesOf = ({ name }, choices) => [look(name, choices[name]?.mapping ? { mapping: choices[name].mapping, format: choices[name].mapping.format } : {})]
  desk = {
    look: vi.fn(async (files: readonly PickedFile[], choices: Choices): Promise<Looks> => {
      looked.push({ files, choices })
      return { tables: files.flatMap((file) => tablesOf(file, choices)), roles: { cn: [] } }
    }),
    import: vi.fn(async (_files, _choices, { title }) => ({ entry: { id: 'own-1', title, created: '', ...account(), problems: 0, bytes: 1 }, account: account(), refused: null, zip: null })),
    account: vi.fn(async (): Promise<Account> => account()),
    zip: vi.fn(async () => new Uint8Array([1])),
    source: vi.fn(async () => null),
    standing: vi.fn(async () => []),
    choose: vi.fn(async () => undefined),
    edit: vi.fn(async () => undefined),
    scopes: vi.fn(async () => []),
    identify: vi.fn(async () => null),
    takeOut: vi.fn(async () => undefined),
    cancel: vi.fn(),
  }
  vi.mocked(data.openDesk).mockReturnValue(desk)
})

const MAPPING = { format: 'cn', columns: { 机关: { as: 'agency' }, 年: { as: 'year' } }, year: null } as const
const names = () => useImports().tables.map(({ name }) => name)

describe('imports', () => {
  it('looks at what is added only, in the order of the files', async () => {
    const imports = useImports()
    await imports.add(picked('b.csv'))
    await imports.add(picked('a.csv', 'b.csv'))
    expect(names()).toEqual(['b.csv', 'a.csv', 'b (2).csv'])
    expect(looked.map(({ files }) => files.map(({ name }) => name))).toEqual([['b.csv'], ['a.csv', 'b (2).csv']])
  })

  it('lists a file that is given again as it was once, and reads what a stop left unread of its folder; one that was changed is another', async () => {
    const filed = (name: string, lastModified: number): PickedFile => ({ key: `${name} ${lastModified}`, name, file: new File(['x'], name, { lastModified }) })
    const folder = () => [filed('f/a.html', 1), filed('f/b.html', 1)]
    const imports = useImports()
    desk.look.mockImplementationOnce(async (files, _choices, { table } = {}) => {
      table?.(look(files[0]!.name))
      throw new data.ImportError('cancelled', '', '')
    })
    await imports.add(folder())
    expect([names(), imports.unread.map(({ name }) => name)]).toEqual([['f/a.html'], ['f/b.html']])
    await imports.add(folder())
    expect([names(), imports.unread]).toEqual([['f/a.html', 'f/b.html'], []])
    await imports.add([filed('f/a.html', 2), filed('g.html', 1)])
    expect(names()).toEqual(['f/a.html', 'f/b.html', 'f/a (2).html', 'g.html'])
    imports.remove('g.html')
    await imports.add([filed('g.html', 1)])
    expect(names()).toEqual(['f/a.html', 'f/b.html', 'f/a (2).html', 'g.html'])
  })

  it('looks at everything of an archive or folder again when one table of it is read otherwise', async () => {
    tablesOf = ({ name }) => (name === 'z.zip' ? [look('z.zip/1.csv'), look('z.zip/2.csv')] : [look(name)])
    const imports = useImports()
    await imports.add(picked('z.zip', 'f/3.csv', 'f/4.csv', 'x.csv'))
    await imports.choose('z.zip/2.csv', { encoding: 'gb18030' })
    await imports.choose('f/3.csv', { delimiter: ';' })
    expect(looked.slice(1).map(({ files }) => files.map(({ name }) => name))).toEqual([['z.zip'], ['f/3.csv', 'f/4.csv']])
    expect(looked[1]!.choices).toEqual({ 'z.zip/2.csv': { encoding: 'gb18030' } })
    expect(names()).toEqual(['z.zip/1.csv', 'z.zip/2.csv', 'f/3.csv', 'f/4.csv', 'x.csv'])
    imports.remove('z.zip/1.csv')
    expect(names()).toEqual(['f/3.csv', 'f/4.csv', 'x.csv'])
  })

  it('takes a mapping for the next file of the same headings, but its own year, and lets it be undone', async () => {
    const imports = useImports()
    await imports.add(picked('a.csv'))
    await imports.choose('a.csv', { mapping: { ...MAPPING, year: 2023 } })
    setActivePinia(createPinia())
    const later = useImports()
    tablesOf = ({ name }, choices) => [look(name, choices[name]?.mapping ? { mapping: choices[name].mapping } : { mapping: { format: '', columns: {}, year: 2024 } })]
    await later.add(picked('b.csv'))
    expect([...later.remembered]).toEqual(['b.csv'])
    expect(later.tables[0]!.mapping).toEqual({ ...MAPPING, year: 2024, decimal: 'point' })
    await later.forget('b.csv')
    expect([later.remembered.size, later.choices, later.tables[0]!.mapping.columns]).toEqual([0, {}, {}])
  })

  it('uses a mapping for the other files with the same headings when asked', async () => {
    const imports = useImports()
    await imports.add(picked('a.csv', 'b.csv'))
    await imports.choose('a.csv', { mapping: MAPPING })
    await imports.spread(['b.csv'], MAPPING)
    expect(imports.tables.map(({ mapping }) => mapping.format)).toEqual(['cn', 'cn'])
  })

  it('imports, keeps the report and lets the files go', async () => {
    const imports = useImports()
    await imports.add(picked('a.csv'))
    const going = imports.start({ title: '包', named: true, into: null })
    expect(imports.state).toBe('importing')
    desk.import.mock.calls[0]![3]!({ file: 'a.csv', loaded: 1, total: 2 })
    expect(imports.progress.loaded).toBe(1)
    await going
    expect([imports.state, imports.report?.id, imports.report?.title, imports.files.length]).toEqual(['idle', 'own-1', '包', 0])
  })

  it('keeps the files when the import is stopped, fails, or gives nothing', async () => {
    const imports = useImports()
    await imports.add(picked('a.csv'))
    desk.import.mockRejectedValueOnce(new data.ImportError('cancelled', ''))
    await imports.start({ title: '包', named: true, into: null })
    expect([imports.state, imports.error?.kind, imports.report, imports.files.length]).toEqual(['idle', 'cancelled', null, 1])
    desk.import.mockResolvedValueOnce({ entry: null, account: account(), refused: 'nothing', zip: null })
    await imports.start({ title: '包', named: true, into: null })
    expect([imports.error, imports.report?.refused, imports.files.length]).toEqual([null, 'nothing', 1])
  })

  it('holds a package that the browser would not keep', async () => {
    const imports = useImports()
    await imports.add(picked('a.csv'))
    desk.import.mockResolvedValueOnce({ entry: null, account: account(), refused: 'storage-full', zip: new Uint8Array([7]) })
    await imports.start({ title: '包', named: true, into: null })
    expect([imports.report?.id, imports.report?.refused, imports.report?.zip]).toEqual(['', 'storage-full', new Uint8Array([7])])
  })

  it('asks the browser once to keep what is imported', async () => {
    const persist = vi.fn(async () => true)
    vi.stubGlobal('navigator', { storage: { persist } })
    const imports = useImports()
    for (const name of ['a.csv', 'b.csv']) {
      await imports.add(picked(name))
      await imports.start({ title: name, named: true, into: null })
    }
    expect(persist).toHaveBeenCalledTimes(1)
    vi.unstubAllGlobals()
  })

  it('says what failed of a package that is kept, and stays usable', async () => {
    const imports = useImports()
    desk.account.mockRejectedValueOnce(new data.ImportError('gone', 'own-9'))
    await imports.openReport('own-9')
    expect([imports.error?.kind, imports.report]).toEqual(['gone', null])
    await imports.openReport('own-1')
    expect([imports.error, imports.report?.id]).toEqual([null, 'own-1'])
    expect(await imports.useVersion('own-1', '甲', 2024, 'b.csv')).toBe(true)
    desk.choose.mockRejectedValueOnce(new Error('?'))
    expect([await imports.useVersion('own-1', '甲', 2024, 'b.csv'), imports.error?.kind]).toEqual([false, 'worker'])
    await imports.discard('own-1')
    expect([vi.mocked(data.removeOwn).mock.calls, imports.report]).toEqual([[['own-1']], null])
    vi.mocked(data.listRemoved).mockResolvedValueOnce([{ id: 'own-1' } as data.OwnPackage])
    await imports.refreshOwn()
    expect(imports.removedOwn.map(({ id }) => id)).toEqual(['own-1'])
    await imports.putBackPackage('own-1')
    expect([vi.mocked(data.putBackOwn).mock.calls, imports.removedOwn]).toEqual([[['own-1']], []])
  })

  it('takes what was added to a package out again, and reads it anew where it is open', async () => {
    const [imports, dataset] = [useImports(), useDataset()]
    const reopen = vi.spyOn(dataset, 'reopen').mockResolvedValue()
    await imports.swap('own-1')
    expect([vi.mocked(data.swapOwn).mock.calls, reopen.mock.calls]).toEqual([[['own-1']], []])
    dataset.$patch({ opened: [{ id: 'cn', title: { zh: '', en: '' } }, { id: 'own-1', title: { zh: '', en: '' } }] })
    await imports.swap('own-1')
    expect(reopen).toHaveBeenCalledOnce()
  })
})

describe('documents', () => {
  const READ = { agency: '甲局', year: null, format: 'cn-2021', lines: [], statements: [], found: 0, of: 0, unread: [], problems: [], doubtful: new Map(), failing: 0, open: [] }
  const document = (name: string): TableLook => look(name, { read: READ, mapping: { format: 'cn', columns: { agency: { as: 'agency' }, value: { as: 'value' } }, year: null } })

  it('are corrected without a further look, and a correction is taken back', async () => {
    tablesOf = ({ name }) => [document(name)]
    const imports = useImports()
    await imports.add(picked('a.html'))
    imports.edit('a.html', 'review.total', { text: '3', remark: '' })
    imports.edit('a.html', 'review.other', { text: '..', remark: 'x' })
    imports.edit('a.html', 'review.total', null)
    expect([imports.choices['a.html']!.edits, looked.length]).toEqual([{ 'review.other': { text: '..', remark: 'x' } }, 1])
  })

  it('get the agency and year the reader says, or their own again; nothing of it is remembered for other files', async () => {
    tablesOf = ({ name }) => [document(name)]
    const imports = useImports()
    await imports.add(picked('a.html'))
    await imports.identify('a.html', '乙局', 2022)
    expect(imports.choices['a.html']!.mapping).toMatchObject({ agency: '乙局', year: 2022, columns: { value: { as: 'value' } } })
    expect(imports.choices['a.html']!.mapping!.columns.agency).toBeUndefined()
    await imports.identify('a.html', '', 2022)
    expect(imports.choices['a.html']!.mapping).toMatchObject({ agency: '', columns: { agency: { as: 'agency' } } })
    await imports.add(picked('b.html'))
    expect(imports.choices['b.html']).toBeUndefined()
  })

  it.each<[string, (imports: ReturnType<typeof useImports>) => unknown]>([
    ['a corrected cell', (imports) => imports.edit('a.html', 'review.total', { text: '3', remark: '' })],
    ['whose report it is', (imports) => imports.identify('a.html', '乙局', null)],
    ['its year', (imports) => imports.identify('a.html', '', 2022)],
    ['whose work it counts', (imports) => imports.say('a.html', { scope: 'region' })],
  ])('are not left without a question when the reader wrote of them: %s', async (_, write) => {
    const listening = vi.spyOn(window, 'addEventListener')
    tablesOf = ({ name }) => [document(name)]
    const imports = useImports()
    const leave = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true })
      for (const [kind, listener] of listening.mock.calls) if (String(kind) === 'beforeunload') (listener as EventListener)(event)
      return event.defaultPrevented
    }
    await imports.add(picked('a.html'))
    expect(leave()).toBe(false)
    await write(imports)
    expect(leave()).toBe(true)
    imports.clear()
    expect(leave()).toBe(false)
  })

  /** A look that tells some tables and is then stopped. */
  const stopping = (told: readonly string[], inHand = ''): void => void desk.look.mockImplementationOnce(async (_files, _choices, tell) => {
    told.forEach((name) => tell?.table?.(document(name)))
    tell?.progress?.({ file: inHand, loaded: 1, total: 9 })
    throw new data.ImportError('cancelled', '')
  })

  it('that were not looked at when the reader stops are listed as unread, are not imported, and are read when it goes on', async () => {
    const imports = useImports()
    stopping(['a.html'], 'b.html')
    await imports.add(picked('a.html', 'b.html', 'c.html'))
    expect([names(), imports.unread, imports.error]).toEqual([['a.html'], [{ name: 'b.html', partly: false }, { name: 'c.html', partly: false }], null])
    desk.import.mockRejectedValueOnce(new data.ImportError('cancelled', ''))
    await imports.start({ title: '包', named: true, into: null })
    expect(desk.import.mock.calls[0]![0].map(({ name }) => name)).toEqual(['a.html'])
    await imports.resume()
    expect([looked.at(-1)!.files.map(({ name }) => name), imports.unread, names()]).toEqual([['b.html', 'c.html'], [], ['a.html', 'b.html', 'c.html']])
  })

  it('of an archive that was stopped half way are known in part', async () => {
    const imports = useImports()
    stopping(['z.zip/1.html'], 'z.zip/2.html')
    await imports.add(picked('z.zip'))
    expect(imports.unread).toEqual([{ name: 'z.zip', partly: true }])
  })

  it('that were removed, one or all, come back with their corrections', async () => {
    tablesOf = ({ name }) => (name === 'two.html' ? [document('two.html/2020'), document('two.html/2021')] : [document(name)])
    const imports = useImports()
    await imports.add(picked('a.html', 'two.html'))
    const edit = { text: '3', remark: '' }
    imports.edit('a.html', 'review.total', edit)
    imports.remove('two.html/2020')
    expect([names(), imports.files.length, imports.placed.length]).toEqual([['a.html'], 1, 3])
    imports.clear()
    expect([names(), imports.files, imports.placed.length]).toEqual([[], [], 2])
    imports.putBack(imports.removals[1]!)
    expect([names(), imports.choices['a.html']!.edits]).toEqual([['a.html'], { 'review.total': edit }])
    imports.putBack(imports.removalOf('two.html/2021')!)
    expect([names(), imports.removals]).toEqual([['a.html', 'two.html/2020', 'two.html/2021'], []])
  })

  it('that were removed as a whole come back in the place of a batch that was given meanwhile, which can come back in turn', async () => {
    tablesOf = ({ name }) => [document(name)]
    const imports = useImports()
    await imports.add(picked('a.html', 'b.html'))
    imports.clear()
    await imports.add(picked('c.html'))
    imports.putBack(imports.removals[0]!)
    expect([names(), imports.files.length, imports.removals.map(({ names: removed, all }) => [removed, all])]).toEqual([['a.html', 'b.html'], 2, [[['c.html'], true]]])
    imports.putBack(imports.removals[0]!)
    expect(names()).toEqual(['c.html'])
  })

  it('that come anew under the name of one that was removed take its place, without its corrections', async () => {
    tablesOf = ({ name }) => [document(name)]
    const imports = useImports()
    await imports.add(picked('a.html'))
    imports.edit('a.html', 'review.total', { text: '3', remark: '' })
    imports.remove('a.html')
    await imports.add(picked('a.html'))
    expect([names(), imports.choices, imports.removals]).toEqual([['a.html'], {}, []])
  })
})
