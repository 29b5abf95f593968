import { defineMessages } from '../../platform/index.ts'

/** What a copy of one's data, and an erasure, say of the directory. */
export const messages = defineMessages({
  keys: { fa: 'کلیدهای عمومی صندوق نامه', en: 'Public keys of the mailbox' },
  because: {
    fa: 'کلیدهای عمومی در دفتر کلیدها می‌مانند، بی‌آنکه معلوم باشد از آن کیستند: امضا و ریشه‌های منتشرشده به آن‌ها وابسته است. صندوق بسته می‌شود.',
    en: 'Public keys stay in the key directory without saying whose they are: signatures and published roots rest on them. The mailbox is closed.'
  }
})
