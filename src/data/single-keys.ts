const KEY = 'disclosure-atlas.single-keys'

/** Whether single letters act as commands; so unless the reader turned them off, as people who speak to their computer do. */
export function singleKeysAct(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/** Keeps the reader's choice; where the browser refuses it holds for the visit. */
export function keepSingleKeys(act: boolean): void {
  try {
    if (act) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Private windows refuse.
  }
}
