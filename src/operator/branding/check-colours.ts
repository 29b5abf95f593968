import type { FieldProblem } from '../../platform/index.ts'
import { InvalidInputError } from '../../platform/index.ts'
import type { BrandColours } from './branding.ts'
import { colourOf, contrastOf } from './contrast.ts'

/** Colours as typed: `light.header`, `light.primary`, `dark.header`, `dark.primary`. */
export type TypedColours = Readonly<Record<string, string>>

const themes = ['light', 'dark'] as const
const parts = ['header', 'primary'] as const

/** Grounds of pages, of which a button must stand off; as in `theme.css`. */
const grounds = { light: '#fbf8f1', dark: '#0f1527' } as const

/** The faintest letters of the header, under the name of the desk. */
const faintOnHeader = '#c9d4f5'

// WCAG 2.2: 1.4.3 asks 4.5 of letters, 1.4.11 asks 3 of parts of controls.
const lettersMin = 4.5
const partsMin = 3

/**
 * Reads colours and refuses those on which people cannot read, with the contrast that they have.
 * @returns `null` where none was typed.
 * @throws {InvalidInputError}
 */
export function checkColours(typed: TypedColours): BrandColours | null {
  const names = themes.flatMap((theme) => parts.map((part) => ({ theme, part })))
  const texts = names.map(({ theme, part }) => typed[`${theme}.${part}`]?.trim() ?? '')
  if (texts.every((text) => text === '')) return null
  const problems: FieldProblem[] = []
  const colours = names.map(({ theme, part }, i) => {
    const colour = colourOf(texts[i] ?? '')
    const pointer = `/${theme}/${part}`
    if (colour === null) problems.push({ pointer, code: 'branding/colour', text: formText })
    else problems.push(...faults(pointer, colour, { theme, part }))
    return colour ?? ''
  })
  if (problems.length > 0) throw new InvalidInputError(problems)
  const [lightHeader = '', lightPrimary = '', darkHeader = '', darkPrimary = ''] = colours
  return {
    light: { header: lightHeader, primary: lightPrimary },
    dark: { header: darkHeader, primary: darkPrimary }
  }
}

function faults(
  pointer: string,
  colour: string,
  { theme, part }: { theme: 'light' | 'dark'; part: 'header' | 'primary' }
): FieldProblem[] {
  const wanted =
    part === 'header'
      ? [{ other: faintOnHeader, least: lettersMin }]
      : [
          { other: '#ffffff', least: lettersMin },
          { other: grounds[theme], least: partsMin }
        ]
  const bad = wanted.find(({ other, least }) => contrastOf(colour, other) < least)
  if (bad === undefined) return []
  const ratio = contrastOf(colour, bad.other)
  return [{ pointer, code: 'branding/contrast', text: contrastText(ratio, bad) }]
}

const formText = {
  fa: 'رنگ را با شش رقم شانزده‌شانزدهی بنویسید، مانند ‎#173072‎.',
  en: 'Write a colour with six hexadecimal digits, such as #173072.'
}

function contrastText(ratio: number, { other, least }: { other: string; least: number }) {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false } as const
  // Downwards, so that what is shown never reaches what was asked for.
  const shown = Math.floor(ratio * 100) / 100
  const fa = (n: number) => new Intl.NumberFormat('fa', digits).format(n)
  const en = (n: number) => new Intl.NumberFormat('en', digits).format(n)
  return {
    fa: `همخوانی این رنگ با ‎${other}‎ برابر ${fa(shown)} است و دست‌کم ${fa(least)} لازم است (WCAG 2.2).`,
    en: `The contrast of this colour with ${other} is ${en(shown)}; at least ${en(least)} is needed (WCAG 2.2).`
  }
}
