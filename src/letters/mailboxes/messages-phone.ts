import { defineMessages } from '../../platform/index.ts'

/** Words of the page by which a telephone unlocks a computer. */
export const phoneMessages = defineMessages({
  title: { fa: 'باز کردن صندوق در رایانه', en: 'Open the mailbox on a computer' },
  lead: {
    fa: 'رایانه‌ای که روبه‌روی شماست در انتظار این تلفن است.',
    en: 'The computer in front of you waits for this telephone.'
  },
  compare: {
    fa: 'همین شماره باید روی صفحه رایانه باشد:',
    en: 'This number has to stand on the screen of the computer:'
  },
  warning: {
    fa: 'آن رایانه تا قفل شدن صندوق می‌تواند همه نامه‌ها را بخواند. تنها رایانه‌ای را باز کنید که به آن اطمینان دارید، و پس از کار «قفل کن» را بزنید.',
    en: 'Until the mailbox is locked, that computer can read every letter. Only open one that you trust, and press “Lock” when you are done.'
  },
  same: { fa: 'شماره همان است؛ باز کن', en: 'The number is the same; open it' },
  other: { fa: 'شماره دیگری است', en: 'It is another number' },
  done: { fa: 'رایانه باز شد.', en: 'The computer is open.' },
  wrongKey: {
    fa: 'این پیوند از آن رایانه نیست. چیزی باز نشد. نقش را دوباره با دوربین بخوانید.',
    en: 'This link is not of that computer. Nothing was opened. Read the picture with the camera again.'
  }
})
