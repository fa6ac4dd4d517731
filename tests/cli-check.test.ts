import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '@/cli'

const packageAt = (name: string): string => fileURLToPath(new URL(`../public/data/${name}`, import.meta.url))

async function told(...args: string[]): Promise<{ code: number; text: string; errors: string }> {
  let [text, errors] = ['', '']
  const code = await run(args, { stdout: (data) => void (text += String(data)), stderr: (data) => void (errors += String(data)) })
  return { code, text, errors }
}

const lines = (text: string): Record<string, unknown>[] => text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)

describe('atlas check', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'check-'))
    await writeFile(join(folder, 'agencies.csv'), 'id,name,province,city,county,level,category\n甲市乙局,甲市乙局,甲省,甲市,,市,部门\n')
    await writeFile(join(folder, 'reports.csv'), 'agency,year,format,scope,break,source,notes\n甲市乙局,2023,cn-2021,own,,,\n')
    await writeFile(join(folder, 'reviews.csv'), 'agency,year,kind,upheld,corrected,other,pending,total\n甲市乙局,2023,review,3,1,0,0,4\n')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('prints a line per finding and a summary, and fails for a hard check', async () => {
    const { code, text, errors } = await told('check', packageAt('cn'))
    expect([code, errors]).toEqual([1, ''])
    const all = lines(text)
    const summary = all.pop()!
    expect(all).toContainEqual(expect.objectContaining({ agency: '淮安市洪泽区人民政府', year: 2023, check: 'H4', outcome: 'fail', expected: 11, found: 0, cells: ['review.upheld', 'review.corrected', 'review.other', 'review.pending', 'review.total'] }))
    for (const finding of all) {
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(['agency', 'year', 'check', 'outcome', 'cells', 'expected', 'found', 'explanation', 'proposals']))
      expect(finding['explanation']).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
    }
    const count = (outcome: string): number => all.filter((finding) => finding['outcome'] === outcome).length
    expect(summary).toMatchObject({ summary: true, fail: count('fail'), untestable: count('untestable'), totalBlank: count('total-blank') })
    expect(summary['tests']).toBe(['pass', 'passBlank', 'totalBlank', 'fail', 'untestable'].reduce((sum, key) => sum + Number(summary[key]), 0))
    expect(summary['byCheck']).toMatchObject({ H4: { fail: 3 } })
  })

  it('passes a package whose sums hold, with the summary alone', async () => {
    const { code, text } = await told('check', folder)
    expect(code).toBe(0)
    expect(lines(text)).toEqual([expect.objectContaining({ summary: true, fail: 0, untestable: 0 })])
  })

  it('soft failures alone do not fail it', async () => {
    const { code, text } = await told('check', packageAt('scotland'))
    expect(code).toBe(0)
    expect(lines(text).some(({ check, outcome }) => check === 'S4' && outcome === 'fail')).toBe(true)
  })

  it('tells a reader in both languages', async () => {
    const { code, text } = await told('check', packageAt('cn'), '--format', 'text')
    expect(code).toBe(1)
    expect(text).toContain('淮安市洪泽区人民政府 2023  H4 复议诉讼合计（行政复议）：不符')
    expect(text).toContain('upheld 10 + corrected 1 = 11; total 0')
    expect(text).toMatch(/\d+ 项检验 tests/)
  })

  it.each([[['check']], [['check', 'a', 'b']], [['check', 'a', '--format', 'xml']], [['check', 'a', '--loud']]])('does not understand %j', async (args) => {
    const { code, text, errors } = await told(...args)
    expect([code, text]).toEqual([2, ''])
    expect(errors).toMatch(/^usage: /)
  })

  it.each([['-none'], ['/agencies.csv']])('says in one line that there is no package at …%s', async (end) => {
    const { code, text, errors } = await told('check', `${packageAt('cn')}${end}`)
    expect([code, text]).toEqual([2, ''])
    expect(errors).toMatch(/^[^\n]+\n$/)
  })

  it('stops quietly when nobody reads on', async () => {
    let lines = 0
    const stdout = (): void => {
      lines += 1
      if (lines > 2) throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    }
    expect(await run(['check', packageAt('cn')], { stdout, stderr: () => undefined })).toBe(1)
    expect(lines).toBe(3)
  })
})
