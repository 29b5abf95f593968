import type { Bilingual } from '../persian/index.ts'

const factWords: Readonly<Record<string, Bilingual>> = {
  'agreement.imported': { fa: 'توافق‌نامه وارد شد', en: 'Agreement imported' },
  'card.published': { fa: 'شناسنامه منتشر شد', en: 'Card published' },
  'card.publication-refused': {
    fa: 'انتشار شناسنامه ناقص پذیرفته نشد',
    en: 'Publishing an incomplete card refused'
  },
  'case.submitted': { fa: 'درخواست ثبت شد', en: 'Case filed' },
  'case.documents-complete': { fa: 'مدارک کامل شد', en: 'Documents complete' },
  'case.returned': { fa: 'برای تکمیل برگشت داده شد', en: 'Returned for completion' },
  'case.judged': {
    fa: 'واحد درخواست سربسته را باز کرد و سنجید',
    en: 'Sealed case opened and judged'
  },
  'case.resubmitted': { fa: 'دوباره فرستاده شد', en: 'Resubmitted' },
  'case.step-entered': { fa: 'وارد گامی شد', en: 'Step entered' },
  'case.assigned': { fa: 'به کارشناس سپرده شد', en: 'Assigned to an officer' },
  'case.viewed': { fa: 'یکی از کارکنان آن را دید', en: 'Looked at by staff' },
  'case.decided': { fa: 'تصمیم گرفته شد', en: 'Decided' },
  'case.delivered': { fa: 'نتیجه تحویل شد', en: 'Result delivered' },
  'case.withdrawn': { fa: 'متقاضی انصراف داد', en: 'Withdrawn' },
  'case.reopened': { fa: 'دوباره گشوده شد', en: 'Reopened' },
  'case.breached': { fa: 'از سررسید گذشت', en: 'Past its due instant' },
  'case.breach-retracted': { fa: 'نقض پس گرفته شد', en: 'Breach retracted' },
  'case.deadline-extended': {
    fa: 'سررسید برای قطعی سامانه تمدید شد',
    en: 'Due instant extended for an outage'
  },
  'document.received': { fa: 'مدرک رسید', en: 'Document received' },
  'document.requested': { fa: 'مدرک خواسته شد', en: 'Document asked for' },
  'document.request-refused': {
    fa: 'خواستن مدرک اعلام‌نشده پذیرفته نشد',
    en: 'Asking for an unlisted document refused'
  },
  'intake.refused': {
    fa: 'دریافت از راه دیگر پذیرفته نشد',
    en: 'Intake by another channel refused'
  },
  'invoice.issued': { fa: 'صورت‌حساب صادر شد', en: 'Invoice issued' },
  'visit.recorded': { fa: 'مراجعه ثبت شد', en: 'Visit recorded' },
  'visit.refused': {
    fa: 'مراجعه بیش از شمار اعلام‌شده پذیرفته نشد',
    en: 'A visit too many refused'
  },
  'notice.published': { fa: 'اطلاعیه منتشر شد', en: 'Notice published' },
  'notice.seen': { fa: 'اطلاعیه روی پرتال دیده شد', en: 'Notice seen on the portal' },
  'card.effective': { fa: 'شناسنامه اجرا شد', en: 'Card took effect' },
  'agreement.effective': { fa: 'متن توافق‌نامه اجرا شد', en: 'Text of the agreement took effect' },
  'system.changed': { fa: 'نسخه برنامه عوض شد', en: 'Program changed' },
  'probe-target.registered': { fa: 'هدف پایش ثبت شد', en: 'Probe target registered' },
  'probe-target.retired': { fa: 'هدف پایش کنار گذاشته شد', en: 'Probe target retired' },
  'monitoring.lost': { fa: 'پایش بی‌نتیجه ماند', en: 'Monitoring lost' },
  'monitoring.regained': { fa: 'پایش از سر گرفته شد', en: 'Monitoring regained' },
  'menu.walked': { fa: 'منو پیموده شد', en: 'Menu walked' },
  'channel.checked': { fa: 'راه ارتباطی آزموده شد', en: 'Channel checked' },
  'outage.opened': { fa: 'قطعی آغاز شد', en: 'Outage opened' },
  'outage.updated': { fa: 'قطعی به‌روز شد', en: 'Outage updated' },
  'outage.closed': { fa: 'قطعی پایان یافت', en: 'Outage closed' },
  'outage.corrected': { fa: 'قطعی تصحیح شد', en: 'Outage corrected' },
  'planned-outage.announced': {
    fa: 'قطعی برنامه‌ریزی‌شده اعلام شد',
    en: 'Planned outage announced'
  },
  'planned-outage.moved': { fa: 'قطعی برنامه‌ریزی‌شده جابه‌جا شد', en: 'Planned outage moved' },
  'planned-outage.cancelled': { fa: 'قطعی برنامه‌ریزی‌شده لغو شد', en: 'Planned outage cancelled' },
  'suspension.begun': { fa: 'توقف خدمت آغاز شد', en: 'Suspension begun' },
  'suspension.ended': { fa: 'توقف خدمت پایان یافت', en: 'Suspension ended' },
  'failure-report.filed': { fa: 'گزارش خرابی ثبت شد', en: 'Failure report filed' },
  'failure-receipt.issued': { fa: 'رسید خرابی صادر شد', en: 'Failure receipt issued' },
  'post.assigned': { fa: 'سمت سپرده شد', en: 'Post assigned' },
  'authority.registered': { fa: 'دستگاهی ثبت شد', en: 'Body registered' },
  'host.changed': { fa: 'میزبان دستگاه تغییر کرد', en: 'Host of the body changed' },
  'branding.changed': { fa: 'نشان و رنگ دستگاه تغییر کرد', en: 'Branding changed' },
  'policy.checked': { fa: 'جدول داده بررسی شد', en: 'Data table checked' },
  'backup.made': { fa: 'پشتیبان گرفته شد', en: 'Backup made' },
  'restore.drilled': { fa: 'بازگرداندن پشتیبان تمرین شد', en: 'Restore drilled' },
  'letters.counted': { fa: 'نامه‌ها شمرده شد', en: 'Letters counted' },
  'confidentiality.tested': {
    fa: 'محرمانگی نامه‌ها آزموده شد',
    en: 'Confidentiality of letters tested'
  },
  'broadcast.published': { fa: 'هشدار همگانی منتشر شد', en: 'Public alert published' },
  'crisis.drilled': { fa: 'رزمایش بحران انجام شد', en: 'Crisis drill held' },
  'unit-cost.set': { fa: 'بهای واحد اعلام شد', en: 'Unit cost declared' },
  'control.checked': { fa: 'کنترل امنیتی بررسی شد', en: 'Control checked' },
  'access.reviewed': { fa: 'نقش‌ها و سمت‌ها بازبینی شد', en: 'Roles and posts reviewed' },
  'recipient.ended': {
    fa: 'درگذشت یا انحلال با مدرک ثبت شد',
    en: 'Death or dissolution recorded by a paper'
  },
  'recipient.end-reversed': {
    fa: 'ثبت نادرست درگذشت یا انحلال برداشته شد',
    en: 'Wrong record of a death or dissolution taken back'
  },
  'mailbox.reopened': { fa: 'صندوق نامه دوباره باز شد', en: 'Mailbox opened again' },
  'mailbox.second-person-set': {
    fa: 'تأیید نامه‌های واحد به دست نفر دوم، لازم یا نالازم شد',
    en: 'Approval of the letters of a unit by a second person turned on or off'
  },
  'mailbox.opened': { fa: 'صندوق نامه ساخته شد', en: 'Mailbox made' },
  'mailbox.rotated': { fa: 'کلید صندوق نامه عوض شد', en: 'Key of a mailbox changed' },
  'mailbox.closed': { fa: 'صندوق نامه بسته شد', en: 'Mailbox closed' },
  'mailbox.recovery-asked': {
    fa: 'کلید تازه برای صندوق گم‌شده خواسته شد',
    en: 'Another key for a lost mailbox asked for'
  },
  'mailbox.recovery-released': {
    fa: 'کلید تازه صندوق نامه به کار افتاد',
    en: 'Next key of a mailbox counts'
  },
  'mailbox.recovery-stopped': {
    fa: 'بازیابی صندوق نامه متوقف شد',
    en: 'Recovery of a mailbox stopped'
  },
  'mailbox.inheritance-checked': {
    fa: 'گواهی حصر وراثت نامه‌ها دیده شد',
    en: 'Certificate of inheritance of letters seen'
  },
  'keyslot.added': { fa: 'راهی به صندوق نامه افزوده شد', en: 'Way to open a mailbox added' },
  'keyslot.proved': { fa: 'راه صندوق نامه آزموده شد', en: 'Way to open a mailbox tried' },
  'keyslot.lost': {
    fa: 'نیمه کلید صندوق نامه دیگر باز نمی‌شود',
    en: 'Half of the key of a mailbox opens no more'
  },
  'keyslot.removed': {
    fa: 'راهی از صندوق نامه کنار گذاشته شد',
    en: 'Way to open a mailbox removed'
  },
  'grant.given': { fa: 'دسترسی داده شد', en: 'Role given' },
  'grant.revoked': { fa: 'دسترسی پس گرفته شد', en: 'Role taken back' },
  'person.registered': { fa: 'شخص ثبت شد', en: 'Person registered' },
  'person.changed': { fa: 'مشخصات شخص تغییر کرد', en: 'Person changed' },
  'enrolment.issued': { fa: 'کد ثبت‌نام صادر شد', en: 'Enrolment code issued' },
  'enrolment.used': { fa: 'کد ثبت‌نام به کار رفت', en: 'Enrolment code used' },
  'session.started': { fa: 'ورود به سامانه', en: 'Signed in' },
  'session.ended': { fa: 'پایان نشست', en: 'Session ended' },
  'session.proven-again': { fa: 'هویت دوباره تأیید شد', en: 'Proven again' },
  'sign-in.refused': { fa: 'ورود پذیرفته نشد', en: 'Sign-in refused' },
  'device.first-seen': { fa: 'ورود با دستگاه تازه', en: 'Signed in on a new device' },
  'passkey.added': { fa: 'کلید عبور افزوده شد', en: 'Passkey added' },
  'passkey.removed': { fa: 'کلید عبور برداشته شد', en: 'Passkey removed' },
  'contact.proven': { fa: 'راه تماس تأیید شد', en: 'Contact proven' },
  'account.recovered': { fa: 'حساب بازیابی شد', en: 'Account recovered' },
  'account.frozen': { fa: 'حساب بسته نگه داشته شد', en: 'Account frozen' },
  'account.released': { fa: 'حساب دوباره باز شد', en: 'Account released' },
  'takeover.reported': { fa: 'ورود دیگری گزارش شد', en: 'Takeover reported' },
  'delegation.granted': { fa: 'نمایندگی داده شد', en: 'Delegation granted' },
  'delegation.revoked': { fa: 'نمایندگی پس گرفته شد', en: 'Delegation revoked' },
  'delegation.suspended': { fa: 'نمایندگی معلق شد', en: 'Delegation suspended' },
  'delegation.resumed': { fa: 'نمایندگی از سر گرفته شد', en: 'Delegation resumed' },
  'delegation.used': { fa: 'نماینده کاری کرد', en: 'Delegate acted' },
  'consent.asked': { fa: 'رضایت خواسته شد', en: 'Consent asked for' },
  'consent.given': { fa: 'رضایت داده شد', en: 'Consent given' },
  'sharing.suspected': { fa: 'نشانه اشتراک حساب', en: 'Sign of a shared account' },
  'sharing.explained': { fa: 'نشانه اشتراک توضیح داده شد', en: 'Sign of sharing explained' },
  'agreement.accepted': { fa: 'توافق‌نامه پذیرفته شد', en: 'Agreement accepted' },
  'key.created': { fa: 'کلید ساخته شد', en: 'Key created' },
  'key.rotated': { fa: 'کلید نو شد', en: 'Key rotated' },
  'key.revoked': { fa: 'کلید باطل شد', en: 'Key revoked' },
  'access.allowed': { fa: 'داده دیده شد', en: 'Data read' },
  'access.refused': { fa: 'دسترسی به داده پذیرفته نشد', en: 'Access to data refused' },
  'personal-data.exported': { fa: 'داده‌های شخص به خود او داده شد', en: 'Personal data exported' },
  'personal-data.erased': { fa: 'داده‌های شخص پاک شد', en: 'Personal data erased' },
  'legal-hold.placed': { fa: 'نگهداری قانونی آغاز شد', en: 'Legal hold placed' },
  'legal-hold.lifted': { fa: 'نگهداری قانونی پایان یافت', en: 'Legal hold lifted' },
  'retention.applied': { fa: 'مدت نگهداری اعمال شد', en: 'Retention applied' },
  'letters.entered': { fa: 'نشان نامه‌ها ثبت شد', en: 'Marks of letters entered' },
  'reader.published': {
    fa: 'برنامه خواندن نامه منتشر شد',
    en: 'Program that reads letters published'
  },
  'directory.head': { fa: 'وضع تازه دفتر کلیدها', en: 'New state of the key directory' },
  'directory.changed': {
    fa: 'کلید صندوق نامه در دفتر کلیدها',
    en: 'Mailbox key in the key directory'
  },
  'letter.accepted': { fa: 'نامه پذیرفته شد', en: 'Letter accepted' },
  'letter.scheduled': { fa: 'نامه زمان‌بندی شد', en: 'Letter scheduled' },
  'letter.waiting': {
    fa: 'نامه در انتظار صندوق گیرنده ماند',
    en: 'Letter waiting for the recipient’s mailbox'
  },
  'letter.published': { fa: 'نامه در صندوق گیرنده گذاشته شد', en: 'Letter put into the mailbox' },
  'letter.fetched': { fa: 'نامه به دستگاه گیرنده رسید', en: 'Letter handed over' },
  'letter.opened': { fa: 'نامه باز شد', en: 'Letter opened' },
  'letter.acknowledged': { fa: 'وصول نامه اعلام شد', en: 'Letter acknowledged' },
  'letter.replied': { fa: 'به نامه پاسخ داده شد', en: 'Letter answered' },
  'letter.refused': { fa: 'نامه پذیرفته نشد', en: 'Letter refused' },
  'letter.failed': { fa: 'رساندن نامه نشد', en: 'Letter failed' },
  'letter.expired': { fa: 'مهلت نامه گذشت', en: 'Letter expired' },
  'letter.withdrawn': { fa: 'نامه پس گرفته شد', en: 'Letter withdrawn' },
  'letter.purged': { fa: 'محتوای نامه پاک شد', en: 'Letter purged' },
  'letter.approval-asked': { fa: 'تأیید نفر دوم خواسته شد', en: 'Second person asked to approve' },
  'letter.approved': { fa: 'نفر دوم تأیید کرد', en: 'Approved by a second person' },
  'letter.approval-refused': { fa: 'نفر دوم تأیید نکرد', en: 'Not approved by the second person' },
  'letter.reported': { fa: 'درباره نامه گزارش داده شد', en: 'Letter reported' },
  'letter.claimed': { fa: 'نامه با برگه کاغذی گرفته شد', en: 'Letter claimed by paper' },
  'letter.resealed': {
    fa: 'نامه برای گیرنده از نو مهر و موم شد',
    en: 'Letter resealed to its recipient'
  }
}

/** What a kind of fact says that happened, as people read it; `null` for a word that is no kind. */
export function factWord(kind: string, lang: 'fa' | 'en'): string | null {
  return Object.hasOwn(factWords, kind) ? (factWords[kind]?.[lang] ?? null) : null
}
