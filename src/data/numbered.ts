/** The name of the n-th file of a name: `report (2).pdf`. */
export const numbered = (name: string, n: number): string => name.replace(/(\.[^./]*)?$/, ` (${n})$1`)
