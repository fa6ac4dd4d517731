import type { Plugin } from 'vite'

/** See first-picture.mjs. */
export declare function firstPicture(): Plugin
