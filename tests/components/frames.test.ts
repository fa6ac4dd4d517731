import { effectScope, ref } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { useGrowing } from '@/components/frames'

describe('a long list', () => {
  it('grows step by step, and what is gone and comes back grows again', async () => {
    const total = ref(40)
    const scope = effectScope()
    const { shown } = scope.run(() => useGrowing(() => total.value, 15))!
    expect(shown.value).toBe(15)
    await vi.waitFor(() => expect(shown.value).toBeGreaterThanOrEqual(40))
    total.value = 1
    await vi.waitFor(() => expect(shown.value).toBe(15))
    total.value = 40
    expect(shown.value).toBe(15)
    await vi.waitFor(() => expect(shown.value).toBeGreaterThanOrEqual(40))
    scope.stop()
  })
})
