import { defineMessages } from '../../platform/index.ts'

/** What components are called. */
export const componentMessages = defineMessages({
  desk: { fa: 'میز خدمت', en: 'Service desk' },
  portal: { fa: 'پرتال', en: 'Portal' },
  failureReports: { fa: 'گزارش خرابی', en: 'Failure reports' },
  letters: { fa: 'نامه‌رسانی', en: 'Letters' },
  service: {
    fa: (title: string) => `خدمت «${title}»`,
    en: (title: string) => `Service “${title}”`
  },
  subPortal: {
    fa: (host: string) => `زیرپرتال ${host}`,
    en: (host: string) => `Sub-portal ${host}`
  }
})
