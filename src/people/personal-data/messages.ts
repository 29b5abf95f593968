import { toPersianDigits } from '../../kernel/persian/index.ts'
import { type Bilingual, defineMessages } from '../../platform/index.ts'

const texts = defineMessages({
  person: { fa: 'مشخصات شما', en: 'Your details' },
  personBecause: {
    fa: 'تا چیزی از شما به دلیلی می‌ماند، نام و شناسه‌ها می‌گوید از آن کیست.',
    en: 'As long as something of yours has to stay, name and identifiers say whose it is.'
  },
  posts: { fa: 'سمت‌هایی که داشته‌اید', en: 'Posts that you held' },
  postsBecause: {
    fa: 'تصمیم‌ها به نام دارنده سمت امضا شده‌اند و نام او با آن‌ها می‌ماند.',
    en: 'Decisions were signed by the holder of the post, whose name stays with them.'
  },
  holds: { fa: 'نگهداری‌های قانونی', en: 'Legal holds' },
  facts: { fa: 'رویدادها', en: 'Facts' },
  factsBecause: {
    fa: 'رویدادها می‌مانند تا کسی نتواند گذشته را بازنویسی کند؛ نام، نشانی و پاسخ شما در آن‌ها نیست و کلیدی که آن‌ها را در دفتر عمومی به شما پیوند می‌دهد پاک می‌شود.',
    en: 'Facts stay, so that nobody can rewrite what happened. They hold no name, address or answer of yours, and the key that ties them to you in the public log is erased.'
  },
  looks: { fa: 'چه کسی نگاه کرده است', en: 'Who looked' },
  waiting: { fa: 'پیام‌های در راه', en: 'Messages on their way' },
  hasRoles: {
    fa: 'شما در دستگاهی نقش دارید. نخست از مدیر سامانه دستگاه بخواهید نقش شما را پایان دهد.',
    en: 'You hold a role in an authority. Ask its administrator to end it first.'
  },
  toldAskedSubject: { fa: 'درخواست پاک کردن داده‌های شما ثبت شد', en: 'You asked to be erased' },
  toldCancelledSubject: {
    fa: 'از پاک کردن داده‌های شما صرف‌نظر شد',
    en: 'Your data will not be erased'
  },
  toldCancelled: {
    fa: 'درخواست پاک کردن داده‌های شما پس گرفته شد. اگر شما این کار را نکرده‌اید، به حساب خود سر بزنید.',
    en: 'The request to erase your data was taken back. If that was not you, look at your account.'
  },
  toldBegunSubject: { fa: 'پاک کردن داده‌های شما آغاز شد', en: 'Your data is being erased' },
  toldBegun: {
    fa: 'مهلت انصراف گذشت و داده‌های شما اکنون پاک می‌شود. این آخرین پیام این حساب است.',
    en: 'The time to take it back has passed, and your data is being erased now. This is the last message of this account.'
  },
  toldPutOffSubject: { fa: 'پاک کردن داده‌های شما عقب افتاد', en: 'Your erasure was put off' },
  toldPutOff: {
    fa: 'اکنون چیزی مانع پاک کردن داده‌های شماست. سبب آن در صفحه «داده‌های من» نوشته شده است و هر روز دوباره بررسی می‌شود.',
    en: 'Something now stands against erasing your data. The page “My data” says what; it is looked at again every day.'
  },
  toldExportSubject: { fa: 'نسخه داده‌های شما آماده است', en: 'The copy of your data is ready' },
  toldExport: {
    fa: 'نسخه داده‌هایی که خواسته بودید آماده است. آن را در صفحه «داده‌های من» دریافت کنید. اگر شما نخواسته بودید، همه ورودهای حساب را پایان دهید.',
    en: 'The copy of your data that you asked for is ready. Get it on the page “My data”. If you did not ask for it, end all sessions of your account.'
  },
  toldHeldSubject: { fa: 'نگهداری قانونی', en: 'A legal hold' },
  toldHeld: {
    fa: 'دستگاهی داده‌هایی از شما را زیر نگهداری قانونی گذاشته است. سبب آن در صفحه «داده‌های من» است.',
    en: 'An authority placed data of yours under a legal hold. The page “My data” says why.'
  },
  toldLiftedSubject: { fa: 'پایان نگهداری قانونی', en: 'A legal hold was lifted' },
  toldLifted: {
    fa: 'نگهداری قانونی داده‌های شما برداشته شد.',
    en: 'The legal hold on your data was lifted.'
  }
})

export const messages = {
  entries: {
    ...texts.entries,
    holdRefuses: (authority: string, reason: string): Bilingual => ({
      fa: `داده‌های شما در دستگاه ${authority} زیر نگهداری قانونی است: ${reason}`,
      en: `Your data at the authority ${authority} is under a legal hold: ${reason}`
    }),
    toldAsked: (days: number): Bilingual => ({
      fa: `داده‌های شما ${toPersianDigits(String(days))} روز دیگر پاک می‌شود و پس از آن برنمی‌گردد. تا آن زمان می‌توانید در صفحه «داده‌های من» از آن صرف‌نظر کنید.`,
      en: `Your data will be erased in ${String(days)} days, and does not come back. Until then you can take it back on the page “My data”.`
    })
  }
}
