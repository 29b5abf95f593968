import { createHash } from 'node:crypto'
import type { BrandColours, Branding, ThemeColours } from './branding.ts'
import { darker } from './contrast.ts'

const edgeShare = 0.25

/** The style sheet of an authority: nothing in it but colours that were checked. */
export function stylesheetOf({ light, dark }: BrandColours): string {
  return [
    `:root:not([data-theme='dark']) {${rules(light)}}`,
    `@media (prefers-color-scheme: dark) {:root:not([data-theme='light']) {${rules(dark)}}}`,
    `:root[data-theme='dark'] {${rules(dark)}}`,
    ''
  ].join('\n')
}

function rules({ header, primary }: ThemeColours): string {
  return Object.entries({
    '--header': header,
    '--header-line': darker(header, edgeShare),
    '--color-primary': primary,
    '--primary-strong': darker(primary, edgeShare)
  })
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

const markLength = 16

/** Address of the style sheet; another one whenever a colour changes, so that it is kept for ever. */
export function stylesheetHref({ authority, colours }: Branding): string | null {
  if (colours === null) return null
  const mark = createHash('sha256').update(stylesheetOf(colours)).digest('hex')
  return `/branding/${authority}/${mark.slice(0, markLength)}.css`
}

/** Address of the logo. */
export function logoHref({ authority, logo }: Branding): string | null {
  if (logo === null) return null
  const ending = logo.type === 'image/png' ? 'png' : 'webp'
  return `/branding/${authority}/${logo.sha256}.${ending}`
}
