import { defineMessages } from '../../platform/text.ts'

export const choiceMessages = defineMessages({
  desk: { fa: 'میز خدمت', en: 'Service desk' },
  portal: { fa: 'پرتال', en: 'Portal' },
  'failure-reports': { fa: 'گزارش خرابی', en: 'Failure reports' },
  letters: { fa: 'نامه‌رسانی', en: 'Letters' },
  host: {
    fa: (host: string) => `زیرپرتال ${host}`,
    en: (host: string) => `Sub-portal ${host}`
  },
  unknown: { fa: 'نام‌برده نشده', en: 'Not named' }
})
