import { Refusal } from '../platform/index.ts'

/** There is a file of that name already; nothing is written over it. */
export class BackupExistsError extends Refusal {
  readonly code = 'backup/file-exists'

  constructor(file: string) {
    super({
      fa: `فایلی به نام «${file}» هست و روی آن نوشته نمی‌شود؛ نام دیگری بدهید.`,
      en: `${file} is there already and is not written over; give another name`
    })
  }
}

/** The file is damaged, cut off, or no backup at all: nothing of it was taken over. */
export class BackupUnreadableError extends Refusal {
  readonly code = 'backup/unreadable'
  override readonly status = 422

  constructor(options: { cause?: unknown } = {}) {
    super(
      {
        fa: 'این فایل پشتیبان سالمی نیست: عوض شده، بریده شده یا از آغاز پشتیبان نبوده است. چیزی از آن برداشته نشد.',
        en: 'this is no sound backup: it was changed, cut off, or never was one; nothing of it was taken over'
      },
      options
    )
  }
}

/** Another process makes the same backup. */
export class BackupUnderWayError extends Refusal {
  readonly code = 'backup/under-way'

  constructor() {
    super({
      fa: 'همین پشتیبان هم‌اکنون در جای دیگری گرفته می‌شود.',
      en: 'the same backup is being made already'
    })
  }
}

/** The recovery key that was given is not one of those that the backup was sealed to. */
export class WrongIdentityError extends Refusal {
  readonly code = 'backup/wrong-key'
  override readonly status = 422

  constructor(options: { cause?: unknown } = {}) {
    super(
      {
        fa: 'کلید بازیابی داده‌شده این پشتیبان را باز نمی‌کند.',
        en: 'the recovery key that was given does not open this backup'
      },
      options
    )
  }
}

/** The backup was made by a newer Peyman, or by one whose migrations are not these. */
export class BackupNewerError extends Refusal {
  readonly code = 'backup/newer'

  constructor(strange: readonly string[]) {
    const names = strange.join(', ')
    super({
      fa: `این پشتیبان از نسخه دیگری از پیمان است (${names})؛ با همان نسخه یا نسخه‌ای تازه‌تر بازگردانید.`,
      en: `this backup is of another Peyman (${names}); restore it with that one, or a newer one`
    })
  }
}

/** A file or folder that was named is not there, or cannot be read: nothing was begun. */
export class NotThereError extends Refusal {
  readonly code = 'backup/not-there'
  override readonly status = 422

  constructor(name: string) {
    super({
      fa: `«${name}» نیست یا خوانده نمی‌شود؛ نام آن را دوباره ببینید.`,
      en: `${name} is not there, or cannot be read; look at its name again`
    })
  }
}

/** The database that a backup is to be restored into holds something. */
export class TargetNotEmptyError extends Refusal {
  readonly code = 'restore/target-not-empty'

  constructor(found: readonly string[]) {
    const names = found.slice(0, 3).join(', ')
    super({
      fa: `پایگاه داده مقصد خالی نیست (${names}…)؛ بازگرداندن فقط در پایگاه داده خالی انجام می‌شود.`,
      en: `the database to restore into is not empty (it has ${names}…); give an empty one`
    })
  }
}

/** The database holds the half of another backup: two states are never mixed. */
export class HalfOfAnotherError extends Refusal {
  readonly code = 'restore/half-of-another'

  constructor(stateAt: string) {
    super({
      fa: `در این پایگاه داده، بازگرداندن پشتیبان دیگری (وضعیت ${stateAt}) نیمه‌کاره مانده است؛ همان را ادامه دهید یا با ‎--anew‎ آن را دور بریزید.`,
      en: `the restore of another backup (the state of ${stateAt}) was cut off in this database; go on with that one, or throw it away with --anew`
    })
  }
}

/** Another restore works on the same database. */
export class RestoreUnderWayError extends Refusal {
  readonly code = 'restore/under-way'

  constructor() {
    super({
      fa: 'بازگرداندن دیگری در همین پایگاه داده در جریان است.',
      en: 'another restore into the same database is under way'
    })
  }
}

/** What was loaded is not what the backup says it holds; nothing of it was kept. */
export class RestoreDiffersError extends Refusal {
  readonly code = 'restore/differs'
  override readonly status = 422

  constructor(table: string) {
    super({
      fa: `جدول «${table}» پس از بازگرداندن همان نیست که پشتیبان می‌گوید؛ چیزی نگه داشته نشد.`,
      en: `table ${table} is not, after loading, what the backup says; nothing was kept`
    })
  }
}

/** A backup needs the public part of a recovery key, and there is none. */
export class NoRecoveryKeyError extends Refusal {
  readonly code = 'backup/no-recovery-key'

  constructor() {
    super({
      fa: 'هنوز کلید بازیابی ساخته نشده است؛ آن را با «peyman backup key» بسازید یا گیرنده را با ‎--to‎ بدهید.',
      en: 'there is no recovery key yet; make it with "peyman backup key", or name a recipient with --to'
    })
  }
}

/** What was given as a recovery key, public or secret, is none, or mixes kinds of different strength. */
export class RecoveryKeyError extends Refusal {
  readonly code = 'backup/key-unusable'
  override readonly status = 422

  constructor(text: { fa: string; en: string }, cause?: unknown) {
    super(text, { cause })
  }
}

/** There is no backup that could be tried. */
export class NoBackupError extends Refusal {
  readonly code = 'backup/none'

  constructor() {
    super({
      fa: 'هنوز هیچ پشتیبانی نیست که بازگرداندن آن تمرین شود؛ نخست «peyman backup» را اجرا کنید.',
      en: 'there is no backup yet to try; make one with "peyman backup"'
    })
  }
}

/** A drill has to open a backup, and nobody gave it a key. */
export class NoIdentityGivenError extends Refusal {
  readonly code = 'backup/no-drill-key'

  constructor() {
    super({
      fa: 'برای تمرین بازگرداندن، کلیدی لازم است: ‎--identity‎ یا PEYMAN_DRILL_IDENTITY.',
      en: 'a drill needs a key that opens backups: give --identity, or set PEYMAN_DRILL_IDENTITY'
    })
  }
}
