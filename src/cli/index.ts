import '@/domain/all-forms'
import { LoadError } from '@/data/load-error'
import { checkArgs, printChecks } from './check'
import { importArgs, importInto } from './import'
import { readArgs, readInto, type StartHelper } from './read'
import { printSlice } from './slice'
import type { Streams } from './streams'

const USAGE = `usage: atlas slice <package folder> "<link>"
       atlas import <files or folders…> [--format ID] [--map FILE] [--describe FILE] [--title TEXT] --out DIR
       atlas read <files or folders…> [--out DIR]
       atlas check <package folder> [--format json|text]

slice    prints the CSV that the page at the link offers for download: that of the chart the link names, else of the page's first chart.
import   writes a data package of CSV, TSV, XLSX and ZIP files, or of other data packages, and prints an account as JSON. --map gives the
         columns' meaning (as the import page exports it), --describe title, sources and licence for datapackage.json.
read     reads official reports (HTML, MHTML, DOCX, ODT, RTF, PDF, text) and prints a JSON line per report: figures with their evidence, problems, checks; one for a document that cannot be read says why.
         --out also writes a data package of them.
check    prints what the checks find in a package, a JSON line (or lines of text) per finding, and a summary;
         1 when a hard check fails, 2 when there is no package to check.
`
/** Runs the command line. Gives the exit code: 0 done, 1 something cannot be read (the rest is done) or a hard check fails, 2 the command is not understood or there is no package to check. Without `startHelper` all is done in this thread. */
export async function run(args: readonly string[], streams: Streams, startHelper?: StartHelper): Promise<number> {
  const [command, ...words] = args
  try {
    if (command === 'slice' && words.length === 2) return await printSlice(words[0]!, words[1]!, streams)
    const asked = command === 'import' ? importArgs(words) : null
    if (asked) return await importInto(asked, streams)
    const documents = command === 'read' ? readArgs(words) : null
    if (documents) return await readInto(documents, streams, startHelper)
    const checked = command === 'check' ? checkArgs(words) : null
    if (checked) return await printChecks(checked, streams)
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
    await streams.stderr(`${error.message}\n`)
    return command === 'check' ? 2 : 1
  }
  await streams.stderr(USAGE)
  return 2
}
