import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chartById, leadChart, sliceFor } from '@/charts'
import { run } from '@/cli'
import { csvBytes } from '@/data/csv'
import { loadPackage } from '@/data/load'
import { fromLink } from '@/domain/selection'
import { sheetOf } from '@/domain/sheet'
import { Table } from '@/domain/table'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'

const FOLDER = fileURLToPath(new URL('../public/data/cn', import.meta.url))

async function told(...args: string[]): Promise<{ code: number; out: Uint8Array; text: string; errors: string }> {
  const out: number[] = []
  let errors = ''
  const code = await run(args, {
    stdout: (data) => void out.push(...(typeof data === 'string' ? new TextEncoder().encode(data) : data)),
    stderr: (data) => void (errors += String(data)),
  })
  return { code, out: Uint8Array.from(out), text: new TextDecoder().decode(Uint8Array.from(out)), errors }
}

/** What the page makes of the same link. */
async function ofPage(link: string): Promise<Uint8Array> {
  const table = new Table(await loadPackage({ read: async (path) => new Uint8Array(await readFile(`${FOLDER}/${path}`)) }))
  const selection = fromLink(link, ['lang', 'theme'])
  const chart = chartById(selection.chart) ?? leadChart(selection.view, selection, table)!
  return csvBytes(sheetOf(table, selection, sliceFor(chart, table, selection), selection.shape))
}

describe('atlas slice', () => {
  it.each(['', 'view=requests&year=2021..2024', 'https://atlas.example/#/?view=requests', 'view=reviews&shape=wide', 'view=proactive&agency=宿迁市人民政府~金湖县人民政府&lang=en&theme=dark'])('prints the very file of the page: %s', async (link) => {
    const { code, out, errors } = await told('slice', FOLDER, link)
    expect([code, errors]).toEqual([0, ''])
    expect([...out.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(out).toEqual(await ofPage(link))
  })

  it('prints figures as the report states them', async () => {
    const { text } = await told('slice', FOLDER, 'view=requests&chart=ranking&indicator=requests.received&agency=宿迁市人民政府&at=2024')
    const [heads, line] = text.split('\r\n')
    const row = Object.fromEntries(heads!.split(',').map((head, at) => [head, line!.split(',')[at]]))
    expect(row).toMatchObject({ agency: '宿迁市人民政府', year: '2024', indicator: 'requests.received', value: '3525', unit: 'requests', missing: '' })
  })

  it('tells each part of the link that is not in the data, and prints all the same', async () => {
    const { code, out, errors } = await told('slice', FOLDER, 'agency=某某局&colour=red&view=requests&year=1999')
    expect(code).toBe(0)
    expect(errors.trimEnd().split('\n').sort()).toEqual(['not in this data: agency=某某局', 'not in this data: colour=red', 'not in this data: year=1999..1999'])
    expect(out.length).toBeGreaterThan(3)
  })

  it.each([[[]], [['slice']], [['slice', FOLDER]], [['sliec', FOLDER, '']], [['slice', FOLDER, '', 'more']]])('does not understand %j', async (args) => {
    const { code, text, errors } = await told(...args)
    expect([code, text]).toEqual([2, ''])
    expect(errors).toMatch(/^usage: /)
  })

  it('says that a package cannot be read', async () => {
    const { code, text, errors } = await told('slice', `${FOLDER}-none`, '')
    expect([code, text, errors]).toEqual([1, '', 'package-missing: datapackage.json\n'])
  })
})

describe('npm run cli', () => {
  it('runs as people run it, a workbook or an archive included', async () => {
    const work = fileURLToPath(new URL('../node_modules/.cache/cli-spawn', import.meta.url))
    await mkdir(work, { recursive: true })
    await writeFile(`${work}/all.zip`, zipSync({ 'a.csv': strToU8('机关,年度,本年新收\n甲局,2023,5\n') }))
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/cli.mjs', 'import', `${work}/all.zip`, '--out', `${work}/out`])
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: 'all.zip/a.csv', rowsLoaded: 1 }] })
    await rm(work, { recursive: true, force: true })
  })
})

describe('atlas import', () => {
  const work = fileURLToPath(new URL('../node_modules/.cache/cli-test', import.meta.url))
  beforeEach(async () => void (await mkdir(work, { recursive: true })))
  afterEach(async () => void (await rm(work, { recursive: true, force: true })))
  const put = async (name: string, text: string): Promise<string> => {
    await writeFile(`${work}/${name}`, text)
    return `${work}/${name}`
  }

  it('writes a package that slice works on, and prints the account as one JSON object', async () => {
    const a = await put('a.csv', '机关,年度,本年新收,予以公开\n甲局,2023,5,2\n合计,2023,5,2\n')
    const { code, text } = await told('import', a, '--out', `${work}/out`)
    expect(code).toBe(0)
    expect(JSON.parse(text)).toMatchObject({ files: [{ file: 'a.csv', format: 'cn', rowsIn: 2, rowsLoaded: 1, rowsReported: 1 }], agencies: 1, reports: 1, figures: 2, problems: 1 })
    const sliced = await told('slice', `${work}/out`, 'view=requests&chart=ranking&indicator=requests.received')
    expect(sliced.text).toContain('甲局,,2023,requests.received')
  })

  it('writes the rest and exits non-zero when a file could not be read', async () => {
    const [a, b] = [await put('a.csv', '机关,年度,本年新收\n甲局,2023,5\n'), await put('b.csv', 'x,y\n1,2\n')]
    const { code, text } = await told('import', a, b, '--out', `${work}/out`)
    expect([code, JSON.parse(text).reports]).toEqual([1, 1])
  })

  it('takes a mapping, a format, a folder and a description', async () => {
    await mkdir(`${work}/in/2021`, { recursive: true })
    await put('in/2021/x.csv', 'Institución;Solicitudes\nSecretaría;7\n')
    const map = await put('map.json', JSON.stringify({ format: 'common', columns: { Institución: { as: 'agency' }, Solicitudes: { as: 'cells', figure: 'common:received' } }, year: 2021 }))
    const describe = await put('describe.json', JSON.stringify({ title: 'México', created: '2026-01-01', licenses: [{ title: 'open', path: '' }] }))
    const { code } = await told('import', `${work}/in`, '--map', map, '--describe', describe, '--out', `${work}/out`)
    expect(code).toBe(0)
    expect(JSON.parse(await readFile(`${work}/out/datapackage.json`, 'utf8'))).toMatchObject({ title: 'México', created: '2026-01-01T00:00:00Z' })
    expect(await readFile(`${work}/out/figures.csv`, 'utf8')).toBe('agency,year,common:received\nSecretaría,2021,7\n')
  })

  it('tells how it is used, and what is not there', async () => {
    expect((await told('import')).code).toBe(2)
    expect((await told('import', 'a.csv')).code).toBe(2)
    expect((await told('import', 'a.csv', '--unheard-of', '--out', work)).code).toBe(2)
    const missing = await told('import', `${work}/none.csv`, '--out', `${work}/out`)
    expect([missing.code, missing.errors.includes('none.csv')]).toEqual([1, true])
  })
})
