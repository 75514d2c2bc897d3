// The script of a draw’s page: runs the published draw again in the reader’s browser, as it stands or with a seed or a weight changed.
import { checkDraw, type Finding } from '../../systems/oversight/supervision/draw-check.ts'
import { missedOf, publishedDraw } from '../../systems/oversight/supervision/frame.ts'

type Values = Readonly<Record<string, unknown>>

interface Changes {
  readonly seed: string
  readonly unit: string
  readonly weight: string
}

/** The published record with what the reader changed. */
function changed(values: Values, { seed, unit, weight }: Changes): Values {
  const frame = (values['frame'] as readonly { readonly code: string }[]).map((each) =>
    each.code === unit && weight !== '' ? { ...each, weight } : each,
  )
  return { ...values, seed, frame }
}

function line(form: HTMLFormElement, { holds, words }: Finding): HTMLLIElement {
  const { language, traditional = '{}' } = form.dataset
  const chip = document.createElement('span')
  chip.className = holds ? 'chip good' : 'chip bad'
  chip.textContent = (holds ? form.dataset['holds'] : form.dataset['fails']) ?? ''
  const said = language === 'en' ? words.en : ((JSON.parse(traditional) as Record<string, string>)[words.zh] ?? words.zh)
  const made = document.createElement('li')
  made.append(chip, ` ${said}`)
  return made
}

function problem(form: HTMLFormElement, said: string | undefined): void {
  const note = document.createElement('p')
  note.className = 'problem'
  note.textContent = said ?? ''
  form.querySelector('#outcome')!.replaceChildren(note)
}

async function again(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(form.dataset['draw']!, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
  const { values } = (await answer.json()) as { values: Values }
  const given = new FormData(form)
  const typed = (name: string): string => String(given.get(name) ?? '').trim()
  const record = changed(values, { seed: typed('seed'), unit: typed('unit').toUpperCase(), weight: typed('weight') })
  const frame = values['frame'] as readonly { readonly code: string }[]
  const unit = typed('unit').toUpperCase()
  if (unit !== '' && !frame.some(({ code }) => code === unit)) return problem(form, form.dataset['unknown'])
  const begun = performance.now()
  const findings = checkDraw(publishedDraw(record), missedOf(record))
  const took = Math.max(1, Math.round(performance.now() - begun))
  const list = document.createElement('ul')
  list.className = 'plain'
  list.append(...findings.map((finding) => line(form, finding)))
  const note = document.createElement('p')
  note.className = 'small soft'
  note.textContent = `${form.dataset['took'] ?? ''} ${took}`
  document.querySelector('#outcome')!.replaceChildren(list, note)
}

for (const form of document.querySelectorAll<HTMLFormElement>('#again')) {
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    again(form).catch(() => problem(form, form.dataset['failed']))
  })
}
