import { defineMessages } from '../../platform/index.ts'

/** Texts of the page that answers whether a letter is genuine. */
export const messages = defineMessages({
  title: { fa: 'آیا این نامه اصیل است؟', en: 'Is this letter genuine?' },
  description: {
    fa: 'با کد نامه ببینید چه کسی، چه روزی و با چه وضعیتی آن را فرستاده است. متن نامه نشان داده نمی‌شود.',
    en: 'With the code of a letter, see who sent it, when, and how it stands. What it says is not shown.'
  },
  lead: {
    fa: 'کدی را که کنار نامه آمده است بنویسید، یا فایل نامه را انتخاب کنید. فایل فرستاده نمی‌شود: مرورگر شما تنها چکیده آن (SHA‑256) را حساب می‌کند. متن نامه و گیرنده آن به هیچ‌کس نشان داده نمی‌شود.',
    en: 'Type the code that stands beside the letter, or choose the file of the letter. The file is not sent: your browser only computes its digest (SHA-256). What the letter says, and to whom it went, is shown to nobody.'
  },
  code: { fa: 'کد نامه', en: 'Code of the letter' },
  byCode: { fa: 'با کد نامه', en: 'By its code' },
  codeHelp: {
    fa: 'کنار رمزینه (QR) نامه چاپ شده است: شناسه نامه، یک نقطه، و چکیده آن. تمام نشانی را هم می‌پذیرد.',
    en: 'It is printed beside the QR code: the id of the letter, a dot, and its digest. The whole address will do as well.'
  },
  ask: { fa: 'بررسی نامه', en: 'Check the letter' },
  apartTitle: {
    fa: 'بدون کد: شناسه و چکیده جداگانه',
    en: 'Without a code: id and digest apart'
  },
  letter: { fa: 'شناسه نامه', en: 'Id of the letter' },
  sha256: {
    fa: 'چکیده SHA‑256 فایل نامه',
    en: 'SHA-256 of the file of the letter'
  },
  sha256Help: {
    fa: 'شصت‌وچهار نویسه، مانند آنچه دستور sha256sum می‌نویسد، یا همان به شکل base64.',
    en: 'Sixty-four characters as sha256sum writes them, or the same as base64.'
  },
  byFile: { fa: 'با فایل نامه', en: 'By its file' },
  file: { fa: 'فایل نامه', en: 'File of the letter' },
  fileHelp: {
    fa: 'فایل سربسته (با پسوند age)، یا نسخه بازشده (HTML یا PDF). متن نسخه HTML با آنچه فرستنده امضا کرده سنجیده می‌شود. فایل در همین مرورگر می‌ماند.',
    en: 'The sealed file (it ends in .age), or an opened copy (HTML or PDF). The text of an HTML copy is held against what the sender signed. The file stays in this browser.'
  },
  fileScript: {
    fa: 'حساب کردن چکیده فایل به جاوااسکریپت نیاز دارد. بدون آن، چکیده را با دستور زیر در رایانه خود حساب کنید و در بالا بنویسید.',
    en: 'Computing the digest of a file needs JavaScript. Without it, compute the digest on your own computer and type it above.'
  },
  badCode: {
    fa: 'این کد نامه نیست. کد از شناسه نامه، یک نقطه و چکیده آن ساخته شده است؛ همه آن را بنویسید.',
    en: 'This is no code of a letter. It is made of the id, a dot and the digest; type all of it.'
  },
  result: { fa: 'پاسخ', en: 'Answer' },
  accepted: { fa: 'این نامه اصیل است', en: 'This letter is genuine' },
  acceptedText: {
    fa: (sender: string, day: string) =>
      `${sender} نامه‌ای را که این کد نشان می‌دهد در ${day} به سامانه سپرده است و پس گرفته نشده است.`,
    en: (sender: string, day: string) =>
      `${sender} handed in the letter of this code on ${day}, and it has not been withdrawn.`
  },
  withdrawn: { fa: 'این نامه پس گرفته شده است', en: 'This letter was withdrawn' },
  withdrawnText: {
    fa: (sender: string, day: string) =>
      `نامه اصیل است، اما ${sender} آن را در ${day} پس گرفته است.`,
    en: (sender: string, day: string) =>
      `The letter is genuine, but ${sender} withdrew it on ${day}.`
  },
  ended: { fa: 'این نامه به گیرنده نرسید', en: 'This letter did not reach its recipient' },
  endedText: {
    fa: (sender: string, day: string) =>
      `${sender} آن را سپرده بود، اما تحویل آن در ${day} بی‌نتیجه پایان یافت.`,
    en: (sender: string, day: string) =>
      `${sender} had handed it in, but its delivery ended without result on ${day}.`
  },
  purged: {
    fa: 'این نامه اصیل است و نگه‌داری آن پایان یافته است',
    en: 'This letter is genuine, and is no longer kept'
  },
  purgedText: {
    fa: (sender: string, day: string) =>
      `${sender} آن را فرستاده بود؛ نسخه سامانه در ${day} طبق مهلت نگه‌داری پاک شد.`,
    en: (sender: string, day: string) =>
      `${sender} sent it; the copy here was deleted on ${day}, when its time had passed.`
  },
  unknown: { fa: 'چنین نامه‌ای سپرده نشده است', en: 'No such letter was handed in' },
  unknownText: {
    fa: 'هیچ نامه‌ای با این شناسه و این چکیده در این سامانه پذیرفته نشده است: یا جعلی است، یا پس از فرستادن در آن دست برده‌اند، یا کد اشتباه نوشته شده است. نامه‌ای که همین حالا سپرده شده تا یک دقیقه دیگر اینجا دیده می‌شود.',
    en: 'No letter with this id and this digest was ever accepted here: it is forged, or was altered after it was sent, or the code was mistyped. A letter that was handed in just now is seen here within a minute.'
  },
  sender: { fa: 'فرستنده', en: 'Sender' },
  person: { fa: 'یک شخص یا کسب‌وکار (نام گفته نمی‌شود)', en: 'A person or business (not named)' },
  goneUnit: { fa: 'واحدی که دیگر نیست', en: 'A unit that is no more' },
  states: { fa: 'چه بر آن گذشت', en: 'What became of it' },
  stateAccepted: { fa: 'سپرده و پذیرفته شد', en: 'Handed in and accepted' },
  stateRefused: { fa: 'رد شد', en: 'Refused' },
  stateFailed: { fa: 'تحویل نشد', en: 'Could not be delivered' },
  stateExpired: { fa: 'مهلت آن گذشت', en: 'Expired' },
  stateWithdrawn: { fa: 'پس گرفته شد', en: 'Withdrawn' },
  statePurged: { fa: 'پاک شد', en: 'Deleted' },
  digest: { fa: 'چکیده (SHA‑256)', en: 'Digest (SHA-256)' },
  proof: { fa: 'گواه در دفتر عمومی', en: 'Proof in the public log' },
  proofFile: { fa: 'دریافت فایل گواه', en: 'Download the proof' },
  proofPending: {
    fa: 'هنوز در دفتر عمومی منتشر نشده است؛ چند دقیقه دیگر باز کنید.',
    en: 'Not yet published in the public log; look again in some minutes.'
  },
  notProven: { fa: 'چه چیزی ثابت نیست', en: 'What is not proven' },
  notWords: {
    fa: 'اینکه متن چاپ‌شده یا نسخه بازشده همان متن درون نامه است. متن نسخه HTML را در «با فایل نامه» بسنجید؛ جز آن، تنها کسی این را می‌بیند که نامه سربسته و کلید آن را دارد.',
    en: 'That a printed text or an opened copy is what stands in the letter. An HTML copy can be held against it under “By its file”; otherwise only whoever has the sealed letter and its key can see that.'
  },
  notHolder: {
    fa: 'اینکه چه کسی نامه را گرفته است، و اینکه دارنده کد همان گیرنده است.',
    en: 'Who received the letter, and that whoever has the code is the recipient.'
  },
  notAfter: {
    fa: 'اینکه پس از آخرین رویداد بالا چیزی رخ نداده است؛ این را تنها سامانه می‌گوید.',
    en: 'That nothing happened after the last event above: that is the word of the system alone.'
  },
  checking: { fa: 'در حال سنجش گواه در همین مرورگر…', en: 'Checking the proof in this browser…' },
  provenHere: {
    fa: 'این مرورگر خودش گواه را سنجید: همه رویدادهای بالا در دفتر عمومی ثبت است.',
    en: 'This browser has checked the proof itself: everything above stands in the public log.'
  },
  provenPartly: {
    fa: 'این مرورگر گواه‌های منتشرشده را سنجید؛ رویداد تازه هنوز گواهی ندارد.',
    en: 'This browser has checked the proofs that are published; what is new has none yet.'
  },
  refusedHere: {
    fa: 'گواه درست نیست: به این پاسخ اعتماد نکنید و آن را گزارش دهید.',
    en: 'The proof does not hold: do not believe this answer, and report it.'
  },
  withoutScript: {
    fa: 'پاسخ بالا گفته سامانه است. سنجیدن گواه در مرورگر به جاوااسکریپت نیاز دارد؛ فایل گواه را می‌توانید با هر برنامه C2SP tlog-proof بسنجید.',
    en: 'The answer above is the word of the system. Checking its proof in the browser needs JavaScript; any program for C2SP tlog-proof checks the file.'
  },
  sameFile: {
    fa: 'فایلی که آوردید بایت‌به‌بایت همان نامه این کد است.',
    en: 'The file that you brought is the letter of this code, byte for byte.'
  },
  otherFile: {
    fa: 'فایلی که آوردید نامه این کد نیست: در آن دست برده‌اند، یا نامه دیگری است.',
    en: 'The file that you brought is not the letter of this code: it was altered, or is another letter.'
  },
  noLetter: {
    fa: 'این فایل نه نامه سربسته است و نه کد نامه‌ای در آن هست.',
    en: 'This file is no sealed letter, and has no code of a letter in it.'
  },
  needsId: {
    fa: 'این نامه سربسته است، اما شناسه‌اش در نام فایل نیست. شناسه نامه را در بالا بنویسید؛ چکیده نوشته شد.',
    en: 'This is a sealed letter, but its id is not in the name of the file. Type the id above; the digest is filled in.'
  },
  copySame: {
    fa: 'متن این نسخه همان است که فرستنده امضا کرده است: موضوع، متن و نام پیوست‌ها. امضا و کلید فرستنده در همین مرورگر، با دفتر عمومی، سنجیده شد.',
    en: 'The text of this copy is what the sender signed: subject, text and names of attachments. Signature and key of the sender were checked in this browser, by the public log.'
  },
  copyAltered: {
    fa: 'در این نسخه دست برده‌اند: موضوع، متن یا نام پیوست‌های آن، آن نیست که فرستنده امضا کرده است.',
    en: 'This copy was altered: its subject, text or names of attachments are not what the sender signed.'
  },
  copyUnproven: {
    fa: 'این نسخه ثابت نمی‌شود: آنچه در آن است امضای فرستنده این نامه را ندارد، یا کلید او با دفتر عمومی نمی‌خواند.',
    en: 'This copy is not proven: what is in it is not signed by the sender of this letter, or the key does not agree with the public log.'
  },
  copyAside: {
    fa: 'هر چه جز این سه در فایل نوشته شده باشد سنجیده نشد. متن امضاشده را همین‌جا بخوانید؛ به جایی فرستاده نمی‌شود.',
    en: 'Whatever else stands in the file was not checked. Read the signed text here; it is sent nowhere.'
  },
  copySigned: { fa: 'متنی که امضا شده است', en: 'The text that was signed' },
  copySeeLog: {
    fa: 'آنچه دفتر عمومی درباره این نامه می‌گوید',
    en: 'What the public log says of this letter'
  },
  receiptsTitle: { fa: 'رسید دارید؟', en: 'Do you have a receipt?' },
  receipts: {
    fa: 'رسیدهای هر نامه، که فرستنده و گیرنده دارند، در صفحه راستی‌آزمایی رسید سنجیده می‌شود. رسید، هر دو طرف را نام می‌برد؛ آن را تنها به کسی بدهید که باید بداند.',
    en: 'Receipts of a letter, which sender and recipient hold, are checked on the page for receipts. A receipt names both sides: give it only to whoever should know.'
  },
  receiptsLink: { fa: 'راستی‌آزمایی رسید', en: 'Check a receipt' }
})
