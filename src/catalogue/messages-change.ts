import { defineMessages } from '../platform/index.ts'

/** Words of the notices that announce another version of a card. */
export const changeTexts = defineMessages({
  titleChange: {
    fa: (title: string) => `تغییر شناسنامه خدمت «${title}»`,
    en: (title: string) => `Change of the card of the service "${title}"`
  },
  titleFee: {
    fa: (title: string) => `تغییر هزینه خدمت «${title}»`,
    en: (title: string) => `Change of the fee of the service "${title}"`
  },
  about: {
    fa: (title: string, code: string) => `شناسنامه خدمت «${title}» (کد ${code}) تغییر می‌کند.`,
    en: (title: string, code: string) =>
      `The card of the service "${title}" (code ${code}) changes.`
  },
  whenSeen: {
    fa: (version: string, held: string) =>
      `نسخه ${version} آن از هنگامی اجرا می‌شود که پایشگری بیرونی این اطلاعیه را در همین سامانه خوانده باشد؛ تا آن هنگام نسخه ${held} برقرار است.`,
    en: (version: string, held: string) =>
      `Version ${version} is in force from the moment when an outside probe has read this notice on this site; until then version ${held} holds.`
  },
  whenAsked: {
    fa: (version: string, at: string, held: string) =>
      `نسخه ${version} آن از ${at} اجرا می‌شود، مگر پایشگری بیرونی تا آن هنگام این اطلاعیه را در همین سامانه نخوانده باشد که در آن صورت پس از خواندن آن اجرا می‌شود؛ تا آن هنگام نسخه ${held} برقرار است.`,
    en: (version: string, at: string, held: string) =>
      `Version ${version} is in force from ${at}, or, should no outside probe have read this notice on this site by then, once one has; until then version ${held} holds.`
  },
  replaces: {
    fa: (versions: string) =>
      `نسخه ${versions} که پیش از این اعلام شده است، اگر تا آن هنگام اجرا نشده باشد، دیگر اجرا نمی‌شود.`,
    en: (versions: string) =>
      `Version ${versions}, which was announced before, will not take effect any more unless it has by then.`
  },
  changes: { fa: 'تغییرها چنین است:', en: 'The changes are:' },
  changesFrom: {
    fa: (version: string) => `تغییرها در برابر نسخه ${version} چنین است:`,
    en: (version: string) => `Compared with version ${version}, the changes are:`
  },
  noChanges: {
    fa: (version: string) => `در برابر نسخه ${version} چیزی تغییر نمی‌کند.`,
    en: (version: string) => `Compared with version ${version}, nothing changes.`
  },
  earlierCases: {
    fa: 'درخواست‌هایی که پیش از اجرای نسخه تازه ثبت شده باشد با نسخه روز ثبت خود سنجیده می‌شود.',
    en: 'Applications that were filed before the new version takes effect are held to the version of their day.'
  },
  changed: {
    fa: (name: string, before: string, after: string) => `${name}: از «${before}» به «${after}»`,
    en: (name: string, before: string, after: string) => `${name}: from "${before}" to "${after}"`
  },
  set: {
    fa: (name: string, after: string) => `${name}: تعیین می‌شود: «${after}»`,
    en: (name: string, after: string) => `${name}: set to "${after}"`
  },
  unset: {
    fa: (name: string, before: string) => `${name}: «${before}» برداشته می‌شود`,
    en: (name: string, before: string) => `${name}: "${before}" is taken out`
  },
  added: {
    fa: (name: string, item: string, parts: string) =>
      `${name}: «${item}» افزوده می‌شود (${parts})`,
    en: (name: string, item: string, parts: string) => `${name}: "${item}" is added (${parts})`
  },
  removed: {
    fa: (name: string, item: string) => `${name}: «${item}» برداشته می‌شود`,
    en: (name: string, item: string) => `${name}: "${item}" is taken out`
  },
  item: {
    fa: (name: string, item: string) => `${name}، «${item}»`,
    en: (name: string, item: string) => `${name}, "${item}"`
  },
  inPersian: { fa: 'متن فارسی', en: 'Persian text' },
  inEnglish: { fa: 'متن انگلیسی', en: 'English text' },
  order: { fa: 'ترتیب', en: 'order' },
  yes: { fa: 'بلی', en: 'yes' },
  no: { fa: 'خیر', en: 'no' },
  part: { fa: '؛ ', en: '; ' },
  comma: { fa: '، ', en: ', ' },
  and: { fa: ' و ', en: ' and ' }
})
