import { z } from 'zod'
import { letterCodeOf, readLetterCode, toldStates } from '../../kernel/genuineness/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { type Page, type Server, api, narrowPolicy, page } from '../../platform/http/index.ts'
import { type Context, InvalidInputError } from '../../platform/index.ts'
import { askLetter } from './ask-letter.ts'
import { messages } from './messages.ts'
import { letterCheckPage } from './views/letter-check-page.ts'

const text = (most: number) => z.string().max(most).catch('')
const query = z.object({ code: text(400), letter: text(80), sha256: text(200) })

const statement = z.object({
  sender: z.string(),
  state: z.enum(toldStates),
  at: z.string(),
  proof: z.string().nullable().describe('tlog-proof; null while it waits.')
})

/** Whether a letter is genuine, for everybody who holds it. */
export function genuinenessRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/verify/letter' }, async (it) => {
    keepToItself(it)
    const typed = query.parse(it.request.query)
    const isAsked = Object.values(typed).some((value) => value.trim() !== '')
    const code =
      typed.sha256 === ''
        ? readLetterCode(typed.code === '' ? typed.letter : typed.code)
        : letterCodeOf(typed.letter, typed.sha256)
    const problems = isAsked && code === null ? [badCode] : []
    if (problems.length > 0) void it.reply.code(422)
    const found = code && (await askLetter(context, code))
    const policy = await publicLog.policyOf(context)
    return letterCheckPage(it.view, { typed, code, found, problems, policy })
  })
  api(app, {
    method: 'post',
    path: '/letter-checks',
    summary: 'Whether a letter is genuine, for whoever holds it',
    description:
      'By its id and the SHA-256 of its sealed file; never what it says or to whom it went.',
    tag: 'letters',
    auth: 'public',
    scope: null,
    body: z.strictObject({ letter: z.string().max(80), sha256: z.string().max(200) }),
    response: z.object({
      statements: z.array(statement),
      name: z.object({ fa: z.string(), en: z.string() }).nullable()
    }),
    handler: async ({ body }) => {
      const code = letterCodeOf(body.letter, body.sha256)
      if (code === null) throw new InvalidInputError([badCode])
      const found = await askLetter(context, code)
      const statements = (found?.statements ?? []).map(({ sender, state, at, proof }) => ({
        ...{ sender, state, at, proof }
      }))
      return { statements, name: found?.sender ?? null }
    }
  })
}

const badCode = {
  pointer: '/code',
  code: 'letter-check/code',
  text: messages.entries.badCode
}

/** The page can send nothing, tells nobody whence it leads, and is in no index and no cache. */
function keepToItself({ reply }: Pick<Page, 'reply'>): void {
  narrowPolicy(reply, { 'connect-src': "'none'", 'form-action': "'self'" })
  void reply.headers({
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex'
  })
}
