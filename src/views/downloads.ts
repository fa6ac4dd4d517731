import type { EChartsOption } from 'echarts'
import type { Chart } from '@/charts/chart'
import { picturePng, pictureSvg, type Frame } from '@/charts/picture'
import { csvBytes, slicePackage, sliceZip, type Descriptor, type Reference } from '@/data'
import { doubtTexts } from '@/charts/doubts'
import { doubtsIn } from '@/domain/doubted'
import { definitionOf } from '@/domain/definition'
import { choicesOf, type Selection } from '@/domain/selection'
import { sheetOf, type Shape } from '@/domain/sheet'
import type { Slice } from '@/domain/slice'
import { sourcesIn, sourcesText } from '@/domain/source'
import type { Table } from '@/domain/table'
import { coverageText, coverageYears } from '@/components/coverage-text'
import { selectionSentence } from '@/components/selection-sentence'
import type { Words } from '@/i18n'

/** A file that a card offers: what is shown, nothing else. */
export interface Download {
  readonly id: 'tidy' | 'wide' | 'zip' | 'svg' | 'png'
  readonly name: string
  readonly text: string
  /** Rows and size, known before it is chosen. */
  readonly detail: string
  /** Null when this browser cannot make it. */
  readonly make: () => Promise<Uint8Array<ArrayBuffer> | Blob | null>
}

/** The card as it is shown. */
export interface Shown {
  readonly chart: Chart
  readonly table: Table
  readonly selection: Selection
  readonly slice: Slice
  readonly words: Words
  readonly option: EChartsOption
  readonly frame: Frame
  /** Address that shows the card again. */
  readonly link: string
  readonly descriptor: Descriptor | null
}

/** What the files of a card are called, without the ending: `atlas-requests-outcomes-2024`. */
export function baseName({ id }: Pick<Chart, 'id'>, { view }: Pick<Selection, 'view'>, { years }: Pick<Slice, 'years'>): string {
  const first = years[0]
  const last = years.at(-1)
  const span = first === undefined ? [] : [first === last ? String(first) : `${first}-${last}`]
  return ['atlas', ...(id.startsWith(view) ? [] : [view]), id, ...span].join('-')
}

/** Every file a card offers. The tables are made at once, so that their size is said before; pictures and the archive when chosen. */
export async function downloadsOf(shown: Shown): Promise<Download[]> {
  const { words, frame, option } = shown
  const name = baseName(shown.chart, shown.selection, shown.slice)
  const sheets = { tidy: sheetOf(shown.table, shown.selection, shown.slice, 'tidy'), wide: sheetOf(shown.table, shown.selection, shown.slice, 'wide') }
  const csv = (shape: Shape, path: string): Download => {
    const bytes = csvBytes(sheets[shape])
    return { id: shape, name: path, text: words.t(`card.download-${shape}`), detail: words.t('card.size', { n: sheets[shape].rows.length, size: kilobytes(words, bytes.length) }), make: async () => bytes }
  }
  const tidy = csv('tidy', `${name}.csv`)
  const archive = await sliceZip(partsOf(shown, name, shown.selection.shape === 'wide' ? sheets.wide : sheets.tidy))
  const size = `${frame.width} × ${frame.height}`
  return [
    tidy,
    csv('wide', `${name}-wide.csv`),
    { id: 'zip', name: `${name}.zip`, text: words.t('card.download-zip'), detail: kilobytes(words, archive.length), make: async () => archive },
    { id: 'svg', name: `${name}.svg`, text: words.t('card.download-svg'), detail: size, make: async () => new Blob([await pictureSvg(option, frame)], { type: 'image/svg+xml' }) },
    { id: 'png', name: `${name}.png`, text: words.t('card.download-png'), detail: size, make: () => picturePng(option, frame) },
  ]
}

const kilobytes = (words: Words, bytes: number): string => words.t('card.kilobytes', { size: words.number(Math.max(bytes / 1000, 0.1), bytes < 10_000 ? 1 : 0) })

function partsOf(shown: Shown, name: string, sheet: ReturnType<typeof sheetOf>) {
  const path = `${name}.csv`
  const content = csvBytes(sheet)
  const { link, frame } = shown
  const descriptor = shown.descriptor && { ...shown.descriptor, sources: sourcesOf(shown) }
  return [
    { name: path, content },
    { name: 'datapackage.json', content: slicePackage({ path, title: frame.title, link, bytes: content.length, sheet, descriptor }) },
    { name: 'README.md', content: readmeOf(shown) },
  ]
}

/** Where the figures of a slice come from: its own reports' sources, and what its package names beside those of single reports. Of sums over agencies all that it names. */
function sourcesOf({ table, slice, descriptor }: Shown): Reference[] {
  const rows = new Set(slice.observations.flatMap(({ row }) => (row < 0 ? [] : [row])))
  const named = descriptor?.sources ?? []
  if (rows.size === 0) return [...named]
  const own = sourcesIn(sourcesText([...rows].map((row) => table.data.reportSource[row] ?? '')))
  const ofReports = new Set(sourcesIn(sourcesText(table.data.reportSource)))
  return [...own.map((source) => ({ title: source, path: /^https?:/.test(source) ? source : '' })), ...named.filter(({ title }) => !ofReports.has(title))]
}

/** What a person needs to read the files of an archive: what was selected, the link, definitions, sources. */
export function readmeOf(shown: Shown): string {
  const { chart, table, selection, slice, words, frame, link, descriptor } = shown
  const note = chart.note?.({ table, selection, slice, words, palette: frame.palette, width: frame.width })
  const choices = choicesOf(selection)
  const years = coverageYears(words, table, slice, selection)
  const definitions = slice.indicators.map((indicator) => `- ${words.name(indicator.label, indicator.id)} (\`${indicator.id}\`): ${words.name(definitionOf(indicator, choices).text)}`)
  const sources = [...sourcesOf(shown), ...(descriptor?.licences ?? [])].map(({ title, path }) => `- ${title === path ? '' : title}${path === '' ? '' : ` <${path}>`}`.replace('-  ', '- '))
  return [
    `# ${frame.title}`,
    frame.subtitle,
    `## ${words.t('card.readme-selection')}`,
    selectionSentence(words, selection, table),
    `<${link}>`,
    coverageText(words, slice, selection),
    ...(years.length > 0 ? [years.map((text) => `- ${text}`).join('\n')] : []),
    ...doubtTexts(words, doubtsIn(slice)),
    `## ${words.t('card.readme-definitions')}`,
    [...definitions, ...(note ? [`- ${note}`] : [])].join('\n'),
    `## ${words.t('card.readme-sources')}`,
    [`- ${frame.footer}`, ...sources].join('\n'),
    '',
  ].join('\n\n')
}
