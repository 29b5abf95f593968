import { defineMessages } from '../../platform/index.ts'

const look = {
  fa: 'چه کسی و کی، در سیاهه ثبت شده است. اگر این کار را نمی‌شناسید، با مدیر دستگاه خود در میان بگذارید. تنظیم آن در «نامه‌های واحد»، برگه «نامه‌های نمونه» است.',
  en: 'By whom and when is a fact in the log. If you do not know of it, tell the administrator of your body. The setting is on the page “Templates” of the letters of the unit.'
}

/** What the people of a unit are told when its rule of two people for letters changes. */
export const messages = defineMessages({
  turnedOff: {
    fa: (unit: string) => `هشدار: تأیید نفر دوم برای نامه‌های ${unit} برداشته شد`,
    en: (unit: string) => `Warning: letters of ${unit} need no second person any more`
  },
  turnedOffText: {
    fa: (unit: string) =>
      `از این پس هر نویسنده ${unit} نامه را به تنهایی می‌فرستد و نفر دومی آن را تأیید نمی‌کند. ${look.fa}`,
    en: (unit: string) =>
      `From now on each writer of ${unit} sends letters alone, and no second person approves them. ${look.en}`
  },
  turnedOn: {
    fa: (unit: string) => `تأیید نفر دوم برای نامه‌های ${unit} گذاشته شد`,
    en: (unit: string) => `Letters of ${unit} need a second person from now on`
  },
  turnedOnText: {
    fa: (unit: string) =>
      `از این پس هر نامه ${unit} پیش از رفتن در انتظار تأیید نفر دومی می‌ماند. ${look.fa}`,
    en: (unit: string) =>
      `From now on each letter of ${unit} waits for a second person before it goes. ${look.en}`
  }
})
