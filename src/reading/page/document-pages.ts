import type { Block, Place } from '../document'
import { tight } from '../meaning/words'
import type { PageLayout } from './geometry'
import { pageParts } from './layout'
import { withoutMarginNumbers } from './margin-numbers'
import { blocksOfPages } from './pages'
import { withPagesBeside } from './pages-beside'
import { withoutRunningHeads } from './running-heads'
import type { OpenTable } from './stretch-tables'

/** Paragraphs that go on over the page. */
function joinPages(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const goesOn = last?.kind === 'text' && block.kind === 'text' && last.place.page !== block.place.page && last.text.length > 25 && !/[。；！？：]$/.test(last.text) && !/^[（(]?[一二三四五六七八九十]+[)）、]/.test(block.text)
    if (goesOn) joined[joined.length - 1] = { ...last, text: `${last.text}${block.text}` }
    else joined.push(block)
  }
  return joined
}

/** Menus go below the title and before the report's first part: between a table and its rest on the next page they would end the table. */
function withMenus(blocks: readonly Block[], menus: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => block.kind === 'text' && /^[一二]、/.test(tight(block.text)))
  return blocks.toSpliced(Math.max(first, 0), 0, ...menus)
}

/** The blocks of all pages. Where rows show that blanks are zeros, those before are read again. */
function blocksOf(pages: readonly PageLayout[]): Block[] {
  const tops: { readonly page: number; readonly top: number }[] = []
  let top = 0
  const found = pages.map((page) => {
    tops.push({ page: page.page, top })
    const parts = pageParts(page, top)
    top = parts.bottom
    return parts
  })
  const place = (y: number): Place => ({ page: tops.findLast((each) => each.top <= y)?.page ?? 1 })
  const read = (open: OpenTable): Block[] => withMenus(blocksOfPages(found.map(({ parts }) => parts), open, place), found.flatMap(({ side }) => side))
  const open: OpenTable = { known: null, sparse: null }
  const blocks = read(open)
  return open.sparse ? read({ known: null, sparse: true }) : blocks
}

/** The blocks of a document by what stands where on its pages, without what these repeat. */
export const blocksOfDocument = (pages: readonly PageLayout[]): Block[] => joinPages(blocksOf(withPagesBeside(withoutRunningHeads(withoutMarginNumbers(pages)))))
