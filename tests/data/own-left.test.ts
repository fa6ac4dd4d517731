import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, expect, it } from 'vitest'
import { clearOwn } from '@/data/own-database'
import { listOwn } from '@/data/own-packages'
import { dropLeft, keepChoices, keepFiles, leftImport } from '@/data/own-left'
import { pastedFile } from '@/data/picked-files'

afterEach(clearOwn)

const CHOICES = { 'a.txt': { edits: { 'documents.issued': { text: '3', remark: '' } } } }

it('a list that was left comes back with what was said of its files, until it is dropped', async () => {
  expect(await leftImport()).toBeNull()
  await keepFiles([pastedFile('a.txt', '甲'), pastedFile('f/b.txt', '乙')])
  await keepChoices(CHOICES)
  const left = (await leftImport())!
  expect([left.files.map(({ name }) => name), await Promise.all(left.files.map(({ file }) => file.text())), left.choices]).toEqual([['a.txt', 'f/b.txt'], ['甲', '乙'], CHOICES])
  expect(Number.isNaN(Date.parse(left.since))).toBe(false)
  await dropLeft()
  expect(await leftImport()).toBeNull()
})

it('a list that is too large is not kept, nor the one before it', async () => {
  await keepFiles([pastedFile('a.txt', '甲')])
  await keepFiles([{ key: '1', name: 'big.pdf', file: { size: 600_000_000 } as Blob }])
  expect(await leftImport()).toBeNull()
})

it('packages of an earlier version of the store stay', async () => {
  const before = await openDB('disclosure-atlas', 1, {
    upgrade: (made) => {
      made.createObjectStore('packages', { keyPath: 'id' })
      made.createObjectStore('files', { keyPath: ['package', 'path', 'part'] }).createIndex('package', 'package')
      made.createObjectStore('accounts')
    },
  })
  await before.put('packages', { id: 'own-1', title: '旧包', created: '2026-01-01T00:00:00.000Z', agencies: 1, reports: 1, figures: 1, versions: 0, problems: 0, bytes: 1 })
  before.close()
  expect((await listOwn()).map(({ title }) => title)).toEqual(['旧包'])
})
