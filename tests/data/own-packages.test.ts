import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Account } from '@/data/import/account'
import { loadPackage } from '@/data/load'
import type { OwnPackage } from '@/data/own'
import { isOwn, ownId } from '@/data/own'
import { clearOwn } from '@/data/own-database'
import { accountOfOwn, entryOfOwn, filesOfOwn, listOwn, ownSource, renameOwn, storeOwn } from '@/data/own-packages'
import { listRemoved, putBackOwn, removeOwn, swapOwn } from '@/data/own-undo'
import { listOwnPackages } from '@/data/packages'
import { SMALL } from './files'

const ACCOUNT: Account = { files: [], agencies: 2, reports: 3, figures: 20, versions: 0, problems: [{ kind: 'row-total', file: 'a.csv', line: 3, text: '合计' }], problemsUntold: 0 }

const entry = (id: string, created: string): OwnPackage => ({ id, title: `包 ${id}`, created, agencies: 2, reports: 3, figures: 20, versions: 0, problems: 1, bytes: 900 })
const files = (): Map<string, Uint8Array> => new Map(Object.entries(SMALL).map(([path, text]) => [path, new TextEncoder().encode(text)]))
const store = async (id: string, created = '2026-01-01T00:00:00.000Z') => storeOwn(entry(id, created), files(), ACCOUNT)

afterEach(async () => {
  vi.unstubAllGlobals()
  await clearOwn()
})

describe("the reader's own packages", () => {
  it('are told from bundled ones by their id', () => {
    expect([isOwn(ownId(Date.now())), isOwn('cn')]).toEqual([true, false])
  })

  it('are listed, the newest first', async () => {
    await store('own-1', '2026-01-01T00:00:00.000Z')
    await store('own-2', '2026-02-01T00:00:00.000Z')
    expect((await listOwn()).map(({ id }) => id)).toEqual(['own-2', 'own-1'])
  })

  it('are opened by the same loader as any other', async () => {
    await store('own-1')
    const { agencies, reportYear, problems } = await loadPackage(ownSource('own-1'))
    expect([agencies.length, reportYear.length, problems]).toEqual([2, 3, []])
    expect(await ownSource('own-1').read('nothing.csv')).toBeNull()
  })

  it('each have a title of their own: a second one of a name is numbered, in its descriptor too; kept again it stays as it is', async () => {
    const titled = (id: string, title = '走查包') => storeOwn({ ...entry(id, ''), title }, new Map([['datapackage.json', new TextEncoder().encode(JSON.stringify({ title, resources: [] }))]]), ACCOUNT)
    expect([(await titled('own-1')).title, (await titled('own-2')).title, (await titled('own-3')).title, (await titled('own-2', '走查包 (2)')).title]).toEqual(['走查包', '走查包 (2)', '走查包 (3)', '走查包 (2)'])
    expect(JSON.parse(new TextDecoder().decode((await filesOfOwn('own-2')).get('datapackage.json'))).title).toBe('走查包 (2)')
    await renameOwn('own-3', '走查包')
    await renameOwn('own-1', '走查包')
    expect((await listOwn()).map(({ title }) => title).sort()).toEqual(['走查包', '走查包 (2)', '走查包 (3)'])
  })

  it('come back as they were kept, with their account', async () => {
    await store('own-1')
    expect(await filesOfOwn('own-1')).toEqual(new Map([...files()].sort(([a], [b]) => (a < b ? -1 : 1))))
    expect(await accountOfOwn('own-1')).toEqual(ACCOUNT)
  })

  it('may have files of any length', async () => {
    const long = Uint8Array.from({ length: 2 ** 24 * 2 + 3 }, (_, at) => at % 251)
    await storeOwn(entry('own-1', ''), new Map([['long.csv', long], ['empty.csv', new Uint8Array()]]), ACCOUNT)
    const kept = await filesOfOwn('own-1')
    expect([[...kept.keys()], Buffer.compare(kept.get('long.csv')!, long), kept.get('empty.csv')!.length]).toEqual([['empty.csv', 'long.csv'], 0, 0])
    expect(Buffer.compare((await ownSource('own-1').read('long.csv'))!, long)).toBe(0)
  })

  it('leave no file of what stood before under the same id', async () => {
    await store('own-1')
    await storeOwn(entry('own-1', '2026-03-01T00:00:00.000Z'), new Map([['agencies.csv', new Uint8Array([1])]]), ACCOUNT)
    expect([...(await filesOfOwn('own-1')).keys()]).toEqual(['agencies.csv'])
    expect(await listOwn()).toHaveLength(1)
  })

  it('take another title, in the list and in the descriptor', async () => {
    await store('own-1')
    await renameOwn('own-1', '<b>新名</b>')
    expect((await listOwn())[0]!.title).toBe('<b>新名</b>')
    expect((await loadPackage(ownSource('own-1'))).descriptor?.title).toBe('<b>新名</b>')
    expect((await filesOfOwn('own-1')).size).toBe(Object.keys(SMALL).length)
  })

  it('leave the list when they are removed, and come back within the hour; then they go with everything that belongs to them', async () => {
    await store('own-1')
    await store('own-2')
    await removeOwn('own-1')
    expect([(await listOwn()).map(({ id }) => id), await entryOfOwn('own-1'), (await listRemoved()).map(({ id }) => id)]).toEqual([['own-2'], undefined, ['own-1']])
    await putBackOwn('own-1')
    expect([(await listOwn()).map(({ id }) => id).sort(), await listRemoved(), (await filesOfOwn('own-1')).size]).toEqual([['own-1', 'own-2'], [], Object.keys(SMALL).length])
    await removeOwn('own-1')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
    expect(await listRemoved()).toEqual([])
    vi.useRealTimers()
    await expect(putBackOwn('own-1')).rejects.toMatchObject({ kind: 'gone' })
    await expect(filesOfOwn('own-1')).rejects.toMatchObject({ kind: 'gone' })
    await expect(accountOfOwn('own-1')).rejects.toMatchObject({ kind: 'gone' })
    expect((await filesOfOwn('own-2')).size).toBe(Object.keys(SMALL).length)
  })

  it('have another title when they come back, where theirs was given away', async () => {
    await store('own-1')
    await removeOwn('own-1')
    await storeOwn({ ...entry('own-2', ''), title: '包 own-1' }, files(), ACCOUNT)
    await putBackOwn('own-1')
    expect((await listOwn()).map(({ title }) => title).sort()).toEqual(['包 own-1', '包 own-1 (2)'])
  })

  it('can be had as they were before files were added, under the title they have now, and as they were after', async () => {
    const more = new Map([...files(), ['more.csv', new Uint8Array([1])]])
    const state = async () => {
      const [listed] = await listOwn()
      return [listed!.title, listed!.reports, listed!.other, (await filesOfOwn('own-1')).has('more.csv'), (await accountOfOwn('own-1')).reports]
    }
    await store('own-1')
    expect(await state()).toEqual(['包 own-1', 3, undefined, false, 3])
    await storeOwn({ ...entry('own-1', ''), reports: 5 }, more, { ...ACCOUNT, reports: 5 }, true)
    await renameOwn('own-1', '新名')
    expect(await state()).toEqual(['新名', 5, 'before', true, 5])
    await swapOwn('own-1')
    expect(await state()).toEqual(['新名', 3, 'after', false, 3])
    expect((await loadPackage(ownSource('own-1'))).descriptor?.title).toBe('新名')
    await swapOwn('own-1')
    expect(await state()).toEqual(['新名', 5, 'before', true, 5])
    // What is added, or taken out, after an undoing is what is undone next.
    await swapOwn('own-1')
    await storeOwn({ ...(await entryOfOwn('own-1'))!, reports: 4 }, more, ACCOUNT, true)
    expect((await state())[2]).toBe('before')
    await swapOwn('own-1')
    expect((await state()).slice(1, 3)).toEqual([3, 'after'])
    await storeOwn({ ...(await entryOfOwn('own-1'))!, reports: 5 }, more, { ...ACCOUNT, reports: 5 }, true)
    // A change of cells is no addition: the way back stays what it was.
    await storeOwn((await entryOfOwn('own-1'))!, more, { ...ACCOUNT, reports: 5 })
    expect(await state()).toEqual(['新名', 5, 'before', true, 5])
    expect((await listOwn()).length).toBe(1)
    await removeOwn('own-1')
    await storeOwn(entry('own-1', ''), files(), ACCOUNT)
    expect(await state()).toEqual(['包 own-1', 3, undefined, false, 3])
    await expect(swapOwn('own-1')).rejects.toMatchObject({ kind: 'gone' })
  })

  it('give up what is kept for a way back where there is no room', async () => {
    await store('own-1')
    await store('own-2')
    await removeOwn('own-1')
    const real = IDBObjectStore.prototype.put
    let full = true
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given: Parameters<typeof real>) {
      if (!full) return real.apply(this, given)
      full = false
      this.transaction.abort()
      throw new DOMException('full', 'QuotaExceededError')
    })
    await storeOwn({ ...entry('own-2', ''), reports: 9 }, files(), ACCOUNT, true)
    put.mockRestore()
    expect([(await listOwn()).map(({ id, reports, other }) => [id, reports, other]), await listRemoved()]).toEqual([[['own-2', 9, undefined]], []])
  })
})

describe('a browser that refuses', () => {
  it('is told plainly, and the page has no own packages then', async () => {
    await clearOwn()
    vi.stubGlobal('indexedDB', { open: () => { throw new DOMException('no', 'SecurityError') }, deleteDatabase: indexedDB.deleteDatabase.bind(indexedDB) })
    await expect(store('own-1')).rejects.toMatchObject({ kind: 'storage-refused' })
    expect(await listOwnPackages()).toEqual([])
  })

  it('says when there is not enough room, and keeps nothing of the package', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort()
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(store('own-1')).rejects.toMatchObject({ kind: 'storage-full' })
    put.mockRestore()
    expect(await listOwn()).toEqual([])
  })
})
