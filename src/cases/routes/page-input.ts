import type { Readable } from 'node:stream'
import type { FormDefinition } from '../../kernel/forms/index.ts'
import { type FieldProblem, NotFoundError, Refusal } from '../../platform/index.ts'
import {
  type FastifyRequest,
  type Page,
  type Server,
  SignInRequiredError,
  page,
  partsOf,
  redirect
} from '../../platform/http/index.ts'

/** What a form sent: a text by name, or several where a name was sent several times. */
export type Sent = Readonly<Record<string, string | readonly string[]>>

/** The fields of a form that came as one body. */
export function sentBy(request: FastifyRequest): Sent {
  const { body } = request
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value)
    ])
  )
}

/** One text of a form; `undefined` where it was not sent or is empty. */
export function textIn(sent: Sent, name: string): string | undefined {
  const value = sent[name]
  const text = typeof value === 'string' ? value : value?.[0]
  return text === undefined || text.trim() === '' ? undefined : text
}

/** All texts of a form that were sent under one name. */
export function textsIn(sent: Sent, name: string): readonly string[] {
  const value = sent[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** What was sent, one text for each name (several choices with commas): what a refused form shows again. */
export function textsOf(sent: Sent): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.keys(sent).map((name) => [name, textsIn(sent, name).join(',').trim() || undefined])
  )
}

/** A value of the address. */
export function queryOf(request: FastifyRequest, name: string): string | undefined {
  return textIn(sentBy({ body: request.query } as FastifyRequest), name)
}

/** A part of the address's path. */
export function paramOf(request: FastifyRequest, name: string): string {
  const value = (request.params as Readonly<Record<string, string | undefined>>)[name]
  if (value === undefined) throw new NotFoundError()
  return value
}

const answerPrefix = 'answers.'

/** The answers of a card's form, as typed; names that the form does not have are left out. */
export function answersIn(
  sent: Sent,
  form: FormDefinition
): Record<string, string | readonly string[]> {
  const known = new Map(form.fields.map((field) => [answerPrefix + field.name, field]))
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const field = known.get(name)
      if (field === undefined) return []
      return [[field.name, field.type === 'choices' ? textsIn(sent, name) : value]]
    })
  )
}

/** The outcome of something that a form asked for. */
export type Tried<T> = { readonly ok: true; readonly value: T } | RefusedWork

/** A "no" that belongs beside the form that asked. */
export interface RefusedWork {
  readonly ok: false
  readonly status: number
  readonly problems: readonly FieldProblem[]
}

/**
 * Does what a form asks, and takes a refusal as an answer, so that the form can be shown again with
 * what was typed. What the form could not mend (nobody signed in, nothing there) goes on as it is.
 */
export async function tried<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (!(error instanceof Refusal) || isForPage(error)) throw error
    return { ok: false, status: error.status, problems: problemsOf(error) }
  }
}

function isForPage(error: Refusal): boolean {
  return error instanceof SignInRequiredError || error.status === 404 || error.status === 503
}

/** What was wrong, field by field; a refusal without fields is one problem of the whole form. */
export function problemsOf(error: Refusal): readonly FieldProblem[] {
  if (error.fields.length > 0) return error.fields
  return [{ pointer: '/', code: error.code, text: error.text }]
}

/** Whether a script asks, which wants an answer rather than a page. */
export function isScript({ request }: Page): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('json') && !accept.includes('text/html')
}

/** One file of a form, and its bytes on their way. */
export interface SentFile {
  readonly field: string
  readonly name: string
  readonly stream: Readable
}

/**
 * Reads a form with files: each file is taken as it streams by, an empty file field is skipped.
 * @param take - Is given the file and the texts that stood before it in the form.
 * @returns The texts of the form, those after the files too.
 */
export async function readFiles(
  request: FastifyRequest,
  take: (file: SentFile, before: Sent) => Promise<void>
): Promise<Sent> {
  if (!request.isMultipart()) return sentBy(request)
  const texts: [string, string][] = []
  for await (const part of partsOf(request)) {
    if (part.type === 'field') texts.push([part.fieldname, String(part.value)])
    else if (part.filename === '') part.file.resume()
    else {
      const file = { field: part.fieldname, name: part.filename, stream: part.file }
      await take(file, together(texts))
    }
  }
  return together(texts)
}

function together(texts: readonly [string, string][]): Sent {
  return Object.fromEntries(
    [...Map.groupBy(texts, ([name]) => name)].map(([name, all]) => [
      name,
      all.length === 1 ? (all[0]?.[1] ?? '') : all.map(([, value]) => value)
    ])
  )
}

/**
 * The address of a form, asked for as a page: after a refused sending the browser shows that address,
 * and a reload or the other language must lead back to the form.
 */
export function formAddress(app: Server, path: string, lead: (p: Page) => string): void {
  page(app, { method: 'get', path }, (p) => redirect(p, lead(p)))
}
