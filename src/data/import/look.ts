import { DESCRIPTOR, readDescriptor } from '../descriptor'
import type { ImportFile, ImportProgress, Look, PreviewCell } from './account'
import { contentsOf, type Assets, type PackageMember, type Refused } from './containers'
import { Filings } from './filings'
import type { Choices, FileChoices } from './mapping'
import { Problems } from './problems'
import type { TableSource } from './table-source'
import { takeTable, tellFound } from './take-table'
import { understand } from './understand'

const PREVIEW_ROWS = 12
const PREVIEW_CELLS = 40

/** What the files are taken for, before anything is loaded: a look for each table, package and refused file, told as it is had. Never throws. */
export async function lookAt(files: readonly ImportFile[], choices: Choices = {}, assets: Assets = {}, told: { readonly progress?: (now: ImportProgress) => void; readonly look?: (look: Look) => void } = {}): Promise<Look[]> {
  const looks: Look[] = []
  const add = (look: Look): void => {
    looks.push(look)
    told.look?.(look)
  }
  const contents = await contentsOf(files, choices, assets, {
    table: (source) => add(lookAtTable(source, choices[source.name] ?? {})),
    refused: (refused) => add(lookAtRefused(refused)),
    ...(told.progress ? { progress: told.progress } : {}),
  })
  contents.packages.map(lookAtPackage).forEach(add)
  return looks
}

const lookAtRefused = ({ name, kind, text, said }: Refused): Look => ({ ...NOTHING, name, refused: kind, problems: [{ kind, file: name, text, ...(said ? { said } : {}) }] })

const NOTHING: Omit<Look, 'name'> = { refused: null, encoding: '', encodingSure: true, delimiter: '', format: '', shape: 'unknown', mapping: { format: '', columns: {}, year: null }, headings: [], headingLine: 0, sample: [], preview: [], problems: [], read: null }

const lookAtPackage = ({ name, files }: PackageMember): Look => ({ ...NOTHING, name, shape: 'package', format: 'package', title: readDescriptor(new TextDecoder().decode(files.get(DESCRIPTOR)))?.title ?? '' })

function lookAtTable(source: TableSource, choice: FileChoices): Look {
  const understood = understand(source, choice)
  const { table, recognition, mapping } = understood
  const problems = new Problems()
  const tell = problems.tellerOf(source.name)
  tellFound(source, understood, tell)
  const preview: PreviewCell[] = []
  const lines = new Set<number>()
  if (recognition.format !== '') {
    const add = (cell: PreviewCell): void => {
      if (preview.length < PREVIEW_CELLS && (lines.size < PREVIEW_ROWS || lines.has(cell.line))) preview.push(cell)
      lines.add(cell.line)
    }
    takeTable(source, understood, new Filings(), tell, { preview: add, first: 1 << 15 })
  }
  return {
    ...NOTHING,
    name: source.name,
    encoding: source.encoding,
    encodingSure: source.encodingSure,
    delimiter: source.delimiter,
    format: recognition.format,
    shape: source.report ? 'document' : recognition.shape,
    mapping,
    headings: table.headings,
    headingLine: table.line,
    sample: table.sample.slice(0, PREVIEW_ROWS),
    preview,
    problems: problems.all,
    read: source.report ?? null,
  }
}
