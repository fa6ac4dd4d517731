import { expect, it } from 'vitest'
import type { TableLook } from '@/data/imports'
import { suggestedName } from '@/views/import-tables'

const words = { t: (_: string, values: Record<string, unknown>) => `${String(values.name)} +${String(values.n)}` } as unknown as Parameters<typeof suggestedName>[0]
const files = ['broken.pdf', '甲.html', '乙.docx'].map((name) => ({ name })) as unknown as Parameters<typeof suggestedName>[1]
const looks = (refused: readonly string[]): TableLook[] => files.map(({ name }) => ({ name, refused: refused.includes(name) ? 'damaged' : null, format: '' })) as unknown as TableLook[]

it('names a package after what was read', () => {
  expect(suggestedName(words, files, looks(['broken.pdf']))).toBe('甲 +2')
  expect(suggestedName(words, files, looks(['broken.pdf', '甲.html']))).toBe('乙')
  expect(suggestedName(words, files, looks(['broken.pdf', '甲.html', '乙.docx']))).toBe('broken +3')
})
