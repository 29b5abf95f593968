import { defineMessages } from '../../platform/index.ts'

/** Words of the pages of mailboxes of units and businesses. */
export const unitMessages = defineMessages({
  title: { fa: 'صندوق‌های واحدها', en: 'Mailboxes of units' },
  lead: {
    fa: 'هر واحد یک صندوق نامه دارد که کلید آن نزد دست‌کم دو نگهدار است. گرداننده سامانه هیچ‌یک را باز نمی‌کند.',
    en: 'Each unit has a mailbox whose key at least two custodians keep. The operator opens none of them.'
  },
  unit: { fa: 'واحد', en: 'Unit' },
  state: { fa: 'وضع', en: 'State' },
  none: { fa: 'ساخته نشده', en: 'Not made' },
  demonstration: { fa: 'نمایشی، نه محرمانه', en: 'Demonstration, not confidential' },
  due: { fa: 'کلید باید عوض شود', en: 'Key due to change' },
  open: { fa: 'ساختن صندوق این واحد', en: 'Make the mailbox of this unit' },
  openOrganisation: { fa: 'ساختن صندوق این مجموعه', en: 'Make the mailbox of this body' },
  openText: {
    fa: 'دست‌کم دو نگهدار کلید برگزینید. کلید در همین مرورگر ساخته و برای صندوق هر نگهدار مهر و موم می‌شود؛ آنان سپس به همکاران راه می‌دهند.',
    en: 'Choose at least two custodians. The key is made in this browser and sealed to the mailbox of each; they then give ways to others.'
  },
  custodians: { fa: 'نگهداران کلید', en: 'Custodians' },
  tooFew: {
    fa: 'دست‌کم دو نفر از این واحد باید صندوق آماده خودشان را داشته باشند. از آنان بخواهید در «صندوق نامه» بسازند.',
    en: 'At least two people of this unit need a ready mailbox of their own. Ask them to make one under “Mailbox”.'
  },
  chooseTwo: { fa: 'دست‌کم دو نفر را برگزینید.', en: 'Choose at least two.' },
  make: { fa: 'بساز', en: 'Make it' },
  made: { fa: 'صندوق ساخته شد.', en: 'The mailbox was made.' },
  members: { fa: 'همکارانی که هنوز راه ندارند', en: 'Colleagues who have no way yet' },
  membersText: {
    fa: 'نگهدار کلید با یک دکمه به هر یک راه می‌دهد. هر که نقشش پایان یابد راهش نیز پایان می‌یابد.',
    en: 'A custodian gives each of them a way by one button. Whoever’s role ends loses the way with it.'
  },
  give: { fa: 'راه بده', en: 'Give a way' },
  makeCustodian: { fa: 'نگهدار کلید شود', en: 'Make custodian' },
  allHave: {
    fa: 'همه کسانی که صندوق آماده دارند، راه هم دارند.',
    en: 'Everybody with a ready mailbox has a way.'
  },
  purposeProgram: { fa: 'برنامه واحد', en: 'Program of the unit' },
  programWay: { fa: 'کلید خود برنامه', en: 'Key of the program' },
  programs: { fa: 'برنامه واحد', en: 'Program of the unit' },
  programsText: {
    fa: 'برنامه‌ای که نزد خود دستگاه نامه‌های این واحد را مهر و موم می‌کند (peyman agent) کلید خودش را دارد. اینجا به آن راه می‌دهید و هرگاه بخواهید می‌گیرید؛ کلید واحد در هیچ پرونده‌ای نمی‌ماند.',
    en: 'The program that seals the letters of this unit at the body itself (peyman agent) has a key of its own. Here you give it a way, and take it whenever you want; the key of the unit lies in no file.'
  },
  programLabel: { fa: 'نام برنامه، برای خودتان', en: 'Name of the program, for yourselves' },
  programKey: { fa: 'نشانی کلید برنامه', en: 'Public key of the program' },
  programKeyHelp: {
    fa: 'آنچه فرمان «peyman letter identity» نشان می‌دهد و با age1pq1 آغاز می‌شود. آن را از گرداننده برنامه در همین دستگاه بگیرید.',
    en: 'What “peyman letter identity” prints; it begins with age1pq1. Get it from whoever runs the program in this body.'
  },
  programKeyWrong: {
    fa: 'این نشانی کلید برنامه نیست: باید با age1pq1 آغاز شود و درست رونویسی شده باشد.',
    en: 'This is no key of a program: it begins with age1pq1, and has to be copied whole.'
  },
  giveProgram: { fa: 'به برنامه راه بده', en: 'Give the program a way' },
  fewKeepers: { fa: 'یک نگهدار مانده است', en: 'One custodian is left' },
  fewKeepersText: {
    fa: 'تا دو نفر کلید را نداشته باشند، نامه تازه به این صندوق نمی‌رسد. کلید را عوض کنید و کس دیگری را نگهدار کنید؛ اگر کلید شما هم گم شود، نامه‌ها برای همیشه بسته می‌مانند.',
    en: 'No new letter comes to this mailbox until two keep its key. Change the key and make somebody else a custodian; if yours is lost as well, the letters stay closed for ever.'
  },
  keepersOnly: {
    fa: 'راه‌ها را نگهداران کلید می‌دهند و می‌گیرند.',
    en: 'Ways are given and taken by the custodians.'
  },
  demonstrationText: {
    fa: 'کلید این صندوق در خود برنامه آمده است تا نمونه کار را ببینید. هیچ نامه واقعی را نباید به آن سپرد.',
    en: 'The key of this mailbox is in the program itself, so that you see how it works. Trust no real letter to it.'
  }
})
