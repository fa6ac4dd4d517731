/** A name in the two languages every entry must have. Official Chinese labels are facts of the form; a third language overrides by id in its locale file. */
export interface Label {
  readonly zh: string
  readonly en: string
}

export const label = (zh: string, en: string): Label => ({ zh, en })

const HAN = /\p{Script=Han}/u

/** A title that says the same in Chinese and, behind a stroke, in another language; any other is itself in both. */
export function labelIn(title: string): Label {
  const [zh = '', en = '', ...more] = title.split(' / ')
  return more.length === 0 && en !== '' && HAN.test(zh) && !HAN.test(en) ? label(zh, en) : label(title, title)
}
