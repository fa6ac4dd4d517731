import { chooseVersion, countsIn, editReport, identifyReport, importFiles, recounted, sayScopes, lookAt, roleChoices, rolesFor, sourceAt, standingReports, takeOutReport } from './import/import'
import type { ReportName } from './import/change-package'
import type { Account, ImportFile, ImportProgress, Imported, Look } from './import/account'
import { ImportError, type ImportErrorKind } from './import-error'
import type { Choices, ImportAnswer, ImportOrder, ImportTarget, Looks, NamedFile } from './import-messages'
import { DESCRIPTOR, readDescriptor } from './descriptor'
import { isOwn, ownId, type OwnPackage } from './own'
import { accountOfOwn, entryOfOwn, filesOfOwn, storeOwn } from './own-packages'
import { redescribed } from './own-titles'
import { sliceZip } from './zip'

declare const self: DedicatedWorkerGlobalScope

/** The tables of characters for PDF fonts lie beside the page (vite.config.ts). */
const ASSETS = { cMapUrl: self.location.href.replace(/[^/]*\/[^/]*$/, 'cmaps/') }
const ALIVE_EVERY = 5_000
const TOLD_EVERY = 50
const PART = 1_000
/** Files up to here are kept between looks; larger ones are read again. */
const KEPT_BYTES = 64 * 2 ** 20

const answer = (message: ImportAnswer, transfer: Transferable[] = []): void => self.postMessage(message, transfer)
/** The files that the page has handed over, by key. */
const picked = new Map<string, Blob>()
const held = new Map<string, ImportFile>()

setInterval(() => answer({ kind: 'alive' }), ALIVE_EVERY)

self.onmessage = async ({ data: order }: MessageEvent<ImportOrder>) => {
  try {
    await obey(order)
  } catch (reason) {
    const error = reason instanceof ImportError ? reason : new ImportError('worker', '', String(reason))
    answer({ kind: 'failed', error: error.kind, file: error.file, detail: error.message })
  }
}

async function obey(order: ImportOrder): Promise<void> {
  switch (order.kind) {
    case 'file':
      return void picked.set(order.key, order.file)
    case 'look':
      return look(await bytesOf(order.files, () => undefined), order.choices)
    case 'import':
      return make(await bytesOf(order.files, teller()), order.choices, order.target)
    case 'account':
      return void answer({ kind: 'account', account: inParts(await accountOfOwn(order.id)) })
    case 'zip': {
      const bytes = await zipOf(named(await filesOfOwn(order.id), order.id))
      return answer({ kind: 'zip', bytes }, [bytes.buffer])
    }
    case 'scopes':
      return void answer({ kind: 'scoped', reports: await sayScopesOf(order) })
    case 'version':
    case 'edit':
    case 'take-out':
      return change(order)
    case 'identify':
      return void answer({ kind: 'identified', report: await identifyIn(order) })
    case 'source':
      return void answer({ kind: 'source', table: await sourceAt(await bytesOf(order.files, () => undefined), order.name, order.place, ASSETS) })
    case 'standing':
      return void answer({ kind: 'standing', reports: await standingReports(await filesOfOwn(order.id), order.reports) })
  }
}

/** Reads the files one after the other: several large ones at once would need the memory of all. */
async function bytesOf(named: readonly NamedFile[], tell: (now: ImportProgress) => void): Promise<ImportFile[]> {
  const files = named.map(({ key, name }) => ({ key, name, file: picked.get(key)! }))
  const read: ImportFile[] = []
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  let loaded = 0
  for (const { key, name, file } of files) {
    const known = held.get(key)
    const bytes = known?.bytes ?? (await bytesIn(name, file))
    if (bytes.length <= KEPT_BYTES) held.set(key, { name, bytes })
    read.push({ name, bytes })
    tell({ file: name, loaded: (loaded += file.size), total })
  }
  return read
}

async function bytesIn(name: string, file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (reason) {
    // Moved, changed or removed since it was picked; or larger than the memory there is.
    throw new ImportError('unreadable', name, String(reason))
  }
}

function teller(): (now: ImportProgress) => void {
  let last = 0
  return (progress) => {
    const now = performance.now()
    if (now - last < TOLD_EVERY && progress.loaded < progress.total) return
    last = now
    answer({ kind: 'progress', progress })
  }
}

async function look(files: readonly ImportFile[], choices: Choices): Promise<void> {
  const roles: Record<string, Looks['roles'][string]> = {}
  const told = (table: Look): void => {
    const { format } = table.mapping
    roles[format] ??= roleChoices(format)
    const file = files.find(({ name }) => name === table.name)
    const lines = file && table.delimiter !== '' ? linesIn(file.bytes, table.encoding) : 0
    answer({ kind: 'table', table: { ...table, lines, suggestions: Object.fromEntries(table.headings.map((heading) => [heading, rolesFor(heading, format)])) } })
  }
  await lookAt(files, choices, ASSETS, { progress: teller(), look: told })
  answer({ kind: 'looked', roles })
}

/** Line feeds, whatever stands between quotes; a last line without one counts. */
function linesIn(bytes: Uint8Array, encoding: string): number {
  if (encoding.startsWith('utf-16')) return 0
  let lines = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}

async function make(files: readonly ImportFile[], choices: Choices, { title: asked, named, into }: ImportTarget): Promise<void> {
  const before = into === null ? undefined : await entryOfOwn(into)
  if (into !== null && !before) throw new ImportError('gone', into)
  const own = before ? [{ name: `${before.title}.zip`, bytes: await zipOf(await filesOfOwn(before.id)) }] : []
  const imported = await importFiles([...own, ...files], choices, { title: asked, created: new Date().toISOString().slice(0, 10), progress: teller(), ...ASSETS })
  if (imported.account.reports === 0) return tell(imported, null, 'nothing')
  const { made, title } = titled(imported, asked, named)
  const now = new Date().toISOString()
  const entry = entryFor(made, { id: before?.id ?? (await idOf(made.files)), title, created: before?.created ?? now, ...(before ? { changed: now } : {}) })
  try {
    await tell(made, await storeOwn(entry, made.files, made.account, before !== undefined), null)
  } catch (reason) {
    await tell(made, null, reason instanceof ImportError ? reason.kind : 'storage-refused')
  }
}

/** What is exported says what links call it, so that they work where it is imported again. */
function named(files: ReadonlyMap<string, Uint8Array>, id: string): ReadonlyMap<string, Uint8Array> {
  const bytes = files.get(DESCRIPTOR)
  return bytes && readDescriptor(new TextDecoder().decode(bytes))?.id === '' ? new Map([...files, [DESCRIPTOR, redescribed(bytes, { id })]]) : files
}

/** The id that a package was exported with, unless another one has it here. */
async function idOf(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const id = readDescriptor(new TextDecoder().decode(files.get(DESCRIPTOR)))?.id ?? ''
  return isOwn(id) && !(await entryOfOwn(id)) ? id : ownId(Date.now())
}

/** A data package that was imported by itself comes as it is, with its own title, unless the reader gave another. */
function titled({ files, account }: Imported, title: string, named: boolean): { readonly made: Imported; readonly title: string } {
  const bytes = files.get(DESCRIPTOR)
  const own = (bytes && readDescriptor(new TextDecoder().decode(bytes))?.title) || title
  if (!bytes || !named || own === title) return { made: { files, account }, title: own }
  return { made: { files: new Map([...files, [DESCRIPTOR, redescribed(bytes, { title })]]), account }, title }
}

function entryFor({ files, account }: Imported, named: Pick<OwnPackage, 'id' | 'title' | 'created' | 'changed'>): OwnPackage {
  const { agencies, reports, figures, versions } = account
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return { ...named, agencies, reports, figures, versions, problems: account.problems.length + account.problemsUntold, bytes }
}

async function tell({ files, account }: Imported, entry: OwnPackage | null, refused: ImportErrorKind | null): Promise<void> {
  const zip = entry === null && refused !== 'nothing' ? await zipOf(files) : null
  answer({ kind: 'imported', outcome: { entry, account: inParts(account), refused, zip } }, zip ? [zip.buffer] : [])
}

/** Sends the problems ahead in parts: taken over at once they would hold up the page. */
function inParts(account: Account): Account {
  for (let at = 0; at < account.problems.length; at += PART) answer({ kind: 'problems', problems: account.problems.slice(at, at + PART) })
  return { ...account, problems: [] }
}

const zipOf = (files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array<ArrayBuffer>> =>
  sliceZip([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, content]) => ({ name, content })))

/** A package that is kept here. */
async function keptOf(id: string): Promise<{ readonly entry: OwnPackage; readonly files: Map<string, Uint8Array>; readonly account: Account }> {
  const [entry, files, account] = await Promise.all([entryOfOwn(id), filesOfOwn(id), accountOfOwn(id)])
  if (!entry) throw new ImportError('gone', id)
  return { entry, files, account }
}

/** Keeps a package that was changed, with the counts that its files state now. `isUndoable`: what it was before can be had back. */
async function keep({ entry, account }: { readonly entry: OwnPackage; readonly account: Account }, files: ReadonlyMap<string, Uint8Array>, isUndoable = false): Promise<void> {
  const counts = countsIn(files)
  const now = counts ? recounted(account, counts) : account
  const changed = { ...entryFor({ files, account: now }, entry), changed: new Date().toISOString() }
  await storeOwn(changed, files, now, isUndoable)
}

/** Says whose figures reports of a package that is kept here state. What the account says of it goes, and comes back with it. */
async function sayScopesOf({ id, scope, of }: Extract<ImportOrder, { kind: 'scopes' }>): Promise<readonly ReportName[]> {
  const kept = await keptOf(id)
  const { files, reports } = await sayScopes(kept.files, scope, of)
  await keep(kept, files)
  return reports
}

/** Says whose report one of a package that is kept here is; null where it has one of that agency and year. */
async function identifyIn({ id, agency, year, name, inYear }: Extract<ImportOrder, { kind: 'identify' }>): Promise<ReportName | null> {
  const kept = await keptOf(id)
  const said = await identifyReport(kept.files, { agency, year }, name, inYear)
  if (said) await keep(kept, said.files)
  return said && said.report
}

/** Changes a report of a package that is kept here. */
async function change(order: Extract<ImportOrder, { kind: 'version' | 'edit' | 'take-out' }>): Promise<void> {
  const kept = await keptOf(order.id)
  await keep(kept, await changedBy(order, kept.files), order.kind === 'take-out')
  answer({ kind: 'done' })
}

function changedBy(order: Extract<ImportOrder, { kind: 'version' | 'edit' | 'take-out' }>, files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const { agency, year } = order
  switch (order.kind) {
    case 'version':
      return chooseVersion(files, agency, year, order.origin)
    case 'edit':
      return editReport(files, agency, year, order.edits)
    case 'take-out':
      return takeOutReport(files, agency, year)
  }
}
