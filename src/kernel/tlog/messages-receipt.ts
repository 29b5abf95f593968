import type { EntryDoubt, EntryProofFault } from './entry-proof.ts'
import type { PromiseFault } from './promise.ts'
import type { ReceiptFault } from './receipt.ts'
import type { ReceiptDoubt } from './verify-receipt.ts'

/** Every reason for which a receipt, the proof of an entry or a promise is not believed. */
export type DoubtCode = ReceiptFault | ReceiptDoubt | EntryProofFault | EntryDoubt | PromiseFault

const torn = {
  fa: 'فایل رسید ناقص یا دست‌خورده است: ساختار آن با قالب رسید نمی‌خواند. رسید را دوباره از سامانه بگیرید.',
  en: 'The receipt file is incomplete or altered: it does not have the form of a receipt. Get the receipt again.'
}
const badNote = {
  fa: 'نقطه‌بازبینی درون فایل ناقص یا دست‌خورده است: ساختار یادداشت امضاشده را ندارد.',
  en: 'The checkpoint in the file is incomplete or altered: it does not have the form of a signed note.'
}
const badHead = {
  fa: 'نقطه‌بازبینی درون فایل خوانده نمی‌شود: نام دفتر، اندازه یا ریشه آن درست نوشته نشده است.',
  en: 'The checkpoint in the file cannot be read: its log, its size or its root is not written right.'
}
const wrongPath = {
  fa: 'مسیر اثبات درون رسید با جایی که رسید از آن سخن می‌گوید جور نیست؛ رسید چیزی را ثابت نمی‌کند.',
  en: 'The path in the receipt does not fit the place that the receipt speaks of; it proves nothing.'
}
const wrongRoot = {
  fa: 'محاسبه از متن رسید به ریشه نقطه‌بازبینی نمی‌رسد: متن، زمان یا جایگاه دست خورده است، یا این متن هرگز در این دفتر ثبت نشده است.',
  en: 'Reckoned from its statement, the receipt does not lead to the root of the checkpoint: the statement, the time or the place was altered, or it was never in this log.'
}
const badSignature = {
  fa: 'امضایی به نام یکی از کلیدهای شناخته‌شده در این فایل هست که درست نیست؛ به هیچ بخش آن اعتماد نمی‌شود.',
  en: 'The file bears a wrong signature in the name of a known key; no part of it is believed.'
}
const badPromise = {
  fa: 'این یادداشت ساختار یک قول ثبت را ندارد یا دست خورده است.',
  en: 'This note does not have the form of a promise, or was altered.'
}
const badTime = {
  fa: 'زمان نوشته‌شده در فایل پذیرفته نیست.',
  en: 'A time written in the file is not acceptable.'
}

const entries: Readonly<Record<DoubtCode, { readonly fa: string; readonly en: string }>> = {
  'too-large': {
    fa: 'این فایل بزرگ‌تر از آن است که رسید باشد.',
    en: 'This file is larger than any receipt is.'
  },
  'not-utf-8': {
    fa: 'این فایل متنی نیست؛ رسید، فایلی متنی با پسوند tlog-proof است.',
    en: 'This file is not text; a receipt is a text file that ends in .tlog-proof.'
  },
  'proof-header': {
    fa: 'این فایل رسید نیست: سطر نخست آن باید نام قالب رسید باشد.',
    en: 'This file is no receipt: its first line must be c2sp.org/tlog-proof@v1.'
  },
  'control-character': {
    fa: 'در نقطه‌بازبینی نویسه‌ای پنهان هست که پذیرفته نیست؛ شاید سر راه، پایان سطرها دگرگون شده باشد.',
    en: 'The checkpoint holds a control character; its line ends may have been changed on the way.'
  },
  'proof-form': torn,
  'proof-extra-form': torn,
  'proof-index-form': torn,
  'proof-hash-form': torn,
  'proof-too-many-hashes': torn,
  'receipt-truncated': torn,
  'receipt-path-length': torn,
  'receipt-position': torn,
  'receipt-time-invalid': badTime,
  'receipt-opening-missing': {
    fa: 'این فایل اثبات دفتر است، اما متنی را که ثابت می‌کند با خود ندارد.',
    en: 'This file is a proof of a log, but does not carry the statement that it proves.'
  },
  'entry-unreadable': {
    fa: 'برگ دفتری که در فایل است خوانده نمی‌شود؛ فایل ناقص یا دست‌خورده است.',
    en: 'The entry of the log in the file cannot be read; the file is incomplete or altered.'
  },
  'entry-sealed': {
    fa: 'این فایل از یک برگ مهر و موم‌شده است که کسی نمی‌تواند آن را بخواند؛ تنها رسید، متنی را در چنین برگی ثابت می‌کند.',
    en: 'This file is of a sealed entry, in which nobody can read anything; only a receipt proves a statement in such an entry.'
  },
  'receipt-mark-unknown': {
    fa: 'این فایل اثبات دفتری دیگر است، نه رسید پیمان.',
    en: 'This file is a proof of another kind of log, not a receipt of Peyman.'
  },
  'receipt-statement': {
    fa: 'متنی که در رسید است خوانده نمی‌شود؛ فایل ناقص یا دست‌خورده است.',
    en: 'The statement in the receipt cannot be read; the file is incomplete or altered.'
  },
  'note-form': badNote,
  'note-signature-form': badNote,
  'note-too-many-signatures': badNote,
  'checkpoint-form': badHead,
  'checkpoint-origin': badHead,
  'checkpoint-size': badHead,
  'checkpoint-root': badHead,
  'checkpoint-extension': badHead,
  'batch-size-invalid': wrongPath,
  'batch-index-beyond-tree': wrongPath,
  'batch-hash-length': wrongPath,
  'batch-proof-too-short': wrongPath,
  'batch-proof-too-long': wrongPath,
  'size-invalid': wrongPath,
  'index-beyond-tree': wrongPath,
  'hash-length': wrongPath,
  'proof-too-short': wrongPath,
  'proof-too-long': wrongPath,
  'root-mismatch': wrongRoot,
  'signature-invalid': badSignature,
  'signature-length': badSignature,
  'signature-time-invalid': badTime,
  'log-unknown': {
    fa: 'دفتری که فایل از آن است در فایل سیاست شما نیست؛ پس کسی که به او اعتماد دارید آن را امضا نکرده است.',
    en: 'The log that the file comes from is not in your policy, so nobody whom you trust has signed it.'
  },
  'log-signature-missing': {
    fa: 'کلیدی که فایل سیاست شما برای این دفتر می‌شناسد آن را امضا نکرده است.',
    en: 'It is not signed by any key that your policy knows for this log.'
  },
  'quorum-missing': {
    fa: 'شمار گواهانی که فایل سیاست شما می‌خواهد، این نقطه‌بازبینی را گواهی نکرده‌اند.',
    en: 'The checkpoint is not cosigned by as many witnesses as your policy demands.'
  },
  'no-policy': {
    fa: 'محاسبه رسید درست است، اما کلید هیچ دفتری داده نشد تا امضا با آن سنجیده شود. فایل سیاست را با ‎--policy بدهید.',
    en: 'The receipt is sound in itself, but no key of a log was given to check its signature with. Give a policy file with --policy.'
  },
  'promise-form': badPromise,
  'promise-commitment': badPromise,
  'promise-time-invalid': badTime
}

/** What each reason means to the one who holds the receipt or promise, in both languages. */
export const doubtMessages = { entries }
