import { useEventListener } from '@vueuse/core'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Dropped } from '@/data/imports'

export interface ImportSheetState {
  readonly shown: Ref<boolean>
  /** Files are being dragged over the page. */
  readonly over: Ref<boolean>
  readonly dropped: ShallowRef<Dropped>
  /** The package whose import report was asked for; '' for none. */
  readonly report: Ref<string>
  readonly show: (report?: string) => void
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Folders are told from files while the event lasts, and read afterwards. */
const entriesOf = ({ items, files }: DataTransfer): Dropped => {
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? item.getAsFile() ?? []) : []))
  return entries.length > 0 ? entries : [...files]
}

/** Whether the sheet for imports is shown: when asked for, and when files are dragged anywhere over the page. Call in setup. */
export function useImportSheet(): ImportSheetState {
  const shown = ref(false)
  const over = ref(false)
  const dropped = shallowRef<Dropped>([])
  const report = ref('')

  function show(asked = ''): void {
    report.value = asked
    dropped.value = []
    shown.value = true
  }

  useEventListener(window, 'dragenter', (event) => {
    if (!holdsFiles(event)) return
    over.value = true
    if (!shown.value) show()
  })
  useEventListener(window, 'dragover', (event) => holdsFiles(event) && event.preventDefault())
  useEventListener(window, 'dragleave', (event) => event.relatedTarget === null && (over.value = false))
  useEventListener(window, 'drop', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    over.value = false
    if (!shown.value) show()
    dropped.value = entriesOf(event.dataTransfer!)
  })

  return { shown, over, dropped, report, show }
}
