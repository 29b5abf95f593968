import type { Bilingual } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import type { CardField, CardSection, FieldKind } from './card-field.ts'
import * as options from './card-options.ts'
import { documentColumns, exchangeColumns, formColumns } from './card-columns.ts'
import { inquiryColumns, legalBasisColumns, stepColumns } from './card-columns.ts'

const may = (path: string, kind: FieldKind, name: Bilingual): CardField => ({ path, name, kind })
const must = (path: string, kind: FieldKind, name: Bilingual): CardField => ({
  path,
  name,
  kind,
  mandatory: true
})

const hasFee = (draft: CardDraft): boolean => (draft.feeRial ?? 0) > 0

const choicesOf = (path: string, name: Bilingual, values: options.Options): CardField => ({
  path,
  name,
  kind: 'choices',
  options: values,
  mandatory: true
})

const choiceOf = (path: string, name: Bilingual, values: options.Options): CardField => ({
  path,
  name,
  kind: 'choice',
  options: values,
  mandatory: true
})

const identity: CardSection = {
  id: 'identity',
  title: { fa: 'معرفی خدمت', en: 'The service' },
  change: 'rule',
  fields: [
    must('title', 'bilingual', { fa: 'عنوان خدمت', en: 'Title' }),
    must('processTitle', 'bilingual', { fa: 'عنوان فرایند', en: 'Title of the process' }),
    must('description', 'paragraphs', { fa: 'شرح خدمت', en: 'Description' }),
    {
      path: 'keywords',
      name: { fa: 'واژه‌های دیگر برای جست‌وجو', en: 'Other words for the search' },
      kind: 'words',
      help: { fa: 'با ویرگول از هم جدا کنید.', en: 'Separate them with commas.' }
    },
    must('subject', 'bilingual', { fa: 'موضوع', en: 'Subject' }),
    choicesOf('audience', { fa: 'نوع خدمت', en: 'Type' }, options.audiences),
    must('recipients', 'bilingual', { fa: 'گیرندگان خدمت', en: 'Recipients' }),
    choiceOf('nature', { fa: 'ماهیت خدمت', en: 'Nature' }, options.natures),
    choiceOf('level', { fa: 'سطح خدمت', en: 'Level' }, options.levels),
    choicesOf('lifeEvents', { fa: 'رویداد زندگی', en: 'Life events' }, options.lifeEvents),
    choicesOf(
      'startTriggers',
      { fa: 'نحوه آغاز خدمت', en: 'What starts it' },
      options.startTriggers
    ),
    must('recurrence.times', 'integer', { fa: 'تواتر: چند بار', en: 'Recurrence: how often' }),
    choiceOf(
      'recurrence.per',
      { fa: 'تواتر: در چه دوره‌ای', en: 'Recurrence: per' },
      options.recurrencePeriods
    ),
    may('statistics.recipients', 'integer', {
      fa: 'شمار گیرندگان در سال',
      en: 'Recipients in the year'
    }),
    may('statistics.year', 'integer', { fa: 'سال آمار', en: 'Year of the figure' }),
    must('ownerBody', 'bilingual', { fa: 'دستگاه ارائه‌دهنده', en: 'Body that provides it' }),
    must('parentBody', 'bilingual', { fa: 'دستگاه مادر', en: 'Parent body' }),
    must('url', 'text', { fa: 'نشانی اینترنتی خدمت', en: 'Address on the web' })
  ]
}

const promise: CardSection = {
  id: 'promise',
  title: { fa: 'زمان، هزینه و مراجعه', en: 'Time, cost and visits' },
  change: 'rule',
  fields: [
    must('promisedTime.amount', 'integer', { fa: 'زمان وعده‌داده‌شده', en: 'Promised time' }),
    choiceOf(
      'promisedTime.unit',
      { fa: 'واحد زمان وعده‌داده‌شده', en: 'Unit of the promised time' },
      options.timeUnits
    ),
    may('meanTime.amount', 'integer', { fa: 'متوسط زمان ارائه', en: 'Mean delivery time' }),
    {
      path: 'meanTime.unit',
      name: { fa: 'واحد متوسط زمان', en: 'Unit of the mean time' },
      kind: 'choice',
      options: options.timeUnits
    },
    must('visitsMax', 'integer', { fa: 'حداکثر مراجعه حضوری', en: 'Visits in person, at most' }),
    {
      path: 'feeRial',
      name: { fa: 'هزینه (ریال)', en: 'Fee (rial)' },
      kind: 'integer',
      mandatory: true,
      help: { fa: 'برای خدمت رایگان صفر بنویسید.', en: 'Write zero for a free service.' }
    },
    ...feeFields()
  ]
}

function feeFields(): CardField[] {
  return [
    {
      ...must('feeDecree.issuer', 'bilingual', { fa: 'مرجع تعیین هزینه', en: 'Who set the fee' }),
      mandatory: hasFee
    },
    {
      ...must('feeDecree.number', 'text', {
        fa: 'شماره مصوبه هزینه',
        en: 'Number of the fee decree'
      }),
      mandatory: hasFee
    },
    {
      ...must('feeDecree.date', 'date', { fa: 'تاریخ مصوبه هزینه', en: 'Date of the fee decree' }),
      mandatory: hasFee
    },
    {
      ...must('feeDecree.effectiveFrom', 'date', {
        fa: 'آغاز اجرای هزینه',
        en: 'Fee in effect from'
      }),
      mandatory: hasFee
    },
    {
      ...must('payment.electronic', 'yes-no', {
        fa: 'پرداخت الکترونیکی دارد',
        en: 'Can be paid electronically'
      }),
      mandatory: hasFee
    },
    may('payment.account', 'text', { fa: 'شماره شبای حساب', en: 'Sheba number of the account' })
  ]
}

const access: CardSection = {
  id: 'access',
  title: { fa: 'راه‌های دسترسی', en: 'Ways of access' },
  change: 'system',
  fields: [
    choicesOf(
      'channels',
      { fa: 'راه‌های تحویل درخواست و مدارک', en: 'Channels for applications and documents' },
      options.channels
    ),
    ...Object.keys(options.accessStages).flatMap((stage) => stageFields(stage as Stage)),
    must('canBeElectronic.possible', 'yes-no', {
      fa: 'همه خدمت می‌تواند الکترونیکی باشد',
      en: 'All of it can be electronic'
    }),
    {
      path: 'canBeElectronic.reason',
      name: { fa: 'چرا همه آن الکترونیکی نمی‌شود', en: 'Why not all of it can be' },
      kind: 'paragraphs',
      mandatory: (draft) => draft.canBeElectronic?.possible === false
    },
    {
      path: 'otherSystems',
      name: { fa: 'سامانه‌های دیگر', en: 'Other systems used' },
      kind: 'rows',
      columns: exchangeColumns
    },
    {
      path: 'inquiries',
      name: { fa: 'استعلام‌ها', en: 'Inquiries to other bodies' },
      kind: 'rows',
      columns: inquiryColumns
    }
  ]
}

type Stage = keyof typeof options.accessStages

function stageFields(stage: Stage): CardField[] {
  const { fa, en } = options.accessStages[stage]
  return [
    choicesOf(
      `access.${stage}.ways`,
      { fa: `راه‌های ${fa}`, en: `${en}: ways` },
      options.accessWays
    ),
    {
      path: `access.${stage}.inPersonReason`,
      name: { fa: `دلیل مراجعه حضوری در ${fa}`, en: `${en}: reason for coming in person` },
      kind: 'choice',
      options: options.inPersonReasons,
      mandatory: (draft) => draft.access?.[stage]?.ways?.includes('in-person') === true
    }
  ]
}

const process: CardSection = {
  id: 'process',
  title: { fa: 'فرایند', en: 'Process' },
  change: 'process',
  fields: [
    {
      path: 'steps',
      name: { fa: 'گام‌های فرایند', en: 'Steps' },
      kind: 'rows',
      columns: stepColumns,
      mandatory: true
    }
  ]
}

const documents: CardSection = {
  id: 'documents',
  title: { fa: 'مدارک و فرم', en: 'Documents and form' },
  change: 'document',
  fields: [
    {
      path: 'documents',
      name: { fa: 'مدارک لازم', en: 'Documents' },
      kind: 'rows',
      columns: documentColumns
    },
    {
      path: 'form.fields',
      name: { fa: 'فیلدهای فرم', en: 'Fields of the form' },
      kind: 'rows',
      columns: formColumns,
      mandatory: true
    },
    {
      path: 'form.sealed',
      name: { fa: 'فرم سربسته', en: 'Sealed form' },
      kind: 'yes-no',
      help: {
        fa: 'پاسخ‌ها، جز آنچه «آشکار» نشان خورده، و همه مدارک در مرورگر متقاضی برای واحد گام نخست مهر و موم می‌شوند.',
        en: 'All answers but those marked clear, and every document, are sealed in the applicant’s browser to the unit of the first step.'
      }
    }
  ]
}

const responsible: CardSection = {
  id: 'responsible',
  title: { fa: 'مسئولیت و مستندات قانونی', en: 'Responsibility and legal basis' },
  change: 'rule',
  fields: [
    must('approver.post', 'text', { fa: 'شناسه پست تأییدکننده', en: 'Post of the approver (id)' }),
    must('approver.title', 'bilingual', { fa: 'مسئول تأییدکننده', en: 'Approver' }),
    must('approver.phone', 'text', { fa: 'تلفن تأییدکننده', en: 'Telephone of the approver' }),
    must('followUp.title', 'bilingual', { fa: 'مسئول پیگیری', en: 'Contact for follow-up' }),
    must('followUp.phone', 'text', { fa: 'تلفن پیگیری', en: 'Telephone for follow-up' }),
    must('responsibility', 'paragraphs', {
      fa: 'مسئولیت دستگاه در برابر متقاضی',
      en: 'Responsibility towards the applicant'
    }),
    {
      path: 'legalBases',
      name: { fa: 'مستندات قانونی', en: 'Legal bases' },
      kind: 'rows',
      columns: legalBasisColumns,
      mandatory: true
    },
    must('filledBy.title', 'bilingual', { fa: 'تکمیل‌کننده شناسنامه', en: 'Card filled in by' }),
    must('filledBy.date', 'date', { fa: 'تاریخ تکمیل', en: 'Filled in on' }),
    may('demonstration', 'yes-no', { fa: 'محتوای نمایشی است', en: 'Demonstration content' })
  ]
}

/** Every field of the card but its code and its authority, which never change, in order. */
export const cardSections: readonly CardSection[] = [
  identity,
  promise,
  access,
  process,
  documents,
  responsible
]

/** The same fields without their sections. */
export const cardFields: readonly CardField[] = cardSections.flatMap((section) => section.fields)
