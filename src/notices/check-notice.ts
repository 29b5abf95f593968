import { plainLine } from '../kernel/notices/index.ts'
import { formatNumber, refuseHostileText } from '../kernel/persian/index.ts'
import type { Bilingual, FieldProblem, Lang } from '../platform/index.ts'
import { problemMessages } from './messages-desk.ts'
import type { NoticeText } from './notice.ts'
import type { ServiceName } from './service-name-store.ts'

/** The longest title and body, in characters. */
export const titleLengthMax = 200
export const bodyLengthMax = 10_000

/** What a notice is held against. */
export interface NoticeRules {
  readonly services: ReadonlyMap<string, ServiceName>
  readonly now: Temporal.Instant
  /** What a correction says may have begun already. */
  readonly isCorrection: boolean
}

/** What is wrong with a notice that a person or a program wrote; nothing where it may be published. */
export function checkNotice(text: NoticeText, rules: NoticeRules): FieldProblem[] {
  const t = problemMessages.entries
  const { now, services } = rules
  const wrongServices = text.services.some(
    (code) => services.get(code)?.authority !== text.authority
  )
  const isBefore = (at: Temporal.Instant | null) =>
    at !== null && Temporal.Instant.compare(at, now) <= 0
  const problems: (FieldProblem | false)[] = [
    text.kind === 'change' &&
      text.changes.length === 0 && { pointer: '/changes', code: 'notice/changes', text: t.changes },
    wrongServices && { pointer: '/services', code: 'notice/service', text: t.service },
    !rules.isCorrection &&
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
    ...(['fa', 'en'] as const).flatMap((lang) => [
      checkWords(plainLine(text.title[lang]), { name: 'title', lang, lengthMax: titleLengthMax }),
      checkWords(text.body[lang], { name: 'body', lang, lengthMax: bodyLengthMax })
    ])
  ]
  return problems.filter((problem) => problem !== false)
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
  const hostile = refuseHostileText(words)
  if (hostile !== null) return problem(hostile.code, hostile.text)
  return !scripts[lang].test(words) && problem('notice/language', t[`language-${lang}`])
}

function tooLong(most: number): Bilingual {
  return {
    fa: problemMessages.in('fa').tooLong(formatNumber(most, 'fa')),
    en: problemMessages.in('en').tooLong(formatNumber(most, 'en'))
  }
}
