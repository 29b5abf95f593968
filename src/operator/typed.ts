import { type Page, type PageAnswer } from '../platform/http/index.ts'
import { type FieldProblem, Refusal } from '../platform/index.ts'

/** What was typed into a form, by the names of its fields. */
export type Typed = Readonly<Record<string, string>>

/** A form that was refused: which, what was typed, and what is wrong with it. */
export interface RefusedForm {
  readonly form: string
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

/** The texts of a form of this name; what is no text is as if it were empty. */
export function typedIn(body: unknown, form: string): Typed {
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : []
  const prefix = `${form}.`
  return Object.fromEntries(
    sent.flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'string'
        ? [[name.slice(prefix.length), value]]
        : []
    )
  )
}

/** Does what a form asks for, or shows it again with what was typed and what is wrong with it. */
export async function attempt(
  p: Page,
  what: {
    readonly form: string
    readonly typed: Typed
    readonly work: () => Promise<PageAnswer>
    readonly again: (refused: RefusedForm) => Promise<PageAnswer>
  }
): Promise<PageAnswer> {
  try {
    return await what.work()
  } catch (error) {
    if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error
    void p.reply.code(error.status)
    const { code, text } = error
    const own = error.fields.length > 0 ? error.fields : [{ pointer: '/address', code, text }]
    const problems = own.map((each) => ({ ...each, pointer: `/${what.form}${each.pointer}` }))
    return what.again({ form: what.form, typed: what.typed, problems })
  }
}
