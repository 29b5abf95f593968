import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { BuiltFile } from './make-islands.ts'

const require = createRequire(import.meta.url)

/**
 * What pages are written with: Persian with its marks, Arabic as it occurs in Persian, both digits,
 * Latin without accents. All else comes from the whole font, which is fetched only when it occurs.
 */
export const coreLetters =
  'U+20-7E, U+A0, U+A9, U+AB, U+B7, U+BB, U+D7, U+F7, U+60C, U+61B, U+61F, U+621-63A, ' +
  'U+640-652, U+654, U+660-66D, U+670, U+67E, U+686, U+698, U+6A9, U+6AF, U+6C0, U+6CC, ' +
  'U+6F0-6F9, U+200C-200F, U+2010-2015, U+2018-201E, U+2022, U+2026, U+2039-203A, U+20AC, ' +
  'U+2190-2193, U+2212, U+FDFC'

/** The weights that the style sheet uses. */
const weights = { min: 400, max: 800 }

/**
 * The font of all pages: cut to what nearly every page needs (two fifths of the size), and whole. The
 * cut one is named after what it is made from, and taken from `out` where it is there already.
 */
export async function makeFonts(out: string): Promise<BuiltFile[]> {
  const whole = await readFile(require.resolve('vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2'))
  const source = hash('sha256', whole).slice(0, 8)
  const recipe = hash('sha256', `${source} ${coreLetters} ${weights.min} ${weights.max}`)
  const hashed = `vazirmatn.${recipe.slice(0, 8)}.woff2`
  const core = await readFile(join(out, hashed)).catch(() => cut())
  return [
    { name: 'vazirmatn.woff2', hashed, content: core },
    { name: 'vazirmatn-whole.woff2', hashed: `vazirmatn-whole.${source}.woff2`, content: whole },
    ...(await paperFonts())
  ]
}

/** The whole font as it goes into files for paper: they take no other format, and no axis of weights. */
function paperFonts(): Promise<BuiltFile[]> {
  return Promise.all(
    ['Regular', 'Bold'].map(async (weight) => {
      const content = await readFile(require.resolve(`vazirmatn/fonts/ttf/Vazirmatn-${weight}.ttf`))
      const name = `vazirmatn-${weight.toLowerCase()}`
      const mark = hash('sha256', content).slice(0, 8)
      return { name: `${name}.ttf`, hashed: `${name}.${mark}.ttf`, content }
    })
  )
}

async function cut(): Promise<Uint8Array> {
  const letters = coreLetters.split(', ').flatMap(lettersOf).join('')
  // The uncompressed file saves the time of taking the other apart.
  const font = await readFile(require.resolve('vazirmatn/fonts/variable/Vazirmatn[wght].ttf'))
  return subsetFont(font, letters, { targetFormat: 'woff2', variationAxes: { wght: weights } })
}

function lettersOf(range: string): string[] {
  const [first = 0, last = first] = range
    .slice(2)
    .split('-')
    .map((digits) => Number.parseInt(digits, 16))
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
}
