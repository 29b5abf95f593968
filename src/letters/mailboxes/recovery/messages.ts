import { defineMessages } from '../../../platform/index.ts'

/** Words of what is opened by two shares: the recovery contact, and the heir. */
export const recoveryMessages = defineMessages({
  title: { fa: 'آشنای امین و وارث', en: 'Recovery contact and heir' },
  lead: {
    fa: 'کلید صندوق دو نیم می‌شود: نیمی نزد کسی که نام می‌برید، نیمی نزد ما. هیچ نیمه‌ای به تنهایی چیزی باز نمی‌کند.',
    en: 'The key of the mailbox is halved: one half with whom you name, one with us. Neither half alone opens anything.'
  },
  mine: { fa: 'کسانی که نام برده‌اید', en: 'Whom you have named' },
  nobody: {
    fa: 'هنوز کسی را نام نبرده‌اید. اگر همه راه‌ها گم شود، نامه‌ها برای همیشه بسته می‌مانند؛ پس از درگذشت هم بسته می‌مانند.',
    en: 'You have named nobody yet. If every way is lost, letters stay closed for ever; and so they do after your death.'
  },
  who: { fa: 'شخص', en: 'Person' },
  forWhat: { fa: 'برای چه', en: 'For what' },
  state: { fa: 'وضع', en: 'State' },
  remove: { fa: 'کنار گذاشتن', en: 'Remove' },
  waitsForYes: { fa: 'در انتظار پذیرفتن او', en: 'Waits for their yes' },
  waitsForYou: { fa: 'در انتظار پاسخ شما', en: 'Waits for your answer' },
  acceptedOn: {
    fa: (day: string) => `پذیرفت؛ آخرین آزمون ${day}`,
    en: (day: string) => `Accepted; last tried ${day}`
  },
  unnamed: { fa: 'نامش پس از پذیرفتن دیده می‌شود', en: 'Named once they accept' },
  contact: { fa: 'آشنای امین', en: 'Recovery contact' },
  kin: { fa: 'وارث نامه‌ها', en: 'Heir of the letters' },
  name: { fa: 'نام بردن یک نفر', en: 'Name somebody' },
  nameText: {
    fa: 'از او بخواهید در همین صفحه، زیر «کد من»، کد خود را برای شما بفرستد. او باید صندوق نامه داشته باشد.',
    en: 'Ask them to send you their code: it stands on this page of theirs, under “My code”. They need a mailbox of their own.'
  },
  code: { fa: 'کد او', en: 'Their code' },
  codeHelp: { fa: 'سی‌وشش نویسه، با خط تیره', en: 'Thirty-six characters, with dashes' },
  asContact: {
    fa: 'آشنای امین: اگر همه راه‌ها را گم کنم، به من کمک کند',
    en: 'Recovery contact: helps me if I lose every way'
  },
  asKin: {
    fa: 'وارث: پس از درگذشت من، نامه‌ها را تنها بخواند',
    en: 'Heir: after my death, reads the letters and no more'
  },
  nameButton: { fa: 'نیمه‌ای به او بسپار', en: 'Give them a half' },
  nameFailed: {
    fa: 'نشد. کد را ببینید؛ شاید او هنوز صندوق آماده ندارد، یا دفتر کلیدها کلید او را هنوز نشان نمی‌دهد.',
    en: 'That did not work. Look at the code; they may have no ready mailbox yet, or the key directory does not show their key yet.'
  },
  ownCode: { fa: 'کد من', en: 'My code' },
  ownCodeText: {
    fa: 'این را به کسی بدهید که می‌خواهد شما را نام ببرد. با آن هیچ‌کس نه نام شما را می‌بیند و نه نامه‌ای را.',
    en: 'Give this to somebody who wants to name you. Nobody sees your name by it, nor any letter.'
  },
  kept: { fa: 'نیمه‌هایی که نزد شماست', en: 'Halves that are with you' },
  keptNone: { fa: 'کسی شما را نام نبرده است.', en: 'Nobody has named you.' },
  keptText: {
    fa: 'این نیمه تنها با صندوق خودتان باز می‌شود. سالی یک بار بیازمایید.',
    en: 'The half opens with your own mailbox alone. Try it once a year.'
  },
  accept: { fa: 'می‌پذیرم', en: 'I accept' },
  try: { fa: 'آزمودن', en: 'Try it' },
  tried: { fa: 'باز شد و ثبت شد.', en: 'It opened, and that was noted.' },
  resign: { fa: 'نمی‌خواهم نزد من باشد', en: 'I do not want to keep it' },
  resignedDone: {
    fa: 'نیمه کنار گذاشته شد و به صاحبش خبر دادیم.',
    en: 'The half was removed, and its owner told.'
  },
  shareAsked: {
    fa: (name: string, when: string) =>
      `${name} گفته است که همه راه‌های صندوقش را گم کرده است. از ${when} نیمه ما به او داده می‌شود.`,
    en: (name: string, when: string) =>
      `${name} says that every way to their mailbox is lost. Our half is handed to them from ${when}.`
  },
  shareWarning: {
    fa: 'نخست خودش را ببینید یا صدایش را بشنوید. واژه‌ها را در پیام ننویسید و به کس دیگری نگویید، ما هم آن را از شما نمی‌خواهیم.',
    en: 'See them or hear their voice first. Write the words in no message and tell them to nobody else; we never ask for them.'
  },
  showWords: { fa: 'واژه‌ها را نشان بده', en: 'Show the words' },
  wordsTitle: {
    fa: 'سی‌وسه واژه، به ترتیب بخوانید',
    en: 'Thirty-three words; read them in their order'
  },
  notOpened: {
    fa: 'این نیمه در این دستگاه باز نشد. شاید کلید صندوقتان از نو ساخته شده است؛ از صاحبش بخواهید شما را دوباره نام ببرد.',
    en: 'The half did not open on this device. Your mailbox may have got another key; ask its owner to name you again.'
  },
  drill: { fa: 'زمان آزمودن است', en: 'Due to be tried' },
  // Recovery by the owner.
  recoveryTitle: { fa: 'بازگشت با آشنای امین', en: 'Back in with a recovery contact' },
  recoveryLead: {
    fa: 'نامه‌های پیشین خواندنی می‌مانند. هفتاد و دو ساعت انتظار دارد و در این زمان همه‌جا به شما خبر داده می‌شود.',
    en: 'Letters of before stay readable. It takes seventy-two hours, in which you are told on every channel.'
  },
  recoveryNobody: {
    fa: 'کسی نیست که آشنای امین شما بودن را پذیرفته باشد. نامه‌های پیشین را از این راه نمی‌توان باز کرد.',
    en: 'There is nobody who has accepted to be your recovery contact. Letters of before cannot be opened by this way.'
  },
  whichContact: { fa: 'کدام آشنا کمک می‌کند؟', en: 'Who of them helps?' },
  ask: { fa: 'نیمه دیگر را می‌خواهم', en: 'Ask for the other half' },
  askedDone: {
    fa: 'درخواست ثبت شد و همه‌جا خبر داده شد.',
    en: 'Your wish was noted, and told on every channel.'
  },
  waits: { fa: 'در انتظار', en: 'Waiting' },
  waitsText: {
    fa: (when: string) =>
      `نیمه ما از ${when} در همین صفحه به شما داده می‌شود. اگر کار شما نیست، متوقف کنید.`,
    en: (when: string) =>
      `Our half is handed to you on this page from ${when}. If it was not you, stop it.`
  },
  stop: { fa: 'متوقف کن', en: 'Stop it' },
  stoppedDone: {
    fa: 'متوقف شد. چیزی به کسی داده نشد.',
    en: 'Stopped. Nothing was given to anybody.'
  },
  pendingTitle: {
    fa: 'کسی نیمه ما از کلید این صندوق را خواسته است',
    en: 'Somebody asked for our half of the key of this mailbox'
  },
  pendingKin: {
    fa: 'کسی که وارث نامه‌هایتان نامیده‌اید می‌گوید درگذشته‌اید و مدرک آن ثبت شده است. اگر این را می‌خوانید، متوقف کنید و به دستگاهی که آن را ثبت کرده خبر دهید.',
    en: 'Whom you named heir of your letters says that you have died, and a paper of that was recorded. If you read this, stop it, and tell the body that recorded it.'
  },
  toInheritance: { fa: 'صاحب صندوق درگذشته است', en: 'The owner has died' },
  lostLine: {
    fa: 'همه راه‌ها گم شده و آشنای امین دارید: نیمه او و نیمه ما با هم صندوق را باز می‌کنند؛ هیچ نامه‌ای از دست نمی‌رود.',
    en: 'Every way is lost and you have a recovery contact: their half and ours open the mailbox together; no letter is lost.'
  },
  kinLine: {
    fa: 'پس از درگذشت: نامه‌ها بسته می‌مانند، مگر آنکه در زندگی وارثی را نام برده باشید؛ او تنها می‌خواند و چیزی نمی‌نویسد.',
    en: 'After a death: letters stay closed, unless you named an heir in life; the heir reads, and writes nothing.'
  },
  toTrust: { fa: 'آشنای امین و وارث', en: 'Recovery contact and heir' },
  // The wizard.
  wizardWords: { fa: 'واژه‌هایی که آشنایتان می‌خواند', en: 'The words that your contact reads' },
  wizardText: {
    fa: 'با او تماس بگیرید. او در صفحه «آشنای امین و وارث» واژه‌ها را می‌بیند و برایتان می‌خواند؛ سی‌وسه واژه.',
    en: 'Call them. They see the words on their page “Recovery contact and heir”, and read them to you: thirty-three words.'
  },
  wizardJoin: { fa: 'باز کن', en: 'Open' },
  joining: { fa: 'در حال باز کردن…', en: 'Opening…' },
  wrongWord: {
    fa: (at: string) => `واژه شماره ${at} در فهرست نیست. آن را دوباره بپرسید.`,
    en: (at: string) => `Word ${at} is in no list. Ask for it again.`
  },
  wrongCount: {
    fa: (n: string) => `سی‌وسه واژه لازم است؛ ${n} واژه نوشته‌اید.`,
    en: (n: string) => `Thirty-three words are needed; you typed ${n}.`
  },
  wrongSum: {
    fa: 'یکی از واژه‌ها آن نیست که باید؛ همه را یک بار دیگر بسنجید.',
    en: 'One of the words is not the right one; compare all of them again.'
  },
  wrongShare: {
    fa: 'این واژه‌ها صندوق شما را باز نمی‌کنند. شاید از صندوق دیگری است.',
    en: 'These words do not open your mailbox. They may be of another one.'
  },
  foreignKey: {
    fa: 'آنچه باز شد با دفتر کلیدها نمی‌خواند. چیزی به کار گرفته نشد؛ به ما خبر دهید.',
    en: 'What was opened is not what the key directory says. Nothing of it was used; tell us.'
  },
  recovered: { fa: 'صندوق دوباره باز است', en: 'The mailbox is open again' },
  recoveredText: {
    fa: 'همه نامه‌ها خواندنی است. در صفحه صندوق راه‌های گم‌شده را کنار بگذارید، کلید را عوض کنید و آشنای امین را از نو نام ببرید.',
    en: 'Every letter can be read. On the page of the mailbox, remove the lost ways, change the key, and name your recovery contact anew.'
  },
  // News.
  named: {
    fa: 'شما را آشنای امین خود نامیده‌اند',
    en: 'Somebody named you their recovery contact'
  },
  namedText: {
    fa: (name: string) =>
      `${name} نیمی از کلید صندوق نامه خود را به شما سپرد تا اگر همه راه‌ها را گم کرد کمکش کنید. با آن چیزی خوانده نمی‌شود. در صفحه صندوق، «آشنای امین و وارث»، بپذیرید یا رد کنید.`,
    en: (name: string) =>
      `${name} entrusts one half of the key of their mailbox to you, so that you help if every way is lost. It lets you read nothing. Accept or refuse on the page of your mailbox, under “Recovery contact and heir”.`
  },
  namedKin: {
    fa: 'شما را وارث نامه‌ها نامیده‌اند',
    en: 'Somebody named you heir of their letters'
  },
  namedKinText: {
    fa: (name: string) =>
      `${name} خواسته است که پس از درگذشتش نامه‌هایش را بخوانید. تا آن زمان چیزی باز نمی‌شود. در صفحه صندوق، «آشنای امین و وارث»، بپذیرید یا رد کنید.`,
    en: (name: string) =>
      `${name} wants you to read their letters after their death. Nothing opens until then. Accept or refuse on the page of your mailbox, under “Recovery contact and heir”.`
  },
  accepted: { fa: 'آن که نام بردید پذیرفت', en: 'Whom you named has accepted' },
  acceptedText: {
    fa: (name: string) =>
      `${name} نیمه کلید صندوق شما را پذیرفت و در دستگاه خود باز کرد. اگر او را نمی‌شناسید، همین حالا کنارش بگذارید.`,
    en: (name: string) =>
      `${name} accepted a half of the key of your mailbox, and opened it on their device. If you do not know them, remove them now.`
  },
  resigned: { fa: 'آن که نام بردید کنار رفت', en: 'Whom you named has resigned' },
  resignedText: {
    fa: (name: string) =>
      `${name} دیگر نیمه کلید صندوق شما را نگه نمی‌دارد. کس دیگری را نام ببرید.`,
    en: (name: string) =>
      `${name} no longer keeps a half of the key of your mailbox. Name somebody else.`
  },
  asked: { fa: 'بازگشت به صندوق نامه خواسته شد', en: 'Recovery of your mailbox was asked for' },
  askedText: {
    fa: 'کسی که وارد حساب شما بود گفت همه راه‌های صندوق گم شده است و با آشنای امین بازمی‌گردد. پس از هفتاد و دو ساعت نیمه ما به او داده می‌شود. اگر کار شما نبود، همین حالا در صفحه صندوق «متوقف کن» را بزنید و به آشنایتان خبر دهید.',
    en: 'Somebody signed in to your account said that every way to the mailbox is lost, and comes back with the recovery contact. After seventy-two hours our half is handed to them. If it was not you, press “Stop it” on the page of the mailbox now, and tell your contact.'
  },
  askedContact: { fa: 'از شما کمک خواسته‌اند', en: 'Your help was asked for' },
  askedContactText: {
    fa: (name: string) =>
      `${name} گفته است که همه راه‌های صندوق نامه‌اش را گم کرده است. پیش از خواندن واژه‌ها خودش را ببینید یا صدایش را بشنوید. اگر کار او نیست، به او بگویید متوقف کند.`,
    en: (name: string) =>
      `${name} says that every way to their mailbox is lost. See them or hear their voice before you read the words. If it is not them, tell them to stop it.`
  },
  stoppedSubject: { fa: 'بازگشت به صندوق متوقف شد', en: 'Recovery of a mailbox was stopped' },
  stoppedText: {
    fa: 'درخواست بازگشت به صندوق نامه متوقف شد. چیزی به کسی داده نشد.',
    en: 'Recovery of a mailbox was stopped. Nothing was given to anybody.'
  },
  released: { fa: 'نیمه ما از کلید صندوق داده شد', en: 'Our half of the key was handed out' },
  releasedText: {
    fa: 'زمان انتظار گذشت و نیمه ما از کلید صندوق نامه داده شد. بی نیمه دیگر چیزی باز نمی‌شود.',
    en: 'The waiting time is over, and our half of the key of the mailbox was handed out. Nothing opens without the other half.'
  },
  usedSubject: { fa: 'کمک شما به کار آمد', en: 'Your help was of use' },
  usedText: {
    fa: 'صاحب صندوق دوباره به نامه‌هایش رسید. نیمه‌ای که نزد شما بود پایان یافت.',
    en: 'The owner is back at their letters. The half that was with you has ended.'
  },
  trySubject: {
    fa: 'نیمه کلیدی را که نزد شماست بیازمایید',
    en: 'Try the half of a key that is with you'
  },
  tryText: {
    fa: 'یک سال است نیمه کلید صندوق کسی را که نزد شماست باز نکرده‌اید. در صفحه صندوق، «آشنای امین و وارث»، «آزمودن» را بزنید.',
    en: 'You have not opened the half of somebody’s key that is with you for a year. On the page of your mailbox, under “Recovery contact and heir”, press “Try it”.'
  }
})
