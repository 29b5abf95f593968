import type { Bilingual } from '../../platform/index.ts'
import type { Speaks } from '../../platform/html/index.ts'
import type { Given } from '../case-record.ts'
import { documentMessages } from '../messages-documents.ts'

/** Who gave a document, as far as anybody remembers. */
export function documentGiver(
  view: Speaks,
  given: {
    readonly origin?: Given['origin'] | undefined
    readonly giverName?: Bilingual | null | undefined
  }
): string {
  const t = documentMessages.in(view.lang)
  if (given.origin === undefined) return ''
  const who = t[given.origin]
  const name = given.giverName?.[view.lang]
  return name === undefined || given.origin === 'applicant' ? who : t.by(who, name)
}
