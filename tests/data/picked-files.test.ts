import { describe, expect, it } from 'vitest'
import { headingsKey, mappingText, readMapping } from '@/data/mapping-memory'
import { filesIn, namedOnce, pastedFile, pickedFiles } from '@/data/picked-files'

const file = (name: string) => new File(['x'], name.split('/').at(-1)!)

const fileEntry = (name: string) => ({ isFile: true, name, file: (take: (found: File) => void) => take(file(name)) }) as unknown as FileSystemEntry
/** Gives its entries two at a time, as readers do. */
const folderEntry = (name: string, inside: readonly FileSystemEntry[]) =>
  ({
    isFile: false,
    name,
    createReader: () => {
      let at = 0
      return { readEntries: (take: (found: FileSystemEntry[]) => void) => take(inside.slice(at, (at += 2)) as FileSystemEntry[]) }
    },
  }) as unknown as FileSystemEntry

describe('files to import', () => {
  it('are read out of dropped folders, what a system left behind left out', async () => {
    const dropped = [folderEntry('2024', [fileEntry('a.csv'), fileEntry('.DS_Store'), fileEntry('b.csv'), folderEntry('__MACOSX', [fileEntry('a.csv')]), folderEntry('深', [fileEntry('c.csv')])]), file('d.csv')]
    expect((await filesIn(dropped)).map(({ name }) => name)).toEqual(['2024/a.csv', '2024/b.csv', '2024/深/c.csv', 'd.csv'])
  })

  it('each have a key of their own, and a name of their own once named', () => {
    const picked = pickedFiles([file('a.csv'), file('a.csv'), file('~$book.xlsx'), file('none')])
    expect(new Set(picked.map(({ key }) => key)).size).toBe(3)
    expect(namedOnce(picked, ['none']).map(({ name }) => name)).toEqual(['a.csv', 'a (2).csv', 'none (2)'])
  })

  it('may be pasted', async () => {
    expect(await pastedFile('p.txt', '机关\t年度').file.text()).toBe('机关\t年度')
  })
})

describe('a mapping', () => {
  const mapping = { format: 'cn', columns: { 机关: { as: 'agency' } }, year: 2024 } as const

  it('comes back from its file', () => {
    expect(readMapping(mappingText(mapping))).toEqual(mapping)
  })

  it.each(['', '{', '[]', '{"format":1,"columns":{}}', 'null'])('is not read from %s', (text) => {
    expect(readMapping(text)).toBeUndefined()
  })

  it('is kept for headings, however they are written', () => {
    expect(headingsKey(['Agency  Name', '“Year”'])).toBe(headingsKey(['agency name', 'ＹＥＡＲ']))
    expect(headingsKey(['a', 'b'])).not.toBe(headingsKey(['b', 'a']))
  })
})
