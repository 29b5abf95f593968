import { z } from 'zod'
import type { Context, FieldProblem } from '../../platform/index.ts'
import {
  type Html,
  type View,
  field,
  form,
  html,
  layout,
  pageHead
} from '../../platform/html/index.ts'
import { type PageAnswer, type Server, page, redirect } from '../../platform/http/index.ts'
import { readForm, setSessionCookie } from '../routes/cookies.ts'
import { browserOf, problemsAt } from '../routes/enter.ts'
import { enterByCode } from './enter-by-code.ts'
import { messages } from './messages.ts'

const text = z.string().catch('')

/** The page for a code that was handed over, which leads to the first passkey. */
export function enrolmentRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/sign-in/enrol' }, ({ view }) => enrolmentPage(view, {}))
  page(app, { method: 'post', path: '/sign-in/enrol' }, async (it): Promise<PageAnswer> => {
    const { code } = readForm(it.request, z.object({ code: text }))
    try {
      const entry = { ...browserOf(it), code, from: it.request.ip }
      setSessionCookie(it.reply, await enterByCode(context, entry))
      const { entered } = messages.in(it.lang)
      return redirect(it, '/account', { kind: 'success', text: entered })
    } catch (error) {
      return enrolmentPage(it.view, { typed: code, ...problemsAt(it, '/code', error) })
    }
  })
}

function enrolmentPage(
  view: View,
  given: { readonly typed?: string; readonly problems?: readonly FieldProblem[] }
): Html {
  const t = messages.in(view.lang)
  const asked = form(view, {
    action: '/sign-in/enrol',
    problems: given.problems,
    body: field(view, {
      type: 'text',
      name: 'code',
      label: t.code,
      help: t.codeHelp,
      value: given.typed,
      required: true,
      lengthMax: 24,
      width: 'medium',
      problems: given.problems,
      autocomplete: 'off',
      attributes: { dir: 'ltr', spellcheck: 'false', autocapitalize: 'characters' }
    }),
    submit: { text: t.enter }
  })
  const body = html`${pageHead({ title: t.title, lead: t.lead })}${asked}`
  return layout(view, { title: t.title, body, robots: 'noindex' })
}
