import { missingFrom } from './erasure-lists.ts'

/**
 * What whoever restored is told where the key of the desk's halves is not in the data folder; nothing where it is.
 * It is in no backup, which would else hold both the halves and what opens them.
 */
export async function missingShareKeyText(dataFolder: string): Promise<string[]> {
  if ((await missingFrom(dataFolder, ['share-key'])).length === 0) return []
  return [
    'not in the data folder: share-key. If anybody named a recovery contact or an heir, the half of the desk opens',
    'nothing without it: put it there before you start the desk, or ask them all to name somebody anew'
  ]
}
