/** See chromium.mjs. */
export declare const findChromium: () => string | undefined
export declare function ensureChromium(): string
