import { describe, expect, it } from 'vitest'
import { finished, inTurns, nextTurn, TURN, type Steps } from '@/domain/turns'

function* counted(to: number, done: number[] = []): Steps<number> {
  let sum = 0
  for (let n = 1; n <= to; n += 1) {
    done.push(n)
    sum += n
    yield
  }
  return sum
}

/** Takes longer than a turn in each step. */
function* slow(steps: number): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + TURN + 1
    while (performance.now() < until);
    yield
  }
  return 'done'
}

describe('steps', () => {
  it('come to the same at once and in turns', async () => {
    expect(finished(counted(100))).toBe(5050)
    expect(await inTurns(counted(100))).toBe(5050)
  })

  it('begin with the next turn', async () => {
    const done: number[] = []
    const sum = inTurns(counted(3, done))
    expect(done).toEqual([])
    await sum
    expect(done).toEqual([1, 2, 3])
  })

  it('let others have their turn in between', async () => {
    let others = 0
    let going = true
    void (async () => {
      while (going) {
        await nextTurn()
        others += 1
      }
    })()
    expect(await inTurns(slow(4))).toBe('done')
    going = false
    expect(others).toBeGreaterThanOrEqual(3)
  })

  it('pass on what a step throws', async () => {
    await expect(inTurns((function* (): Steps<never> { yield; throw new Error('no') })())).rejects.toThrow('no')
  })
})
