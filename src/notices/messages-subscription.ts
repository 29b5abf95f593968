import { defineMessages } from '../platform/index.ts'

/** The pages on which people subscribe to notices. */
export const subscriptionMessages = defineMessages({
  title: { fa: 'اشتراک اطلاعیه‌ها', en: 'Subscribe to notices' },
  lead: {
    fa: 'اطلاعیه‌های تازه و اصلاح‌ها را با ایمیل بگیرید. به نشانی شما نامه‌ای می‌فرستیم و تا پیوند آن را باز و اشتراک را تأیید نکنید، چیز دیگری نمی‌فرستیم.',
    en: 'Get new notices and corrections by e-mail. We send a mail to your address, and nothing more until you open its link and confirm.'
  },
  privacy: {
    fa: 'نشانی شما تنها برای همین کار نگهداری و با پایان اشتراک پاک می‌شود.',
    en: 'Your address is kept for this only, and erased when the subscription ends.'
  },
  noMailTitle: { fa: 'اشتراک با ایمیل راه‌اندازی نشده است', en: 'E-mail is not set up' },
  noMail: {
    fa: 'این سامانه هنوز ایمیل نمی‌فرستد. همین اطلاعیه‌ها را با خوراک‌های زیر در برنامه خبرخوان خود دنبال کنید:',
    en: 'This installation does not send e-mail yet. Follow the same notices in your feed reader:'
  },
  address: { fa: 'نشانی ایمیل', en: 'E-mail address' },
  authority: { fa: 'اطلاعیه‌های کدام دستگاه؟', en: 'Notices of which authority?' },
  anyAuthority: { fa: 'همه دستگاه‌ها', en: 'Every authority' },
  kinds: { fa: 'کدام گونه‌ها؟', en: 'Which kinds?' },
  kindsHelp: {
    fa: 'اگر هیچ‌کدام را برنگزینید، همه گونه‌ها.',
    en: 'If you choose none, every kind.'
  },
  services: { fa: 'درباره کدام خدمات؟', en: 'About which services?' },
  servicesHelp: {
    fa: 'اگر هیچ‌کدام را برنگزینید، همه خدمات.',
    en: 'If you choose none, every service.'
  },
  subscribe: { fa: 'فرستادن نامه تأیید', en: 'Send the confirmation mail' },
  sentTitle: { fa: 'نامه را ببینید', en: 'Look at your mail' },
  sent: {
    fa: 'اگر این نشانی نامه می‌پذیرد، نامه‌ای با پیوند تأیید به آن رفته است. پیوند تا ۲۴ ساعت کار می‌کند. اگر نامه نیامد، پوشه هرزنامه را ببینید یا فردا دوباره درخواست دهید.',
    en: 'If this address takes mail, one with a link to confirm is on its way. The link works for 24 hours. If none comes, look among the junk, or ask again tomorrow.'
  },
  confirmTitle: { fa: 'تأیید اشتراک', en: 'Confirm the subscription' },
  confirmLead: {
    fa: (address: string) => `آیا می‌خواهید اطلاعیه‌های زیر به ${address} فرستاده شود؟`,
    en: (address: string) => `Shall the notices below be sent to ${address}?`
  },
  confirm: { fa: 'بله، بفرستید', en: 'Yes, send them' },
  confirmedTitle: { fa: 'اشتراک برقرار شد', en: 'You are subscribed' },
  confirmed: {
    fa: 'از این پس هر اطلاعیه و هر اصلاح یک بار فرستاده می‌شود. در پای هر نامه پیوندی برای پایان اشتراک هست.',
    en: 'From now on each notice and each correction is sent once. At the foot of every mail is a link to end the subscription.'
  },
  endTitle: { fa: 'پایان اشتراک', en: 'End the subscription' },
  endLead: {
    fa: (address: string) => `دیگر اطلاعیه‌ای به ${address} فرستاده نشود؟`,
    en: (address: string) => `Shall no more notices be sent to ${address}?`
  },
  end: { fa: 'پایان اشتراک', en: 'End it' },
  endedTitle: { fa: 'اشتراک پایان یافت', en: 'The subscription has ended' },
  ended: {
    fa: 'نشانی شما پاک شد و دیگر نامه‌ای به آن فرستاده نمی‌شود.',
    en: 'Your address was erased, and no more mail is sent to it.'
  },
  again: { fa: 'اشتراک دوباره', en: 'Subscribe again' },
  own: { fa: 'اشتراک‌های شما', en: 'Your subscriptions' },
  ownEmpty: { fa: 'اشتراکی ندارید.', en: 'You have no subscriptions.' },
  state: { fa: 'وضع', en: 'State' },
  waiting: { fa: 'در انتظار تأیید', en: 'Waiting for confirmation' },
  active: { fa: 'برقرار', en: 'Active' },
  askedAt: { fa: 'درخواست', en: 'Asked' },
  wish: { fa: 'اطلاعیه‌ها', en: 'Notices' },
  allNotices: { fa: 'همه اطلاعیه‌ها', en: 'All notices' }
})

/** What is wrong with a field of a subscription. */
export const subscriptionProblems = defineMessages({
  address: {
    fa: 'نشانی ایمیل را مانند name@example.ir بنویسید.',
    en: 'Write the address as name@example.ir.'
  },
  authority: { fa: 'یکی از دستگاه‌ها را برگزینید.', en: 'Choose one of the authorities.' },
  service: { fa: 'تنها از خدمات این فهرست برگزینید.', en: 'Choose only services of this list.' }
})

/** The mails themselves. */
export const mailMessages = defineMessages({
  askSubject: { fa: 'تأیید اشتراک اطلاعیه‌ها', en: 'Confirm your subscription to notices' },
  ask: {
    fa: 'کسی، شاید خود شما، خواسته است اطلاعیه‌های این سامانه به این نشانی فرستاده شود. اگر می‌خواهید، این پیوند را تا ۲۴ ساعت باز و تأیید کنید:',
    en: 'Somebody, perhaps you, asked for the notices of this system to be sent to this address. If you want that, open this link within 24 hours and confirm:'
  },
  askElse: {
    fa: 'اگر نمی‌خواهید، کاری نکنید؛ چیزی فرستاده نمی‌شود و این نشانی پاک می‌شود.',
    en: 'If you do not, do nothing: nothing will be sent, and this address is erased.'
  },
  corrected: { fa: 'اصلاح', en: 'Correction' },
  effectiveAt: { fa: 'اجرا از', en: 'In effect from' },
  services: { fa: 'خدمات', en: 'Services' },
  read: { fa: 'این اطلاعیه در سامانه', en: 'This notice on the portal' },
  end: { fa: 'پایان اشتراک', en: 'To end the subscription' }
})
