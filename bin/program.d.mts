/** See `program.mjs`. */
export function programWords(): string[]
