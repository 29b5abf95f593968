import type { Bilingual } from '../../platform/index.ts'

/** Colours of an authority in one theme, as `#rrggbb`. */
export interface ThemeColours {
  /** Behind the white letters of the header. */
  readonly header: string
  /** Behind the white letters of main buttons. */
  readonly primary: string
}

/** Colours in both themes: who has one has the other. */
export interface BrandColours {
  readonly light: ThemeColours
  readonly dark: ThemeColours
}

/** The picture of an authority. */
export interface Logo {
  readonly type: 'image/png' | 'image/webp'
  readonly sha256: string
}

/** How an authority looks; what is `null` is as the platform is. */
export interface Branding {
  readonly authority: string
  readonly colours: BrandColours | null
  /** Name of its desk, under its own name. */
  readonly desk: Bilingual | null
  /** A line at the foot of its pages. */
  readonly note: Bilingual | null
  readonly logo: Logo | null
}

/** The longest name of a desk, in characters. */
export const deskLengthMax = 60

/** The longest line at the foot, in characters. */
export const noteLengthMax = 160

/** The largest file of a logo, in bytes. */
export const logoBytesMax = 100_000

/** The longest side of a logo, in pixels. */
export const logoSideMax = 1024
