// The sheets that the device keeps, as cards: how each stands, why it was not accepted, and what can be done with it.
import type { Refused, Sheet } from './kept.ts'

export interface Said {
  readonly words: Readonly<Record<string, string>>
  readonly articles: Readonly<Record<string, string>>
  readonly prefix: string
  titleOf(field: string): string
}

export interface Doing {
  send(sheet: Sheet, more?: Pick<Sheet, 'reason' | 'asOfNow'>): void
  mend(sheet: Sheet): void
  discard(sheet: Sheet): void
}

function made<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  element.textContent = text
  if (className) element.className = className
  return element
}

function button(text: string, pressed: (at: HTMLButtonElement) => void, quiet = true): HTMLButtonElement {
  const element = made('button', text, quiet ? 'quiet' : '')
  element.type = 'button'
  element.addEventListener('click', () => pressed(element))
  return element
}

function refusal({ wrong, basis }: Refused, said: Said): HTMLElement {
  const told = made('div', '', 'errors')
  told.setAttribute('role', 'alert')
  for (const { field, text, remedy } of wrong) {
    const line = made('p')
    const title = said.titleOf(field)
    line.append(made('b', title ? `${title}：` : ''), `${text} ${remedy}`)
    told.append(line)
  }
  if (basis) {
    const line = made('p', `${said.words['basis']} `)
    const link = made('a', said.articles[basis] ?? basis)
    link.href = `${said.prefix}/law/${basis}`
    line.append(link)
    told.append(line)
  }
  return told
}

/** What was done on an earlier day is entered late with a reason, or under today; so is what the server dates otherwise. */
function entering(sheet: Sheet, said: Said, doing: Doing): HTMLElement | null {
  const code = sheet.refused?.code
  if (code !== 'kernel.backdated' && code !== 'kernel.future' && code !== 'kernel.before-last') return null
  const late = made('div', '', 'field')
  const asOfNow = button(said.words['today']!, () => doing.send(sheet, { asOfNow: true }))
  late.append(asOfNow)
  if (code !== 'kernel.backdated') return late
  const label = made('label', said.words['reason'])
  const reason = made('input')
  reason.id = label.htmlFor = `reason-${sheet.id}`
  reason.maxLength = 200
  const withReason = button(said.words['withReason']!, () => reason.value.trim() && doing.send(sheet, { reason: reason.value.trim() }))
  asOfNow.before(label, reason, withReason)
  return late
}

/** Nobody, or somebody else, is signed in: the sheet waits for whoever filled it in. */
function signingIn(note: string, { prefix }: Said): HTMLElement {
  const told = made('p', '', 'problem')
  const link = made('a', note)
  link.href = `${prefix}/desk/sign-in`
  told.append(link)
  return told
}

function card(sheet: Sheet, busy: boolean, note: string, said: Said, doing: Doing): HTMLElement {
  const { words } = said
  const item = made('li', '', 'card')
  item.dataset['sheet'] = sheet.id
  const state = busy ? words['sending']! : sheet.refused ? words['refused']! : words['kept']!
  const head = made('p')
  head.append(made('span', state, sheet.refused && !busy ? 'chip bad' : 'chip'), ` ${new Date(sheet.done).toLocaleString(document.documentElement.lang)}`)
  item.append(made('h3', sheet.label), head)
  if (note) item.append(signingIn(note, said))
  if (sheet.refused && !busy) item.append(refusal(sheet.refused, said))
  const late = busy ? null : entering(sheet, said, doing)
  if (late) item.append(late)
  const steps = made('p', '', 'day-steps')
  const sure = (at: HTMLButtonElement): void => {
    if (at.dataset['sure']) return doing.discard(sheet)
    at.dataset['sure'] = 'yes'
    at.textContent = words['sure']!
  }
  // Pressed again while it is on its way, nothing more happens: the key is the same.
  steps.append(button(words['send']!, () => doing.send(sheet), false))
  if (!busy) steps.append(button(words['mend']!, () => doing.mend(sheet)), button(words['discard']!, sure))
  item.append(steps)
  return item
}

export interface Standing {
  readonly sheets: readonly Sheet[]
  readonly busy: ReadonlySet<string>
  /** What was met on the way, by sheet. */
  readonly notes: ReadonlyMap<string, string>
  /** Accepted since the page was opened: number and address. */
  readonly accepted: readonly { readonly name: string; readonly href: string }[]
}

export function showSheets(section: HTMLElement, { sheets, busy, notes, accepted }: Standing, said: Said, doing: Doing): void {
  const list = section.querySelector('ul')!
  const done = accepted.map(({ name, href }) => {
    const item = made('li', said.words['sent'], 'card')
    const link = made('a', name)
    link.href = href
    item.append(link)
    item.dataset['accepted'] = name
    return item
  })
  list.replaceChildren(...sheets.map((sheet) => card(sheet, busy.has(sheet.id), notes.get(sheet.id) ?? '', said, doing)), ...done)
  section.hidden = sheets.length + accepted.length === 0
}
