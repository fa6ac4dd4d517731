/** Between the sources of a report in its one field of `reports.csv`. */
const BETWEEN = '; '

/** The sources that a report's field names, each once, in its order; of an empty field none. */
export const sourcesIn = (text: string): string[] => [...new Set(text.split(BETWEEN))].filter((source) => source !== '')

/** The field of a report whose cells come from several sources. */
export const sourcesText = (sources: Iterable<string>): string => sourcesIn([...sources].join(BETWEEN)).join(BETWEEN)
