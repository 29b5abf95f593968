import { solveProof } from '../../src/kernel/proof/index.ts'

/** What a person fills in; the rest is what a form without script sends. */
export const goodReport = {
  kind: 'failure',
  about: '10021001',
  words: 'صفحه ثبت درخواست باز نمی‌شود و خطای ۵۰۲ می‌دهد.'
} as const

/** The token of the form of a page. */
export function tokenOf(page: string): string {
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

/** The receipt code in the address of a redirect. */
export function codeOf(location: string): string {
  return /\/report\/receipt\/([0-9A-Z]{16})/.exec(location)?.[1] ?? ''
}

/** Solves a challenge of the report form as its script does. */
export async function solvedProof(origin: string, path = '/report/challenge'): Promise<string> {
  const answer = await fetch(`${origin}${path}`)
  const challenge = (await answer.json()) as {
    parameters: Parameters<typeof solveProof>[0]
    most: number
  }
  const solution = solveProof(challenge.parameters, challenge.most)
  return btoa(JSON.stringify({ challenge, solution }))
}

/** A form as a browser sends it, with or without a photo. */
export function formOf(
  fields: Readonly<Record<string, string | undefined>>,
  photo?: { readonly bytes: Uint8Array; readonly name?: string }
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) form.append(name, value)
  if (photo !== undefined) {
    form.append('photo', new File([Buffer.from(photo.bytes)], photo.name ?? 'photo.jpg'))
  }
  return form
}
