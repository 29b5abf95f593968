import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: {
    fa: 'تاریخچه ورود، دستگاه و نمایندگی',
    en: 'History of sign-ins, devices and delegation'
  },
  lead: {
    fa: 'آنچه درباره ورودها، دستگاه‌ها و نمایندگی‌های شما ثبت شده است. می‌توانید آن را به عنوان مدرک بگیرید؛ هر رویداد شناسه‌ای دارد که رسید آن جداگانه سنجیده می‌شود.',
    en: 'What is recorded of your sign-ins, devices and delegations. You can take it as evidence; each fact has an id whose receipt is checked by itself.'
  },
  toldSubject: {
    fa: 'نشانه‌ای از استفاده مشترک از حساب',
    en: 'A sign that your account may be shared'
  },
  toldTwoPlaces: {
    fa: 'حساب شما در چند دقیقه از دو دستگاه در دو شبکه جدا به کار رفت. اگر هر دو خودتان بودید، در صفحه تاریخچه حساب توضیح دهید. اگر نبودید، در صفحه حساب «این من نبودم» را بزنید. این نشانه به خودی خود پیامدی ندارد.',
    en: 'Within minutes your account was used on two devices in two networks. If both were you, say so on the history page of your account. If not, press “This was not me” on your account page. The sign has no consequence by itself.'
  },
  toldManyAccounts: {
    fa: 'در دستگاهی که با آن وارد می‌شوید حساب‌های زیادی به کار رفته است. اگر دستگاه خانواده یا محل کار است، در صفحه تاریخچه حساب توضیح دهید. برای کار کردن به جای دیگری نمایندگی بدهید. این نشانه به خودی خود پیامدی ندارد.',
    en: 'Many accounts were used on a device that you sign in with. If it is of a family or a workplace, say so on the history page of your account. To let others act for you, delegate. The sign has no consequence by itself.'
  },
  signs: { fa: 'نشانه‌های استفاده مشترک', en: 'Signs of sharing' },
  signsLead: {
    fa: 'این نشانه‌ها هشدارند و به خودی خود هیچ پیامدی ندارند. توضیح شما کنار آن‌ها می‌ماند.',
    en: 'These signs are warnings and have no consequence by themselves. What you say stays beside them.'
  },
  'two-places': {
    fa: 'دو دستگاه در دو شبکه در یک زمان',
    en: 'Two devices in two networks at one time'
  },
  'many-accounts': { fa: 'حساب‌های زیاد در یک دستگاه', en: 'Many accounts on one device' },
  sign: { fa: 'نشانه', en: 'Sign' },
  found: { fa: 'زمان', en: 'When' },
  about: { fa: 'جزئیات', en: 'Details' },
  explanation: { fa: 'توضیح شما', en: 'Your explanation' },
  explain: { fa: 'ثبت توضیح', en: 'Explain' },
  explained: { fa: 'توضیح شما ثبت شد.', en: 'Your explanation is recorded.' },
  explanationForm: {
    fa: 'توضیح را در حداکثر ۱۰۰۰ نویسه بنویسید.',
    en: 'Write the explanation in at most 1000 characters.'
  },
  accounts: { fa: (count: string) => `${count} حساب`, en: (count: string) => `${count} accounts` },
  noSigns: { fa: 'نشانه‌ای نیست.', en: 'There is none.' },
  sessions: { fa: 'کجا وارد بوده‌اید', en: 'Where you were signed in' },
  device: { fa: 'دستگاه', en: 'Device' },
  network: { fa: 'شبکه', en: 'Network' },
  first: { fa: 'از', en: 'From' },
  last: { fa: 'تا', en: 'To' },
  noSights: { fa: 'هنوز چیزی ثبت نشده است.', en: 'Nothing is recorded yet.' },
  devices: { fa: 'دستگاه‌ها', en: 'Devices' },
  delegations: { fa: 'نمایندگی‌ها', en: 'Delegations' },
  consents: { fa: 'رضایت در دفترهای پیشخوان', en: 'Consent at counter offices' },
  service: { fa: 'خدمت', en: 'Service' },
  act: { fa: 'کار', en: 'Act' },
  asked: { fa: 'خواسته شد', en: 'Asked' },
  given: { fa: 'داده شد', en: 'Given' },
  facts: { fa: 'رویدادهای ثبت‌شده', en: 'Recorded facts' },
  fact: { fa: 'رویداد', en: 'Fact' },
  at: { fa: 'زمان', en: 'When' },
  receipt: { fa: 'شناسه و رسید', en: 'Id and receipt' },
  file: { fa: 'گرفتن فایل (JSON)', en: 'Take the file (JSON)' },
  page: { fa: 'نسخه چاپی', en: 'Version for print' },
  asOf: { fa: 'وضع در', en: 'As of' },
  counterTitle: { fa: 'دستگاه‌های دفترهای پیشخوان', en: 'Devices of counter offices' },
  counterLead: {
    fa: 'در دستگاه دفتر پیشخوان آدم‌های زیادی وارد می‌شوند و این نشانه استفاده مشترک نیست. دستگاهی را که اکنون پشت آن هستید ثبت کنید.',
    en: 'Many people sign in on the device of a counter office, and that is no sign of sharing. Register the device that you are at.'
  },
  office: { fa: 'نام یا کد دفتر', en: 'Name or code of the office' },
  authority: { fa: 'دستگاه متولی', en: 'Authority' },
  registerThis: { fa: 'ثبت همین دستگاه', en: 'Register this device' },
  registered: { fa: 'این دستگاه ثبت شد.', en: 'This device is registered.' },
  remove: { fa: 'برداشتن', en: 'Remove' },
  removed: { fa: 'دستگاه از فهرست برداشته شد.', en: 'The device is off the list.' },
  officeForm: {
    fa: 'نام دفتر را در حداکثر ۱۰۰ نویسه بنویسید.',
    en: 'Write the office in at most 100 characters.'
  },
  noDevice: {
    fa: 'این مرورگر کوکی دستگاه ندارد؛ یک بار دیگر وارد شوید.',
    en: 'This browser has no device cookie; please sign in once more.'
  }
})
