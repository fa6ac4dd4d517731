import { normal } from './names'
import { keyed } from './recognise-keyed'
import { generalKeys, INDEXES, isYearHeading } from './recognise-keys'
import { ownFile } from './recognise-own-file'
import { wide } from './recognise-wide'
import { COMMON, isNumeric, isUnnamed, OWN_FORMATS, yearOfTable, type Headed, type Recognition } from './recognition'

/** Looks for what a table is: a format's own file, the national form's tables, a line a figure, a column a year, a column a figure. `format`: only this one, as the reader said. */
export function recognise(table: Headed, format?: string): Recognition {
  const own = OWN_FORMATS.filter(({ id }) => id !== COMMON.id && (format === undefined || id === format))
  const best = own.map((each) => ownFile(table, each, format !== undefined)).filter((each) => each !== null).sort((a, b) => b.score - a.score)[0]
  if (best) return best
  return keyed(table, format) ?? wide(table, format) ?? unknown(table, format)
}

/** Nothing is sure: what can be guessed is suggested. */
function unknown(headed: Headed, format?: string): Recognition {
  const { headings, sample } = headed
  const columns = generalKeys(headed)
  const years = headings.filter((heading) => isYearHeading(heading) !== null)
  if (!Object.values(columns).some(({ as }) => as === 'year') && years.length >= 2) for (const heading of years) columns[heading] = { as: 'year-cells', year: isYearHeading(heading)! }
  const texts = headings.filter((heading) => !Object.hasOwn(columns, heading) && !isUnnamed(heading) && !isNumeric(sample, headings.indexOf(heading)))
  if (!Object.values(columns).some(({ as }) => as === 'agency') && texts[0] !== undefined) columns[texts[0]] = { as: 'agency' }
  for (const heading of headings) if (!Object.hasOwn(columns, heading) && !isUnnamed(heading) && !INDEXES.has(normal(heading)) && isNumeric(sample, headings.indexOf(heading))) columns[heading] = { as: 'own' }
  return { format: '', shape: 'unknown', mapping: { format: format ?? COMMON.id, columns, year: yearOfTable(headed) }, told: [{ kind: 'columns-unmapped', text: headings.join(' | ') }] }
}
