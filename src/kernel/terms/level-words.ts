import type { Level } from './agreement.ts'
import { both } from './problem.ts'

/** Names of what a level bounds. */
export const indicatorTitles = {
  'promised-time-kept': both('پایبندی به زمان وعده', 'Promised time kept'),
  availability: both('در دسترس بودن', 'Availability'),
  visits: both('مراجعه حضوری', 'In-person visits')
} satisfies Record<Level['indicator'], { fa: string; en: string }>

/** Units of a level, as they follow a number. */
export const unitTexts = {
  percent: both('درصد', 'percent'),
  visit: both('مراجعه', 'visits')
} satisfies Record<Level['unit'], { fa: string; en: string }>
