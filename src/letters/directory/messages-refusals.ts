import { defineMessages } from '../../platform/index.ts'

/** What is refused, and what to do. */
export const messages = defineMessages({
  entryRefused: {
    fa: 'این کلید در دفتر کلیدها ثبت نشد، چون ادامه درست کلیدهای پیشین این صندوق نیست. صفحه را از نو باز کنید و دوباره بکوشید.',
    en: 'This key was not entered in the key directory: it does not continue the keys of this mailbox. Open the page anew and try again.'
  },
  sequenceTaken: {
    fa: 'همین دم کلید دیگری برای این صندوق ثبت شد. صفحه را از نو باز کنید و ببینید کار خودتان بوده است یا نه.',
    en: 'Another key was entered for this mailbox just now. Open the page anew and see whether it was you.'
  },
  aliasTaken: {
    fa: 'این شناسه در دفتر کلیدها از آن صندوق دیگری است و جابه‌جا نمی‌شود.',
    en: 'This identifier belongs to another mailbox in the key directory, and cannot be moved.'
  },
  nothingToStop: {
    fa: 'کلید بازیابی‌شده‌ای نیست که هنوز بشود جلوی آن را گرفت: یا درخواستی نبوده است یا ۷۲ ساعت آن گذشته است.',
    en: 'There is no recovered key that could still be stopped: there was none, or its 72 hours are over.'
  },
  noHead: {
    fa: 'دفتر کلیدها هنوز در دفتر عمومی منتشر نشده است. چند ثانیه دیگر دوباره بکوشید؛ تا آن دم نامه‌ای مهر و موم نکنید.',
    en: 'The key directory does not stand in the public log yet. Try again in some seconds, and seal no letter until then.'
  },
  ownerForm: {
    fa: 'نام صندوق درست نیست. واحد به شکل unit:sko/it و صندوق به شکل mailbox:شناسه است؛ با شناسه شخص تنها از راه key-directory/lookups بپرسید.',
    en: 'This names no mailbox. A unit is unit:sko/it, a mailbox mailbox:<id>; ask by the identifier of a person through key-directory/lookups only.'
  },
  tooManyLookups: {
    fa: 'در یک دقیقه گیرندگان یا کلیدهای بسیاری پرسیده شد. کمی دیگر دوباره بکوشید.',
    en: 'Too many recipients or keys were looked up within a minute. Try again in a while.'
  }
})
