import type { ReadDocument } from './document'
import { readHtml } from './html'

const DROPPED = /<(text:tracked-changes|office:annotation|office:scripts|office:font-face-decls|office:styles|office:automatic-styles|office:master-styles|office:meta|office:settings|office:binary-data|svg:title|svg:desc)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g
const TAG = /<(\/?)([\w:-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g
const NAMES: Readonly<Record<string, string>> = { 'table:table': 'table', 'table:table-row': 'tr', 'table:table-cell': 'td', 'text:p': 'p', 'text:h': 'p', 'text:list-item': 'div' }

const attribute = (attributes: string, name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

/** A tag of HTML for one of an open document; none for what HTML has no word for. Covered cells go: HTML counts by spans. */
function tagOf(close: string, name: string, attributes: string, empty: string): string {
  if (name === 'text:s') return ' '.repeat(Math.min(Number(attribute(attributes, 'text:c')) || 1, 99))
  if (name === 'text:tab') return '\t'
  if (name === 'text:line-break') return '<br>'
  const tag = NAMES[name]
  if (tag === undefined) return ''
  if (close) return `</${tag}>`
  const spans = tag === 'td' ? ` colspan="${attribute(attributes, 'number-columns-spanned') || 1}" rowspan="${attribute(attributes, 'number-rows-spanned') || 1}"` : ''
  const hidden = attribute(attributes, 'table:visibility') === 'collapse' ? ' hidden' : ''
  return `<${tag}${spans}${hidden}>${empty ? `</${tag}>` : ''}`
}

/** An open document's XML (of an .odt, or a flat .fodt) as blocks. */
export async function readOdf(file: string, xml: string): Promise<{ document: ReadDocument; pictures: number }> {
  const html = xml.replace(/<\?[\s\S]*?\?>/, '').replace(DROPPED, '').replace(TAG, (_, close: string, name: string, attributes: string, empty: string) => tagOf(close, name, attributes, empty))
  const { document } = await readHtml(file, html, true)
  return { document: { ...document, kind: 'odt' }, pictures: xml.match(/<draw:image\b/g)?.length ?? 0 }
}
