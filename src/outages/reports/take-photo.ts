import { hash } from 'node:crypto'
import { type PhotoFault, cleanPhoto } from '../../kernel/photo/index.ts'
import { type FieldProblem, InvalidInputError } from '../../platform/errors.ts'
import { reportFormMessages as m } from './messages-form.ts'
import type { Photo } from './report.ts'

/** Largest photo that is taken, in bytes. */
export const photoBytesMax = 5 * 1024 * 1024

const faultTexts = {
  type: m.entries.photoType,
  broken: m.entries.photoBroken,
  'too-many-pixels': m.entries.photoTooManyPixels
} as const satisfies Record<PhotoFault, unknown>

/**
 * Takes a photo in: without what its camera wrote into it.
 * @param bytes - The file as sent; `null` for one that was too large to be read.
 * @throws {InvalidInputError} If it is none, broken, or too large.
 */
export function takePhoto(bytes: Uint8Array | null): Photo {
  if (bytes === null || bytes.length > photoBytesMax) {
    throw refused({ pointer: '/photo', code: 'photo/too-large', text: m.entries.photoTooLarge })
  }
  const cleaned = cleanPhoto(bytes)
  if (cleaned.ok) {
    const { type, bytes: clean } = cleaned.photo
    return { type, bytes: clean, sentSha256: hash('sha256', bytes) }
  }
  const text = faultTexts[cleaned.fault]
  if (cleaned.fault === 'type') throw refused({ pointer: '/photo', code: 'photo/type', text })
  throw refused({ pointer: '/photo', code: 'photo/broken', text })
}

function refused(problem: FieldProblem): InvalidInputError {
  return new InvalidInputError([problem])
}
