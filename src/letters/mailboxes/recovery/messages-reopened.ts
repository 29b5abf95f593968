import { defineMessages } from '../../../platform/index.ts'

/** Words of a mailbox that is its owner's again: their death was recorded wrongly, and an heir could read. */
export const reopenedMessages = defineMessages({
  title: {
    fa: 'نامه‌های شما برای وارث باز شده بود',
    en: 'Your letters had been opened to an heir'
  },
  body: {
    fa: 'درگذشت شما نادرست ثبت شده بود و برداشته شد. وارثی که نامیده بودید تا آن زمان می‌توانست همه نامه‌های این صندوق را بخواند؛ آنچه خوانده یا برداشته پس گرفته نمی‌شود. نامه‌ها گم نشده‌اند و با راه‌های خودتان باز می‌شوند. نامه تازه هنگامی می‌رسد که کلید تازه بسازید.',
    en: 'Your death was recorded wrongly, and that was taken back. Until then the heir whom you had named could read every letter in this mailbox; what was read or copied cannot be taken back. The letters are not lost and open by your own ways. New ones come once you have made another key.'
  },
  make: { fa: 'ساختن کلید تازه', en: 'Make another key' },
  // The wizard.
  screenTitle: {
    fa: 'کلید تازه، با نامه‌های پیشین',
    en: 'Another key, with the letters of before'
  },
  screenText: {
    fa: 'نخست صندوق را با یکی از راه‌های پیشین باز کنید تا نامه‌های پیشین با کلید تازه هم خواندنی بماند. سپس راه‌های تازه می‌سازید. کلید پس از هفتاد و دو ساعت به کار می‌افتد و راه‌های پیشین پایان می‌یابد؛ وارثی که نامیده بودید با آن چیزی باز نمی‌کند.',
    en: 'First open the mailbox by one of the ways of before, so that the letters of before stay readable with the new key. Then you make new ways. The key counts after seventy-two hours, and the ways of before end; the heir whom you had named opens nothing by it.'
  },
  openFirst: { fa: 'باز کردن صندوق و ادامه', en: 'Open the mailbox and go on' },
  allLost: { fa: 'هیچ راهی برایم نمانده است', en: 'I have no way left' },
  doneText: {
    fa: 'کلید تازه پس از هفتاد و دو ساعت به کار می‌افتد و نامه‌های تازه می‌رسد. نامه‌های پیشین خواندنی می‌مانند. تا آن زمان همه‌جا به شما خبر داده می‌شود و می‌توانید آن را متوقف کنید.',
    en: 'The new key counts after seventy-two hours, and new letters come. Letters of before stay readable. Until then you are told on every channel, and can stop it.'
  },
  // News, to the owner.
  subject: { fa: 'صندوق نامه به شما بازگشت', en: 'Your mailbox is yours again' },
  text: {
    fa: (who: string) =>
      `${who} تا امروز می‌توانست همه نامه‌های صندوق شما را بخواند، چون درگذشت شما نادرست ثبت شده بود. از این پس چیزی به او داده نمی‌شود، ولی آنچه خوانده یا برداشته پس گرفته نمی‌شود. نامه‌ها گم نشده‌اند. نامه تازه هنگامی می‌رسد که در صفحه صندوق کلید تازه بسازید؛ اگر هنوز راهی برای باز کردن صندوق دارید، نامه‌های پیشین هم خواندنی می‌مانند.`,
    en: (who: string) =>
      `${who} could read every letter in your mailbox until today, for your death was recorded wrongly. Nothing is given to them from now on, but what was read or copied cannot be taken back. The letters are not lost. New ones come once you make another key on the page of the mailbox; if you still have a way to open it, letters of before stay readable as well.`
  },
  someHeir: { fa: 'وارثی که نامیده بودید', en: 'The heir whom you had named' },
  anHeir: { fa: 'وارث', en: 'An heir' },
  and: { fa: ' و ', en: ' and ' },
  renewing: {
    fa: 'کسی که وارد حساب شما بود کلید تازه‌ای برای صندوق نامه ساخت و نامه‌های پیشین را به آن سپرد. پس از هفتاد و دو ساعت راه‌های پیشین پایان می‌یابد و نامه‌های پیشین با راه‌های تازه خواندنی است. اگر کار شما نبود، همین حالا در صفحه صندوق «متوقف کن» را بزنید.',
    en: 'Somebody signed in to your account made another key for the mailbox, and gave it the letters of before. After seventy-two hours the ways of before end, and letters of before can be read by the new ones. If it was not you, press “Stop it” on the page of the mailbox now.'
  }
})
