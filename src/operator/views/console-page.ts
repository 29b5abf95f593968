import { formatDuration, formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import type { TopicFigures } from '../../channels/index.ts'
import {
  type Html,
  type State,
  type View,
  alert,
  badge,
  button,
  code,
  html,
  keyValues,
  layout,
  link,
  pageHead,
  postButton,
  section,
  table
} from '../../platform/html/index.ts'
import type { WorkerBeat } from '../beat-store.ts'
import { topicMessages } from '../messages-topics.ts'
import { messages } from '../messages.ts'
import type { ChannelState, Platform } from '../read-platform.ts'
import { backupSection } from './backup-section.ts'

const workerSilentSeconds = 120

/** The front page of the operator: how the platform stands. */
export function consolePage(view: View, platform: Platform): Html {
  const t = messages.in(view.lang)
  const authorities = link(view, { href: '/operator/authorities', text: t.authorities })
  return layout(view, {
    title: t.console,
    width: 'wide',
    robots: 'noindex',
    breadcrumbs: [{ href: '/operator', text: t.console }],
    body: html`${pageHead({ title: t.console, lead: t.lead, actions: authorities })}
    ${healthSection(view, platform)} ${workerSection(view, platform.workers)}
    ${channelSection(view, platform)} ${queueSection(view, platform.queues)}
    ${backupSection(view, platform)}`
  })
}

function healthSection(view: View, { database, evidence, waitingForLeaf }: Platform): Html {
  const t = messages.in(view.lang)
  const reasons = {
    late: t.logReasons,
    'signer-away': t.signerAway,
    'signer-refused': t.signerRefused,
    'quorum-missing': t.quorumMissing,
    'never-published': t.neverPublished
  }
  const log =
    evidence.reason === null
      ? badge(view, 'kept', t.logKept)
      : badge(view, 'broken', reasons[evidence.reason])
  const published = evidence.publishedAt && formatJalaliDateTime(evidence.publishedAt, view.lang)
  return section({
    title: t.health,
    body: keyValues([
      {
        key: t.database,
        value: database ? badge(view, 'kept', t.answers) : badge(view, 'broken', t.silent)
      },
      { key: t.log, value: log },
      { key: t.publishedAt, value: published ?? '–' },
      { key: t.waitingLeaf, value: formatNumber(waitingForLeaf, view.lang) }
    ])
  })
}

function workerSection(view: View, workers: readonly WorkerBeat[]): Html {
  const t = messages.in(view.lang)
  const ageOf = ({ beatAt }: WorkerBeat) => Math.max(0, view.now.since(beatAt).total('seconds'))
  const isLate = workers.every((each) => ageOf(each) > workerSilentSeconds)
  return section({
    title: t.workers,
    body: html`${isLate && alert(view, { kind: 'error', still: true, body: t.workerLate })}
    ${table<WorkerBeat>(view, {
      caption: t.workers,
      captionHidden: true,
      rows: workers,
      columns: [
        { key: 'host', title: t.machine, cell: ({ host }) => code(host) },
        {
          key: 'started',
          title: t.startedAt,
          cell: ({ startedAt }) => formatJalaliDateTime(startedAt, view.lang)
        },
        {
          key: 'heard',
          title: t.lastHeard,
          cell: (row) => formatDuration(ageOf(row), view.lang)
        }
      ]
    })}`
  })
}

const looks: Readonly<Record<ChannelState, State>> = {
  unset: 'no-data',
  configured: 'running',
  alive: 'kept',
  refused: 'broken',
  'no-answer': 'broken'
}

function channelSection(view: View, { mail, sms }: Platform): Html {
  const t = messages.in(view.lang)
  const ask =
    mail === 'configured' &&
    button(view, {
      text: t.askMail,
      href: '/operator?mail=ask',
      size: 'small'
    })
  return section({
    title: t.channels,
    body: keyValues([
      { key: t.mail, value: html`${badge(view, looks[mail], t[mail])} ${ask}` },
      { key: t.sms, value: badge(view, looks[sms], t[sms]) }
    ])
  })
}

function queueSection(view: View, queues: readonly TopicFigures[]): Html {
  const t = messages.in(view.lang)
  const count = (n: number) => formatNumber(n, view.lang)
  const age = (at: Temporal.Instant) =>
    formatDuration(Math.max(0, view.now.since(at).total('seconds')), view.lang)
  return section({
    title: t.queues,
    body: table<TopicFigures>(view, {
      caption: t.queues,
      captionHidden: true,
      rows: queues,
      empty: t.noQueue,
      columns: [
        { key: 'topic', title: t.topic, cell: ({ topic }) => topicName(view, topic) },
        { key: 'waiting', title: t.waiting, numeric: true, cell: (row) => count(row.waiting) },
        {
          key: 'failed',
          title: t.failed,
          numeric: true,
          cell: ({ failed }) => (failed > 0 ? badge(view, 'broken', count(failed)) : count(0))
        },
        { key: 'tries', title: t.attempts, numeric: true, cell: (row) => count(row.attemptsMax) },
        { key: 'oldest', title: t.oldest, cell: ({ oldestAt }) => age(oldestAt) },
        {
          key: 'replay',
          title: t.replay,
          titleHidden: true,
          cell: ({ topic, failed }) =>
            failed > 0 &&
            postButton(view, {
              action: '/operator/queues/replay',
              text: t.replay,
              size: 'small',
              fields: { topic }
            })
        }
      ]
    })
  })
}

/** What waits under a topic, in words; one that has none stays as the program calls it. */
function topicName(view: View, topic: string): Html {
  const words: Readonly<Record<string, string>> = topicMessages.in(view.lang)
  return html`${words[topic] ?? code(topic)}`
}
