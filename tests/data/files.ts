import { loadPackage, type LoadResult, type Source } from '@/data/load'
import { Table } from '@/domain/table'

export type Content = string | Uint8Array | null

/** A package in memory. */
export const sourceOf = (files: Readonly<Record<string, Content>>): Source => ({
  read: async (path) => {
    const content = files[path]
    return typeof content === 'string' ? new TextEncoder().encode(content) : (content ?? null)
  },
})

export const AGENCY = '淄博市工业和信息化局'
export const OTHER = '宿迁市人民政府'

/** A small sound package: two agencies, three reports, a line of each section. */
export const SMALL: Readonly<Record<string, string>> = {
  'datapackage.json': JSON.stringify({ title: 'small', resources: ['agencies', 'reports', 'proactive', 'requests', 'reviews', 'participation', 'narrative'].map((name) => ({ name, path: `${name}.csv` })) }),
  'agencies.csv': `id,name,province,city,county,level,category\n${AGENCY},${AGENCY},山东,淄博市,,市,部门\n${OTHER},${OTHER},江苏,宿迁市,,市,政府\n`,
  'reports.csv': `agency,year,format,scope,break,source,notes\n${AGENCY},2021,cn-2021,own,,https://example.gov.cn/1,\n${OTHER},2023,cn-2021,region,,https://example.gov.cn/2,\n${OTHER},2024,cn-2021,own,1,https://example.gov.cn/3,"第一行\n第二行"\n`,
  'proactive.csv': `agency,year,item,issued,repealed,in-force,decisions,amount\n${AGENCY},2021,documents,1,0,5,,\n${AGENCY},2021,fees,,,,,251000元\n`,
  'requests.csv': `agency,year,row,natural,business,research,nonprofit,legal,other,total\n${AGENCY},2021,received,2,0,0,0,0,0,2\n${OTHER},2023,received,5147（全市）,..,/,,8（约）,3,"1,234"\n`,
  'reviews.csv': `agency,year,kind,upheld,corrected,other,pending,total\n${OTHER},2024,review,100,20,30,20,170\n`,
  'participation.csv': `agency,year,channel,received,answered-rate\n${AGENCY},2021,npc-suggestions,21,100\n`,
  'narrative.csv': `agency,year,figure,as-named,value,unit,note\n${AGENCY},2021,narrative.web-items,门户网站信息,183,条,\n${AGENCY},2021,narrative.handling-fee,信息处理费,2950,元,全市\n${AGENCY},2021,,云平台,12000,条,约\n${AGENCY},2021,narrative.web-items,其中专栏,144,条,其中\n`,
}

export const load = (files: Readonly<Record<string, Content>>): Promise<LoadResult> => loadPackage(sourceOf(files))

export const loadSmall = (changed: Readonly<Record<string, Content>> = {}): Promise<LoadResult> => load({ ...SMALL, ...changed })

/** Reads a cell of a result by agency and year. */
export function cellOf(result: LoadResult, agency: string, year: number, figure: Parameters<Table['cell']>[0]): ReturnType<Table['cell']> {
  const table = new Table(result)
  return table.cell(figure, table.rowOf(table.indexOf(agency), year))
}
