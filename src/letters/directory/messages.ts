import { defineMessages } from '../../platform/index.ts'

/** Texts of the pages of the directory. */
export const messages = defineMessages({
  title: { fa: 'دفتر کلیدها', en: 'Key directory' },
  account: { fa: 'حساب', en: 'Account' },
  ownLead: {
    fa: 'نامه‌های شما با این کلیدها مهر و موم می‌شوند. هر کلیدی که اینجا باشد و کار شما نباشد، یعنی کسی می‌خواهد نامه‌هایتان را بخواند.',
    en: 'Letters to you are sealed with these keys. A key that is here and is not yours means that somebody wants to read your letters.'
  },
  none: {
    fa: 'هنوز صندوق نامه‌ای به نام شما کلیدی در دفتر کلیدها ندارد.',
    en: 'No mailbox of yours has a key in the key directory yet.'
  },
  yourMailbox: { fa: 'صندوق نامه شما', en: 'Your mailbox' },
  ofUnit: { fa: (unit: string) => `واحد ${unit}`, en: (unit: string) => `Unit ${unit}` },
  number: { fa: 'شماره', en: 'Number' },
  entered: { fa: 'زمان ثبت', en: 'Entered' },
  what: { fa: 'چه شد', en: 'What happened' },
  standing: { fa: 'وضع', en: 'State' },
  fingerprint: { fa: 'نشان کلید', en: 'Fingerprint' },
  proof: { fa: 'اثبات', en: 'Proof' },
  inLog: { fa: 'در دفتر عمومی', en: 'In the public log' },
  receipt: { fa: 'رسید', en: 'Receipt' },
  notYet: { fa: 'چند ثانیه دیگر', en: 'In some seconds' },
  enrolled: { fa: 'نخستین کلید', en: 'First key' },
  rotated: { fa: 'کلید تازه، با امضای کلید پیشین', en: 'New key, signed by the one before' },
  recovered: { fa: 'کلید تازه، بی‌امضای کلید پیشین', en: 'New key, not signed by the one before' },
  stopped: { fa: 'بازیابی متوقف شد', en: 'Recovery stopped' },
  closed: { fa: 'صندوق بسته شد', en: 'Mailbox closed' },
  counts: { fa: 'در کار', en: 'In use' },
  waits: { fa: 'در انتظار ۷۲ ساعت', en: 'Waiting 72 hours' },
  past: { fa: 'پیشین', en: 'Past' },
  neverCounted: { fa: 'متوقف‌شده', en: 'Stopped' },
  pendingTitle: {
    fa: 'کلید تازه‌ای بی‌امضای کلید پیشین شما ثبت شده است',
    en: 'A new key was entered that your key has not signed'
  },
  pendingUntil: {
    fa: (at: string) =>
      `اگر کار شما نیست، همین حالا متوقفش کنید. پس از ${at} نامه‌های تازه با آن مهر و موم می‌شوند.`,
    en: (at: string) =>
      `If it was not you, stop it now. After ${at} new letters are sealed with it.`
  },
  pendingSoon: {
    fa: 'اگر کار شما نیست، همین حالا متوقفش کنید. ۷۲ ساعت پس از انتشار آن، نامه‌های تازه با آن مهر و موم می‌شوند.',
    en: 'If it was not you, stop it now. 72 hours after it is published, new letters are sealed with it.'
  },
  stop: { fa: 'این کلید کار من نیست؛ متوقف شود', en: 'This key is not mine: stop it' },
  stoppedNow: {
    fa: 'کلید تازه متوقف شد و کلید پیشین شما برجا ماند.',
    en: 'The new key was stopped, and the key of before stays.'
  },
  howTitle: { fa: 'این را چگونه باور کنم؟', en: 'Why believe this?' },
  howBody: {
    fa: 'هر فرستنده پیش از مهر و موم، همین فهرست را با اثبات آن در دفتر عمومی می‌سنجد. دستگاه شما نیز هر بار می‌سنجد که چیزی از آنچه پیش‌تر دید کم یا عوض نشده باشد.',
    en: 'Every sender checks this list, with its proof in the public log, before sealing. Your own device checks each time that nothing it saw before was taken away or changed.'
  },
  aboutLink: { fa: 'دفتر کلیدها چیست؟', en: 'What is the key directory?' },
  lead: {
    fa: 'کلید عمومی هر صندوق نامه در این دفتر است. گرداننده سامانه نمی‌تواند کلیدی را پنهانی عوض کند، چون هر وضع دفتر در دفتر عمومی می‌ماند و فرستنده، نرم‌افزار دستگاه‌ها و دستگاه گیرنده آن را می‌سنجند.',
    en: 'The public key of every mailbox stands here. The operator cannot swap a key unseen: each state of the directory stays in the public log, and senders, programs of bodies and the recipient’s own device check it.'
  },
  heads: { fa: 'وضع‌های تازه دفتر', en: 'Newest states' },
  headsLead: {
    fa: 'هر وضع یک عدد ریشه دارد که همه کلیدهای آن دم را دربر می‌گیرد و چیزی از کسی نشان نمی‌دهد.',
    en: 'Each state has a root that covers all keys of that moment, and shows nothing of anybody.'
  },
  noHeads: { fa: 'هنوز کلیدی ثبت نشده است.', en: 'No key was entered yet.' },
  madeAt: { fa: 'زمان', en: 'Time' },
  entries: { fa: 'کلیدهای ثبت‌شده', en: 'Keys entered' },
  labels: { fa: 'صندوق‌ها و شناسه‌ها', en: 'Mailboxes and identifiers' },
  root: { fa: 'ریشه', en: 'Root' },
  entry: { fa: 'برگ دفتر', en: 'Log entry' },
  rulesTitle: { fa: 'قاعده‌ها', en: 'The rules' },
  ruleUnsigned: {
    fa: 'کلید تازه‌ای که کلید پیشین امضایش نکرده باشد، تا ۷۲ ساعت به کار نمی‌رود و صاحب صندوق از همه راه‌های تماس خبردار می‌شود.',
    en: 'A new key that the one before has not signed counts for nobody for 72 hours, and its owner is told on every channel.'
  },
  ruleUnlogged: {
    fa: 'وضعی از دفتر که در دفتر عمومی نباشد، یا بیش از ۲۴ ساعت کهنه باشد، پذیرفته نمی‌شود.',
    en: 'A state that does not stand in the public log, or is older than 24 hours, is refused.'
  },
  ruleChanged: {
    fa: 'فهرستی که کلیدی از آن کم یا عوض شده باشد، یا برای دو نفر دو جور باشد، پذیرفته نمی‌شود.',
    en: 'A list from which a key was taken or changed, or that is one thing for you and another for others, is refused.'
  },
  checkTitle: { fa: 'چگونه خودتان بسنجید', en: 'How to check it yourself' },
  checkBody: {
    fa: 'پاسخ API همه اثبات‌ها را دارد؛ شکل آن در docs/specs/key-directory.md است و peyman/sdk آن را می‌سنجد. برگ‌های directory.head در دفتر عمومی باید شماره‌های پیاپی داشته باشند و هر یک، پیشین را نام ببرد.',
    en: 'The answer of the API holds all proofs; docs/specs/key-directory.md has its form, and peyman/sdk checks it. The directory.head entries of the public log must be numbered without a gap, and each must name the one before.'
  },
  deviceTitle: { fa: 'سنجش با همین دستگاه', en: 'Check by this device' },
  deviceWaits: {
    fa: 'این دستگاه دارد کلیدها را با دفتر عمومی و با آنچه پیش‌تر دیده بود می‌سنجد…',
    en: 'This device is checking the keys against the public log and what it saw before…'
  },
  deviceNeedsScript: {
    fa: 'سنجش با دستگاه به جاوااسکریپت نیاز دارد. فهرست بالا همان است که سامانه می‌گوید.',
    en: 'The check by the device needs JavaScript. The list above is what the desk says.'
  },
  deviceFirst: {
    fa: 'اثبات‌ها درست است. این نخستین سنجش این دستگاه بود؛ از این پس هر کم و زیادی را می‌بیند.',
    en: 'The proofs are right. This was the first check of this device; from now on it sees whatever is taken away or changed.'
  },
  deviceSame: {
    fa: 'اثبات‌ها درست است و چیزی از آنچه این دستگاه پیش‌تر دید کم یا عوض نشده است.',
    en: 'The proofs are right, and nothing that this device saw before was taken away or changed.'
  },
  deviceNews: {
    fa: 'از سنجش پیشین این دستگاه کلید تازه‌ای ثبت شده است. اگر کار شما نیست، همین حالا به بازرسی خبر دهید.',
    en: 'A key was entered since this device last checked. If it was not you, tell the inspection now.'
  },
  deviceLogKeys: {
    fa: 'کلیدهای دفتر عمومی همان نیست که این دستگاه پیش‌تر دید. به بازرسی خبر دهید.',
    en: 'The keys of the public log are not those that this device saw before. Tell the inspection.'
  },
  limitsTitle: { fa: 'چه چیزی از این راه دیده نمی‌شود', en: 'What this cannot show' },
  limits: {
    fa: 'اگر گرداننده کلیدی را «بازیابی‌شده» ثبت کند و صاحب صندوق ۷۲ ساعت همه هشدارها را نادیده بگیرد، نامه‌های پس از آن با آن کلید مهر و موم می‌شوند. همچنین اینکه پشت یک شناسه، در نخستین ثبت، همان شخص بوده باشد، کار ثبت‌نام حضوری و ورود ملی است.',
    en: 'If the operator enters a “recovered” key and its owner ignores 72 hours of warnings, later letters are sealed with it. And that the right person stood behind an identifier the first time is the work of the counter and of the national sign-on.'
  }
})
