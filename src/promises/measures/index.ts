import { type MeasureKey, type MeasureParameters } from '../../kernel/terms/index.ts'
import type { Measure } from '../measure.ts'
import { advanceNotice } from './advance-notice.ts'
import { agreementAccepted } from './agreement-accepted.ts'
import { agreementValid } from './agreement-valid.ts'
import { approverHoldsPost } from './approver-holds-post.ts'
import { articleCount } from './article-count.ts'
import { availability } from './availability.ts'
import { cardComplete } from './card-complete.ts'
import { cardReachable } from './card-reachable.ts'
import { channelGrowth } from './channel-growth.ts'
import { changeAnnouncedBeforeEffect } from './change-announced-before-effect.ts'
import { confidentiality } from './confidentiality.ts'
import { costSaved } from './cost-saved.ts'
import { credentialCare } from './credential-care.ts'
import { dataPolicyRow } from './data-policy-row.ts'
import { declaredChannelsOnly } from './declared-channels-only.ts'
import { declaredDocumentsOnly } from './declared-documents-only.ts'
import { declaredProcess } from './declared-process.ts'
import { feeEqualsPublished } from './fee-equals-published.ts'
import { freeOfCharge } from './free-of-charge.ts'
import { incidentNotice } from './incident-notice.ts'
import { legalBasisPresent } from './legal-basis-present.ts'
import { protectionControls } from './protection-controls.ts'
import { questionAnswerTime } from './question-answer-time.ts'
import { reachAndDrill } from './reach-and-drill.ts'
import { receiptLatency } from './receipt-latency.ts'
import { renewalGap } from './renewal-gap.ts'
import { turnaround } from './turnaround.ts'
import { visitsAtMost } from './visits-at-most.ts'

/**
 * The measures that compute. A clause may name any measure of `kernel/terms`; one that is not here has
 * no facts to compute from yet, and is shown so.
 */
export const computing: { readonly [K in MeasureKey]?: Measure<MeasureParameters<K>> } = {
  turnaround,
  availability,
  'advance-notice': advanceNotice,
  'incident-notice': incidentNotice,
  'receipt-latency': receiptLatency,
  'change-announced-before-effect': changeAnnouncedBeforeEffect,
  'data-policy-row': dataPolicyRow,
  'declared-documents-only': declaredDocumentsOnly,
  'declared-process': declaredProcess,
  'visits-at-most': visitsAtMost,
  'declared-channels-only': declaredChannelsOnly,
  'approver-holds-post': approverHoldsPost,
  'card-complete': cardComplete,
  'card-reachable': cardReachable,
  'legal-basis-present': legalBasisPresent,
  'fee-equals-published': feeEqualsPublished,
  'free-of-charge': freeOfCharge,
  'question-answer-time': questionAnswerTime,
  'channel-growth': channelGrowth,
  'protection-controls': protectionControls,
  confidentiality,
  'reach-and-drill': reachAndDrill,
  'cost-saved': costSaved,
  'credential-care': credentialCare,
  'agreement-accepted': agreementAccepted,
  'agreement-valid': agreementValid,
  'renewal-gap': renewalGap,
  'article-count': articleCount
}
