import { label, type Label } from '@/domain/label'
import type { FigureId } from '@/domain/figure'
import { NOTHING_TO_DO } from '@/domain/problem'
import type { Place } from './document'

interface Told {
  readonly message: Label
  readonly remedy: Label
  /** The document could not be read at all. */
  readonly fatal?: boolean
}

const told = (zh: string, en: string, remedyZh: string, remedyEn: string): Told => ({ message: label(zh, en), remedy: label(remedyZh, remedyEn) })
const fatal = (...words: [string, string, string, string]): Told => ({ ...told(...words), fatal: true })

/** What can be wrong with a document, with what to do about it. */
export const READING_PROBLEMS = {
  empty: fatal('文件是空的', 'the file is empty', '请重新下载原文', 'download the document again'),
  unopened: fatal('文件不存在，或无法打开', 'there is no such file, or it cannot be opened', '请核对路径和读取权限', 'check the path, and whether the file may be read'),
  'too-large': fatal('文件过大', 'the file is too large', '请只保留年报正文，或另存为不含图片的文件', 'keep only the report, or save it without pictures'),
  bomb: fatal('压缩内容异常庞大，未予解压', 'unpacks to an absurd size and was not unpacked', '请从官方网站重新下载', 'download it again from the official site'),
  'old-word': fatal('旧版 Word 文件（.doc）无法读取', 'an old Word file (.doc) cannot be read', '请在 Word 或 WPS 中另存为 .docx', 'save it as .docx in Word or WPS'),
  wps: fatal('WPS 专有格式（.wps）无法读取', 'a WPS file (.wps) cannot be read', '请在 WPS 中另存为 .docx', 'save it as .docx in WPS'),
  encrypted: fatal('文件已加密', 'the file is encrypted', '请去除密码后再试', 'remove the password'),
  scanned: fatal('PDF 是扫描图片，没有文字', 'the PDF is a scan without text', '请改用网页或 Word 版，或先作文字识别', 'use the page or the Word file, or run text recognition first'),
  picture: fatal('文件是图片，没有文字', 'the file is a picture without text', '请改用网页、Word 或 PDF 版', 'use the page, the Word file or the PDF'),
  spreadsheet: fatal('文件是电子表格', 'the file is a spreadsheet', '请用“导入”读取表格', 'use the import for spreadsheets'),
  ofd: fatal('OFD 版式文件无法读取', 'an OFD file cannot be read', '请用 OFD 阅读器导出为 PDF 或 Word，或改用网页版', 'export it as PDF or Word with an OFD reader, or use the page'),
  archive: fatal('文件是压缩包', 'the file is an archive', '请先解压', 'unpack it first'),
  unsupported: fatal('无法识别的文件类型', 'an unknown kind of file', '请提供 HTML、DOCX、ODT、RTF、PDF 或文本', 'give HTML, DOCX, ODT, RTF, PDF or text'),
  damaged: fatal('文件已损坏，无法打开', 'the file is damaged', '请重新下载原文', 'download the document again'),
  mojibake: fatal('文字是乱码', 'the text is garbled', '请按原编码（UTF-8 或 GB18030）重新保存', 'save it again in its own encoding (UTF-8 or GB18030)'),
  'not-a-report': fatal('不是政府信息公开工作年度报告：没有年报的表格', 'no report on open government information: it has none of its tables', '请核对文件', 'check the file'),
  'form-blank': fatal('表格全部空白，也没有写明机关和年度：是年报的格式，不是年报', 'every cell of the tables is blank and no agency or year is stated: this is the form, not a report', '请核对文件', 'check the file'),
  'text-garbled': fatal('PDF 的文字没有可用的编码，读出来是乱码', 'the letters of the PDF have no usable codes: its text is garbled', '请改用网页或 Word 版，或先作文字识别', 'use the page or the Word file, or run text recognition first'),
  'pictures-only': fatal('没有可读的表格，表格可能是图片', 'there is no table to read; the tables may be pictures', '请改用含文字的版本，或先作文字识别', 'use a version with text, or run text recognition first'),
  'agency-unknown': told('未能确定机关名称', 'the agency’s name was not found', '请填写机关全称', 'type in the full name'),
  'agency-inferred': told('标题没有写明机关全称，名称取自所引文字', 'no title states the agency’s full name; it was taken from the words quoted', '请核对机关全称', 'check the name'),
  'agency-common': told('名称没有写明所在的地方，或不完整，同名的机关在多地都有', 'the name does not say its place, or not in full, and several have an agency of it', '请补全名称', 'complete the name'),
  'year-unknown': told('未能确定报告年度', 'the report’s year was not found', '请填写年度', 'type in the year'),
  'year-inferred': told('标题和统计期限没有写明年度，年度取自所引文字', 'neither a title nor the period of the figures states the year; it was taken from the words quoted', '请核对年度', 'check the year'),
  'year-doubtful': told('文中各处年度不一致', 'the document names different years', '请核对年度', 'check the year'),
  'year-other': told('另有其他年度或其他机关的表格，未读入', 'tables of another year or another organ were left out', '请核对年度与机关', 'check the year and the organ'),
  'format-by-year': told('没有表头，格式按年度推定', 'no headings: the form was taken from the year', '请核对表二', 'check table 2'),
  'table-missing': told('缺少表格', 'a table is missing', '请核对原文是否有此表', 'check whether the document has it'),
  'figures-none': told('表格全部空白，没有一个数字', 'every cell of the tables is blank: there is no figure', '请核对原文是否只是空白格式', 'check whether the document is only the blank form'),
  'figures-unread': told('没有表格，文字中也没有读到数字', 'there is no table, and no figure was read from the text', '请对照原文录入', 'type the figures in from the document'),
  'table-blank': told('一张表全部空白，没有一个数字', 'every cell of one table is blank', '请核对原文此表是否为空，或是否为图片', 'check whether it is blank in the document, or a picture'),
  'row-missing': told('缺少行', 'rows are missing', '请核对原文是否有此行', 'check whether the document has them'),
  'rows-few': told('表格大部分未读到，读到的行也可能错行错列', 'most of a table was not read: the rows that were may be wrong, too', '请对照原文核对', 'compare them with the document'),
  'order-lost': told('文字不按表格的行列顺序，数字无法与行列对应的表格未读入', 'the text does not keep the order of the tables: those whose numbers cannot be told to rows and columns were not read', '请改用 PDF 原件、网页或 Word 版，或用 pdftotext -layout 转换', 'use the PDF itself, the page or the Word file, or convert it with pdftotext -layout'),
  'row-unclear': told('行内数字与列对不上，未读入', 'the cells of a row do not fit its columns and were not read', '请对照原文录入', 'type them in from the document'),
  'row-between': told('数字在两个行名之间，可能错行', 'figures between the names of two rows: they may stand in the wrong one', '请对照原文核对', 'compare them with the document'),
  'row-doubtful': told('行内有空格，没有勾稽关系可核，数字可能错列', 'blank cells in a row that no sum can check: figures may stand in the wrong column', '请对照原文核对', 'compare them with the document'),
  'row-parted': told('一行的数字分在几行，没有勾稽关系可核，数字可能错列', 'the figures of a row stand on several lines, and no sum can check their order: they may stand in the wrong column', '请对照原文核对', 'compare them with the document'),
  'row-empty': told('行名旁没有数字，按空格读入', 'no number stands beside a row’s name; it was read as blank', '请核对原文是否为空', 'check that it is blank in the document'),
  'numbers-left': told('一行数字未能归入任何一行，未读入', 'a line of numbers belongs to no row that is known, and was not read', '请对照原文核对其上下各行', 'compare the rows above and below it with the document'),
  'row-unknown': told('表格中没有的行，按原名保留', 'a row that the form does not have, kept under its name', NOTHING_TO_DO.zh, NOTHING_TO_DO.en),
  'row-twice': told('同一行出现两次且数字不同，取先出现的', 'a row stands twice with other figures; the first was taken', '请核对原文', 'check the document'),
  'cell-unreadable': told('单元格无法读作数字', 'a cell is not readable as a number', '请对照原文录入', 'type it in from the document'),
  'unit-converted': told('表头或行名以元为单位，已折算为万元', 'the heading counts in yuan; converted to 10,000 yuan', '请核对单位', 'check the unit'),
  'label-guessed': told('行名残缺，按位置和写法推定', 'a damaged row name was settled by its place and wording', '请核对该行', 'check the row'),
  'sums-differ': told('数字与表格勾稽关系不符', 'figures contradict the form’s sums', '请对照原文核对', 'compare them with the document'),
  'total-open': told('合计为空，各部分无从核对', 'the total is blank, so nothing can check its parts', '请对照原文核对', 'compare them with the document'),
  'reports-several': told('一个文件内有多份年报', 'the file holds several reports', '已分别读取，请核对', 'they were read one by one; check them'),
} as const satisfies Record<string, Told>

export type ReadingProblemKind = keyof typeof READING_PROBLEMS

/** One thing found wrong while reading a document. */
export interface ReadingProblem {
  readonly kind: ReadingProblemKind
  readonly place?: Place
  /** The figures it concerns. */
  readonly figures?: readonly FigureId[]
  /** The text as it stands in the document, at most 60 characters. */
  readonly text?: string
}

/** The problem is why the document could not be read at all. */
export const isFatal = ({ kind }: ReadingProblem): boolean => (READING_PROBLEMS[kind] as Told).fatal === true

/** Thrown by readers for a document that cannot be read. */
export class ReadingError extends Error {
  constructor(readonly kind: ReadingProblemKind) {
    super(kind)
  }
}
