import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: { fa: 'نمایندگی', en: 'Delegates' },
  lead: {
    fa: 'گذرواژه، کلید عبور و کد خود را به کسی ندهید. به جای آن نمایندگی بدهید: نماینده با نام خودش وارد می‌شود، تنها کارهایی را می‌کند که گفته‌اید، و هر کار او با نامش ثبت می‌شود.',
    en: 'Give nobody your passkey or code. Delegate instead: the delegate signs in under their own name, does only what you named, and each act of theirs is recorded with their name.'
  },
  give: { fa: 'دادن نمایندگی', en: 'Give a delegation' },
  iActFor: { fa: 'شما برای چه کسانی کار می‌کنید', en: 'Whom you act for' },
  nobody: { fa: 'اکنون نماینده کسی نیستید.', en: 'You act for nobody now.' },
  offered: { fa: 'پیشنهادهایی که منتظر پاسخ شماست', en: 'Offers that wait for your answer' },
  accept: { fa: 'می‌پذیرم', en: 'Accept' },
  decline: { fa: 'نمی‌پذیرم', en: 'Decline' },
  haveCode: { fa: 'کد نمایندگی گرفته‌اید؟', en: 'Have you been given a code?' },
  code: { fa: 'کد نمایندگی', en: 'Delegation code' },
  codeHelp: {
    fa: 'دوازده حرف و رقم که دهنده نمایندگی به شما داده است. پیش از پذیرفتن می‌بینید چه چیزی است.',
    en: 'Twelve letters and digits from who delegates. You see what it is before you accept.'
  },
  look: { fa: 'دیدن پیشنهاد', en: 'See the offer' },
  offerTitle: { fa: 'پیشنهاد نمایندگی', en: 'An offer of a delegation' },
  offerLead: {
    fa: 'اگر بپذیرید، هر کاری که از این راه می‌کنید با نام شما ثبت می‌شود و دهنده آن را می‌بیند. هر زمان می‌توانید آن را کنار بگذارید.',
    en: 'If you accept, what you do by it is recorded under your name and seen by who delegates. You can lay it down at any time.'
  },
  actFor: { fa: 'نماینده‌های', en: 'Delegates of' },
  own: { fa: 'نماینده‌های شما', en: 'Your delegates' },
  none: { fa: 'هنوز کسی نماینده نیست.', en: 'Nobody is a delegate yet.' },
  person: { fa: 'برای', en: 'For' },
  delegate: { fa: 'نماینده', en: 'Delegate' },
  kind: { fa: 'به عنوان', en: 'As' },
  acts: { fa: 'کارها', en: 'May' },
  scope: { fa: 'خدمات', en: 'Services' },
  until: { fa: 'تا', en: 'Until' },
  noEnd: { fa: 'بی‌پایان', en: 'no end' },
  given: { fa: 'دهنده', en: 'Given by' },
  state: { fa: 'وضع', en: 'State' },
  inForce: { fa: 'برقرار', en: 'in force' },
  suspended: { fa: 'معلق', en: 'suspended' },
  suspendedTitle: { fa: 'نمایندگی‌های معلق', en: 'Suspended delegations' },
  suspendedHelp: {
    fa: 'این نمایندگی‌ها با بسته شدن حساب یکی از دو طرف معلق شدند و از راه آن‌ها کاری نمی‌شود. پس از بازگشت، صاحب همان حساب می‌گوید که از سر گرفته شود یا پایان یابد.',
    en: 'These delegations stand still since the account of either side was frozen; nothing is done by them. When they are back, its owner lets them hold again, or ends them.'
  },
  resume: { fa: 'از سر گرفتن', en: 'Let it hold again' },
  resumeOf: {
    fa: (name: string) => `از سر گرفتن نمایندگی: ${name}`,
    en: (name: string) => `Let the delegation hold again: ${name}`
  },
  resumed: { fa: 'نمایندگی از سر گرفته شد.', en: 'The delegation holds again.' },
  ended: { fa: 'پایان‌یافته', en: 'ended' },
  actions: { fa: 'کار', en: 'Action' },
  revoke: { fa: 'پایان دادن', en: 'End' },
  revokeOf: {
    fa: (name: string) => `پایان دادن به نمایندگی ${name}`,
    en: (name: string) => `End the delegation of ${name}`
  },
  layDown: { fa: 'کنار گذاشتن', en: 'Lay down' },
  layDownOf: {
    fa: (name: string) => `کنار گذاشتن نمایندگی ${name}`,
    en: (name: string) => `Lay down acting for ${name}`
  },
  waiting: { fa: 'پیشنهادهای بی‌پاسخ', en: 'Offers without an answer' },
  waitingHelp: {
    fa: 'تا پذیرفته نشود اثری ندارد. برای حفظ حریم مردم گفته نمی‌شود که شناسه‌ای که نوشته‌اید از آن کسی هست یا نه.',
    en: 'Without effect until accepted. To protect people, nobody is told whether an identifier belongs to anybody.'
  },
  by: { fa: 'راه', en: 'By' },
  byCode: { fa: 'با کد', en: 'a code' },
  byIdentifier: { fa: 'با شناسه', en: 'an identifier' },
  openUntil: { fa: 'مهلت پاسخ', en: 'Answer by' },
  takeBack: { fa: 'پس گرفتن', en: 'Take back' },
  accepted: { fa: 'پذیرفتید. اکنون می‌توانید کار کنید.', en: 'Accepted. You can act now.' },
  declined: { fa: 'پیشنهاد رد شد.', en: 'The offer is declined.' },
  takenBack: { fa: 'پیشنهاد پس گرفته شد.', en: 'The offer is taken back.' },
  revoked: { fa: 'نمایندگی همین حالا پایان یافت.', en: 'The delegation ended just now.' },
  sent: {
    fa: 'پیشنهاد ثبت شد. اگر کسی با این شناسه حساب داشته باشد، به او گفته می‌شود؛ وقتی بپذیرد این‌جا می‌بینید.',
    en: 'The offer is registered. If somebody with this identifier has an account, they are told; you see it here once they accept.'
  },
  giveTitle: { fa: 'دادن نمایندگی', en: 'Give a delegation' },
  forWhom: { fa: 'نمایندگیِ چه کسی', en: 'Delegate of whom' },
  myself: { fa: (name: string) => `خودم: ${name}`, en: (name: string) => `Myself: ${name}` },
  scopeAll: { fa: 'همه خدمات', en: 'All services' },
  scopeSome: { fa: 'تنها خدماتی که برمی‌گزینم', en: 'Only the services that I choose' },
  scopeAuthority: {
    fa: (name: string) => `خدمات ${name}`,
    en: (name: string) => `Services of ${name}`
  },
  services: { fa: 'کدام خدمات', en: 'Which services' },
  servicesHelp: {
    fa: 'تنها اگر بالا «تنها خدماتی که برمی‌گزینم» را زده‌اید.',
    en: 'Only where you chose so above.'
  },
  untilHelp: {
    fa: 'آخرین روز، مانند ۱۴۰۶/۰۶/۳۱؛ حداکثر پنج سال دیگر.',
    en: 'The last day in the Jalali calendar, such as 1406/06/31; within five years.'
  },
  toWhom: { fa: 'به چه کسی', en: 'To whom' },
  toCode: { fa: 'با کدی که خودم به او می‌دهم', en: 'By a code that I give them myself' },
  toIdentifier: { fa: 'به صاحب این شناسه', en: 'To the owner of this identifier' },
  nationalId: { fa: 'کد ملی نماینده', en: 'National id of the delegate' },
  foreignerCode: { fa: 'کد فراگیر نماینده', en: 'Foreigner’s code of the delegate' },
  codeMade: { fa: 'کد نمایندگی ساخته شد', en: 'The delegation code' },
  codeOnce: {
    fa: 'این کد تنها همین یک بار نشان داده می‌شود. آن را به نماینده بدهید؛ او پس از ورود با حساب خودش آن را در صفحه «نمایندگی» می‌نویسد.',
    en: 'This code is shown this once. Give it to the delegate, who signs in with their own account and types it on the page "Delegates".'
  },
  codeUntil: { fa: 'تا این زمان پذیرفته می‌شود', en: 'Taken until' },
  back: { fa: 'بازگشت به نمایندگی‌ها', en: 'Back to delegates' },
  history: {
    fa: 'تاریخچه ورود، دستگاه و نمایندگی',
    en: 'History of sign-ins, devices and delegation'
  }
})
