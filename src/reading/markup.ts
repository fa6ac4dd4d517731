import type { DefaultTreeAdapterMap } from 'parse5'

export type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']
type Role = 'table' | 'row' | 'cell'

/** What the page's own style sheets make of class names: tables without table markup, and what is hidden. */
export interface Styles {
  readonly roles: ReadonlyMap<string, Role>
  readonly hidden: ReadonlySet<string>
}

const IGNORED = new Set(['script', 'style', 'noscript', 'template', 'select', 'option', 'button', 'iframe', 'object', 'svg', 'textarea', 'head', 'audio', 'video', 'rt', 'rp'])
const INLINE = new Set(['a', 'abbr', 'b', 'big', 'cite', 'code', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'q', 'small', 'span', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'o:p', 'st1:chsdate', 'bdo', 'wbr', 'img', 'input'])
const STRUCK = new Set(['del', 's', 'strike'])
const OWN_TABLE = /^(?:table|tbody|thead|tfoot|tr|td|th|body|html)$/
const RULE = /([^{}]+)\{([^{}]*)\}/g
const DISPLAY = /(?:^|;)\s*display\s*:\s*(none|table-row-group|table-row|table-cell|table)\s*(?:!important\s*)?(?:;|$)/i

export const isText = (node: Node): node is DefaultTreeAdapterMap['textNode'] => node.nodeName === '#text'
export const isElement = (node: Node): node is Element => 'tagName' in node
export const attribute = (node: Element, name: string): string => node.attrs.find((each) => each.name === name)?.value ?? ''
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
export const contains = (node: Node, test: (node: Node) => boolean): boolean => childrenOf(node).some((child) => test(child) || contains(child, test))

/** Styles of what nobody sees, though it stands in the page. */
const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?)\s*(?:!important\s*)?(?:;|$)/i
/** Styles of what has its place and is not seen: a page's script may show it when all is loaded. */
const NOT_YET_SEEN = /(?:^|;)\s*(?:visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?)\s*(?:!important\s*)?(?:;|$)/i

/** Styles of what only a screen reader says: cut to nothing, or moved off the page. */
const CLIPPED = /(?:^|;)\s*(?:clip\s*:\s*rect\(\s*(?:0(?:px)?|1px)[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:text-indent|left|right|top)\s*:\s*-\d{3,}(?:px|em|rem))/i
/** The usual names of the class of such text, whose style lies in a file beside the page. */
const FOR_SCREEN_READERS = /^(?:sr-only|visually-?hidden|screen-?reader(?:-only|-text)?)$/i

/** The tables under a node, itself included, those in tables aside. */
const tablesIn = (node: Node): Element[] => (isElement(node) && node.tagName === 'table' ? [node] : childrenOf(node).flatMap(tablesIn))
const wordsUnder = (node: Node): string[] => (isText(node) ? [node.value.replace(/[^\p{sc=Han}]/gu, '')] : childrenOf(node).flatMap(wordsUnder)).filter((word) => word !== '')
/** So many letters show that a page is the report, though parts of it are folded. */
const LEAST_SHOWN = 60

const displayed = (style: string): string | undefined => DISPLAY.exec(style)?.[1]?.toLowerCase()
const roleOfDisplay = (display: string | undefined): Role | null => (display === 'table' ? 'table' : display === 'table-row' ? 'row' : display === 'table-cell' ? 'cell' : null)

/** The styles of the page that a class name alone selects. */
export function stylesOf(css: string): Styles {
  const roles = new Map<string, Role>()
  const hidden = new Set<string>()
  for (const [, selectors, body] of css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media\s+print[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, '').matchAll(RULE)) {
    const display = displayed(body!)
    const isHidden = display === 'none' || CLIPPED.test(body!)
    if (display === undefined && !isHidden) continue
    for (const name of selectors!.split(',').flatMap((selector) => /^\s*(?:\w+)?\.([\w-]+)\s*$/.exec(selector)?.slice(1) ?? [])) {
      const role = roleOfDisplay(display)
      if (role) roles.set(name, role)
      if (isHidden) hidden.add(name)
    }
  }
  return { roles, hidden }
}

/** Tells elements of a page apart: what is hidden, what stands in a line, what is a table, by tags, roles and styles. */
export class Markup {
  /** What a reader unfolds: parts with tables that the page has nowhere else. */
  private readonly unfolded = new Set<Element>()
  private readonly folded: Element[] = []

  constructor(
    private readonly styles: Styles,
    page: Node,
  ) {
    const shown = new Set<string>()
    if (this.survey(page, shown) >= LEAST_SHOWN) for (const part of this.folded) this.unfold(part, shown)
  }

  /** Gathers the words of the tables that a node shows, and the parts with tables that it hides; gives how many letters it shows. */
  private survey(node: Node, shown: Set<string>): number {
    if (isText(node)) return node.value.trim().length
    if (isElement(node) && this.isHidden(node)) {
      if (!IGNORED.has(node.tagName) && !this.isStruck(node, attribute(node, 'style')) && tablesIn(node).length > 0) this.folded.push(node)
      return 0
    }
    if (this.isTable(node)) for (const word of wordsUnder(node)) shown.add(word)
    return childrenOf(node).reduce((sum, child) => sum + this.survey(child, shown), 0)
  }

  /** Shows a hidden part unless its tables are copies of some that the page shows: for another screen, or another year's. */
  private unfold(part: Element, shown: Set<string>): void {
    const words = tablesIn(part).flatMap(wordsUnder)
    if (words.filter((word) => shown.has(word)).length * 2 > words.length) return
    this.unfolded.add(part)
    for (const word of words) shown.add(word)
  }

  private classes(node: Element): string[] {
    return attribute(node, 'class').split(/\s+/)
  }

  isHidden(node: Element): boolean {
    if (this.unfolded.has(node)) return false
    const style = attribute(node, 'style')
    if (IGNORED.has(node.tagName) || this.isStruck(node, style) || node.attrs.some(({ name }) => name === 'hidden') || UNSEEN.test(style) || CLIPPED.test(style) || (NOT_YET_SEEN.test(style) && !this.isContents(node))) return true
    return displayed(style) === undefined && this.classes(node).some((name) => this.styles.hidden.has(name) || FOR_SCREEN_READERS.test(name))
  }

  /** What holds all tables of a page: it is saved as it was before its script showed it. */
  private isContents(node: Element): boolean {
    let page: Node = node
    while ('parentNode' in page && page.parentNode !== null) page = page.parentNode
    const tables = tablesIn(node).length
    return tables > 0 && tables === tablesIn(page).length
  }

  /** Struck out: its author took it back. */
  private isStruck({ tagName }: Element, style: string): boolean {
    return STRUCK.has(tagName) || /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style)
  }

  isInline(node: Element): boolean {
    return (INLINE.has(node.tagName) || node.tagName.includes(':')) && !/display\s*:\s*(?:block|table|flex)/i.test(attribute(node, 'style'))
  }

  readonly isTable = (node: Node): node is Element => isElement(node) && (node.tagName === 'table' || this.roleOf(node) === 'table')
  readonly isRow = (node: Node): node is Element => isElement(node) && (node.tagName === 'tr' || this.roleOf(node) === 'row')
  readonly isCell = (node: Node): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th' || this.roleOf(node) === 'cell')

  /** What an element without table markup stands for in a table, by its role, style or class. */
  private roleOf(node: Element): Role | null {
    if (OWN_TABLE.test(node.tagName)) return null
    const said = attribute(node, 'role').toLowerCase()
    if (/^(?:cell|gridcell|columnheader|rowheader)$/.test(said)) return 'cell'
    if (said === 'row') return 'row'
    if (/^(?:table|grid)$/.test(said)) return 'table'
    return roleOfDisplay(displayed(attribute(node, 'style'))) ?? (this.styles.roles.size === 0 ? null : (this.classes(node).map((name) => this.styles.roles.get(name)).find((role) => role !== undefined) ?? null))
  }

  /** Elements of a kind under a node, without looking inside those found or inside tables. */
  under(node: Node, test: (node: Node) => node is Element): Element[] {
    return childrenOf(node).flatMap((child): Element[] => (isElement(child) && this.isHidden(child) ? [] : test(child) ? [child] : this.isTable(child) ? [] : this.under(child, test)))
  }

  /** The text of an element with its own lines and spaces; null where it holds more than text. */
  written(node: Element): string | null {
    const parts = childrenOf(node).map((child): string | null => {
      if (isText(child)) return child.value
      if (!isElement(child) || this.isHidden(child)) return ''
      return child.tagName === 'br' ? '\n' : this.isInline(child) ? this.written(child) : null
    })
    return parts.includes(null) ? null : parts.join('')
  }
}
