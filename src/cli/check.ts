import { parseArgs } from 'node:util'
import { loadPackage } from '@/data/load'
import { LoadError } from '@/data/load-error'
import { checkTable, findingText, summaryText, type Finding } from '@/domain/checks'
import { Table } from '@/domain/table'
import { folderSource } from './files'
import type { Streams } from './streams'

export interface CheckArgs {
  readonly folder: string
  readonly text: boolean
}

/** Null when the words ask for no check. */
export function checkArgs(words: readonly string[]): CheckArgs | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { format: { type: 'string', default: 'json' } } })
    const [folder] = positionals
    return folder === undefined || positionals.length > 1 || !['json', 'text'].includes(values.format) ? null : { folder, text: values.format === 'text' }
  } catch {
    return null
  }
}

/** The package of a folder; whatever keeps it from being read is told in one line. */
const packageIn = (folder: string): ReturnType<typeof loadPackage> =>
  loadPackage(folderSource(folder)).catch((error: unknown) => {
    throw error instanceof LoadError ? error : new LoadError('package-missing', folder, String(error instanceof Error ? error.message : error).split('\n')[0])
  })

/** Who reads the output may stop early (`| head`): then nothing more is written. */
async function whileRead(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

/** Prints what the checks find. Gives the exit code: 1 when a hard check fails. */
export async function printChecks({ folder, text }: CheckArgs, { stdout }: Streams): Promise<number> {
  const findings = checkTable(new Table(await packageIn(folder)))
  await whileRead(async () => {
    for (const finding of findings) {
      if (!text) await stdout(`${JSON.stringify(findingOut(findings.table, finding))}\n`)
      else if (finding.outcome !== 'untestable') await stdout(findingText(findings.table, finding))
    }
    await stdout(text ? summaryText(findings) : `${JSON.stringify(findings.summary())}\n`)
  })
  return findings.failsHard() ? 1 : 0
}

const findingOut = (table: Table, { row, check, test, outcome, cells, expected, found, difference, explanation, proposals, against, year }: Finding): object => ({
  agency: table.agencyOf(row).name,
  year,
  check,
  test,
  outcome,
  cells,
  expected,
  found,
  difference,
  explanation,
  proposals,
  ...(against ? { against } : {}),
})
