import { useAssets } from '../../platform/html/index.ts'
import type { Log } from '../../platform/log.ts'

/** Makes the styles and scripts where they are missing or old, behind the pages that are served already. */
export async function freshAssets(log: Log): Promise<void> {
  try {
    const { buildAssets } = await import('../../platform/html/build-assets.ts')
    useAssets((await buildAssets()).manifest)
  } catch (error) {
    log.warn({ error }, 'the styles could not be made; the report desk goes on without new ones')
  }
}
