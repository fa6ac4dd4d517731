import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CellEdit } from '@/data/imports'

export type Edits = Readonly<Record<string, CellEdit>>

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))

/** What was written under review and is kept nowhere yet. */
export const useDrafts = defineStore('drafts', () => {
  /** Corrections of reports of packages, by package, agency and year. */
  const drafts = shallowRef<Readonly<Record<string, Edits>>>({})
  /** What was written in cells and cannot be read as a number or a reason, by document or draft. */
  const unreadable = shallowRef<Readonly<Record<string, Edits>>>({})

  const draft = (key: string, edits: Edits): void => void (drafts.value = Object.keys(edits).length === 0 ? without(drafts.value, key) : { ...drafts.value, [key]: edits })

  /** Keeps what cannot be read as it was written, until it is mended or dropped (null). */
  function leave(key: string, figure: string, written: CellEdit | null): void {
    const others = without(unreadable.value[key] ?? {}, figure)
    const all = written ? { ...others, [figure]: written } : others
    unreadable.value = Object.keys(all).length === 0 ? without(unreadable.value, key) : { ...unreadable.value, [key]: all }
  }

  /** Drops all that waits of one document or report. */
  function drop(key: string): void {
    drafts.value = without(drafts.value, key)
    unreadable.value = without(unreadable.value, key)
  }

  /** Nothing that was written is lost without a question. */
  window.addEventListener('beforeunload', (event) => {
    if (Object.keys(drafts.value).length > 0 || Object.keys(unreadable.value).length > 0) event.preventDefault()
  })

  return { drafts, unreadable, draft, leave, drop }
})
