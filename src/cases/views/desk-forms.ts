import { field, html, type Html, postButton, type View } from '../../platform/html/index.ts'
import { reopeningReasons } from '../case.ts'
import { nextStep } from '../case-rules.ts'
import { fileMessages } from '../messages-desk.ts'
import { channelMessages, reopeningMessages, reopeningPolicyMessages } from '../messages.ts'
import { postTitle } from './case-steps.ts'
import { deskAction, type DeskCaseOptions, problemsIn, typedIn } from './desk-case-options.ts'
import { deskForm } from './desk-form.ts'

/** Entering the next published step by one press, or another one with a reason. */
export function stepForms(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const { card, history, version } = options.shown
  const next = card.steps.find(({ code }) => code === nextStep(card, history.step))
  const typed = typedIn(options, 'steps')
  const problems = problemsIn(options, 'steps')
  const others = card.steps.filter(({ code }) => code !== history.step)
  return html`${
    next &&
    postButton(view, {
      action: deskAction(options, 'steps'),
      text: t.enterNext(next.title[view.lang]),
      kind: 'primary',
      fields: { 'steps.step': next.code, expectedVersion: String(version) }
    })
  }
  ${deskForm(view, options, {
    form: 'steps',
    title: t.otherStep,
    lead: t.otherStepWhy,
    key: 'KeyS',
    body: html`${field(view, {
      type: 'choice',
      name: 'steps.step',
      label: t.otherStep,
      value: typed.step,
      problems,
      choices: others.map(({ code, title }) => ({ value: code, text: title[view.lang] }))
    })}
    ${field(view, {
      type: 'paragraph',
      name: 'steps.reason',
      label: t.stepReason,
      rows: 2,
      value: typed.reason,
      problems
    })}`,
    submit: { text: t.enter, kind: 'secondary' }
  })}`
}

/** Recording a visit; one beyond the card only with a reason. */
export function visitForm(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const { card, history } = options.shown
  const typed = typedIn(options, 'visits')
  const problems = problemsIn(options, 'visits')
  const used = history.visits.filter(({ causedBy }) => causedBy === 'provider').length
  return deskForm(view, options, {
    form: 'visits',
    title: t.recordVisit,
    body: html`${field(view, {
      type: 'choice',
      name: 'visits.causedBy',
      label: t.visitCause,
      value: typed.causedBy ?? 'provider',
      problems,
      choices: [
        { value: 'provider', text: t.provider },
        { value: 'applicant', text: t.byApplicant }
      ]
    })}
    ${
      (used >= card.visitsMax || typed.insist !== undefined) &&
      field(view, {
        type: 'paragraph',
        name: 'visits.insist',
        label: t.insist,
        help: t.insistHelp,
        required: false,
        rows: 2,
        value: typed.insist,
        problems
      })
    }`,
    submit: { text: t.recordVisit, kind: 'secondary' }
  })
}

/** The decision, for the holder of the post that the card names. */
export function decisionForm(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const { card, history } = options.shown
  const typed = typedIn(options, 'decision')
  const problems = problemsIn(options, 'decision')
  const channels = channelMessages.in(view.lang)
  const isBeforeLast = nextStep(card, history.step) !== null
  // What was typed stays, also where the case has come to its last step meanwhile.
  const asksWhyNow = isBeforeLast || typed.outOfOrderReason !== undefined
  return deskForm(view, options, {
    form: 'decision',
    title: t.decide,
    key: 'KeyD',
    lead: t.decideLead(postTitle(view, options.authority, card.approver.post)),
    body: html`${field(view, {
      type: 'choice',
      name: 'decision.outcome',
      label: t.outcome,
      value: typed.outcome,
      problems,
      choices: [
        { value: 'granted', text: t.grant },
        { value: 'refused', text: t.refuse }
      ]
    })}
    ${field(view, {
      type: 'paragraph',
      name: 'decision.reason',
      label: t.reasons,
      help: t.reasonsHelp,
      rows: 4,
      value: typed.reason,
      problems
    })}
    ${field(view, {
      type: 'choice',
      name: 'decision.deliverBy',
      label: t.deliverBy,
      value: typed.deliverBy ?? 'site',
      problems,
      choices: card.channels.map((value) => ({ value, text: channels[value] }))
    })}
    ${
      asksWhyNow &&
      field(view, {
        type: 'paragraph',
        name: 'decision.outOfOrderReason',
        label: t.skipReason,
        help: t.otherStepWhy,
        rows: 2,
        value: typed.outOfOrderReason,
        problems
      })
    }`,
    submit: { text: t.decideNow, kind: 'primary' }
  })
}

/** Opening an ended case again. */
export function reopeningForm(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const typed = typedIn(options, 'reopening')
  const problems = problemsIn(options, 'reopening')
  const reasons = reopeningMessages.in(view.lang)
  const policies = reopeningPolicyMessages.in(view.lang)
  return deskForm(view, options, {
    form: 'reopening',
    title: t.reopen,
    body: html`${field(view, {
      type: 'choice',
      name: 'reopening.reason',
      label: t.reopenReason,
      value: typed.reason,
      problems,
      choices: reopeningReasons.map((value) => ({ value, text: reasons[value] }))
    })}
    ${field(view, {
      type: 'choice',
      name: 'reopening.policy',
      label: t.reopenPolicy,
      value: typed.policy ?? 'resume',
      problems,
      choices: (['resume', 'restart'] as const).map((value) => ({ value, text: policies[value] }))
    })}
    ${field(view, {
      type: 'paragraph',
      name: 'reopening.note',
      label: t.reopenNote,
      help: t.reopenNoteHelp,
      required: false,
      rows: 2,
      value: typed.note,
      problems
    })}`,
    submit: { text: t.reopen, kind: 'secondary' }
  })
}

/** Giving the case to a colleague, or taking it. */
export function assignmentForm(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const { colleagues, reader, shown } = options
  const assigned = shown.history.assignedTo
  const others = colleagues.filter(({ id }) => id !== reader)
  // Whoever is no officer of the unit can give the case, and not take it.
  const me = others.length < colleagues.length ? [{ value: 'me', text: t.takeIt }] : []
  return deskForm(view, options, {
    form: 'assignment',
    title: t.assignment,
    body: field(view, {
      type: 'choice',
      name: 'assignment.to',
      label: t.assignment,
      value: assigned === reader ? 'me' : (assigned ?? 'nobody'),
      problems: problemsIn(options, 'assignment'),
      choices: [
        ...me,
        ...others.map(({ id, name }) => ({ value: id, text: name[view.lang] })),
        { value: 'nobody', text: t.assignedNobody }
      ]
    }),
    submit: { text: t.assignment, kind: 'secondary' }
  })
}
