import '@/domain/all-forms'
import { LANGUAGES, loadLanguage } from '@/i18n'

await Promise.all(LANGUAGES.map(loadLanguage))
