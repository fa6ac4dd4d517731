import { checkOf, type CorrectedFigure, type Finding, type SheetItem, type SheetTest } from '@/domain/checks'
import { DOUBT_LOOKS } from '@/domain/doubt-looks'
import type { TableCell } from '@/domain/dossier'
import type { Words } from '@/i18n'
import { cellText } from '../cell-text'
import { changeText } from '../finding-text'
import { isLong, shortNumbers, termTexts, writtenText } from './written-text'

function placesText(words: Words, { places }: SheetTest): string {
  return places.map(({ zh, en }) => (words.language.startsWith('zh') ? zh : `${zh} (${en})`)).join(words.t('bench.semi'))
}

const nameOf = (words: Words, { check, label }: Finding): string => words.t('checks.test', { check: words.name(checkOf(check).label), test: words.name(label) })

/** A test by the name of its check, with its year where that is not the one it stands under. */
const titleOf = (words: Words, finding: Finding, under?: number): string =>
  finding.year === under ? words.t('bench.paper.test', { check: nameOf(words, finding), id: finding.check }) : words.t('bench.paper.item', { year: String(finding.year), check: nameOf(words, finding), id: finding.check })

/** A cell in words; one that the reader corrected is not what the agency stated. */
function stated(words: Words, cell: TableCell): string {
  const text = cellText(words, cell)
  return cell.revision?.kind === 'edit' ? words.t('bench.paper.by-hand', { text, before: cellText(words, { ...cell.revision.before, regional: false, about: false }) }) : text
}

/** A corrected figure where the sheet lists it, with the sign that corrected numbers have everywhere. */
export const correctedText = (words: Words, { year, label, cell }: CorrectedFigure): string => words.t('bench.paper.corrected-cell', { sign: DOUBT_LOOKS.edited.sign, year: String(year), name: words.name(label), text: stated(words, cell) })

function testText(words: Words, test: SheetTest, year: number) {
  const { finding, written, versions } = test
  const sum = written && finding.check !== 'S9' ? writtenText(words, written) : null
  const long = sum !== null && isLong(written!)
  return {
    key: `${finding.year}.${finding.check}.${finding.test}`,
    name: titleOf(words, finding, year),
    numbers: sum ? (long ? shortNumbers(words, written!) : sum.numbers) : '',
    by: sum?.by ?? '',
    // The text may count something else than the table: the explanation says so.
    named: long ? '' : (sum?.named ?? words.name(finding.explanation)),
    sides: long ? (['left', 'right'] as const).map((side) => ({ side, terms: termTexts(words, written!, side) })) : [],
    places: versions.length > 0 || long ? '' : placesText(words, test),
    versions: versions.map(({ label, origin, own, other }) => words.t('bench.paper.version', { name: words.name(label), origin, own: stated(words, own), other: stated(words, other) })),
  }
}

/** Of more tests than this with one cause the numbers are named, not the cells once more; they may run over pages. */
const MANY = 3

/** What an item of a sheet says. `remarkOf`: the reader's remark on a finding, `unsureOf`: that cells of it were read with doubt; '' where there is none. */
export function paperText(words: Words, item: SheetItem, remarkOf: (finding: Finding) => string, unsureOf: (finding: Finding) => string = () => '') {
  const { finding, proposal, others } = item
  const tests = [item, ...others]
  const many = tests.length > MANY
  return {
    key: `${finding.year}.${finding.check}.${finding.test}`,
    title: others.length > 0 ? words.t('bench.paper.group', { year: String(finding.year), n: tests.length }) : titleOf(words, finding),
    many,
    tests: tests.map((test) => ({ ...testText(words, test, finding.year), ...(many && { places: '' }) })),
    corrected: [...new Set(tests.flatMap((test) => test.corrected.map((each) => correctedText(words, each))))],
    remaining: proposal?.remaining ?? 0,
    changes: proposal ? proposal.changes.map((change) => changeText(words, change, finding.year)).join(words.t('bench.semi')) : '',
    unsure: [...new Set(tests.map((test) => unsureOf(test.finding)))].find((text) => text !== '') ?? '',
    remarks: [...new Set(tests.map((test) => remarkOf(test.finding)))].filter((remark) => remark !== ''),
  }
}

/** An item of a sheet in words: its tests, what would make them fit, the reader's remarks. */
export type PaperText = ReturnType<typeof paperText>
