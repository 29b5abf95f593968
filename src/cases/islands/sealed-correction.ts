// The answer to a return of a sealed application: new values are sealed here; only their names are told.
import { problemIn } from './parts/problem-in.ts'
import { type CorrectionForm, correctionBody, correctionReader } from './parts/read-correction.ts'
import { enableSealed, hashOfForm, type SealingData, sealingData } from './parts/sealing.ts'
import { postTexts, tell, working } from './parts/send-sealed.ts'
import { keepSent } from './parts/sent-forms.ts'

const form = document.querySelector<HTMLFormElement>('form[data-sealed-correction]')
const root = form?.querySelector<HTMLElement>('[data-answers]')
const sealing = sealingData(form)
if (form && root && sealing) start({ own: form, fields: root, contest: 'contest' }, sealing)

function start(correction: CorrectionForm, data: SealingData): void {
  const { own } = correction
  const read = correctionReader(correction)
  enableSealed(own)
  own.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = read()
    if (typed === null) return
    void working({ form: own, submitter: event.submitter }, data, async () => {
      tell(own, data.texts.sealing, false)
      const { body, handed } = await correctionBody(data, correction, typed)
      tell(own, data.texts.sending, false)
      const answer = await postTexts(own.dataset.sealedCorrection ?? '', body)
      if (!answer.ok || !answer.redirected) {
        tell(own, data.texts.notSent.replace('%', problemIn(await answer.text())), true)
        return
      }
      if (handed !== null) keepSent(data.of, { correction: hashOfForm(handed) }, false)
      location.assign(answer.url)
    })
  })
}
