import { defineMessages } from '../../platform/index.ts'

/** What the pages say on which letters are written. */
export const messages = defineMessages({
  title: { fa: 'نامه تازه', en: 'New letter' },
  lead: {
    fa: 'نامه در همین مرورگر مهر و موم می‌شود، با کلیدی که از دفتر کلیدها و دفتر عمومی ثابت شده است. آنچه می‌نویسید هیچ‌گاه باز به سامانه نمی‌رسد.',
    en: 'The letter is sealed in this browser, with a key that the key directory and the public log prove. What you write never reaches the system unsealed.'
  },
  from: { fa: 'از', en: 'From' },
  to: { fa: 'به', en: 'To' },
  findTitle: { fa: 'گیرنده کیست؟', en: 'Who is it for?' },
  identifier: {
    fa: 'کد ملی، شناسه ملی یا کد اتباع',
    en: 'National id, legal id or foreigner’s code'
  },
  caseCode: { fa: 'یا کد رهگیری درخواست', en: 'Or the tracking code of a case' },
  find: { fa: 'یافتن گیرنده', en: 'Find the recipient' },
  notFound: {
    fa: 'گیرنده‌ای با این نشان پیدا نشد. آن را بررسی کنید.',
    en: 'No recipient was found by that. Check it.'
  },
  nothingTyped: {
    fa: 'کد گیرنده یا کد رهگیری یک درخواست را بنویسید.',
    en: 'Write the recipient’s id, or the tracking code of a case.'
  },
  unit: { fa: 'واحد گیرنده', en: 'Unit to write to' },
  chooseUnit: { fa: 'ادامه', en: 'Continue' },
  noUnits: {
    fa: 'هنوز هیچ واحدی صندوق نامه ندارد.',
    en: 'No unit has a mailbox yet.'
  },
  otherRecipient: { fa: 'گیرنده دیگر', en: 'Another recipient' },
  waits: {
    fa: 'این گیرنده هنوز صندوق نامه ندارد. نامه، سربسته برای واحد شما، می‌ماند تا او صندوق بسازد؛ سپس با یک دکمه برایش مهر و موم می‌شود.',
    en: 'This recipient has no mailbox yet. The letter stays, sealed to your unit, until there is one; then one button seals it to them.'
  },
  approvalOn: {
    fa: 'در این واحد هر نامه را نفر دومی تأیید می‌کند. تا آن زمان نامه سربسته برای واحد می‌ماند.',
    en: 'In this unit a second person approves every letter. Until then it stays sealed to the unit.'
  },
  mayNot: {
    fa: 'نوشتن نامه از این صندوق با شما نیست. کارشناس، تأییدکننده و امضادار واحد می‌نویسند.',
    en: 'You do not write from this mailbox. Officers, approvers and signatories of the unit do.'
  },
  demonstration: {
    fa: 'کلید صندوق این واحد نمایشی است و همه آن را دارند؛ نامه‌های آن محرمانه نیست.',
    en: 'The key of this unit’s mailbox is for demonstration and known to everybody; its letters are not confidential.'
  },
  scriptTitle: {
    fa: 'مهر و موم نامه در مرورگر شما انجام می‌شود',
    en: 'A letter is sealed in your browser'
  },
  scriptBody: {
    fa: 'این کار به جاوااسکریپت نیاز دارد که خاموش است. نامه باز هرگز از راه دیگری فرستاده نمی‌شود؛ جاوااسکریپت را روشن کنید.',
    en: 'That needs JavaScript, which is off. A letter is never sent unsealed in its stead; turn JavaScript on.'
  },
  waiting: { fa: 'در انتظار صندوق گیرنده', en: 'Waiting for a mailbox' },
  waitingLead: {
    fa: 'گیرندگان این نامه‌ها هنگام نوشتن صندوق نداشتند. کنار هر کدام که اکنون دارد، دکمه مهر و موم هست.',
    en: 'The recipients of these letters had no mailbox when they were written. Beside each who has one now stands a button that seals it.'
  },
  waitingEmpty: { fa: 'نامه‌ای در انتظار نیست.', en: 'No letter waits.' },
  byPost: { fa: 'برگه پستی', en: 'Page by post' },
  notYet: { fa: 'هنوز صندوق ندارد', en: 'No mailbox yet' },
  sealNow: { fa: 'مهر و موم برای گیرنده', en: 'Seal to the recipient' },
  approvals: { fa: 'در انتظار تأیید', en: 'Waiting for approval' },
  approvalsLead: {
    fa: 'نامه را باز کنید، بخوانید، و اگر درست است برای گیرنده مهر و موم کنید. نویسنده نامه خودش آن را تأیید نمی‌کند.',
    en: 'Open the letter, read it, and seal it to the recipient if it is right. Whoever wrote it does not approve it.'
  },
  approvalsEmpty: { fa: 'نامه‌ای در انتظار تأیید نیست.', en: 'No letter waits for approval.' },
  askedBy: { fa: 'نویسنده', en: 'Written by' },
  ownLetter: {
    fa: 'نامه خود شماست؛ همکار دیگری آن را تأیید می‌کند.',
    en: 'Your own letter; a colleague approves it.'
  },
  writtenAt: { fa: 'زمان نوشتن', en: 'Written' },
  goesAt: { fa: 'زمان فرستادن', en: 'To be sent' },
  goesOnApproval: { fa: 'همین که تأیید شود', en: 'As soon as it is approved' },
  effective: { fa: 'تاریخ ابلاغ', en: 'Effective date' },
  act: { fa: 'کار', en: 'Action' },
  letters: { fa: 'نامه‌های واحد', en: 'Letters of the unit' },
  templates: { fa: 'نامه‌های نمونه', en: 'Templates' },
  template: { fa: 'نامه نمونه', en: 'Template' },
  templatesLead: {
    fa: 'متن‌های آماده واحد. جای خالی‌ها هنگام نوشتن، در مرورگر، پر می‌شوند. در نامه نمونه نام و داده کسی را ننویسید: نمونه سربسته نیست.',
    en: 'Prepared texts of the unit. Blanks are filled in the browser when a letter is written. Write nobody’s name or data in a template: it is not sealed.'
  },
  templatesEmpty: { fa: 'هنوز نامه نمونه‌ای نیست.', en: 'There is no template yet.' },
  newTemplate: { fa: 'نامه نمونه تازه', en: 'New template' },
  templateName: { fa: 'نام نمونه', en: 'Name' },
  templateSubject: { fa: 'موضوع', en: 'Subject' },
  templateBody: { fa: 'متن', en: 'Text' },
  blanks: {
    fa: 'جای خالی‌ها: {{نام}}، {{درخواست}}، {{خدمت}}، {{تاریخ}}، {{واحد}}',
    en: 'Blanks: {{name}}, {{case}}, {{service}}, {{date}}, {{unit}}'
  },
  save: { fa: 'ذخیره', en: 'Save' },
  saved: { fa: 'ذخیره شد.', en: 'Saved.' },
  unknownBlanks: {
    fa: (blanks: string) =>
      `ذخیره شد. سامانه این جای خالی‌ها را نمی‌شناسد و نویسنده نامه باید پرشان کند: ${blanks}`,
    en: (blanks: string) =>
      `Saved. The system does not know these blanks, and whoever writes a letter has to fill them: ${blanks}`
  },
  remove: { fa: 'پاک کردن', en: 'Remove' },
  removed: { fa: 'پاک شد.', en: 'Removed.' },
  edit: { fa: 'ویرایش', en: 'Edit' },
  settings: { fa: 'تأیید نفر دوم', en: 'Second-person approval' },
  approvalSetting: {
    fa: 'هر نامه این واحد را پیش از رفتن، نفر دومی تأیید کند',
    en: 'A second person approves every letter of this unit before it goes'
  },
  approvalSettingHelp: {
    fa: 'نویسندگان و تأییدکنندگان واحد و مدیران دستگاه از هر تغییر آن باخبر می‌شوند.',
    en: 'Those who write and approve for the unit, and the administrators of the body, are told of each change.'
  },
  nameMissing: { fa: 'نام نمونه را بنویسید.', en: 'Write the name of the template.' },
  bodyMissing: { fa: 'متن نمونه را بنویسید.', en: 'Write the text of the template.' },
  tooLong: { fa: 'این متن بیش از اندازه بلند است.', en: 'This text is too long.' }
})
