import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigureId } from '@/domain/figure'
import { readReports, type ReadReport } from '@/reading'
import { docx } from './docx'
import { given, html, manner, PLAIN, tablesOf, text, type Given, type HtmlStyle, type Manner, type Tables, type TextStyle } from './documents'
import { MUTATIONS, mutated } from './mutate'
import { NARROW, pdf } from './pdf'

const encode = (written: string): Uint8Array => new TextEncoder().encode(written)
type Render = (report: Given, tables: Tables, seed: number) => { name: string; bytes: Uint8Array }

const RENDERS: Readonly<Record<string, Render>> = {
  ...Object.fromEntries((['tidy', 'word', 'layout', 'div', 'roles'] satisfies HtmlStyle[]).map((style) => [`HTML, ${style}`, (report, tables, seed) => ({ name: 'a.html', bytes: encode(html(report, tables, style, seed)) })] satisfies [string, Render])),
  ...Object.fromEntries((['lines', 'indented', 'tabs', 'pipes', 'layout', 'spaced'] satisfies TextStyle[]).map((style) => [`text, ${style}`, (report, tables) => ({ name: 'a.txt', bytes: encode(text(report, tables, style)) })] satisfies [string, Render])),
  DOCX: (report, tables) => ({ name: 'a.docx', bytes: docx(report, tables) }),
  'PDF with rulings': (report, tables) => ({ name: 'a.pdf', bytes: pdf(report, tables, true) }),
  'PDF with narrow columns': (report, tables) => ({ name: 'a.pdf', bytes: pdf(report, tables, true, NARROW) }),
  'PDF without rulings': (report, tables) => ({ name: 'a.pdf', bytes: pdf(report, tables, false) }),
}

async function readOne(render: Render, report: Given, tables: Tables, seed: number): Promise<ReadReport> {
  const { reports, refused } = await readReports(render(report, tables, seed))
  expect(refused).toBeNull()
  expect(reports).toHaveLength(1)
  return reports[0]!
}

const numbers = (read: ReadReport): Record<string, unknown> => Object.fromEntries([...read.cells].map(([figure, { cell }]) => [figure, 'value' in cell ? cell.value : cell.missing]))

describe.each(Object.entries(RENDERS))('%s', (name, render) => {
  /** Full-width digits do not fit the narrow columns of a page without rulings: they break into two numbers. */
  const fitting = (how: Manner): Manner => (name.includes('without') && how.digits === 'full' ? { ...how, digits: 'plain' } : how)

  it('gives every figure, the agency, the year and the form', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (seed) => {
        const report = given(seed)
        const read = await readOne(render, report, tablesOf(report, seed % 4 ? fitting(manner(seed)) : PLAIN, seed), seed)
        expect({ agency: read.agency, year: read.year, format: read.format, ...numbers(read) }).toEqual({ agency: report.agency, year: report.year, format: report.format, ...Object.fromEntries(report.figures) })
        expect([read.complete, read.missingTables]).toEqual([true, []])
        for (const { evidence } of read.cells.values()) expect(evidence.fragment.length).toBeLessThanOrEqual(60)
      }),
      { numRuns: 12, seed: 4 },
    )
  })

  it.each(Object.keys(MUTATIONS))('%s: no wrong figure that the form’s sums contradict goes unmarked', async (mutation) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (seed) => {
        const report = given(seed)
        const read = await readOne(render, report, mutated(tablesOf(report, PLAIN, seed), mutation, seed), seed)
        const marked = new Set(read.problems.flatMap(({ figures }) => figures ?? []))
        const wrong = [...read.cells].filter(([figure, { cell, settled }]) => 'value' in cell && cell.value !== report.figures.get(figure) && !settled && !marked.has(figure))
        expect(wrong.map(([figure]) => figure)).toEqual([])
        for (const figure of report.figures.keys()) if (!read.cells.has(figure)) expect(marked).toContain(figure satisfies FigureId)
      }),
      { numRuns: 5, seed: 9 },
    )
  })
})
