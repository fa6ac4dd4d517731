import { expect, it } from 'vitest'
import { ITEM_LABELS, REQUEST_LABELS } from '@/reading/meaning/labels'

it('what a label names does not depend on what was asked before: one with the same letters may have no brackets around its note', () => {
  expect(ITEM_LABELS.name('规章 件')).toBeNull()
  expect(ITEM_LABELS.name('规章（件）')).toEqual({ id: 'rules', sure: 'exact', score: 1 })
})

it.each(['（七）总计（=（一）+（二）+（三）+（四）+（五）+（六））', '（七）总计\n（＝（一）＋（二）…＋（六）'])('a label may say which sum it stands for: %s', (label) => {
  expect(REQUEST_LABELS.name(label)).toEqual({ id: 'processed', sure: 'exact', score: 1 })
})
