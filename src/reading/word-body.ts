const RUN = /<w:r(?:\s[^>]*)?>\s*<w:rPr>([\s\S]*?)<\/w:rPr>[\s\S]*?<\/w:r>/g
/** Hidden, or struck out: its author took it back. */
const UNSEEN = /<w:(?:vanish|d?strike)(?:\s+w:val="(?:1|true|on)")?\s*\/>/
/** A content control that nobody filled in: what it shows is a request to do so. */
const UNFILLED = /<w:sdt>\s*<w:sdtPr>(?:(?!<\/w:sdtPr>)[\s\S])*<w:showingPlcHdr\s*\/>[\s\S]*?<\/w:sdtPr>([\s\S]*?)<\/w:sdt>/g
/** A field is what its text says: the library leaves simple ones out with it. */
const SIMPLE_FIELD = /<\/?w:fldSimple\b[^>]*>/g
/** Raised as a mark that points to a note is: the library knows it by another word. */
const RAISED = /<w:position\s+w:val="[1-9]\d*"\s*\/>/g
/** A formula, which the library leaves out; without fractions and the like it is the text that its pieces make, with them no number. */
const FORMULA = /<m:oMath>([\s\S]*?)<\/m:oMath>/g
const FORMULA_PARAGRAPH = /<\/?m:oMathPara>|<m:oMathParaPr>[\s\S]*?<\/m:oMathParaPr>/g
const FORMULA_TEXT = /<m:t(?:\s[^>]*)?>([\s\S]*?)<\/m:t>/g
const FORMULA_STRUCTURE = /<m:(?:f|sSup|sSub|sSubSup|rad|nary|d|m|eqArr|limLow|limUpp|acc|bar|func)>/
/** Marks of sound above a character, which the library leaves out with it. */
const RUBY = /<w:ruby>[\s\S]*?<w:rubyBase>([\s\S]*?)<\/w:rubyBase>\s*<\/w:ruby>/g
/** The ends and the middle of a field; its text, and the end of a cell, which none goes beyond. */
const OF_FIELD = /<w:fldChar\b[^>]*?w:fldCharType="(begin|separate|end)"[^>]*>|<w:t(?:\s[^>]*)?>[\s\S]*?<\/w:t>|<\/w:tc>/g
const TEXT = /<w:t(?:\s[^>]*)?>[\s\S]*?<\/w:t>/g

const asRun = (formula: string): string => `<w:r><w:t>${[...formula.matchAll(FORMULA_TEXT)].map(([, text]) => text).join(FORMULA_STRUCTURE.test(formula) ? ' ' : '')}</w:t></w:r>`

/** Without what fields inside a field's instruction come to: it is not shown, and the library would give it. */
function withoutInnerFields(xml: string): string {
  const open: ('begin' | 'separate')[] = []
  return xml.replace(OF_FIELD, (piece: string, kind?: string) => {
    if (piece === '</w:tc>') open.length = 0
    else if (kind === 'begin') open.push('begin')
    else if (kind === 'separate' && open.length > 0) open[open.length - 1] = 'separate'
    else if (kind === 'end') open.pop()
    else if (kind === undefined && open.length > 1 && open.slice(0, -1).includes('begin')) return ''
    return piece
  })
}

const hasParagraph = (xml: string): boolean => /<w:p[\s>]/.test(xml)

/** The body of a Word file (`document.xml`) as a person sees it: without hidden, struck and unfilled text, which the library would give like any other (a number beside it would become another number), and with what it would leave out. */
export const asShown = (xml: string): string =>
  withoutInnerFields(xml)
    .replace(RUBY, (_, base: string) => (base.match(TEXT) ?? []).join(''))
    .replace(FORMULA_PARAGRAPH, '')
    .replace(FORMULA, (_, formula: string) => asRun(formula))
    .replace(SIMPLE_FIELD, '')
    .replace(RAISED, '<w:vertAlign w:val="superscript"/>')
    .replace(UNFILLED, (control) => control.replace(TEXT, ''))
    .replace(RUN, (run, properties: string) => (UNSEEN.test(properties) && !hasParagraph(run) ? '' : run))
