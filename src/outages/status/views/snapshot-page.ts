import { type Html, type View, alert, formHref, html } from '../../../platform/html/index.ts'
import type { Lang } from '../../../platform/index.ts'
import type { Board } from '../board.ts'
import { copyMessages } from '../messages-copy.ts'
import { timeText } from './marks.ts'
import { statusPage } from './status-page.ts'

/** Which page is copied. */
export interface SnapshotPageOptions {
  readonly lang: Lang
  readonly board: Board
  readonly demo: boolean
  readonly authority?: string
  /** Where failures can be reported while this site is down; `null` where there is no such place. */
  readonly reportOrigin: string | null
}

/**
 * A page of the status as a file: for nobody in particular, with the few ways that may work without a
 * database, and with a sentence that says what it is.
 */
export function snapshotPage(options: SnapshotPageOptions): Html {
  const { lang, board, demo, authority, reportOrigin } = options
  const t = copyMessages.in(lang)
  const view: View = {
    lang,
    path: authority === undefined ? '/status' : `/status/${authority}`,
    csrf: '',
    account: null,
    nav: [
      { href: '/status', text: t.status, current: true },
      { href: `${reportOrigin ?? ''}${formHref({ lang }, '/report')}`, text: t.report }
    ],
    demo,
    now: board.at,
    flash: null,
    theme: 'auto'
  }
  const above = alert(view, {
    kind: 'warning',
    title: t.copyTitle,
    still: true,
    body: html`${t.copy(timeText(view, board.at))} <span data-copy></span>`
  })
  return statusPage(view, board, { above, ...(authority !== undefined && { authority }) })
}
