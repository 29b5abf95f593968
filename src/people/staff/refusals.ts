import { NotFoundError, Refusal } from '../../platform/index.ts'

/** Nobody gives a role or a post to themselves. */
export class OwnRoleError extends Refusal {
  readonly code = 'staff/own-role'
  override readonly status = 403
  constructor() {
    super({
      fa: 'هیچ‌کس نمی‌تواند به خودش نقش یا سمت بدهد؛ مدیر دیگری باید این کار را بکند.',
      en: 'Nobody gives a role or a post to themselves; another administrator must.'
    })
  }
}

/** The person has that very role already. */
export class RoleHeldError extends Refusal {
  readonly code = 'staff/role-held'
  constructor() {
    super({
      fa: 'این شخص همین نقش را دارد؛ برای تغییر روز پایان، نخست آن را پس بگیرید.',
      en: 'This person has that very role; to change its end, take it back first.'
    })
  }
}

/** An authority without an administrator could not be put right by itself. */
export class LastAdministratorError extends Refusal {
  readonly code = 'staff/last-administrator'
  constructor() {
    super({
      fa: 'این آخرین مدیر دستگاه است؛ پیش از پس گرفتن نقش او مدیر دیگری معرفی کنید.',
      en: 'This is the last administrator of the authority; name another one first.'
    })
  }
}

/** There is no such grant or holding here, or it is over. */
export class StaffEntryNotFoundError extends NotFoundError {
  override readonly code = 'staff/not-found'
  constructor() {
    super({
      fa: 'چنین نقش یا سمتی نیست، یا پایان یافته است.',
      en: 'There is no such role or post, or it has ended.'
    })
  }
}

/** Somebody else holds the post on those days. */
export class PostHeldError extends Refusal {
  readonly code = 'staff/post-held'
  constructor() {
    super({
      fa: 'در این روزها شخص دیگری این سمت را بر عهده دارد. سمت او از امروز به بعد پایان می‌یابد، نه روزهایی که گذشته است؛ جانشینی موقت با روز پایان ثبت می‌شود.',
      en: 'Somebody else holds this post on those days. Their holding ends from today on, not in days that have passed; somebody who stands in for a while has a last day.'
    })
  }
}
