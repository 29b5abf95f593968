import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { numberOf } from '../fact-body.ts'
import { wordOf } from '../fact-book.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { isWithin } from '../period.ts'
import { percent } from '../tally.ts'

type Parameters = MeasureParameters<'data-policy-row'>

/**
 * PI-5: what the daily checks of the period found of one cell of the table, or (without a cell) whether
 * everything that is kept has a kind of data. A check counts what happened since the one before.
 */
export const dataPolicyRow: Measure<Parameters> = {
  name: 'data-policy-row',
  parameters: measures['data-policy-row'].parameters,
  appliesTo: 'agreement',
  hasFacts: ({ row }) => row !== 'letters',
  counted: ({ row, attribute }) => (row === undefined ? ofTypes : counted[attribute ?? 'storage']),
  reads: ['policy.checked'],
  looksAt: isAsked,
  evaluate,
  explain: ({ row, attribute }) =>
    row === undefined || attribute === undefined ? explainTypes : explained[attribute]
}

function isAsked(fact: Fact, { row, attribute }: Parameters): boolean {
  const asked = row === undefined ? 'data-type' : attribute
  return wordOf(fact, 'row') === (row ?? '') && wordOf(fact, 'attribute') === asked
}

function evaluate({ book, period, parameters }: MeasureInput<Parameters>): Evaluation {
  const checks = book
    .ofKind('policy.checked')
    .filter((fact) => isWithin(fact.at, period) && isAsked(fact, parameters))
  const sum = (key: string) => checks.reduce((all, fact) => all + (numberOf(fact, key) ?? 0), 0)
  const [checked, failed] = [sum('checked'), sum('failed')]
  const broken = checks.filter((fact) => (numberOf(fact, 'failed') ?? 0) > 0)
  return {
    state: checked === 0 ? 'no-data' : failed > 0 ? 'broken' : 'kept',
    value: percent(checked - failed, checked),
    unit: 'percent',
    numerator: checked - failed,
    denominator: checked,
    breaches: broken.map(({ id, at }) => ({ fact: id, at, service: null })),
    evidence: checks.map(({ id }) => id),
    detail: { prevented: sum('refused') }
  }
}

type Attribute = NonNullable<Parameters['attribute']>
const both = (fa: string, en: string) => ({ fa, en })

const ofTypes = both('آزمون جدول', 'test of a table')

const counted: { readonly [A in Attribute]: { fa: string; en: string } } = {
  'provided-by': both('مدرک', 'document'),
  'received-by': both('دیدن', 'look'),
  storage: both('بازخوانی مدرک', 'document read back'),
  analysis: both('آزمون جدول', 'test of a table'),
  'public-display': both('آزمون نشانی', 'test of an address'),
  publication: both('ارجاع', 'document handed on')
}

const explainTypes = both(
  'هر روز دیده می‌شود که در همه جدول‌های محتوا، هیچ سطری بی نوع داده‌ای که سیاست دارد نوشته نشود (ستون اجباری و کلید خارجی). عدد = جدول‌هایی که چنین‌اند ÷ همه جدول‌های محتوا، در آزمون‌های دوره.',
  'Every day it is tested that no row of any table of content can be written without a kind of data that has a policy (a column that must be given, and a foreign key). Value = tables where that holds ÷ all tables of content, over the tests of the period.'
)

const explained: { readonly [A in Attribute]: { fa: string; en: string } } = {
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
}
