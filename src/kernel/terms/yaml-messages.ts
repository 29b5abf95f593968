import type { ErrorCode } from 'yaml'
import type { Bilingual } from '../persian/index.ts'
import { both } from './problem.ts'

const known: Partial<Record<ErrorCode, Bilingual>> = {
  TAB_AS_INDENT: both(
    'تورفتگی با Tab پذیرفته نیست؛ برای تورفتگی فاصله به کار ببرید.',
    'Tabs are not allowed as indentation; indent with spaces.'
  ),
  BAD_INDENT: both(
    'تورفتگی این سطر با سطرهای هم‌تراز آن یکی نیست.',
    'The indentation of this line does not match the lines it belongs with.'
  ),
  MISSING_CHAR: both(
    'نشانه‌ای جا افتاده است (مانند دونقطه، ویرگول یا گیومه پایانی).',
    'A character is missing here (such as a colon, a comma or a closing quote).'
  ),
  UNEXPECTED_TOKEN: both(
    'این نوشته این‌جا جایی ندارد؛ متنی را که دونقطه یا نشانه دارد درون گیومه " بگذارید.',
    'This does not belong here; put text that holds colons or marks in quotes.'
  ),
  BAD_SCALAR_START: both(
    'متن با این نشانه آغاز نمی‌شود؛ آن را درون گیومه " بگذارید.',
    'A plain text cannot start with this character; put it in quotes.'
  ),
  BAD_DQ_ESCAPE: both(
    'این نشانه‌گذاری پس از \\ شناخته نیست.',
    'This escape after a backslash is not known.'
  ),
  MULTILINE_IMPLICIT_KEY: both(
    'نام کلید باید در یک سطر باشد؛ شاید گیومه‌ای بسته نشده است.',
    'A key must be on one line; perhaps a quote is not closed.'
  ),
  BLOCK_AS_IMPLICIT_KEY: both(
    'در یک سطر دو کلید آمده است؛ متنی را که دونقطه دارد درون گیومه " بگذارید.',
    'Two keys stand on one line; put text that holds a colon in quotes.'
  ),
  RESOURCE_EXHAUSTION: both(
    'ساختار فایل بیش از اندازه تودرتو است.',
    'The file is nested too deeply.'
  ),
  BAD_ALIAS: both(
    'نام لنگر یا ارجاع YAML درست نیست؛ هر مقدار را در جای خود بنویسید.',
    'A YAML anchor or alias is wrong; write each value where it belongs.'
  ),
  TAG_RESOLVE_FAILED: both(
    'برچسب YAML (نوشته‌ای که با ! آغاز می‌شود) پذیرفته نیست؛ آن را بردارید.',
    'YAML tags (text that starts with !) are not accepted; remove it.'
  )
}

/** What a syntax error of the YAML reader means, and what would be right. */
export function yamlMessage(code: ErrorCode, message: string): Bilingual {
  return (
    known[code] ??
    both(
      `ساختار YAML در این‌جا درست نیست (${message}).`,
      `The YAML is not well formed here (${message}).`
    )
  )
}
