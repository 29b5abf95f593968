import { toPersianDigits } from '../kernel/persian/index.ts'
import { type Bilingual, defineMessages } from '../platform/index.ts'

const texts = defineMessages({
  cases: {
    fa: 'درخواست‌های پایان‌یافته با مدارک آن‌ها',
    en: 'Ended applications with their documents'
  },
  drafts: { fa: 'پیش‌نویس‌ها', en: 'Drafts' },
  uploads: { fa: 'فایل‌های فرستاده‌نشده', en: 'Files that were not sent' },
  running: {
    fa: 'هنوز در دست بررسی است؛ پس از پایان آن پاک می‌شود.',
    en: 'It is still under way, and is erased after its end.'
  },
  yourCases: { fa: 'درخواست‌ها', en: 'Applications' },
  yourDrafts: { fa: 'پیش‌نویس‌ها', en: 'Drafts' },
  yourUploads: { fa: 'فایل‌های بارگذاری‌شده', en: 'Uploaded files' },
  facts: { fa: 'رویدادهای درخواست‌ها', en: 'What happened to the applications' }
})

export const messages = {
  entries: {
    ...texts.entries,
    case: (service: string): Bilingual => ({
      fa: `درخواست خدمت ${toPersianDigits(service)}`,
      en: `Application for service ${service}`
    }),
    answersOf: (code: string, service: Bilingual): Bilingual => ({
      fa: `پاسخ‌های درخواست ${code}: ${service.fa}`,
      en: `Answers of application ${code}: ${service.en}`
    }),
    documentsOf: (code: string, service: Bilingual): Bilingual => ({
      fa: `مدارک درخواست ${code}: ${service.fa}`,
      en: `Documents of application ${code}: ${service.en}`
    }),
    courseOf: (code: string, service: Bilingual): Bilingual => ({
      fa: `سیر درخواست ${code}: ${service.fa}`,
      en: `Course of application ${code}: ${service.en}`
    }),
    notesOf: (code: string, service: Bilingual): Bilingual => ({
      fa: `یادداشت‌های درخواست ${code}: ${service.fa}`,
      en: `Notes of application ${code}: ${service.en}`
    }),
    runningRefuses: (count: number): Bilingual => ({
      fa: `${toPersianDigits(String(count))} درخواست شما هنوز پایان نیافته است. منتظر پایان آن بمانید یا از آن انصراف دهید.`,
      en: `${String(count)} of your applications ${count === 1 ? 'has' : 'have'} not ended. Wait for the end, or withdraw.`
    })
  }
}
