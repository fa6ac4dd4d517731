import { computed, type ComputedRef } from 'vue'
import { wordsOf, type Words } from '@/i18n'
import { usePreferences } from '@/stores/preferences'

/** The words of the reader's language; they change with it. */
export function useWords(): ComputedRef<Words> {
  const preferences = usePreferences()
  return computed(() => wordsOf(preferences.language))
}
