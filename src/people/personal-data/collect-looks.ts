import { type UseReason, reasonTexts } from '../../kernel/policy/index.ts'
import type { Bilingual, Context, JsonObject } from '../../platform/index.ts'
import { type Look, readLooks } from '../access/index.ts'
import { actionNames, objectNames, roleName } from '../access/messages.ts'
import { type ReceiverName, receiverNames } from '../access/receiver-names.ts'

const looksAtOnce = 500

/**
 * Who looked at what is a person's, in the words of the page of looks, the newest first.
 * @param cases - Ids of the person's cases.
 */
export async function collectLooks(
  context: Context,
  person: string,
  cases: readonly string[]
): Promise<JsonObject[]> {
  const receiver = await receiverNames(context)
  const rows: JsonObject[] = []
  let after: { at: Temporal.Instant; id: string } | undefined
  do {
    const query = { owner: person, cases, most: looksAtOnce, after }
    const { items, next } = await readLooks(context, query)
    for (const look of items) rows.push(rowOf(look, receiver))
    after = next ?? undefined
  } while (after !== undefined)
  return rows
}

/** Words in both languages, as JSON has them; `null` where there are none. */
export function wordsOf(words: Bilingual | null | undefined): JsonObject | null {
  return words ? { fa: words.fa, en: words.en } : null
}

function rowOf(look: Look, receiver: ReceiverName): JsonObject {
  const { id, at, allowed, authority, by, role, object, action, because, to } = look
  const acts: Readonly<Record<string, Bilingual>> = actionNames
  const reason = because === null ? null : reasonTexts[because as UseReason]
  return {
    at: at.toString(),
    who: wordsOf(by.name),
    role: { fa: roleName(role, 'fa'), en: roleName(role, 'en') },
    act: wordsOf(acts[action]) ?? action,
    what: wordsOf(objectNames[object.kind]),
    allowed,
    because: wordsOf(reason) ?? because,
    to: to === null ? null : wordsOf(receiver(authority, to)),
    authority,
    case: look.case,
    object: object.id,
    actor: by.id,
    id
  }
}
