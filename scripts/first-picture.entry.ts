import { readFile } from 'node:fs/promises'
import { leadChart, sliceFor } from '@/charts'
import { renderSvg } from '@/charts/engine'
import { PALETTES } from '@/charts/theme'
import { coverageText } from '@/components/coverage-text'
import { loadPackage } from '@/data/load'
import { DEFAULTS } from '@/domain/selection'
import { Table } from '@/domain/table'
import { LANGUAGES, loadLanguage, withWords, wordsOf } from '@/i18n'

/** Widths of the drawing, in CSS pixels: on phones, tablets, laptops, desks. */
const WIDTHS = [294, 324, 560, 680, 816, 1056, 1400]
const FOLDER = 'public/data'

const [{ id }] = JSON.parse(await readFile(`${FOLDER}/packages.json`, 'utf8')) as [{ id: string }]
const table = new Table(await loadPackage({ read: (path) => readFile(`${FOLDER}/${id}/${path}`).catch(() => null) }))
const chart = leadChart(DEFAULTS.view, DEFAULTS, table)!
const slice = sliceFor(chart, table, DEFAULTS)
await Promise.all(LANGUAGES.map(loadLanguage))
await withWords(Promise.resolve(), 'charts')
const contextOf = (language: string, theme: 'light' | 'dark', width: number) => ({ table, selection: DEFAULTS, slice, words: wordsOf(language), palette: PALETTES[theme], width })

/** The first chart of the plain link, drawn for every language, theme and width; what stands around it. Drawn while the module loads. */
export const files: Record<string, string> = {}
for (const language of LANGUAGES) {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of WIDTHS) files[`${language}-${theme}-${width}.svg`] = await renderSvg(chart.option(contextOf(language, theme, width)), width, chart.height(slice, width, table))
  }
}

export const first = {
  package: id,
  chart: chart.id,
  widths: WIDTHS,
  height: chart.height(slice, WIDTHS[0]!, table),
  words: Object.fromEntries(
    LANGUAGES.map((language) => {
      const context = contextOf(language, 'light', WIDTHS[0]!)
      return [language, { title: chart.title(context), subtitle: chart.subtitle(context), coverage: coverageText(wordsOf(language), slice, DEFAULTS), summary: chart.summary(context) }]
    }),
  ),
}
