import type { FieldProblem } from '../../errors.ts'
import { button } from '../components/button.ts'
import { section } from '../components/card.ts'
import { field, fieldset } from '../components/fields.ts'
import { form } from '../components/form.ts'
import { uploadSlot } from '../components/upload.ts'
import { html, type Html } from '../html.ts'
import type { View } from '../view.ts'
import { say } from './say.ts'

const problems: readonly FieldProblem[] = [
  {
    pointer: '/answers/nationalId',
    code: 'form/national-id',
    text: {
      fa: 'کد ملی درست نیست: رقم آخر با رقم‌های دیگر نمی‌خواند.',
      en: 'The national id is not right: its last digit does not fit the others.'
    }
  },
  {
    pointer: '/answers/kind',
    code: 'form/missing',
    text: { fa: 'نوع سازمان را انتخاب کنید.', en: 'Choose the kind of organisation.' }
  },
  {
    pointer: '/documents/statute',
    code: 'form/missing',
    text: { fa: 'اساس‌نامه را بفرستید.', en: 'Send the statute.' }
  }
]

/** A form with every kind of field, some of them wrong. */
export function formPart(view: View): Html {
  return section({
    id: 'form',
    title: say(view, 'فرم', 'Form'),
    body: form(view, {
      action: '/gallery',
      problems,
      guard: true,
      still: true,
      body: html`${identity(view)} ${organisation(view)} ${moneyAndDates(view)} ${files(view)}`,
      submit: { text: say(view, 'فرستادن درخواست', 'Send the application') },
      more: button(view, { text: say(view, 'ذخیره پیش‌نویس', 'Save the draft'), name: 'draft' })
    })
  })
}

function identity(view: View): Html {
  return fieldset({
    legend: say(view, 'مشخصات شما', 'About you'),
    body: html`${field(view, {
      type: 'text',
      name: 'answers.name',
      label: say(view, 'نام و نام خانوادگی', 'Full name'),
      value: say(view, 'مریم کاظمی', 'Maryam Kazemi'),
      autocomplete: 'name'
    })}
    ${field(view, {
      type: 'national-id',
      name: 'answers.nationalId',
      label: say(view, 'کد ملی', 'National id'),
      value: '0499370898',
      problems
    })}
    ${field(view, { type: 'mobile', name: 'answers.mobile', label: say(view, 'تلفن همراه', 'Mobile') })}
    ${field(view, {
      type: 'e-mail',
      name: 'answers.mail',
      label: say(view, 'رایانامه', 'E-mail'),
      required: false
    })}
    ${field(view, { type: 'postal-code', name: 'answers.postal', label: say(view, 'کد پستی', 'Postal code') })}`
  })
}

function organisation(view: View): Html {
  return fieldset({
    legend: say(view, 'سازمان', 'The organisation'),
    body: html`${field(view, {
      type: 'choice',
      name: 'answers.kind',
      label: say(view, 'نوع سازمان', 'Kind of organisation'),
      problems,
      choices: [
        {
          value: 'charity',
          text: say(view, 'خیریه', 'Charity'),
          help: say(view, 'کمک به نیازمندان', 'Help for people in need')
        },
        { value: 'nature', text: say(view, 'محیط زیست', 'Environment') },
        { value: 'youth', text: say(view, 'جوانان', 'Youth') }
      ]
    })}
    ${field(view, {
      type: 'choice',
      name: 'answers.county',
      label: say(view, 'شهرستان', 'County'),
      choices: counties(view)
    })}
    ${field(view, {
      type: 'choices',
      name: 'answers.fields',
      label: say(view, 'زمینه‌های کار', 'Fields of work'),
      value: ['health'],
      choices: [
        { value: 'health', text: say(view, 'سلامت', 'Health') },
        { value: 'school', text: say(view, 'آموزش', 'Education') }
      ]
    })}
    ${field(view, { type: 'yes-no', name: 'answers.branch', label: say(view, 'شعبه دارد؟', 'Has it a branch?'), value: 'no' })}
    ${field(view, { type: 'legal-id', name: 'answers.legal', label: say(view, 'شناسه ملی', 'Legal entity id'), required: false })}
    ${field(view, {
      type: 'paragraph',
      name: 'answers.aim',
      label: say(view, 'هدف سازمان', 'Aim of the organisation'),
      help: say(view, 'در چند جمله، تا ۵۰۰ نویسه', 'In a few sentences, up to 500 characters'),
      rows: 4
    })}`
  })
}

function counties(view: View) {
  const names =
    view.lang === 'fa'
      ? ['بیرجند', 'قاین', 'فردوس', 'طبس', 'نهبندان', 'سرایان', 'بشرویه', 'درمیان']
      : ['Birjand', 'Qaen', 'Ferdows', 'Tabas', 'Nehbandan', 'Sarayan', 'Boshruyeh', 'Darmian']
  return names.map((text, i) => ({ value: String(i + 1), text }))
}

function moneyAndDates(view: View): Html {
  return fieldset({
    legend: say(view, 'سرمایه و تاریخ', 'Capital and dates'),
    body: html`${field(view, { type: 'money', name: 'answers.capital', label: say(view, 'سرمایه اولیه', 'Initial capital'), value: say(view, '۵۰٬۰۰۰٬۰۰۰', '50,000,000') })}
    ${field(view, { type: 'integer', name: 'answers.founders', label: say(view, 'شمار مؤسسان', 'Number of founders') })}
    ${field(view, { type: 'jalali-date', name: 'answers.meeting', label: say(view, 'تاریخ مجمع مؤسس', 'Date of the founding meeting') })}
    ${field(view, { type: 'iban', name: 'answers.iban', label: say(view, 'شماره شبا', 'IBAN'), required: false })}`
  })
}

function files(view: View): Html {
  return html`${uploadSlot(view, {
    name: 'documents.statute',
    label: say(view, 'اساس‌نامه', 'Statute'),
    help: say(view, 'PDF، تا ۵ مگابایت', 'PDF, up to 5 MB'),
    accept: '.pdf',
    required: true,
    problems
  })}
  ${uploadSlot(view, {
    name: 'documents.identity',
    label: say(view, 'شناسنامه مؤسسان', 'Identity of the founders'),
    help: say(view, 'PDF یا JPG، تا ۲ مگابایت', 'PDF or JPG, up to 2 MB'),
    received: { name: 'shenasnameh-1.pdf', size: say(view, '۸۴۰ کیلوبایت', '840 kB') }
  })}
  ${field(view, {
    type: 'checkbox',
    name: 'answers.truth',
    label: say(
      view,
      'درستی آنچه نوشته‌ام را بر عهده می‌گیرم.',
      'I answer for the truth of what I have written.'
    ),
    required: true
  })}`
}
