import type { Bilingual } from '../persian/index.ts'

/** A place in a text: both numbers start at 1; `column` counts UTF-16 units, as editors do. */
export interface Place {
  line: number
  column: number
}

/** What is wrong in a file, where, and what would be right there. */
export interface Problem extends Place {
  /** RFC 6901 JSON pointer into the file's data; `''` for the file as a whole. */
  path: string
  text: Bilingual
}

/** Keys and indexes from the root of the data to a value. */
export type Path = readonly (string | number)[]

/** Builds a two-language text; Persian first. */
export function both(fa: string, en: string): Bilingual {
  return { fa, en }
}

/** RFC 6901: `~` and `/` inside a key are escaped. */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** A broken rule and the value that breaks it. */
export interface Broken {
  path: Path
  text: Problem['text']
}
