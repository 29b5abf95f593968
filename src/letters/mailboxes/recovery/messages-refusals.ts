import { defineMessages } from '../../../platform/index.ts'

export const recoveryRefusals = defineMessages({
  notFound: {
    fa: 'چنین سهمی پیدا نشد، یا دیگر با شما نیست.',
    en: 'There is no such share, or it is no longer with you.'
  },
  notOpened: {
    fa: 'سهم در این دستگاه باز نشد. نخست صندوق خودتان را باز کنید و ساعت دستگاه را ببینید.',
    en: 'The share was not opened on this device. Open your own mailbox first, and look at the clock of the device.'
  },
  nobody: {
    fa: 'کسی را نام نبرده‌اید که پذیرفته باشد؛ این راه باز نیست.',
    en: 'You have named nobody who has accepted; this way is not open.'
  },
  askedBefore: {
    fa: 'این درخواست پیش‌تر داده شده است و در جریان است.',
    en: 'This was asked for before, and goes on.'
  },
  waits: {
    fa: 'زمان انتظار هنوز نگذشته است، یا بررسی مدرک انجام نشده است.',
    en: 'The waiting time is not over, or the paper was not looked at yet.'
  },
  anew: {
    fa: 'نیمه‌ای که نزد او بود با کلید تازه صندوقش باز نمی‌شود. تا صاحب صندوق نیمه تازه‌ای نسپارد، از این راه چیزی باز نمی‌شود.',
    en: 'The half that was with them does not open with the new key of their mailbox. Nothing opens by this way until the owner gives a new half.'
  },
  lost: {
    fa: 'سهم ما دیگر خوانده نمی‌شود و از این راه چیزی باز نمی‌شود. کس دیگری را از نو نام ببرید.',
    en: 'Our share cannot be read any more, and nothing opens by this way. Name somebody anew.'
  }
})
