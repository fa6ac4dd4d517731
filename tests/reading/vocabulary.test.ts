import { expect, it } from 'vitest'
import { ITEM_LABELS } from '@/reading/meaning/labels'

it('what a label names does not depend on what was asked before: one with the same letters may have no brackets around its note', () => {
  expect(ITEM_LABELS.name('规章 件')).toBeNull()
  expect(ITEM_LABELS.name('规章（件）')).toEqual({ id: 'rules', sure: 'exact', score: 1 })
})
