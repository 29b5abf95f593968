import { defineMessages } from '../../platform/index.ts'

interface Named {
  readonly office: string
  readonly act: string
  readonly service: string
  readonly authority: string
}

export const messages = defineMessages({
  subject: { fa: 'کد رضایت', en: 'Consent code' },
  message: {
    fa: (code: string, { office, act, service, authority }: Named) =>
      `کد رضایت: ${code}\nدفتر ${office} این کار را یک بار به جای شما انجام می‌دهد: «${act}»، ${service}، ${authority}.\nاگر خودتان در دفتر هستید و می‌خواهید، کد را به متصدی بگویید؛ اگر نه، به کسی نگویید. تا ۱۰ دقیقه.`,
    en: (code: string, { office, act, service, authority }: Named) =>
      `Consent code: ${code}\nOffice ${office} wants to do one act for you, “${act}”: ${service}, ${authority}.\nIf you are at the office and agree, read it to the clerk; if not, tell it to nobody. For 10 minutes.`
  }
})
