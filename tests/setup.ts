import { afterAll, vi } from 'vitest'
import '@/domain/all-forms'
import { LANGUAGES, loadLanguage, withWords } from '@/i18n'

await Promise.all(LANGUAGES.map(loadLanguage))
await withWords(Promise.resolve())

// Parts of a view that are asked for may come when its last test is over: on a busy machine after the page is gone, which fails the run.
afterAll(() => vi.dynamicImportSettled())
