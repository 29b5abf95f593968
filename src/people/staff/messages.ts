import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: { fa: 'کارکنان و سمت‌ها', en: 'Staff and posts' },
  lead: {
    fa: 'هر کس با حساب خودش و تنها با نقشی که اینجا گرفته است کار می‌کند. دادن و پس گرفتن هر نقش ثبت می‌شود و به خود شخص گفته می‌شود.',
    en: 'Everybody works under their own account, with the roles given here and no others. Each role given or taken back is recorded and told to the person.'
  },
  roles: { fa: 'نقش‌های امروز', en: 'Roles of today' },
  noRoles: { fa: 'هنوز کسی نقشی ندارد.', en: 'Nobody has a role yet.' },
  person: { fa: 'شخص', en: 'Person' },
  role: { fa: 'نقش', en: 'Role' },
  unit: { fa: 'واحد', en: 'Unit' },
  allUnits: { fa: 'همه واحدها', en: 'All units' },
  post: { fa: 'سمت', en: 'Post' },
  since: { fa: 'از', en: 'Since' },
  until: { fa: 'تا', en: 'Until' },
  noEnd: { fa: 'بدون پایان', en: 'Without an end' },
  actions: { fa: 'اقدام', en: 'Action' },
  takeBack: { fa: 'پس گرفتن نقش', en: 'Take back' },
  wasTakenBack: {
    fa: 'نقش پس گرفته شد؛ درخواست بعدی او دیگر این نقش را ندارد.',
    en: 'The role was taken back; their next request is without it.'
  },
  give: { fa: 'دادن نقش', en: 'Give the role' },
  giveTitle: { fa: 'دادن نقش به یک نفر', en: 'Give somebody a role' },
  name: { fa: 'نام و نام خانوادگی', en: 'Full name' },
  nationalId: { fa: 'کد ملی', en: 'National id' },
  foreignerCode: { fa: 'کد فراگیر (اتباع خارجی)', en: 'Code of a foreign national' },
  mobile: { fa: 'تلفن همراه', en: 'Mobile' },
  email: { fa: 'رایانامه', en: 'E-mail' },
  identifierHelp: {
    fa: 'اگر در سامانه شناخته شده باشد با همین شناسه پیدا می‌شود. شناسه را از روی مدرک شناسایی بنویسید.',
    en: 'Somebody the system knows is found by it. Copy it from their identity paper.'
  },
  untilHelp: {
    fa: 'آخرین روز را به تاریخ شمسی بنویسید، مانند ۱۴۰۶/۰۱/۳۱؛ خالی یعنی تا پس گرفتن.',
    en: 'The last day, as a Jalali date such as 1406/01/31; empty means until it is taken back.'
  },
  wrongRole: { fa: 'نقش را از فهرست برگزینید.', en: 'Choose the role from the list.' },
  wrongUnit: { fa: 'واحد را از فهرست برگزینید.', en: 'Choose the unit from the list.' },
  wrongPost: { fa: 'سمت را از فهرست برگزینید.', en: 'Choose the post from the list.' },
  wholeOnly: {
    fa: 'این نقش برای همه دستگاه است و برای یک واحد داده نمی‌شود.',
    en: 'This role is for the whole authority and is not given for one unit.'
  },
  endTooFar: {
    fa: 'پایان نقش حداکثر ده سال دیگر است؛ برای بی‌پایان، خالی بگذارید.',
    en: 'A role ends at most ten years ahead; leave it empty for one without an end.'
  },
  identifierMissing: {
    fa: 'کد ملی یا کد فراگیر را از روی مدرک بنویسید.',
    en: 'Write the national id or the foreigner’s code from the paper.'
  },
  addressTaken: {
    fa: 'این نشانی از آنِ شخص دیگری است.',
    en: 'This address is somebody else’s.'
  },
  wrongEnd: { fa: 'پایان باید پس از اکنون باشد.', en: 'The end must be later than now.' },
  wrongLastDay: {
    fa: 'آخرین روز نمی‌تواند پیش از دیروز یا پیش از نخستین روز باشد.',
    en: 'The last day cannot be before yesterday, nor before the first day.'
  },
  tooLate: {
    fa: 'نخستین روز بیش از ۳۰ روز گذشته است؛ سمت برای روزهای دور گذشته داده نمی‌شود.',
    en: 'The first day is more than 30 days ago; a post is not given for days long past.'
  },
  tooFar: {
    fa: 'نخستین روز بیش از یک سال دیگر است.',
    en: 'The first day is more than a year ahead.'
  },
  callOff: { fa: 'لغو', en: 'Call off' },
  endsBefore: {
    fa: 'آخرین روز پیش از نخستین روز است.',
    en: 'The last day is before the first.'
  },
  standInEnd: {
    fa: 'جانشینی موقت روز پایان می‌خواهد.',
    en: 'Standing in for somebody needs a last day.'
  },
  toldSubject: { fa: 'نقش تازه برای شما', en: 'A new role for you' },
  told: {
    fa: (role: string, authority: string) =>
      `به شما نقش «${role}» در ${authority} داده شد. اگر از آن خبر ندارید به مدیر آن دستگاه بگویید.`,
    en: (role: string, authority: string) =>
      `You were given the role “${role}” at ${authority}. If you know nothing of it, tell the administrator there.`
  },
  takenSubject: { fa: 'پایان نقش شما', en: 'A role of yours ended' },
  taken: {
    fa: (role: string, authority: string) => `نقش «${role}» شما در ${authority} پس گرفته شد.`,
    en: (role: string, authority: string) => `Your role “${role}” at ${authority} was taken back.`
  },
  posts: { fa: 'سمت‌ها و دارندگان آن‌ها', en: 'Posts and who holds them' },
  postsLead: {
    fa: 'تصمیم هر درخواست را کسی می‌گیرد که در آن روز سمت نوشته‌شده در شناسنامه را دارد. روزهایی که گذشته است تغییر نمی‌کند.',
    en: 'A case is decided by whoever holds the post of its card on that day. Days that have passed do not change.'
  },
  holder: { fa: 'دارنده', en: 'Holder' },
  nobody: { fa: 'کسی این سمت را ندارد', en: 'Nobody holds it' },
  standsIn: { fa: 'جانشین موقت', en: 'Stands in' },
  endPost: { fa: 'پایان از فردا', en: 'Ends tomorrow' },
  wasEnded: { fa: 'امروز آخرین روز این سمت است.', en: 'Today is the last day of this post.' },
  assign: { fa: 'سپردن سمت', en: 'Give the post' },
  assignTitle: { fa: 'سپردن سمت به یک نفر', en: 'Give somebody a post' },
  from: { fa: 'از روز', en: 'First day' },
  fromMissing: { fa: 'نخستین روز را بنویسید.', en: 'Write the first day.' },
  to: { fa: 'آخرین روز', en: 'Last day' },
  fromHelp: {
    fa: 'به تاریخ شمسی، مانند ۱۴۰۵/۰۹/۰۱. دارنده پیشین تا روز پیش از آن در سمت می‌ماند.',
    en: 'A Jalali date such as 1405/09/01. The holder until then holds it to the day before.'
  },
  toHelp: {
    fa: 'برای جانشینی موقت لازم است؛ وگرنه خالی بگذارید.',
    en: 'Needed for standing in; leave it empty otherwise.'
  },
  way: { fa: 'گونه', en: 'Kind' },
  asHolder: { fa: 'دارنده سمت', en: 'Holds the post' },
  given: { fa: 'ثبت شد', en: 'Done' },
  givenTo: {
    fa: (name: string) => `برای ${name} ثبت شد و به او گفته می‌شود.`,
    en: (name: string) => `It is recorded for ${name}, who is told.`
  },
  codeLead: {
    fa: 'این شخص هنوز کلید عبور ندارد. کد ثبت‌نام زیر تنها همین یک بار نشان داده می‌شود؛ آن را به دست خود او بدهید تا ظرف ۷۲ ساعت در نشانی زیر نخستین کلید عبور خود را بسازد.',
    en: 'They have no passkey yet. The enrolment code below is shown only this once; hand it to them in person. Within 72 hours they make their first passkey with it at this address.'
  },
  code: { fa: 'کد ثبت‌نام', en: 'Enrolment code' },
  review: { fa: 'بازبینی دسترسی‌ها', en: 'Review of access' },
  reviewLead: {
    fa: 'دست‌کم هر فصل همه نقش‌ها و سمت‌های بالا را ببینید، آنچه دیگر لازم نیست پس بگیرید و سپس اینجا بگویید. این گفته ثبت می‌شود و در بند «حفاظت کامل» شمرده می‌شود.',
    en: 'At least every season look through all roles and posts above, take back what is needed no more, then say so here. It is recorded, and counted for the clause on full protection.'
  },
  reviewed: { fa: 'همه را دیدم', en: 'I looked through all of it' },
  wasReviewed: { fa: 'بازبینی ثبت شد.', en: 'The review was recorded.' },
  neverReviewed: { fa: 'هنوز بازبینی نشده است.', en: 'It has not been reviewed yet.' },
  reviewedOn: {
    fa: (day: string) => `آخرین بازبینی: ${day}`,
    en: (day: string) => `Last reviewed on ${day}`
  },
  back: { fa: 'بازگشت', en: 'Back' }
})
