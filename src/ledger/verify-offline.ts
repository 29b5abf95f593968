import { formatJalaliDateTime } from '../kernel/persian/index.ts'
import type { Html, SavedPageAssets } from '../platform/html/index.ts'
import type { Context, Lang } from '../platform/index.ts'
import { offlinePage } from './views/verify-offline.ts'

/** The saved copy as it is now. */
export async function makeOfflineCopy(
  { config, clock }: Context,
  from: { lang: Lang; policy: string; assets: () => Promise<SavedPageAssets> }
): Promise<Html> {
  const { lang, policy } = from
  return offlinePage(
    { lang },
    {
      policy,
      ...(await from.assets()),
      origin: config.origin,
      madeAt: formatJalaliDateTime(clock.now(), lang)
    }
  )
}
