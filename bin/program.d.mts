/** See `program.mjs`. */
export function programWords(): string[]
export function environmentOf(more?: NodeJS.ProcessEnv): NodeJS.ProcessEnv
