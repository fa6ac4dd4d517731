import { createPinia } from 'pinia'
import { chartById, leadChart, sliceFor } from '@/charts'
import { openPackage, type LoadProgress } from '@/data'
import { DEFAULTS, type Selection } from '@/domain/selection'
import { checkReport, type Finding } from '@/domain/checks'
import type { FigureId } from '@/domain/figure'
import { Table } from '@/domain/table'
import { useFindings } from '@/stores/findings'

/** What one run in the page measures; milliseconds. */
interface Measured {
  readonly fetching: number
  readonly floor: number
  readonly load: number
  readonly read: number
  readonly reports: number
  readonly problems: number
  readonly slices: Readonly<Record<string, number>>
  /** All checks over all reports in the worker, the table's way there included; and its floor. */
  readonly checks: number
  readonly checksFloor: number
  /** The same where a fifth, and half, of the reports are broken in table 3 or 4. */
  readonly broken: Readonly<Record<string, number>>
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

const EDITS = 26

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

/** Between two marks, so that a trace tells what the page's own thread did meanwhile. */
async function marked<T>(name: string, act: () => T | Promise<T>): Promise<T> {
  performance.mark(`${name}-begins`)
  const done = await act()
  performance.mark(`${name}-ends`)
  return done
}

/** What a reader is shown of a report's findings is written out. */
const read = (findings: readonly Finding[]): number => findings.filter(({ outcome }) => outcome === 'fail').reduce((sum, { explanation, proposals }) => sum + explanation.zh.length + proposals.length, 0)

/** One in so many reports with a wrong cell, a row moved by one, or the lower part of a column moved by one, in turn. */
function broken(table: Table, every: number): Table {
  const columns = new Map([...table.columns].map(([figure, column]) => [figure, /^(requests|review|suit)/.test(figure) ? { ...column, values: column.values.slice() } : column]))
  const figures = [...columns.keys()].filter((figure) => /^(requests|review|suit)/.test(figure))
  const move = (line: readonly FigureId[], row: number): void => {
    const before = line.map((figure) => columns.get(figure)!.values[row]!)
    line.forEach((figure, at) => (columns.get(figure)!.values[row] = at === 0 ? 0 : before[at - 1]!))
  }
  for (let row = 0; row < table.size; row += every) {
    const turn = row / every
    const figure = figures[(turn * 37) % figures.length]!
    const [line, column] = [figure.slice(0, figure.lastIndexOf('.') + 1), figure.slice(figure.lastIndexOf('.'))]
    if (turn % 4 < 2) columns.get(figure)!.values[row]! += 1 + (turn % 9)
    else if (turn % 4 === 2) move(figures.filter((each) => each.startsWith(line)), row)
    else move(figures.filter((each) => each.startsWith('requests.') && each.endsWith(column)).slice(turn % 20), row)
  }
  return new Table({ ...table.data, columns })
}

const later = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

/** All reports as the app checks them, from asking for it to the doubts; then single reports after an edit, the compiler cold at first. */
async function checkTimes(table: Table): Promise<Pick<Measured, 'checks' | 'checksFloor' | 'broken' | 'failing'>> {
  const checksFloor = scanOf(table)
  const store = useFindings(createPinia())
  const begun = performance.now()
  await marked('check', () => store.check(table))
  const checks = performance.now() - begun
  // What follows is the bench's own, and no part of the task in which the checks ended.
  await later()
  const { fail } = store.findings!.summary()
  const times: Record<string, number> = {}
  for (const [name, every] of [['a-fifth', 5], ['half', 2]] as const) {
    const wrong = broken(table, every)
    const from = performance.now()
    await marked(name, () => store.check(wrong))
    times[name] = performance.now() - from
    await later()
  }
  for (let at = 0; at < EDITS; at += 1) {
    await later()
    await marked(at === 0 ? 'first-edit' : 'edit', () => read(checkReport(table, at * 100, new Map([['requests.received.natural', { value: at }]]))))
  }
  return { checks, checksFloor, broken: times, failing: fail }
}

async function measure(base: string): Promise<Measured> {
  const begun = performance.now()
  let fetched = begun
  const progress = ({ loaded, total }: LoadProgress): void => {
    if (loaded <= total / 2) fetched = performance.now()
  }
  const data = await marked('load', () => openPackage(base, 'synthetic', { progress }).done)
  const done = performance.now()
  const table = new Table(data)
  return { ...(await floorOf(base)), load: done - begun, read: done - fetched, reports: table.size, problems: data.problems.length, slices: sliceTimes(table), ...(await checkTimes(table)) }
}

declare global {
  interface Window {
    measure: (base: string) => Promise<Measured>
  }
}

window.measure = measure
