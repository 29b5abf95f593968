import type { ClientFault } from './client.ts'
import type { LookupFault } from './lookup.ts'
import type { PinFault } from './recipient.ts'

/** Any reason why nothing may be sealed. */
export type DirectoryFault = LookupFault | PinFault | ClientFault

const untrue = {
  fa: 'آنچه سامانه درباره کلید این گیرنده گفت با دفتر عمومی نمی‌خواند. نامه مهر و موم نشد. به بازرسی دستگاه خبر دهید.',
  en: 'What the desk said of the key of this recipient does not agree with the public log. Nothing was sealed. Tell the inspection of your body.'
}
const takenBack = {
  fa: 'سامانه چیزی از کلیدهای این گیرنده را که پیش‌تر نشان داده بود پس گرفته یا عوض کرده است. نامه مهر و موم نشد. به بازرسی دستگاه خبر دهید.',
  en: 'The desk took back or changed what it had shown of the keys of this recipient. Nothing was sealed. Tell the inspection of your body.'
}
const forked = {
  fa: 'دفتر عمومی یا دفتر کلیدها برای شما چیزی جز آنچه پیش‌تر دیدید نشان می‌دهد. نامه مهر و موم نشد. به بازرسی دستگاه خبر دهید.',
  en: 'The public log or the key directory shows you something other than it did before. Nothing was sealed. Tell the inspection of your body.'
}
const away = {
  fa: 'کلید گیرنده گرفته نشد. اتصال را ببینید و دوباره بکوشید.',
  en: 'The key of the recipient could not be fetched. Look at your connection and try again.'
}

/** What each reason says to people, in both languages. */
export const directoryMessages: Readonly<
  Record<DirectoryFault, { readonly fa: string; readonly en: string }>
> = {
  'ask-failed': away,
  'ask-refused': {
    fa: 'سامانه کلید این گیرنده را به شما نشان نمی‌دهد.',
    en: 'The desk does not show you the key of this recipient.'
  },
  'head-stale': {
    fa: 'دفتر کلیدها بیش از ۲۴ ساعت است که تازه نشده است، یا ساعت این دستگاه درست نیست. نامه مهر و موم نشد.',
    en: 'The key directory is older than 24 hours, or the clock of this device is wrong. Nothing was sealed.'
  },
  'head-ahead': {
    fa: 'ساعت این دستگاه عقب است. آن را درست کنید و دوباره بکوشید.',
    en: 'The clock of this device is behind. Set it and try again.'
  },
  'pin-unreadable': {
    fa: 'آنچه این دستگاه از کلیدهای پیشین به یاد داشت خواندنی نیست.',
    en: 'What this device remembered of earlier keys cannot be read.'
  },
  'answer-form': untrue,
  'answer-other-owner': untrue,
  'head-unproven': untrue,
  'head-other-log': untrue,
  'head-form': untrue,
  'alias-unproven': untrue,
  'entries-unproven': untrue,
  'earlier-unproven': untrue,
  'earlier-too-new': untrue,
  'chain-too-long': untrue,
  'entry-other-owner': untrue,
  'entry-order': untrue,
  'entry-name': untrue,
  'entry-signature': untrue,
  'recovery-too-early': untrue,
  'pin-owner-changed': takenBack,
  'pin-entries-dropped': takenBack,
  'pin-entries-differ': takenBack,
  'pin-entry-annulled': takenBack,
  'pin-head-rolled-back': forked,
  'pin-head-fork': forked,
  'log-rolled-back': forked,
  'log-fork': forked
}
