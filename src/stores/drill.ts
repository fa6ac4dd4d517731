import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Applicant } from '@/domain/figure'
import type { Indicator } from '@/domain/indicators'
import type { ReportKey } from '@/domain/selection'

/** Which number of a report was asked for. The report itself stands in the link. */
export interface Asked {
  readonly indicator: Indicator
  readonly applicant: Applicant
}

/** The number on which the reader opened a report; null where a link did. */
export const useDrill = defineStore('drill', () => {
  const asked = shallowRef<Asked | null>(null)
  /** The report is opened to compare its cells with its document; whoever shows it takes that up. */
  const correcting = ref(false)
  /** The report that was taken out of a package of the reader's own last, and when: what would show it says so, as long as the package was not changed again. */
  const takenOut = shallowRef<{ readonly id: string; readonly report: ReportKey; readonly changed: string | undefined } | null>(null)
  return { asked, correcting, takenOut }
})
