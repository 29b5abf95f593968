import { defineMessages } from '../../platform/index.ts'

/** The states of a letter in words, by their names. */
export const stateMessages = defineMessages({
  accepted: { fa: 'پذیرفته شد', en: 'Accepted' },
  scheduled: { fa: 'زمان‌بندی شد', en: 'Scheduled' },
  'awaiting-recipient': { fa: 'در انتظار صندوق گیرنده', en: 'Waiting for the recipient’s mailbox' },
  published: { fa: 'به صندوق رسید', en: 'Delivered to the mailbox' },
  fetched: { fa: 'دریافت شد', en: 'Fetched' },
  opened: { fa: 'باز شد', en: 'Opened' },
  acknowledged: { fa: 'اعلام وصول شد', en: 'Acknowledged' },
  replied: { fa: 'پاسخ داده شد', en: 'Answered' },
  refused: { fa: 'پذیرفته نشد', en: 'Refused' },
  failed: { fa: 'تحویل نشد', en: 'Failed' },
  expired: { fa: 'مهلت آن گذشت', en: 'Expired' },
  withdrawn: { fa: 'پس گرفته شد', en: 'Taken back' },
  purged: { fa: 'متن آن پاک شد', en: 'Purged' }
})
