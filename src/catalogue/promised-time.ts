import { formatCount } from '../kernel/persian/index.ts'
import type { Lang } from '../platform/index.ts'
import type { PromisedTime } from './card.ts'
import { timeUnits } from './card-options.ts'

/** A promised time in words: «۱۰ روز کاری», "10 working days". */
export function promisedTimeText(time: PromisedTime, lang: Lang): string {
  return formatCount(time.amount, timeUnits[time.unit], lang)
}
