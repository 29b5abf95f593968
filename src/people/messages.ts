import { type Bilingual, defineMessages } from '../platform/index.ts'
import type { Role } from './role.ts'

export const messages = defineMessages({
  signIn: { fa: 'ورود', en: 'Sign in' },
  signInLead: {
    fa: 'با کلید عبور وارد شوید: همان اثر انگشت، چهره یا رمزی که قفل دستگاهتان را باز می‌کند. گذرواژه‌ای در کار نیست.',
    en: 'Sign in with a passkey: the fingerprint, face or code that unlocks your device. There is no password.'
  },
  signInByPasskey: { fa: 'ورود با کلید عبور', en: 'Sign in with a passkey' },
  otherWays: { fa: 'راه‌های دیگر', en: 'Other ways' },
  byNational: { fa: 'ورود با حساب ملی', en: 'Sign in with the national sign-on' },
  byCodeOrNew: {
    fa: 'ورود با کد یک‌بارمصرف، یا ساختن حساب',
    en: 'Sign in with a one-time code, or make an account'
  },
  byEnrolmentCode: {
    fa: 'کد ثبت‌نامی دارم که دستگاه یا پیشخوان داده است',
    en: 'I have an enrolment code from a public body or a counter'
  },
  cannotSignIn: {
    fa: 'نمی‌توانم وارد شوم: بازیابی حساب',
    en: 'I cannot sign in: recover my account'
  },
  needsScript: {
    fa: 'کلید عبور به جاوااسکریپت نیاز دارد و در این مرورگر خاموش است.',
    en: 'Passkeys need JavaScript, which is off in this browser.'
  },
  needsPasskeys: {
    fa: 'این مرورگر کلید عبور را نمی‌شناسد. با مرورگری تازه‌تر یا دستگاهی دیگر وارد شوید.',
    en: 'This browser does not know passkeys. Use a newer browser or another device.'
  },
  ceremonyCancelled: {
    fa: 'کار نیمه‌تمام ماند: دستگاه پاسخی نداد یا شما منصرف شدید. هر زمان خواستید دوباره تلاش کنید.',
    en: 'That was not finished: the device gave no answer, or you cancelled. Try again whenever you like.'
  },
  ceremonyKnown: {
    fa: 'این دستگاه از پیش کلید عبور شما را دارد.',
    en: 'This device already holds a passkey of yours.'
  },
  ceremonyFailed: {
    fa: 'دستگاه یا سامانه پاسخ درستی نداد. صفحه را تازه کنید و دوباره تلاش کنید.',
    en: 'The device or the server did not answer as it should. Reload the page and try again.'
  },
  signedInAs: {
    fa: (name: string) => `شما با نام ${name} وارد شده‌اید.`,
    en: (name: string) => `You are signed in as ${name}.`
  },
  signedOut: { fa: 'از سامانه خارج شدید.', en: 'You have signed out.' },
  signOut: { fa: 'خروج', en: 'Sign out' },
  demonstration: { fa: 'ورود نمایشی', en: 'Demonstration sign-in' },
  demonstrationLead: {
    fa: 'این افراد ساختگی‌اند. با یک فشار به جای هر کدام وارد شوید و سامانه را از چشم او ببینید.',
    en: 'These people are invented. Sign in as any of them with one press, and see the system as they do.'
  },
  applicants: { fa: 'متقاضیان', en: 'Applicants' },
  platform: { fa: 'سکوی مشترک', en: 'Shared platform' },
  enterAs: {
    fa: (name: string) => `ورود به جای ${name}`,
    en: (name: string) => `Sign in as ${name}`
  },
  account: { fa: 'حساب من', en: 'My account' },
  whoIAm: { fa: 'مشخصات', en: 'Who I am' },
  name: { fa: 'نام', en: 'Name' },
  nationalId: { fa: 'کد ملی', en: 'National id' },
  legalId: { fa: 'شناسه ملی', en: 'Legal id' },
  foreignerCode: { fa: 'کد فراگیر', en: 'Foreigner’s code' },
  mobile: { fa: 'تلفن همراه', en: 'Mobile' },
  email: { fa: 'رایانامه', en: 'E-mail' },
  actsFor: { fa: 'می‌تواند از سوی اینان اقدام کند', en: 'May act for' },
  roles: { fa: 'نقش‌ها', en: 'Roles' },
  role: { fa: 'نقش', en: 'Role' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  unit: { fa: 'واحد', en: 'Unit' },
  wholeAuthority: { fa: 'همه واحدها', en: 'All units' },
  everyAuthority: { fa: 'همه دستگاه‌ها', en: 'Every authority' },
  post: { fa: 'سمت', en: 'Post' },
  noRoles: {
    fa: 'شما متقاضی هستید و نقشی در دستگاه‌ها ندارید.',
    en: 'You are an applicant, with no role in an authority.'
  },
  passkeys: { fa: 'کلیدهای عبور', en: 'Passkeys' },
  passkeysLead: {
    fa: 'هر دستگاهی که با آن وارد می‌شوید کلید خود را دارد. دست‌کم دو کلید داشته باشید تا گم شدن یک دستگاه راه ورود را نبندد.',
    en: 'Each device that you sign in with holds its own key. Keep at least two, so that losing a device does not lock you out.'
  },
  silentRoles: {
    fa: 'شما در دستگاهی نقش دارید، ولی نه در این نشست: برای کار با کلید عبوری که با کد ثبت‌نام یا در نشستی مطمئن افزوده‌اید، یا با ورود ملی وارد شوید. کد یک‌بارمصرف به تنهایی بس نیست.',
    en: 'You have a role in a public body, but not in this session: to work as staff, sign in with a passkey that was added by an enrolment code or in a strong session, or with the national sign-on. A one-time code alone is not enough.'
  },
  proveToAdd: {
    fa: 'برای افزودن کلید، نخست هویت خود را دوباره تأیید کنید',
    en: 'To add a key, first prove again that it is you'
  },
  typedAs: {
    fa: (what: string) => `${what} (تأییدنشده)`,
    en: (what: string) => `${what} (not proven)`
  },
  recoveryOpen: {
    fa: (when: string) =>
      `کسی بازیابی این حساب را آغاز کرده است و ${when} می‌تواند آن را کامل کند. اگر شما نبوده‌اید همین حالا بازش دارید.`,
    en: (when: string) =>
      `Somebody has begun to recover this account, and can finish on ${when}. If it was not you, stop it now.`
  },
  stopRecovery: { fa: 'بازداشتن بازیابی', en: 'Stop the recovery' },
  recoveryStopped: { fa: 'بازیابی بازداشته شد.', en: 'The recovery was stopped.' },
  contacts: { fa: 'راه‌های تماس', en: 'Contacts' },
  news: {
    fa: (unread: string) => (unread === '' ? 'پیام‌های حساب' : `پیام‌های حساب (${unread} تازه)`),
    en: (unread: string) =>
      unread === '' ? 'News of your account' : `News of your account (${unread} new)`
  },
  chooseRole: { fa: 'عوض کردن نقش این نشست', en: 'Change the role of this session' },
  keyDirectory: { fa: 'دفتر کلیدها', en: 'Key directory' },
  linkNational: {
    fa: 'پیوند دادن ورود ملی به این حساب',
    en: 'Tie the national sign-on to this account'
  },
  notMe: { fa: 'این من نبودم', en: 'This was not me' },
  provenBy: {
    fa: (begun: string, by: string) => `${begun}، سپس تأیید با ${by}`,
    en: (begun: string, by: string) => `${begun}, then proven by ${by}`
  },
  noPasskeys: { fa: 'هنوز کلید عبوری ندارید.', en: 'You have no passkey yet.' },
  passkeyName: { fa: 'نامی برای این کلید', en: 'A name for this key' },
  passkeyNameHelp: {
    fa: 'تا بعد بدانید کدام دستگاه است؛ مانند «تلفن من».',
    en: 'So that you know later which device it is; such as “My phone”.'
  },
  addPasskey: { fa: 'افزودن کلید عبور', en: 'Add a passkey' },
  passkeyAdded: { fa: 'کلید عبور افزوده شد.', en: 'The passkey was added.' },
  passkeyRemoved: { fa: 'کلید عبور برداشته شد.', en: 'The passkey was removed.' },
  removePasskey: {
    fa: (name: string) => `برداشتن کلید «${name}»`,
    en: (name: string) => `Remove the passkey “${name}”`
  },
  device: { fa: 'دستگاه', en: 'Device' },
  deviceUnknown: { fa: 'دستگاه ناشناخته', en: 'Unknown device' },
  created: { fa: 'ساخته‌شده', en: 'Created' },
  used: { fa: 'آخرین ورود', en: 'Last sign-in' },
  never: { fa: 'هنوز نه', en: 'Not yet' },
  kept: { fa: 'نگهداری', en: 'Kept' },
  keptSynced: { fa: 'همگام در حساب سازنده دستگاه', en: 'Synced by the maker of the device' },
  keptHere: { fa: 'تنها در همین دستگاه', en: 'In this device only' },
  sessions: { fa: 'نشست‌های باز', en: 'Open sessions' },
  sessionsLead: {
    fa: 'هر جایی که با حساب شما باز است. اگر یکی را نمی‌شناسید پایانش دهید.',
    en: 'Everywhere that your account is open. End what you do not know.'
  },
  started: { fa: 'آغاز', en: 'Started' },
  lastUse: { fa: 'آخرین استفاده', en: 'Last used' },
  way: { fa: 'شیوه ورود', en: 'Way in' },
  byPasskey: { fa: 'کلید عبور', en: 'Passkey' },
  byOidc: { fa: 'ورود ملی', en: 'National sign-on' },
  byCode: { fa: 'کد یک‌بارمصرف', en: 'One-time code' },
  byEnrolment: { fa: 'کد ثبت‌نام', en: 'Enrolment code' },
  byDemonstration: { fa: 'ورود نمایشی', en: 'Demonstration' },
  thisSession: { fa: 'همین نشست', en: 'This session' },
  endSession: {
    fa: (device: string) => `پایان دادن به نشست ${device}`,
    en: (device: string) => `End the session on ${device}`
  },
  endOthers: { fa: 'پایان دادن به همه جز همین', en: 'End all but this one' },
  sessionEnded: { fa: 'آن نشست پایان یافت.', en: 'That session has ended.' },
  actions: { fa: 'اقدام', en: 'Action' }
})

/** The roles in words. */
export const roleNames: Readonly<Record<Role, Bilingual>> = {
  applicant: { fa: 'متقاضی', en: 'Applicant' },
  clerk: { fa: 'متصدی پذیرش', en: 'Clerk' },
  officer: { fa: 'کارشناس', en: 'Officer' },
  approver: { fa: 'تأییدکننده', en: 'Approver' },
  'it-manager': { fa: 'مدیر فناوری اطلاعات', en: 'IT manager' },
  'committee-member': { fa: 'عضو کمیته', en: 'Committee member' },
  arbiter: { fa: 'داور', en: 'Arbiter' },
  inspector: { fa: 'بازرس', en: 'Inspector' },
  signatory: { fa: 'امضاکننده', en: 'Signatory' },
  'authority-admin': { fa: 'مدیر سامانه دستگاه', en: 'Authority administrator' },
  operator: { fa: 'گرداننده سامانه', en: 'Platform operator' },
  auditor: { fa: 'حسابرس', en: 'Auditor' },
  probe: { fa: 'پایشگر', en: 'Probe' }
}
