/** A name that none of those taken is: the name itself, else its first number that is free. `nth`: the name with a number. */
export function freeName(name: string, taken: ReadonlySet<string>, nth: (name: string, n: number) => string = numbered): string {
  let free = name
  for (let n = 2; taken.has(free); n += 1) free = nth(name, n)
  return free
}

/** The name of the n-th file of a name: `report (2).pdf`. */
export const numbered = (name: string, n: number): string => name.replace(/(\.[^./]*)?$/, ` (${n})$1`)
