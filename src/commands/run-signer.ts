import { readConfig } from '../config.ts'
import { giveBackMemory } from '../platform/give-back-memory.ts'
import { publicLog } from '../ledger/index.ts'

const settledMilliseconds = 5000

/**
 * Runs the signer of the data folder until it is told to stop, or the process that started it is gone.
 * It opens no database.
 */
export async function runSigner(told: Promise<void>): Promise<void> {
  setTimeout(giveBackMemory, settledMilliseconds).unref()
  const orphaned = starterGone()
  const signer = await publicLog.openSigner(readConfig().dataFolder)
  await Promise.race([told, orphaned])
  await signer.close()
  if (process.connected) process.disconnect?.()
}

/** Listens before anything is opened: a starter that is killed in that time says so once. */
function starterGone(): Promise<void> {
  const { connected } = process as { connected?: boolean }
  // It was killed while this process was still loading; without a channel there is no `connected`.
  if (connected === false) return Promise.resolve()
  return new Promise((resolve) => {
    process.once('disconnect', () => {
      resolve()
    })
  })
}
