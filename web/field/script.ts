// The script of the field: the sheet is kept on the device, sent when there is a network, and deleted from it when it is accepted.
import { newId } from '../parts/new-id.ts'
import { forget, keep, sheetOf, sheetsOf, type Sheet } from './kept.ts'
import { showSheets, type Doing, type Said } from './list.ts'
import { keepPages } from './pages.ts'
import { send } from './sending.ts'
import { emptied, fill, filesIn, showWrong, takeOver, valuesIn, type SheetForm } from './sheet-form.ts'

const root = document.getElementById('field')!
const form = document.querySelector<HTMLFormElement>('form.paper')
const state = document.getElementById('field-state')
const section = document.getElementById('field-kept')
const words = JSON.parse(root.dataset['spoken']!) as Record<string, string>
const [account, prefix, language] = [root.dataset['account']!, root.dataset['prefix']!, root.dataset['language']!]
const titles = JSON.parse(root.dataset['titles']!) as Record<string, string>
const said: Said = { words, prefix, articles: JSON.parse(root.dataset['articles']!), titleOf: (field) => titles[field] ?? '' }

const busy = new Set<string>()
const notes = new Map<string, string>()
const accepted: { name: string; href: string }[] = []
let sheetForm: SheetForm | null = null
/** The kept sheet that stands in the form. */
let mended: Sheet | null = null

async function show(): Promise<void> {
  const sheets = await sheetsOf(account)
  root.dataset['waiting'] = String(sheets.length)
  if (section) showSheets(section, { sheets, busy, notes, accepted }, said, doing)
}

const tell = (text: string): void => {
  if (state) state.textContent = text
}

/** One after another, so that what is visited first is sent first. */
let line: Promise<void> = Promise.resolve()

async function sendOne(id: string): Promise<void> {
  const sheet = await sheetOf(id)
  if (!sheet) return
  notes.delete(id)
  await show()
  const outcome = await send(sheet, language)
  if (outcome === 'unreachable') tell(words['offline']!)
  else if (outcome === 'nobody' || outcome === 'other') notes.set(id, words[outcome]!)
  else if ('refused' in outcome) await keep({ ...((await sheetOf(id)) ?? sheet), refused: outcome.refused })
  else {
    await forget(id)
    accepted.push({ name: outcome.sent.number ?? sheet.label, href: `${prefix}/desk/sample/${outcome.sent.record}` })
  }
}

function sending(id: string): void {
  if (busy.has(id)) return
  busy.add(id)
  line = line
    .then(() => sendOne(id))
    .catch(() => undefined)
    .then(() => {
      busy.delete(id)
      return show()
    })
}

const doing: Doing = {
  send: (sheet, more) => void (more ? keep({ ...sheet, ...more }) : Promise.resolve()).then(() => sending(sheet.id)),
  mend(sheet) {
    if (!sheetForm) return location.assign(`${prefix}/desk/inspections/sheet?mend=${sheet.id}`)
    mended = sheet
    fill(sheetForm, { ...sheet.answers, sample: sheet.sample })
    showWrong(sheetForm, sheet.refused)
    tell(words['mending']!)
  },
  discard(sheet) {
    if (mended?.id === sheet.id) mended = null
    void forget(sheet.id).then(show)
  },
}

/** Signatures drawn anew take the place of those that were there; photographs are added. */
function together(before: Sheet | null, files: Sheet['files']): Sheet['files'] {
  const anew = new Set(files.map(({ field }) => field).filter((field) => sheetForm!.pads.has(field)))
  return [...(before?.files ?? []).filter(({ field }) => !anew.has(field)), ...files]
}

async function keepSheet(own: SheetForm): Promise<void> {
  const { sample = '', ...answers } = valuesIn(own)
  const select = own.form.querySelector<HTMLSelectElement>('select[name=sample]')!
  if (!sample) {
    select.focus()
    return tell(words['choose']!)
  }
  const now = new Date().toISOString()
  const before = mended
  const sheet: Sheet = {
    ...(before ?? { id: newId(), visitKey: newId(), begun: own.begun, done: now }),
    ...{ account, sample, answers, files: together(before, await filesIn(own)), refused: null },
    label: `${select.selectedOptions[0]!.text}${answers['product'] ? ` · ${answers['product']}` : ''}`,
  }
  await keep(sheet)
  mended = null
  emptied(own)
  tell('')
  await show()
  // What becomes of it is said there.
  section?.querySelector('h2')?.focus()
  sending(sheet.id)
}

async function begin(): Promise<void> {
  await show()
  if (form) {
    const [own, again] = await takeOver(root, form, words)
    sheetForm = own
    form.querySelector('button[type=submit]')!.textContent = words['keep']!
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void keepSheet(own)
    })
    const asked = new URLSearchParams(location.search).get('mend')
    const sheet = (await sheetsOf(account)).find(({ id }) => id === asked)
    if (sheet) doing.mend(sheet)
    else if (again) tell(words['restored']!)
  }
  const lines = async (): Promise<void> => {
    if (!navigator.onLine) return tell(words['offline']!)
    if (state?.textContent === words['offline']) tell('')
    // What was refused waits for a person; what is merely kept goes out by itself.
    for (const sheet of await sheetsOf(account)) if (!sheet.refused) sending(sheet.id)
  }
  addEventListener('online', () => void lines())
  addEventListener('offline', () => void lines())
  await lines()
  root.dataset['ready'] = String(await keepPages(prefix).catch(() => false))
  if (root.dataset['ready'] === 'true' && state && !state.textContent) tell(words['ready']!)
}

// Where the device keeps nothing, the form stays an ordinary one.
if ('indexedDB' in window) void begin()
