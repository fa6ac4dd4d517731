/** A name in the two languages every entry must have. Official Chinese labels are facts of the form; a third language overrides by id in its locale file. */
export interface Label {
  readonly zh: string
  readonly en: string
}

export const label = (zh: string, en: string): Label => ({ zh, en })
