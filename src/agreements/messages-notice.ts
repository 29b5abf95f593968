import { defineMessages } from '../platform/index.ts'

/** Words of the notices that announce another text of an agreement. */
export const noticeTexts = defineMessages({
  titleRevision: {
    fa: (title: string, version: string) => `تغییر متن «${title}» (نسخه ${version})`,
    en: (title: string, version: string) => `Change of the text of "${title}" (version ${version})`
  },
  titleVersion: {
    fa: (title: string, version: string) => `نسخه تازه «${title}» (نسخه ${version})`,
    en: (title: string, version: string) => `A new version of "${title}" (version ${version})`
  },
  aboutRevision: {
    fa: (version: string, revision: string) =>
      `متن نسخه ${version} این توافق‌نامه تغییر می‌کند (بازنگری ${revision}). متن پیشین برقرار است تا پایشگری بیرونی این اطلاعیه را در همین سامانه بخواند؛ از آن پس متن تازه جای آن را می‌گیرد. تغییرها چنین است:`,
    en: (version: string, revision: string) =>
      `The text of version ${version} of this agreement changes (revision ${revision}). The earlier text holds until an outside probe has read this notice on this site; from then on the new text takes its place. The changes are:`
  },
  aboutVersion: {
    fa: (version: string) =>
      `نسخه ${version} این توافق‌نامه منتشر می‌شود. این نسخه پیش از آنکه پایشگری بیرونی این اطلاعیه را در همین سامانه بخواند و پیش از آغاز اعتبار خود اجرا نمی‌شود. تفاوت آن با نسخه پیشین چنین است:`,
    en: (version: string) =>
      `Version ${version} of this agreement is published. It does not take effect before an outside probe has read this notice on this site, nor before its own validity begins. It differs from the version before as follows:`
  },
  onlyNotes: {
    fa: 'هیچ بندی تغییر نمی‌کند؛ تنها نگارش فایل یا یادداشت‌های ویراستار درباره منشأ متن دیگر شده است.',
    en: 'No clause changes; only the writing of the file or the editor’s notes on the origin of the text do.'
  },
  changed: {
    fa: (place: string, before: string, after: string) => `${place}: از «${before}» به «${after}»`,
    en: (place: string, before: string, after: string) => `${place}: from "${before}" to "${after}"`
  },
  added: {
    fa: (place: string, after: string) => `${place}: افزوده می‌شود: «${after}»`,
    en: (place: string, after: string) => `${place}: added: "${after}"`
  },
  removed: {
    fa: (place: string, before: string) => `${place}: برداشته می‌شود: «${before}»`,
    en: (place: string, before: string) => `${place}: taken out: "${before}"`
  }
})
