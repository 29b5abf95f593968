import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { earlier, numberOf, wordsOf } from '../fact-body.ts'
import { type FactBook, isBefore, wordOf } from '../fact-book.ts'
import { judgedOfAll } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { type NoticeVersion, firstSeen, noticesOf } from '../notice-record.ts'
import { type Judged, tally } from '../tally.ts'

type Parameters = MeasureParameters<'change-announced-before-effect'>
type Area = Parameters['of'][number]

/** How long the notice of a deploy may wait for a probe before it counts as unseen. */
const sightHours = 24

/**
 * PI-4.1.6: share of changes whose notice was seen on the desk at or before the instant from which they
 * hold. A change that held without is silent; the target is none.
 */
export const changeAnnouncedBeforeEffect: Measure<Parameters> = {
  name: 'change-announced-before-effect',
  parameters: measures['change-announced-before-effect'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'تغییر', en: 'change' }),
  reads: [
    'card.published',
    'card.effective',
    'agreement.effective',
    'system.changed',
    'notice.published',
    'notice.seen',
    'case.submitted'
  ],
  evaluate: (input) => {
    const { of, seenOn } = input.parameters
    const key = `change-announced ${of.join()} ${seenOn ?? ''}`
    return tally(
      judgedOfAll(input, key, (book) =>
        changesOf(book)
          .filter(({ areas }) => areas.length === 0 || areas.some((area) => of.includes(area)))
          .flatMap((change) => judge(book, change, seenOn !== undefined) ?? [])
      )
    )
  },
  explain: ({ seenOn }) => ({
    fa: `${rule.fa} ${seenOn === undefined ? whenPublished.fa : whenSeen.fa}`,
    en: `${rule.en} ${seenOn === undefined ? whenPublished.en : whenSeen.en}`
  })
}

const rule = {
  fa: 'هر نسخه تازه شناسنامه یک خدمت (فرایند، فرم، مدارک، ضوابط، هزینه)، هر متن تازه توافق‌نامه و هر نسخه تازه برنامه یک تغییر است و یک بار، در ماه اجرای آن، شمرده می‌شود؛ نخستین نسخه شناسنامه تغییر نیست. شناسنامه و توافق‌نامه تا هنگامی که اطلاعیه‌شان روی میز خدمت دیده نشود اجرا نمی‌شوند: برقرار است اگر اطلاعیه پیش از آغاز اجرا یا در همان لحظه دیده شده باشد. آغاز اجرا، زودترینِ این دو است: لحظه ثبت‌شده اجرا، و نخستین درخواستی که با نسخه تازه پذیرفته شده. تغییر بی‌اعلام نقض است و هدف، صفر است. عدد = تغییرهای اعلام‌شده ÷ همه تغییرها.',
  en: 'Each later version of a service card (process, form, documents, rules, fee), each new text of the agreement and each new version of the program is a change, counted once in the month in which it takes effect; the first version of a card is none. Cards and agreements wait until their notice was seen on the desk: a change is kept if its notice was seen before it takes effect, or at that very instant. It takes effect at the recorded instant, or with the first application that was accepted under the new version, whichever is earlier. A silent change is a breach; the target is none. Value = announced changes ÷ all changes.'
}

const whenPublished = {
  fa: 'برای نسخه برنامه: اطلاعیه باید تا لحظه اجرا منتشر شده باشد.',
  en: 'For a version of the program the notice must have been published by the instant at which it runs.'
}

const whenSeen = {
  fa: 'برای نسخه برنامه، که هنگام اجرا اعلام می‌شود: اطلاعیه باید تا ۲۴ ساعت پس از آن روی میز خدمت دیده شده باشد؛ متن زمانی برای پیش‌آگهی نگفته است.',
  en: 'For a version of the program, announced as it begins to run, the notice must have been seen on the desk within 24 hours of that; the text gives no lead time.'
}

/** Something that held from an instant on, and what was to tell of it. */
interface Change {
  readonly fact: Fact
  readonly facts: readonly string[]
  readonly service: string | null
  readonly areas: readonly Area[]
  readonly at: Temporal.Instant
  readonly notice: string
  readonly isSystem: boolean
}

function changesOf(book: FactBook): Change[] {
  return book.once('changes', () => [
    ...cardChanges(book),
    ...book
      .ofKind('agreement.effective')
      .filter((fact) => wordOf(fact, 'notice') !== '' || (numberOf(fact, 'revision') ?? 1) > 1)
      .map((fact) => changeOf(fact, { areas: ['rules'] })),
    ...book
      .ofKind('system.changed')
      .filter((fact) => wordOf(fact, 'from') !== '')
      .map((fact) => changeOf(fact, { areas: ['system'], isSystem: true }))
  ])
}

function changeOf(fact: Fact, change: Partial<Change>): Change {
  return {
    fact,
    facts: [fact.id],
    service: wordOf(fact, 'service') || null,
    areas: [],
    at: fact.at,
    notice: wordOf(fact, 'notice'),
    isSystem: false,
    ...change
  }
}

/** Later versions of cards that hold: by their own record, or because a case was filed under them. */
function cardChanges(book: FactBook): Change[] {
  const effects = new Map(book.ofKind('card.effective').map((fact) => [refOf(fact), fact]))
  const uses = new Map<string, Fact>()
  for (const fact of book.ofKind('case.submitted')) {
    if (fact.cardVersion !== null && !uses.has(fact.cardVersion)) uses.set(fact.cardVersion, fact)
  }
  const versions = new Map(
    [...book.ofKind('card.published'), ...effects.values()].map((fact) => [refOf(fact), fact])
  )
  return [...versions]
    .filter(([, fact]) => (numberOf(fact, 'version') ?? 1) > 1)
    .flatMap(([ref, published]) => {
      const [effect, use] = [effects.get(ref), uses.get(ref)]
      const fact = effect ?? use
      if (fact === undefined) return []
      const at = effect && use ? earlier(effect.at, use.at) : fact.at
      const facts = [...new Set([published, effect, use])].flatMap((one) => one?.id ?? [])
      const areas = effect === undefined ? [] : areasOf(wordsOf(effect, 'changes'))
      return [changeOf(fact, { facts, at, areas, service: wordOf(published, 'service') })]
    })
}

function refOf(fact: Fact): string {
  return `${wordOf(fact, 'service')}@${String(numberOf(fact, 'version') ?? 1)}`
}

const areaOfWord: Readonly<Record<string, Area>> = {
  process: 'process',
  form: 'documents',
  documents: 'documents',
  system: 'system'
}

/** What a card says besides its process and its documents are the rules of the service. */
function areasOf(words: readonly string[]): Area[] {
  return words.map((word) => areaOfWord[word] ?? 'rules')
}

function judge(book: FactBook, change: Change, mustBeSeen: boolean): Judged | null {
  const versions = noticesOf(book).get(change.notice) ?? []
  const sight = firstSeen(versions)
  const verdict = change.isSystem
    ? verdictOfSystem(change, { versions, sight, mustBeSeen, asOf: book.asOf })
    : isInTime(sight?.seenAt, change.at)
      ? 'kept'
      : 'broken'
  return {
    verdict,
    service: change.service,
    at: change.at,
    facts: [...change.facts, ...(sight?.facts ?? versions[0]?.facts ?? [])],
    ...(verdict === 'broken' && { breach: change.fact.id })
  }
}

function isInTime(at: Temporal.Instant | null | undefined, effect: Temporal.Instant): boolean {
  return at !== null && at !== undefined && !isBefore(effect, at)
}

function verdictOfSystem(
  change: Change,
  known: {
    readonly versions: readonly NoticeVersion[]
    readonly sight: NoticeVersion | null
    readonly mustBeSeen: boolean
    readonly asOf: Temporal.Instant
  }
): Judged['verdict'] {
  if (!known.mustBeSeen) {
    return known.versions.some(({ publishedAt }) => isInTime(publishedAt, change.at))
      ? 'kept'
      : 'broken'
  }
  const due = change.at.add({ hours: sightHours })
  if (isInTime(known.sight?.seenAt, due)) return 'kept'
  return known.sight === null && isBefore(known.asOf, due) ? 'running' : 'broken'
}
