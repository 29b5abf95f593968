import { InvalidInputError } from '../../platform/index.ts'

/** An address lets in somebody else already. Said only to whoever has just proven that it is theirs. */
export class AddressTakenError extends InvalidInputError {
  constructor() {
    super([
      {
        pointer: '/address',
        code: 'contact/taken',
        text: {
          fa: 'این نشانی از آنِ حساب دیگری است. با همان حساب وارد شوید، یا نشانی دیگری بنویسید.',
          en: 'This address belongs to another account. Sign in to that one, or write another address.'
        }
      }
    ])
  }
}
