import { paragraphsOf, plainLine } from '../../kernel/notices/index.ts'
import { type Html, type View, attrs, heading, html } from '../../platform/html/index.ts'
import type { Lang } from '../../platform/index.ts'
import { messages } from '../messages.ts'
import type { NoticeText } from '../notice.ts'

type Words = Pick<NoticeText, 'title' | 'body'>

/** Where the words of a notice stand. */
export interface ArticlePlace {
  /** What the page is read by; `null` where it is not the page that proves the notice. */
  readonly mark: { readonly id: string; readonly version: number } | null
  /** Of the first title. */
  readonly level: 1 | 2
}

/**
 * The words of a notice. The Persian page shows both languages, the English under the Persian, so that
 * one fetch of it proves the whole notice; the English page shows the English.
 * @see docs/specs/notices.md §2
 */
export function noticeArticle(view: View, notice: Words, { mark, level }: ArticlePlace): Html {
  // The marks stand in this order: a sighting is checked against them as they are written.
  const marks = mark === null ? {} : { 'data-notice': mark.id, 'data-version': mark.version }
  const t = messages.in(view.lang)
  return html`<article ${attrs(marks)}>
    ${
      view.lang === 'fa'
        ? html`${words(notice, 'fa', level)}
            <section aria-label="${t.english}" class="mt-8 border-t border-base-300 pt-6">
              ${words(notice, 'en', level === 1 ? 2 : 3)}
            </section>`
        : words(notice, 'en', level)
    }
  </article>`
}

function words({ title, body }: Words, lang: Lang, level: 1 | 2 | 3): Html {
  // Within a page of the other direction the English begins where English lines begin.
  return html`<div lang="${lang}" dir="${lang === 'fa' ? 'rtl' : 'ltr'}" class="prose me-auto">
    ${heading(level, plainLine(title[lang]))}
    ${paragraphsOf(body[lang]).map((text) => html`<p>${text}</p>`)}
  </div>`
}
