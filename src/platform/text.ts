/** The two languages of every page, Persian first. */
export type Lang = 'fa' | 'en'

/** One text in both languages. */
export interface Bilingual {
  readonly fa: string
  readonly en: string
}

type Phrase = (...values: never[]) => string
type Entry = Bilingual | { readonly fa: Phrase; readonly en: Phrase }

/** The texts of one slice, and the same texts read in one language. */
export interface Messages<T extends Record<string, Entry>> {
  readonly entries: T
  in(lang: Lang): { readonly [K in keyof T]: T[K]['fa'] extends string ? string : T[K]['fa'] }
}

/**
 * The message catalogue of a slice. An entry is a pair of texts, or a pair of functions of the same
 * parameters. `tests/tidy.test.ts` reads every catalogue and refuses what a reader would stumble on.
 */
export function defineMessages<const T extends Record<string, Entry>>(entries: T): Messages<T> {
  const read = (lang: Lang) =>
    Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry[lang]]))
  const byLang = { fa: read('fa'), en: read('en') }
  return { entries, in: (lang) => byLang[lang] as never }
}
