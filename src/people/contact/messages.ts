import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  contacts: { fa: 'راه‌های تماس', en: 'Contacts' },
  contactsLead: {
    fa: 'هر خبری از حساب شما به همه این‌ها فرستاده می‌شود و با هر کدام می‌توان حساب را بازیابی کرد. دست‌کم دو راه داشته باشید.',
    en: 'Every news of your account goes to all of these, and each of them can recover the account. Keep at least two.'
  },
  none: { fa: 'هنوز راه تماس تأییدشده‌ای ندارید.', en: 'You have no proven contact yet.' },
  channel: { fa: 'راه', en: 'Way' },
  'e-mail': { fa: 'رایانامه', en: 'E-mail' },
  sms: { fa: 'پیامک', en: 'Short message' },
  address: { fa: 'نشانی', en: 'Address' },
  proven: { fa: 'تأییدشده', en: 'Proven' },
  actions: { fa: 'اقدام', en: 'Action' },
  remove: {
    fa: (address: string) => `برداشتن ${address}`,
    en: (address: string) => `Remove ${address}`
  },
  add: { fa: 'افزودن راه تماس', en: 'Add a contact' },
  addLead: {
    fa: 'کدی به آن می‌فرستیم؛ تا کد برنگردد افزوده نمی‌شود.',
    en: 'We send a code there; it is not added before the code comes back.'
  },
  addedSubject: { fa: 'راه تماس تازه', en: 'A new contact' },
  addedText: {
    fa: (channel: string) =>
      `یک راه تماس تازه (${channel}) به حساب شما افزوده شد. اگر کار شما نبود، در صفحه حساب «این من نبودم» را بزنید یا این پیوند را باز کنید.`,
    en: (channel: string) =>
      `A new contact (${channel}) was added to your account. If that was not you, press “This was not me” on your account page, or open this link.`
  },
  removedSubject: { fa: 'راه تماس برداشته شد', en: 'A contact was removed' },
  removedText: {
    fa: (channel: string) =>
      `یک راه تماس (${channel}) از حساب شما برداشته شد؛ این پیام به همان نشانی هم فرستاده شده است. اگر کار شما نبود، در صفحه حساب «این من نبودم» را بزنید یا این پیوند را باز کنید.`,
    en: (channel: string) =>
      `A contact (${channel}) was removed from your account; this message went to that address too. If that was not you, press “This was not me” on your account page, or open this link.`
  },
  undoneText: {
    fa: (channel: string) =>
      `چون گزارش شد که کس دیگری در حساب بوده است، راه تماسی که در آن زمان افزوده شده بود (${channel}) برداشته شد.`,
    en: (channel: string) =>
      `Because somebody else was reported to be in the account, a contact that was added then (${channel}) was removed.`
  },
  added: { fa: 'راه تماس افزوده شد.', en: 'The contact was added.' },
  removed: { fa: 'راه تماس برداشته شد.', en: 'The contact was removed.' },
  messages: { fa: 'پیام‌های حساب', en: 'News of your account' },
  messagesLead: {
    fa: 'آنچه سامانه درباره حساب شما گفته است. همین‌ها به راه‌های تماس شما هم فرستاده شده است؛ از درخواست‌ها و نامه‌ها چیزی در آن‌ها نیست.',
    en: 'What the platform told you about your account. The same went to your contacts; nothing of applications or letters is in it.'
  },
  noMessages: { fa: 'هنوز خبری نیست.', en: 'No news yet.' },
  unread: { fa: 'تازه', en: 'New' }
})
