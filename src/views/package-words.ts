import type { Descriptor } from '@/data/descriptor'
import { labelIn, type Label } from '@/domain/label'
import type { Words } from '@/i18n'

/** What is open, and what it says about itself; of several packages each. */
interface Opened {
  readonly opened: readonly { readonly title: Label }[]
  readonly descriptor: Descriptor | null
}

const each = ({ opened, descriptor }: Opened): { readonly title: Label; readonly said: Descriptor | null | undefined }[] => opened.map(({ title }, at) => ({ title, said: descriptor?.each ? descriptor.each[at] : descriptor }))

/** The names of the packages, each with the day it was made where it says so. */
export const sourceText = ({ name, t }: Words, of: Opened): string =>
  each(of).map(({ title, said }) => (said?.created ? t('card.source-of', { title: name(title), date: said.created }) : name(title))).join(' + ')

/** The licences that the packages name, of several each under its package; '' where none names any. */
export function licencesText({ name, t }: Words, of: Opened): string {
  const told = each(of).map(({ title, said }) => ({ title, text: [...new Set((said?.licences ?? []).map((licence) => name(labelIn(licence.title))))].join(t('param.and')) })).filter(({ text }) => text !== '')
  return told.map(({ title, text }) => (of.opened.length > 1 ? t('shell.licence-of', { name: name(title), licences: text }) : text)).join(t('card.joint'))
}
