import type { PolicyAction } from '../../kernel/policy/index.ts'
import type { Bilingual, Lang } from '../../platform/index.ts'
import { defineMessages } from '../../platform/index.ts'
import { roleNames } from '../messages.ts'
import type { Role } from '../role.ts'
import type { ObjectKind } from './access.ts'

export const messages = defineMessages({
  title: { fa: 'چه کسی داده‌های مرا دید', en: 'Who looked at my file' },
  lead: {
    fa: 'هر بار که کسی یا برنامه‌ای درخواست‌ها و مدارک شما را باز کند، یا بخواهد باز کند و راه نیابد، در اینجا نوشته می‌شود. بازدیدهای پشت سر هم تا یک ربع، یک بازدید است. دیدن درخواست به دست خود شما نوشته نمی‌شود؛ باز کردن مدرک نوشته می‌شود.',
    en: 'Whenever somebody or some program opens your applications and documents, or tries to and is refused, it is written here. Looks that follow each other within a quarter of an hour are one. That you see your own application is not written down; that a document is opened is.'
  },
  of: { fa: 'داده‌های', en: 'File of' },
  application: { fa: 'درخواست', en: 'Application' },
  allApplications: { fa: 'همه درخواست‌ها', en: 'All applications' },
  role: { fa: 'نقش', en: 'Role' },
  allRoles: { fa: 'همه نقش‌ها', en: 'All roles' },
  by: { fa: 'چه کسی یا برنامه‌ای', en: 'Who or which program' },
  everybody: { fa: 'همه', en: 'Everybody' },
  result: { fa: 'نتیجه', en: 'Result' },
  both: { fa: 'مجاز و ردشده', en: 'Allowed and refused' },
  allowed: { fa: 'مجاز', en: 'Allowed' },
  refused: { fa: 'رد شد', en: 'Refused' },
  from: { fa: 'از تاریخ', en: 'From (day)' },
  to: { fa: 'تا تاریخ', en: 'To (day, included)' },
  dateHelp: { fa: 'مانند ۱۴۰۵/۰۹/۰۱', en: 'Such as 1405/09/01 or 2026-11-22' },
  apply: { fa: 'نمایش', en: 'Show' },
  clear: { fa: 'پاک کردن انتخاب‌ها', en: 'Clear the filters' },
  when: { fa: 'زمان', en: 'When' },
  what: { fa: 'چه چیزی', en: 'What' },
  act: { fa: 'کار', en: 'Act' },
  because: { fa: 'به چه سبب', en: 'Why' },
  none: { fa: 'در این بازه کسی چیزی ندیده است.', en: 'Nobody looked at anything in this range.' },
  unknown: { fa: 'کسی که دیگر شناخته نیست', en: 'Somebody who is known no more' },
  handedTo: { fa: (unit: string) => `به ${unit}`, en: (unit: string) => `to ${unit}` },
  documents: { fa: 'مدارک من', en: 'My documents' },
  policy: { fa: 'سیاست داده', en: 'Data policy' },
  notRepresented: {
    fa: 'شما نماینده این شخص در همه کارها نیستید.',
    en: 'You do not act for this person in everything.'
  }
})

/** What was looked at, in words. */
export const objectNames: Readonly<Record<ObjectKind, Bilingual>> = {
  case: { fa: 'درخواست', en: 'The application' },
  document: { fa: 'مدرکی از درخواست', en: 'A document of the application' },
  draft: { fa: 'پیش‌نویس', en: 'A draft' },
  upload: { fa: 'فایل در راه', en: 'A file on its way' },
  queue: { fa: 'کارتابل', en: 'The queue' },
  letter: { fa: 'نامه', en: 'A letter' },
  'failure-report': { fa: 'گزارش خرابی', en: 'A failure report' },
  person: { fa: 'مشخصات', en: 'Personal details' }
}

/** What was done, in words. */
export const actionNames: Readonly<Record<PolicyAction, Bilingual>> = {
  read: { fa: 'دیدن', en: 'Looked at' },
  export: { fa: 'گرفتن رونوشت', en: 'Took a copy' },
  share: { fa: 'ارجاع', en: 'Handed on' },
  display: { fa: 'نمایش برای عموم', en: 'Showed to the public' },
  analyse: { fa: 'تحلیل', en: 'Analysed' },
  publish: { fa: 'انتشار', en: 'Published' },
  keep: { fa: 'نگهداری', en: 'Kept' }
}

const otherRoles: Readonly<Record<string, Bilingual>> = {
  owner: { fa: 'خود شخص', en: 'The person' },
  delegate: { fa: 'نماینده', en: 'Delegate' },
  system: { fa: 'سامانه', en: 'The system' }
}

/** A role as people read it; one that is known no more, as it is written. */
export function roleName(role: string, lang: Lang): string {
  const known: Readonly<Record<string, Bilingual>> = { ...roleNames, ...otherRoles }
  return known[role]?.[lang] ?? role
}

/** Roles that a list can be narrowed to. */
export const lookRoles: readonly (Role | 'owner' | 'delegate' | 'system')[] = [
  'officer',
  'approver',
  'clerk',
  'inspector',
  'auditor',
  'authority-admin',
  'it-manager',
  'applicant',
  'delegate',
  'owner',
  'system'
]
