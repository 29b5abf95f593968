import { unlockWords } from '../../../kernel/mailbox/index.ts'
import { Api } from '../reading/api.ts'
import { pageLang } from '../reading/time.ts'

/** The words of what opens a mailbox, in the language of the page. */
export const words = unlockWords[pageLang]

/** The operations of the server, with the token that every page of a signed-in person holds. */
export function pageApi(): Api {
  return new Api(document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '')
}

/** A path of the house in the language of the page. */
export function pathInLang(path: string): string {
  return pageLang === 'en' ? `/en${path}` : path
}
