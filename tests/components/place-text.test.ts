import { describe, expect, it } from 'vitest'
import { placeText } from '@/components/place-text'
import { wordsOf } from '@/i18n'

describe('placeText', () => {
  it.each([
    ['a.pdf p3 t2 r5 c4', 'a.pdf 第 3 页，文件中表 2，第 5 行，第 4 列', 'a.pdf page 3, table 2 of the file, row 5, column 4'],
    ['a.txt l12', 'a.txt 第 12 行', 'a.txt line 12'],
    // Two rows of one place would be taken for one: the row is the table's, the line the text's.
    ['a.txt r6 c2 l23', 'a.txt 第 6 行，第 2 列，表始于文本第 23 行', 'a.txt row 6, column 2, table begins at line 23 of the text'],
    ['年报 2023.pdf', '年报 2023.pdf', '年报 2023.pdf'],
  ])('%s', (source, zh, en) => {
    expect(placeText(wordsOf('zh-CN'), source)).toBe(zh)
    expect(placeText(wordsOf('en'), source)).toBe(en)
  })
})
