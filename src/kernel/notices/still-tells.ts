import { paragraphsOf } from './notice-lines.ts'

interface BothLanguages {
  readonly fa: string
  readonly en: string
}

/**
 * Whether a correction says every paragraph that the body of a notice said, in both languages; it may say
 * more, in any order. A notice that tells of a change must not be corrected into silence.
 */
export function stillTells(first: BothLanguages, later: BothLanguages): boolean {
  return (['fa', 'en'] as const).every((lang) => {
    const told = new Set(paragraphsOf(later[lang]))
    return paragraphsOf(first[lang]).every((paragraph) => told.has(paragraph))
  })
}
