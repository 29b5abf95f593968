import { defineMessages } from '../platform/index.ts'

export const messages = defineMessages({
  reports: {
    fa: 'گزارش‌های خرابی با نشانی شما',
    en: 'Failure reports that give your address'
  }
})
