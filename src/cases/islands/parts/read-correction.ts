import { type FormValues, sealedNames, validateForm } from '../../../kernel/forms/index.ts'
import { answersOf } from './answers-of.ts'
import { showProblem } from './field-problems.ts'
import { definitionOf, judgeFields } from './judge-fields.ts'
import { type HandedForm, sealAnswers, type SealingData } from './sealing.ts'
import { textsOf } from './send-sealed.ts'

/** The form of an answer to a return: its questions, and the name of its objection. */
export interface CorrectionForm {
  readonly own: HTMLFormElement
  readonly fields: HTMLElement
  readonly contest: string
}

/** An answer to a return, as it was typed and found right. */
export interface TypedCorrection {
  readonly values: FormValues
  /** The fields that it answers. */
  readonly names: readonly string[]
}

/** Reads the answer to a return; `null` where something is wrong, which is shown then. */
export function correctionReader(form: CorrectionForm): () => TypedCorrection | null {
  const judged = judgeFields(form.fields, form.own)
  return () => {
    const isContested = textIn(form) !== ''
    const values = isContested ? answeredOnly(form) : judged.judgeAll()
    if (values === null) return null
    const names = judged.shown.map(({ name }) => name)
    return {
      values,
      names: isContested ? names.filter((name) => values[name] !== undefined) : names
    }
  }
}

/** What is sent of an answer to a return. */
interface CorrectionBody {
  readonly body: URLSearchParams
  /** The sealed answers; `null` where all that was asked for is clear. */
  readonly handed: HandedForm | null
}

/** The sealed answers sealed, with their names, and all else that the form has. */
export async function correctionBody(
  sealing: SealingData,
  { own, fields }: CorrectionForm,
  { values, names }: TypedCorrection
): Promise<CorrectionBody> {
  const sealed = sealedNames(definitionOf(fields))
  const body = textsOf(own, (answer) => sealed.has(answer))
  const given = names.filter((name) => sealed.has(name))
  if (given.length === 0) return { body, handed: null }
  // An answer that is taken away is sealed as an empty one.
  const answers = Object.fromEntries(given.map((name) => [name, values[name] ?? '']))
  const handed = await sealAnswers(sealing, { kind: 'correction', answers, documents: [] })
  body.append('sealed', JSON.stringify(handed))
  for (const name of given) body.append('sealedFields', name)
  return { body, handed }
}

function textIn({ own, contest }: CorrectionForm): string {
  return own.querySelector<HTMLTextAreaElement>(`textarea[name="${contest}"]`)?.value.trim() ?? ''
}

/** Whoever objects mends what they want to; what they typed has to be right all the same. */
function answeredOnly({ own, fields }: CorrectionForm): FormValues | null {
  const definition = definitionOf(fields)
  const typed = answersOf(own, definition)
  const answered = definition.fields.filter(({ name }) => (typed[name] ?? '').length > 0)
  const given = Object.fromEntries(answered.map(({ name }) => [name, typed[name]]))
  const outcome = validateForm({ fields: answered }, given)
  if (outcome.ok) return outcome.values
  const lang = document.documentElement.lang === 'en' ? 'en' : 'fa'
  for (const { pointer, text } of outcome.problems) {
    showProblem(fields, pointer.slice(1), text[lang])
  }
  return null
}
