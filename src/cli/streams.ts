type Write = (data: string | Uint8Array) => Promise<void> | void

/** Where output goes. */
export interface Streams {
  readonly stdout: Write
  readonly stderr: Write
}
