import type { CardField } from './card-field.ts'
import * as options from './card-options.ts'

const codeColumn: CardField = {
  path: 'code',
  name: { fa: 'کد', en: 'Code' },
  kind: 'text',
  mandatory: true
}
const titleColumn: CardField = {
  path: 'title',
  name: { fa: 'عنوان', en: 'Title' },
  kind: 'bilingual',
  mandatory: true
}
const modeColumn: CardField = {
  path: 'mode',
  name: { fa: 'شیوه تبادل', en: 'Exchange' },
  kind: 'choice',
  options: options.exchangeModes,
  mandatory: true
}

/** Parts of one step. */
export const stepColumns: readonly CardField[] = [
  codeColumn,
  titleColumn,
  { path: 'unit', name: { fa: 'شناسه واحد', en: 'Unit (id)' }, kind: 'text', mandatory: true },
  { path: 'post', name: { fa: 'شناسه پست', en: 'Post (id)' }, kind: 'text', mandatory: true },
  {
    path: 'electronic',
    name: { fa: 'الکترونیکی', en: 'Electronic' },
    kind: 'yes-no',
    mandatory: true
  }
]

/** Parts of one document. */
export const documentColumns: readonly CardField[] = [
  codeColumn,
  titleColumn,
  { path: 'mandatory', name: { fa: 'الزامی', en: 'Mandatory' }, kind: 'yes-no', mandatory: true },
  {
    path: 'formats',
    name: { fa: 'قالب‌ها', en: 'Formats' },
    kind: 'choices',
    options: options.fileFormats,
    mandatory: true
  },
  {
    path: 'sizeBytesMax',
    name: { fa: 'حداکثر حجم (مگابایت)', en: 'Size at most (MB)' },
    kind: 'megabytes',
    mandatory: true
  },
  { path: 'condition', name: { fa: 'شرط لزوم', en: 'When it is needed' }, kind: 'bilingual' }
]

/** Parts of one field of the form. */
export const formColumns: readonly CardField[] = [
  { path: 'name', name: { fa: 'نام فیلد', en: 'Name' }, kind: 'text', mandatory: true },
  {
    path: 'type',
    name: { fa: 'نوع', en: 'Type' },
    kind: 'choice',
    options: options.fieldTypes,
    mandatory: true
  },
  { path: 'required', name: { fa: 'الزامی', en: 'Required' }, kind: 'yes-no', mandatory: true },
  {
    path: 'label',
    name: { fa: 'برچسب', en: 'Label' },
    kind: 'bilingual',
    mandatory: true
  },
  { path: 'help', name: { fa: 'راهنما', en: 'Help' }, kind: 'bilingual' },
  {
    path: 'choices',
    name: { fa: 'گزینه‌ها', en: 'Choices' },
    kind: 'choice-lines',
    help: {
      fa: 'هر گزینه در یک سطر: کد = فارسی = انگلیسی',
      en: 'One choice a line: code = Persian = English'
    }
  },
  {
    path: 'limits',
    name: { fa: 'محدودیت‌ها', en: 'Limits' },
    kind: 'limits',
    help: { fa: 'مانند: lengthMax=200 script=persian', en: 'Such as: lengthMax=200 script=persian' }
  }
]

/** Parts of one legal basis. */
export const legalBasisColumns: readonly CardField[] = [
  {
    path: 'type',
    name: { fa: 'نوع', en: 'Type' },
    kind: 'choice',
    options: options.legalBasisTypes,
    mandatory: true
  },
  titleColumn,
  { path: 'issuer', name: { fa: 'مرجع', en: 'Issuer' }, kind: 'bilingual', mandatory: true },
  { path: 'number', name: { fa: 'شماره', en: 'Number' }, kind: 'text' },
  { path: 'article', name: { fa: 'ماده', en: 'Article' }, kind: 'bilingual' },
  { path: 'date', name: { fa: 'تاریخ', en: 'Date' }, kind: 'date' }
]

/** Parts of one other system. */
export const exchangeColumns: readonly CardField[] = [titleColumn, modeColumn]

/** Parts of one inquiry to another body. */
export const inquiryColumns: readonly CardField[] = [
  { path: 'body', name: { fa: 'دستگاه', en: 'Body' }, kind: 'bilingual', mandatory: true },
  { path: 'subject', name: { fa: 'موضوع', en: 'Subject' }, kind: 'bilingual', mandatory: true },
  modeColumn
]
