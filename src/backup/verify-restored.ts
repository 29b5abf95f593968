import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Difference, checkEverything } from '../check-everything.ts'
import { publicLog } from '../ledger/index.ts'
import type { Context } from '../platform/index.ts'

/** What a restored state is worth, held against the public log. */
export interface Verification {
  /** Every fact has its leaf, every leaf its fact, every kept value its facts, every head its signature. */
  readonly ok: boolean
  readonly facts: number
  readonly entries: number
  /** Shards of which more was signed than the backup holds, as it was restored. */
  readonly behind: readonly publicLog.NewestHead[]
  /** At most so many facts were acknowledged after the backup and are gone; `null`: nobody can tell. */
  readonly factsLost: number | null
  readonly repairs: readonly publicLog.Repair[]
  /** What is wrong with the state itself. */
  readonly faults: readonly Difference[]
  /** What only this machine lacks: a signer, published files, a round of the log. */
  readonly todo: readonly Difference[]
}

export interface VerifyInput {
  /** Brings the log up to what was signed. Only for the state that goes on as the desk's own. */
  readonly repair: boolean
  /** Checkpoints that witnesses or readers kept. */
  readonly checkpoints?: readonly string[]
}

// About the signer, the files and the rounds of this machine, not about what was restored.
const ofThisMachine: ReadonlySet<string> = new Set([
  'signer-unknown',
  'signer-keys-differ',
  'signer-behind-checkpoint',
  'rows-behind-signer',
  'rows-behind-checkpoint',
  'shard-missing',
  'checkpoint-file-missing',
  'checkpoint-file-differs',
  'tile-file-missing',
  'not-published',
  'publishing-late',
  'fact-waits'
])
// Said of facts that were recorded after the backup; counted, and named by the log for ever.
const lost = 'commitments-lost'

/**
 * Holds a restored state against the public log: erases again what was erased since, says how much was
 * signed beyond it, brings the log up to that, and then checks everything.
 */
export async function verifyRestored(context: Context, input: VerifyInput): Promise<Verification> {
  await publicLog.eraseAgain(context)
  const heads = await publicLog.newestHeads(context, input.checkpoints)
  const behind = heads.filter(({ rows, signed }) => signed > rows)
  const repairs = input.repair ? await repairLog(context) : []
  const { facts, logEntries, differences } = await checkEverything(context)
  const rest = differences.filter((each) => !isLog(each, lost))
  const todo = rest.filter((each) => 'log' in each && ofThisMachine.has(each.what))
  const faults = rest.filter((each) => !todo.includes(each))
  const factsLost = repairs.reduce((sum, repair) => sum + repair.lost, 0)
  return {
    ok: faults.length === 0,
    facts,
    entries: logEntries,
    behind,
    factsLost:
      behind.length === 0 || repairs.some(({ from }) => from === 'files') ? factsLost : null,
    repairs,
    faults,
    todo
  }
}

function isLog(difference: Difference, what: string): boolean {
  return 'log' in difference && difference.what === what
}

/** Where the signer's folder is not here nothing is signed, and no new key made behind anybody's back. */
async function repairLog(context: Context): Promise<publicLog.Repair[]> {
  const { dataFolder } = context.config
  const isHere = (await stat(join(dataFolder, 'signer')).catch(() => null)) !== null
  if (!isHere) return []
  const signer = await publicLog.openSigner(dataFolder).catch((error: unknown) => {
    // One that runs already is the one to ask.
    if (error instanceof Error && 'code' in error && error.code === 'signer/running') return null
    throw error
  })
  try {
    return await publicLog.repairLog(context)
  } finally {
    await signer?.close()
  }
}
