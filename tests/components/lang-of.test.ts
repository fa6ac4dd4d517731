import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import AgencyGroup from '@/components/AgencyGroup.vue'
import { langOf } from '@/components/lang-of'
import { english, words } from './cards'

it('marks Chinese words in an English page, and nothing else', () => {
  expect([langOf('甲省乙局', english), langOf('Dept. of Justice', english), langOf('甲省乙局', words)]).toEqual(['zh', undefined, undefined])
})

it('stands at the names of agencies', () => {
  const agency = { id: '甲局', name: '甲局', province: '', city: '', county: '', level: '', category: '' }
  const group = (of: typeof english) => mount(AgencyGroup, { props: { words: of, title: '甲省', agencies: [agency], chosen: new Set<string>(), opened: true, tabbed: true, searching: true } as never })
  expect(group(english).findAll('[lang="zh"]').map((each) => each.text())).toEqual(['甲省', '甲局'])
  expect(group(words).findAll('[lang]')).toEqual([])
})
