import {
  timeline,
  type TimelineEntry,
  html,
  type Html,
  type View
} from '../../platform/html/index.ts'
import { caseMessages } from '../messages-case.ts'
import { fileMessages } from '../messages-desk.ts'
import { defectMessages, messages } from '../messages.ts'
import type { Decision, Registered } from '../case.ts'
import { documentTitle } from '../sealed/sealed-form.ts'
import type { CaseView } from '../view-case.ts'
import { itemTitle, noteText } from './case-returns.ts'
import { reopeningText } from './kept-texts.ts'
import { moment } from './words.ts'

type Event = Omit<TimelineEntry, 'at' | 'iso'> & { readonly instant: Temporal.Instant }

/** Everything that happened to a case, the newest first. */
export function deskHistory(view: View, shown: CaseView): Html {
  const t = fileMessages.in(view.lang)
  const events = [
    ...began(view, shown),
    ...returns(view, shown),
    ...steps(view, shown),
    ...ended(view, shown)
  ]
    // Of one instant, what came last stands first as well.
    .toReversed()
    .toSorted((a, b) => Temporal.Instant.compare(b.instant, a.instant))
  return timeline({
    label: t.history,
    entries: events.map(({ instant, ...entry }) => ({
      ...entry,
      at: moment(view, instant),
      iso: instant.toString()
    }))
  })
}

/** What reached the body before it was registered says so. */
function registration(view: View, shown: CaseView, at: Registered): Html | undefined {
  const m = messages.in(view.lang)
  if (at.arrivedAt === null) return undefined
  return html`${m.registeredAt(moment(view, at.registeredAt))}${
    at.lateReason !== null && html`<br />${m.lateReason}: ${noteText(view, shown, at.lateReason)}`
  }`
}

function began(view: View, shown: CaseView): Event[] {
  const { history, card } = shown
  const t = fileMessages.in(view.lang)
  const title = (type: string) => documentTitle(card, type)[view.lang]
  return [
    {
      title: history.filed.arrivedAt === null ? t.eventSubmitted : t.eventArrived,
      instant: history.filed.at,
      icon: 'plus',
      tone: 'info',
      body: registration(view, shown, history.filed)
    },
    ...history.documents.map((each): Event => ({
      title: t.eventDocument(title(each.type)),
      instant: each.at,
      icon: 'file',
      body: registration(view, shown, each)
    })),
    ...(history.completeAt
      ? [
          {
            title: t.eventComplete,
            instant: history.completeAt,
            icon: 'clock',
            tone: 'kept'
          } as const
        ]
      : []),
    ...history.visits.map(({ at }): Event => ({ title: t.eventVisit, instant: at, icon: 'user' }))
  ]
}

function returns(view: View, shown: CaseView): Event[] {
  const t = fileMessages.in(view.lang)
  const words = defectMessages.in(view.lang)
  return shown.history.returns.flatMap((each): Event[] => [
    {
      title: each.repeat ? t.eventReturnedAgain : t.eventReturned,
      instant: each.at,
      icon: 'undo',
      tone: 'risk',
      body: html`<ul class="list-disc ps-5">
        ${each.defects.map(
          ({ code, item, note }) =>
            html`<li>
              ${itemTitle(view, shown.card, item)}:
              ${words[code]}${note !== null && html`: ${noteText(view, shown, note)}`}
            </li>`
        )}
      </ul>`
    },
    ...(each.resubmittedAt
      ? [{ title: t.eventResubmitted, instant: each.resubmittedAt, icon: 'forward' } as const]
      : [])
  ])
}

function steps(view: View, shown: CaseView): Event[] {
  const t = fileMessages.in(view.lang)
  return shown.history.steps.map(({ step, at, inOrder, reason }): Event => {
    const title = shown.card.steps.find(({ code }) => code === step)?.title[view.lang] ?? step
    return {
      title: t.eventStep(title),
      instant: at,
      icon: 'forward',
      tone: inOrder ? 'info' : 'risk',
      body:
        !inOrder &&
        html`<strong>${t.eventOutOfOrder}</strong>${
            reason !== null && html`: ${noteText(view, shown, reason)}`
          }`
    }
  })
}

function ended(view: View, shown: CaseView): Event[] {
  const t = fileMessages.in(view.lang)
  const { decision, delivered, withdrawnAt, reopenings, breaches } = shown.history
  const one = (
    title: string,
    instant: Temporal.Instant | null | undefined,
    rest: Partial<Event>
  ) => (instant ? [{ title, instant, ...rest }] : [])
  return [
    ...[...reopenings.map(({ undone }) => undone), decision].flatMap((each) =>
      each === null ? [] : [decided(view, shown, each)]
    ),
    ...one(t.eventDelivered, delivered?.at, { icon: 'letter', tone: 'kept' }),
    ...one(t.eventWithdrawn, withdrawnAt, { icon: 'ban' }),
    ...reopenings.flatMap(({ at, reason, note }) =>
      one(t.eventReopened, at, {
        icon: 'undo',
        tone: 'info',
        body: html`${reopeningText(view, reason)}${note !== null && html`: ${noteText(view, shown, note)}`}`
      })
    ),
    ...breaches.flatMap(({ at, retractedAt }) => [
      ...one(t.eventBreached, at, { icon: 'clock', tone: 'broken' }),
      ...one(t.eventRetracted, retractedAt, { icon: 'check' })
    ])
  ]
}

function decided(view: View, shown: CaseView, { at, outcome, reason }: Decision): Event {
  const c = caseMessages.in(view.lang)
  const word = outcome === 'granted' ? c.granted : c.refused
  return {
    title: fileMessages.in(view.lang).eventDecided,
    instant: at,
    icon: 'stamp',
    tone: 'kept',
    body: html`${word}${reason !== null && html`: ${noteText(view, shown, reason)}`}`
  }
}
