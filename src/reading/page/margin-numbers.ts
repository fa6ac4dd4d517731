import { centre, TOUCH, type Item, type PageLayout } from './geometry'
import { tight } from '../meaning/words'

/** So few numbers one below the other may stand there for another reason. */
const LEAST = 4
/** So large a part of them is one more than the one above: the head and the foot of a page are counted by themselves. */
const MOSTLY = 0.7

const COUNTING = /^\d{1,4}$/
const rightOf = ({ x, width }: Item): number => x + width

/** Numbers further left than all other text of a page, from above. */
function inMargin({ items }: PageLayout): Item[] {
  const left = Math.min(...items.filter(({ text }) => !COUNTING.test(tight(text))).map(({ x }) => x))
  return items.filter((item) => COUNTING.test(tight(item.text)) && rightOf(item) < left).sort((a, b) => centre(a) - centre(b))
}

/** Whether numbers count the lines beside them. */
function count(numbers: readonly Item[]): boolean {
  const going = numbers.slice(1).filter(({ text }, at) => Number(text) === Number(numbers[at]!.text) + 1)
  return numbers.length >= LEAST && going.length >= (numbers.length - 1) * MOSTLY
}

/** Pages without the numbers that count their lines in the margin: in a sentence or a cell they would be digits of it. */
export function withoutMarginNumbers(pages: readonly PageLayout[]): readonly PageLayout[] {
  const edges = pages.map(inMargin).filter(count).flatMap((numbers) => numbers.map(rightOf))
  if (edges.length === 0) return pages
  return pages.map((page) => {
    const counting = new Set(inMargin(page).filter((item) => edges.some((edge) => Math.abs(edge - rightOf(item)) <= TOUCH)))
    return { ...page, items: page.items.filter((item) => !counting.has(item)) }
  })
}
