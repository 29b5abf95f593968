import type { CaseHistory, Judgement } from '../case.ts'
import { sealedFilesOf } from './demand-judgement.ts'

/**
 * What the note of a judgement has to say, if it is the unit's: of the case, its files and its defects as they
 * were then. Whoever reads it compares that with the note; it is no proof by itself.
 */
export function shownWord(history: CaseHistory, judgement: Judgement) {
  const { knownAt, verdict } = judgement
  const isSame = (at: Temporal.Instant) => Temporal.Instant.compare(at, knownAt) === 0
  const documents = history.documents.filter(
    ({ registeredAt }) => Temporal.Instant.compare(registeredAt, knownAt) <= 0
  )
  const place = history.judgements.findIndex(({ id }) => id === judgement.id)
  // A return and the word that it goes with are one act.
  const returned = history.returns.findLast((each) => isSame(each.knownAt))
  const defects = verdict === 'accepted' ? [] : (returned?.defects ?? [])
  return {
    says: {
      case: history.case,
      verdict,
      after: history.judgements[place - 1]?.id ?? null,
      defects: defects.map(({ code, item }) => ({ code, item })),
      ...sealedFilesOf({ ...history, documents })
    },
    at: knownAt.epochMilliseconds,
    forms: sealedFilesOf(history).forms
  }
}
