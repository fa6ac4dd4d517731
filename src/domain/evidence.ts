/** Where a figure comes from, in the source's words. */
export interface EvidenceLine {
  /** Empty where no figure of the catalogue fits. */
  readonly figure: string
  readonly asNamed: string
  readonly value: string
  readonly unit: string
  readonly note: string
  readonly source: string
  readonly quote: string
  /** In evidence.csv. */
  readonly line: number
}
