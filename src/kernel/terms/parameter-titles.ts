import type { Bilingual } from '../persian/index.ts'
import type { MeasureKey } from './measure-names.ts'
import { both } from './problem.ts'

/** A parameter in words: its name and, where its values are codes, theirs. */
export interface ParameterTitle {
  readonly name: Bilingual
  readonly values?: Readonly<Record<string, Bilingual>>
  /** What a number counts. */
  readonly unit?: Bilingual
}

const what = both('آنچه سنجیده می‌شود', 'What is measured')
const allDay = both('شبانه‌روز و همه روزهای هفته', 'day and night, every day of the week')

const channels = {
  site: both('سایت', 'the site'),
  post: both('پست', 'post'),
  pishkhan: both('دفتر پیشخوان', 'a pishkhan office'),
  'in-person': both('حضوری', 'in person'),
  desk: both('میز خدمت', 'the service desk')
}

/** Parts of a service card as a clause names them. */
const cardFieldTitles = {
  promisedTime: both('زمان ارائه', 'promised time'),
  visitsMax: both('شمار مراجعه حضوری', 'number of visits'),
  feeRial: both('هزینه', 'fee'),
  documents: both('مدارک لازم', 'documents'),
  channels: both('راه‌های ارائه', 'channels'),
  steps: both('گام‌های فرایند', 'steps of the process'),
  form: both('فرم', 'form'),
  approver: both('مسئول تأییدکننده', 'responsible approver'),
  legalBases: both('مستندات قانونی', 'legal bases'),
  responsibility: both('مسئولیت', 'responsibility')
}

const columns = {
  'provided-by': both('ارائه‌شده از سوی', 'provided by'),
  'received-by': both('دریافت‌شده از سوی', 'received by'),
  storage: both('ذخیره‌سازی', 'storage'),
  analysis: both('تحلیل', 'analysis'),
  'public-display': both('نمایش عمومی', 'public display'),
  publication: both('انتشار', 'publication')
}

/** Every parameter of every measure; a parameter without words would reach a reader as code. */
export const parameterTitles: Partial<
  Record<MeasureKey, Readonly<Record<string, ParameterTitle>>>
> = {
  turnaround: {
    target: {
      name: both('معیار', 'Measured against'),
      values: {
        card: both('زمان اعلام‌شده در شناسنامه خدمت', 'the time promised on the service card'),
        annex: both('سطح پیوست توافق‌نامه', 'the level in the annex of the agreement')
      }
    }
  },
  availability: {
    of: {
      name: what,
      values: {
        desk: both('میز خدمت', 'the service desk'),
        services: both('فرم و ثبت هر خدمت', 'the form and submission of each service'),
        'service-system': both('سامانه خدمت', 'the system of the service'),
        'failure-report-form': both('فرم گزارش خرابی', 'the form for reporting a failure')
      }
    },
    hours: { name: both('ساعت‌های تعهد', 'Hours of the promise'), values: { '24x7': allDay } }
  },
  'advance-notice': {
    of: {
      name: what,
      values: {
        'planned-outage': both('قطعی برنامه‌ریزی‌شده', 'planned interruptions'),
        'planned-suspension': both('ارائه نشدن برنامه‌ریزی‌شده خدمت', 'planned suspensions'),
        portal: both('درج اطلاعیه در پرتال', 'notices on the portal')
      }
    },
    hours: { name: both('کمترین فاصله', 'At least before'), unit: both('ساعت', 'hours') }
  },
  'incident-notice': {
    minutes: {
      name: both('حد اطلاعیه از آغاز قطعی', 'Notice due from the beginning of the outage'),
      unit: both('دقیقه', 'minutes')
    }
  },
  'declared-channels-only': {
    of: {
      name: what,
      values: {
        documents: both('مدارک رسیده', 'documents received'),
        complaints: both('شکایت‌های رسیده', 'complaints received')
      }
    },
    rule: {
      name: both('قاعده', 'Rule'),
      values: {
        only: both('تنها از راه‌های نام‌برده', 'by the named channels only'),
        'one-of': both('یکی از راه‌های مجاز', 'one of the allowed channels')
      }
    },
    channels: { name: both('راه‌ها', 'Channels'), values: channels }
  },
  'card-complete': {
    fields: { name: both('بخش‌های شناسنامه', 'Parts of the card'), values: cardFieldTitles },
    channels: {
      name: both('راه‌های ارائه', 'Channels'),
      values: { alive: both('زنده', 'alive') }
    }
  },
  'card-reachable': { menu: { name: both('منو', 'Menu') } },
  'change-announced-before-effect': {
    of: {
      name: both('تغییر در', 'Changes of'),
      values: {
        process: both('فرایند', 'the process'),
        system: both('سامانه', 'the system'),
        documents: both('مدارک', 'the documents'),
        rules: both('مقررات', 'the rules')
      }
    },
    seenOn: { name: both('محل اعلام', 'Announced on'), values: { desk: channels.desk } }
  },
  'electronic-share': {
    of: {
      name: what,
      values: {
        services: both('خدمات', 'services'),
        'processes-and-services': both('فرایندها و خدمات', 'processes and services')
      }
    },
    readings: { name: both('برداشت‌ها از مهلت متن', 'Readings of the deadline') }
  },
  'fee-equals-published': {
    basis: {
      name: both('معیار', 'Measured against'),
      values: {
        decree: both('مصوبه مرجع ذی‌صلاح', 'the decree of the competent body'),
        publication: both('مبلغ اعلام‌شده در سایت', 'the amount shown on the site')
      }
    }
  },
  'free-of-charge': {
    of: {
      name: what,
      values: {
        invoices: both('صورت‌حساب‌ها', 'invoices'),
        tariffs: both('تعرفه‌ها', 'tariffs')
      }
    }
  },
  'question-answer-time': {
    of: {
      name: what,
      values: {
        answers: both('پاسخ‌ها', 'answers'),
        channels: both('راه‌های پاسخ', 'channels of the answers')
      }
    }
  },
  'complaint-stages': {
    stage: {
      name: both('مرحله', 'Stage'),
      values: {
        negotiation: both('گفت‌وگو', 'negotiation'),
        complaint: both('شکایت', 'complaint'),
        committee: both('کمیته', 'committee')
      }
    }
  },
  'conflict-free-decision': {
    body: {
      name: both('مرجع تصمیم', 'Deciding body'),
      values: {
        committee: both('کمیته', 'the committee'),
        inspection_legal_office: both(
          'دفتر بازرسی و حقوقی',
          'the office of inspection and legal affairs'
        )
      }
    }
  },
  'entitlement-opened': {
    on: {
      name: both('سبب', 'Cause'),
      values: {
        'level-not-met': both('برآورده نشدن سطح', 'a level not met'),
        'service-not-satisfactory': both('رضایت‌بخش نبودن خدمت', 'an unsatisfactory service'),
        'quality-departure': both('انحراف از کیفیت', 'a departure from quality')
      }
    },
    amount: {
      name: both('میزان پرداخت', 'Amount'),
      values: {
        competent_authority: both('به تعیین مرجع ذی‌صلاح', 'to be set by the competent authority'),
        'not-defined': both('در متن نیامده است', 'not in the text')
      }
    }
  },
  'entitlement-published': {
    step: {
      name: both('مرحله', 'Stage'),
      values: {
        'amount-set': both('تعیین میزان', 'setting the amount'),
        published: both('درج در سایت', 'publishing it on the site')
      }
    }
  },
  'credential-care': {
    of: {
      name: what,
      values: {
        individual: both('حساب شخص حقیقی', 'the account of a person'),
        'legal-person': both('حساب شخص حقوقی', 'the account of a legal entity'),
        evidence: both('قرینه‌های اشتراک حساب', 'signs of a shared account')
      }
    }
  },
  confidentiality: {
    of: {
      name: what,
      values: {
        content: both('محتوای نامه‌ها', 'the content of letters'),
        'operator-access': both('دسترسی گرداننده سامانه', 'access of the operator'),
        'genuine-senders': both('اصالت فرستندگان', 'genuine senders')
      }
    }
  },
  'data-policy-row': {
    row: {
      name: both('نوع داده', 'Kind of data'),
      values: {
        'forms-documents': both('فرم‌ها و مدارک', 'forms and documents'),
        letters: both('نامه‌ها', 'letters')
      }
    },
    attribute: { name: both('ویژگی', 'Attribute'), values: columns }
  },
  'reach-and-drill': {
    of: {
      name: what,
      values: {
        agencies: both('پیوستن دستگاه‌ها', 'bodies connected'),
        crisis: both('آمادگی در بحران', 'readiness in a crisis')
      }
    }
  },
  'agreement-signed': {
    post: {
      name: both('سمت امضاکننده', 'Signing post'),
      values: { deputy: both('معاون', 'deputy') }
    }
  },
  'renewal-gap': {
    of: {
      name: what,
      values: {
        'gap-days': both('روزهای بدون توافق‌نامه', 'days without an agreement'),
        'services-stopped': both(
          'ادامه خدمات در روزهای بدون توافق‌نامه',
          'services going on in the days without an agreement'
        )
      }
    }
  },
  'addendum-no-lower': {
    of: {
      name: what,
      values: {
        levels: both('پایین نیامدن سطح‌ها', 'no level lowered'),
        publication: both('انتشار الحاقیه', 'publication of the addendum')
      }
    }
  },
  'article-count': {
    articles: {
      name: both('شمار گفته‌شده در متن', 'Number stated'),
      unit: both('ماده', 'articles')
    }
  }
}
