/**
 * A text of someone else, made safe to look at: control characters, direction overrides and invisible
 * tags, which could hide or reverse what is shown, appear as their codes.
 */
export function shownText(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  )
}
