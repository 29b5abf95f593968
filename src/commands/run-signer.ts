import { readConfig } from '../config.ts'
import { publicLog } from '../ledger/index.ts'

/**
 * Runs the signer of the data folder until it is told to stop, or the process that started it is gone.
 * It opens no database.
 */
export async function runSigner(told: Promise<void>): Promise<void> {
  const signer = await publicLog.openSigner(readConfig().dataFolder)
  const orphaned = new Promise<void>((resolve) => {
    process.once('disconnect', () => {
      resolve()
    })
  })
  await Promise.race([told, orphaned])
  await signer.close()
  if (process.connected) process.disconnect?.()
}
