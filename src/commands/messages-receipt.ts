import { defineMessages } from '../platform/text.ts'

/** Texts of `peyman receipt verify`. */
export const messages = defineMessages({
  proven: { fa: 'ثابت شد.', en: 'Proven.' },
  notProven: { fa: 'ثابت نشد.', en: 'Not proven.' },
  unreadable: { fa: 'خوانده نشد.', en: 'Unreadable.' },
  policyWrong: {
    fa: (line: string, why: string) => `فایل سیاست، سطر ${line}: ${why}`,
    en: (line: string, why: string) => `policy, line ${line}: ${why}`
  },
  policyWhole: {
    fa: (why: string) => `فایل سیاست: ${why}`,
    en: (why: string) => `policy: ${why}`
  },
  statement: { fa: 'متن', en: 'Statement' },
  type: { fa: 'گونه', en: 'Type' },
  erds: { fa: 'رویداد', en: 'Event' },
  id: { fa: 'شناسه', en: 'Id' },
  at: { fa: 'زمان در متن', en: 'Time it states' },
  digest: { fa: 'اثر انگشت', en: 'Digest' },
  log: { fa: 'دفتر', en: 'Log' },
  signedBy: { fa: 'امضاکننده', en: 'Signed by' },
  loggedAt: { fa: 'زمان ثبت', en: 'Logged at' },
  place: { fa: 'جایگاه', en: 'Place' },
  witnesses: { fa: 'گواهان', en: 'Witnesses' },
  checkpoint: { fa: 'نقطه‌بازبینی', en: 'Checkpoint' },
  key: {
    fa: (name: string, id: string, kind: string) => `${name}، کلید ${id} (${kind})`,
    en: (name: string, id: string, kind: string) => `${name}, key ${id} (${kind})`
  },
  placeText: {
    fa: (index: string, position: string, count: string) =>
      `برگ ${index} دفتر؛ تعهد ${position} از ${count} در آن برگ (شمارش از صفر)`,
    en: (index: string, position: string, count: string) =>
      `leaf ${index} of the log; commitment ${position} of ${count} in it (counted from 0)`
  },
  entryPlace: {
    fa: (index: string) => `برگ ${index} دفتر (شمارش از صفر)`,
    en: (index: string) => `leaf ${index} of the log (counted from 0)`
  },
  entryMeaning: {
    fa: 'یعنی: این برگ، بی‌کم‌وکاست، در این دفتر است و همه می‌توانند آن را بخوانند؛ دیگر نمی‌توان آن را بی‌آنکه دیده شود دگرگون کرد یا برداشت. فایل نمی‌گوید که متن راست است.',
    en: 'That is: exactly this entry stands in this log for everyone to read, and can no longer be changed or taken out unseen. The file does not say that what it says is true.'
  },
  checkpointText: {
    fa: (size: string, root: string) => `${size} برگ، ریشه ${root}`,
    en: (size: string, root: string) => `${size} leaves, root ${root}`
  },
  witness: {
    fa: (name: string, key: string, when: string) => `${name}: ${key}، ${when}`,
    en: (name: string, key: string, when: string) => `${name}: ${key}, ${when}`
  },
  noTime: { fa: 'بی‌ذکر زمان', en: 'states no time' },
  noWitness: {
    fa: 'هیچ‌کس؛ فایل سیاست شما گواهی نخواسته است',
    en: 'nobody; your policy demands none'
  },
  meaning: {
    fa: 'یعنی: این متن، بی‌کم‌وکاست، در آن زمان در این دفتر ثبت شده است و دیگر نمی‌توان آن را بی‌آنکه دیده شود دگرگون کرد یا برداشت. رسید نمی‌گوید که متن راست است.',
    en: 'That is: exactly this statement was in this log at that time, and can no longer be changed or taken out unseen. The receipt does not say that the statement is true.'
  },
  promise: {
    fa: 'این یک قول ثبت است، نه رسید: دفتر با امضای خود قول داده است که تعهد زیر را تا سررسید نوشته‌شده ثبت کند. پس از آن رسید بگیرید؛ اگر رسیدی نبود، همین یادداشت سند پیمان‌شکنی دفتر است.',
    en: 'This is a promise, not a receipt: the log has promised over its signature to hold the commitment below by the time stated. Ask for the receipt after that; if there is none, this note is the evidence against the log.'
  },
  promiseUnchecked: {
    fa: 'این یک قول ثبت است که امضای آن سنجیده نشد.',
    en: 'This is a promise whose signature was not checked.'
  },
  commitment: { fa: 'تعهد', en: 'Commitment' },
  promisedAt: { fa: 'زمان قول', en: 'Promised at' },
  promisedBy: { fa: 'سررسید', en: 'To be logged by' }
})
