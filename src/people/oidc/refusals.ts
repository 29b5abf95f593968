import { Refusal } from '../../platform/index.ts'

/** The one answer to everything that comes from the national sign-on and does not hold; never says why. */
export class OidcRefusedError extends Refusal {
  readonly code = 'oidc/refused'
  override readonly status = 401
  constructor(cause?: unknown) {
    super(
      {
        fa: 'ورود ملی انجام نشد: پاسخ آن پذیرفتنی نبود، دیر رسید یا از این مرورگر نبود. از صفحه ورود دوباره آغاز کنید.',
        en: 'The national sign-on did not sign you in: its answer was not acceptable, came too late, or was not for this browser. Begin again from the sign-in page.'
      },
      { cause }
    )
  }
}

/** The national sign-on gives no answer. */
export class OidcAwayError extends Refusal {
  readonly code = 'oidc/away'
  override readonly status = 503
  readonly retryAfterSeconds = 60
  constructor(cause?: unknown) {
    super(
      {
        fa: 'سامانه ورود ملی اکنون پاسخ نمی‌دهد. کمی بعد دوباره تلاش کنید یا از راه دیگری وارد شوید.',
        en: 'The national sign-on does not answer now. Try again a little later, or sign in another way.'
      },
      { cause }
    )
  }
}

/** Who came back from the national sign-on is somebody else here. */
export class OtherPersonError extends Refusal {
  readonly code = 'oidc/other-person'
  constructor() {
    super({
      fa: 'حساب ملی یا کد ملی که با آن برگشتید از آنِ حساب دیگری در این سامانه است. از این حساب خارج شوید و با ورود ملی وارد آن یکی شوید.',
      en: 'The national account or national id that you came back with belongs to another account here. Sign out, and sign in to that one by the national sign-on.'
    })
  }
}
