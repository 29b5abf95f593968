/** The two languages of every page; Persian comes first. */
export type Lang = 'fa' | 'en'

/** One text in both languages. */
export interface Bilingual {
  fa: string
  en: string
}

/** Why a value was not taken: a stable code and what would be right, in both languages. */
export interface Fault {
  ok: false
  code: string
  text: Bilingual
}

/** A value in its one canonical form, or the fault that keeps it from having one. */
export type Checked<T = string> = { ok: true; value: T } | Fault

/** Builds a fault; internal to the kernels. */
export function fault(code: string, fa: string, en: string): Fault {
  return { ok: false, code, text: { fa, en } }
}
