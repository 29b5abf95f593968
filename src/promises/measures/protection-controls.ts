import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { numberOf } from '../fact-body.ts'
import { wordOf } from '../fact-book.ts'
import type { Evaluation, EvaluationDetail, Measure, MeasureInput } from '../measure.ts'
import { isWithin } from '../period.ts'
import { nothingCounted, percent } from '../tally.ts'

type Parameters = MeasureParameters<'protection-controls'>

/**
 * PI-4.1.11: each control as it was last seen in the month. One that failed is a breach; one that
 * nobody can know from here is not counted as anything, and keeps the promise from being called kept.
 */
export const protectionControls: Measure<Parameters> = {
  name: 'protection-controls',
  parameters: measures['protection-controls'].parameters,
  appliesTo: 'agreement',
  counted: () => ({ fa: 'کنترل', en: 'control' }),
  reads: ['control.checked', 'restore.drilled'],
  evaluate: (input) => {
    const last = lastChecks(input)
    return last.length === 0 ? nothingCounted({ standing: true }) : judge(last, input)
  },
  explain: () => ({
    fa: 'متن برای «حفاظت کامل» عددی ندارد. خود برنامه کنترل‌ها را هر روز می‌آزماید: رمزگذاری دیسک و راه، سن آخرین پشتیبان، آخرین تمرین بازگرداندن، درستی دفتر عمومی، آسیب‌پذیری کتابخانه‌ها، محدودیت تلاش برای ورود و بازبینی دسترسی‌ها. آخرین آزمون هر کنترل در ماه شمرده می‌شود. عدد = کنترل‌های گذرانده ÷ کنترل‌های دانسته؛ هر کنترل نگذرانده نقض است. کنترلی که از اینجا دانسته نیست نه گذرانده شمرده می‌شود و نه نقض، و تا چنین کنترلی هست «رعایت‌شده» نوشته نمی‌شود.',
    en: 'The text gives no number for "full protection". The program itself tests the controls every day: encryption of disk and line, age of the newest backup, last drill of a restore, soundness of the public log, known vulnerabilities of libraries, limits on sign-in, reviews of access. The last test of each control in the month counts. Value = controls passed ÷ controls known; each that did not pass is a breach. One that cannot be known from here counts as neither, and while there is one the promise is not called kept.'
  })
}

function lastChecks({ book, period }: MeasureInput<Parameters>): Fact[] {
  const checks = book.ofKind('control.checked').filter((fact) => isWithin(fact.at, period))
  const byControl = Map.groupBy(checks, (fact) => wordOf(fact, 'control'))
  return [...byControl.values()].flatMap((own) => own.at(-1) ?? [])
}

function judge(last: readonly Fact[], input: MeasureInput<Parameters>): Evaluation {
  const passed = last.filter(({ body }) => body['passed'] === true)
  const failed = last.filter(({ body }) => body['passed'] === false)
  const notKnown = last.length - passed.length - failed.length
  const drill = lastDrill(input)
  return {
    state: failed.length > 0 ? 'broken' : notKnown > 0 ? 'at-risk' : 'kept',
    value: percent(passed.length, passed.length + failed.length),
    unit: 'percent',
    numerator: passed.length,
    denominator: passed.length + failed.length,
    breaches: failed.map(({ id, at }) => ({ fact: id, at, service: null })),
    evidence: [...last, ...(drill === null ? [] : [drill])].map(({ id }) => id),
    detail: { standing: true, ...(notKnown > 0 && { notKnown }), ...measured(drill) }
  }
}

function lastDrill({ book, period }: MeasureInput<Parameters>): Fact | null {
  return (
    book
      .ofKind('restore.drilled')
      .findLast((fact) => isWithin(fact.at, period) && fact.body['ok'] === true) ?? null
  )
}

/** What the last drill of the month measured. */
function measured(drill: Fact | null): EvaluationDetail {
  const rpoSeconds = drill && numberOf(drill, 'rpoSeconds')
  const rtoSeconds = drill && numberOf(drill, 'rtoSeconds')
  return {
    ...(typeof rpoSeconds === 'number' && { rpoSeconds }),
    ...(typeof rtoSeconds === 'number' && { rtoSeconds })
  }
}
