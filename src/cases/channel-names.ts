import type { Channel } from '../catalogue/index.ts'
import type { Bilingual } from '../platform/index.ts'

/** The channels that the agreements name (SK-5.1b to e). */
export const channelNames: Readonly<Record<Channel, Bilingual>> = {
  site: { fa: 'سایت', en: 'the site' },
  post: { fa: 'پست', en: 'post' },
  pishkhan: { fa: 'دفتر پیشخوان', en: 'a pishkhan office' },
  'in-person': { fa: 'حضوری', en: 'in person' }
}
