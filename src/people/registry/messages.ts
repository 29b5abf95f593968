import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: { fa: 'ثبت‌نام حضوری', en: 'Enrol at the counter' },
  lead: {
    fa: 'مدرک شناسایی را ببینید و شناسه را از روی آن بنویسید. کدی که اینجا داده می‌شود حساب شخص را باز می‌کند؛ آن را تنها به دست خود او بدهید. هر بار با نام شما ثبت و به او گفته می‌شود.',
    en: 'See the identity paper and copy the identifier from it. The code given here opens the person’s account: hand it to nobody else. Each time is recorded under your name and told to them.'
  },
  authority: { fa: 'دستگاه', en: 'Authority' },
  personTitle: {
    fa: 'شهروند: کد ثبت‌نام یا بازیابی حساب',
    en: 'A citizen: enrolment, or a lost device'
  },
  personLead: {
    fa: 'برای کسی که نخستین بار ثبت‌نام می‌کند، یا دستگاهی را که کلید عبورش در آن بود از دست داده است. بازیابی حساب نامه‌های رمزشده را باز نمی‌کند.',
    en: 'For somebody who enrols for the first time, or lost the device with their passkey. It does not open sealed letters.'
  },
  give: { fa: 'دادن کد', en: 'Give the code' },
  organisationTitle: {
    fa: 'کسب‌وکار یا دستگاه و نماینده آن',
    en: 'A business or body and its representative'
  },
  organisationLead: {
    fa: 'کسب‌وکار حساب و گذرواژه ندارد؛ تنها از راه اشخاص نام‌برده کار می‌کند. مدرک سمت نماینده را ببینید.',
    en: 'A business has no account and no password; it acts through named people only. See the paper that names the representative.'
  },
  kind: { fa: 'گونه', en: 'Kind' },
  business: { fa: 'کسب‌وکار', en: 'Business' },
  body: { fa: 'دستگاه دولتی یا عمومی', en: 'Public body' },
  organisationName: { fa: 'نام ثبت‌شده', en: 'Registered name' },
  legalId: { fa: 'شناسه ملی (اشخاص حقوقی)', en: 'National id of a legal person' },
  representative: { fa: 'نماینده', en: 'Representative' },
  register: { fa: 'ثبت', en: 'Register' },
  wasRegistered: {
    fa: (organisation: string, person: string) =>
      `${organisation} با نمایندگی ${person} ثبت شد و به او گفته می‌شود. اگر راه ورود ندارد، برایش کد ثبت‌نام بدهید.`,
    en: (organisation: string, person: string) =>
      `${organisation} was registered with ${person}, who is told. If they have no way in, give them an enrolment code.`
  },
  namedSubject: { fa: 'شما نماینده ثبت شدید', en: 'You were registered as a representative' },
  named: {
    fa: 'در یک باجه، از روی مدارک، شما نماینده یک کسب‌وکار یا دستگاه ثبت شدید. در صفحه نمایندگی‌ها آن را می‌بینید و اگر درست نیست پایان می‌دهید.',
    en: 'At a counter, by its papers, you were registered as representative of a business or body. The page of delegations shows it, and ends it if it is not right.'
  },
  correctionTitle: { fa: 'اصلاح مشخصات شخص', en: 'Correct a person’s details' },
  correctionLead: {
    fa: 'شناسه‌ای را که شخص با آن شناخته می‌شود بنویسید و نام درست را از روی مدرک.',
    en: 'Write the identifier by which the person is known, and the right name from the paper.'
  },
  deathTitle: { fa: 'ثبت درگذشت', en: 'Record a death' },
  deathLead: {
    fa: 'از روی گواهی فوت، تا نامه‌ای دیگر به صندوق او نرسد و وارثی که نامیده است بتواند درخواست کند. ثبت نادرست هم همین‌جا برداشته می‌شود.',
    en: 'By the certificate, so that no letter comes any more and the heir whom they named can ask. A wrong record is taken back here as well.'
  },
  correct: { fa: 'اصلاح', en: 'Correct' },
  wasCorrected: {
    fa: 'مشخصات شخص اصلاح شد و به او گفته می‌شود.',
    en: 'The details were corrected; the person is told.'
  },
  correctedSubject: { fa: 'اصلاح مشخصات شما', en: 'Your details were corrected' },
  corrected: {
    fa: 'نام شما، یا نام کسب‌وکار یا دستگاهی که نماینده آن هستید، در یک باجه از روی مدرک اصلاح شد.',
    en: 'Your name, or that of a business or body that you speak for, was corrected at a counter from a paper.'
  },
  kindMissing: { fa: 'گونه را برگزینید.', en: 'Choose the kind.' },
  legalIdMissing: { fa: 'شناسه ملی را بنویسید.', en: 'Write the national id of the legal person.' },
  identifierMissing: {
    fa: 'کد ملی یا کد فراگیر را از روی مدرک بنویسید.',
    en: 'Write the national id or the foreigner’s code from the paper.'
  }
})
