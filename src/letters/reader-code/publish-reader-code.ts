import { programVersion } from '../../platform/program-version.ts'
import { type Fact, factsOf, recordFacts } from '../../ledger/index.ts'
import { type Context, type Db, inTransaction } from '../../platform/index.ts'
import { type ScriptDigests, digestsOf, readerScripts } from './reader-scripts.ts'

const owner = 'reader-code'
const kind = 'reader.published' as const

/**
 * Enters the scripts of this build that open letters in the public log, where they are others than before:
 * what one person is served can then be held against what everybody is.
 * @returns How many were new.
 */
export async function publishReaderCode(context: Context, assetsFolder: string): Promise<number> {
  const [digests, version] = await Promise.all([digestsOf(assetsFolder), programVersion()])
  const at = context.clock.now()
  const published = await inTransaction(context.db, async (tx) => {
    const known = await publishedScripts(tx)
    const fresh = digests.filter((each) => !isNewest(known, each))
    return recordFacts(
      tx,
      fresh.map(({ script, ...body }) => ({
        ...{ owner, authority: 'platform', kind, subject: script, at, actor: 'system:letters' },
        body: { script, ...body, version }
      }))
    )
  })
  if (published.length > 0) context.nudge()
  return published.length
}

/** What was entered of each script, the newest first. */
export async function publishedScripts(db: Db): Promise<Fact[]> {
  const all = await Promise.all(readerScripts.map((script) => factsOf(db, owner, script)))
  return all.flatMap((facts) => facts.filter((fact) => fact.kind === kind).toReversed())
}

function isNewest(known: readonly Fact[], { script, sha256 }: ScriptDigests): boolean {
  return known.find(({ subject }) => subject === script)?.body.sha256 === sha256
}
