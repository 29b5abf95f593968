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

/** What is known of how a letter was opened, beside an event, by the codes of its evidence. */
export const openingMessages = defineMessages({
  'page-opened': {
    fa: 'برگه آن باز شد؛ دانسته نیست چه کسی آن را باز کرد',
    en: 'its page was opened; by whom is not known'
  },
  'page-kept': {
    fa: 'گیرنده آن را در صندوق خود نگه داشت',
    en: 'its recipient kept it in their mailbox'
  },
  opened: {
    fa: 'پس از آنکه گیرنده آن را باز کرده بود',
    en: 'after its recipient had opened it'
  },
  'opened-by-page': {
    fa: 'پس از آنکه برگه آن باز شده بود',
    en: 'after its page had been opened'
  },
  'fetched-unproven': {
    fa: 'گرفته شده بود؛ ثابت نشده است که باز شده باشد',
    en: 'it had been fetched; that it was opened is not proven'
  },
  'opening-unproven': {
    fa: 'ثابت نشده است که باز شده باشد',
    en: 'that it was opened is not proven'
  }
})
