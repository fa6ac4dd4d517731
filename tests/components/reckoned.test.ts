import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref, shallowRef, type Ref } from 'vue'
import { usePlace, useReckoned, useTurn, type Reckoned } from '@/components/reckoned'
import { TURN, type Steps } from '@/domain/turns'

/** Longer than a turn has room for. */
const SLOW = TURN + 2

function* times(n: number, factor: number, each = SLOW): Steps<number> {
  for (let step = 0; step < 3; step += 1) {
    const until = performance.now() + each
    while (performance.now() < until);
    yield
  }
  return n * factor
}

/** A component that reckons; what it renders is noted. */
function reckoning(source: Ref<number | null>, options: { factor?: number; each?: number; atOnce?: Ref<boolean>; told?: string[]; name?: string } = {}) {
  let used: Reckoned<number> | undefined
  const component = defineComponent(() => {
    used = useReckoned(() => source.value, (n: number) => times(n, options.factor ?? 2, options.each), () => options.atOnce?.value ?? false)
    return () => {
      options.told?.push(`${options.name ?? ''}${String(used!.value.value)}${used!.busy.value ? ' busy' : ''}`)
      return h('p')
    }
  })
  return { component, of: () => used! }
}

describe('what is reckoned in turns', () => {
  it('is there at once where a turn has room for it', () => {
    const { component, of } = reckoning(shallowRef(4), { each: 0 })
    mount(component)
    expect([of().value.value, of().busy.value]).toEqual([8, false])
  })

  it('stays as it was, and says so, until the new one is whole', async () => {
    const source = shallowRef<number | null>(1)
    const told: string[] = []
    const { component, of } = reckoning(source, { told })
    mount(component)
    expect(told).toEqual(['null busy'])
    await of().settled()
    await nextTick()
    source.value = 5
    await nextTick()
    expect(of().value.value).toBe(2)
    await of().settled()
    await nextTick()
    expect(told).toEqual(['null busy', '2', '2 busy', '10'])
  })

  it('is of the latest source only', async () => {
    const source = shallowRef<number | null>(1)
    const told: string[] = []
    const { component, of } = reckoning(source, { told })
    mount(component)
    source.value = 2
    await nextTick()
    source.value = 3
    await nextTick()
    await of().settled()
    expect(of().value.value).toBe(6)
    source.value = null
    await nextTick()
    expect([of().value.value, of().busy.value]).toEqual([null, false])
    expect(told.filter((text) => text === '2' || text === '4')).toEqual([])
  })

  it('ends a turn with what is done, the first on the page first, so that it is drawn before the next', async () => {
    const told: string[] = []
    const source = shallowRef<number | null>(1)
    const [first, second] = ['a', 'b'].map((name) => reckoning(source, { told, name }))
    mount(defineComponent(() => () => [h(first!.component), h(second!.component)]))
    await Promise.all([first!.of().settled(), second!.of().settled()])
    await nextTick()
    expect(told).toEqual(['anull busy', 'bnull busy', 'a2', 'b2'])
  })

  it('is all there when nothing may wait', async () => {
    const atOnce = ref(false)
    const { component, of } = reckoning(shallowRef(1), { atOnce })
    mount(component)
    expect(of().busy.value).toBe(true)
    atOnce.value = true
    await nextTick()
    expect([of().value.value, of().busy.value]).toEqual([2, false])
  })

  it('that fails holds up nothing else, and is left with its component', async () => {
    const failing = defineComponent(() => {
      useReckoned(() => 1, function* (): Steps<number> {
        yield* times(1, 1)
        throw new Error('no such figure')
      })
      return () => h('p')
    })
    const left = reckoning(shallowRef(1))
    const stays = reckoning(shallowRef(1))
    const reasons: unknown[] = []
    const heard = (reason: unknown): void => void reasons.push(String(reason))
    process.on('unhandledRejection', heard)
    mount(failing)
    mount(left.component).unmount()
    mount(stays.component)
    await stays.of().settled()
    process.off('unhandledRejection', heard)
    expect([left.of().value.value, stays.of().value.value]).toEqual([null, 2])
    expect(reasons).toEqual(['Error: no such figure'])
  })

  it('below one place has its turns before what is set up later', async () => {
    const told: string[] = []
    const drawing = (name: string) => defineComponent(() => {
      const turn = useTurn()
      void turn().then(() => told.push(name))
      return () => h('p')
    })
    const held = reckoning(shallowRef(1))
    const [one, other] = ['one', 'other'].map(drawing)
    const late = ref(false)
    const placed = defineComponent(() => {
      usePlace()
      return () => (late.value ? h(one!) : h('p'))
    })
    mount(held.component)
    mount(defineComponent(() => () => [h(placed), h(other!)]))
    late.value = true
    await nextTick()
    await expect.poll(() => told).toEqual(['one', 'other'])
  })
})
