/** See serve.mjs. */
export declare function serve(options: {
  dir: string
  base?: string
  port?: number
  override?: (path: string) => Promise<{ status?: number; body: string | Uint8Array } | undefined>
}): Promise<{ url: string; close: () => Promise<unknown> }>
