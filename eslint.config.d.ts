export declare const ROOMS: Readonly<Record<string, readonly string[]>>
export declare const INNER_ROOMS: Readonly<Record<string, { readonly common: readonly string[]; readonly rooms: Readonly<Record<string, readonly string[]>> }>>
