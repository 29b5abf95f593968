import { toLatinDigits } from './digits.ts'

const folded: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا'
}
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'g')
const zwnj = /\u200c/g

/**
 * Folds every way of typing one Persian text into one key: presentation forms, Arabic ye and kaf,
 * hamza carriers, vowel marks, tatweel, direction marks, any digits, any case, any spacing and
 * punctuation. The half-space becomes a space. Idempotent. Sides that are compared both need it.
 * @see docs/specs/service-card.md (search)
 */
export function searchKey(text: string): string {
  return fold(text.replaceAll(zwnj, ' '))
}

/** As {@link searchKey}, with half-spaces closed: «می‌شود» gives «میشود». */
export function joinedSearchKey(text: string): string {
  return fold(text.replaceAll(zwnj, ''))
}

/** All keys under which one text is to be found: one, or two where it holds a half-space. */
export function searchKeys(text: string): string[] {
  return [...new Set([searchKey(text), joinedSearchKey(text)])]
}

function fold(text: string): string {
  // Decomposing first drops the hamza and the madda together with the vowel marks, so that
  // «أ إ آ ؤ ئ ۀ» and a letter with a loose hamza end alike.
  const bare = text.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}\u0640]/gu, '')
  const plain = toLatinDigits(bare.normalize('NFKC').toLowerCase())
  return plain
    .replaceAll(foldable, (letter) => folded[letter] ?? letter)
    .replaceAll(/(?<=[0-9])[,\u066c](?=[0-9]{3})/g, '')
    .replaceAll(/(?<=[0-9])\u066b(?=[0-9])/g, '.')
    .replaceAll(/(?<![0-9])\.|\.(?![0-9])|[^\p{L}\p{N}.]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
