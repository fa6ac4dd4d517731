/** Work that can be left between two steps; what it comes to is there at the end. */
export type Steps<T> = Generator<unknown, T, undefined>

/** Milliseconds of work before others have their turn. */
export const TURN = 8

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Resolves in a task of its own, as soon as what waits already (input, a frame) has had its turn. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Goes through the steps in turns of a few milliseconds, beginning with the next one. Throws what a step throws. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    await nextTurn()
    const until = performance.now() + TURN
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (step.done) return step.value
  }
}
