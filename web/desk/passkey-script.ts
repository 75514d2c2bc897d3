// The one script of the plain desk: it hands a passkey's answer to a form of the page; the form itself is the server's affair.
import { knowsPasskeys, makePasskey, showPasskey, type Asking, type Making } from '../parts/passkey.ts'

interface Begun<Options> {
  readonly options: Options
  readonly asked: string
}

/** A key is made for a question that stands in the page; who signs in is asked when they say that they have one. */
async function answerFor(form: HTMLFormElement): Promise<{ asked: string; response: object }> {
  const { options, ask } = form.dataset
  if (options) {
    const begun = JSON.parse(options) as Begun<Making>
    return { asked: begun.asked, response: await makePasskey(begun.options) }
  }
  const sent = await fetch(ask!, { method: 'POST', headers: { accept: 'application/json' }, credentials: 'same-origin' })
  const begun = (await sent.json()) as Begun<Asking>
  return { asked: begun.asked, response: await showPasskey(begun.options) }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement
}

for (const other of document.querySelectorAll<HTMLElement>('[data-without-passkey]')) other.hidden = knowsPasskeys()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.hidden = !knowsPasskeys()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    answerFor(form).then(
      ({ asked, response }) => {
        field(form, 'asked').value = asked
        field(form, 'response').value = JSON.stringify(response)
        form.submit()
      },
      () => {
        const told = form.querySelector<HTMLElement>('[role=alert]')!
        told.textContent = form.dataset['refused'] ?? ''
        told.hidden = false
      },
    )
  })
}
