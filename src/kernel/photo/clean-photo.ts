import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanWebp } from './clean-webp.ts'

/** A picture without anything that is not needed to see it. */
export interface CleanPhoto {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly bytes: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** `type`: no picture of a kind that is taken; `broken`: it breaks off, or is not what it begins as. */
export type PhotoFault = 'type' | 'broken' | 'too-many-pixels'

/** Above what telephones make; a picture of more is made to fill memories. */
const pixelsMax = 120_000_000

const kinds = [
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff], clean: cleanJpeg },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], clean: cleanPng },
  { type: 'image/webp', begins: [0x52, 0x49, 0x46, 0x46], clean: cleanWebp }
] as const

/**
 * Takes a JPEG, PNG or WebP apart and keeps only what is needed to see it: no place, time, device,
 * comment, thumbnail, or anything that stands behind the picture's end (files that are two kinds at
 * once). The way up is kept. Pixels are not changed.
 * @returns The picture, or why it is not taken.
 * @see docs/specs/failure-reports.md (photos)
 */
export function cleanPhoto(
  bytes: Uint8Array
): { readonly ok: true; readonly photo: CleanPhoto } | { readonly ok: false; fault: PhotoFault } {
  const kind = kinds.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte))
  if (kind === undefined) return { ok: false, fault: 'type' }
  const cleaned = kind.clean(bytes)
  if (cleaned === null) return { ok: false, fault: 'broken' }
  if (cleaned.width * cleaned.height > pixelsMax) return { ok: false, fault: 'too-many-pixels' }
  return { ok: true, photo: { type: kind.type, ...cleaned } }
}
