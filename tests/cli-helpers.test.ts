import { execFile } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { run } from '@/cli'
import { serve } from '@/cli/helper'
import { given, html, PLAIN, tablesOf } from './reading/documents'

vi.mock('node:os', async (original) => ({ ...(await original<object>()), availableParallelism: () => 2 }))

const REPORTS = Array.from({ length: 25 }, (_, seed) => given(seed))
let folder: string
let alone: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'many-'))
  await Promise.all(REPORTS.map((report, at) => writeFile(join(folder, `${String(at).padStart(2, '0')}.html`), html(report, tablesOf(report, PLAIN), 'tidy'))))
  alone = await printed()
})
afterAll(() => rm(folder, { recursive: true }))

async function printed(...startHelper: [Parameters<typeof run>[2]?]): Promise<string> {
  let out = ''
  expect(await run(['read', folder], { stdout: (data) => void (out += String(data)), stderr: () => undefined }, ...startHelper)).toBe(0)
  return out
}

describe('many documents on the command line', () => {
  it('are read by other threads too, and printed all the same', async () => {
    let sent = 0
    const started: (() => void)[] = []
    const out = await printed(() => {
      const { port1, port2 } = new MessageChannel()
      port2.on('message', () => (sent += 1))
      serve(port2)
      const terminate = vi.fn(async () => port1.close())
      started.push(() => expect(terminate).toHaveBeenCalledOnce())
      return Object.assign(port1, { terminate })
    })
    expect(out).toBe(alone)
    expect(sent).toBeGreaterThan(0)
    expect(started).toHaveLength(1)
    started.forEach((ended) => ended())
  })

  it('are all read when another thread dies over one', async () => {
    const out = await printed(() => {
      const dying = Object.assign(new EventEmitter(), { postMessage: () => queueMicrotask(() => dying.emit('error', new Error('out of memory'))), terminate: () => Promise.resolve() })
      return dying
    })
    expect(out).toBe(alone)
  })

  it('by the program itself', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/cli.mjs', 'read', folder], { maxBuffer: 1 << 26 })
    expect(stdout).toBe(alone)
  }, 60_000)
})
