import { describe, expect, it } from 'vitest'
import { encodingOf, textsOf } from '@/data/decode'
import { cellOf, loadSmall, OTHER, SMALL } from './files'

const TEXT = '机关,年度\n宿迁市人民政府,2024\n'
/** The same text in GB 18030, written out byte by byte. */
const GB = new Uint8Array([
  0xbb, 0xfa, 0xb9, 0xd8, 0x2c, 0xc4, 0xea, 0xb6, 0xc8, 0x0a, 0xcb, 0xde, 0xc7, 0xa8, 0xca, 0xd0, 0xc8, 0xcb, 0xc3, 0xf1, 0xd5, 0xfe, 0xb8, 0xae, 0x2c, 0x32, 0x30, 0x32, 0x34, 0x0a,
])
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, big: boolean): Uint8Array => Uint8Array.from([...`\uFEFF${text}`].flatMap((c) => (big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])))
const read = (bytes: Uint8Array, size?: number, declared?: string): string => [...textsOf(bytes, encodingOf(bytes, declared), {}, size)].join('')

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16LE', utf16(TEXT, false), 'utf-16le'],
    ['UTF-16BE', utf16(TEXT, true), 'utf-16be'],
    ['GB 18030', GB, 'gb18030'],
  ])('%s, whatever the chunks', (_, bytes, label) => {
    expect(encodingOf(bytes)).toMatchObject({ label, sure: true })
    for (const size of [1, 2, 3, 5, 1000]) expect(read(bytes, size)).toBe(TEXT)
  })

  it('reads plain ASCII as UTF-8', () => expect(encodingOf(utf8('agency,year\n'))).toEqual({ label: 'utf-8', mark: 0, sure: true, declared: true }))

  it('tells damaged UTF-8 from another encoding', () => {
    const bytes = utf8(TEXT.repeat(20))
    bytes[1] = 0xff
    expect(encodingOf(bytes)).toMatchObject({ label: 'utf-8', sure: false })
  })

  it('falls back to windows-1252', () => {
    const bytes = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x2c, 0x31, 0x0a, 0xff])
    expect(encodingOf(bytes)).toMatchObject({ label: 'windows-1252', sure: false })
    expect(read(bytes)).toContain('café')
  })

  it.each([1, 2, 3, 1000])('makes every line end LF in chunks of %i', (size) => expect(read(utf8('a\r\nb\rc\n\r\n'), size)).toBe('a\nb\nc\n\n'))
})

describe('a package file in another encoding', () => {
  const reviews = Uint8Array.from([...utf8('agency,year,kind,upheld,total\n'), ...GB.subarray(10, 25), ...utf8('2024,review,1,7\n')])
  const declared = (encoding: string): string => SMALL['datapackage.json']!.replace('"name":"reviews",', `"name":"reviews","encoding":"${encoding}",`)

  it('is read, and told when it was not declared', async () => {
    const result = await loadSmall({ 'reviews.csv': reviews })
    expect(cellOf(result, OTHER, 2024, 'review.total')).toMatchObject({ value: 7 })
    expect(result.problems).toEqual([{ kind: 'encoding', file: 'reviews.csv', text: 'gb18030' }])
  })

  it.each(['gbk', 'gb18030', 'GB2312'])('is no problem when declared as %s', async (encoding) => {
    const result = await loadSmall({ 'reviews.csv': reviews, 'datapackage.json': declared(encoding) })
    expect(cellOf(result, OTHER, 2024, 'review.total')).toMatchObject({ value: 7 })
    expect(result.problems).toEqual([])
  })
})
