import type { Bilingual } from '../../text.ts'
import type { Speaks } from '../view.ts'

/** The text in the reader's language. */
export function say(view: Speaks, fa: string, en: string): string {
  return ({ fa, en } satisfies Bilingual)[view.lang]
}
