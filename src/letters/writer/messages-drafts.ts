import { defineMessages } from '../../platform/index.ts'

/** Words about letters that are being written. */
export const draftMessages = defineMessages({
  title: { fa: 'پیش‌نویس‌ها', en: 'Drafts' },
  lead: {
    fa: 'پیش‌نویس‌ها در مرورگر برای صندوق واحد مهر و موم شده‌اند: هر همکاری که صندوق واحد را باز می‌کند، روی هر دستگاهی، آن‌ها را ادامه می‌دهد. سامانه متن هیچ‌یک را نمی‌بیند.',
    en: 'Drafts are sealed in the browser to the mailbox of the unit: any colleague who opens it goes on with them, on any device. The system sees the text of none.'
  },
  locked: {
    fa: 'تا صندوق باز نشود تنها زمان و نویسنده پیداست.',
    en: 'Until the mailbox is open only times and authors are seen.'
  },
  kept: {
    fa: 'پیش‌نویسی که سی روز دست نخورد پاک می‌شود. پیوست در پیش‌نویس نگه داشته نمی‌شود.',
    en: 'A draft that nobody touches for thirty days is removed. Attachments are not kept in drafts.'
  },
  empty: { fa: 'پیش‌نویسی نیست.', en: 'There is no draft.' },
  changedAt: { fa: 'آخرین تغییر', en: 'Last changed' },
  author: { fa: 'نویسنده', en: 'Author' },
  about: { fa: 'درباره', en: 'About' },
  draftNotFound: { fa: 'چنین پیش‌نویسی نیست.', en: 'There is no such draft.' },
  draftChanged: {
    fa: 'همکاری این پیش‌نویس را در این میان عوض یا پاک کرده است. متن شما در همین صفحه هست و نگه داشته نشد.',
    en: 'A colleague changed or discarded this draft meanwhile. Your text is on this page and was not kept.'
  },
  draftForm: {
    fa: 'پیش‌نویس باید برای صندوق واحد مهر و موم شده باشد.',
    en: 'A draft has to be sealed to the mailbox of the unit.'
  },
  tooManyDrafts: {
    fa: 'این واحد دویست پیش‌نویس دارد؛ نخست برخی را پاک کنید.',
    en: 'This unit has two hundred drafts; discard some first.'
  }
})
