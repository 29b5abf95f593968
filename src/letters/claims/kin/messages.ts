import { defineMessages } from '../../../platform/index.ts'

/** Words of the letters of somebody who has died. */
export const kinMessages = defineMessages({
  title: { fa: 'نامه‌های درگذشته', en: 'Letters of somebody who has died' },
  lead: {
    fa: (name: string) =>
      `${name} در زندگی شما را وارث نامه‌هایش نامیده است. نامه‌ها تنها خوانده می‌شوند؛ به نام او چیزی نوشته نمی‌شود.`,
    en: (name: string) =>
      `${name} named you heir of their letters in life. The letters can be read and no more; nothing is written in their name.`
  },
  steps: { fa: 'چه می‌شود', en: 'What happens' },
  step1: {
    fa: 'یک دستگاه درگذشت را با مدرک ثبت می‌کند.',
    en: 'A public body records the death by a paper.'
  },
  step2: {
    fa: 'شما درخواست می‌دهید؛ به همه کسانی که نام برده شده‌اند و به خود او خبر داده می‌شود.',
    en: 'You ask; all who were named are told, and so is the owner.'
  },
  step3: {
    fa: 'کارشناس همان دستگاه، کسی جز آن که درگذشت را ثبت کرد، گواهی حصر وراثت را می‌بیند و می‌نویسد کدام گواهی است.',
    en: 'An officer of that body, another person than the one who recorded the death, looks at the certificate of inheritance and writes which it is.'
  },
  step4: {
    fa: 'هفتاد و دو ساعت می‌گذرد. سپس نیمه شما و نیمه ما با هم صندوق را باز می‌کنند.',
    en: 'Seventy-two hours pass. Then your half and ours open the mailbox together.'
  },
  nobodyNamed: {
    fa: 'اگر کسی را نام نبرده باشد، نامه‌هایش برای همیشه بسته می‌ماند و ما هم نمی‌توانیم آن‌ها را باز کنیم.',
    en: 'If somebody named nobody, their letters stay closed for ever, and we cannot open them either.'
  },
  ask: { fa: 'درخواست خواندن نامه‌ها', en: 'Ask to read the letters' },
  asked: {
    fa: 'درخواست ثبت شد. گواهی حصر وراثت را به دستگاهی ببرید که درگذشت را ثبت کرده است.',
    en: 'Your wish was noted. Take the certificate of inheritance to the body that recorded the death.'
  },
  notYet: {
    fa: 'هنوز هیچ دستگاهی درگذشت را ثبت نکرده است. با مدرک آن به پیشخان یکی از دستگاه‌ها بروید.',
    en: 'No body has recorded the death yet. Take its paper to the counter of a public body.'
  },
  toCheck: { fa: 'در انتظار دیدن گواهی حصر وراثت', en: 'Waits for the certificate of inheritance' },
  toCheckText: {
    fa: (name: string) => `گواهی را به ${name} ببرید.`,
    en: (name: string) => `Take the certificate to ${name}.`
  },
  waits: { fa: 'در انتظار', en: 'Waiting' },
  waitsText: {
    fa: (when: string) => `گواهی دیده شد. نامه‌ها از ${when} خواندنی است.`,
    en: (when: string) => `The certificate was seen. The letters can be read from ${when}.`
  },
  ready: { fa: 'نامه‌ها خواندنی است', en: 'The letters can be read' },
  read: { fa: 'خواندن نامه‌ها', en: 'Read the letters' },
  deskTitle: { fa: 'گواهی‌های حصر وراثت', en: 'Certificates of inheritance' },
  deskLead: {
    fa: 'کسانی که درگذشته‌ای آنان را وارث نامه‌هایش نامیده است. گواهی را ببینید و بنویسید کدام گواهی است. شما چیزی از نامه‌ها نمی‌بینید.',
    en: 'People whom somebody who has died named heir of their letters. Look at the certificate and write which it is. You see nothing of the letters.'
  },
  deskTwo: {
    fa: 'نامه‌ها تنها به گفته دو نفر باز می‌شود: آن که درگذشت را ثبت کرد گواهی حصر وراثت همان درگذشته را نمی‌بیند.',
    en: 'Letters open by the word of two people alone: whoever recorded a death does not look at the certificate of inheritance of it.'
  },
  forAnother: {
    fa: 'درگذشت را خود شما ثبت کرده‌اید؛ گواهی حصر وراثت را همکار دیگری باید ببیند.',
    en: 'You recorded this death yourself; a colleague has to look at the certificate of inheritance.'
  },
  secondPerson: {
    fa: 'درگذشت را خود شما ثبت کرده‌اید. نامه‌ها تنها به گفته دو نفر باز می‌شود؛ گواهی حصر وراثت را همکار دیگری باید ببیند.',
    en: 'You recorded this death yourself. Letters open by the word of two people alone; a colleague has to look at the certificate of inheritance.'
  },
  deskNone: { fa: 'کسی در انتظار نیست.', en: 'Nobody waits.' },
  dead: { fa: 'درگذشته', en: 'Who died' },
  heir: { fa: 'وارث نامه‌ها', en: 'Heir of the letters' },
  since: { fa: 'درخواست', en: 'Asked on' },
  words: { fa: 'کدام گواهی است: مرجع، شماره، تاریخ', en: 'Which certificate: court, number, date' },
  accept: { fa: 'گواهی درست است', en: 'The certificate is right' },
  refuse: { fa: 'پذیرفته نیست', en: 'Not accepted' },
  decided: { fa: 'ثبت شد و به همه خبر داده شد.', en: 'Noted, and told to all of them.' },
  notRecorded: {
    fa: 'هنوز هیچ دستگاهی درگذشت صاحب صندوق را با مدرک ثبت نکرده است.',
    en: 'No public body has recorded the death of the owner by a paper yet.'
  },
  notFound: { fa: 'چنین درخواستی در انتظار نیست.', en: 'Nobody waits by this.' },
  certificateMissing: {
    fa: 'بنویسید کدام گواهی است: مرجع، شماره و تاریخ.',
    en: 'Write which certificate it is: court, number and date.'
  },
  askedSubject: {
    fa: 'خواندن نامه‌های یک درگذشته خواسته شد',
    en: 'The letters of somebody who has died were asked for'
  },
  askedText: {
    fa: (name: string) =>
      `وارثی که ${name} نامیده بود خواسته است نامه‌های او را بخواند. اگر او زنده است، همین حالا در صفحه صندوق خود «متوقف کن» را بزند.`,
    en: (name: string) =>
      `The heir whom ${name} named asks to read their letters. If they are alive, they press “Stop it” on the page of their mailbox now.`
  },
  checkedSubject: { fa: 'گواهی حصر وراثت دیده شد', en: 'The certificate of inheritance was seen' },
  checkedText: {
    fa: (name: string) =>
      `گواهی حصر وراثت ${name} پذیرفته شد. هفتاد و دو ساعت دیگر نامه‌های او برای وارثی که نامیده بود خواندنی است.`,
    en: (name: string) =>
      `The certificate of inheritance of ${name} was accepted. In seventy-two hours the heir whom they named can read their letters.`
  },
  refusedSubject: {
    fa: 'گواهی حصر وراثت پذیرفته نشد',
    en: 'The certificate of inheritance was not accepted'
  },
  refusedText: {
    fa: (name: string) => `درخواست خواندن نامه‌های ${name} پذیرفته نشد. چیزی باز نشد.`,
    en: (name: string) =>
      `The wish to read the letters of ${name} was not accepted. Nothing was opened.`
  }
})
