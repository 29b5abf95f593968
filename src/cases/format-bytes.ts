import { toPersianDigits } from '../kernel/persian/index.ts'
import type { Bilingual } from '../platform/index.ts'

const unit = 1024

/** A size in words: «۵ مگابایت», "5 MB". */
export function formatBytes(bytes: number): Bilingual {
  const mega = bytes >= unit * unit
  const value = String(Math.round((bytes / (mega ? unit * unit : unit)) * 10) / 10)
  return {
    fa: `${toPersianDigits(value).replace('.', '٫')} ${mega ? 'مگابایت' : 'کیلوبایت'}`,
    en: `${value} ${mega ? 'MB' : 'kB'}`
  }
}
