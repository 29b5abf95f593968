import { toPersianDigits } from '../../kernel/persian/index.ts'
import { defineMessages } from '../../platform/index.ts'

const look = {
  fa: 'اگر کار شما نبوده است، همین حالا به «دفتر کلیدها» در حساب خود بروید (/account/keys).',
  en: 'If it was not you, go to “Key directory” in your account now (/en/account/keys).'
}

/** What owners are told of each change of their keys. Nothing here can open a letter. */
export const messages = defineMessages({
  enrolled: { fa: 'صندوق نامه شما کلید گرفت', en: 'Your mailbox has a key' },
  enrolledText: {
    fa: `کلید صندوق نامه شما در دفتر کلیدها ثبت شد؛ از این پس نامه‌ها با آن مهر و موم می‌شوند. ${look.fa}`,
    en: `The key of your mailbox was entered in the key directory: letters are sealed with it from now on. ${look.en}`
  },
  rotated: { fa: 'کلید صندوق نامه شما نو شد', en: 'Your mailbox has a new key' },
  rotatedText: {
    fa: `کلید تازه‌ای که با کلید پیشین امضا شده است، جای آن را گرفت. ${look.fa}`,
    en: `A new key, signed by the one before, took its place. ${look.en}`
  },
  recovered: {
    fa: 'هشدار: کلید تازه‌ای برای صندوق نامه شما خواسته شد',
    en: 'Warning: a new key was asked for your mailbox'
  },
  recoveredText: {
    fa: (hours: number) =>
      `کلید تازه‌ای بی‌امضای کلید پیشین برای صندوق نامه شما ثبت شده است. اگر تا ${toPersianDigits(String(hours))} ساعت جلوی آن را نگیرید، نامه‌های تازه با آن مهر و موم می‌شوند. ${look.fa}`,
    en: (hours: number) =>
      `A new key that the one before has not signed was entered for your mailbox. Unless you stop it within ${String(hours)} hours, new letters are sealed with it. ${look.en}`
  },
  stopped: { fa: 'بازیابی کلید صندوق شما متوقف شد', en: 'The recovery of your key was stopped' },
  stoppedText: {
    fa: `کلید پیشین صندوق نامه شما برجا ماند و کلید تازه کنار گذاشته شد. ${look.fa}`,
    en: `The key of before stays, and the new one counts for nothing. ${look.en}`
  },
  closed: { fa: 'صندوق نامه شما بسته شد', en: 'Your mailbox was closed' },
  closedText: {
    fa: `دیگر نامه‌ای برای این صندوق مهر و موم نمی‌شود. ${look.fa}`,
    en: `No letter is sealed to it any more. ${look.en}`
  },
  ofUnit: {
    fa: (unit: string) => `کلید صندوق نامه واحد ${unit} تغییر کرد`,
    en: (unit: string) => `The key of the mailbox of ${unit} changed`
  }
})
