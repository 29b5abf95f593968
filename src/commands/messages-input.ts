import { defineMessages } from '../platform/index.ts'

/** What commands say of a file or of standard input that cannot be read. */
export const inputMessages = defineMessages({
  missing: { fa: 'چنین فایلی نیست', en: 'there is no such file' },
  folder: {
    fa: 'این یک پوشه است، نه فایل؛ نام فایل را بنویسید',
    en: 'this is a folder; name a file'
  },
  forbidden: {
    fa: 'اجازه خواندن این فایل داده نشده است',
    en: 'this file may not be read by you'
  },
  nameTooLong: { fa: 'نام فایل بیش از اندازه بلند است', en: 'the name of the file is too long' },
  unreadable: {
    fa: (code: string) => `این فایل خوانده نمی‌شود (${code})`,
    en: (code: string) => `this file cannot be read (${code})`
  },
  empty: {
    fa: 'ورودی خالی است؛ JSON را از ورودی استاندارد بدهید',
    en: 'is empty: give JSON on standard input'
  },
  notJson: { fa: 'ورودی JSON درستی نیست', en: 'is not JSON' },
  notJsonAt: {
    fa: (line: string, column: string) => `ورودی JSON درستی نیست (سطر ${line}، ستون ${column})`,
    en: (line: string, column: string) => `is not JSON (line ${line}, column ${column})`
  }
})
