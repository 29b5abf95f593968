import { cardInForce } from '../../catalogue/index.ts'
import type { Html } from '../../platform/html/index.ts'
import { type Page, SignInRequiredError } from '../../platform/http/index.ts'
import { type Context, Refusal } from '../../platform/index.ts'
import type { CaseForm } from '../views/desk-case-options.ts'
import { keptTexts } from '../views/kept-texts.ts'
import { lostFormPage } from '../views/lost-form-page.ts'
import { isScript, problemsOf, type Sent, sentBy, textIn, textsIn, textsOf } from './page-input.ts'

/** A form that was sent, by its texts as they are called on its page. */
export interface SentTexts {
  /** Which form about a case; absent: the answers of a draft. */
  readonly form?: CaseForm
  readonly texts: Sent
}

/**
 * Does what a form asks. Where its sender may not see what it is about, what was typed is kept on a page
 * of its own: in a browser that several people use, an account changes between reading and sending.
 */
export async function keepingTexts<T>(
  context: Context,
  p: Page,
  { sent, work }: { readonly sent: SentTexts; readonly work: () => Promise<T> }
): Promise<T | Html> {
  try {
    return await work()
  } catch (error) {
    const isLost = error instanceof Refusal && (error.status === 403 || error.status === 404)
    if (!isLost || error instanceof SignInRequiredError || isScript(p)) throw error
    void p.reply.code(error.status)
    return lostFormPage(p.view, {
      problems: problemsOf(error),
      kept: keptTexts(p.view, {
        form: sent.form,
        typed: textsOf(sent.texts),
        card: await cardNamed(context, sent.texts)
      }),
      action: p.request.url,
      fields: fieldsOf(sentBy(p.request))
    })
  }
}

/** The card whose questions the form asked, by the service that it names. */
async function cardNamed(context: Context, texts: Sent) {
  const service = textIn(texts, 'service')
  if (service === undefined) return null
  return (await cardInForce(context.db, service, context.clock.now()))?.card ?? null
}

function fieldsOf(sent: Sent): [string, string][] {
  return Object.keys(sent).flatMap((name) =>
    name === '_csrf' ? [] : textsIn(sent, name).map((value): [string, string] => [name, value])
  )
}
