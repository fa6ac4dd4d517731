import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '@/cli'
import { loadPackage } from '@/data/load'
import type { FigureId } from '@/domain/figure'
import { Table } from '@/domain/table'
import { given, html, PLAIN, tablesOf, text } from './reading/documents'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'read-'))))
afterEach(() => rm(folder, { recursive: true }))

async function told(...args: string[]): Promise<{ code: number; lines: Record<string, unknown>[]; errors: string }> {
  let out = ''
  let errors = ''
  const code = await run(args, { stdout: (data) => void (out += String(data)), stderr: (data) => void (errors += String(data)) })
  return { code, errors, lines: out.trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>) }
}

const REPORT = given(11, 'cn-2021')
const TABLES = tablesOf(REPORT, PLAIN)

describe('atlas read', () => {
  it('prints a line a report: figures, evidence, narrative, problems, checks', async () => {
    await writeFile(join(folder, 'a.html'), html(REPORT, TABLES, 'word'))
    const { code, lines } = await told('read', join(folder, 'a.html'))
    expect([code, lines.length]).toEqual([0, 1])
    expect(lines[0]).toMatchObject({ file: 'a.html', agency: REPORT.agency, year: REPORT.year, format: 'cn-2021', complete: true, figures: Object.fromEntries(REPORT.figures), narrative: { 'narrative.items-disclosed': { value: 88 } }, problems: [], checks: [] })
    expect((lines[0]!['evidence'] as Record<string, string>)['requests.received.total']).toBe('t2 r4 c10')
  })

  it('tells blank and noted cells, and what the checks say of wrong sums', async () => {
    const spoilt = html(REPORT, TABLES, 'tidy')
      .replace(/(规章<\/td><td[^>]*>)\d+/, '$122（其中修订16件）')
      .replace(/(行政许可<\/td><td[^>]*>)\d+/, '$1')
      .replace(/(四、结转下年度继续办理<\/td>(?:<td[^>]*>[^<]*<\/td>){6}<td[^>]*>)\d+/, '$177777')
    await writeFile(join(folder, 'a.html'), spoilt)
    const { lines } = await told('read', join(folder, 'a.html'))
    expect(lines[0]!['figures']).toMatchObject({ 'rules.issued': { value: 22, note: '其中修订16件' }, 'licences.decisions': { missing: 'blank' } })
    expect((lines[0]!['checks'] as { check: string }[]).map(({ check }) => check)).toEqual(expect.arrayContaining(['H1', 'H3']))
  })

  it('checks the sums of a second document of the same year, and of one that says nothing of whose it is', async () => {
    const spoilt = html(REPORT, TABLES, 'tidy').replace(/(四、结转下年度继续办理<\/td>(?:<td[^>]*>[^<]*<\/td>){6}<td[^>]*>)\d+/, '$177777')
    await writeFile(join(folder, 'a.html'), html(REPORT, TABLES, 'tidy'))
    await writeFile(join(folder, 'b.html'), spoilt)
    await writeFile(join(folder, 'c.html'), spoilt.replaceAll(REPORT.agency, '').replaceAll(String(REPORT.year), ''))
    const { lines } = await told('read', folder)
    const failing = lines.map(({ checks }) => (checks as { check: string; outcome: string }[]).filter(({ outcome }) => outcome === 'fail').map(({ check }) => check))
    expect(lines.map(({ agency }) => agency)).toEqual([REPORT.agency, REPORT.agency, null])
    expect(failing[0]).toEqual(['H7'])
    for (const spoilt of failing.slice(1)) expect(spoilt).toContain('H3')
  })

  it('checks no document by the figures of another of the same year', async () => {
    await writeFile(join(folder, 'a.html'), html(REPORT, { ...TABLES, reviews: [] }, 'tidy'))
    const wrong = { ...REPORT, figures: new Map([...REPORT.figures, ['suit-after-review.total' as FigureId, 98765]]) }
    await writeFile(join(folder, 'b.html'), html(wrong, tablesOf(wrong, PLAIN), 'tidy'))
    const { lines } = await told('read', folder)
    const failing = lines.map(({ checks }) => (checks as { check: string; outcome: string }[]).filter(({ outcome }) => outcome === 'fail').map(({ check }) => check))
    expect(failing).toEqual([[], ['H4']])
  })

  it('goes on after a document that cannot be read, and writes a package of the others', async () => {
    const out = join(folder, 'out')
    await writeFile(join(folder, 'a.html'), html(REPORT, TABLES, 'tidy'))
    await writeFile(join(folder, 'b.doc'), Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))
    await writeFile(join(folder, 'c.txt'), text({ ...REPORT, year: REPORT.year + 1 }, TABLES, 'lines'))
    const { code, lines } = await told('read', join(folder, 'a.html'), join(folder, 'b.doc'), join(folder, 'c.txt'), '--out', out)
    expect([code, lines.map(({ year }) => year)]).toEqual([1, [REPORT.year, null, REPORT.year + 1]])
    expect(lines[1]!['problems']).toMatchObject([{ kind: 'old-word', remedy: expect.stringContaining('docx') }])
    const table = new Table(await loadPackage({ read: (path) => readFile(join(out, path)).then((bytes) => new Uint8Array(bytes), () => null) }))
    expect([table.size, table.data.problems]).toEqual([2, []])
    const evidence = await readFile(join(out, 'evidence.csv'), 'utf8')
    expect(evidence).toContain(`${REPORT.agency},${REPORT.year},requests.received.total,,${REPORT.figures.get('requests.received.total')}`)
  })

  it('tells in the package what was read with doubt', async () => {
    const [out, path] = [join(folder, 'doubts'), join(folder, 'twice.html')]
    const proactive = TABLES.proactive.flatMap((row) => (row.some(({ text: said }) => said === '行政规范性文件') ? [row, row.map((cell, at) => (at === 1 ? { ...cell, text: '987' } : cell))] : [row]))
    await writeFile(path, html(REPORT, { ...TABLES, proactive }, 'tidy'))
    await told('read', path, '--out', out)
    expect(await readFile(join(out, 'doubts.csv'), 'utf8')).toContain(`${REPORT.agency},${REPORT.year},documents.issued,`)
    expect(JSON.parse(await readFile(join(out, 'import.json'), 'utf8'))).toMatchObject({ doubtful: expect.any(Number) })
  })

  it.each([[['read']], [['read', 'a', '--unknown']]])('does not understand %j', async (args) => {
    expect((await told(...args)).code).toBe(2)
  })

  it('tells a file that is not there, or cannot be opened, as one that cannot be read, and reads the others', async () => {
    const none = join(folder, 'none.html')
    await writeFile(join(folder, 'a.html'), html(REPORT, TABLES, 'tidy'))
    const { code, lines, errors } = await told('read', none, join(folder, 'a.html'))
    expect([code, lines.map(({ file }) => file)]).toEqual([1, [none, 'a.html']])
    expect(lines[0]).toMatchObject({ agency: null, figures: {}, problems: [{ kind: 'unopened', remedy: expect.stringContaining('路径') as string }] })
    expect(lines[1]).toMatchObject({ agency: REPORT.agency, complete: true })
    expect(errors).toContain('none.html')
  })

  it('tells files of one name in several folders by their paths', async () => {
    const paths = await Promise.all(['north', 'south'].map(async (place) => {
      await mkdir(join(folder, place))
      await writeFile(join(folder, place, 'report.html'), html(REPORT, TABLES, 'tidy').replaceAll(REPORT.agency, `${place === 'north' ? '北' : '南'}湾市水务局`))
      return join(folder, place, 'report.html')
    }))
    const { lines } = await told('read', ...paths)
    expect(lines.map(({ file, agency }) => [file, agency])).toEqual([[paths[0], '北湾市水务局'], [paths[1], '南湾市水务局']])
  })

  it('says that a folder is empty', async () => {
    await mkdir(join(folder, 'nothing'))
    expect(await told('read', join(folder, 'nothing'))).toMatchObject({ code: 1, lines: [], errors: expect.stringContaining('nothing') })
  })
})
