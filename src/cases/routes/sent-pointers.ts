import { type FieldProblem, InvalidInputError } from '../../platform/index.ts'

const documentPointer = /^\/documents\/([^/]+)$/

/** The documents that the body of a filing names, in their order. */
export interface SentDocuments {
  readonly files?: readonly { readonly document: string }[] | undefined
  readonly uploads?: readonly { readonly document: string }[] | undefined
}

/**
 * Problems of documents by their codes, pointed to where the body has them (RFC 6901): `/files/0`,
 * `/uploads/2`, or `/files/-`, the place behind the last, for one that is not there and has to be.
 */
export function pointIntoFiling(sent: SentDocuments): (error: unknown) => never {
  return pointing((code) => {
    const last = (list: SentDocuments['files']) =>
      (list ?? []).findLastIndex(({ document }) => document === code)
    const [file, upload] = [last(sent.files), last(sent.uploads)]
    if (file >= 0) return `/files/${String(file)}`
    return upload >= 0 ? `/uploads/${String(upload)}` : '/files/-'
  })
}

/** The same of a single document: the code of it, the file, or the upload. */
export function pointIntoDocument(sent: { readonly file?: unknown }): (error: unknown) => never {
  return pointing((_code, problem) => {
    if (problem.code === 'upload/not-on-card') return '/document'
    return sent.file === undefined ? '/upload' : '/file'
  })
}

function pointing(
  placeOf: (code: string, problem: FieldProblem) => string
): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof InvalidInputError)) throw error
    throw new InvalidInputError(
      error.fields.map((problem) => {
        const found = documentPointer.exec(problem.pointer)?.[1]
        if (found === undefined) return problem
        const code = found.replaceAll('~1', '/').replaceAll('~0', '~')
        const { fa, en } = problem.text
        // The pointer does not say any more which document it is.
        const text = { fa: `${code}: ${fa}`, en: `${code}: ${en}` }
        return { ...problem, pointer: placeOf(code, problem), text }
      })
    )
  }
}
