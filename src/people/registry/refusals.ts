import { NotFoundError } from '../../platform/index.ts'

/** Nobody is known by that identifier. */
export class PersonNotKnownError extends NotFoundError {
  override readonly code = 'registry/person-not-found'
  constructor() {
    super({
      fa: 'کسی با این شناسه در سامانه ثبت نشده است.',
      en: 'Nobody is known by this identifier.'
    })
  }
}
