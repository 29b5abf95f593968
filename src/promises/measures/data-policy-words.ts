import type { MeasureParameters } from '../../kernel/terms/index.ts'

type Parameters = MeasureParameters<'data-policy-row'>
type Words = { readonly fa: string; readonly en: string }
type Cells = {
  readonly [R in NonNullable<Parameters['row']>]: {
    readonly [A in NonNullable<Parameters['attribute']>]: Words
  }
}

const both = (fa: string, en: string): Words => ({ fa, en })

/** What is counted where no cell is named. */
export const countedTypes = both('آزمون جدول', 'table test')

/** What is counted for a cell; the English noun takes a plain -s. */
export const countedCells: Cells = {
  'forms-documents': {
    'provided-by': both('مدرک', 'document'),
    'received-by': both('دیدن', 'look'),
    storage: both('بازخوانی مدرک', 'document read-back'),
    analysis: both('آزمون جدول', 'table test'),
    'public-display': both('آزمون نشانی', 'address test'),
    publication: both('ارجاع', 'hand-on')
  },
  letters: {
    'provided-by': both('نامه', 'letter'),
    'received-by': both('دریافت متن سربسته', 'look'),
    storage: both('بازخوانی نامه', 'letter read-back'),
    analysis: both('آزمون جدول', 'table test'),
    'public-display': both('آزمون نشانی', 'address test'),
    publication: both('دریافت متن سربسته', 'look')
  }
}

/** How it is tested that everything has a kind of data. */
export const explainTypes: Words = both(
  'هر روز دیده می‌شود که در همه جدول‌های محتوا، هیچ سطری بی نوع داده‌ای که سیاست دارد نوشته نشود (ستون اجباری و کلید خارجی). عدد = جدول‌هایی که چنین‌اند ÷ همه جدول‌های محتوا، در آزمون‌های دوره.',
  'Every day it is tested that no row of any table of content can be written without a kind of data that has a policy (a column that must be given, and a foreign key). Value = tables where that holds ÷ all tables of content, over the tests of the period.'
)

/** How a cell is tested, in plain words, with the formula. */
export const explainCells: Cells = {
  'forms-documents': {
    'provided-by': both(
      'هر مدرک رسیده با دهنده آن شمرده می‌شود: متقاضی، نماینده او، یا باجه‌ای که آن را از او گرفته است. عدد = مدارکی که یکی از اینان داده است ÷ همه مدارک رسیده.',
      'Each document received counts with who gave it: the applicant, a delegate, or a counter that took it from them. Value = documents given by one of these ÷ all documents received.'
    ),
    'received-by': both(
      'هر بار دیدن درخواست یا مدرک، رویدادی است با سبب آن. برقرار است اگر بیننده خود شخص، نماینده او، رسیدگی‌کننده یا بازرس همان دستگاه باشد. تلاش‌های ردشده جداگانه شمرده می‌شوند. عدد = دیدن‌های مجاز ÷ همه دیدن‌ها.',
      'Each look at an application or a document is a fact with its reason. It is kept if the reader is the person, a delegate, staff of the body who have the matter, or its inspector. Refused attempts are counted apart. Value = such looks ÷ all looks.'
    ),
    storage: both(
      'مدارک به نوبت از پایگاه داده خوانده و با اثر انگشت SHA-256 زمان دریافت سنجیده می‌شوند؛ هر مدرک تا ۳۰ روز یک بار. عدد = مدارکی که بایت به بایت همان‌اند ÷ مدارک بازخوانده.',
      'Documents are read back in turn and compared with the SHA-256 of what was received, each within 30 days. Value = documents that are the same, byte for byte ÷ documents read back.'
    ),
    analysis: both(
      'هر روز دیده می‌شود که نقش تحلیل در پایگاه داده به هیچ جدول محتوایی راه ندارد. درخواست‌های تحلیل که رد شده‌اند جداگانه شمرده می‌شوند. عدد = جدول‌های بسته ÷ جدول‌های محتوا.',
      'Every day it is tested that the role of analysis in the database can read no table of content. Refused attempts at analysis are counted apart. Value = tables that are closed ÷ tables of content.'
    ),
    'public-display': both(
      'هر روز نشانی‌های یک مدرک و درخواست آن، بی ورود، از سایت خواسته می‌شود؛ پاسخ باید ۴۰۱ یا ۴۰۴ باشد. عدد = نشانی‌های بسته ÷ نشانی‌های آزموده.',
      'Every day the addresses of a document and of its application are asked of the site without a session; the answer has to be 401 or 404. Value = addresses that are closed ÷ addresses tried.'
    ),
    publication: both(
      'هر ارجاع مدرک شمرده می‌شود و برقرار است اگر گیرنده واحدی از همان دستگاه باشد. ارجاع‌های بیرونی که رد شده‌اند جداگانه شمرده می‌شوند. عدد = ارجاع‌های درون دستگاه ÷ همه ارجاع‌ها.',
      'Each document handed on counts and is kept if it went to a unit of the same body. Attempts to hand one outside, which are refused, are counted apart. Value = within the body ÷ all handed on.'
    )
  },
  letters: {
    'provided-by': both(
      'هر نامه رسیده با فرستنده آن شمرده می‌شود. برقرار است اگر از صندوق واحدی از یک دستگاه آمده باشد که کلیدش در دفتر کلیدها ثبت است؛ نامه‌ای که خود متقاضی به دستگاه می‌نویسد شمرده نمی‌شود. عدد = نامه‌های چنین واحدهایی ÷ همه نامه‌های به متقاضیان.',
      'Each letter counts with its sender. It is kept if it came from the mailbox of a unit of a body whose key is in the key directory; what an applicant writes to a body is not counted. Value = letters of such units ÷ all letters to applicants.'
    ),
    'received-by': both(
      'هر بار که متن سربسته نامه‌ای داده می‌شود، رویدادی است با سبب آن. برقرار است اگر گیرنده همان متقاضی نام‌برده یا نماینده‌ای باشد که خود او معرفی کرده است. متن را تنها کلید او باز می‌کند. عدد = چنین دریافت‌هایی ÷ همه دریافت‌ها.',
      'Each time the sealed text of a letter is handed out is a fact with its reason. It is kept if it went to the named applicant or to a delegate of their own. Only their key opens it. Value = such looks ÷ all looks.'
    ),
    storage: both(
      'نامه‌ها سربسته و کامل نگهداری می‌شوند، به نوبت خوانده و با اثر انگشت SHA-256 زمان پذیرش سنجیده می‌شوند؛ هر نامه تا ۳۰ روز یک بار. عدد = نامه‌هایی که بایت به بایت همان‌اند ÷ نامه‌های بازخوانده.',
      'Letters are kept sealed and whole, read back in turn and compared with the SHA-256 of their acceptance, each within 30 days. Value = letters that are the same, byte for byte ÷ letters read back.'
    ),
    analysis: both(
      'متن نامه را بی کلید گیرنده کسی نمی‌خواند. هر روز نیز دیده می‌شود که نقش تحلیل در پایگاه داده به جدول‌های نامه راه ندارد. عدد = جدول‌های بسته ÷ جدول‌های نامه.',
      'Nobody reads a letter without the key of its recipient. Every day it is tested as well that the role of analysis can read no table of letters. Value = tables that are closed ÷ tables of letters.'
    ),
    'public-display': both(
      'هر روز نشانی‌های یک نامه، بی ورود، از سایت خواسته می‌شود؛ پاسخ باید ۴۰۱ یا ۴۰۴ باشد. عدد = نشانی‌های بسته ÷ نشانی‌های آزموده.',
      'Every day the addresses of a letter are asked of the site without a session; the answer has to be 401 or 404. Value = addresses that are closed ÷ addresses tried.'
    ),
    publication: both(
      'نامه به کسی جز متقاضی داده نمی‌شود و راهی برای ارجاع آن نیست. عدد = دریافت‌های خود متقاضی و نمایندگان او ÷ همه دریافت‌ها.',
      'A letter is given to nobody but its applicant, and there is no way to hand it on. Value = looks of the applicant and of their delegates ÷ all looks.'
    )
  }
}
