import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { serve } from '../../scripts/serve.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    site: string
  }
}

/** Serves the build under a sub-path, as any static host might, with the strict policy as a header. */
export default async function setup(project: TestProject): Promise<() => Promise<unknown>> {
  if (!existsSync('dist/index.html')) throw new Error('No build to test: run "npx vite build" first (npm test does).')
  const { url, close } = await serve({ dir: 'dist', base: '/some/path/' })
  project.provide('site', url)
  return close
}
