import { type MeasureKey, type MeasureParameters } from '../../kernel/terms/index.ts'
import type { Measure } from '../measure.ts'
import { agreementValid } from './agreement-valid.ts'
import { articleCount } from './article-count.ts'
import { cardComplete } from './card-complete.ts'
import { declaredChannelsOnly } from './declared-channels-only.ts'
import { declaredDocumentsOnly } from './declared-documents-only.ts'
import { declaredProcess } from './declared-process.ts'
import { feeEqualsPublished } from './fee-equals-published.ts'
import { freeOfCharge } from './free-of-charge.ts'
import { legalBasisPresent } from './legal-basis-present.ts'
import { renewalGap } from './renewal-gap.ts'
import { turnaround } from './turnaround.ts'
import { visitsAtMost } from './visits-at-most.ts'

/**
 * The measures that compute. A clause may name any measure of `kernel/terms`; one that is not here has
 * no facts to compute from yet, and is shown so.
 */
export const computing: { readonly [K in MeasureKey]?: Measure<MeasureParameters<K>> } = {
  turnaround,
  'declared-documents-only': declaredDocumentsOnly,
  'declared-process': declaredProcess,
  'visits-at-most': visitsAtMost,
  'declared-channels-only': declaredChannelsOnly,
  'card-complete': cardComplete,
  'legal-basis-present': legalBasisPresent,
  'fee-equals-published': feeEqualsPublished,
  'free-of-charge': freeOfCharge,
  'agreement-valid': agreementValid,
  'renewal-gap': renewalGap,
  'article-count': articleCount
}
