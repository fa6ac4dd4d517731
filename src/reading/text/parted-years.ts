/** A line that holds a year and nothing else. */
const YEAR = /^\s*(20[0-3]\d)\s*$/
/** The word that a year belongs before. */
const BEHIND_YEAR = /(?<=^|[ \u00a0]{2})年(?=[\u4e00-\u9fff，,])/

/** The text with the years put before their 年 that stand on the line above or below it: digits of another font have another base line. */
export function withYears(text: string): string {
  const lines = text.split('\n')
  lines.forEach((line, at) => {
    const year = YEAR.exec(line)?.[1]
    const beside = year === undefined ? undefined : [at - 1, at + 1].find((index) => BEHIND_YEAR.test(lines[index] ?? ''))
    if (beside === undefined) return
    lines[beside] = lines[beside]!.replace(BEHIND_YEAR, `${year!}年`)
    lines[at] = ''
  })
  return lines.join('\n')
}
