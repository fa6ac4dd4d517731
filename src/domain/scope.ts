/** Whose work a report counts by its own word: not said, the office's own, its whole region's, or of each something. */
export const SCOPES = ['', 'own', 'region', 'mixed'] as const
export type Scope = (typeof SCOPES)[number]

/** Whether an agency is a government by its name: its reports often count its whole region. */
export const isGovernment = (name: string): boolean => name.endsWith('人民政府')
