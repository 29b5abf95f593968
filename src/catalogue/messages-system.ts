import { defineMessages } from '../platform/index.ts'

/** Words of the notice that another version of the program runs. */
export const systemTexts = defineMessages({
  title: {
    fa: (version: string) => `تغییر سامانه (نسخه ${version})`,
    en: (version: string) => `The system changed (version ${version})`
  },
  body: {
    fa: (from: string, to: string) =>
      `برنامه این سامانه از نسخه «${from}» به نسخه «${to}» تغییر کرد و همین اکنون اجرا می‌شود. حرف و رقم‌های پس از نشانه + اثر انگشت متن برنامه است؛ با آن می‌توان دانست کدام برنامه اجرا می‌شود.`,
    en: (from: string, to: string) =>
      `The program of this site changed from version "${from}" to version "${to}", which runs now. The letters and digits after the + are the fingerprint of the program's text; they tell which program runs.`
  },
  meaning: {
    fa: 'شناسنامه خدمات، فرم‌ها، مدارک، هزینه‌ها و توافق‌نامه‌ها با این تغییر عوض نمی‌شود؛ هر تغییری در آن‌ها اطلاعیه‌ای جدا دارد و پیش از دیده شدن آن اجرا نمی‌شود.',
    en: 'Cards, forms, documents, fees and agreements do not change with this; each change of theirs has a notice of its own and is not in force before that was seen.'
  }
})
