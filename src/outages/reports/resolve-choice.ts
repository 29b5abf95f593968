import { searchKey } from '../../kernel/persian/index.ts'
import type { Choice } from './report.ts'

const meantMax = 7
const typedLengthMax = 200

/** The value of a choice in a form: `sko/service:10021001`. */
export function choiceValue({ authority, component }: Choice): string {
  return `${authority ?? ''}/${component ?? ''}`
}

/** A choice as it is written out, so that the same name at two bodies stays two. */
export function choiceText({ title, authorityTitle }: Choice, lang: 'fa' | 'en'): string {
  return lang === 'fa' ? `${title.fa} (${authorityTitle.fa})` : `${title.en} (${authorityTitle.en})`
}

/**
 * What was chosen: from the list, or typed as its name, in whatever spelling, or as its code.
 * @returns `choice` where it is sure; else in `meant` what it may be, the nearest first.
 */
export function choiceTyped(
  choices: readonly Choice[],
  typed: { readonly choice: string | undefined; readonly about: string | undefined }
): { readonly choice: Choice | null; readonly meant: readonly Choice[] } {
  const listed = choices.find((each) => choiceValue(each) === typed.choice)
  if (listed !== undefined) return { choice: listed, meant: [] }
  const key = searchKey((typed.about ?? '').slice(0, typedLengthMax))
  if (key === '') return { choice: null, meant: [] }
  const exact = choices.filter((each) => keysOf(each).includes(key))
  const [only] = exact
  if (only !== undefined && exact.length === 1) return { choice: only, meant: [] }
  const near = exact.length > 1 ? exact : nearest(choices, key)
  return { choice: null, meant: near.slice(0, meantMax) }
}

const keys = new WeakMap<Choice, string[]>()

/** Under which keys a choice is found; made once for each. */
function keysOf(choice: Choice): string[] {
  const known = keys.get(choice)
  if (known !== undefined) return known
  const { title, service, component } = choice
  const names = [title.fa, title.en, choiceText(choice, 'fa'), choiceText(choice, 'en')]
  const made = [...names, service ?? '', component ?? ''].map(searchKey)
  keys.set(choice, made)
  return made
}

/** Choices that hold the most of the typed words. */
function nearest(choices: readonly Choice[], key: string): Choice[] {
  const words = key.split(' ').filter((word) => word.length > 1)
  return choices
    .map((choice) => {
      const text = keysOf(choice).join(' ')
      return { choice, found: words.filter((word) => text.includes(word)).length }
    })
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found)
    .map(({ choice }) => choice)
}
