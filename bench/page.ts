import { chartById, leadChart, sliceFor } from '@/charts'
import { openPackage } from '@/data'
import { DEFAULTS, type Selection } from '@/domain/selection'
import { checkReport, checkTable } from '@/domain/checks'
import { Table } from '@/domain/table'

/** What one run in the page measures; milliseconds. */
interface Measured {
  readonly fetching: number
  readonly floor: number
  readonly load: number
  readonly read: number
  readonly reports: number
  readonly problems: number
  readonly slices: Readonly<Record<string, number>>
  /** All checks over all reports, its floor, and the checks of one report after an edit. */
  readonly checks: number
  readonly checksFloor: number
  readonly edit: number
  /** Tests that failed: the synthetic figures are consistent but for the carry-overs and stocks, which are drawn at random. */
  readonly failing: number
}

const FILES = ['agencies', 'reports', 'proactive', 'requests', 'reviews', 'participation']

/** The floor: every byte fetched, decoded once, and looked at once. */
async function floorOf(base: string): Promise<Pick<Measured, 'fetching' | 'floor'>> {
  const asked = performance.now()
  const files = await Promise.all(FILES.map(async (name) => new Uint8Array(await (await fetch(`${base}synthetic/${name}.csv`)).arrayBuffer())))
  const begun = performance.now()
  let seen = 0
  for (const bytes of files) {
    seen += new TextDecoder('utf-8', { fatal: true }).decode(bytes).length
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]
      if (byte === 44 || byte === 10) seen += 1
    }
  }
  const floor = performance.now() - begun
  return { fetching: begun - asked, floor: seen > 0 ? floor : Number.NaN }
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

function sliceTimes(table: Table): Record<string, number> {
  const agencies = table.agencies.filter((_, at) => at % 50 === 0).map(({ id }) => id)
  const kinds: Record<string, Partial<Selection>> = { all: {}, 'one province': { province: [table.agencies[0]!.province] }, 'one year': { year: { from: 2024, to: 2024 } }, '100 agencies': { agency: agencies } }
  const times: Record<string, number> = {}
  for (const id of ['outcomes', 'ranking', 'trend']) {
    const chart = chartById(id) ?? leadChart('requests', DEFAULTS, table)!
    for (const [kind, partial] of Object.entries(kinds)) {
      const selection: Selection = { ...DEFAULTS, view: 'requests', ...partial }
      const runs = Array.from({ length: 25 }, () => {
        const begun = performance.now()
        sliceFor(chart, table, selection)
        return performance.now() - begun
      })
      times[`${id}, ${kind}`] = median(runs)
    }
  }
  return times
}

/** Every cell of the table looked at once. */
function scanOf(table: Table): number {
  const begun = performance.now()
  let sum = 0
  for (const { values, states } of table.columns.values()) for (let row = 0; row < values.length; row += 1) if (states[row] !== 0) sum += values[row]!
  return sum >= 0 ? performance.now() - begun : Number.NaN
}

function checkTimes(table: Table): Pick<Measured, 'checks' | 'checksFloor' | 'edit' | 'failing'> {
  const checksFloor = scanOf(table)
  const begun = performance.now()
  const findings = checkTable(table)
  const checks = performance.now() - begun
  const edits = Array.from({ length: 25 }, (_, at) => {
    const edited = performance.now()
    checkReport(table, at * 100, new Map([['requests.received.natural', { value: at }]]))
    return performance.now() - edited
  })
  return { checks, checksFloor, edit: median(edits), failing: findings.summary().fail }
}

async function measure(base: string): Promise<Measured> {
  performance.mark('load-begins')
  const begun = performance.now()
  let fetched = begun
  const opening = openPackage(base, 'synthetic', {
    progress: ({ loaded, total }) => {
      if (loaded <= total / 2) fetched = performance.now()
    },
  })
  const data = await opening.done
  const done = performance.now()
  performance.mark('load-ends')
  const table = new Table(data)
  return { ...(await floorOf(base)), load: done - begun, read: done - fetched, reports: table.size, problems: data.problems.length, slices: sliceTimes(table), ...checkTimes(table) }
}

declare global {
  interface Window {
    measure: (base: string) => Promise<Measured>
  }
}

window.measure = measure
