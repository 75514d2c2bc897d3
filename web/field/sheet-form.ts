// The form of the sheet as the script meets it: read and filled again, signatures drawn in it, what is typed kept against a dead battery.
import { draftOf, forgetDraft, keepDraft, type KeptFile, type Refused } from './kept.ts'
import { pad, type Pad } from './pad.ts'

export interface SheetForm {
  readonly form: HTMLFormElement
  readonly account: string
  readonly words: Readonly<Record<string, string>>
  readonly pads: ReadonlyMap<string, readonly Pad[]>
  /** When the form that stands now was begun. */
  begun: string
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const controls = (form: HTMLFormElement): readonly Control[] =>
  [...form.elements].filter((each): each is Control => 'name' in each && (each as Control).name !== '' && (each as Control).type !== 'hidden')
const typed = (form: HTMLFormElement): readonly Control[] => controls(form).filter((each) => each.type !== 'file')

/** Frames to sign in stand before the choice of a picture, which is folded away. */
function frames(root: HTMLElement, form: HTMLFormElement, words: SheetForm['words']): Map<string, readonly Pad[]> {
  const wanted = JSON.parse(root.dataset['pads']!) as Record<string, number>
  const titles = JSON.parse(root.dataset['titles']!) as Record<string, string>
  const all = new Map<string, readonly Pad[]>()
  for (const [name, count] of Object.entries(wanted)) {
    const input = form.querySelector<HTMLInputElement>(`input[type=file][name="${name}"]`)
    if (!input) continue
    const title = titles[name]!
    const made = Array.from({ length: count }, (_, at) => pad(title, count > 1 ? `${at + 1} · ${words['draw']!}` : words['draw']!, words['clear']!))
    const folded = document.createElement('details')
    const summary = document.createElement('summary')
    summary.textContent = words['picture']!
    input.before(...made.map(({ element }) => element), folded)
    folded.append(summary, ...input.parentElement!.querySelectorAll(':scope > .hint'), input)
    all.set(name, made)
  }
  return all
}

export const valuesIn = ({ form }: Pick<SheetForm, 'form'>): Record<string, string> =>
  Object.fromEntries(typed(form).map(({ name, value }) => [name, value.trim()]))

export function fill({ form }: Pick<SheetForm, 'form'>, values: Readonly<Record<string, string>>): void {
  for (const control of typed(form)) {
    const value = values[control.name] ?? ''
    // A sample that is no longer on the list of this page stays what it was.
    const known = !(control instanceof HTMLSelectElement) || [...control.options].some((option) => option.value === value)
    if (!known) control.add(new Option(value, value))
    control.value = value
  }
}

/** Photographs that were chosen and signatures that were drawn. */
export async function filesIn({ form, pads }: SheetForm): Promise<readonly KeptFile[]> {
  const inputs = controls(form).filter((each): each is HTMLInputElement => each.type === 'file')
  const chosen = inputs.flatMap(({ name: field, files }) => [...files!].map((blob) => ({ field, name: blob.name, blob })))
  const drawn: KeptFile[] = []
  for (const [field, frames] of pads)
    for (const [at, one] of frames.entries()) {
      const blob = await one.picture()
      if (blob) drawn.push({ field, name: `${field}-${at + 1}.png`, blob })
    }
  return [...chosen, ...drawn]
}

/** Beside each field that was refused its sentence; the first of them is where one goes on. */
export function showWrong({ form }: Pick<SheetForm, 'form'>, refused: Refused | null): void {
  for (const old of form.querySelectorAll('.problem')) old.remove()
  for (const each of form.querySelectorAll('.wrong')) each.classList.remove('wrong')
  for (const each of controls(form)) each.removeAttribute('aria-invalid')
  for (const { field, text, remedy } of [...(refused?.wrong ?? [])].reverse()) {
    const control = controls(form).find(({ name }) => name === field)
    if (!control) continue
    const told = document.createElement('p')
    told.className = 'problem'
    told.id = `${field}-problem`
    told.textContent = `${text} ${remedy}`
    control.before(told)
    control.setAttribute('aria-invalid', 'true')
    control.setAttribute('aria-describedby', told.id)
    control.closest('.field')?.classList.add('wrong')
    control.focus()
  }
}

/** The day by the device, for a page that was opened days ago. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

export function emptied(sheet: SheetForm): void {
  sheet.form.reset()
  for (const each of typed(sheet.form)) each.value = each.name === 'sampledOn' ? today() : ''
  for (const one of [...sheet.pads.values()].flat()) one.clear()
  sheet.begun = new Date().toISOString()
  showWrong(sheet, null)
  void forgetDraft(sheet.account)
}

/** Makes the form one that is kept; gives back whether something that was begun before stands in it again. */
export async function takeOver(root: HTMLElement, form: HTMLFormElement, words: SheetForm['words']): Promise<[SheetForm, boolean]> {
  const account = root.dataset['account']!
  const pads = frames(root, form, words)
  const sheet: SheetForm = { form, account, words, pads, begun: new Date().toISOString() }
  const draft = await draftOf(account)
  const asked = new URLSearchParams(location.search).get('sample')
  const again = draft !== undefined && form.querySelector('.problem') === null && (!asked || draft.values['sample'] === asked)
  if (again) {
    fill(sheet, draft.values)
    sheet.begun = draft.begun
  } else if (form.querySelector('.problem') === null) {
    const select = form.querySelector<HTMLSelectElement>('select[name=sample]')
    if (asked && select) select.value = asked
    const day = form.querySelector<HTMLInputElement>('input[name=sampledOn]')
    if (day) day.value = today()
  }
  let waits: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', () => {
    clearTimeout(waits)
    waits = setTimeout(() => void keepDraft({ account, begun: sheet.begun, values: valuesIn(sheet) }), 300)
  })
  // Nothing that waited is written after the form was emptied.
  form.addEventListener('submit', () => clearTimeout(waits))
  return [sheet, again]
}
