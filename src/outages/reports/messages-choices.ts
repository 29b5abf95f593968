import { defineMessages } from '../../platform/text.ts'

export const choiceMessages = defineMessages({
  desk: { fa: 'میز خدمت', en: 'Service desk' },
  portal: { fa: 'وبگاه', en: 'Website' },
  'failure-reports': { fa: 'گزارش خرابی', en: 'Failure reports' },
  letters: { fa: 'نامه‌رسانی', en: 'Letters' },
  host: {
    fa: (host: string) => `وبگاه ${host}`,
    en: (host: string) => `Website ${host}`
  },
  unknown: { fa: 'نام‌برده نشده', en: 'Not named' }
})
