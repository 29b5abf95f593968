import { defineMessages } from '../platform/index.ts'

export const messages = defineMessages({
  lead: {
    fa: 'هر دستگاه با میزبان‌ها و زیردرگاه‌ها، واحدها و نشان و رنگ خود.',
    en: 'Each authority with its hosts and sub-portals, its units, and its branding.'
  },
  authority: { fa: 'دستگاه', en: 'Authority' },
  services: { fa: 'خدمات', en: 'Services' },
  hosts: { fa: 'میزبان‌ها', en: 'Hosts' },
  staff: { fa: 'مدیران', en: 'Administrators' },
  state: { fa: 'وضع', en: 'State' },
  ready: { fa: 'در کار', en: 'In use' },
  trial: { fa: 'برای آزمودن', en: 'For trying' },
  noServices: { fa: 'هنوز خدمتی ندارد', en: 'No service yet' },
  noAdmin: { fa: 'هنوز مدیری ندارد', en: 'No administrator yet' },
  firstAdmin: {
    fa: (id: string) =>
      `نخستین مدیر این دستگاه را با این فرمان به سامانه بیاورید: peyman enrol --authority ${id} --role authority-admin`,
    en: (id: string) =>
      `Bring in its first administrator by: peyman enrol --authority ${id} --role authority-admin`
  },
  register: { fa: 'ثبت دستگاه تازه', en: 'Register an authority' },
  registered: { fa: 'دستگاه ثبت شد.', en: 'The authority was registered.' },
  id: { fa: 'شناسه', en: 'Id' },
  idHelp: {
    fa: 'چند حرف کوچک لاتین؛ در نشانی‌ها و رویدادها می‌آید و دیگر عوض نمی‌شود.',
    en: 'A few small Latin letters; stands in addresses and facts, and never changes.'
  },
  titleFa: { fa: 'نام به فارسی', en: 'Name in Persian' },
  titleEn: { fa: 'نام به انگلیسی', en: 'Name in English' },
  shortFa: { fa: 'نام کوتاه به فارسی', en: 'Short name in Persian' },
  shortEn: { fa: 'نام کوتاه به انگلیسی', en: 'Short name in English' },
  portal: { fa: 'نشانی درگاه', en: 'Address of its portal' },
  province: { fa: 'شناسه استان', en: 'Id of its province' },
  provinceHelp: {
    fa: 'مانند ‎south-khorasan‎؛ برای دستگاه ملی خالی بگذارید.',
    en: 'Such as south-khorasan; leave it empty for a national body.'
  },
  timeZone: { fa: 'منطقه زمانی', en: 'Time zone' },
  addHost: { fa: 'ثبت میزبان', en: 'Register a host' },
  hostAddress: {
    fa: 'نام میزبان یا نشانی صفحه نخست',
    en: 'Host name, or address of its front page'
  },
  hostAdded: { fa: 'میزبان ثبت شد.', en: 'The host was registered.' },
  hostRetired: { fa: 'میزبان کنار گذاشته شد.', en: 'The host was retired.' },
  retire: { fa: 'کنار گذاشتن', en: 'Retire' },
  ownHost: { fa: 'خود میز یا درگاه', en: 'The desk or portal itself' },
  subPortal: { fa: 'زیردرگاه', en: 'Sub-portal' },
  retired: { fa: 'کنار گذاشته', en: 'Retired' },
  units: { fa: 'واحدها و سمت‌ها', en: 'Units and posts' },
  kind: { fa: 'گونه', en: 'Kind' },
  unit: { fa: 'واحد', en: 'Unit' },
  post: { fa: 'سمت', en: 'Post' },
  whole: { fa: 'همه دستگاه', en: 'The whole authority' },
  none: { fa: 'هنوز هیچ.', en: 'None yet.' },
  addUnit: { fa: 'افزودن واحد', en: 'Add a unit' },
  addPost: { fa: 'افزودن سمت', en: 'Add a post' },
  added: { fa: 'افزوده شد.', en: 'Added.' },
  branding: { fa: 'نشان و رنگ', en: 'Branding' },
  brandingLead: {
    fa: 'بر سربرگ صفحه‌های خدمات، توافق‌نامه و میز کار این دستگاه می‌آید. رنگی که متن بر آن خوانا نباشد پذیرفته نمی‌شود.',
    en: 'Stands on the header of the pages of services, agreements and desks of this authority. A colour on which text cannot be read is refused.'
  },
  lightHeader: { fa: 'سربرگ در نمای روشن', en: 'Header in light' },
  lightPrimary: { fa: 'دکمه‌ها در نمای روشن', en: 'Buttons in light' },
  darkHeader: { fa: 'سربرگ در نمای تیره', en: 'Header in dark' },
  darkPrimary: { fa: 'دکمه‌ها در نمای تیره', en: 'Buttons in dark' },
  colourHelp: {
    fa: 'مانند ‎#aabbcc‎؛ همه را خالی بگذارید تا رنگ‌های سامانه بماند.',
    en: 'Such as #aabbcc; leave all four empty for the colours of the platform.'
  },
  deskFa: { fa: 'نام میز خدمت به فارسی', en: 'Name of its desk in Persian' },
  deskEn: { fa: 'نام میز خدمت به انگلیسی', en: 'Name of its desk in English' },
  noteFa: { fa: 'یک سطر پایین صفحه به فارسی', en: 'A line at the foot, in Persian' },
  noteEn: { fa: 'یک سطر پایین صفحه به انگلیسی', en: 'A line at the foot, in English' },
  logo: { fa: 'نشان', en: 'Logo' },
  logoHelp: {
    fa: 'PNG یا WebP، تا ۱۰۰ کیلوبایت و ۱۰۲۴ نقطه در هر سو. SVG پذیرفته نیست، چون می‌تواند برنامه در خود داشته باشد.',
    en: 'PNG or WebP, up to 100 kB and 1024 pixels a side. SVG is not taken, because it can carry programs.'
  },
  removeLogo: { fa: 'برداشتن نشان کنونی', en: 'Remove the present logo' },
  save: { fa: 'نگهداری', en: 'Save' },
  saved: { fa: 'نشان و رنگ نگهداری شد.', en: 'The branding was saved.' },
  present: { fa: 'اکنون', en: 'At present' }
})
