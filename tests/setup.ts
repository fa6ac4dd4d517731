import '@/domain/all-forms'
import { LANGUAGES, loadLanguage, withWords } from '@/i18n'

await Promise.all(LANGUAGES.map(loadLanguage))
await withWords(Promise.resolve())
