import { defineMessages } from '../../platform/text.ts'

export const reportDeskMessages = defineMessages({
  title: { fa: 'گزارش‌های خرابی', en: 'Failure reports' },
  lead: {
    fa: 'آنچه مردم خراب یافته‌اند، و این‌که پایش آن را دیده است یا نه.',
    en: 'What people found to have failed, and whether the probes saw it.'
  },
  open: { fa: 'باز', en: 'Open' },
  closed: { fa: 'بسته', en: 'Closed' },
  all: { fa: 'همه', en: 'All' },
  blind: { fa: 'نقطه‌های کور پایش', en: 'Blind spots of monitoring' },
  blindLead: {
    fa: 'گزارش‌هایی از سی روز گذشته که با هیچ قطعی ثبت‌شده‌ای نمی‌خوانند: پایش آن را ندیده است.',
    en: 'Reports of the past thirty days that fit no recorded outage: the probes did not see it.'
  },
  blindCount: { fa: 'گزارش بی‌قطعی', en: 'Reports without outage' },
  noBlind: {
    fa: 'هر گزارش سی روز گذشته با قطعی‌ای می‌خواند یا بررسی شده است.',
    en: 'Each report of the past thirty days fits an outage or was looked into.'
  },
  reports: { fa: 'گزارش‌ها', en: 'Reports' },
  component: { fa: 'خدمت یا بخش', en: 'Service or part' },
  kind: { fa: 'نوع', en: 'Kind' },
  filed: { fa: 'زمان ثبت', en: 'Filed' },
  known: { fa: 'رسیدن به سامانه', en: 'Came to the desk' },
  noticed: { fa: 'زمان مشاهده', en: 'Noticed' },
  channel: { fa: 'راه گزارش', en: 'Way of reporting' },
  state: { fa: 'وضع', en: 'State' },
  outage: { fa: 'قطعی', en: 'Outage' },
  none: { fa: 'ندارد', en: 'None' },
  empty: { fa: 'گزارشی نیست.', en: 'There are no reports.' },
  more: { fa: 'گزارش‌های پیشین', en: 'Earlier reports' },
  report: { fa: 'گزارش خرابی', en: 'Failure report' },
  words: { fa: 'شرح', en: 'What happened' },
  place: { fa: 'جا', en: 'Place' },
  point: { fa: 'مختصات', en: 'Coordinates' },
  contact: { fa: 'راه تماس', en: 'Contact' },
  media: { fa: 'نشانی رسانه', en: 'Address of media' },
  photo: { fa: 'عکس', en: 'Photo' },
  seePhoto: { fa: 'دیدن عکس', en: 'See the photo' },
  spooled: {
    fa: 'هنگام قطعی سامانه در میز گزارش ثبت شده است.',
    en: 'It was filed at the report desk while the main site was down.'
  },
  answers: { fa: 'پاسخ‌ها', en: 'Answers' },
  answer: { fa: 'پاسخ به گزارش‌دهنده', en: 'Answer to the reporter' },
  answerHelp: {
    fa: 'دارنده رسید این متن را می‌بیند.',
    en: 'The holder of the receipt sees this text.'
  },
  after: { fa: 'گزارش پس از این پاسخ', en: 'The report after this answer' },
  stays: { fa: 'باز می‌ماند', en: 'stays open' },
  closes: { fa: 'بسته می‌شود', en: 'is closed' },
  reason: { fa: 'دلیل بستن', en: 'Reason of closing' },
  chooseReason: { fa: 'دلیل بستن را برگزینید.', en: 'Please choose the reason of closing.' },
  send: { fa: 'ثبت پاسخ', en: 'Record the answer' },
  sent: { fa: 'پاسخ ثبت شد.', en: 'The answer is recorded.' },
  link: { fa: 'پیوند با قطعی', en: 'Link to an outage' },
  linkHelp: {
    fa: 'قطعی‌های سه روز پیش و پس از گزارش. «هیچ‌کدام» یعنی بررسی شد و قطعی نبود.',
    en: 'Outages of three days before and after the report. “None” says that it was looked into and was none.'
  },
  linked: { fa: 'پیوند ثبت شد.', en: 'The link is recorded.' },
  save: { fa: 'ثبت', en: 'Record' },
  nobody: { fa: 'هیچ‌کدام', en: 'None' },
  lasts: { fa: 'ادامه دارد', en: 'lasts' },
  id: { fa: 'شناسه', en: 'Id' }
})

export const closedReasonMessages = defineMessages({
  mended: { fa: 'برطرف شد', en: 'Mended' },
  'was-outage': { fa: 'قطعی ثبت‌شده بود', en: 'It was a recorded outage' },
  announced: { fa: 'قطعی اعلام‌شده بود', en: 'It was an announced outage' },
  'no-fault-found': { fa: 'خرابی یافت نشد', en: 'No fault was found' },
  'reporter-side': { fa: 'از سوی گزارش‌دهنده بود', en: 'It was on the side of the reporter' },
  'other-body': { fa: 'از دستگاه دیگری بود', en: 'It was another body’s' },
  duplicate: { fa: 'تکراری بود', en: 'It was reported before' },
  spam: { fa: 'گزارش واقعی نبود', en: 'It was no real report' }
})
