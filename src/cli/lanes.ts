/** Does a piece of work; rejects when it cannot do any more of it. */
export type Hand<Item, Result> = (item: Item) => Promise<Result>

/**
 * What is made of each item, in the items' order, some at a time: `own` in `lanes` lanes, and each of `helpers` in two, so that it need not wait for the next.
 * What a helper fails at `own` does, and the helper gets no more. Rejects with what `own` rejects with.
 */
export async function inLanes<Item, Result>(items: readonly Item[], lanes: number, own: Hand<Item, Result>, helpers: readonly Hand<Item, Result>[] = []): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const ownLane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await own(items[at]!)
  }
  const helped = async (help: Hand<Item, Result>): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      try {
        results[at] = await help(items[at]!)
      } catch {
        results[at] = await own(items[at]!)
        return ownLane()
      }
    }
  }
  await Promise.all([...Array.from({ length: lanes }, ownLane), ...helpers.flatMap((help) => [helped(help), helped(help)])])
  return results
}
