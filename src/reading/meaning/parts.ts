import type { Entry } from './entries'
import { REQUEST_LABELS } from './labels'
import { isName, isTitle, titleOf } from './title'
import { tight } from './words'

/** What stands below a report's title and its words of introduction: links to other reports stand above the title. */
const OPENING = /^(?:[一二]、|[(]一[)]|第二十条|总体情况|主动公开政府信息情况)/

/** Where each title among lines starts; one that names nobody starts on the line above where both are a title that does. */
function titlesIn(lines: readonly Entry[]): Entry[] {
  const text = (at: number): string => lines[at]?.text ?? ''
  const names = (words: string): boolean => isTitle(words) && isName(titleOf(words)!.agency)
  return lines.flatMap((line, at) => {
    if (isTitle(line.text)) return [!names(line.text) && !isTitle(text(at - 1)) && names(`${text(at - 1)}${line.text}`) ? lines[at - 1]! : line]
    return !isTitle(text(at + 1)) && isTitle(`${line.text}${text(at + 1)}`) ? [line] : []
  })
}

/** The title of the report whose first part follows lines: the last above that part, as those before it may be links. Undefined where there is none. */
function titleOfNext(lines: readonly Entry[]): Entry | undefined {
  const titles = titlesIn(lines)
  const opening = titles[0] && lines.find(({ block, text }) => block > titles[0]!.block && OPENING.test(tight(text)))
  return titles.findLast(({ block }) => opening === undefined || block < opening.block)
}

/** The reports that one file holds, as ranges of `count` blocks: a further one starts at a title that a further table 3 follows. */
export function partsOf(entries: readonly Entry[], count: number): (readonly [from: number, to: number])[] {
  const opening = entries.filter(({ labels, values }) => values.length >= 5 && REQUEST_LABELS.name(labels.at(-1)?.text ?? '')?.id === 'received')
  const starts = [0]
  for (let at = 1; at < opening.length; at += 1) {
    const [before, here] = [opening[at - 1]!.block, opening[at]!.block]
    const title = titleOfNext(entries.filter(({ block, table }) => table === null && block > before && block < here))
    if (title) starts.push(title.block)
  }
  return starts.map((start, at) => [start, starts[at + 1] ?? count])
}
