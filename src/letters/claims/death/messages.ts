import { defineMessages } from '../../../platform/index.ts'

/** Words of the pages on which a body records a death, and takes it back. */
export const deathMessages = defineMessages({
  title: { fa: 'ثبت درگذشت', en: 'Record a death' },
  lead: {
    fa: 'گواهی فوت را ببینید و از روی آن بنویسید. پیش از ثبت، همه چیز یک بار دیگر نشان داده می‌شود.',
    en: 'See the certificate of death and copy from it. Before it counts, all of it is shown once more.'
  },
  registry: { fa: 'ثبت‌نام حضوری', en: 'Enrol at the counter' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  name: { fa: 'نام درگذشته، از روی گواهی', en: 'Name of whoever died, as on the certificate' },
  nationalId: { fa: 'کد ملی', en: 'National id' },
  identifier: { fa: 'شناسه', en: 'Identifier' },
  foreignerCode: { fa: 'کد فراگیر (اتباع خارجی)', en: 'Code of a foreign national' },
  number: { fa: 'شماره گواهی فوت', en: 'Number of the certificate' },
  day: { fa: 'تاریخ گواهی فوت', en: 'Day of the certificate' },
  look: { fa: 'ادامه و بازبینی', en: 'Go on and look again' },
  lookTitle: { fa: 'پیش از ثبت دوباره ببینید', en: 'Look once more before it counts' },
  lookLead: {
    fa: 'این‌ها را با گواهی بسنجید. اگر چیزی درست نیست، بازگردید.',
    en: 'Compare these with the certificate. If anything is not right, go back.'
  },
  who: { fa: 'درگذشته', en: 'Who died' },
  seenBy: { fa: 'گواهی را دید', en: 'Certificate seen by' },
  recordedBy: { fa: 'ثبت‌کننده', en: 'Recorded by' },
  recordedAt: { fa: 'تاریخ ثبت', en: 'Recorded on' },
  paper: { fa: 'مدرک', en: 'Paper' },
  happens: { fa: 'چه می‌شود', en: 'What happens' },
  happens1: {
    fa: 'هیچ دستگاهی دیگر نامه‌ای به این صندوق نمی‌فرستد؛ نامه‌هایی که در انتظار بودند به فرستنده بازمی‌گردند.',
    en: 'No body sends a letter to this mailbox any more; letters that waited go back to their senders.'
  },
  happens2: {
    fa: 'آنچه در صندوق است همان‌جا می‌ماند و بسته است. اگر او در زندگی وارثی برای نامه‌هایش نامیده باشد، وارث می‌تواند پس از آن که همکار دیگری جز شما گواهی حصر وراثت را دید و هفتاد و دو ساعت گذشت، آن‌ها را بخواند؛ وگرنه برای همیشه بسته می‌ماند. شما و ما چیزی از آن نمی‌خوانیم.',
    en: 'What lies in the mailbox stays there, closed. If they named an heir of their letters in life, the heir can read them once a colleague, not you, saw the certificate of inheritance and seventy-two hours went by; else they stay closed for ever. Neither you nor we read anything of it.'
  },
  happens3: {
    fa: 'به صاحب حساب در همه راه‌های تماسش گفته می‌شود. اگر ثبت نادرست باشد، همین دستگاه آن را با دلیل برمی‌دارد؛ ولی آنچه وارث تا آن زمان خوانده باشد پس گرفته نمی‌شود.',
    en: 'The owner of the account is told on every channel. If it was wrong, this body takes it back with the reason; but what an heir has read by then cannot be taken back.'
  },
  record: { fa: 'درگذشت را ثبت کن', en: 'Record the death' },
  back: { fa: 'بازگشت و اصلاح', en: 'Go back and correct' },
  recorded: {
    fa: (name: string, returned: string) =>
      `درگذشت ${name} ثبت شد. ${returned} نامه در انتظار به فرستنده بازگشت.`,
    en: (name: string, returned: string) =>
      `The death of ${name} was recorded. Letters that waited and went back: ${returned}.`
  },
  already: { fa: 'این درگذشت از پیش ثبت شده است', en: 'This death was recorded before' },
  alreadyElsewhere: {
    fa: 'دستگاه دیگری آن را ثبت کرده است؛ تنها همان دستگاه می‌تواند آن را بردارد.',
    en: 'Another body recorded it; that body alone can take it back.'
  },
  toReversal: { fa: 'نادرست بود؛ برداشتن ثبت', en: 'It was wrong; take it back' },
  reversal: { fa: 'برداشتن ثبت درگذشت', en: 'Take a recorded death back' },
  reversalLead: {
    fa: (name: string) => `درگذشت ${name} ثبت شده است. اگر نادرست بود، دلیل را بنویسید.`,
    en: (name: string) => `The death of ${name} is recorded. If it was wrong, write why.`
  },
  reversalText: {
    fa: 'هر درخواست وارثان متوقف می‌شود و به او گفته می‌شود. نامه‌هایی که بازگشته‌اند نزد فرستنده می‌مانند؛ تنها فرستنده می‌تواند دوباره بفرستد.',
    en: 'Whatever heirs asked for is stopped, and the person is told. Letters that went back stay with their senders, who alone can send them again.'
  },
  reversalOpen: {
    fa: 'هیچ نامه‌ای برای وارثی باز نشده است. نامه‌ها دوباره به صندوق او می‌رسد.',
    en: 'No letter was opened to an heir. Letters reach the mailbox again.'
  },
  reversalLost: { fa: 'آنچه بازنمی‌گردد', en: 'What is not undone' },
  reversalHeir: {
    fa: (name: string, since: string) =>
      `${name} از ${since} می‌تواند همه نامه‌های او را بخواند. با برداشتن ثبت دیگر نمی‌خواند، ولی آنچه خوانده یا برداشته پس گرفته نمی‌شود.`,
    en: (name: string, since: string) =>
      `${name} can read all letters since ${since}. Taking the record back ends that, but what was read or copied cannot be taken back.`
  },
  reversalKey: {
    fa: 'صاحب صندوق نامه‌ای را از دست نمی‌دهد، ولی کلید صندوقش بسته شده است: نامه تازه هنگامی می‌رسد که او در صفحه صندوق کلید تازه بسازد و هفتاد و دو ساعت بگذرد.',
    en: 'The owner loses no letter, but the key of the mailbox is closed: new letters come once they made another key on the page of the mailbox, and seventy-two hours went by.'
  },
  reason: { fa: 'چرا نادرست بود', en: 'Why it was wrong' },
  reverse: { fa: 'ثبت را بردار', en: 'Take it back' },
  reversed: {
    fa: 'ثبت درگذشت برداشته شد و به او گفته می‌شود.',
    en: 'The record was taken back, and the person is told.'
  },
  reversedClosed: {
    fa: (heirs: string) =>
      `ثبت درگذشت برداشته شد. نامه‌هایش برای ${heirs === '' ? 'وارث' : heirs} باز شده بود و آنچه خوانده شده پس گرفته نمی‌شود؛ به هر دو گفته شد. نامه تازه هنگامی می‌رسد که صاحب صندوق کلید تازه بسازد.`,
    en: (heirs: string) =>
      `The record was taken back. The letters had been opened to ${heirs === '' ? 'an heir' : heirs}, and what was read cannot be taken back; both were told. New letters come once the owner makes another key.`
  },
  nameMissing: { fa: 'نام را از روی گواهی بنویسید.', en: 'Write the name as on the certificate.' },
  identifierMissing: {
    fa: 'کد ملی یا کد فراگیر را از روی گواهی بنویسید.',
    en: 'Write the national id or the foreigner’s code from the certificate.'
  },
  personUnknown: {
    fa: 'کسی با این شناسه و این نام ثبت نشده است. با گواهی بسنجید؛ اگر نام ثبت‌شده نادرست است، نخست آن را اصلاح کنید.',
    en: 'Nobody is registered by this identifier with this name. Compare with the certificate; if the registered name is wrong, correct it first.'
  },
  numberWrong: {
    fa: 'شماره گواهی را بنویسید؛ دست‌کم یک رقم دارد و از ۴۰ نویسه بلندتر نیست.',
    en: 'Write the number of the certificate; it has a digit, and at most 40 characters.'
  },
  dayWrong: {
    fa: 'تاریخ گواهی را بنویسید، مانند ۱۴۰۵/۰۸/۱۲؛ نمی‌تواند در آینده باشد.',
    en: 'Write the day of the certificate, like 1405/08/12; it cannot be in the future.'
  }
})
