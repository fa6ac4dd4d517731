import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles, lookAt, wasRead } from '@/data/import/import'
import type { FigureId } from '@/domain/figure'
import { REASON_BITS, STATED, type Table } from '@/domain/table'
import { file, given, tableOfFiles } from './given'

/** GB 18030 of the texts used here: Node writes none, so these bytes are spelt out. */
const GBK: Readonly<Record<string, readonly number[]>> = { 机: [0xbb, 0xfa], 关: [0xb9, 0xd8], 年: [0xc4, 0xea], 度: [0xb6, 0xc8], 本: [0xb1, 0xbe], 新: [0xd0, 0xc2], 收: [0xca, 0xd5], 甲: [0xbc, 0xd7], 市: [0xca, 0xd0], 局: [0xbe, 0xd6], 乙: [0xd2, 0xd2] }
const gbk = (text: string): Uint8Array => new Uint8Array([...text].flatMap((c) => GBK[c] ?? [c.charCodeAt(0)]))

/** The figures that hold a number. */
const statedIn = (table: Table): string[] => [...table.columns].filter(([, { states }]) => states.some((state) => (state & REASON_BITS) === STATED)).map(([figure]) => figure).sort()

describe('shapes', () => {
  it('reads a column a figure, in Chinese, with blanks, marks and notes', async () => {
    const { cell, account } = await given([file('a.csv', '机关,年度,本年新收,予以公开,结转下年度\n甲局,2023,"1,234",,/\n乙局,２０２３,１２,3（其中补正1件）,0\n')])
    expect([cell('甲局', 2023, 'requests.received.total'), cell('甲局', 2023, 'requests.granted.total'), cell('甲局', 2023, 'requests.carried-out.total')]).toEqual([1234, 'blank', 'not-applicable'])
    expect([cell('乙局', 2023, 'requests.received.total'), cell('乙局', 2023, 'requests.granted.total')]).toEqual([12, 3])
    expect(account.files[0]).toMatchObject({ format: 'cn', shape: 'wide', rowsIn: 2, rowsLoaded: 2, rowsReported: 0 })
    expect([account.agencies, account.reports, account.figures]).toEqual([2, 2, 4])
  })

  it("reads the national form's tables by the form's own labels, extra rows kept", async () => {
    const { cell, table, told } = await given([file('表三.csv', '单位,年份,办理结果,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计\n甲局,2022,一、本年新收政府信息公开申请数量,5,1,0,0,0,0,6\n甲局,2022,1．属于国家秘密,1,0,0,0,0,0,1\n甲局,2022,属于工作秘密,1,0,0,0,0,0,1\n')])
    expect(['natural', 'business', 'other', 'total'].map((applicant) => cell('甲局', 2022, `requests.received.${applicant}`))).toEqual([5, 1, 0, 6])
    expect(cell('甲局', 2022, 'requests.refused.state-secret.total')).toBe(1)
    expect(table.statements.map(({ asNamed, value, note }) => [asNamed, value, note])).toContainEqual(['属于工作秘密', '1', 'natural'])
    expect(told('figure-unknown')).toHaveLength(7)
  })

  it('says nothing of empty cells that a row of the form does not have', async () => {
    const { cell, told } = await given([file('表二.csv', 'agency,year,item,issued,repealed,in-force,decisions,amount\n甲局,2022,documents,2,0,30,,\n甲局,2022,licences,,,,2100,7\n')])
    expect([cell('甲局', 2022, 'documents.in-force'), cell('甲局', 2022, 'licences.decisions')]).toEqual([30, 2100])
    expect(told('figure-unknown')).toHaveLength(1)
  })

  it('reads a line a figure with units, notes and reasons, and leaves derived measures out', async () => {
    const { cell, table, account } = await given([
      file('长表.tsv', 'agency\tyear\tfigure\tapplicant\tvalue\tunit\tnote\tmissing\n甲局\t2022\trequests.received\tnatural\t12\t件\t全市\t\n甲局\t2022\tfees.amount\t\t251000\t元\t\t\n甲局\t2022\tdocuments.issued\t\t\t\t\tnot-applicable\n甲局\t2022\tdocuments.repealed\t\t\t\t\tno-report\n甲局\t2022\trequests.disclosure-rate\t\t50\t%\t\t\n'),
    ])
    expect(table.cell('requests.received.natural', 0)).toMatchObject({ value: 12, note: '全市', regional: true })
    expect([cell('甲局', 2022, 'fees.amount'), cell('甲局', 2022, 'documents.issued'), cell('甲局', 2022, 'documents.repealed')]).toEqual([25.1, 'not-applicable', 'not-known'])
    expect(account.files[0]).toMatchObject({ shape: 'tidy', rowsIn: 5, rowsLoaded: 3, rowsReported: 2 })
  })

  it('reads a column a year', async () => {
    const { cell } = await given([file('b.csv', '机关,指标,2021年,2022年\n甲局,本年新收申请,5,6\n甲局,requests.granted,1,\n')])
    expect([cell('甲局', 2021, 'requests.received.total'), cell('甲局', 2022, 'requests.received.total'), cell('甲局', 2022, 'requests.granted.total')]).toEqual([5, 6, 'blank'])
  })

  it('finds headings below titles, in two lines, and the year in the title', async () => {
    const { cell, account } = await given([file('汇总.csv', '某市2023年度统计表,,,,\n,,,,\n机关,办理结果,自然人,法人或其他组织,,总计\n,,,商业企业,科研机构,\n甲局,本年新收,3,1,0,4\n')])
    expect(['natural', 'business', 'research', 'total'].map((applicant) => cell('甲局', 2023, `requests.received.${applicant}`))).toEqual([3, 1, 0, 4])
    expect(account.files[0]).toMatchObject({ shape: 'form', rowsIn: 2, rowsLoaded: 1 })
  })

  it("brings another country's export under the common measures, and keeps the rest under its own names", async () => {
    const { cell, table } = await given([file('oia.csv', 'Agency,Year,Requests completed,Published on website,Extensions,Complaints to the Ombudsman\nTe Puni Kōkiri,2022,10,3,1,0\n')])
    expect(table.formatOf(0)).toBe('common')
    expect(['common:processed', 'common:proactive', 'own:Extensions', 'common:reviewed'].map((figure) => cell('Te Puni Kōkiri', 2022, figure))).toEqual([10, 3, 1, 0])
  })

  it("reads a line a figure in another country's own names, and keeps the rest under theirs", async () => {
    const { cell, account } = await given([file('long.csv', 'Body,Year,Measure,Value\nHome Office,2020,Total requests received,5000\nHome Office,2020,Requests Processed,4800\nHome Office,2020,Mystery,3\n')])
    expect(account.files[0]).toMatchObject({ format: 'uk-central', shape: 'tidy', rowsLoaded: 3 })
    expect(['uk-central:requests.received', 'uk-central:requests.processed', 'own:Mystery'].map((figure) => cell('Home Office', 2020, figure))).toEqual([5000, 4800, 3])
  })

  it('reads nothing of a file whose columns it does not know, says so, and takes the mapping of the reader', async () => {
    const unknown = file('x.csv', 'Institución,Periodo,Solicitudes\nSecretaría,2021,7\n')
    const { account } = await given([unknown])
    expect(account.files[0]).toMatchObject({ format: '', rowsIn: 1, rowsLoaded: 0, rowsReported: 1 })
    expect(wasRead(account.files[0]!)).toBe(false)
    const mapping = { format: 'common', columns: { Institución: { as: 'agency' }, Periodo: { as: 'year' }, Solicitudes: { as: 'cells', figure: 'common:received' } }, year: null } as const
    const mapped = await given([unknown], { 'x.csv': { mapping } })
    expect(mapped.cell('Secretaría', 2021, 'common:received')).toBe(7)
  })

  it('maps a table of agencies and years to one figure', async () => {
    const mapping = { format: 'cn', columns: { 机关: { as: 'agency' }, '2021': { as: 'year-cells', year: 2021 }, '2022': { as: 'year-cells', year: 2022 } }, year: null, figure: 'documents.issued' } as const
    const { cell } = await given([file('m.csv', '机关,2021,2022\n甲局,4,5\n')], { 'm.csv': { mapping } })
    expect([cell('甲局', 2021, 'documents.issued'), cell('甲局', 2022, 'documents.issued')]).toEqual([4, 5])
  })
})

describe('encodings, delimiters, decimals', () => {
  const text = '机关,年度,本年新收\n甲市局,2023,12\n'
  it.each([
    ['GB 18030', gbk(text), 'gb18030'],
    ['UTF-8 with a mark', new Uint8Array(Buffer.from(`\uFEFF${text}`)), 'utf-8'],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'utf-16le'],
    ['UTF-16 without one', new Uint8Array(Buffer.from(`${text}Agency office,2022,1\n`, 'utf16le')), 'utf-16le'],
  ])('%s', async (_, bytes, encoding) => {
    const { cell, account } = await given([{ name: 'a.csv', bytes }])
    expect([account.files[0]!.encoding, cell('甲市局', 2023, 'requests.received.total')]).toEqual([encoding, 12])
  })

  it('a mix of UTF-8 and GB 18030 lines is read line by line, and told', async () => {
    const { cell, told } = await given([file('mix.csv', new Uint8Array([...Buffer.from(text), ...gbk('乙市局,2023,5\n'), ...Buffer.from('丙市局,2023,7\n')]))])
    expect(['甲市局', '乙市局', '丙市局'].map((agency) => cell(agency, 2023, 'requests.received.total'))).toEqual([12, 5, 7])
    expect(told('encoding-mixed')).toEqual([[3, undefined, 'gb18030']])
  })

  it('Latin-1 with semicolons and decimal commas', async () => {
    const { cell, account, told } = await given([file('fr.csv', 'Agency;Year;Requests received;Cost\r\nMinistère d’État;2020;1.234;1.234,50\r\n'.replace('’', '\x92'), 'latin1')])
    expect([cell('Ministère d’État', 2020, 'common:received'), cell('Ministère d’État', 2020, 'own:Cost')]).toEqual([1234, 1234.5])
    expect([account.files[0]!.encoding, account.files[0]!.delimiter, told('decimal-comma')]).toEqual(['windows-1252', ';', [[undefined, undefined, undefined]]])
  })

  it('what the reader chooses counts before what the bytes look like', async () => {
    const [look] = await lookAt([file('a.csv', gbk(text))], { 'a.csv': { encoding: 'windows-1252' } })
    expect([look!.encoding, look!.shape]).toEqual(['windows-1252', 'unknown'])
  })
})

describe('rows are never lost', () => {
  it('totals, repeated headings, quarters, ragged lines, broken quotes and years are told with line, column and text', async () => {
    const { account, told } = await given([
      file('a.csv', '机关,年度,本年新收,予以公开\n甲局,2023,5,2\n乙局,2023,7,1\n合计,2023,13,4\n机关,年度,本年新收,予以公开\n丙局,20222,1,1\n丁局,2023,1\n戊局,2023年第一季度,1,1\n己局,2023,,\n庚局,2023,甲,1\n,2023,1,1\n"辛局,2023,1,1\n'),
    ])
    expect(account.files[0]).toMatchObject({ rowsIn: 11, rowsLoaded: 3, rowsReported: 8, totalsChecked: 2, totalsDiffering: 1 })
    expect(told('total-differs')).toEqual([[4, '本年新收', '13 / 12']])
    expect(told('row-total')).toEqual([[4, '机关', '合计']])
    expect(told('row-heading')).toHaveLength(1)
    expect(told('year-unreadable')).toEqual([[6, '年度', '20222']])
    expect(told('row-period')).toEqual([[8, '年度', '2023年第一季度']])
    expect(told('row-blank')).toEqual([[9, '机关', '己局']])
    expect(told('cell-unreadable')).toEqual([[10, '本年新收', '甲']])
    expect(told('agency-missing')).toHaveLength(1)
    expect(told('ragged')).toEqual([[7, undefined, '丁局,2023,1']])
    expect(told('quote')).toHaveLength(1)
  })

  it('quarters in a column of their own are not years', async () => {
    const { cell, account, told } = await given([file('uk.csv', 'Government body,Year,Quarter,Total requests received,Requests Processed,Requests on-hold or lapsed\nHome Office,2021,Annual,10,8,1\nHome Office,2021,Q1,3,2,0\n')])
    expect([cell('Home Office', 2021, 'uk-central:requests.received'), account.files[0]!.rowsLoaded, told('row-period')]).toEqual([10, 1, [[3, 'Quarter', 'Q1']]])
  })

  it('names are text: markup, formulas and characters that cannot be seen change nothing else', async () => {
    const { table, told, files } = await given([file('a.csv', '机关,年度,本年新收\n<img src=x onerror=alert(1)>,2023,1\n"=HYPERLINK(""x"")",2023,2\n\u202e丙局\u200b,2023,3\n')])
    expect(table.agencies.map(({ id }) => id)).toEqual(['<img src=x onerror=alert(1)>', '=HYPERLINK("x")', '丙局'])
    expect(told('name-cleaned')).toEqual([[4, '机关', '<U+202E>丙局<U+200B>']])
    expect(new TextDecoder().decode(files.get('agencies.csv'))).toContain(`"'=HYPERLINK`)
  })

  it('codes keep their leading zeros and tell namesakes apart', async () => {
    const { table, told } = await given([file('a.csv', '机关,代码,省份,年度,本年新收\n民政局,0031,甲省,2023,1\n民政局,0032,乙省,2023,2\n')])
    expect(table.agencies.map(({ id, code }) => [id, code])).toEqual([['民政局', '0031'], ['民政局（0032）', '0032']])
    expect(told('agency-namesake')).toHaveLength(1)
  })
})

describe('numbers that cannot be', () => {
  it('points between thousands of whole things are no decimal points', async () => {
    const { cell, account, told } = await given([file('mx.csv', 'Agency;Year;Requests received;Granted in full\nSecretaría A;2021;25.431;1.200\nSecretaría B;2021;950;12.005.300\n')])
    expect([cell('Secretaría A', 2021, 'common:received'), cell('Secretaría B', 2021, 'common:received'), cell('Secretaría B', 2021, 'common:granted')]).toEqual([25431, 950, 12005300])
    expect(told('decimal-comma')).toHaveLength(1)
    expect(account.files[0]!.rowsReported).toBe(0)
  })

  it('negative and fractional counts are told, signed changes and money are not', async () => {
    const { told } = await given([file('a.csv', '机关,年度,本年新收,予以公开,fees.amount,licences.change\n甲局,2020,-5,1.5,2.75,-3\n')])
    expect(told('count-odd')).toEqual([[2, '本年新收', '-5'], [2, '予以公开', '1.5']])
  })

  it('a financial year is filed under its first year, or its second where the reader says so', async () => {
    const fiscal = file('ca.csv', 'Agency,Fiscal year,Requests received\nA,2021-22,7\n')
    const { cell, told } = await given([fiscal])
    expect([cell('A', 2021, 'common:received'), told('year-span').length]).toEqual([7, 1])
    const [look] = await lookAt([fiscal])
    const later = await given([fiscal], { 'ca.csv': { mapping: { ...look!.mapping, span: 'last' } } })
    expect(later.cell('A', 2022, 'common:received')).toBe(7)
  })

  it('a further statement with a note in the same file is no version; the source’s own name stands in for a missing figure', async () => {
    const { table, cell, told } = await given([file('f.tsv', 'agency\tyear\tfigure\tas_named\tvalue\tnote\tquote\n甲局\t2022\trequests.received.total\t收到\t12\t\t全年收到12件\n甲局\t2022\trequests.received.total\t收到\t5\t其中市民\t\n甲局\t2022\t\t云平台\t13\t\t\n')])
    expect([cell('甲局', 2022, 'requests.received.total'), table.versions, told('statement-again').length]).toEqual([12, [], 1])
    expect(table.statements.map(({ asNamed, value }) => [asNamed, value])).toEqual([['收到', '5'], ['云平台', '13']])
  })

  it('a column of years is the year whatever it is called', async () => {
    const { cell } = await given([file('x.csv', 'Agency,Ejercicio,Requests received\nA,2021,7\nA,2022,8\n')])
    expect([cell('A', 2021, 'common:received'), cell('A', 2022, 'common:received')]).toEqual([7, 8])
  })

  it('the lower of two lines of headings may know more', async () => {
    const { cell, account } = await given([file('t.csv', '2023年情况表,,,\n单位,申请,结果,\n,新收,予以公开,部分公开\n甲局,5,2,1\n')])
    expect([cell('甲局', 2023, 'requests.received.total'), cell('甲局', 2023, 'requests.partly-granted.total'), account.files[0]!.rowsLoaded]).toEqual([5, 1, 1])
  })
})

describe('several files', () => {
  const before = file('2023.csv', '机关,年度,本年新收,予以公开\n甲局,2023,5,2\n乙局,2023,7,3\n')
  const corrected = file('2023-更正.csv', '机关,年度,本年新收,予以公开\n甲局,2023,6,2\n乙局,2023,7,4\n')

  it('merge, and what they state differently is kept as a version, cell by cell', async () => {
    const { cell, table, account } = await given([before, corrected])
    expect([cell('甲局', 2023, 'requests.received.total'), cell('乙局', 2023, 'requests.granted.total')]).toEqual([5, 3])
    expect(table.versions.map(({ row, origin, against, cells }) => [table.agencyOf(row).name, origin, [...against.values()].join(), [...cells].map(([figure, each]) => [figure, 'value' in each ? each.value : null])])).toEqual([
      ['甲局', '2023-更正.csv', '2023.csv', [['requests.received.total', 6]]],
      ['乙局', '2023-更正.csv', '2023.csv', [['requests.granted.total', 4]]],
    ])
    expect(account.versions).toBe(2)
  })

  it('the reader chooses a version, and can choose back', async () => {
    const { chooseVersion } = await import('@/data/import/import')
    const { files } = await importFiles([before, corrected])
    const chosen = await chooseVersion(files, '甲局', 2023, '2023-更正.csv')
    const table = await tableOfFiles(chosen)
    expect(table.cell('requests.received.total', 0)).toMatchObject({ value: 6 })
    const version = table.versions.find(({ row }) => row === 0)!
    expect([version.origin, ...version.against.values()]).toEqual(['2023.csv', '2023-更正.csv'])
    const back = await chooseVersion(chosen, '甲局', 2023, '2023.csv')
    expect(new TextDecoder().decode(back.get('requests.csv'))).toBe(new TextDecoder().decode(files.get('requests.csv')))
  })

  it('no statement is lost or called another file’s, however often the reader chooses among three', async () => {
    const { chooseVersion } = await import('@/data/import/import')
    const csv = (received: number, granted: string) => `机关,年度,本年新收,予以公开\n甲局,2023,${received},${granted}\n`
    const { files } = await importFiles([file('A.csv', '机关,年度,本年新收\n甲局,2023,5\n'), file('B.csv', csv(6, '3')), file('C.csv', csv(7, '4'))])
    const stated = async (of: ReadonlyMap<string, Uint8Array>) => {
      const table = await tableOfFiles(of)
      const standing = ['received', 'granted'].map((row) => table.cell(`requests.${row}.total` as FigureId, 0)).map((cell) => ('value' in cell ? cell.value : null))
      return { standing, versions: Object.fromEntries(table.versions.map(({ origin, cells }) => [origin, [...cells].map(([figure, cell]) => `${figure.split('.')[1]} ${'value' in cell ? cell.value : ''}`).sort()])) }
    }
    expect(await stated(files)).toEqual({ standing: [5, 3], versions: { 'B.csv': ['received 6'], 'C.csv': ['granted 4', 'received 7'] } })
    const b = await chooseVersion(files, '甲局', 2023, 'B.csv')
    expect(await stated(b)).toEqual({ standing: [6, 3], versions: { 'A.csv': ['received 5'], 'C.csv': ['granted 4', 'received 7'] } })
    const c = await chooseVersion(b, '甲局', 2023, 'C.csv')
    expect(await stated(c)).toEqual({ standing: [7, 4], versions: { 'A.csv': ['received 5'], 'B.csv': ['granted 3', 'received 6'] } })
  })

  it('a cell of the form stands before what a list of statements says of it, whatever the files are called', async () => {
    const { cell, account } = await given([
      file('a-narrative.csv', 'agency,year,figure,as-named,value,unit,note\n甲市人民政府,2023,requests.received.total,收到申请,40,件,\n'),
      file('b-requests.csv', 'agency,year,figure,value\n甲市人民政府,2023,requests.received.total,44\n'),
    ])
    expect(cell('甲市人民政府', 2023, 'requests.received.total')).toBe(44)
    expect(account.versions).toBe(1)
  })

  it('files of one name are told apart', async () => {
    const csv = (received: number) => `机关,年度,本年新收\n甲局,2023,${received}\n`
    const { table, account } = await given([file('a.csv', csv(5)), file('a.csv', csv(6)), file('a.csv', csv(7))])
    expect([account.files.map(({ file: name }) => name), table.versions.map(({ origin }) => origin)]).toEqual([['a.csv', 'a (2).csv', 'a (3).csv'], ['a (2).csv', 'a (3).csv']])
  })

  it('agencies of one name in two countries stay two', async () => {
    const { table, cell } = await given([file('us.csv', 'Agency,Component,Fiscal Year,Number of Requests Received in Fiscal Year\nDepartment of Health,Agency Overall,2020,10\n'), file('any.csv', 'Agency,Year,Requests received\nDepartment of Health,2020,500\n')])
    expect([table.size, cell('Department of Health', 2020, 'us-foia:requests.received'), cell('Department of Health（common）', 2020, 'common:received')]).toEqual([2, 10, 500])
  })

  it('namesakes of two provinces are two, over the years too', async () => {
    const { table, told } = await given([file('a.csv', '机关,省份,年度,本年新收\n民政局,甲省,2022,1\n民政局,甲省,2023,2\n民政局,乙省,2022,3\n民政局,乙省,2023,4\n')])
    expect([table.agencies.map(({ id }) => id), table.versions, told('agency-namesake').length]).toEqual([['民政局', '民政局（乙省）'], [], 1])
  })

  it('different figures of one report come together from different files', async () => {
    const { cell, account } = await given([before, file('b.csv', '机关,年度,现行有效规范性文件\n甲局,2023,9\n')])
    expect([cell('甲局', 2023, 'requests.received.total'), cell('甲局', 2023, 'documents.in-force'), account.reports]).toEqual([5, 9, 2])
  })
})

describe('what a heading does not say', () => {
  it('words that mean other things in other tables are kept under their own names, percentages are no counts', async () => {
    const { table, told } = await given([file('a.csv', '机关,年度,本年新收,上年结转,总计,公开（%）,备注\n甲局,2022,10,5,15,45,全市\n')])
    expect(statedIn(table)).toEqual(['own:公开（%）', 'own:总计', 'requests.carried-in.total', 'requests.received.total'])
    expect(table.cell('requests.received.total', 0)).toMatchObject({ value: 10, note: '全市', regional: true })
    expect(told('column-kept').map(([, column]) => column)).toEqual(['总计', '公开（%）'])
    const percent = await given([file('b.csv', '机关,年度,予以公开\n甲局,2022,45%\n')])
    expect(percent.cell('甲局', 2022, 'requests.granted.total')).toBe('unreadable')
  })

  it('an applicant that the form does not have is no total', async () => {
    const { cell, table } = await given([file('t.csv', 'agency,year,figure,applicant,value\n甲局,2022,requests.received,外国人,3\n甲局,2022,requests.received,total,9\n')])
    expect([cell('甲局', 2022, 'requests.received.total'), table.versions, table.statements.length]).toEqual([9, [], 1])
  })

  it.each(['合 计', '总　计', '合计：', '省本级合计', '全市各部门', 'Grand total', 'Total (all bodies)'])('%s is a total', async (name) => {
    const { account } = await given([file('a.csv', `机关,年度,本年新收\n甲局,2022,1\n"${name}",2022,1\n`)])
    expect(account.files[0]).toMatchObject({ rowsLoaded: 1, rowsReported: 1, totalsChecked: 1, totalsDiffering: 0 })
  })

  it('months and days are no years, dates in names neither', async () => {
    const months = await given([file('m.csv', '机关,年度,本年新收\n甲局,2011-10,1\n甲局,2011-11,2\n甲局,2011-12,3\n乙局,2021-03-02,4\n丙局,2021-12-31,5\n')])
    expect([months.account.files[0]!.rowsLoaded, months.cell('丙局', 2021, 'requests.received.total')]).toEqual([1, 5])
    const named = await given([file('export-2024-03-05.csv', '机关,本年新收\n甲局,1\n')])
    expect(named.told('year-missing')).toHaveLength(1)
    const taken = await given([file('年报2022.csv', '机关,本年新收\n甲局,1\n')])
    expect([taken.cell('甲局', 2022, 'requests.received.total'), taken.told('year-taken')]).toEqual([1, [[undefined, undefined, '2022']]])
  })

  it('headings that plain objects have by themselves, and many of one name, are columns like others', async () => {
    const { table } = await given([file('a.csv', '机关,年度,本年新收,constructor,__proto__,丙,丙 (2),丙\n甲局,2022,1,2,3,4,5,6\n')])
    expect(statedIn(table)).toEqual(['own:(__proto__)', 'own:constructor', 'own:丙', 'own:丙 (2)', 'own:丙 (3)', 'requests.received.total'].sort())
    const reason = await given([file('t.csv', 'agency,year,figure,value,missing\n甲局,2022,documents.issued,,constructor\n')])
    expect(reason.cell('甲局', 2022, 'documents.issued')).toBe('blank')
  })
})

describe('containers', () => {
  it('a package keeps only its own files: what lies beside it is read, and no path leads out', async () => {
    const { files } = await importFiles([file('a.csv', '机关,年度,本年新收\n甲局,2023,5\n')])
    const all = [...files].map(([path, bytes]) => file(`pkg/${path}`, bytes))
    const { files: made, account } = await importFiles([...all, file('pkg/../../evil.txt', 'x'), file('pkg/new.csv', '机关,年度,本年新收\n乙局,2023,6\n')])
    expect([...made.keys()].filter((path) => path.includes('..') || path.includes('/'))).toEqual([])
    expect(account.agencies).toBe(2)
  })

  const csv = strToU8('机关,年度,本年新收\n甲局,2023,5\n')

  it('a zip gives its tables, folders and other files aside', async () => {
    const { cell, account } = await given([file('all.zip', zipSync({ '甲/a.csv': csv, 'README.md': strToU8('x'), 'b.csv': strToU8('机关,年度,予以公开\n甲局,2023,2\n') }))])
    expect([cell('甲局', 2023, 'requests.received.total'), cell('甲局', 2023, 'requests.granted.total')]).toEqual([5, 2])
    expect(account.files.map(({ file: name }) => name)).toEqual(['all.zip/甲/a.csv', 'all.zip/b.csv'])
  })

  it('a bomb is refused by ratio, archives in archives by depth', async () => {
    const [look] = await lookAt([file('bomb.zip', zipSync({ 'a.csv': new Uint8Array(40_000_000) }, { level: 9 }))])
    expect(look!.refused).toBe('file-bomb')
    const nested = [1, 2, 3].reduce((inner) => zipSync({ 'inner.zip': inner }), zipSync({ 'a.csv': csv }))
    expect((await lookAt([file('deep.zip', nested)])).map(({ refused }) => refused)).toEqual(['file-bomb'])
  })

  it.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['a broken PDF', strToU8('%PDF-1.7 …'), 'document-unread'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0, 0]), 'file-unsupported'],
    ['an encrypted workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])]), 'file-encrypted'],
    ['an encrypted workbook, its directory at the end', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 3 << 20 }, () => 0x45), ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])]), 'file-encrypted'],
    ['bytes', new Uint8Array(Array.from({ length: 999 }, (_, at) => (at * 37) % 256)), 'file-binary'],
    ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'file-damaged'],
  ])('%s is refused with the reason, and the others are read', async (_, bytes, kind) => {
    const { account, cell } = await given([{ name: 'odd', bytes }, { name: 'a.csv', bytes: csv }])
    expect([account.problems[0]!.kind, account.files.map(wasRead), cell('甲局', 2023, 'requests.received.total')]).toEqual([kind, [true, false], 5])
  })

  it('a workbook gives a table a sheet, codes and decimals as typed', async () => {
    const { cell, table, account } = await given([file('book.xlsx', workbook)])
    expect(account.files[0]).toMatchObject({ file: 'book.xlsx/表1', shape: 'wide', rowsIn: 2, rowsLoaded: 2 })
    expect([cell('甲局', 2023, 'requests.received.total'), cell('乙局', 2023, 'fees.amount'), table.agencies[0]!.code]).toEqual([5, 0.3, '0031'])
  })

  it("anyone's data package is read by its descriptor", async () => {
    const { cell } = await given([
      file('pkg/datapackage.json', JSON.stringify({ name: 'p', resources: [{ name: 'r', path: 'r.csv', encoding: 'latin1', dialect: { delimiter: ';' } }] })),
      file('pkg/r.csv', 'Agency;Year;Requests received\nMinist\u00e8re;2021;4\n', 'latin1'),
    ])
    expect(cell('Ministère', 2021, 'common:received')).toBe(4)
  })
})

/** A workbook of one sheet: headings, then a code kept as text and 0.30000000000000004 as Excel stores 0.3. */
const workbook = zipSync({
  '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
  '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/workbook.xml': strToU8('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  'xl/worksheets/sheet1.xml': strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${[
      ['机关', '代码', '年度', '本年新收', '收费金额'],
      ['甲局', '0031', 2023, 5, ''],
      ['乙局', '0032', 2023, 7, 0.30000000000000004],
    ]
      .map((row, y) => `<row r="${y + 1}">${row.map((value, x) => (value === '' ? '' : typeof value === 'number' ? `<c r="${'ABCDE'[x]}${y + 1}"><v>${value}</v></c>` : `<c r="${'ABCDE'[x]}${y + 1}" t="inlineStr"><is><t>${value}</t></is></c>`)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`,
  ),
})
