import type { LetterCode, LetterStatement } from '../../kernel/genuineness/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { authorityById } from '../../people/index.ts'
import { type Bilingual, type Context, withScope } from '../../platform/index.ts'
import { marksOf } from './mark-store.ts'

/** One thing that the desk says of a letter, with its proof in the public log. */
export interface ProvenStatement extends LetterStatement {
  /** C2SP tlog-proof of the entry; `null` until a checkpoint covers it. */
  readonly proof: string | null
  /** Where its entry stands in the log. */
  readonly leaf: publicLog.PublishedLeaf | null
}

/** What is answered to somebody who holds a letter. */
export interface LetterFound {
  /** The oldest first, never empty. */
  readonly statements: readonly [ProvenStatement, ...ProvenStatement[]]
  /** The sending unit, as the registry names it; `null` for a person, and a unit that is no more. */
  readonly sender: Bilingual | null
}

/**
 * What the log tells of a letter, for whoever knows its id and the hash of its sealed bytes. Without either
 * nobody is told that there is such a letter; to whom it went, nobody is told here at all.
 * @returns `null` where no such letter was ever accepted: forged, altered, or of no desk of here.
 */
export function askLetter(context: Context, code: LetterCode): Promise<LetterFound | null> {
  // Knowing the hash of the sealed bytes is the right to ask.
  return withScope('system', async (): Promise<LetterFound | null> => {
    const marks = await marksOf(context.db, code)
    const ids = marks.map(({ entered }) => entered)
    const leaves = await publicLog.publishedLeaves(context.db, ids)
    const [first, ...more] = await Promise.all(
      marks.map(async ({ entered, sender, state, at }): Promise<ProvenStatement> => {
        const leaf = leaves.get(entered) ?? null
        const proof = leaf === null ? null : await publicLog.entryProofOf(context, leaf)
        return { ...code, sender, state, at: at.toString(), proof: proof?.text ?? null, leaf }
      })
    )
    if (first === undefined) return null
    return { statements: [first, ...more], sender: await titleOf(context, first.sender) }
  })
}

async function titleOf({ db }: Context, sender: string): Promise<Bilingual | null> {
  const [, authority = '', unit = ''] = /^unit:([^/]+)\/(.+)$/.exec(sender) ?? []
  const body = authority === '' ? null : await authorityById(db, authority)
  const own = body?.units.find(({ id }) => id === unit)?.title
  if (body === null || own === undefined) return null
  const { title } = body
  return { fa: `${own.fa}، ${title.fa}`, en: `${own.en}, ${title.en}` }
}
