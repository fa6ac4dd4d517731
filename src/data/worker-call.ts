/** A worker as the page sees it; tests put another one in its place. */
export type StartWorker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** Why a call ends without an answer. */
export type CallFailure = 'worker' | 'cancelled'

/** What a worker is called for. */
export interface Calling<Answer, T> {
  readonly start: StartWorker
  /** Milliseconds after which a worker that has not said a word is dead; they begin anew with each order. */
  readonly silence: number
  /** Hears every answer. What it gives settles the call, what it throws rejects it. */
  readonly hear: (answer: Answer) => T | undefined
  readonly failure: (kind: CallFailure, detail: string) => Error
}

/** A worker under way. */
export interface Call<Order, T> {
  /** False once the call is over. */
  readonly post: (order: Order) => boolean
  readonly done: Promise<T>
  readonly cancel: () => void
}

/** Starts a worker for one thing; it ends with the answer, with its death, or with `cancel()`. */
export function callWorker<Order, Answer, T>({ start, silence, hear, failure }: Calling<Answer, T>): Call<Order, T> {
  let post: (order: Order) => boolean = () => false
  let cancel = (): void => undefined
  const done = new Promise<T>((resolve, reject) => {
    const worker = start()
    let clock: ReturnType<typeof setTimeout>
    let ended = false
    const end = (settle: () => void): void => {
      ended = true
      clearTimeout(clock)
      worker.terminate()
      settle()
    }
    const fail = (kind: CallFailure, detail = ''): void => end(() => reject(failure(kind, detail)))
    const listen = (): void => {
      clearTimeout(clock)
      if (!ended) clock = setTimeout(() => fail('worker', 'no answer'), silence)
    }
    worker.addEventListener('error', (event) => fail('worker', (event as ErrorEvent).message))
    worker.addEventListener('messageerror', () => fail('worker', 'message'))
    worker.addEventListener('message', (event) => {
      if (ended) return
      listen()
      try {
        const answer = hear((event as MessageEvent<Answer>).data)
        if (answer !== undefined) end(() => resolve(answer))
      } catch (reason) {
        end(() => reject(reason))
      }
    })
    cancel = () => fail('cancelled')
    post = (order) => {
      if (ended) return false
      worker.postMessage(order)
      listen()
      return true
    }
    listen()
  })
  return { post, done, cancel }
}
