import { type AddedWords, addedWords } from '../kernel/notices/added-words.ts'
import type { NoticeText } from './notice.ts'
import { NoticeFixedError, NoticeLeavesOutError } from './refusals.ts'

/** Notices that are made from a difference, once: nothing but an addition ever follows them. */
export function isMadeOfChange({ about }: Pick<NoticeText, 'about'>): boolean {
  return about?.kind === 'card' || about?.kind === 'agreement' || about?.kind === 'system'
}

const marks = ['kind', 'changes', 'services', 'about', 'effectiveAt'] as const

/**
 * Holds a correction of a notice that the program made to be an addition; notices that people wrote may be
 * corrected as they like. Whatever version is seen then tells the whole change, under its own name.
 * @returns What to publish.
 * @throws {NoticeFixedError} If it would be of another kind, or about other things.
 * @throws {NoticeLeavesOutError} If its own words would be others, or behind others.
 */
export function demandAddition(before: NoticeText, later: NoticeText): NoticeText {
  if (before.about === null) return later
  const others = marks.filter((name) => !isSame(before[name], later[name]))
  if (others.length > 0) throw new NoticeFixedError(others)
  if (addedWords(before, later) === null) {
    throw new NoticeLeavesOutError(wordsThatDiffer(before, later))
  }
  const { authority, kind, changes, services, title, about, effectiveAt } = before
  const kept = { authority, kind, changes, services, title, about, effectiveAt }
  return { ...kept, body: later.body, bannerUntil: later.bannerUntil }
}

/** What a correction adds to a notice that the program made; `null` of any other. */
export function additionTo(before: NoticeText | null, later: NoticeText): AddedWords | null {
  return before === null || before.about === null ? null : addedWords(before, later)
}

type Mark = NoticeText[(typeof marks)[number]]

function isSame(before: Mark, later: Mark): boolean {
  if (before instanceof Temporal.Instant) {
    // Forms and the database keep an instant less finely than the program.
    return later instanceof Temporal.Instant && minuteOf(before).equals(minuteOf(later))
  }
  return inOrder(before) === inOrder(later)
}

function inOrder(mark: Mark): string {
  const sorted = Array.isArray(mark) ? mark.toSorted((a, b) => (a < b ? -1 : 1)) : mark
  return JSON.stringify(sorted)
}

function minuteOf(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
}

function wordsThatDiffer(before: NoticeText, later: NoticeText): string[] {
  const alone = (part: 'title' | 'body', lang: 'fa' | 'en') =>
    addedWords(before, { ...before, [part]: { ...before[part], [lang]: later[part][lang] } })
  return (['title', 'body'] as const).flatMap((part) =>
    (['fa', 'en'] as const)
      .filter((lang) => alone(part, lang) === null)
      .map((lang) => `${part}/${lang}`)
  )
}
