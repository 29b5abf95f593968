import type { SealedCorrection } from '../sealed/correct-sealed.ts'
import type { GivenForm } from '../sealed/sealed-form.ts'
import { sealedFormBody } from './api-schemas.ts'
import { type Sent, textIn, textsIn } from './page-input.ts'

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

/** Sealed new values in what a page sent, with the names of their fields and, at the desk, how they came. */
export function sealedCorrectionIn(sent: Sent): SealedCorrection {
  return {
    sealed: sealedIn(sent),
    sealedFields: textsIn(sent, 'sealedFields'),
    channel: textIn(sent, 'channel'),
    trackingNumber: textIn(sent, 'trackingNumber')
  }
}
