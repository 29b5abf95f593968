import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import { type Html, type View, badge, html, section, table } from '../../../platform/html/index.ts'
import { channelNames, channelReasons } from '../messages-channels.ts'
import { deskTexts } from '../messages-desk.ts'
import type { ChannelCheck } from '../channel-store.ts'
import type { ProbeDesk } from '../read-desk.ts'

/** The declared channels of the desk, and whether each is alive; honest where nobody can tell. */
export function channelsSection(view: View, { channels }: ProbeDesk): Html | false {
  const t = deskTexts.in(view.lang)
  if (channels.length === 0) return false
  return section({
    title: t.channels,
    body: table<ChannelCheck>(view, {
      caption: t.channels,
      captionHidden: true,
      rows: channels,
      columns: [
        {
          key: 'channel',
          title: t.channel,
          cell: ({ channel }) => channelNames[channel]?.[view.lang] ?? channel
        },
        { key: 'alive', title: t.alive, cell: (row) => stateOf(view, row) },
        {
          key: 'at',
          title: t.checkedAt,
          cell: ({ checkedAt }) => formatJalaliDateTime(checkedAt, view.lang)
        }
      ]
    })
  })
}

/** Reasons that say nothing against a channel. */
const undecided = ['not-probed', 'unknown', 'planned']

function stateOf(view: View, { alive, reason }: ChannelCheck): Html {
  const t = deskTexts.in(view.lang)
  const words = reason === null ? '' : (channelReasons[reason]?.[view.lang] ?? reason)
  const state =
    reason !== null && undecided.includes(reason)
      ? badge(view, 'not-measurable', t.notProbed)
      : alive
        ? badge(view, 'up', t.alive)
        : badge(view, 'down', t.dead)
  return html`${state} ${reason !== null && html`<small class="block">${words}</small>`}`
}
