import { defineMessages } from '../platform/index.ts'

export const messages = defineMessages({
  subscriptions: { fa: 'اشتراک اطلاعیه‌ها', en: 'Subscriptions to notices' }
})
