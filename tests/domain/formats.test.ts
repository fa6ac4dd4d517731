import { describe, expect, it } from 'vitest'
import { FIGURES, sectionOf } from '@/domain/figure'
import { formatOf, FORMATS, hasFigure, joins, ownEntries } from '@/domain/formats'

const figuresOf = (id: string, section: string) => formatOf(id)!.tables.filter((table) => table.section === section).flatMap((table) => table.rows.flatMap((row) => row.figures)).filter((figure) => figure !== null)

describe.each(FORMATS.map((format) => [format.id, format] as const))('format %s', (_, format) => {
  it('has names, a basis and only figures of the catalogue, each once', () => {
    expect(format.label.zh && format.label.en && format.basis.zh && format.basis.en).toBeTruthy()
    const figures = format.tables.flatMap((table) => table.rows.flatMap((row) => row.figures)).filter((figure) => figure !== null)
    expect(new Set(figures).size).toBe(figures.length)
    const catalogue = new Set<string>(format.own ? ownEntries(format).map(({ id }) => id) : Object.values(FIGURES).flat())
    expect(figures.filter((figure) => !catalogue.has(figure))).toEqual([])
  })

  it('has a cell or a hole in every column of every row', () => {
    for (const table of format.tables) for (const row of table.rows) expect(row.figures).toHaveLength(table.columns.length)
  })

  it('continues only formats there are', () => {
    for (const id of format.continues) expect(formatOf(id)).toBeDefined()
  })
})

describe('the national forms', () => {
  it('count their cells as the forms do', () => {
    expect(figuresOf('cn-2021', 'proactive')).toHaveLength(10)
    expect(figuresOf('cn-2021', 'requests')).toHaveLength(25 * 7)
    expect(figuresOf('cn-2021', 'reviews')).toHaveLength(15)
    expect(figuresOf('cn-2019', 'proactive')).toHaveLength(22)
    expect(figuresOf('cn-2019', 'requests')).toHaveLength(23 * 7)
    expect(figuresOf('cn-2019', 'reviews')).toHaveLength(15)
    expect(formatOf('cn-2008')!.tables).toHaveLength(0)
  })

  it('know that stocks and fees do not cross the break', () => {
    const of = (id: string) => formatOf(id)!
    expect(hasFigure(of('cn-2019'), 'documents.in-force')).toBe(false)
    expect(hasFigure(of('cn-2019'), 'fees.amount')).toBe(false)
    expect(hasFigure(of('cn-2021'), 'fees.items-before')).toBe(false)
    expect(hasFigure(of('cn-2021'), 'licences.decisions') && hasFigure(of('cn-2019'), 'licences.decisions')).toBe(true)
  })

  it('join 2019 with 2021 but nothing with the years before', () => {
    expect(joins('cn-2019', 'cn-2021')).toBe(true)
    expect(joins('cn-2021', 'cn-2019')).toBe(true)
    expect(joins('cn-2008', 'cn-2008')).toBe(true)
    expect(joins('cn-2008', 'cn-2019')).toBe(false)
    expect(joins('cn-2021', 'unheard-of')).toBe(false)
  })
})

describe('sectionOf', () => {
  it('knows every figure and any narrative one', () => {
    for (const [section, figures] of Object.entries(FIGURES)) for (const figure of figures) expect(sectionOf(figure)).toBe(section)
    expect(sectionOf('narrative.hotline-calls')).toBe('narrative')
    expect(sectionOf('requests.unheard.total')).toBeUndefined()
  })
})
