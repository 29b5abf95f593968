/** What the blanks of a template stand for; `null`: not known for this letter. */
export interface Blanks {
  readonly name: string | null
  readonly case: string | null
  readonly service: string | null
  readonly date: string | null
  readonly unit: string | null
}

const names: Readonly<Record<string, keyof Blanks>> = {
  name: 'name',
  نام: 'name',
  case: 'case',
  درخواست: 'case',
  service: 'service',
  خدمت: 'service',
  date: 'date',
  تاریخ: 'date',
  unit: 'unit',
  واحد: 'unit'
}
const blank = /\{\{\s*([^{}\n]{1,40}?)\s*\}\}/gu

/**
 * Fills the blanks of a template, `{{name}}` or «{{نام}}». What is put in is text: it cannot make a blank, nor
 * a mark of the letter's Markdown.
 * @returns The text, and the blanks that stay since nothing is known for them.
 */
export function fillTemplate(
  text: string,
  blanks: Blanks
): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = []
  const filled = text.replaceAll(blank, (whole, name: string) => {
    const key = names[name]
    const value = key === undefined ? null : blanks[key]
    if (value === null) {
      if (!missing.includes(name)) missing.push(name)
      return whole
    }
    return escaped(value)
  })
  return { text: filled, missing }
}

/** The blanks that still stand in a text. */
export function openBlanks(text: string): string[] {
  return [...new Set([...text.matchAll(blank)].map(([, name = '']) => name))]
}

/** Those of them that stand for nothing that is known of a letter: a slip, or for the writer to fill. */
export function unknownBlanks(text: string): string[] {
  return openBlanks(text).filter((name) => names[name] === undefined)
}

function escaped(value: string): string {
  return value.replaceAll(/[\\`*_[\]()<>#+!|{}]/g, String.raw`\$&`)
}
