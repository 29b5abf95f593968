import { formatNumber, refuseHiddenText } from '../kernel/persian/index.ts'
import type { Bilingual, FieldProblem, Lang } from '../platform/index.ts'
import { problemMessages } from './messages-desk.ts'
import { additionTo } from './made-notice.ts'
import type { NoticeText } from './notice.ts'
import type { ServiceName } from './service-name-store.ts'

/** The longest title and body, in characters. */
export const titleLengthMax = 200
export const bodyLengthMax = 10_000

/** How long a notice stands on top of pages at most: a year. */
const bannerMax = { hours: 366 * 24 }

/** What a notice is held against. */
export interface NoticeRules {
  readonly services: ReadonlyMap<string, ServiceName>
  readonly now: Temporal.Instant
  /** The version that is corrected, which may have begun already; `null` for a new notice. */
  readonly before: NoticeText | null
}

/** What is wrong with a notice that a person or a program wrote; nothing where it may be published. */
export function checkNotice(text: NoticeText, rules: NoticeRules): FieldProblem[] {
  const t = problemMessages.entries
  const { now, services, before } = rules
  const wrongServices = text.services.some(
    (code) => services.get(code)?.authority !== text.authority
  )
  const isBefore = (at: Temporal.Instant | null) =>
    at !== null && Temporal.Instant.compare(at, now) <= 0
  const problems: (FieldProblem | false)[] = [
    text.kind !== before?.kind && checkKind(text),
    text.kind === 'change' &&
      text.about === null &&
      text.changes.length === 0 && { pointer: '/changes', code: 'notice/changes', text: t.changes },
    wrongServices && { pointer: '/services', code: 'notice/service', text: t.service },
    before === null &&
      isBefore(text.effectiveAt) && {
        pointer: '/effectiveAt',
        code: 'notice/in-past',
        text: t.effectivePast
      },
    isBefore(text.bannerUntil) && {
      pointer: '/bannerUntil',
      code: 'notice/in-past',
      text: t.bannerPast
    },
    text.bannerUntil !== null &&
      Temporal.Instant.compare(text.bannerUntil, now.add(bannerMax)) > 0 && {
        pointer: '/bannerUntil',
        code: 'notice/too-far',
        text: t.bannerFar
      },
    ...checkTexts(text, before)
  ]
  return problems.filter((problem) => problem !== false)
}

/** Outages and planned ones have pages that keep their times: nobody announces one by a notice alone. */
function checkKind({ kind }: NoticeText): FieldProblem | false {
  const t = problemMessages.entries
  if (kind === 'planned-outage' || kind === 'outage') {
    return { pointer: '/kind', code: 'notice/not-by-hand', text: t[kind] }
  }
  return false
}

/** Of a notice that the program made, only what is added is somebody's to answer for. */
function checkTexts(text: NoticeText, before: NoticeText | null): (FieldProblem | false)[] {
  const added = additionTo(before, text)
  if (added !== null && added.fa.length + added.en.length === 0) return []
  return (['fa', 'en'] as const).flatMap((lang) => [
    added === null &&
      checkWords(text.title[lang].trim(), { name: 'title', lang, lengthMax: titleLengthMax }),
    checkWords(added === null ? text.body[lang] : added[lang].join('\n\n'), {
      name: 'body',
      lang,
      lengthMax: bodyLengthMax
    })
  ])
}

const scripts: Readonly<Record<Lang, RegExp>> = {
  fa: /\p{Script=Arabic}/u,
  en: /\p{Script=Latin}/u
}

function checkWords(
  words: string,
  { name, lang, lengthMax }: { name: string; lang: Lang; lengthMax: number }
): FieldProblem | false {
  const t = problemMessages.entries
  const problem = (code: string, text: Bilingual) => ({ pointer: `/${name}/${lang}`, code, text })
  if (words.trim() === '') return problem('notice/empty', t.empty)
  if (words.length > lengthMax) return problem('notice/too-long', tooLong(lengthMax))
  const hostile = refuseHiddenText(words)
  if (hostile !== null) return problem(hostile.code, hostile.text)
  if (name === 'title' && /[\n\r]/.test(words)) return problem('notice/one-line', t.oneLine)
  return !scripts[lang].test(words) && problem('notice/language', t[`language-${lang}`])
}

function tooLong(most: number): Bilingual {
  return {
    fa: problemMessages.in('fa').tooLong(formatNumber(most, 'fa')),
    en: problemMessages.in('en').tooLong(formatNumber(most, 'en'))
  }
}
