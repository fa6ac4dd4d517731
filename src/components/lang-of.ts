import type { Words } from '@/i18n'

const HAN = /\p{Script=Han}/u

/** The language of a name or a quotation where it is not that of the page, so that it is read aloud as what it is: Chinese words in an English page. Undefined for all others. */
export const langOf = (text: string, { language }: Pick<Words, 'language'>): 'zh' | undefined => (!language.startsWith('zh') && HAN.test(text) ? 'zh' : undefined)
