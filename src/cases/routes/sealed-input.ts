import { z } from 'zod'
import type { SealedCorrection } from '../sealed/correct-sealed.ts'
import type { GivenForm } from '../sealed/sealed-form.ts'
import { type Sent, textIn, textsIn } from './page-input.ts'

/** A sealed form as a page or a program hands it in. */
export const sealedFormBody = z.strictObject({
  content: z.string().max(700_000).meta({ description: 'age file, base64' }),
  recipientKey: z.string().max(60),
  schema: z.string().max(60)
})

/** The sealed form in what a page sent; `undefined` where its script put none there. */
export function sealedIn(sent: Sent): GivenForm | undefined {
  const text = textIn(sent, 'sealed')
  if (text === undefined) return undefined
  try {
    return sealedFormBody.parse(JSON.parse(text))
  } catch {
    return { content: '', recipientKey: '', schema: '' }
  }
}

/** Sealed new values in what a page sent, with the names of their fields. */
export function sealedCorrectionIn(sent: Sent): SealedCorrection {
  return { sealed: sealedIn(sent), sealedFields: textsIn(sent, 'sealedFields') }
}
