/** What the changes of a report of a package are kept under until they are saved. */
export const draftKey = (packageId: string, agency: string, year: number): string => `${packageId}~${agency}~${year}`
